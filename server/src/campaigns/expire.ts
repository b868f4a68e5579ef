import type { Context } from '../context.ts'
import { afterCommit, inTransaction } from '../db/transaction.ts'
import { startSweep } from '../messages/sweep.ts'
import { tellPhones } from '../messages/tell.ts'
import { lockCampaign, setStatus } from './lock.ts'
import { allows } from './status.ts'

export const expiredError = 'The campaign expired before the message could leave'

/**
 * Ends one campaign whose time is over: what has not left is cancelled with that reason, and withdrawn from phones where
 * that still can be. False when there is none.
 */
export async function expireCampaign(context: Context): Promise<boolean> {
  const { db, now } = context
  const due = await db
    .selectFrom('campaigns')
    .select(['user_id', 'id'])
    .where('status', 'in', ['scheduled', 'running', 'paused'])
    .where('deleted_at', 'is', null)
    .where('expires_at', '<=', now())
    .limit(20)
    .execute()
  let hasEnded = false
  for (const { user_id, id } of due) hasEnded = (await expireOne(context, user_id, id)) || hasEnded
  return hasEnded
}

async function expireOne(context: Context, user_id: number, id: number): Promise<boolean> {
  const { db, now } = context
  return inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('campaigns')
      .select(['expanded_at', 'total_pending', 'expires_at', 'deleted_at'])
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!row?.expires_at || row.deleted_at || row.expires_at > now()) return false
    const campaign = await lockCampaign(tx, user_id, id)
    if (!allows('cancel', campaign.status)) return false
    // All of it has left in time: it is finished as any other.
    if (campaign.status === 'running' && row.expanded_at && row.total_pending === 0) return false
    await setStatus(tx, context, user_id, id, {
      status: 'cancelled',
      paused_from: null,
      held_reason: null,
      finished_at: now(),
    })
    const sweep = { action: 'cancel' as const, campaign_id: id, error: expiredError }
    const { withdrawn } = await startSweep(tx, user_id, sweep, now())
    tellPhones(tx, context, user_id, withdrawn)
    afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
    return true
  })
}
