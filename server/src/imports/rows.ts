import {
  parameterKeyProblem,
  parametersMax,
  parameterValueProblem,
} from '../http/parameters-reader.ts'
import { readDatetime } from '../lib/datetime.ts'
import { readParameterValue, type ParameterValue } from '../lib/fold.ts'
import { restoreFormula } from '../lib/csv.ts'
import { readPhoneNumber, type PhoneNumber } from '../lib/phone-number.ts'
import { lengthProblem, quoted } from '../http/field-readers.ts'
import { textProblem } from '../lib/text-rules.ts'
import { splitCells } from './cells.ts'
import { decodeText, type Encoding } from './encoding.ts'
import { keyOf, type Mapping, targetsOf, type Target } from './mapping.ts'
import type { Dialect, FileRecord } from './records.ts'

/** What a row says about a contact. What it leaves empty is not there. */
export type ContactRow = PhoneNumber & {
  line: number
  name?: string
  parameters?: Record<string, ParameterValue>
  has_opted_out: boolean
}

export type Reason = keyof typeof reasons

/** Why a row is no contact: one of a few reasons to count by, and a sentence about this row. */
export class Refusal {
  readonly reason: Reason
  readonly title: string

  constructor(reason: Reason, title: string) {
    this.reason = reason
    this.title = title
  }
}

export type RowReader = (record: FileRecord) => ContactRow | Refusal

export const reasons = {
  quote: 'A quote is opened and not closed',
  too_long: 'The row is too long',
  encoding: 'Bytes that are not in the encoding of the file',
  json: 'Not a JSON object',
  cells: 'More cells than columns',
  no_number: 'No phone number',
  number: 'Not a usable phone number',
  name: 'Not a usable name',
  has_opted_out: 'Opted out is neither yes nor no',
  parameters: 'Not usable as custom parameters',
} as const

const nameMax = 255

type Options = {
  dialect: Dialect
  encoding: Encoding
  columns: readonly string[]
  mapping: Mapping | null
  default_country: string | null
}

/** Reads the rows of one file: what its columns are taken for is settled once. */
export function createRowReader({
  dialect,
  encoding,
  columns,
  mapping,
  default_country,
}: Options): RowReader {
  const draft =
    dialect.format === 'csv'
      ? csvReader(columns, targetsOf(columns, mapping), dialect.delimiter)
      : jsonReader(targetOfKey(columns, mapping))
  return (record) => {
    if (record.problem) return new Refusal(record.problem, sentences[record.problem])
    const text = decodeText(record.text, encoding)
    if (text === undefined)
      return new Refusal(
        'encoding',
        'The row has bytes that are not UTF-8, as the rest of the file is.',
      )
    const cells = draft(text)
    return cells instanceof Refusal ? cells : readContact(cells, record.line, default_country)
  }
}

const sentences = {
  quote: 'A quote is opened in this line and never closed.',
  too_long: 'The row is longer than 256 KiB.',
}

/** The cells of a row by what they are for: texts, or of JSON any value. Undefined and empty ones are not there. */
type Draft = {
  phone_number?: unknown
  name?: unknown
  has_opted_out?: unknown
  parameters: [string, unknown][]
}

function csvReader(columns: readonly string[], targets: readonly Target[], delimiter: string) {
  const places = targets.map((target) => ({ target, key: keyOf(target) }))
  return (text: string): Draft | Refusal => {
    const cells = splitCells(text, delimiter)
    const draft: Draft = { parameters: [] }
    for (const [index, raw] of cells.entries()) {
      const cell = restoreFormula(raw.trim())
      if (cell === '') continue
      const place = places[index]
      if (!place)
        return new Refusal(
          'cells',
          `The row has ${cells.length} cells, and the file has ${columns.length} columns.`,
        )
      if (place.key !== undefined) draft.parameters.push([place.key, readParameterValue(cell)])
      else if (isField(place.target)) draft[place.target] = cell
    }
    return draft
  }
}

function jsonReader(targetOf: (key: string) => Target) {
  return (text: string): Draft | Refusal => {
    const row = parseObject(text)
    if (row === undefined) return new Refusal('json', 'The line is not a JSON object.')
    const draft: Draft = { parameters: [] }
    for (const [name, value] of Object.entries(row)) {
      if (value === null || value === '') continue
      const column = name.trim()
      const target = targetOf(column)
      if (target === `custom_parameters.${parametersColumn}` && typeof value === 'object') {
        draft.parameters.push(
          ...Object.entries(value).filter(([, inner]) => inner !== null && inner !== ''),
        )
        continue
      }
      const key = keyOf(target)
      if (key !== undefined) draft.parameters.push([key, value])
      else if (isField(target)) draft[target] = value
    }
    return draft
  }
}

