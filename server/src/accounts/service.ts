import { argon2, randomBytes, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { Db } from '../db/pool.ts'
import { notFound } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { deleteCredentials, insertCredential, newSecret } from './credentials.ts'

export type Account = {
  user_id: number
  name: string
  email: string | null
  default_country: string | null
  timezone: string
  revision: number
  created_at: Date
  opt_out_words: string[] | null
  opt_in_words: string[] | null
  help_words: string[] | null
  opt_out_confirmation: string | null
  is_opt_out_confirmed: boolean
  help_answer: string | null
  is_help_answered: boolean
  inbound_from: string
  smart_encoding: boolean
  opt_out_footer: string | null
  quiet_hours_start: string | null
  quiet_hours_end: string | null
  timezone_parameter: string | null
  retention_text_days: number | null
  retention_sms_days: number | null
  notification_emails: string[]
  notification_webhook_url: string | null
  notification_webhook_secret: string | null
}

export async function createAccount(
  tx: Tx,
  account: { name: string; email?: string | null },
): Promise<number> {
  const { user_id } = await tx
    .insertInto('accounts')
    .values({ name: account.name, email: account.email ?? null })
    .returning('user_id')
    .executeTakeFirstOrThrow()
  return user_id
}

/** A new API key; it is shown this once, since only its hash is kept. `secret` is for automation that brings its own. */
export async function createKey(
  tx: Tx,
  user_id: number,
  name: string,
  secret = newSecret('sk_'),
): Promise<string> {
  const { id } = await tx
    .insertInto('api_keys')
    .values({ user_id, name, prefix: secret.slice(0, 7) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCredential(tx, { kind: 'api_key', secret, user_id, subject_id: id })
  return secret
}

/** Refused from now on; whoever calls this tells `keys` after the commit. */
export async function revokeKey(tx: Tx, user_id: number, key_id: number): Promise<void> {
  const key = await tx
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`now()` })
    .where('user_id', '=', user_id)
    .where('id', '=', key_id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!key) throw notFound(`There is no API key ${key_id}.`)
  await deleteCredentials(tx, { user_id, subject_id: key_id, kinds: ['api_key'] })
}

/** Someone who signs in to the account. */
export async function createPerson(
  tx: Tx,
  user_id: number,
  person: { email: string; password: string },
): Promise<void> {
  const password_hash = await hashPassword(person.password)
  const { id } = await tx
    .insertInto('people')
    .values({ user_id, email: person.email, password_hash })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('sign_in_addresses')
    .values({ email_folded: fold(person.email), user_id, person_id: id })
    .execute()
}

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

  const user_id = await createAccount(tx, { name: 'Owner', email: admin.email })
  if (admin.email !== null && admin.password !== null) {
    await createPerson(tx, user_id, { email: admin.email, password: admin.password })
  }
  const key = await createKey(tx, user_id, 'First key', admin.api_key ?? undefined)
  return admin.api_key === null ? key : undefined
}

export async function getAccount(db: Db, user_id: number): Promise<Account> {
  return db
    .selectFrom('accounts')
    .select(['user_id', 'name', 'email', 'default_country', 'timezone', 'revision', 'created_at'])
    .select(['opt_out_words', 'opt_in_words', 'help_words'])
    .select(['opt_out_confirmation', 'is_opt_out_confirmed', 'help_answer', 'is_help_answered'])
    .select(['inbound_from', 'smart_encoding', 'opt_out_footer'])
    .select(['quiet_hours_start', 'quiet_hours_end', 'timezone_parameter'])
    .select(['retention_text_days', 'retention_sms_days', 'notification_emails'])
    .select(['notification_webhook_url', 'notification_webhook_secret'])
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
}

/** Argon2id with the parameters of OWASP's Password Storage Cheat Sheet, in the PHC string format. */
async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const parameters: Argon2Parameters = {
    message: password,
    nonce,
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  }
  const tag = await promisify(argon2)('argon2id', parameters)
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=19456,t=2,p=1$${text(nonce)}$${text(tag)}`
}
