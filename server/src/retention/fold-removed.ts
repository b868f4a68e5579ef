import { sql } from 'kysely'
import type { Chore } from '../chores/chores.ts'
import type { Tx } from '../db/transaction.ts'
import { nextPage, pageSize, readPass, toState } from './pass.ts'

const hourMs = 3600 * 1000
const dayMs = 24 * hourMs
/** A phone keeps what it sent for 30 days; nobody reports a message after twice that. */
const keptDays = 60
/** Those that have to stay are asked again after so long. */
const daysBetween = 30

const removed = { table: sql`removed_messages`, age: sql`removed_at`, id: sql`message_id` }

/**
 * Lets go of what is left of messages that were removed long ago, and keeps their sums, so that totals can still be
 * proved. What is left of a flow's text stays as long as the flow and the contact: by it nobody enters twice. So does
 * what is left of a campaign that is not over.
 */
export const foldRemoved = (clock: () => Date): Chore => {
  return async (tx, { user_id, state }) => {
    const now = clock()
    const until = new Date(now.getTime() - keptDays * dayMs)
    const pass = readPass(state, now, daysBetween)
    const { ids, place } = await nextPage(tx, removed, { user_id, place: pass.place, until })
    if (ids.length > 0) await fold(tx, user_id, ids)
    return {
      state: toState({ ...pass, place }),
      next_at: ids.length < pageSize ? new Date(now.getTime() + hourMs) : now,
    }
  }
}

async function fold(tx: Tx, user_id: number, ids: number[]): Promise<void> {
  const total = (status: string) => sql`count(*) filter (where g.status in (${sql.raw(status)}))`
  await sql`
    with old as (
      select r.message_id from removed_messages r
       where r.user_id = ${user_id} and r.message_id = any(${ids}::bigint[])
         and not exists (select from flows f join contacts c on c.user_id = f.user_id and c.id = r.contact_id
                          where f.user_id = ${user_id} and f.id = r.flow_id and f.deleted_at is null)
         and not exists (select from campaigns k
                          where k.user_id = ${user_id} and k.id = r.campaign_id and k.deleted_at is null
                            and k.status not in ('finished', 'cancelled'))
       order by r.message_id for update of r skip locked
    ),
    gone as (
      delete from removed_messages r using old
       where r.user_id = ${user_id} and r.message_id = old.message_id
      returning r.message_id, r.contact_id, r.device_id, r.campaign_id, r.flow_id, r.status
    ),
    handovers as (
      delete from past_handovers h using gone where h.user_id = ${user_id} and h.message_id = gone.message_id
    )
    insert into removed_totals as t (user_id, owner, owner_id, sent, failed, received, removed, delivered, cancelled)
    select ${user_id}::bigint, o.owner, o.id, ${total(`'sent', 'delivered'`)}, ${total(`'failed'`)},
           ${total(`'received'`)}, count(*), ${total(`'delivered'`)}, ${total(`'cancelled'`)}
      from gone g
     cross join lateral (values ('contacts', g.contact_id), ('devices', g.device_id), ('campaigns', g.campaign_id),
                                ('flows', g.flow_id)) as o (owner, id)
     where o.id is not null
       and (o.owner <> 'contacts' or exists (select from contacts c where c.user_id = ${user_id} and c.id = o.id))
     group by o.owner, o.id
     order by o.owner, o.id
        on conflict (user_id, owner, owner_id) do update
           set sent = t.sent + excluded.sent, failed = t.failed + excluded.failed,
               received = t.received + excluded.received, removed = t.removed + excluded.removed,
               delivered = t.delivered + excluded.delivered, cancelled = t.cancelled + excluded.cancelled`.execute(
    tx,
  )
}
