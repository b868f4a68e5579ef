import { sql } from 'kysely'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

/**
 * Waits until the hand-overs of the account that are under way have ended, and lets none begin before the commit. Whoever
 * hands over holds the SIMs of a device and waits for nobody, so this takes milliseconds.
 */
export async function awaitHandovers(tx: Tx, user_id: number): Promise<void> {
  await sql`${named}
    select s.subscription_id from sims s where s.user_id = ${user_id}
     order by s.device_id, s.subscription_id for share`.execute(tx)
}
