import { Type, type TSchema } from 'typebox'
import { AppError } from '../errors.ts'
import { restorePlus, restorePlusInList, splitPhoneNumbers } from '../lib/phone-number.ts'
import { textProblem } from '../lib/text-rules.ts'
import { described, quoted, readInteger, readText } from './field-readers.ts'
import { isAbsent, type Given, type Reader } from './fields.ts'
import { Items } from './form.ts'
import { parseJsonText } from './parse-body.ts'

type Described = { description?: string }

export const listMax = 1_000_000

// Ids in the order given, each once: `1,2,3`, a JSON array, or `key[]`.
export function ids(options: Described = {}): Reader<number[]> {
  const description = 'Ids between commas, or a JSON array of them'
  return {
    schema: Type.Union([Type.String(), Type.Array(Type.Integer({ minimum: 1 }))], {
      description,
      ...described(options),
    }),
    read: (given) => {
      const found = new Set<number>()
      for (const entry of idEntries(given.value)) {
        const id = readInteger(entry)
        if (id === undefined || id < 1) given.refuse(`has ${quoted(entry)}, which is no id`)
        else found.add(id)
        if (found.size > listMax) return given.refuse(`may have at most ${listMax} ids`)
      }
      return found.size === 0 && !Array.isArray(given.value) ? undefined : Array.from(found)
    },
  }
}

// Phone numbers as they were written, one per line or between commas, or a JSON array.
export function phoneNumbers(options: Described = {}): Reader<string[]> {
  const description = 'One phone number per line or between commas, or a JSON array of them'
  return {
    schema: Type.Union([Type.String(), Type.Array(Type.String())], {
      description,
      ...described(options),
    }),
    read: (given) => {
      const numbers = readNumbers(given)
      if (numbers === undefined) return undefined
      return numbers.length > listMax
        ? given.refuse(`may have at most ${listMax} numbers`)
        : numbers
    },
  }
}

// The items of `key[]` or a JSON array, in the order of their indexes; one value alone is a list of it.
export function list<T>(of: Reader<T>, options: Described & { max?: number } = {}): Reader<T[]> {
  const { max = 1000 } = options
  return {
    schema: Type.Array(of.schema, { maxItems: max, ...described(options) }),
    read: (given) => {
      const items = itemsOf(given.value) ?? new Map([[0, given.value]])
      if (items.size > max) return given.refuse(`may have at most ${max} entries`)

      const read: T[] = []
      for (const [index, value] of inOrder(items)) {
        if (isAbsent(value)) continue
        const name = `${given.name}[${index}]`
        const item = of.read({
          ...given,
          name,
          value,
          refuse: (problem, field = name) => given.refuse(problem, field),
          complain: (title, field = name) => given.complain(title, field),
        })
        if (item !== undefined) read.push(item)
      }
      return read
    },
  }
}

type Column = { field: string; isOptional?: boolean; takesEmpty?: boolean }

// Rows whose columns are bracket fields of their own, paired by index: `rows({ key: { field:
// 'filters_custom_parameter_key' }, … })`. JSON may give an array of objects under the field's name.
// Half a row is a problem; an optional column that is not there is ''.
export function rows<Name extends string>(
  columns: Record<Name, Column>,
  options: Described & { max?: number } = {},
): Reader<Record<Name, string>[]> {
  const { max = 1000 } = options
  // Object.keys forgets the names that the type has.
  const names = Object.keys(columns) as Name[]
  const item = Type.Object(Object.fromEntries(names.map((name) => [name, Type.String()])))
  return {
    schema: Type.Array(item, { maxItems: max, ...described(options) }),
    others: Object.fromEntries(names.map((name) => [columns[name].field, columnSchema(options)])),
    read: (given) => {
      const cells = isAbsent(given.value)
        ? cellsOfColumns(given, columns, names)
        : cellsOfObjects(given, names)
      if (cells === undefined) return undefined
      if (cells.length > max) return given.refuse(`may have at most ${max} rows`)

      const read: Record<Name, string>[] = []
      for (const row of cells) {
        const values = readRow(given, columns, row)
        if (values !== undefined) read.push(values)
      }
      return read
    },
  }
}

// Anything that JSON says; in a form, the text of a field is JSON.
export function json(options: Described = {}): Reader<unknown> {
  return { schema: Type.Unknown(described(options)), read: readJson }
}

export function readJson(given: Given): unknown {
  if (given.encoding === 'json') return checkedTexts(given, given.value)
  const written = readText(given)
  if (written === undefined) return undefined
  try {
    return checkedTexts(given, parseJsonText(written))
  } catch (error) {
    if (error instanceof AppError) return given.refuse('must be valid JSON')
    throw error
  }
}

// The values by index, for whatever form a list has; undefined for what is none.
function itemsOf(value: unknown): Map<number, unknown> | undefined {
  if (value instanceof Items) return value
  return Array.isArray(value) ? new Map(value.entries()) : undefined
}

