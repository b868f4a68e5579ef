import type { Db } from '../db/pool.ts'
import type { Exists } from './routing.ts'

/** Whether a row of the account is there, for tables whose rows are really deleted. */
export function rowExists(table: 'contacts' | 'messages' | 'templates' | 'jobs'): Exists {
  return async (db: Db, user_id: number, id: number) =>
    (await db
      .selectFrom(table)
      .select('id')
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .executeTakeFirst()) !== undefined
}

type HidingTable =
  | 'devices'
  | 'campaigns'
  | 'flows'
  | 'segments'
  | 'recurring_campaigns'
  | 'rss_automations'

/** The same for tables whose rows are hidden when they are deleted. */
export function shownRowExists(table: HidingTable): Exists {
  return async (db: Db, user_id: number, id: number) =>
    (await db
      .selectFrom(table)
      .select('id')
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()) !== undefined
}
