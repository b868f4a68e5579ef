import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { lockPending } from '../messages/of-contact.ts'
import { optedOutError } from '../messages/status.ts'
import { tellPhones } from '../messages/tell.ts'
import { cancelMessages } from '../messages/withdraw.ts'

/**
 * Opts a contact out: the number is remembered and what is pending is cancelled, all or nothing. False when it had opted
 * out before, or is not there.
 */
export async function optOut(
  tx: Tx,
  context: Context,
  user_id: number,
  contact_id: number,
): Promise<boolean> {
  await lockPending(tx, user_id, [contact_id])
  const contact = await tx
    .updateTable('contacts')
    .set({ opted_out_at: context.now(), revision: sql<number>`revision + 1` })
    .where('user_id', '=', user_id)
    .where('id', '=', contact_id)
    .where('opted_out_at', 'is', null)
    .returning('phone_number')
    .executeTakeFirst()
  if (!contact) return false
  await rememberOptOut(tx, user_id, contact.phone_number, context.now())
  await cancelOfContact(tx, context, { user_id, contact_id, error: optedOutError })
  return true
}

/** Lets a contact be written to again and forgets that its number had opted out. False when it had not. */
export async function optIn(tx: Tx, user_id: number, contact_id: number): Promise<boolean> {
  const contact = await tx
    .updateTable('contacts')
    .set({ opted_out_at: null, revision: sql<number>`revision + 1` })
    .where('user_id', '=', user_id)
    .where('id', '=', contact_id)
    .where('opted_out_at', 'is not', null)
    .returning('phone_number')
    .executeTakeFirst()
  if (!contact) return false
  await forgetOptOut(tx, user_id, contact.phone_number)
  return true
}

/** When a number opted out, whoever has it now; null when it has not. */
export async function findOptOut(
  tx: Tx,
  user_id: number,
  phone_number: string,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('opt_outs')
    .select('opted_out_at')
    .where('user_id', '=', user_id)
    .where('phone_number', '=', phone_number)
    .executeTakeFirst()
  return row?.opted_out_at ?? null
}

export async function rememberOptOut(
  tx: Tx,
  user_id: number,
  phone_number: string,
  opted_out_at: Date,
): Promise<void> {
  await tx
    .insertInto('opt_outs')
    .values({ user_id, phone_number, opted_out_at })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function forgetOptOut(tx: Tx, user_id: number, phone_number: string): Promise<void> {
  await tx
    .deleteFrom('opt_outs')
    .where('user_id', '=', user_id)
    .where('phone_number', '=', phone_number)
    .execute()
}

/** Cancels what is pending of one contact, and tells the phones that hold some of it. */
export async function cancelOfContact(
  tx: Tx,
  context: Context,
  { user_id, contact_id, error }: { user_id: number; contact_id: number; error: string },
): Promise<void> {
  const { withdrawn } = await cancelMessages(tx, {
    user_id,
    which: sql`m.contact_id = ${contact_id}`,
    error,
    now: context.now(),
  })
  tellPhones(tx, context, user_id, withdrawn)
}
