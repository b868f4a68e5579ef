import { pino } from 'pino'
import type { ClientConfig } from 'pg'
import type { Config } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase, type Db } from '../db/pool.ts'
import { startWake, type Wake } from '../db/wake.ts'
import { joinPostgres } from '../postgres/server.ts'

export type Local = { db: Db; wake: Wake }

/**
 * Works in the database of this installation: with the server of the Simcast that runs here, or with one that is started
 * for the command.
 */
export async function withLocalDatabase<T>(
  config: Config,
  work: (local: Local) => Promise<T>,
): Promise<T> {
  const log = pino({ level: 'silent' })
  const postgres =
    config.databaseUrl === null ? await joinPostgres({ dataDir: config.dataDir, log }) : undefined
  try {
    const connection: ClientConfig = postgres?.connection ?? {
      connectionString: config.databaseUrl ?? '',
    }
    await migrate(connection, { log })
    const { db, close } = openDatabase(connection, { log, max: 2 })
    const wake = startWake({ db, connection, log })
    try {
      return await work({ db, wake })
    } finally {
      await wake.close()
      await close()
    }
  } finally {
    await postgres?.stop()
  }
}

/** The account of this id, or the first one. Throws a sentence when it is not there. */
export async function findAccount(
  db: Db,
  id: number | undefined,
): Promise<{ user_id: number; name: string }> {
  const account = await db
    .selectFrom('accounts')
    .select(['user_id', 'name'])
    .$if(id !== undefined, (query) => query.where('user_id', '=', id ?? 0))
    .orderBy('user_id')
    .limit(1)
    .executeTakeFirst()
  if (account) return account
  throw new Error(
    id === undefined
      ? 'There is no account yet. Start Simcast once (npm start), or make one: npm run simcast -- account create'
      : `There is no account ${id}. See npm run simcast -- account list.`,
  )
}
