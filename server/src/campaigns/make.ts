import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { createCampaign, type CampaignOrigin, type NewCampaign } from './edit.ts'

export type Made = { campaign_id: number } | { reason: string }

const emptyReason = 'There was nobody to write to: its audience was empty'
const nameMax = 255

/**
 * Makes a campaign that nobody asked for by a request, and launches or schedules it. Where that cannot be done, or there
 * would be nobody to write to, nothing is left of it but the reason.
 */
export async function makeCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  { campaign, origin }: { campaign: NewCampaign; origin: CampaignOrigin },
): Promise<Made> {
  await sql`savepoint campaign`.execute(tx)
  const made = await tryToMake(tx, context, user_id, campaign, origin)
  if ('reason' in made) await sql`rollback to savepoint campaign`.execute(tx)
  return made
}

/** A name with something added, which stays whole where the name is too long. */
export function nameWith(name: string, added: string): string {
  const end = ` (${added})`
  return [...name].slice(0, nameMax - end.length).join('') + end
}

async function tryToMake(
  tx: Tx,
  context: Context,
  user_id: number,
  campaign: NewCampaign,
  origin: CampaignOrigin,
): Promise<Made> {
  try {
    const campaign_id = await createCampaign(tx, context, user_id, campaign, origin)
    const { total_recipients, frozen_at } = await tx
      .selectFrom('campaigns')
      .select(['total_recipients', 'frozen_at'])
      .where('user_id', '=', user_id)
      .where('id', '=', campaign_id)
      .executeTakeFirstOrThrow()
    // Of one that is scheduled nobody knows yet.
    const isEmpty = frozen_at !== null && total_recipients === 0
    return isEmpty ? { reason: emptyReason } : { campaign_id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { reason: error.problems.map(({ title }) => title).join(' ') }
  }
}
