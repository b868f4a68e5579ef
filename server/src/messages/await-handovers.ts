import { sql } from 'kysely'
import { named } from '../db/pool.ts'
import { Overtaken, type Tx } from '../db/transaction.ts'
import { lockOwners, messagesOf, type Owners } from './lock-owners.ts'
import { pendingStatuses } from './status.ts'

/**
 * Waits until the hand-overs of the account that are under way have ended, and lets none begin before the commit. Whoever
 * hands over holds the SIMs of a device and waits for nobody, so this takes milliseconds.
 */
export async function awaitHandovers(tx: Tx, user_id: number): Promise<void> {
  await sql`${named}
    select s.subscription_id from sims s where s.user_id = ${user_id}
     order by s.device_id, s.subscription_id for share`.execute(tx)
}

/**
 * Locks the pending messages of contacts, so that they can be withdrawn for good, and answers their ids: from now to the
 * commit no phone is given anything. What is made for these contacts meanwhile is refused when its turn comes. Called
 * before the contacts themselves are locked. `others` will have totals of messages that are yet to be made.
 */
export async function lockForOptOut(
  tx: Tx,
  user_id: number,
  contact_ids: readonly number[],
  others: Partial<Owners> = {},
): Promise<number[]> {
  const which = sql`from messages m
     where m.user_id = ${user_id} and m.contact_id = any(${contact_ids}::bigint[])`
  // Chosen once: what is made between two statements would have to be locked in the wrong order.
  const { rows } = await sql<{ id: number }>`
    select m.id ${which} and m.status in ${pendingStatuses}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await lockOwners(tx, user_id, { messages: messagesOf(user_id, ids), ...others })
  await awaitHandovers(tx, user_id)
  const taken = await sql`
    select ${which} and m.status = 'dispatched' and m.id <> all(${ids}::bigint[]) limit 1`.execute(
    tx,
  )
  if (taken.rows.length > 0) throw new Overtaken('a text was made and handed over meanwhile')
  await sql`
    select m.id from messages m where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])
     order by m.id for update`.execute(tx)
  return ids
}
