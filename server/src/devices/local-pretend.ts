import { pino } from 'pino'
import type { Config } from '../config.ts'
import { openDatabase } from '../db/pool.ts'
import { inTransaction, sqlState } from '../db/transaction.ts'
import { joinPostgres } from '../postgres/server.ts'
import { createDevice } from './service.ts'

const undefinedTable = '42P01'
const notStarted = 'There is no account yet. Start Simcast once before its pretend phones.'

/**
 * Makes devices for pretend phones in the first account of this installation, straight in its database: for a person
 * who sits at the machine and has no API key at hand.
 */
export async function createPretendDevices(
  config: Config,
  names: readonly string[],
): Promise<{ token: string }[]> {
  const log = pino({ level: 'silent' })
  const postgres =
    config.databaseUrl === null ? await joinPostgres({ dataDir: config.dataDir, log }) : undefined
  const connection = postgres?.connection ?? { connectionString: config.databaseUrl ?? '' }
  const { db, close } = openDatabase(connection, { log, max: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      const account = await tx
        .selectFrom('accounts')
        .select('user_id')
        .orderBy('user_id')
        .limit(1)
        .executeTakeFirst()
      if (!account) throw new Error(notStarted)
      const devices: { token: string }[] = []
      for (const name of names) {
        const device = { name, is_pretend: true }
        devices.push(await createDevice(tx, account.user_id, device, new Date()))
      }
      return devices
    })
  } catch (error) {
    throw sqlState(error) === undefinedTable ? new Error(notStarted, { cause: error }) : error
  } finally {
    await close()
    await postgres?.stop()
  }
}
