import { cancelCampaign, releaseCampaign } from '../campaigns/moves.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { startSweep, type Sweep } from '../messages/sweep.ts'

export type HeldOfAccount = {
  campaigns: { id: number; name: string; reason: string | null }[]
  /** Texts that belong to no campaign. */
  total_sms: number
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
  return { campaigns, total_sms }
}

/** Lets everything held go, though any of it may have been sent since the backup was made. */
export async function releaseHeld(
  tx: Tx,
  context: Context,
  user_id: number,
): Promise<HeldOfAccount> {
  return settle(tx, context, user_id, releaseCampaign, { action: 'release_held' })
}

/** Sends nothing of what is held. */
export async function cancelHeld(
  tx: Tx,
  context: Context,
  user_id: number,
): Promise<HeldOfAccount> {
  const sweep = { action: 'cancel_held', error: cancelledError } as const
  return settle(tx, context, user_id, cancelCampaign, sweep)
}

async function settle(
  tx: Tx,
  context: Context,
  user_id: number,
  moveCampaign: typeof releaseCampaign,
  sweep: Sweep,
): Promise<HeldOfAccount> {
  const held = await findHeld(tx, user_id)
  for (const { id } of held.campaigns) await moveCampaign(tx, context, user_id, id)
  await startSweep(tx, user_id, sweep, context.now())
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
  return held
}
