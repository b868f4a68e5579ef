import { sql } from 'kysely'
import { createAccount, createKey } from '../accounts/service.ts'
import type { Tx } from '../db/transaction.ts'
import { hashPassword } from './passwords.ts'
import { createPerson } from './service.ts'

/**
 * The owner's account, made on the first start of an installation, with a person and a key where they are configured.
 * Answers the key to show, or undefined when there is an account already or the key is the configured one.
 */
export async function ensureFirstAccount(
  tx: Tx,
  admin: { email: string | null; password: string | null; api_key: string | null },
): Promise<string | undefined> {
  // Two processes that start together on one database make one account.
  await sql`select pg_advisory_xact_lock(hashtext('simcast first account'))`.execute(tx)
  const known = await tx.selectFrom('accounts').select('user_id').limit(1).executeTakeFirst()
  if (known) return undefined

  const { email, password } = admin
  const user_id = await createAccount(tx, { name: 'Owner', email })
  if (email !== null && password !== null)
    await createPerson(tx, user_id, { email, password_hash: await hashPassword(password) })
  const { key } = await createKey(tx, user_id, 'First key', admin.api_key ?? undefined)
  return admin.api_key === null ? key : undefined
}
