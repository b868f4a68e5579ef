import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { lockOwners, type Owners } from './lock-owners.ts'
import { pendingStatuses, untakenStatuses } from './status.ts'

/**
 * Locks the pending messages of contacts, and what has totals of them, before the contacts themselves are locked. `others`
 * will have totals of messages that are yet to be made.
 */
export async function lockPending(
  tx: Tx,
  user_id: number,
  contact_ids: readonly number[],
  others: Partial<Owners> = {},
): Promise<void> {
  await lockMessages(
    tx,
    user_id,
    sql`m.contact_id = any(${contact_ids}::bigint[]) and m.status in ${pendingStatuses}`,
    others,
  )
}

/** Locks messages in whatever state, and what has totals of them. `which` speaks of `m`. */
export async function lockMessages(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
  others: Partial<Owners> = {},
): Promise<void> {
  const some = sql`from messages m where m.user_id = ${user_id} and ${which}`
  await lockOwners(tx, user_id, {
    messages: sql`select m.campaign_id, m.flow_id, m.device_id ${some}`,
    ...others,
  })
  await sql`select m.id ${some} order by m.id for update`.execute(tx)
}

/** What no phone has taken yet follows the contact to its new number; the old one may be somebody else's by now. */
export async function readdressQueued(
  tx: Tx,
  user_id: number,
  contact_id: number,
  phone_number: string,
): Promise<void> {
  await sql`
    update messages
       set phone_number = ${phone_number}
     where user_id = ${user_id} and contact_id = ${contact_id} and status in ${untakenStatuses}`.execute(
    tx,
  )
}
