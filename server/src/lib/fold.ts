import { readDatetime } from './datetime.ts'

export type ParameterValue = string | number | boolean

// How custom parameters are kept beside themselves, so that filters compare without a locale:
// `folded` for text, `comparable` for numbers (as numbers) and dates (as ISO text in UTC).
export type FoldedParameters = {
  folded: Record<string, string>
  comparable: Record<string, number | string>
}

// The one place where letter case is folded.
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

export function foldParameters(parameters: Record<string, ParameterValue>): FoldedParameters {
  const folded = emptyRecord<string>()
  const comparable = emptyRecord<number | string>()

  for (const key of Object.keys(parameters)) {
    const value = parameters[key]
    if (value === undefined) continue
    folded[key] = fold(String(value))
    const compared = comparableOf(value)
    if (compared !== null) comparable[key] = compared
  }
  return { folded, comparable }
}

// A number for a number or plain decimal text, `YYYY-MM-DDTHH:MM:SS.mmmZ` for an ISO date, else
// null. A text with more digits than a double can hold has none: rounded, it would compare as equal
// to its neighbours.
export function comparableOf(value: ParameterValue): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.length > comparedLengthMax) return null
  return numberOf(value) ?? readDatetime(value)?.date.toISOString() ?? null
}

// The value of a custom parameter that came as text, from a form or a cell: a plain decimal number
// that reads the same when written again becomes a number.
export function readParameterValue(text: string): string | number {
  if (text.length > typedLengthMax || !typedNumber.test(text)) return text

  const digits = text.length - (text.startsWith('-') ? 1 : 0) - (text.includes('.') ? 1 : 0)
  const number = Number(text)
  return digits <= exactDigits && String(number) === text ? number : text
}

// Every decimal number of up to 15 digits has a double of its own.
const exactDigits = 15
const typedLengthMax = exactDigits + 2
const typedNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/

const comparedLengthMax = 1000
const decimal = /^-?[0-9]+(?:\.[0-9]+)?$/
const smallest = 1e-300

function numberOf(text: string): number | null {
  if (!decimal.test(text)) return null

  const significant = text.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
  if (significant === '') return 0
  const number = Number(text)
  const isHeld = Number.isFinite(number) && Math.abs(number) >= smallest
  return isHeld && significant.length <= exactDigits ? number : null
}

// Without a prototype, so that `__proto__` is a key like any other.
function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}