/** A row of JSON may have its parameters in an object of their own, as the API answers them. */
const parametersColumn = 'custom_parameters'

/** Columns that come up only later in the file are custom parameters too, unless a mapping says what is wanted. */
function targetOfKey(columns: readonly string[], mapping: Mapping | null): (key: string) => Target {
  const known = new Map(
    targetsOf(columns, mapping).map((target, index) => [columns[index], target]),
  )
  return (key) => {
    const target = known.get(key)
    if (target !== undefined) return target
    if (mapping !== null) return Object.hasOwn(mapping, key) ? (mapping[key] ?? null) : null
    return key === '' ? null : `custom_parameters.${key}`
  }
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function readContact(draft: Draft, line: number, country: string | null): ContactRow | Refusal {
  const number = readNumber(draft.phone_number, country)
  if (number instanceof Refusal) return number
  const name = readName(draft.name)
  if (name instanceof Refusal) return name
  const has_opted_out = readOptOut(draft.has_opted_out)
  if (has_opted_out instanceof Refusal) return has_opted_out
  const parameters = readParameters(draft.parameters)
  if (parameters instanceof Refusal) return parameters
  return {
    line,
    phone_number: number.phone_number,
    country_code: number.country_code,
    continent_code: number.continent_code,
    has_opted_out,
    ...(name === undefined ? {} : { name }),
    ...(parameters === undefined ? {} : { parameters }),
  }
}

function readNumber(value: unknown, country: string | null): PhoneNumber | Refusal {
  if (value === undefined) return new Refusal('no_number', 'The row has no phone number.')
  // Spreadsheets mark a number that is to stay as it was typed with an apostrophe.
  const text = textOf(value)?.trim().replace(/^'/, '')
  if (text === undefined) return new Refusal('number', `${quoted(value)} is not a phone number.`)
  if (text === '') return new Refusal('no_number', 'The row has no phone number.')
  const number = readPhoneNumber(text, country)
  if (!('problem' in number)) return number
  const hint = /^\d([.,]\d+)?E\+?\d+$/i.test(text)
    ? ' (a spreadsheet has rounded it: format the column as text)'
    : ''
  return new Refusal('number', `${number.problem}${hint}.`)
}

function readName(value: unknown): string | undefined | Refusal {
  if (value === undefined) return undefined
  const name = textOf(value)?.trim()
  if (name === undefined) return new Refusal('name', 'The name is not a text.')
  const problem = textProblem(name) ?? lengthProblem(name, 0, nameMax)
  if (problem !== null) return new Refusal('name', `The name ${problem}.`)
  return name === '' ? undefined : name
}

const yes = new Set(['1', 'true', 'on', 'yes', 'y', 'x'])
const no = new Set(['', '0', 'false', 'off', 'no', 'n'])

/** Lists of those who have unsubscribed often say when: a date is a yes. */
function readOptOut(value: unknown): boolean | Refusal {
  if (value === undefined) return false
  const text = (typeof value === 'boolean' ? String(value) : (textOf(value) ?? '?'))
    .trim()
    .toLowerCase()
  if (no.has(text)) return false
  if (yes.has(text) || readDatetime(text.toUpperCase()) !== null) return true
  return new Refusal(
    'has_opted_out',
    `${quoted(value)} says neither that the contact has opted out nor that it has not: write yes or no.`,
  )
}

function readParameters(
  entries: [string, unknown][],
): Record<string, ParameterValue> | undefined | Refusal {
  if (entries.length === 0) return undefined
  // Without a prototype, so that `__proto__` is a key like any other.
  const parameters: Record<string, ParameterValue> = Object.create(null)
  for (const [key, value] of entries) {
    const keyProblem = parameterKeyProblem(key)
    if (keyProblem !== null)
      return new Refusal('parameters', `${quoted(key)} as a custom parameter ${keyProblem}.`)
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      return new Refusal(
        'parameters',
        `The custom parameter ${quoted(key)} is neither a text nor a number nor a boolean.`,
      )
    }
    const problem = parameterValueProblem(value)
    if (problem !== null)
      return new Refusal('parameters', `The custom parameter ${quoted(key)} ${problem}.`)
    parameters[key] = value
  }
  const total = Object.keys(parameters).length
  return total > parametersMax ? tooManyParameters(total) : parameters
}

export function tooManyParameters(total: number): Refusal {
  return new Refusal(
    'parameters',
    `A contact has at most ${parametersMax} custom parameters; this one would have ${total}.`,
  )
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

function isField(target: Target | undefined): target is 'phone_number' | 'name' | 'has_opted_out' {
  return target === 'phone_number' || target === 'name' || target === 'has_opted_out'
}
