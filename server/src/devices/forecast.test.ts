import { describe, expect, test } from 'vitest'
import { readQuietHours } from '../lib/quiet-hours.ts'
import { forecast, type ForecastSim, type ForecastWaiting } from './forecast.ts'

const now = new Date('2026-11-21T12:00:00Z')
const free: ForecastSim = {
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
  waiting_parts: 0,
}
const sim = (values: Partial<ForecastSim>): ForecastSim => ({ ...free, ...values })
const inUtc = (parts: number): ForecastWaiting[] => [{ timezone: 'UTC', messages: parts, parts }]

function foresee(
  sims: ForecastSim[],
  waiting: number | ForecastWaiting[],
  { quiet, timezone = 'UTC', at = now }: { quiet?: string; timezone?: string; at?: Date } = {},
) {
  const [start = null, end = null] = quiet?.split('-') ?? []
  return forecast({
    sims,
    waiting: typeof waiting === 'number' ? inUtc(waiting) : waiting,
    quietHours: readQuietHours(start, end),
    timezone,
    now: at,
  })
}

describe('when it will be finished', () => {
  test.for([
    {
      what: 'ten a minute',
      sims: [sim({ max_per_minute: 10 })],
      parts: 600,
      at: '2026-11-21T13:00:00Z',
    },
    {
      what: 'two SIMs are twice as fast',
      sims: [sim({ max_per_minute: 10 }), sim({ max_per_minute: 10 })],
      parts: 600,
      at: '2026-11-21T12:30:00Z',
    },
    {
      what: 'what waits already goes first',
      sims: [sim({ max_per_minute: 10, waiting_parts: 600 })],
      parts: 600,
      at: '2026-11-21T14:00:00Z',
    },
    {
      what: 'a gap of five seconds',
      sims: [sim({ max_per_minute: 60, gap_min_seconds: 4, gap_max_seconds: 6 })],
      parts: 600,
      at: '2026-11-21T13:00:00Z',
    },
    {
      what: 'a budget of the hour',
      sims: [sim({ max_per_minute: 10, max_per_hour: 100 })],
      parts: 250,
      at: '2026-11-21T14:05:00Z',
    },
    {
      what: 'a budget of the day, half used',
      sims: [sim({ max_per_minute: 10, max_per_day: 100, day_parts: 50 })],
      parts: 250,
      at: '2026-11-23T00:10:00Z',
    },
    {
      what: 'a budget of the month, used up',
      sims: [sim({ max_per_minute: 10, max_per_month: 100, month_parts: 100 })],
      parts: 50,
      at: '2026-12-01T00:05:00Z',
    },
    {
      what: 'a SIM that rests until two',
      sims: [sim({ max_per_minute: 10, next_release_at: new Date('2026-11-21T14:00:00Z') })],
      parts: 10,
      at: '2026-11-21T14:01:00Z',
    },
  ])('$what: $parts parts are through at $at', ({ sims, parts, at }) => {
    const finish = foresee(sims, parts).finish_at?.getTime() ?? 0

    expect(Math.abs(finish - Date.parse(at))).toBeLessThan(2000)
  })

  test('the night is left out', () => {
    const { finish_at } = foresee([sim({ max_per_minute: 1 })], 600, { quiet: '21:00-09:00' })

    // Nine hours until nine in the evening, and one more from nine in the morning.
    expect(finish_at).toEqual(new Date('2026-11-22T10:00:00Z'))
  })

  test('each zone has its own night', () => {
    const waiting = ['Asia/Tokyo', 'America/New_York'].map((timezone) => ({
      timezone,
      messages: 60,
      parts: 60,
    }))
    const { first_at, finish_at } = foresee([sim({ max_per_minute: 60 })], waiting, {
      quiet: '21:00-09:00',
    })

    // It is 21:00 in Tokyo and 07:00 in New York.
    expect(first_at).toEqual(new Date('2026-11-21T14:00:00Z'))
    expect(finish_at).toEqual(new Date('2026-11-22T00:01:00Z'))
  })

  test('the day of the budget is that of the account', () => {
    const { finish_at } = foresee(
      [sim({ max_per_minute: 60, max_per_day: 60, day_parts: 60 })],
      60,
      {
        timezone: 'Asia/Tokyo',
      },
    )

    expect(finish_at).toEqual(new Date('2026-11-21T15:01:00Z'))
  })

  test('a SIM that was slowed down is faster by and by', () => {
    const slowed = foresee([sim({ max_per_minute: 10, slow_level: 1, slowed_at: now })], 300)

    // 5 a minute for half an hour, then 10.
    expect(slowed.finish_at).toEqual(new Date('2026-11-21T12:45:00Z'))
  })

  test.for([
    { what: 'no SIM', sims: [], parts: 10 },
    { what: 'more than a year of work', sims: [sim({ max_per_day: 1 })], parts: 1000 },
  ])('$what: nobody knows', ({ sims, parts }) => {
    expect(foresee(sims, parts).finish_at).toBeNull()
  })

  test('nothing to send is nothing', () => {
    expect(foresee([free], 0)).toEqual({
      first_at: null,
      finish_at: null,
      days: [],
      spans: [],
      by_sim: [0],
    })
  })
})

test('says how many go on which day', () => {
  const { days } = foresee([sim({ max_per_minute: 60, max_per_day: 100 })], 250)

  expect(days).toEqual([
    { date: '2026-11-21', parts: 100 },
    { date: '2026-11-22', parts: 100 },
    { date: '2026-11-23', parts: 50 },
  ])
})

test('SIMs share by the room that they have left', () => {
  const { by_sim } = foresee(
    [
      sim({ max_per_minute: 60, max_per_day: 300 }),
      sim({ max_per_minute: 60, max_per_day: 300, day_parts: 200 }),
    ],
    400,
  )

  expect(by_sim.map(Math.round)).toEqual([300, 100])
})

test('a month of the slowest work is foreseen at once', () => {
  const started = performance.now()
  foresee([sim({ max_per_minute: 1, max_per_day: 10 })], 3000, { quiet: '21:00-09:00' })

  expect(performance.now() - started).toBeLessThan(1500)
})

describe('the time until then', () => {
  test('says when texts leave, and why none do', () => {
    const budget = sim({ max_per_minute: 10, max_per_day: 300, waiting_parts: 150 })
    const { spans } = foresee([budget], 300)
    expect(spans.map(({ parts, reason }) => [Math.round(parts), reason])).toEqual([
      [0, 'others_first'],
      [150, null],
      [0, 'budget'],
      [150, null],
    ])
    expect(spans.slice(1).every(({ from }, place) => from === spans[place]?.to)).toBe(true)
  })

  test('says that it is quiet where everybody sleeps', () => {
    const { spans } = foresee([sim({ max_per_minute: 10 })], 1200, { quiet: '13:00-15:00' })
    expect(spans.map(({ reason }) => reason)).toEqual([null, 'quiet_hours', null])
  })
})
