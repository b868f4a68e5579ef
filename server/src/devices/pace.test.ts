import { describe, expect, test } from 'vitest'
import { decideRelease, type SimPace } from './pace.ts'

const now = new Date('2026-11-21T12:00:00.000Z')
const ends = {
  hour: new Date('2026-11-21T13:00:00Z'),
  day: new Date('2026-11-22T00:00:00Z'),
  month: new Date('2026-12-01T00:00:00Z'),
}
const unlimited: SimPace = {
  max_per_minute: 0,
  max_per_hour: 0,
  max_per_day: 0,
  max_per_month: 0,
  gap_min_seconds: 0,
  gap_max_seconds: 0,
  next_release_at: null,
  hour_parts: 0,
  day_parts: 0,
  month_parts: 0,
}
const seconds = (after: number) => new Date(now.getTime() + after * 1000)
const ones = (count: number) => Array.from({ length: count }, () => 1)

function release(
  sim: Partial<SimPace>,
  waiting: number[],
  { at = now, burstSeconds = 5, random = 0 } = {},
) {
  return decideRelease({
    sim: { ...unlimited, ...sim },
    waiting,
    ends,
    now: at,
    burstSeconds,
    random: () => random,
  })
}

describe('a pace by the minute', () => {
  test('no limit lets all go at once and keeps no time', () => {
    expect(release({}, ones(100))).toEqual({
      count: 100,
      parts: 100,
      next_release_at: null,
      next_at: null,
    })
  })

  test('10 a minute is one every six seconds, also after a long rest', () => {
    expect(release({ max_per_minute: 10 }, ones(20))).toEqual({
      count: 1,
      parts: 1,
      next_release_at: seconds(6),
      next_at: seconds(6),
    })
  })

  test('nothing goes before its time', () => {
    const sim = { max_per_minute: 10, next_release_at: seconds(0.001) }

    expect(release(sim, ones(3))).toMatchObject({ count: 0, parts: 0, next_at: seconds(0.001) })
  })

  test('goes at the very millisecond of its time', () => {
    expect(release({ max_per_minute: 10, next_release_at: now }, ones(3)).count).toBe(1)
  })

  test('says that nothing waits when the last one has left', () => {
    expect(release({ max_per_minute: 10 }, [1])).toMatchObject({
      count: 1,
      next_release_at: seconds(6),
      next_at: null,
    })
  })

  test('a text of four parts takes the time of four', () => {
    expect(release({ max_per_minute: 10 }, [4, 1])).toMatchObject({
      count: 1,
      parts: 4,
      next_at: seconds(24),
    })
  })

  test('a text longer than a minute may carry goes all the same, and the next waits for it', () => {
    expect(release({ max_per_minute: 2 }, [5, 1])).toMatchObject({
      count: 1,
      parts: 5,
      next_at: seconds(150),
    })
  })

  test.for([
    { max_per_minute: 10, burstSeconds: 5, count: 1 },
    { max_per_minute: 60, burstSeconds: 5, count: 5 },
    { max_per_minute: 10, burstSeconds: 60, count: 10 },
    { max_per_minute: 1, burstSeconds: 60, count: 1 },
    { max_per_minute: 600, burstSeconds: 5, count: 50 },
  ])(
    'at $max_per_minute a minute $count leave at once when wake-ups are $burstSeconds s apart',
    ({ max_per_minute, burstSeconds, count }) => {
      expect(release({ max_per_minute }, ones(100), { burstSeconds }).count).toBe(count)
    },
  )

  test.for([
    { max_per_minute: 10, everySeconds: 2, burstSeconds: 5 },
    { max_per_minute: 60, everySeconds: 2, burstSeconds: 5 },
    { max_per_minute: 100, everySeconds: 5, burstSeconds: 5 },
    { max_per_minute: 10, everySeconds: 60, burstSeconds: 60 },
  ])(
    'an hour at $max_per_minute a minute, asked every $everySeconds s, keeps the pace',
    ({ max_per_minute, everySeconds, burstSeconds }) => {
      let next_release_at: Date | null = null
      let total = 0
      for (let second = 0; second < 3600; second += everySeconds) {
        const released = release({ max_per_minute, next_release_at }, ones(100), {
          at: seconds(second),
          burstSeconds,
        })
        next_release_at = released.next_release_at
        total += released.count
      }

      const atOnce = Math.ceil((burstSeconds * max_per_minute) / 60)
      expect(total).toBeLessThanOrEqual(max_per_minute * 60 + atOnce)
      expect(total).toBeGreaterThanOrEqual(max_per_minute * 60 - max_per_minute)
    },
  )
})

