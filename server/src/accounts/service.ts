import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { Db } from '../db/pool.ts'
import { notFound } from '../errors.ts'
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
  confirmation_threshold: number
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
): Promise<{ id: number; key: string }> {
  const { id } = await tx
    .insertInto('api_keys')
    .values({ user_id, name, prefix: secret.slice(0, 7) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCredential(tx, { kind: 'api_key', secret, user_id, subject_id: id })
  return { id, key: secret }
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

export async function getAccount(db: Db, user_id: number): Promise<Account> {
  return db
    .selectFrom('accounts')
    .select(['user_id', 'name', 'email', 'default_country', 'timezone', 'revision', 'created_at'])
    .select(['opt_out_words', 'opt_in_words', 'help_words'])
    .select(['opt_out_confirmation', 'is_opt_out_confirmed', 'help_answer', 'is_help_answered'])
    .select(['inbound_from', 'smart_encoding', 'opt_out_footer'])
    .select(['quiet_hours_start', 'quiet_hours_end', 'timezone_parameter'])
    .select(['retention_text_days', 'retention_sms_days', 'notification_emails'])
    .select(['notification_webhook_url', 'notification_webhook_secret', 'confirmation_threshold'])
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
}
