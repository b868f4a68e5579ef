import { describe, expect, test } from 'vitest'
import {
  decideRelease,
  neverFits,
  slowDown,
  slowedUntil,
  slowLevelAt,
  type SimPace,
  type ToRelease,
} from './pace.ts'

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
  slow_level: 0,
  slowed_at: null,
}
const seconds = (after: number) => new Date(now.getTime() + after * 1000)
const ones = (count: number) => Array.from({ length: count }, () => 1)

function release(
  sim: Partial<SimPace>,
  waiting: (number | ToRelease)[],
  { at = now, burstSeconds = 5, random = 0 } = {},
) {
  return decideRelease({
    sim: { ...unlimited, ...sim },
    waiting: waiting.map((one, place) =>
      typeof one === 'number' ? { parts: one, contact_id: place + 1 } : one,
    ),
    ends,
    now: at,
    burstSeconds,
    random: () => random,
  })
}
/** The first so many. */
const first = (count: number) => Array.from({ length: count }, (_, place) => place)

describe('a pace by the minute', () => {
  test('no limit lets all go at once and keeps no time', () => {
    expect(release({}, ones(100))).toEqual({
      places: first(100),
      parts: 100,
      next_release_at: null,
      held_until: null,
      next_at: null,
    })
  })

  test('10 a minute is one every six seconds, also after a long rest', () => {
    expect(release({ max_per_minute: 10 }, ones(20))).toEqual({
      places: first(1),
      parts: 1,
      next_release_at: seconds(6),
      held_until: null,
      next_at: seconds(6),
    })
  })

  test('nothing goes before its time', () => {
    const sim = { max_per_minute: 10, next_release_at: seconds(0.001) }

    expect(release(sim, ones(3))).toMatchObject({
      places: first(0),
      parts: 0,
      next_at: seconds(0.001),
    })
  })

  test('goes at the very millisecond of its time', () => {
    expect(release({ max_per_minute: 10, next_release_at: now }, ones(3)).places).toEqual([0])
  })

  test('says that nothing waits when the last one has left', () => {
    expect(release({ max_per_minute: 10 }, [1])).toMatchObject({
      places: first(1),
      next_release_at: seconds(6),
      next_at: null,
    })
  })

  test('a text of four parts takes the time of four', () => {
    expect(release({ max_per_minute: 10 }, [4, 1])).toMatchObject({
      places: first(1),
      parts: 4,
      next_at: seconds(24),
    })
  })

  test('a text longer than a minute may carry goes all the same, and the next waits for it', () => {
    expect(release({ max_per_minute: 2 }, [5, 1])).toMatchObject({
      places: first(1),
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
      expect(release({ max_per_minute }, ones(100), { burstSeconds }).places).toHaveLength(count)
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
        total += released.places.length
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
    expect(release(sim, ones(3), { random })).toMatchObject({
      places: first(1),
      next_at: seconds(pause),
    })
  })

  test('stand on top of the spacing', () => {
    const released = release({ ...sim, max_per_minute: 10 }, [2, 1], { random: 0 })

    expect(released).toMatchObject({ places: first(1), next_at: seconds(2 * 6 + 3) })
  })

  test('are kept by a phone that only asks once a minute, too', () => {
    expect(release(sim, ones(9), { burstSeconds: 60 })).toMatchObject({
      places: first(1),
      next_at: seconds(3),
    })
  })

  test('that may be nothing still let one go at a time', () => {
    const released = release({ gap_max_seconds: 2 }, ones(9), { random: 0 })

    expect(released).toMatchObject({ places: first(1), next_at: now })
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
      places: first(5),
      parts: 5,
      next_release_at: end,
      held_until: null,
      next_at: end,
    })
  })

  test('what has left already counts', () => {
    expect(release({ max_per_hour: 5, hour_parts: 3 }, ones(8))).toMatchObject({
      places: first(2),
      next_at: ends.hour,
    })
  })

  test('a used-up budget lets nothing go', () => {
    expect(release({ max_per_day: 5, day_parts: 5 }, [1])).toMatchObject({
      places: first(0),
      parts: 0,
      next_at: ends.day,
    })
  })

  test('a text longer than what is left waits, and shorter ones behind it go', () => {
    expect(release({ max_per_hour: 5 }, [3, 3, 1])).toEqual({
      places: [0, 2],
      parts: 4,
      next_release_at: null,
      held_until: ends.hour,
      next_at: ends.hour,
    })
  })

  test('nothing overtakes a text that waits for the same contact', () => {
    const waiting = [
      { parts: 4, contact_id: 1 },
      { parts: 1, contact_id: 1 },
      { parts: 1, contact_id: 2 },
    ]

    expect(release({ max_per_hour: 5, hour_parts: 2 }, waiting)).toMatchObject({
      places: [2],
      held_until: ends.hour,
    })
  })

  test('a text that waits for the day does not stop what fits into it', () => {
    expect(release({ max_per_minute: 10, max_per_day: 5, day_parts: 3 }, [3, 1, 1])).toMatchObject({
      places: [1],
      next_release_at: seconds(6),
      next_at: seconds(6),
      held_until: ends.day,
    })
  })

  test.for([
    { sim: { max_per_hour: 5 }, parts: 6, period: 'hour' },
    { sim: { max_per_day: 5 }, parts: 6, period: 'day' },
    { sim: { max_per_month: 5 }, parts: 6, period: 'month' },
    { sim: { max_per_hour: 9, max_per_day: 5 }, parts: 6, period: 'day' },
    { sim: { max_per_hour: 6 }, parts: 6, period: undefined },
    { sim: { max_per_minute: 1 }, parts: 6, period: undefined },
  ])('%o: a text of $parts parts never fits the $period', ({ sim, parts, period }) => {
    expect(neverFits({ ...unlimited, ...sim }, parts)).toBe(period)
  })

  test('an even pace goes on within a budget', () => {
    expect(release({ max_per_minute: 10, max_per_hour: 2, hour_parts: 1 }, ones(3))).toMatchObject({
      places: first(1),
      next_release_at: seconds(6),
      next_at: seconds(6),
    })
  })

  test('an even pace goes on from the end of a budget', () => {
    const sim = { max_per_minute: 10, max_per_hour: 9, next_release_at: ends.hour }

    expect(release(sim, ones(3), { at: ends.hour })).toMatchObject({
      places: first(1),
      next_at: new Date(ends.hour.getTime() + 6000),
    })
  })
})

