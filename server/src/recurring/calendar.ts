import { RRuleTemporal } from 'rrule-temporal'
import { localAt } from '../lib/local-time.ts'
import { instantOf } from './instant.ts'
import type { Settings } from './settings.ts'

const dayMs = 86_400_000
/** A rule that comes to no day within so many years never runs, for all that anybody will see of it. */
const yearsAhead = 100
const weekDayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The instants at which a rule runs, ascending, from this one on. The library says on which days; which instant that is
 * on the clocks of the zone is ours: a time that a change of the clocks leaves out runs at the next that there is, and
 * one that comes twice runs the first time.
 */
export function* runsFrom(settings: Settings, from: Date): Generator<Date> {
  const { time, timezone, start_date, end_date } = settings
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const timeOfDay = (hours * 60 + minutes) * 60_000
  // The day before is looked at too: a time left out before midnight runs after it.
  const first = Math.floor(localAt(timezone, from.getTime()) / dayMs) * dayMs - dayMs
  const start = Date.parse(start_date)
  const end = end_date === null ? Infinity : Date.parse(end_date)
  const horizon = Math.min(end, Math.max(start, first) + yearsAhead * 366 * dayMs)
  let last = -Infinity
  for (const day of daysOf(settings, { start, from: Math.max(start, first), until: horizon })) {
    const instant = instantOf(timezone, day + timeOfDay)
    if (instant === null || instant < from.getTime() || instant <= last) continue
    last = instant
    yield new Date(instant)
  }
}

/** The next runs after an instant, at most so many. */
export function nextRuns(settings: Settings, after: Date, count: number): Date[] {
  return [...runsFrom(settings, new Date(after.getTime() + 1)).take(count)]
}

/** The next run after an instant; null when there is none. */
export function nextRun(settings: Settings, after: Date): Date | null {
  return nextRuns(settings, after, 1)[0] ?? null
}

/** The days of a rule as midnights in UTC, where no clock is ever changed. */
function* daysOf(
  settings: Settings,
  { start, from, until }: { start: number; from: number; until: number },
): Generator<number> {
  if (until < from) return
  const rule = new RRuleTemporal({ rruleString: ruleOf(settings, start, until), maxIterations })
  let next = rule.next(new Date(from), true)
  while (next) {
    const day = next.epochMilliseconds
    yield day
    next = rule.next(new Date(day), false)
  }
}

/** More than the days from the first year that a rule may begin in to the last one. */
const maxIterations = 1_000_000

function ruleOf(settings: Settings, start: number, until: number): string {
  const { frequency, interval, week_days, month_days, nth_week_day } = settings
  const code = (day: number) => weekDayCodes[day - 1] ?? ''
  const parts = [
    `FREQ=${frequency.toUpperCase()}`,
    `INTERVAL=${interval}`,
    `UNTIL=${stamp(until)}`,
    'WKST=MO',
    ...(week_days.length > 0 ? [`BYDAY=${week_days.map(code).join(',')}`] : []),
    ...(month_days.length > 0 ? [`BYMONTHDAY=${month_days.join(',')}`] : []),
    ...(nth_week_day ? [`BYDAY=${nth_week_day.nth}${code(nth_week_day.week_day)}`] : []),
  ]
  return `DTSTART;TZID=UTC:${stamp(start).replace('Z', '')}\nRRULE:${parts.join(';')}`
}

function stamp(day: number): string {
  return `${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}T000000Z`
}