type Cells<Name extends string> = { index: number; own: string; values: Record<Name, unknown> }

function columnSchema(options: Described): TSchema {
  return Type.Array(Type.String(), described(options))
}

// One at a time: a body of 32 MiB may have 16 million of them.
function* idEntries(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    for (const [entry] of value.matchAll(/[^,\s]+/g)) yield entry
    return
  }
  for (const entry of valuesOf(value)) if (!isAbsent(entry)) yield entry
}

function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value instanceof Items ? inOrder(value).map(([, item]) => item) : [value]
}

function inOrder(items: Map<number, unknown>): [number, unknown][] {
  return Array.from(items).sort(([one], [other]) => one - other)
}

function readNumbers(given: Given): string[] | undefined {
  const { value, encoding } = given
  const isUrlencoded = encoding === 'urlencoded'
  if (typeof value === 'string') {
    const numbers = splitPhoneNumbers(isUrlencoded ? restorePlusInList(value) : value, listMax)
    return numbers.length === 0 ? undefined : numbers
  }
  const numbers: string[] = []
  for (const [index, item] of valuesOf(value).entries()) {
    if (isAbsent(item)) continue
    if (typeof item === 'string') numbers.push(isUrlencoded ? restorePlus(item) : item)
    else if (typeof item === 'number') numbers.push(String(item))
    else given.refuse('must be a text', `${given.name}[${index}]`)
  }
  return numbers
}

function cellsOfColumns<Name extends string>(
  given: Given,
  columns: Record<Name, Column>,
  names: Name[],
): Cells<Name>[] {
  const rowsByIndex = new Map<number, Cells<Name>>()
  for (const name of names) {
    const { field } = columns[name]
    const value = given.values.get(field)
    if (isAbsent(value)) continue
    for (const [index, cell] of itemsOf(value) ?? [[0, value]]) {
      const row = rowsByIndex.get(index) ?? { index, own: '', values: emptyCells<Name>() }
      row.values[name] = cell
      rowsByIndex.set(index, row)
    }
  }
  return Array.from(rowsByIndex.values()).sort((one, other) => one.index - other.index)
}

function cellsOfObjects<Name extends string>(
  given: Given,
  names: Name[],
): Cells<Name>[] | undefined {
  const objects = Array.isArray(given.value) ? given.value : undefined
  if (objects === undefined)
    return given.refuse(`must be a list of objects with ${names.join(', ')}`)

  return objects.flatMap((object: unknown, index): Cells<Name>[] => {
    const own = `${given.name}[${index}]`
    const isRow = typeof object === 'object' && object !== null && !Array.isArray(object)
    const unknown = isRow
      ? Object.keys(object).find((key) => !names.some((name) => name === key))
      : ''
    if (isRow && unknown === undefined) {
      return [{ index, own, values: Object.assign(emptyCells<Name>(), object) }]
    }
    given.refuse(`must be an object with no more than ${names.join(', ')}`, own)
    return []
  })
}

// A record without a prototype; a cell that is not there is undefined.
function emptyCells<Name extends string>(): Record<Name, unknown> {
  return Object.create(null)
}

// Undefined for a row that is empty, as a form sends the last line of its table, and for half of one.
function readRow<Name extends string>(
  given: Given,
  columns: Record<Name, Column>,
  row: Cells<Name>,
): Record<Name, string> | undefined {
  const names = Object.keys(columns) as Name[] // as in rows()
  if (names.every((name) => isAbsent(row.values[name]))) return undefined

  const read: Record<string, string> = {}
  let isWhole = true
  for (const name of names) {
    const { field, isOptional, takesEmpty } = columns[name]
    const at = row.own === '' ? `${field}[${row.index}]` : `${row.own}.${name}`
    const cell = row.values[name]
    const isMissing = takesEmpty === true ? cell === undefined : isAbsent(cell)
    if (isMissing && isOptional !== true)
      given.refuse('is missing: the row has only its other half', at)
    const value = isMissing ? '' : cellText(given, cell, at)
    isWhole &&= value !== undefined && (!isMissing || isOptional === true)
    read[name] = value ?? ''
  }
  return isWhole ? read : undefined
}

function cellText(given: Given, cell: unknown, at: string): string | undefined {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (typeof cell !== 'string') return given.refuse('must be a text', at)
  const problem = textProblem(cell)
  return problem === null ? cell : given.refuse(problem, at)
}

function checkedTexts(given: Given, value: unknown): unknown {
  const problem = innerTextProblem(value)
  return problem === null ? value : given.refuse(problem)
}

// Of any text within, keys too. Bodies are not deep, so this does not run out of stack.
function innerTextProblem(value: unknown): string | null {
  if (typeof value === 'string') return textProblem(value)
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const problem = textProblem(key) ?? innerTextProblem(inner)
    if (problem !== null) return problem
  }
  return null
}
