import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Condition } from '../http/list.ts'
import type { BulkAction, BulkRequest } from './bulk.ts'

/** What a change would come to, with nothing written. */
export type Consequences = {
  total: number
  /** Of them, those that are as they should be already. */
  unchanged: number
  waiting_sms: number
  /** Texts that would be deleted. */
  sms: number
  /** Whether that is what the totals of the contacts say, in place of a count. */
  is_estimate: boolean
}

/** Up to so many contacts their texts are counted one by one. */
const countedMax = 10_000

export async function findConsequences(
  db: Db,
  user_id: number,
  request: BulkRequest,
): Promise<Consequences> {
  const { action, where } = request
  const { rows } = await sql<{ total: number; unchanged: number }>`
    select count(*) as total, count(*) filter (where ${isSoAlready(request)}) as unchanged
      from contacts c where c.user_id = ${user_id} and ${where}`.execute(db)
  const { total, unchanged } = rows[0] ?? { total: 0, unchanged: 0 }
  const withdraws = action === 'delete' || action === 'opt_out'
  const is_estimate = action === 'delete' && total > countedMax
  return {
    total,
    unchanged,
    waiting_sms: withdraws ? await countWaiting(db, user_id, action, where) : 0,
    sms: action === 'delete' ? await countTexts(db, user_id, where, is_estimate) : 0,
    is_estimate,
  }
}

function isSoAlready({ action, custom_parameters }: BulkRequest) {
  switch (action) {
    case 'opt_out':
      return sql`c.opted_out_at is not null`
    case 'opt_in':
      return sql`c.opted_out_at is null`
    case 'delete':
      return sql`false`
    case 'edit': {
      const { set = {}, remove = [] } = custom_parameters ?? {}
      return sql`c.custom_parameters @> ${JSON.stringify(set)}::jsonb
             and not c.custom_parameters ?| ${remove}::text[]`
    }
  }
}

/** Each status has an index of its own, in which it is few among many. */
async function countWaiting(
  db: Db,
  user_id: number,
  action: BulkAction,
  where: Condition,
): Promise<number> {
  const pending = ['waiting', 'queued', 'held', 'dispatched'].map(
    (status) => sql`
      select contact_id from messages where user_id = ${user_id} and status = ${sql.lit(status)}`,
  )
  // Who has opted out gets nothing but the confirmation of it, which stays.
  const who = action === 'opt_out' ? sql`and c.opted_out_at is null` : sql``
  const { rows } = await sql<{ total: number }>`
    select count(*) as total
      from (${sql.join(pending, sql` union all `)}) m
      join contacts c on c.user_id = ${user_id} and c.id = m.contact_id
     where ${where} ${who}`.execute(db)
  return rows[0]?.total ?? 0
}

async function countTexts(
  db: Db,
  user_id: number,
  where: Condition,
  isEstimate: boolean,
): Promise<number> {
  const counted = isEstimate
    ? sql<{ total: number }>`
      select coalesce(sum(c.total_sent + c.total_failed + c.total_received), 0)::bigint as total
        from contacts c where c.user_id = ${user_id} and ${where}`
    : sql<{ total: number }>`
      select count(*) as total
        from contacts c
        join messages m on m.user_id = ${user_id} and m.contact_id = c.id
       where c.user_id = ${user_id} and ${where}`
  const { rows } = await counted.execute(db)
  return rows[0]?.total ?? 0
}
