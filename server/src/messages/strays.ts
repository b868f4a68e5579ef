import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { figuresOf } from './figures.ts'
import { moveMessages } from './move.ts'
import type { PhoneReport } from './status.ts'
import { withdrawFromPhones } from './withdraw.ts'

/** Reports under a wire id that is not a row's present one: an earlier hand-over, or a row that is gone. */
export async function applyStrays(
  tx: Tx,
  user_id: number,
  strays: readonly PhoneReport[],
  now: Date,
): Promise<{ device_id: number; wire_id: string }[]> {
  const gone = strays.filter(({ state }) => state === 'Sent' || state === 'Delivered')
  if (gone.length === 0) return []
  const ids = sql`${gone.map(({ id }) => id)}::bigint[]`
  const keys = sql`${gone.map((report) => report.handover_key)}::bigint[]`
  const sentAt = sql`${gone.map((report) => report.sent_at ?? now)}::timestamptz[]`
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key, g.sent_at as reported_at
        from (select id, key, min(sent_at) as sent_at from unnest(${ids}, ${keys}, ${sentAt}) as u (id, key, sent_at) group by id, key) g
        join past_handovers h on h.user_id = ${user_id} and h.message_id = g.id and h.handover_key = g.key
        join messages m on m.user_id = ${user_id} and m.id = g.id
       where m.user_id = ${user_id} and m.status not in ('sent', 'delivered', 'received')
       order by m.id for update of m`,
    set: sql`
      status = 'sent', sent_at = coalesce(m.sent_at, p.reported_at), finished_at = coalesce(m.finished_at, ${now}::timestamptz),
      error = null, may_have_gone_out = false`,
  })
  await countRemovedAsSent(tx, user_id, { ids, keys, sentAt }, now)
  // A second hand-over of a text that has gone out under the first one must not go out as well.
  return withdrawFromPhones(tx, user_id, moved, now)
}

type Arrays = {
  ids: ReturnType<typeof sql>
  keys: ReturnType<typeof sql>
  sentAt: ReturnType<typeof sql>
}

/** A message whose row was deleted, withdrawn or failed before, went out after all: the totals count what happened. */
async function countRemovedAsSent(
  tx: Tx,
  user_id: number,
  { ids, keys, sentAt }: Arrays,
  now: Date,
): Promise<void> {
  await sql`
    with told as (
      select r.message_id, r.status as was, min(g.sent_at) as sent_at
        from unnest(${ids}, ${keys}, ${sentAt}) as g (id, key, sent_at)
        join removed_messages r on r.user_id = ${user_id} and r.message_id = g.id
        left join past_handovers h on h.user_id = ${user_id} and h.message_id = g.id and h.handover_key = g.key
       where r.user_id = ${user_id} and (r.handover_key = g.key or h.handover_key is not null)
       group by r.message_id, r.status
    ),
    moved as (
      update removed_messages r set status = 'sent'
        from told
       where r.user_id = ${user_id} and r.message_id = told.message_id and r.status not in ('sent', 'delivered', 'received')
      returning r.contact_id, r.device_id, r.campaign_id, r.flow_id, told.sent_at, (told.was = 'failed')::int as was_failed,
                (told.was = 'cancelled')::int as was_cancelled
    ),
    by_contact as (${totalsOfRemoved(user_id, 'contacts', 'contact_id')}),
    by_device as (${totalsOfRemoved(user_id, 'devices', 'device_id')}),
    by_campaign as (${totalsOfRemoved(user_id, 'campaigns', 'campaign_id')}),
    by_flow as (${totalsOfRemoved(user_id, 'flows', 'flow_id')}),
    -- When it was over, and its length, went with its row.
    by_time as (${figuresOf(
      user_id,
      sql`select 1 as sent, 0 as delivered, -was_failed as failed, 1 as parts, ${now}::timestamptz as over_at from moved`,
    )})
    select count(*) from moved`.execute(tx)
}

function totalsOfRemoved(
  user_id: number,
  table: 'contacts' | 'devices' | 'campaigns' | 'flows',
  key: 'contact_id' | 'device_id' | 'campaign_id' | 'flow_id',
) {
  return sql`
    update ${sql.table(table)} c
       set total_sent = c.total_sent + d.sent, total_failed = c.total_failed - d.failed,
           ${table === 'campaigns' ? sql`total_cancelled = c.total_cancelled - d.cancelled,` : sql``}
           last_sent_at = greatest(c.last_sent_at, d.sent_at)
      from (select ${sql.ref(key)} as id, count(*) as sent, sum(was_failed) as failed, sum(was_cancelled) as cancelled,
                   max(sent_at) as sent_at
              from moved group by ${sql.ref(key)}) d
     where c.user_id = ${user_id} and c.id = d.id`
}
