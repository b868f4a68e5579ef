import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { awaitHandovers } from '../messages/await-handovers.ts'
import { lockPending } from '../messages/of-contact.ts'
import { optedOutError } from '../messages/status.ts'
import { tellPhones } from '../messages/tell.ts'
import { cancelMessages } from '../messages/withdraw.ts'
import { forgetOptOut, rememberOptOuts, type Evidence } from './consent.ts'

type Person = { user_id: number; contact_id: number; phone_number: string }

/**
 * Opts a contact out: the number is remembered, a record of how is kept, and what is pending is cancelled, all or nothing.
 * False when it had opted out before, or is not there.
 */
export async function optOut(
  tx: Tx,
  context: Context,
  { user_id, contact_id }: { user_id: number; contact_id: number },
  evidence: Evidence,
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
  await rememberOptOuts(tx, user_id, [contact], evidence, context.now())
  await cancelOptedOut(tx, context, user_id, [contact_id])
  return true
}

/**
 * Lets a contact be written to again, forgets that its number had opted out and keeps a record of how. False when neither
 * had.
 */
export async function optIn(
  tx: Tx,
  context: Context,
  { user_id, contact_id, phone_number }: Person,
  evidence: Evidence,
): Promise<boolean> {
  const contact = await tx
    .updateTable('contacts')
    .set({ opted_out_at: null, revision: sql<number>`revision + 1` })
    .where('user_id', '=', user_id)
    .where('id', '=', contact_id)
    .where('opted_out_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  const isForgotten = await forgetOptOut(tx, user_id, phone_number, evidence, context.now())
  return contact !== undefined || isForgotten
}

/** Cancels what is pending of contacts that have just opted out, wherever it has got to by now. */
export async function cancelOptedOut(
  tx: Tx,
  context: Context,
  user_id: number,
  contact_ids: readonly number[],
): Promise<void> {
  // From here to the commit no phone is given anything; what one was given a moment ago is seen below.
  await awaitHandovers(tx, user_id)
  await cancelOf(tx, context, user_id, contact_ids, optedOutError)
}

/** Cancels what is pending of one contact, and tells the phones that hold some of it. */
export async function cancelOfContact(
  tx: Tx,
  context: Context,
  { user_id, contact_id, error }: { user_id: number; contact_id: number; error: string },
): Promise<void> {
  await cancelOf(tx, context, user_id, [contact_id], error)
}

async function cancelOf(
  tx: Tx,
  context: Context,
  user_id: number,
  contact_ids: readonly number[],
  error: string,
): Promise<void> {
  const { withdrawn } = await cancelMessages(tx, {
    user_id,
    which: sql`m.contact_id = any(${contact_ids}::bigint[])`,
    error,
    now: context.now(),
  })
  tellPhones(tx, context, user_id, withdrawn)
}
