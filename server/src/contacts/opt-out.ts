import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { awaitHandovers, lockForOptOut } from '../messages/await-handovers.ts'
import { optedOutError } from '../messages/status.ts'
import { tellPhones } from '../messages/tell.ts'
import { cancelMessages } from '../messages/withdraw.ts'
import { forgetOptOut, rememberOptOuts, type Evidence } from './consent.ts'

type Person = { user_id: number; contact_id: number; phone_number: string }

/**
 * Opts a contact out: the number is remembered, a record of how is kept, and what is pending is cancelled, all or nothing.
 * False when it had opted out before, or is not there. `held` are its pending messages, where `lockForOptOut` was called
 * already.
 */
export async function optOut(
  tx: Tx,
  context: Context,
  { user_id, contact_id }: { user_id: number; contact_id: number },
  evidence: Evidence,
  held?: readonly number[],
): Promise<boolean> {
  const pending = held ?? (await lockForOptOut(tx, user_id, [contact_id]))
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
  await cancelHeld(tx, context, user_id, pending)
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

/** Cancels messages that `lockForOptOut` has locked: their contacts have opted out. */
export async function cancelHeld(
  tx: Tx,
  context: Context,
  user_id: number,
  held: readonly number[],
): Promise<void> {
  if (held.length === 0) return
  await cancelWhich(tx, context, user_id, sql`m.id = any(${held}::bigint[])`, optedOutError)
}

/** Cancels what is pending of contacts that an import has just opted out, wherever it has got to by now. */
export async function cancelOptedOut(
  tx: Tx,
  context: Context,
  user_id: number,
  contact_ids: readonly number[],
): Promise<void> {
  // Late in a long transaction: phones wait for its end. What one was given a moment ago is seen below.
  await awaitHandovers(tx, user_id)
  const which = sql`m.contact_id = any(${contact_ids}::bigint[])`
  await cancelWhich(tx, context, user_id, which, optedOutError)
}

/** Cancels what is pending of some messages, and tells the phones that hold some of it. `which` speaks of `m`. */
export async function cancelWhich(
  tx: Tx,
  context: Context,
  user_id: number,
  which: RawBuilder<unknown>,
  error: string,
): Promise<void> {
  const { withdrawn } = await cancelMessages(tx, { user_id, which, error, now: context.now() })
  tellPhones(tx, context, user_id, withdrawn)
}
