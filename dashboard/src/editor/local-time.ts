import { instantOf, partsOf, wireOf } from '../words/formats.ts'

// Between the API, which speaks UTC, and a field that shows the clock of the person.

/** `2026-11-21T17:00`, by the clock of the person. */
export function localOf(datetime: string, timezone?: string): string {
  const { year, month, day, hour, minute } = partsOf(instantOf(datetime), timezone)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}

/** What the API is told; null while nothing, or half a time, is in the field. */
export function wireOfLocal(local: string): string | null {
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(local)) return null
  // Without a zone it is read by the clock of the person.
  const instant = new Date(local)
  return Number.isNaN(instant.getTime()) ? null : wireOf(instant)
}

/** `Europe/London`. */
export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
