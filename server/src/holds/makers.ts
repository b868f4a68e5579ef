import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

// What makes campaigns by itself: recurring campaigns and RSS automations.

export type HeldMaker = { id: number; name: string; reason: string | null }

/** So that a restored installation runs nothing that the original runs too. How many there are. */
export async function holdMakers(tx: Tx, backup: string): Promise<number> {
  const recurring = await sql`
    update recurring_campaigns
       set held_reason = ${`It came back from ${backup}, and the original may go on.`}, revision = revision + 1
     where is_enabled and deleted_at is null`.execute(tx)
  const automations = await sql`
    update rss_automations
       set held_reason = ${`It came back from ${backup}, and the original may go on.`}, revision = revision + 1
     where is_enabled and deleted_at is null`.execute(tx)
  return Number(recurring.numAffectedRows ?? 0) + Number(automations.numAffectedRows ?? 0)
}

export async function findHeldMakers(
  db: Db,
  user_id: number,
  table: 'recurring_campaigns' | 'rss_automations',
): Promise<HeldMaker[]> {
  return db
    .selectFrom(table)
    .select(['id', 'name', 'held_reason as reason'])
    .where('user_id', '=', user_id)
    .where('held_reason', 'is not', null)
    .orderBy('id')
    .execute()
}

/** Lets them go on. What a feed has by then may have been sent by the original, so it is only noted. */
export async function releaseMakers(tx: Tx, user_id: number): Promise<void> {
  await sql`
    update recurring_campaigns set held_reason = null, revision = revision + 1
     where user_id = ${user_id} and held_reason is not null`.execute(tx)
  await sql`
    update rss_automations set held_reason = null, is_primed = false, sends_present_items = false, revision = revision + 1
     where user_id = ${user_id} and held_reason is not null`.execute(tx)
}

/** Switches them off. */
export async function stopMakers(tx: Tx, user_id: number): Promise<void> {
  await sql`
    update recurring_campaigns
       set held_reason = null, is_enabled = false, next_run_at = null, revision = revision + 1
     where user_id = ${user_id} and held_reason is not null`.execute(tx)
  await sql`
    update rss_automations
       set held_reason = null, is_enabled = false, next_check_at = null, revision = revision + 1
     where user_id = ${user_id} and held_reason is not null`.execute(tx)
}
