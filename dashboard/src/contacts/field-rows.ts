import { contactWords } from '../words/contacts.ts'
import { typedValue, writtenValue, type FieldValue } from './values.ts'

/** A field in the form. `was` is what is stored under its key; undefined for one that is new. */
export type FieldRow = { id: number; key: string; text: string; was: FieldValue | undefined }

export function rowsOf(fields: readonly [string, FieldValue][]): FieldRow[] {
  return fields.map(([key, value], id) => ({ id, key, text: writtenValue(value), was: value }))
}

/** What keeps the rows from being saved, by their ids. */
export function rowProblems(rows: readonly FieldRow[]): Map<number, string> {
  const problems = new Map<number, string>()
  const seen = new Set<string>()
  for (const { id, key, text } of rows) {
    const name = key.trim()
    if (name === '' && text.trim() !== '') problems.set(id, contactWords.needsKey)
    if (name !== '' && seen.has(name)) problems.set(id, contactWords.twice({ key: name }))
    seen.add(name)
  }
  return problems
}

/** What the rows change of what is stored: null removes a key. Undefined when nothing is changed. */
export function changesOf(
  rows: readonly FieldRow[],
  stored: readonly [string, FieldValue][],
): Record<string, FieldValue | null> | undefined {
  const after = new Map(
    rows.flatMap((row) => {
      const key = row.key.trim()
      const text = row.text.trim()
      return key === '' || text === '' ? [] : [[key, valueOf(row, text)] as const]
    }),
  )
  const changes = new Map<string, FieldValue | null>()
  for (const [key, value] of after) changes.set(key, value)
  for (const [key, value] of stored) {
    if (!after.has(key)) changes.set(key, null)
    else if (after.get(key) === value) changes.delete(key)
  }
  return changes.size === 0 ? undefined : Object.fromEntries(changes)
}

/** What was not touched stays what it is: a text that looks like a number, or a yes. */
function valueOf({ was }: FieldRow, text: string): FieldValue {
  return was !== undefined && writtenValue(was).trim() === text ? was : typedValue(text)
}
