import { sql } from 'kysely'
import type { Db } from '../src/db/pool.ts'
import { pendingStatuses } from '../src/messages/status.ts'

/**
 * Every total of every contact, device, campaign and flow that is not what a count of the rows says: of those that are
 * left and those that were removed.
 */
export async function findWrongTotals(db: Db): Promise<object[]> {
  return [
    ...(await differences(db, 'contacts', 'contact_id', { pending: false, received: true })),
    ...(await differences(db, 'devices', 'device_id', { pending: true, received: true })),
    ...(await differences(db, 'campaigns', 'campaign_id', { pending: true, received: false })),
    ...(await differences(db, 'flows', 'flow_id', { pending: true, received: false })),
    ...(await wrongEntries(db)),
  ]
}

/** Flows also count who entered, and who waits. */
async function wrongEntries(db: Db): Promise<object[]> {
  const { rows } = await sql<object>`
    with happened as (
      select user_id, flow_id, status::text from messages where flow_id is not null
      union all
      select user_id, flow_id, 'removed' from removed_messages where flow_id is not null
    ),
    counted as (
      select user_id, flow_id, count(*) as entered, count(*) filter (where status = 'waiting') as waiting
        from happened group by user_id, flow_id
    )
    select 'flows' as table, f.user_id, f.id, f.total_entered, f.total_waiting, row_to_json(c) as counted
      from flows f
      left join counted c on c.user_id = f.user_id and c.flow_id = f.id
     where (f.total_entered, f.total_waiting) is distinct from (coalesce(c.entered, 0), coalesce(c.waiting, 0))`.execute(
    db,
  )
  return rows
}

async function differences(
  db: Db,
  table: 'contacts' | 'devices' | 'campaigns' | 'flows',
  key: 'contact_id' | 'device_id' | 'campaign_id' | 'flow_id',
  has: { pending: boolean; received: boolean },
): Promise<object[]> {
  const none = sql`0`
  const { rows } = await sql<object>`
    with happened as (
      select user_id, ${sql.ref(key)} as id, status::text, false as is_removed from messages
      union all
      select user_id, ${sql.ref(key)}, status::text, true from removed_messages
    ),
    counted as (
      select user_id, id, count(*) filter (where status in ('sent', 'delivered')) as sent,
             count(*) filter (where status = 'failed') as failed,
             count(*) filter (where status = 'received') as received,
             count(*) filter (where status in ${pendingStatuses} and not is_removed) as pending
        from happened where id is not null group by user_id, id
    ),
    told as (
      select t.user_id, t.id, t.total_sent as sent, t.total_failed as failed,
             ${has.received ? sql`t.total_received` : none} as received,
             ${has.pending ? sql`t.total_pending` : none} as pending
        from ${sql.table(table)} t
    )
    select ${table} as table, t.*, row_to_json(c) as counted
      from told t
      left join counted c on c.user_id = t.user_id and c.id = t.id
     where (t.sent, t.failed, t.received, t.pending) is distinct from
           (coalesce(c.sent, 0), coalesce(c.failed, 0),
            ${has.received ? sql`coalesce(c.received, 0)` : none},
            ${has.pending ? sql`coalesce(c.pending, 0)` : none})`.execute(db)
  return rows
}
