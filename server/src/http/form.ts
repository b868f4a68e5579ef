import { invalid, type AppError, type Problem } from '../errors.ts'

// What a body says, whatever its encoding: a field is a text (forms), an `Items` (`key[0]`, `key[]`),
// an array of texts (a form field given several times with different values), or any JSON value.
export type Fields = {
  encoding: 'multipart' | 'urlencoded' | 'json'
  values: Map<string, unknown>
  // What is wrong with single fields; `readFields` reports it together with what it finds itself,
  // and does not look at the values of those fields.
  problems: Problem[]
  refused: Set<string>
}

// The values of a bracket field by their indexes, which have gaps and any order.
export class Items extends Map<number, unknown> {
  nextIndex = 0
}

export const fieldsMax = 10_000

export function emptyFields(encoding: Fields['encoding'] = 'json'): Fields {
  return { encoding, values: new Map(), problems: [], refused: new Set() }
}

// Adds a field, or an item where the name has brackets. Other brackets are part of the name.
export function addField(fields: Fields, name: string, value: unknown): void {
  const open = name.endsWith(']') ? name.lastIndexOf('[') : -1
  const index = open > 0 ? name.slice(open + 1, -1) : undefined
  if (index !== undefined && (index === '' || itemIndex.test(index))) {
    addItem(fields, { name: name.slice(0, open), index, value })
    return
  }

  const known = fields.values.get(name)
  if (known === undefined || known === value) fields.values.set(name, value)
  else if (known instanceof Items) refuseMixed(fields, name)
  else if (Array.isArray(known) && fields.encoding !== 'json') known.push(value)
  else fields.values.set(name, [known, value])
}

// Notes what is wrong with a field, as the rest of a sentence that begins with its name.
export function refuseField(fields: Fields, name: string, problem: string): void {
  const field = shownName(name)
  fields.problems.push({ title: `${field} ${problem}.`, field })
  fields.refused.add(name.replace(/\[[^[]*\]$/, ''))
}

export function tooManyFields(): AppError {
  return invalid([{ title: `The body has more than ${fieldsMax} fields.` }])
}

// A name or a value as it may stand in an answer.
export function shownName(name: string): string {
  const text = name.length > shownMax ? `${name.slice(0, shownMax)}…` : name
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

const shownMax = 100
const itemIndex = /^[0-9]{1,15}$/

function addItem(fields: Fields, item: { name: string; index: string; value: unknown }): void {
  const { name, index, value } = item
  const items = fields.values.get(name) ?? new Items()
  if (!(items instanceof Items)) {
    refuseMixed(fields, name)
    return
  }

  const at = index === '' ? items.nextIndex : Number(index)
  const known = items.get(at)
  if (known !== undefined && known !== value) {
    refuseField(fields, `${name}[${at}]`, 'is given twice, with two different values')
  }
  items.set(at, value)
  items.nextIndex = Math.max(items.nextIndex, at + 1)
  fields.values.set(name, items)
}

function refuseMixed(fields: Fields, name: string): void {
  if (!fields.refused.has(name)) {
    refuseField(fields, name, 'is given both as one value and as a list')
  }
}
