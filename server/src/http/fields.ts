import { Type, type TObject, type TSchema } from 'typebox'
import { invalid, type Problem } from '../errors.ts'
import { shownName, type Fields } from './form.ts'

// What a reader is given of a body: its value, or several under names that belong together.
export type Given = {
  // Of the field, or of an item within it: `filters_countries[0]`.
  name: string
  encoding: Fields['encoding']
  value: unknown
  values: ReadonlyMap<string, unknown>
  // Notes a problem as the rest of a sentence that begins with the name.
  refuse: (problem: string, name?: string) => undefined
  // Notes a problem that is a sentence of its own.
  complain: (title: string, name?: string) => undefined
}

// One kind of field: how it is read and what the documents say of it.
export type Reader<T> = {
  schema: TSchema
  // Further fields of the body that belong to this one, with their schemas.
  others?: Record<string, TSchema>
  // Whether '' and null in JSON are something else than absent.
  takesEmpty?: boolean
  // Undefined for nothing given; what is wrong is noted.
  read: (given: Given) => T | undefined
}

export type Field<T, IsRequired extends boolean = boolean> = {
  reader: Reader<T>
  isRequired: IsRequired
  // Required, unless this other field is given.
  unless?: string
}

export type Definitions = Record<string, Field<unknown>>

// What a route takes: the fields by name, and one schema for the documents.
export type FieldSet<D extends Definitions = Definitions> = {
  definitions: D
  known: ReadonlySet<string>
  schema: TObject
}

type RequiredNames<D extends Definitions> = {
  [Name in keyof D]: D[Name] extends Field<unknown, true> ? Name : never
}[keyof D]

type ValueOf<F> = F extends Field<infer T> ? T : never

// Only the fields that were given are there.
export type Values<F extends FieldSet> =
  F extends FieldSet<infer D>
    ? { [Name in RequiredNames<D>]: ValueOf<D[Name]> } & {
        [Name in Exclude<keyof D, RequiredNames<D>>]?: ValueOf<D[Name]>
      }
    : never

export function required<T>(reader: Reader<T>): Field<T, true> {
  return { reader, isRequired: true }
}

export function optional<T>(reader: Reader<T>): Field<T, false> {
  return { reader, isRequired: false }
}

export function requiredUnless<T>(other: string, reader: Reader<T>): Field<T, false> {
  return { reader, isRequired: false, unless: other }
}

export function resource<D extends Definitions>(definitions: D): FieldSet<D> {
  const known = new Set<string>()
  const properties: Record<string, TSchema> = {}
  for (const [name, { reader, isRequired }] of Object.entries(definitions)) {
    known.add(name)
    properties[name] = isRequired ? reader.schema : Type.Optional(reader.schema)
    for (const [other, schema] of Object.entries(reader.others ?? {})) {
      known.add(other)
      properties[other] = Type.Optional(schema)
    }
  }
  return { definitions, known, schema: Type.Object(properties) }
}

// For routes that take no field: each one that is sent is unknown.
export const noFields = resource({})

// Reads a body, or throws all that is wrong with it at once.
export function readFields<F extends FieldSet>(set: F, fields: Fields): Values<F> {
  const found = new Problems(fields.problems)
  const read: Record<string, unknown> = {}

  for (const [name, field] of Object.entries(set.definitions)) {
    const value = readField({ name, field, fields, found })
    if (value !== undefined) read[name] = value
  }
  for (const name of fields.values.keys()) {
    if (set.known.has(name) || fields.refused.has(name)) continue
    found.add({ title: unknownField(set, name), field: shownName(name) })
  }
  found.throwIfAny()
  // Each name was read by the reader that the type comes from.
  return read as Values<F>
}

// True for what counts as not given: an empty form field, and null or '' in JSON.
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

type Reading = { name: string; field: Field<unknown>; fields: Fields; found: Problems }

function readField({ name, field, fields, found }: Reading): unknown {
  const { reader, unless } = field
  const isRequired =
    field.isRequired || (unless !== undefined && isAbsent(fields.values.get(unless)))
  const names = [name, ...Object.keys(reader.others ?? {})]
  if (names.some((one) => fields.refused.has(one))) return undefined

  const before = found.count
  const isGiven = names.some((one) => isGivenTo(reader, fields, one))
  const value = isGiven ? reader.read(givenOf(name, fields, found)) : undefined
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0)
  if (isNothing && isRequired && found.count === before) {
    found.add({ title: `${name} is required.`, field: name })
  }
  return value
}

function isGivenTo(reader: Reader<unknown>, fields: Fields, name: string): boolean {
  const value = fields.values.get(name)
  if (reader.takesEmpty === true && fields.encoding === 'json') return value !== undefined
  return !isAbsent(value)
}

function givenOf(name: string, fields: Fields, found: Problems): Given {
  return {
    name,
    encoding: fields.encoding,
    value: fields.values.get(name),
    values: fields.values,
    refuse: (problem, field = name) => found.add({ title: `${field} ${problem}.`, field }),
    complain: (title, field = name) => found.add({ title, field }),
  }
}

function unknownField(set: FieldSet, name: string): string {
  const known = Array.from(set.known)
  const rest = known.length === 0 ? 'None is taken.' : `The fields are: ${known.join(', ')}.`
  return `There is no field "${shownName(name)}" here. ${rest}`
}

const problemsKept = 1000

// Keeps the first thousand, and counts the rest without holding a million of them.
class Problems {
  readonly #kept: Problem[]
  count: number

  constructor(problems: Problem[]) {
    this.#kept = problems.slice(0, problemsKept)
    this.count = problems.length
  }

  add(problem: Problem): undefined {
    if (this.#kept.length < problemsKept) this.#kept.push(problem)
    this.count += 1
  }

  throwIfAny(): void {
    if (this.count > 0) throw invalid(this.#kept, this.count - this.#kept.length)
  }
}
