import type { Contact } from './queries.ts'

/** What is kept in a field. */
export type FieldValue = string | number | boolean

const plainNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/
const digitsMax = 15

/** A plain number that was typed is one, as in a file that is imported; anything else is a text. */
export function typedValue(text: string): string | number {
  const digits = text.replaceAll(/[-.]/g, '').length
  const number = Number(text)
  return plainNumber.test(text) && digits <= digitsMax && String(number) === text ? number : text
}

/** As it stands in the field of a form. */
export function writtenValue(value: FieldValue | null): string {
  return value === null ? '' : String(value)
}

/** By their names, so that an edit does not move the others. */
export function fieldsOf({
  custom_parameters,
}: Pick<Contact, 'custom_parameters'>): [string, FieldValue][] {
  // The API keeps texts, numbers and booleans there.
  const fields = Object.entries(custom_parameters as Record<string, FieldValue>)
  return fields.toSorted(([one], [other]) => one.localeCompare(other))
}
