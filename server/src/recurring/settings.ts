import type { Problem } from '../errors.ts'
import { readDatetime } from '../lib/datetime.ts'
import { localAt, readTimezone } from '../lib/local-time.ts'

export const frequencies = ['daily', 'weekly', 'monthly'] as const
export const intervalMax = 400

/** When a recurring campaign runs, in the words of the API. What does not apply to the frequency is empty. */
export type Settings = {
  frequency: (typeof frequencies)[number]
  interval: number
  time: string
  timezone: string
  week_days: number[]
  month_days: number[]
  nth_week_day: { nth: number; week_day: number } | null
  start_date: string
  end_date: string | null
}

/** Of settings that nobody knows so many are named. */
const notedMax = 100

type Given = Record<string, unknown>
type Note = (key: string, problem: string) => undefined
export type ReadSettings = { settings: Settings } | { problems: Problem[] }

const keys = [
  'frequency',
  'interval',
  'time',
  'timezone',
  'week_days',
  'month_days',
  'nth_week_day',
  'start_date',
  'end_date',
]

/**
 * Reads the settings of a request over those that are stored, and over what is meant where nothing is said. Answers all
 * that is wrong with them at once.
 */
export function readSettings(
  given: unknown,
  { stored, timezone, now }: { stored?: Settings; timezone: string; now: Date },
): ReadSettings {
  if (!isObject(given)) return { problems: [problem('settings', 'must be an object')] }
  const problems: Problem[] = []
  const note: Note = (key, text) => {
    problems.push(problem(`settings.${key}`, text))
  }
  const unknown = Object.keys(given).filter((one) => !keys.includes(one))
  for (const key of unknown.slice(0, notedMax))
    note(key.slice(0, 100).toWellFormed(), `is not known. The settings are: ${keys.join(', ')}`)

  const merged = mergeWith(stored, given)
  const frequency = frequencies.find((one) => one === merged['frequency'])
  if (frequency === undefined) note('frequency', `must be one of ${frequencies.join(', ')}`)
  const zone = readText(merged['timezone'] ?? timezone, readZone)
  const settings = {
    interval: readWhole(merged['interval'] ?? 1, { min: 1, max: intervalMax }),
    time: readTime(merged['time']),
    timezone: zone,
    start_date: readText(merged['start_date'] ?? dateIn(zone ?? 'UTC', now), readDate),
    end_date: isAbsent(merged['end_date']) ? null : readText(merged['end_date'], readDate),
  }
  if (settings.interval === undefined)
    note('interval', `must be a whole number from 1 to ${intervalMax}`)
  if (settings.time === undefined)
    note('time', 'must be a time of day from 00:00 to 23:59, as HH:MM')
  if (settings.timezone === undefined)
    note('timezone', 'must be the name of a time zone, such as Europe/Rome')
  if (settings.start_date === undefined) note('start_date', dateAllowed)
  if (settings.end_date === undefined) note('end_date', dateAllowed)
  if (settings.start_date && settings.end_date && settings.end_date < settings.start_date)
    note('end_date', `must not lie before start_date, ${settings.start_date}`)
  const days = readDays(frequency, merged, note)
  if (problems.length > 0) return { problems }
  // Whatever could not be read has been noted.
  return { settings: { frequency, ...settings, ...days } as Settings }
}

const dateAllowed = 'must be a date that exists, as YYYY-MM-DD, from 1970 to 2999'

/** As it was given, in its usual letters: the rules know Kyiv by an older name, which nobody asked for. */
function readZone(text: string): string | undefined {
  const known = readTimezone(text)
  return known?.toLowerCase() === text.toLowerCase() ? known : known && text
}

/** Which day it is there. */
function dateIn(zone: string, now: Date): string {
  return new Date(localAt(zone, now.getTime())).toISOString().slice(0, 10)
}

/** Days of the month and the nth week day exclude each other, so one that is given takes the place of the other. */
function mergeWith(stored: Settings | undefined, given: Given): Given {
  const merged: Given = { ...stored, ...given }
  if (!isEmpty(given['month_days']) && isEmpty(given['nth_week_day'])) merged['nth_week_day'] = null
  if (!isEmpty(given['nth_week_day']) && isEmpty(given['month_days'])) merged['month_days'] = []
  return merged
}

function readDays(frequency: Settings['frequency'] | undefined, given: Given, note: Note) {
  const none = { week_days: [], month_days: [], nth_week_day: null }
  if (frequency === 'weekly') {
    const week_days = readDayList(given['week_days'], (day) => day >= 1 && day <= 7)
    if (week_days === undefined || week_days.length === 0)
      return note('week_days', 'must be a list of days from 1 (Monday) to 7 (Sunday)')
    return { ...none, week_days }
  }
  if (frequency !== 'monthly') return none
  if (!isEmpty(given['nth_week_day'])) {
    if (!isEmpty(given['month_days']))
      return note('nth_week_day', 'cannot be given together with month_days')
    const nth_week_day = readNth(given['nth_week_day'])
    return nth_week_day === undefined
      ? note('nth_week_day', 'must have nth (1 to 4, or -1 for the last) and week_day (1 to 7)')
      : { ...none, nth_week_day }
  }
  const month_days = readDayList(
    given['month_days'],
    (day) => day === -1 || (day >= 1 && day <= 31),
  )
  if (month_days === undefined || month_days.length === 0)
    return note('month_days', 'must be a list of days from 1 to 31, or -1 for the last day')
  return { ...none, month_days }
}

/** Each day once, ascending, the last of the month at the end. Undefined for what is no list of such days. */
function readDayList(value: unknown, isDay: (day: number) => boolean): number[] | undefined {
  if (!Array.isArray(value)) return undefined
  const days = value.map((one) => readWhole(one, { min: -1, max: 31 }))
  if (!days.every((one) => one !== undefined && isDay(one))) return undefined
  const place = (one: number) => (one < 0 ? 32 : one)
  return [...new Set(days as number[])].sort((one, other) => place(one) - place(other))
}

function readNth(value: unknown): Settings['nth_week_day'] | undefined {
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'nth' && key !== 'week_day'))
    return undefined
  const nth = readWhole(value['nth'], { min: -1, max: 4 })
  const week_day = readWhole(value['week_day'], { min: 1, max: 7 })
  return nth === undefined || nth === 0 || week_day === undefined ? undefined : { nth, week_day }
}

function readWhole(value: unknown, { min, max }: { min: number; max: number }): number | undefined {
  const number =
    typeof value === 'string' && /^-?\d{1,4}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max
    ? number
    : undefined
}

function readTime(value: unknown): string | undefined {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined
}

function readDate(text: string): string | undefined {
  const isDate = /^(19[7-9]\d|2\d{3})-\d\d-\d\d$/.test(text) && readDatetime(text) !== null
  return isDate ? text : undefined
}

function readText(value: unknown, read: (text: string) => string | undefined): string | undefined {
  return typeof value === 'string' ? read(value.trim()) : undefined
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isEmpty(value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.length === 0)
}

function problem(field: string, text: string): Problem {
  return { title: `${field} ${text}.`, field }
}
