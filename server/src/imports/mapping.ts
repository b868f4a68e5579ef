import { quoted } from '../http/field-readers.ts'
import { parameterKeyProblem } from '../http/parameters-reader.ts'
import { guessColumn } from './column-names.ts'

/** What a column is taken for; null: it is left out. */
export type Target =
  | 'phone_number'
  | 'name'
  | 'has_opted_out'
  | `custom_parameters.${string}`
  | null

/** Columns by their names, as a request gives them and as the import keeps them. */
export type Mapping = Record<string, Target>

const parameterPrefix = 'custom_parameters.'
const columnsMax = 1000
const shownMax = 20

/**
 * What each column is taken for without a mapping: number, name and opt-out by their names, everything else as a custom
 * parameter of its own name. A list of refused rows that comes back corrected has two columns of ours before its own.
 */
export function guessTargets(columns: readonly string[]): Target[] {
  const phone = guessColumn('phone_number', columns)
  const optOut = guessColumn('has_opted_out', columns)
  const name = guessColumn('name', columns)
  const isOurs = columns[0] === refusedColumns[0] && columns[1] === refusedColumns[1]
  return columns.map((column, index): Target => {
    if (index === phone) return 'phone_number'
    if (index === name) return 'name'
    if (index === optOut) return 'has_opted_out'
    if (column === '' || (isOurs && index < 2)) return null
    return column.startsWith(parameterPrefix) ? (column as Target) : `custom_parameters.${column}`
  })
}

/** The columns that a list of refused rows has before those of the file. */
export const refusedColumns = ['line', 'reason'] as const

/** What each column is taken for: with a mapping what it says, and nothing else. */
export function targetsOf(columns: readonly string[], mapping: Mapping | null): Target[] {
  if (mapping === null) return guessTargets(columns)
  const byName = new Map(Object.entries(mapping))
  return columns.map((column) => byName.get(column) ?? null)
}

/** What a request's mapping says, or what is wrong with it as the rest of a sentence. */
export function readMapping(value: unknown): { mapping: Mapping } | { problems: string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: ['must be a JSON object of columns and what they are'] }
  }
  const problems: string[] = []
  // Without a prototype, so that `__proto__` is a column like any other.
  const mapping: Mapping = Object.create(null)
  for (const [column, target] of Object.entries(value)) {
    if (isTarget(target)) mapping[column.trim()] = target === '' ? null : target
    else {
      problems.push(
        `takes phone_number, name, has_opted_out, custom_parameters.KEY or null for a column, not ${quoted(target)} for ${quoted(column)}`,
      )
    }
  }
  return problems.length > 0 ? { problems } : { mapping }
}

/** What keeps a file with these columns from being read so, as sentences. */
export function mappingProblems(
  columns: readonly string[],
  mapping: Mapping | null,
  format: 'csv' | 'jsonl',
): string[] {
  if (columns.length > columnsMax)
    return [`The file has ${columns.length} columns; at most ${columnsMax} are taken.`]
  const known = new Set(columns)
  const problems: string[] = []
  // A JSON Lines file names its columns row by row, so one that is not seen yet may still come.
  const unknown = Object.keys(mapping ?? {}).filter((column) => !known.has(column))
  if (format === 'csv') {
    for (const column of unknown) {
      problems.push(
        `The file has no column ${quoted(column)}. Its columns are: ${listed(columns)}.`,
      )
    }
  }
  const targets = targetsOf(columns, mapping)
  const named =
    format === 'csv' ? targets : [...targets, ...unknown.map((column) => mapping?.[column])]
  if (!named.includes('phone_number')) {
    problems.push(
      mapping === null
        ? `No column is called like a phone number (the columns are: ${listed(columns)}). ` +
            'The first line has to name the columns, or mapping says which one it is: {"COLUMN":"phone_number"}.'
        : 'The mapping names no column for phone_number.',
    )
  }
  return [...problems, ...doubledTargets(columns, targets), ...keyProblems(columns, targets)]
}

function doubledTargets(columns: readonly string[], targets: readonly Target[]): string[] {
  const first = new Map<Target, string>()
  return targets.flatMap((target, index) => {
    // There are as many columns as targets.
    const column = columns[index] ?? ''
    const other = first.get(target)
    if (target === null || other === undefined) {
      first.set(target, column)
      return []
    }
    return other === column
      ? [`Two columns are called ${quoted(column)}: rename one in the file, or map it to null.`]
      : [
          `The columns ${quoted(other)} and ${quoted(column)} are both taken for ${target}: map one to something else, or to null.`,
        ]
  })
}

function keyProblems(columns: readonly string[], targets: readonly Target[]): string[] {
  return targets.flatMap((target, index) => {
    const key = keyOf(target)
    const problem = key === undefined ? null : parameterKeyProblem(key)
    if (problem === null) return []
    return [
      `The column ${quoted(columns[index])} would be a custom parameter whose key ${problem}: map it to another key, or to null.`,
    ]
  })
}

/** The custom parameter that a column is taken for. */
export function keyOf(target: Target | undefined): string | undefined {
  return target?.startsWith(parameterPrefix) ? target.slice(parameterPrefix.length) : undefined
}

function isTarget(value: unknown): value is Target | '' {
  if (value === null || value === '' || value === 'phone_number' || value === 'name') return true
  if (value === 'has_opted_out') return true
  return (
    typeof value === 'string' &&
    value.startsWith(parameterPrefix) &&
    value.length > parameterPrefix.length
  )
}

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, shownMax).map((column) => quoted(column))
  const more = columns.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
