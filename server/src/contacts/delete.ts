import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { lockMessages } from '../messages/of-contact.ts'
import { removeMessages } from '../messages/remove.ts'
import { cancelWhich } from './opt-out.ts'

const deletedError = 'The contact was deleted'

/** Deletes a contact with its messages; what is pending is withdrawn. Its number's opt-out stays remembered. */
export async function deleteContact(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const deleted = await deleteContacts(tx, context, user_id, [id])
  if (deleted === 0) throw notFound(`There is no contact ${id}.`)
}

/** The same for many; how many of them were there. */
export async function deleteContacts(
  tx: Tx,
  context: Context,
  user_id: number,
  ids: readonly number[],
): Promise<number> {
  const ofThem = sql`m.contact_id = any(${ids}::bigint[])`
  await lockMessages(tx, user_id, ofThem)
  await sql`
    select id from contacts where user_id = ${user_id} and id = any(${ids}::bigint[])
     order by id for update`.execute(tx)
  await cancelWhich(tx, context, user_id, ofThem, deletedError)
  await removeMessages(tx, user_id, ofThem)
  await tx
    .deleteFrom('contact_changes')
    .where('user_id', '=', user_id)
    .where('contact_id', 'in', ids)
    .execute()
  await tx
    .deleteFrom('removed_totals')
    .where('user_id', '=', user_id)
    .where('owner', '=', 'contacts')
    .where('owner_id', 'in', ids)
    .execute()
  const { numDeletedRows } = await tx
    .deleteFrom('contacts')
    .where('user_id', '=', user_id)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
