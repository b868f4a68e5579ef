import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRun, nextRuns } from './calendar.ts'
import type { Settings } from './settings.ts'

const daily: Settings = {
  frequency: 'daily',
  interval: 1,
  time: '08:30',
  timezone: 'UTC',
  week_days: [],
  month_days: [],
  nth_week_day: null,
  start_date: '2026-01-01',
  end_date: null,
}

const weekly = { frequency: 'weekly', week_days: [1] } as const
const monthly = { frequency: 'monthly' } as const

/** The next runs as the clocks of the zone show them, and in UTC. */
function runs(change: Partial<Settings>, after: string, count = 4): string {
  return nextRuns({ ...daily, ...change }, new Date(after), count)
    .map((run) => run.toISOString().slice(0, 16))
    .join(' ')
}

describe('the days of a rule', () => {
  test.each<[string, Partial<Settings>, string, string]>([
    [
      'every day',
      {},
      '2026-11-21T12:00Z',
      '2026-11-22T08:30 2026-11-23T08:30 2026-11-24T08:30 2026-11-25T08:30',
    ],
    [
      'today, while its time is to come',
      {},
      '2026-11-21T08:29:59Z',
      '2026-11-21T08:30 2026-11-22T08:30 2026-11-23T08:30 2026-11-24T08:30',
    ],
    [
      'not the run of this very moment',
      {},
      '2026-11-21T08:30Z',
      '2026-11-22T08:30 2026-11-23T08:30 2026-11-24T08:30 2026-11-25T08:30',
    ],
    [
      'every third day from the start date',
      { interval: 3 },
      '2026-01-02T00:00Z',
      '2026-01-04T08:30 2026-01-07T08:30 2026-01-10T08:30 2026-01-13T08:30',
    ],
    [
      'week days',
      { ...weekly, week_days: [5, 7] },
      '2026-11-21T12:00Z',
      '2026-11-22T08:30 2026-11-27T08:30 2026-11-29T08:30 2026-12-04T08:30',
    ],
    [
      'every second week, which begins on Monday',
      { ...weekly, interval: 2, week_days: [1, 7], start_date: '2026-11-18' },
      '2026-11-18T00:00Z',
      '2026-11-22T08:30 2026-11-30T08:30 2026-12-06T08:30 2026-12-14T08:30',
    ],
    [
      'the 31st, which short months do not have',
      { ...monthly, month_days: [31] },
      '2026-11-21T12:00Z',
      '2026-12-31T08:30 2027-01-31T08:30 2027-03-31T08:30 2027-05-31T08:30',
    ],
    [
      'the last day of the month',
      { ...monthly, month_days: [-1] },
      '2027-01-31T12:00Z',
      '2027-02-28T08:30 2027-03-31T08:30 2027-04-30T08:30 2027-05-31T08:30',
    ],
    [
      'the last day and the 31st are one run',
      { ...monthly, month_days: [31, -1] },
      '2026-12-30T12:00Z',
      '2026-12-31T08:30 2027-01-31T08:30 2027-02-28T08:30 2027-03-31T08:30',
    ],
    [
      '29 February',
      { ...monthly, interval: 12, month_days: [29], start_date: '2026-02-01' },
      '2026-11-21T12:00Z',
      '2028-02-29T08:30 2032-02-29T08:30 2036-02-29T08:30 2040-02-29T08:30',
    ],
    [
      'the first Friday',
      { ...monthly, nth_week_day: { nth: 1, week_day: 5 } },
      '2026-11-21T12:00Z',
      '2026-12-04T08:30 2027-01-01T08:30 2027-02-05T08:30 2027-03-05T08:30',
    ],
    [
      'the last Sunday, every second month',
      { ...monthly, interval: 2, nth_week_day: { nth: -1, week_day: 7 } },
      '2026-11-21T12:00Z',
      '2026-11-29T08:30 2027-01-31T08:30 2027-03-28T08:30 2027-05-30T08:30',
    ],
    [
      'not before the start date',
      { start_date: '2027-03-01' },
      '2026-11-21T12:00Z',
      '2027-03-01T08:30 2027-03-02T08:30 2027-03-03T08:30 2027-03-04T08:30',
    ],
    [
      'up to the end date, itself included',
      { end_date: '2026-11-23' },
      '2026-11-21T12:00Z',
      '2026-11-22T08:30 2026-11-23T08:30',
    ],
    ['none after the end', { end_date: '2026-11-20' }, '2026-11-21T12:00Z', ''],
    [
      'none for 30 February',
      { ...monthly, interval: 12, month_days: [30], start_date: '2026-02-01' },
      '2026-11-21T12:00Z',
      '',
    ],
  ])('%s', (_, change, after, expected) => {
    expect(runs(change, after)).toBe(expected)
  })

  test('are found at once, however long ago a rule began', () => {
    const started = performance.now()
    for (const start_date of ['1970-01-01', '2000-02-29'])
      expect(nextRun({ ...daily, start_date }, new Date('2026-11-21T12:00Z'))).not.toBeNull()

    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('the clocks of a zone', () => {
  test.each<[string, string, string, string, string]>([
    [
      'Berlin, before and after summer time begins',
      'Europe/Berlin',
      '08:30',
      '2026-03-27T12:00Z',
      '2026-03-28T07:30 2026-03-29T06:30 2026-03-30T06:30',
    ],
    [
      'Berlin, where 02:30 is left out: at 03:00',
      'Europe/Berlin',
      '02:30',
      '2026-03-27T12:00Z',
      '2026-03-28T01:30 2026-03-29T01:00 2026-03-30T00:30',
    ],
    [
      'Berlin, where 02:30 comes twice: the first time only',
      'Europe/Berlin',
      '02:30',
      '2026-10-23T12:00Z',
      '2026-10-24T00:30 2026-10-25T00:30 2026-10-26T01:30',
    ],
    [
      'New York, where 02:30 is left out',
      'America/New_York',
      '02:30',
      '2026-03-06T12:00Z',
      '2026-03-07T07:30 2026-03-08T07:00 2026-03-09T06:30',
    ],
    [
      'New York, where 01:30 comes twice',
      'America/New_York',
      '01:30',
      '2026-10-30T12:00Z',
      '2026-10-31T05:30 2026-11-01T05:30 2026-11-02T06:30',
    ],
    [
      'Lord Howe, whose clocks go forward by half an hour',
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-02T00:00Z',
      '2026-10-02T15:45 2026-10-03T15:30 2026-10-04T15:15',
    ],
    [
      'Lord Howe, where 01:45 comes twice',
      'Australia/Lord_Howe',
      '01:45',
      '2026-04-03T00:00Z',
      '2026-04-03T14:45 2026-04-04T14:45 2026-04-05T15:15',
    ],
    [
      'Casablanca, back by an hour for Ramadan',
      'Africa/Casablanca',
      '08:30',
      '2026-02-13T12:00Z',
      '2026-02-14T07:30 2026-02-15T08:30 2026-02-16T08:30',
    ],
    [
      'Samoa, which had no 30 December 2011',
      'Pacific/Apia',
      '10:00',
      '2011-12-28T00:00Z',
      '2011-12-28T20:00 2011-12-29T20:00 2011-12-30T20:00',
    ],
    [
      'Kathmandu, 5 hours and 45 minutes ahead',
      'Asia/Kathmandu',
      '08:30',
      '2026-11-21T12:00Z',
      '2026-11-22T02:45 2026-11-23T02:45 2026-11-24T02:45',
    ],
    [
      'Cairo, where midnight itself is left out',
      'Africa/Cairo',
      '00:00',
      '2026-04-22T12:00Z',
      '2026-04-22T22:00 2026-04-23T22:00 2026-04-24T21:00',
    ],
  ])('%s', (_, timezone, time, after, expected) => {
    expect(runs({ timezone, time, start_date: '2011-01-01' }, after, 3)).toBe(expected)
  })

  test('agree with somebody who looks at them every minute', () => {
    const zones = [
      ['Europe/Berlin', '2026-03-27', '2026-10-23'],
      ['America/New_York', '2026-03-06', '2026-10-30'],
      ['Australia/Lord_Howe', '2026-04-03', '2026-10-02'],
      ['Africa/Casablanca', '2026-02-13', '2026-03-20'],
      ['Pacific/Apia', '2011-12-27', '2011-12-28'],
      ['Asia/Kathmandu', '2026-03-01', '2026-10-01'],
    ] as const
    const cases = fc.record({
      zone: fc.constantFrom(...zones),
      spring: fc.boolean(),
      time: fc
        .integer({ min: 0, max: 1439 })
        // Mostly in the small hours, where clocks are changed.
        .map((minute) => (minute % 3 === 0 ? minute : minute % 240)),
    })
    fc.assert(
      fc.property(cases, ({ zone: [timezone, spring, autumn], spring: isSpring, time }) => {
        const from = new Date(`${isSpring ? spring : autumn}T00:00Z`)
        const written = `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
        const settings = { ...daily, timezone, time: written, start_date: '2011-01-01' }
        const until = from.getTime() + 5 * 86_400_000

        const found = nextRuns(settings, from, 10).filter((run) => run.getTime() <= until)

        expect(found.map((run) => run.toISOString())).toEqual(watched(timezone, time, from, until))
      }),
      { numRuns: 60 },
    )
  })
})

/** Looks at the clock each minute: runs when a day's time has come or been passed, once for each day that there is. */
function watched(timezone: string, minuteOfDay: number, from: Date, until: number): string[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const done = new Set<string>()
  const runs: string[] = []
  for (let at = from.getTime() - 86_400_000; at <= until; at += 60_000) {
    const shown = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    )
    const day = `${shown['year']}-${shown['month']}-${shown['day']}`
    const minute = Number(shown['hour']) * 60 + Number(shown['minute'])
    // The first day is seen from its middle; what it had run before does not matter.
    if (minute < minuteOfDay || done.has(day)) continue
    done.add(day)
    if (at > from.getTime()) runs.push(new Date(at).toISOString())
  }
  return runs
}
