import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { pendingStatuses } from './status.ts'

/**
 * Deletes rows and leaves what the totals and late reports still need. Pending ones are to be withdrawn before; one that
 * was made meanwhile stays, since it is counted as pending. `which` speaks of `m`. Answers how many are gone.
 *
 * What is left is also how it is known who has entered a flow: as long as the contact and the flow are there, so must be
 * the tombstone, or the contact would get the flow's text again.
 */
export async function removeMessages(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with gone as (
      delete from messages m
       where m.user_id = ${user_id} and m.status not in ${pendingStatuses} and ${which}
      returning m.id, m.contact_id, m.device_id, m.campaign_id, m.flow_id, m.status, m.handover_key
    ),
    kept as (
      insert into removed_messages (user_id, message_id, contact_id, device_id, campaign_id, flow_id, status, handover_key)
      select ${user_id}, id, contact_id, device_id, campaign_id, flow_id, status, handover_key from gone
      returning 1
    ),
    -- What nobody had read is no longer there to be read.
    by_conversation as (
      update conversations v set unread = greatest(0, v.unread - g.unread)
        from (select gone.contact_id, count(*) as unread
                from gone
                join conversations r on r.user_id = ${user_id} and r.contact_id = gone.contact_id
               where gone.status = 'received' and gone.id > r.read_up_to
               group by gone.contact_id) g
       where v.user_id = ${user_id} and v.contact_id = g.contact_id
    )
    select count(*) as removed from kept`.execute(tx)
  return rows[0]?.removed ?? 0
}
