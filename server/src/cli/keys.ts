import { createKey, revokeKey } from '../accounts/service.ts'
import type { Config } from '../config.ts'
import { inTransaction } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { wireDatetime } from '../http/wire.ts'
import { findAccount, withLocalDatabase, type Local } from './local-database.ts'
import { table } from './table.ts'

type Say = (text: string) => void

/** Makes a key and shows it: nobody can show it again. */
export async function createKeyHere(
  config: Config,
  { account: id, label }: { account?: number; label: string },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const { user_id, name } = await findAccount(db, id)
    const { key } = await inTransaction(db, (tx) => createKey(tx, user_id, label))
    say(
      `${key}\n\nThis is the API key “${label}” of account ${user_id}, ${name}. It is shown this once.`,
    )
  })
}

export async function listKeys(
  config: Config,
  { account }: { account?: number },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async ({ db }) => {
    const keys = await db
      .selectFrom('api_keys')
      .select(['user_id', 'id', 'name', 'prefix', 'created_at', 'revoked_at'])
      .$if(account !== undefined, (query) => query.where('user_id', '=', account ?? 0))
      .orderBy('id')
      .execute()
    const rows = keys.map((key) => [
      String(key.id),
      String(key.user_id),
      `${key.prefix}…`,
      key.name,
      dayOf(key.created_at),
      key.revoked_at ? dayOf(key.revoked_at) : '',
    ])
    say(
      table(
        [
          { title: 'ID', isNumber: true },
          { title: 'ACCOUNT', isNumber: true },
          { title: 'KEY' },
          { title: 'NAME' },
          { title: 'MADE' },
          { title: 'REVOKED' },
        ],
        rows,
      ),
    )
  })
}

/** Refuses a key from now on, also in the processes that run and remember it. */
export async function revokeKeyHere(
  config: Config,
  { id }: { id: number },
  say: Say,
): Promise<void> {
  await withLocalDatabase(config, async (local) => {
    const key = await local.db
      .selectFrom('api_keys')
      .select(['user_id', 'name', 'revoked_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!key) throw notFound(`There is no API key ${id}. See npm run simcast -- key list.`)
    if (!key.revoked_at) await revoke(local, key.user_id, id)
    say(
      `The API key ${id}, “${key.name}”, ${key.revoked_at ? 'had been revoked before' : 'is revoked'}.`,
    )
  })
}

const ownLabel = 'An import at the terminal'

/** Works with a key that is there for no longer than that. */
export async function withOwnKey<T>(
  config: Config,
  account: number | undefined,
  work: (key: string) => Promise<T>,
): Promise<T> {
  return withLocalDatabase(config, async (local) => {
    const { user_id } = await findAccount(local.db, account)
    const { key, id } = await inTransaction(local.db, (tx) => createKey(tx, user_id, ownLabel))
    try {
      return await work(key)
    } finally {
      await revoke(local, user_id, id)
    }
  })
}

async function revoke({ db, wake }: Local, user_id: number, id: number): Promise<void> {
  await inTransaction(db, (tx) => revokeKey(tx, user_id, id))
  wake.tell({ about: 'keys' })
}

function dayOf(instant: Date): string {
  return wireDatetime(instant).slice(0, 10)
}
