import { Type } from 'typebox'
import { readDatetime } from '../lib/datetime.ts'
import { restorePlus } from '../lib/phone-number.ts'
import { textProblem } from '../lib/text-rules.ts'
import type { Given, Reader } from './fields.ts'
import { Items, shownName } from './form.ts'

type Described = { description?: string }

type TextOptions = Described & {
  // Both in characters.
  min?: number
  max: number
  // What else is wrong with a text that is otherwise in order: sentences of their own.
  check?: (text: string) => string[]
}

// A text. With `clearable`, '' or null in JSON is null: clear it.
export function text(options: TextOptions & { clearable: true }): Reader<string | null>
export function text(options: TextOptions & { clearable?: false }): Reader<string>
export function text(
  options: TextOptions & { clearable?: boolean },
): Reader<string | null> | Reader<string> {
  const { min = 0, max, clearable = false } = options
  const lengths = { ...(min > 0 ? { minLength: min } : {}), maxLength: max }
  return {
    schema: Type.String({ ...lengths, ...described(options) }),
    takesEmpty: true,
    read: (given) => {
      if (given.value === '' || given.value === null) {
        return clearable ? null : given.refuse('cannot be empty')
      }
      const value = readText(given)
      if (value === undefined) return undefined
      const problem = textProblem(value) ?? lengthProblem(value, min, max)
      if (problem !== null) return given.refuse(problem)
      const problems = options.check?.(value) ?? []
      for (const title of problems) given.complain(title)
      return problems.length > 0 ? undefined : value
    },
  }
}

// A phone number as it was written, for the account's default country to read. A + that a urlencoded
// body turned into a blank is there again.
export function phoneNumber(options?: Described): Reader<string> {
  return withPlus(text({ max: 250, ...options }))
}

export function clearablePhoneNumber(options?: Described): Reader<string | null> {
  return withPlus(text({ max: 250, clearable: true, ...options }))
}

function withPlus<T>(reader: Reader<T>): Reader<T> {
  return {
    ...reader,
    read: (given) => {
      const { value, encoding } = given
      if (encoding !== 'urlencoded' || typeof value !== 'string') return reader.read(given)
      return reader.read({ ...given, value: restorePlus(value) })
    },
  }
}

export function id(options: Described = {}): Reader<number> {
  return integer({ min: 1, max: Number.MAX_SAFE_INTEGER, ...options })
}

export function integer(options: Described & { min: number; max: number }): Reader<number> {
  const { min, max } = options
  const allowed =
    max === Number.MAX_SAFE_INTEGER
      ? `must be a whole number from ${min}`
      : `must be a whole number from ${min} to ${max}`
  return {
    schema: Type.Integer({ minimum: min, maximum: max, ...described(options) }),
    read: (given) => {
      const value = readInteger(given.value)
      if (value === undefined && isMany(given)) return refuseMany(given)
      return value === undefined || value < min || value > max ? given.refuse(allowed) : value
    },
  }
}

export function flag(options: Described = {}): Reader<boolean> {
  return {
    schema: Type.Boolean(described(options)),
    read: (given) => {
      const { value } = given
      if (isMany(given)) return refuseMany(given)
      const read = flags.get(typeof value === 'string' ? value.trim().toLowerCase() : String(value))
      return read ?? given.refuse('must be one of 1, 0, true, false, on, off, yes, no')
    },
  }
}

export function datetime(options: Described = {}): Reader<Date> {
  const description = '`YYYY-MM-DD HH:MM:SS` in UTC, or ISO 8601 with an offset'
  return {
    schema: Type.String({ description, examples: ['2025-10-29 03:28:34'], ...described(options) }),
    read: (given) => {
      if (isMany(given)) return refuseMany(given)
      const written = typeof given.value === 'string' ? readDatetime(given.value.trim()) : null
      const isOurs =
        written?.has_offset === true ||
        (written?.has_seconds === true && !written.has_t && !written.has_offset)
      if (written === null || !isOurs) {
        return given.refuse(
          'must be a date and time that exist, as YYYY-MM-DD HH:MM:SS (UTC) or in ISO 8601 with an offset',
        )
      }
      if (written.date.getTime() < 0) return given.refuse('must lie in the years 1970 to 9999')
      return written.date
    },
  }
}

export function choice<const Word extends string>(
  words: readonly Word[],
  options: Described = {},
): Reader<Word> {
  return {
    schema: Type.Enum([...words], described(options)),
    read: (given) => {
      const { value } = given
      if (isMany(given)) return refuseMany(given)
      const word = typeof value === 'string' ? value.trim() : value
      return words.find((one) => one === word) ?? given.refuse(`must be one of ${words.join(', ')}`)
    },
  }
}

// The text of one value; a JSON number is taken as it is written. Notes what is no text.
export function readText(given: Given): string | undefined {
  const { value } = given
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return isMany(given) ? refuseMany(given) : given.refuse('must be a text')
}

export function readInteger(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*[+-]?[0-9]{1,20}\s*$/.test(value)) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : undefined
}

export function lengthProblem(value: string, min: number, max: number): string | null {
  const isLong = value.length > max && (value.length > max * 2 || Array.from(value).length > max)
  if (isLong) return `must have at most ${max} characters`
  if (value.length >= min) return null
  return min === 1 ? 'cannot be empty' : `must have at least ${min} characters`
}

export function described(options: Described): Described {
  return options.description === undefined ? {} : { description: options.description }
}

// A value as it may stand in a sentence.
export function quoted(value: unknown): string {
  return `"${shownName(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}"`
}

const flags = new Map([
  ['1', true],
  ['true', true],
  ['on', true],
  ['yes', true],
  ['0', false],
  ['false', false],
  ['off', false],
  ['no', false],
])

function isMany({ value }: Given): boolean {
  return value instanceof Items || Array.isArray(value)
}

function refuseMany({ encoding, value, refuse }: Given): undefined {
  return Array.isArray(value) && encoding !== 'json'
    ? refuse('is given more than once, with different values')
    : refuse('must be one value, not a list')
}
