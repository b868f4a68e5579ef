import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { comparableOf } from '../lib/fold.ts'
import { compileFilter, type Filter, type FilterRow } from './filter.ts'

/** A key that is compared, with what it is compared as and the comparing rows of other keys. */
export type Comparison = {
  key: string
  /** Null where the row's own value is neither, so that the row holds for nobody. */
  compared_as: 'number' | 'date' | null
  others: FilterRow[]
}

/** Parts a filter into what compares and the rest; null for a part that is empty and would mean nobody. */
export function findComparisons(filter: Filter): {
  rest: Filter | null
  comparing: Filter | null
  comparisons: Comparison[]
} {
  const rows = filter.filters_custom_parameters
  const comparing = rows.filter(isComparing)
  const rest = { ...filter, filters_custom_parameters: rows.filter((row) => !isComparing(row)) }
  const keys = [...new Set(comparing.map(({ key }) => key))]
  return {
    rest: isEmpty(rest) ? null : rest,
    comparing: comparing.length === 0 ? null : onlyRows(comparing),
    comparisons: keys.map((key) => ({
      key,
      compared_as: kindOf(comparing.find((row) => row.key === key)?.value ?? ''),
      others: comparing.filter((row) => row.key !== key),
    })),
  }
}

/** True for contacts `c` whose value cannot be compared with the row's, though all else would hold. */
export function isIncomparable({ key, compared_as, others }: Comparison): RawBuilder<SqlBool> {
  const type = compared_as === 'number' ? 'number' : 'string'
  // First what rules out most of them.
  const isOther =
    compared_as === null
      ? sql<SqlBool>`true`
      : sql<SqlBool>`jsonb_typeof(c.comparable_parameters -> ${key}::text) is distinct from ${type}`
  const rest = others.length === 0 ? sql<SqlBool>`true` : compileFilter(onlyRows(others))
  return sql<SqlBool>`(${isOther} and ${valueOf(key)} <> '' and ${rest})`
}

/** The value of a key of contacts `c`, as text. */
export function valueOf(key: string): RawBuilder<string | null> {
  return sql<string | null>`(c.custom_parameters ->> ${key}::text)`
}

function isComparing({ condition }: FilterRow): boolean {
  return condition === 'bigger_than' || condition === 'lower_than'
}

function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every(({ length }) => length === 0)
}

function onlyRows(rows: FilterRow[]): Filter {
  return { filters_custom_parameters: rows, filters_countries: [], filters_continents: [] }
}

function kindOf(value: string): Comparison['compared_as'] {
  const compared = comparableOf(value)
  if (compared === null) return null
  return typeof compared === 'number' ? 'number' : 'date'
}
