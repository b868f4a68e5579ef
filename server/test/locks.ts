import { sql } from 'kysely'
import type { Db } from '../src/db/pool.ts'

/** Resolves as soon as a statement in this database waits for a lock, or when `work` is done without ever waiting. */
export async function untilWaiting(db: Db, work: Promise<unknown>): Promise<void> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  work.then(end, end)
  while (!isDone) {
    const { rows } = await sql`
      select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length > 0) return
  }
}
