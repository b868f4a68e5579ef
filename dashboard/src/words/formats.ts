import { personLocale, wordsLocale } from './locale.ts'

// Figures, rates and times as the guide writes them. Each is made of values and gives a text.

const whole = new Intl.NumberFormat(personLocale, { maximumFractionDigits: 0 })
const short = new Intl.NumberFormat(personLocale, { notation: 'compact' })
const decimal = new Intl.NumberFormat(personLocale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** `12,418`, exact to the last digit. */
export function amount(value: number): string {
  return whole.format(value)
}

/** `12k`, for the axes of charts only. */
export function shortAmount(value: number): string {
  return short.format(value)
}

/** What is not known is a dash, never a nought. */
export const unknown = '–'

/** `5.8%` of a whole; `< 0.1%` where it would round to nothing, a dash where there is no whole. */
export function percent(part: number, total: number): string {
  if (total <= 0) return unknown
  const value = (part / total) * 100
  if (value > 0 && value < 0.1) return `< ${decimal.format(0.1)}%`
  // All but a few are not all.
  if (part < total && value > 99.9) return `> ${decimal.format(99.9)}%`
  return `${value === 0 || value === 100 ? whole.format(value) : decimal.format(value)}%`
}

/** `38/min`, for rows. */
export function ratePerMinute(value: number): string {
  return `${rateFigure(value)}/min`
}

/** `38 a minute`, for sentences. */
export function rateInWords(value: number): string {
  return `${rateFigure(value)} a minute`
}

function rateFigure(value: number): string {
  return value > 0 && value < 10 && !Number.isInteger(value)
    ? decimal.format(value)
    : whole.format(value)
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** `8 min`, `3 h 50 min`; beyond two days `about 3 days`. */
export function duration(seconds: number): string {
  if (seconds < minute) return `${whole.format(Math.max(0, Math.round(seconds)))} s`
  const minutes = Math.round(seconds / minute)
  if (minutes < 60) return `${minutes} min`
  if (seconds <= 2 * day) return hoursAndMinutes(minutes)
  return `about ${whole.format(Math.round(seconds / day))} days`
}

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** The API's `YYYY-MM-DD HH:MM:SS` is UTC and does not say so. */
export function instantOf(datetime: string): Date {
  return new Date(`${datetime.replace(' ', 'T')}Z`)
}

/** An instant as the API reads it. */
export function wireOf(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ')
}

export type Clock = { now: Date; timezone?: string }

/** Today `14:31`, yesterday `Yesterday 17:02`, tomorrow `Tomorrow 09:49`, this year `15 Nov 10:40`, else with the year. */
export function moment(instant: Date, { now, timezone }: Clock): string {
  const time = timeOfDay(instant, timezone)
  const days = daysBetween(now, instant, timezone)
  if (days === 0) return time
  if (days === -1) return `Yesterday ${time}`
  if (days === 1) return `Tomorrow ${time}`
  return `${dateOf(instant, { now, ...zoneOf(timezone) })} ${time}`
}

/** The same within a sentence: `today at 17:00`, `tomorrow at 09:49`, `15 Nov at 10:40`. */
export function momentInWords(instant: Date, { now, timezone }: Clock): string {
  const time = timeOfDay(instant, timezone)
  const days = daysBetween(now, instant, timezone)
  if (days === 0) return `today at ${time}`
  if (days === -1) return `yesterday at ${time}`
  if (days === 1) return `tomorrow at ${time}`
  return `${dateOf(instant, { now, ...zoneOf(timezone) })} at ${time}`
}

/** `14:31`, or as the person's clock shows it. */
export function timeOfDay(instant: Date, timezone?: string): string {
  return format(personLocale, { hour: '2-digit', minute: '2-digit' }, timezone).format(instant)
}

/** `14:31:08`, where seconds tell. */
export function timeWithSeconds(instant: Date, timezone?: string): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  return format(personLocale, options, timezone).format(instant)
}

/** `15 Nov`, with the year where it is another one. */
export function dateOf(instant: Date, { now, timezone }: Clock): string {
  const isThisYear = partsOf(instant, timezone).year === partsOf(now, timezone).year
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  return format(wordsLocale, { day: 'numeric', month: 'short', ...year }, timezone).format(instant)
}

/** `Friday 20 November`. */
export function dayInWords(instant: Date, timezone?: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return format(wordsLocale, options, timezone).format(instant).replace(',', '')
}

/** `Sat`, for the axis of days. */
export function weekdayShort(instant: Date, timezone?: string): string {
  return format(wordsLocale, { weekday: 'short' }, timezone).format(instant)
}

/** The exact moment, here and in UTC: what the tooltip of a time says. */
export function exactMoment(instant: Date, timezone?: string): string {
  const options = { dateStyle: 'full', timeStyle: 'medium' } as const
  const here = format(wordsLocale, options, timezone).format(instant)
  return `${here} (${wireOf(instant)} UTC)`
}

/** Whole days of the calendar from one instant to another. */
export function daysBetween(from: Date, to: Date, timezone?: string): number {
  return Math.round((dayNumber(to, timezone) - dayNumber(from, timezone)) / (day * 1000))
}

function dayNumber(instant: Date, timezone?: string): number {
  const { year, month, day: date } = partsOf(instant, timezone)
  return Date.UTC(year, month - 1, date)
}

/** What the calendar and the clock of a zone show. */
export function partsOf(instant: Date, timezone?: string) {
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  } as const
  const found: Record<string, number> = {}
  for (const { type, value } of format('en-GB', options, timezone).formatToParts(instant))
    found[type] = Number(value)
  const { year = 0, month = 0, day: date = 0, hour: hours = 0, minute: minutes = 0 } = found
  return { year, month, day: date, hour: hours, minute: minutes }
}

function zoneOf(timezone: string | undefined): { timezone?: string } {
  return timezone === undefined ? {} : { timezone }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one costs as much as hundreds of its answers. */
function format(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone ?? ''} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const zone = timeZone === undefined ? {} : { timeZone }
  const made = new Intl.DateTimeFormat(locale, { ...options, ...zone })
  formats.set(key, made)
  return made
}