describe('gaps', () => {
  const sim = { gap_min_seconds: 3, gap_max_seconds: 7 }

  test.for([
    { random: 0, pause: 3 },
    { random: 0.5, pause: 5 },
    { random: 0.999, pause: 6.996 },
  ])('a random $random is a pause of $pause s', ({ random, pause }) => {
    expect(release(sim, ones(3), { random })).toMatchObject({ count: 1, next_at: seconds(pause) })
  })

  test('stand on top of the spacing', () => {
    const released = release({ ...sim, max_per_minute: 10 }, [2, 1], { random: 0 })

    expect(released).toMatchObject({ count: 1, next_at: seconds(2 * 6 + 3) })
  })

  test('are kept by a phone that only asks once a minute, too', () => {
    expect(release(sim, ones(9), { burstSeconds: 60 })).toMatchObject({
      count: 1,
      next_at: seconds(3),
    })
  })

  test('that may be nothing still let one go at a time', () => {
    const released = release({ gap_max_seconds: 2 }, ones(9), { random: 0 })

    expect(released).toMatchObject({ count: 1, next_at: now })
  })
})

describe('budgets', () => {
  test.for([
    { sim: { max_per_hour: 5 }, end: ends.hour },
    { sim: { max_per_day: 5 }, end: ends.day },
    { sim: { max_per_month: 5 }, end: ends.month },
    { sim: { max_per_hour: 5, max_per_day: 5 }, end: ends.day },
    { sim: { max_per_hour: 5, max_per_day: 9, max_per_month: 5 }, end: ends.month },
  ])('%o: five leave, and the next waits for its end', ({ sim, end }) => {
    expect(release(sim, ones(8))).toEqual({
      count: 5,
      parts: 5,
      next_release_at: end,
      next_at: end,
    })
  })

  test('what has left already counts', () => {
    expect(release({ max_per_hour: 5, hour_parts: 3 }, ones(8))).toMatchObject({
      count: 2,
      next_at: ends.hour,
    })
  })

  test('a used-up budget lets nothing go', () => {
    expect(release({ max_per_day: 5, day_parts: 5 }, [1])).toMatchObject({
      count: 0,
      parts: 0,
      next_at: ends.day,
    })
  })

  test('a text longer than what is left waits, and those behind it with it', () => {
    expect(release({ max_per_hour: 5 }, [3, 3, 1])).toMatchObject({
      count: 1,
      parts: 3,
      next_at: ends.hour,
    })
  })

  test('a text longer than a whole budget goes when the budget is untouched', () => {
    expect(release({ max_per_hour: 5 }, [8, 1])).toMatchObject({
      count: 1,
      parts: 8,
      next_at: ends.hour,
    })
    expect(release({ max_per_hour: 5, hour_parts: 1 }, [8])).toMatchObject({ count: 0 })
  })

  test('an even pace goes on within a budget', () => {
    expect(release({ max_per_minute: 10, max_per_hour: 2, hour_parts: 1 }, ones(3))).toMatchObject({
      count: 1,
      next_release_at: seconds(6),
      next_at: seconds(6),
    })
  })

  test('an even pace goes on from the end of a budget', () => {
    const sim = { max_per_minute: 10, max_per_hour: 9, next_release_at: ends.hour }

    expect(release(sim, ones(3), { at: ends.hour })).toMatchObject({
      count: 1,
      next_at: new Date(ends.hour.getTime() + 6000),
    })
  })
})

test('with nothing waiting nothing is said', () => {
  expect(release({ max_per_minute: 10, max_per_day: 1, day_parts: 1 }, [])).toMatchObject({
    count: 0,
    parts: 0,
    next_at: null,
  })
})
