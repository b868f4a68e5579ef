import { localAt, nextMinuteOfDay } from './local-time.ts'

/** A time of the day in which nothing is sent, in minutes of the day; an end before the start is the next morning. */
export type QuietHours = { start: number; end: number }

/** `HH:MM` twice; null where there are none. */
export function readQuietHours(start: string | null, end: string | null): QuietHours | null {
  return start === null || end === null ? null : { start: minuteOf(start), end: minuteOf(end) }
}

/** True while it is quiet by the clock of a zone. */
export function isQuiet({ start, end }: QuietHours, timezone: string, at: number): boolean {
  const minute = Math.floor((localAt(timezone, at) % dayMs) / minuteMs)
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}

/** When a text may leave that is wanted at some time: then, or as soon as it is no longer quiet. */
export function earliestAllowed(hours: QuietHours | null, timezone: string, at: Date): Date {
  if (hours === null) return at
  let moment = at.getTime()
  // More than once only where a clock skips the end, and lands in the quiet hours of another day.
  while (isQuiet(hours, timezone, moment)) moment = nextMinuteOfDay(timezone, moment, hours.end)
  return new Date(moment)
}

/** When it next becomes quiet; null where it never does. */
export function quietFrom(hours: QuietHours | null, timezone: string, at: Date): Date | null {
  return hours === null ? null : new Date(nextMinuteOfDay(timezone, at.getTime(), hours.start))
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':')
  return Number(hours) * 60 + Number(minutes)
}
