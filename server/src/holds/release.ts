import { cancelCampaign, releaseCampaign } from '../campaigns/moves.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { startSweep, type Sweep } from '../messages/sweep.ts'
import { findHeldMakers, releaseMakers, stopMakers, type HeldMaker } from './makers.ts'

export type HeldOfAccount = {
  campaigns: HeldMaker[]
  /** Texts that belong to no campaign. */
  total_sms: number
  recurring_campaigns: HeldMaker[]
  rss_automations: HeldMaker[]
}

const cancelledError = 'It came back from a backup and was cancelled by a person'

/** What of an account waits for a person since a restore. */
export async function findHeld(db: Db, user_id: number): Promise<HeldOfAccount> {
  const campaigns = await db
    .selectFrom('campaigns')
    .select(['id', 'name', 'held_reason as reason'])
    .where('user_id', '=', user_id)
    .where('held_reason', 'is not', null)
    .orderBy('id')
    .execute()
  const { total_sms } = await db
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number>().as('total_sms'))
    .where('user_id', '=', user_id)
    .where('status', '=', 'held')
    .executeTakeFirstOrThrow()
  return {
    campaigns,
    total_sms,
    recurring_campaigns: await findHeldMakers(db, user_id, 'recurring_campaigns'),
    rss_automations: await findHeldMakers(db, user_id, 'rss_automations'),
  }
}

/** Lets everything held go, though any of it may have been sent since the backup was made. */
export async function releaseHeld(
  tx: Tx,
  context: Context,
  user_id: number,
): Promise<HeldOfAccount> {
  const sweep = { action: 'release_held' } as const
  return settle(tx, context, user_id, { makers: releaseMakers, campaign: releaseCampaign, sweep })
}

/** Sends nothing of what is held. */
export async function cancelHeld(
  tx: Tx,
  context: Context,
  user_id: number,
): Promise<HeldOfAccount> {
  const sweep = { action: 'cancel_held', error: cancelledError } as const
  return settle(tx, context, user_id, { makers: stopMakers, campaign: cancelCampaign, sweep })
}

async function settle(
  tx: Tx,
  context: Context,
  user_id: number,
  how: { makers: typeof releaseMakers; campaign: typeof releaseCampaign; sweep: Sweep },
): Promise<HeldOfAccount> {
  const held = await findHeld(tx, user_id)
  await how.makers(tx, user_id)
  for (const { id } of held.campaigns) await how.campaign(tx, context, user_id, id)
  await startSweep(tx, user_id, how.sweep, context.now())
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
  return held
}
