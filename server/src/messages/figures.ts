import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

// Figures by time. Whoever changes what becomes of texts adds a row with the difference, in the same transaction; the
// engine adds the rows up. One row of sums for all to lock would make every report wait for the one before.

/** The quarter of an hour of a moment, for SQL. */
export const quarterOf = (moment: RawBuilder<unknown>) =>
  sql`date_bin('15 minutes', ${moment}, timestamptz '2000-01-01T00:00Z')`

/** In SQL: notes what `change` brings, whose rows are texts with `over_at` and their differences. */
export const figuresOf = (user_id: number, change: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into figure_changes (user_id, quarter, sent, delivered, failed, parts)
  select ${user_id}::bigint, ${quarterOf(sql`over_at`)}, sum(sent), sum(delivered), sum(failed), sum(sent * parts)
    from (${change}) c
   where over_at is not null and (sent, delivered, failed) <> (0, 0, 0)
   group by 2`

/** Notes texts that failed as they were made. */
export async function noteFailed(
  tx: Tx,
  user_id: number,
  failed: number,
  now: Date,
): Promise<void> {
  if (failed === 0) return
  await sql`
    insert into figure_changes (user_id, quarter, failed)
    values (${user_id}, ${quarterOf(sql`${now}::timestamptz`)}, ${failed})`.execute(tx)
}

const foldedAtOnce = 5000

/** Adds up what was noted, of one account after the other. True when there may be more. */
export async function foldFigures(db: Db): Promise<boolean> {
  const { rows: accounts } = await sql<{ user_id: number }>`
    select distinct user_id from (select user_id from figure_changes limit ${foldedAtOnce}) noted
     order by user_id`.execute(db)
  let folded = 0
  for (const { user_id } of accounts) folded += await foldFiguresOf(db, user_id)
  return folded >= foldedAtOnce
}

async function foldFiguresOf(db: Db, user_id: number): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with noted as (
      select id from figure_changes where user_id = ${user_id}
       order by id limit ${foldedAtOnce} for update skip locked
    ),
    gone as (
      delete from figure_changes c using noted n where c.user_id = ${user_id} and c.id = n.id
      returning c.quarter, c.sent, c.delivered, c.failed, c.received, c.parts
    ),
    added as (
      insert into figures as f (user_id, quarter, sent, delivered, failed, received, parts)
      select ${user_id}::bigint, quarter, sum(sent), sum(delivered), sum(failed), sum(received), sum(parts)
        from gone group by quarter order by quarter
          on conflict (user_id, quarter) do update
             set sent = f.sent + excluded.sent, delivered = f.delivered + excluded.delivered,
                 failed = f.failed + excluded.failed, received = f.received + excluded.received,
                 parts = f.parts + excluded.parts
    )
    select count(*) as folded from gone`.execute(db)
  return rows[0]?.folded ?? 0
}
