import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/**
 * Locks the pending messages of a contact, before the contact itself is locked: reports of phones lock in that order
 * too, and whoever takes the other one waits for a deadlock.
 */
export async function lockPending(tx: Tx, user_id: number, contact_id: number): Promise<void> {
  await sql`
    select m.id from messages m
     where m.user_id = ${user_id} and m.contact_id = ${contact_id}
       and m.status in ('queued', 'held', 'dispatched')
     order by m.id for update`.execute(tx)
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
     where user_id = ${user_id} and contact_id = ${contact_id} and status in ('queued', 'held')`.execute(
    tx,
  )
}
