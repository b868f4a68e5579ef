import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { fold } from '../lib/fold.ts'
import { searchPattern, type Condition, type Filter } from './list.ts'

// The usual filters and searches of lists, to be put into a ListSpec.

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

export function flagFilter(column: RawBuilder<boolean>, description: string): Filter {
  return {
    description,
    allowed: 'one of 1, 0, true, false, on, off, yes, no',
    read: (text) => {
      const flag = flags.get(text.toLowerCase())
      return flag === undefined ? null : sql<SqlBool>`${column} = ${flag}`
    },
  }
}

/** Filters by a word of the wire; several words inside may be one outside. */
export function choiceFilter(choices: Record<string, Condition>, description: string): Filter {
  return {
    description,
    allowed: `one of ${Object.keys(choices).join(', ')}`,
    read: (text) => (Object.hasOwn(choices, text) ? (choices[text] ?? null) : null),
  }
}

/** An id; `0` is taken where the API answers 0 for none. */
export function idFilter(column: RawBuilder<unknown>, description: string): Filter {
  return {
    description,
    allowed: 'a whole number',
    read: (text) => {
      if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(Number(text))) return null
      return sql<SqlBool>`${column} = ${Number(text)}`
    },
  }
}

/** Orders statuses by the words of the API, of which several inside may be one. */
export function byWireStatus(
  status: RawBuilder<unknown>,
  words: Record<string, string>,
): RawBuilder<unknown> {
  const cases = Object.entries(words).map(
    ([inside, word]) => sql`when ${sql.lit(inside)} then ${sql.lit(word)}`,
  )
  return sql`case ${status}::text ${sql.join(cases, sql` `)} end`
}

/** Looks for folded text in a column that holds folded text. */
export function searchIn(column: RawBuilder<unknown>): (term: string) => Condition {
  return (term) => sql<SqlBool>`${column} like ${searchPattern(fold(term))}`
}
