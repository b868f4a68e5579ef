import { deleteCredentials } from '../accounts/credentials.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { endSignInsOf } from './sign-ins.ts'

export type Person = {
  user_id: number
  id: number
  name: string
  email: string
  has_shortcuts: boolean
}

/** Somebody who signs in to the account; the id. Throws where the address is taken, in whatever account. */
export async function createPerson(
  tx: Tx,
  user_id: number,
  { email, name, password_hash }: { email: string; name?: string; password_hash: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('people')
    .values({ user_id, email, name: name ?? nameOf(email), password_hash })
    .returning('id')
    .executeTakeFirstOrThrow()
  await takeAddress(tx, { user_id, id }, email)
  return id
}

export async function findPerson(
  db: Db,
  { user_id, id }: { user_id: number; id: number },
): Promise<(Person & { password_hash: string }) | undefined> {
  return db
    .selectFrom('people')
    .select(['user_id', 'id', 'name', 'email', 'has_shortcuts', 'password_hash'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** Who signs in with this address, whatever its case. */
export async function findPersonByEmail(
  db: Db,
  email: string,
): Promise<(Person & { password_hash: string }) | undefined> {
  const address = await db
    .selectFrom('sign_in_addresses')
    .select(['user_id', 'person_id'])
    .where('email_folded', '=', fold(email))
    .executeTakeFirst()
  return address && findPerson(db, { user_id: address.user_id, id: address.person_id })
}

type PersonChange = { name?: string; email?: string; has_shortcuts?: boolean }

export async function updatePerson(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  change: PersonChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  if (change.email !== undefined) {
    await tx
      .deleteFrom('sign_in_addresses')
      .where('user_id', '=', user_id)
      .where('person_id', '=', id)
      .execute()
    await takeAddress(tx, { user_id, id }, change.email)
  }
  await tx
    .updateTable('people')
    .set(change)
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** Whoever calls this ends the sign-ins that are not to go on. */
export async function setPassword(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  password_hash: string,
): Promise<void> {
  await tx
    .updateTable('people')
    .set({ password_hash })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/**
 * Shut out from now on, on every browser; whoever calls this tells `keys` after the commit. The name stays, for the
 * records of what they did.
 */
export async function deletePerson(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('sign_in_addresses')
    .where('user_id', '=', user_id)
    .where('person_id', '=', id)
    .execute()
  await endSignInsOf(tx, { user_id, person_id: id })
  await deleteCredentials(tx, { user_id, subject_id: id, kinds: ['setup_link'] })
  await tx
    .updateTable('people')
    .set({ deleted_at: now, password_hash: '' })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** The name of who has given none. */
function nameOf(email: string): string {
  return email.split('@')[0] || email
}

async function takeAddress(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  email: string,
): Promise<void> {
  const taken = await tx
    .insertInto('sign_in_addresses')
    .values({ email_folded: fold(email), user_id, person_id: id })
    .onConflict((oc) => oc.column('email_folded').doNothing())
    .returning('email_folded')
    .executeTakeFirst()
  if (!taken) throw invalid([{ title: addressTaken, field: 'email', code: 'taken' }])
}

const addressTaken = 'Somebody signs in with this address already. Give another one.'
