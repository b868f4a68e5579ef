import { createAccount, createKey } from '../accounts/service.ts'
import type { Config } from '../config.ts'
import { inTransaction } from '../db/transaction.ts'
import { wireDatetime } from '../http/wire.ts'
import { withLocalDatabase } from './local-database.ts'
import { table } from './table.ts'

type Say = (text: string) => void

/** Makes an account with its first key, which is shown this once. */
export async function createAccountHere(
  config: Config,
  { label, email }: { label: string; email?: string },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const { user_id, key } = await inTransaction(db, async (tx) => {
      const made = await createAccount(tx, { name: label, email: email ?? null })
      return { user_id: made, key: (await createKey(tx, made, 'First key')).key }
    })
    say(
      `${key}\n\nThis is the API key of the new account ${user_id}, ${label}. It is shown this once.`,
    )
  })
}

export async function listAccounts(config: Config, say: Say): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const accounts = await db
      .selectFrom('accounts')
      .select(['user_id', 'name', 'email', 'created_at'])
      .orderBy('user_id')
      .execute()
    const rows = accounts.map(({ user_id, name, email, created_at }) => [
      String(user_id),
      name,
      email ?? '',
      wireDatetime(created_at),
    ])
    const columns = [
      { title: 'ID', isNumber: true },
      { title: 'NAME' },
      { title: 'EMAIL' },
      { title: 'MADE (UTC)' },
    ]
    say(table(columns, rows))
  })
}