test('with nothing waiting nothing is said', () => {
  expect(release({ max_per_minute: 10, max_per_day: 1, day_parts: 1 }, [])).toMatchObject({
    places: first(0),
    parts: 0,
    next_at: null,
  })
})

describe('a SIM that is refused for its limits', () => {
  const slowed = (slow_level: number, slowed_at = now) => ({ ...unlimited, slow_level, slowed_at })

  test('sends at half its rate after a pause', () => {
    const sim = slowDown(unlimited, now)

    expect(sim).toEqual({ slow_level: 1, slowed_at: now, pause_until: seconds(60) })
    expect(release({ ...slowed(1), max_per_minute: 10 }, ones(3))).toMatchObject({
      places: [0],
      next_at: seconds(12),
    })
  })

  test('without a pace of its own is slowed from what Android allows', () => {
    expect(release(slowed(1), ones(3))).toMatchObject({ places: [0], next_at: seconds(3) })
  })

  test('is slowed down once by all refusals of one burst', () => {
    const again = slowDown(slowed(1), seconds(30))

    expect(again).toEqual({ slow_level: 1, slowed_at: now, pause_until: seconds(90) })
  })

  test('is halved again, and rests longer, when it is refused again', () => {
    const again = slowDown(slowed(2), seconds(600))

    expect(again).toEqual({
      slow_level: 3,
      slowed_at: seconds(600),
      pause_until: seconds(600 + 240),
    })
  })

  test('is never slower than a sixty-fourth, and never rests longer than half an hour', () => {
    const again = slowDown(slowed(6), seconds(600))

    expect(again).toMatchObject({ slow_level: 6, pause_until: seconds(600 + 1800) })
  })

  test('recovers by one halving in half an hour', () => {
    const at = [0, 29, 30, 60, 89, 90, 9999].map((minutes) =>
      slowLevelAt(slowed(3), now.getTime() + minutes * 60_000),
    )

    expect(at).toEqual([3, 3, 2, 1, 1, 0, 0])
    expect(slowedUntil(slowed(3), now)).toEqual(seconds(90 * 60))
    expect(slowedUntil(slowed(3), seconds(90 * 60))).toBeNull()
  })
})
