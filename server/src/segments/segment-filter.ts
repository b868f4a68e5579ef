import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Filter } from '../http/list.ts'

/** Filters lists of what is sent to everybody or to a segment. */
export function segmentFilter(column: RawBuilder<unknown>, description: string): Filter {
  return {
    description,
    allowed: 'all, or the id of a segment',
    read: (text) => {
      if (text === 'all') return sql<SqlBool>`${column} is null`
      const isId = /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
      return isId ? sql<SqlBool>`${column} = ${Number(text)}` : null
    },
  }
}
