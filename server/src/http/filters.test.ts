import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { choiceFilter, flagFilter, idFilter } from './filters.ts'

const column = sql<boolean>`a`
const filters = {
  flag: flagFilter(column, 'A flag'),
  choice: choiceFilter({ sent: sql`true` }, 'A choice'),
  id: idFilter(column, 'An id'),
}

describe.for(Object.entries(filters))('a filter by %s', ([, filter]) => {
  test.for(['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\0', '-1', '1e3', 'x'])(
    'does not take %j',
    (text) => {
      expect(filter.read(text)).toBeNull()
    },
  )
})
