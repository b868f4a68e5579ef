import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import { joinOwners, keepPastHandovers, presentSim } from './report.ts'
import { queuedOrWaiting } from './status.ts'

/** Locks what `queueAgain` will move the totals of, to be called before the messages are locked. */
export async function lockForRetry(tx: Tx, user_id: number, ids: readonly number[]): Promise<void> {
  await lockOwners(tx, user_id, {
    messages: sql`
      select o.campaign_id, o.flow_id, unnest(array[o.device_id, o.present_device_id]) as device_id
        from (select m.campaign_id, m.flow_id, m.device_id, ${presentSim(user_id)}
                from messages m ${joinOwners(user_id)}
               where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])) o`,
  })
}

/** Queues failed messages once more, under a new wire id and on the SIM that their campaign or flow has now. */
export async function queueAgain(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0
  await keepPastHandovers(tx, user_id, ids)
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key,
             ${presentSim(user_id)}
        from messages m
        ${joinOwners(user_id)}
       where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.status = 'failed'
       order by m.id for update of m`,
    set: sql`
      status = ${queuedOrWaiting}, device_id = p.present_device_id, sim_subscription_id = p.present_sim, send_at = ${now}, error = null,
      may_have_gone_out = false, handover_key = null, installation_id = null, dispatched_at = null, lease_until = null,
      answered_at = null, phone_state = null, sent_at = null, delivered_at = null, finished_at = null, valid_until = null,
      requeues = null`,
  })
  await reopenCampaigns(tx, user_id, [
    ...new Set(moved.flatMap(({ campaign_id }) => campaign_id ?? [])),
  ])
  return moved.length
}

/** A finished campaign sends again until what was queued is through. */
async function reopenCampaigns(tx: Tx, user_id: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update campaigns set status = 'running', finished_at = null
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and status = 'finished'`.execute(tx)
}
