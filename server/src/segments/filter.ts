import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { comparableOf, fold } from '../lib/fold.ts'

export const conditions = [
  'exact',
  'not_exact',
  'contains',
  'not_contains',
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
  'bigger_than',
  'lower_than',
] as const

export type FilterCondition = (typeof conditions)[number]

export type FilterRow = { key: string; condition: FilterCondition; value: string }

/** Who is meant: every row holds, one of the countries, one of the continents. Stored and answered as it stands. */
export type Filter = {
  filters_custom_parameters: FilterRow[]
  filters_countries: string[]
  filters_continents: string[]
}

/**
 * The one place where a filter becomes SQL, over contacts named `c`; counting, previewing, launching and checking again
 * all ask this. It is true or false, never null.
 */
export function compileFilter(filter: Filter): RawBuilder<SqlBool> {
  const parts = filter.filters_custom_parameters.map(compileRow)
  if (filter.filters_countries.length > 0) {
    parts.push(isOneOf('country_code', filter.filters_countries))
  }
  if (filter.filters_continents.length > 0) {
    parts.push(isOneOf('continent_code', filter.filters_continents))
  }
  // A filter without a part is never stored; were there one, it must not mean everybody.
  if (parts.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`
}

function compileRow({ key, condition, value }: FilterRow): RawBuilder<SqlBool> {
  const folded = fold(value)
  switch (condition) {
    case 'exact':
      return hasText(key, folded)
    case 'not_exact':
      return not(hasText(key, folded))
    case 'contains':
      return hasLike(key, `%${literal(folded)}%`)
    case 'not_contains':
      return not(hasLike(key, `%${literal(folded)}%`))
    case 'starts_with':
      return hasLike(key, `${literal(folded)}%`)
    case 'not_starts_with':
      return not(hasLike(key, `${literal(folded)}%`))
    case 'ends_with':
      return hasLike(key, `%${literal(folded)}`)
    case 'not_ends_with':
      return not(hasLike(key, `%${literal(folded)}`))
    case 'bigger_than':
      return compares(key, sql`>`, value)
    case 'lower_than':
      return compares(key, sql`<`, value)
  }
}

/** By containment, which the GIN index on the folded parameters serves (0.3 ms at a million rows, `->> =` took 92). */
function hasText(key: string, folded: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`c.folded_parameters @> ${JSON.stringify({ [key]: folded })}::jsonb`
}

function hasLike(key: string, pattern: string): RawBuilder<SqlBool> {
  const text = sql`(c.folded_parameters ->> ${key}::text) collate "C"`
  return sql<SqlBool>`coalesce(${text} like ${pattern}, false)`
}

/** Numbers against numbers and dates against dates; whatever else stands there fails. */
function compares(key: string, operator: RawBuilder<unknown>, value: string): RawBuilder<SqlBool> {
  const operand = comparableOf(value)
  if (operand === null) return sql<SqlBool>`false`
  const known = sql`c.comparable_parameters -> ${key}::text`
  const type = typeof operand
  return sql<SqlBool>`
    case when jsonb_typeof(${known}) = ${type}
         then (${known}) ${operator} ${JSON.stringify(operand)}::jsonb
         else false end`
}

function isOneOf(
  column: 'country_code' | 'continent_code',
  codes: readonly string[],
): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(c.${sql.ref(column)} = any(${codes}::text[]), false)`
}

function not(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`not (${condition})`
}

function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
