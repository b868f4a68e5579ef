import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { wireDatetime } from '../http/wire.ts'
import { holdSingleTexts } from '../messages/hold.ts'
import { endImport } from '../imports/work.ts'
import { endAllInHand } from '../messages/overdue.ts'
import { endDeliveries } from '../notices/write.ts'
import { holdMakers } from './makers.ts'

/** What a restore has kept back. */
export type Held = {
  campaigns: number
  single_texts: number
  /** Recurring campaigns and RSS automations. */
  makers: number
  /** Texts that phones had in hand: failed now, and they may have gone out. */
  in_hand: number
}

/**
 * Keeps everything back that the original may have sent since a backup was made of it, in every account: campaigns that
 * were scheduled, running or paused come back paused, single texts, recurring campaigns and RSS automations held, each
 * with the reason. Only a person lets them go. Whatever else will send by itself one day has to be held here too.
 */
export async function holdEverything(
  tx: Tx,
  { taken_at, now }: { taken_at: Date; now: Date },
): Promise<Held> {
  const backup = `the backup of ${wireDatetime(taken_at)} UTC`
  const in_hand = await endWhatPhonesHad(
    tx,
    `A phone held the message when ${backup} was made; it may have gone out`,
    now,
  )
  const campaigns = await holdCampaigns(
    tx,
    `The campaign came back from ${backup}: what is pending may have been sent since.`,
  )
  const single_texts = await holdSingleTexts(
    tx,
    `Held: it came back from ${backup} and may have been sent since`,
  )
  const makers = await holdMakers(tx, backup)
  await stopImports(
    tx,
    `It was not through when ${backup} was made, and contacts could enter flows by it. Import the file again.`,
    now,
  )
  await endDeliveries(tx)
  return { campaigns, single_texts, makers, in_hand }
}

async function endWhatPhonesHad(tx: Tx, error: string, now: Date): Promise<number> {
  const { rows } = await sql<{ user_id: number }>`
    select distinct user_id from messages where status = 'dispatched' order by user_id`.execute(tx)
  let ended = 0
  for (const { user_id } of rows) ended += await endAllInHand(tx, user_id, { now, error })
  return ended
}

/** The original went on with them, and has let the contacts enter its flows. */
async function stopImports(tx: Tx, error: string, now: Date): Promise<void> {
  const { rows } = await sql<{ user_id: number; id: number }>`
    select i.user_id, i.id from imports i
     where i.status = 'processing' and not i.dry_run
       and exists (select from flows f where f.user_id = i.user_id and f.is_enabled and f.deleted_at is null)`.execute(
    tx,
  )
  for (const one of rows) await endImport(tx, one, { status: 'failed', error, now })
}

/** One whose messages are all through is left to end by itself. */
async function holdCampaigns(tx: Tx, held_reason: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update campaigns
       set status = 'paused', paused_from = coalesce(paused_from, status), held_reason = ${held_reason}, revision = revision + 1
     where status in ('scheduled', 'running', 'paused') and deleted_at is null
       and (expanded_at is null or total_pending > 0)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
