// JSON as the app writes and reads it, with Gson: nulls left out, five characters escaped, its own dates.

const escaped: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '=': '\\u003d',
  "'": '\\u0027',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
// None of these has a meaning in JSON itself, so they only ever stand inside of strings.
const toEscape = /[<>&='\u2028\u2029]/g

/** The text that the app would send for a value. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, leaveOutNulls).replaceAll(toEscape, (it) => escaped[it] ?? it)
}

/** `2026-01-01T02:00:00.123+02:00`, or `…Z` where the phone's zone is UTC. */
export function writeDate(at: number, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, -1)
  if (offsetMinutes === 0) return `${local}Z`
  const minutes = Math.abs(offsetMinutes)
  const digits = (number: number) => String(number).padStart(2, '0')
  const sign = offsetMinutes < 0 ? '-' : '+'
  return `${local}${sign}${digits(Math.trunc(minutes / 60))}:${digits(minutes % 60)}`
}

/**
 * Reads a date with the app's own mistakes (the protocol, section 2.6): a fraction is taken as so many milliseconds,
 * however many digits it has. Throws on what makes the app refuse the whole answer.
 */
export function readDate(value: unknown): number {
  const match = typeof value === 'string' ? datePattern.exec(value) : null
  if (!match) throw new Error(`The app cannot read the date ${JSON.stringify(value)}.`)
  const [, datetime, fraction, offset] = match
  const at = Date.parse(`${datetime}${offset}`)
  if (Number.isNaN(at)) throw new Error(`The app cannot read the date ${JSON.stringify(value)}.`)
  return at + Number(fraction ?? 0)
}

const datePattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/

function leaveOutNulls(_key: string, value: unknown): unknown {
  return value ?? undefined
}
