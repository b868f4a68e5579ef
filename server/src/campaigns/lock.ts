import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { CampaignStatus } from '../db/schema.generated.ts'
import type { Tx } from '../db/transaction.ts'
import { conflict, notFound } from '../errors.ts'
import { allows, refusal, type Move } from './status.ts'

/** The campaign, locked until the end of the transaction; one that is deleted is not there. */
export async function lockCampaign(tx: Tx, user_id: number, id: number) {
  const campaign = await tx
    .selectFrom('campaigns')
    .select([
      'status',
      'paused_from',
      'held_reason',
      'is_scheduled',
      'scheduled_at',
      'created_at',
      'content',
      'has_footer',
      'audience_type',
      'segment_id',
      'device_id',
      'sim_subscription_id',
      'expires_at',
      'quiet_hours',
      'quiet_hours_start',
      'quiet_hours_end',
      'revision',
    ])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!campaign) throw notFound(`There is no campaign ${id}.`)
  return campaign
}

export function requireMove(move: Move, status: CampaignStatus): void {
  if (!allows(move, status)) throw conflict(refusal(move, status), 'status')
}

type StatusChange = {
  status: CampaignStatus
  paused_from?: 'scheduled' | 'running' | CampaignStatus | null
  held_reason?: null
  finished_at?: Date | null
}

export async function setStatus(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
  change: StatusChange,
): Promise<void> {
  await tx
    .updateTable('campaigns')
    .set({ ...change, revision: sql<number>`revision + 1`, changed_at: context.now() })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}
