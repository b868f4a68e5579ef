import type { FastifyInstance } from 'fastify'
import type { ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { createCredentialFinder } from './accounts/credentials.ts'
import { createApp } from './app.ts'
import type { Context } from './context.ts'
import { openDatabase } from './db/pool.ts'
import { startWake } from './db/wake.ts'
import { Waker } from './devices/waker.ts'
import { startEngine } from './engine.ts'
import { createEntrance } from './flows/entering.ts'
import { noOutside, type Outside } from './notices/outside.ts'

export type RuntimeOptions = {
  connection: ClientConfig
  log: Logger
  publicUrl: string | null
  trustProxy: false | number | string[]
  allowsPrivateFeeds?: boolean
  outside?: Outside
  now?: () => Date
  /** Tests that call the steps themselves leave the engine out. */
  withEngine?: boolean
}

/** Connections that only phones use, so that they never stand in one line with what programs ask. */
const phoneConnections = 4

export type Runtime = { app: FastifyInstance; context: Context; close: () => Promise<void> }

/** Everything of one Simcast process but its configuration and its PostgreSQL: made once, closed in the right order. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const {
    connection,
    log,
    publicUrl,
    trustProxy,
    allowsPrivateFeeds = false,
    outside = noOutside,
    now = () => new Date(),
    withEngine = true,
  } = options
  const { db, pool, close: closeDatabase } = openDatabase(connection, { log })
  const wake = startWake({ db, connection, log })
  const contactWatcher = createEntrance({ now, wake })
  const context: Context = {
    db,
    now,
    log,
    wake,
    contactWatcher,
    publicUrl,
    allowsPrivateFeeds,
    outside,
  }
  const forPhones = openDatabase(connection, { log, max: phoneConnections })
  const credentials = createCredentialFinder(db, now)
  const phoneCredentials = createCredentialFinder(forPhones.db, now)
  wake.listen((signal) => {
    if (signal.about !== 'keys') return
    credentials.forget()
    phoneCredentials.forget()
  })
  const waker = new Waker(context)
  const app = await createApp({
    context,
    find: credentials.find,
    waker,
    trustProxy,
    waiting: () => pool.waitingCount,
    phones: { context: { ...context, db: forPhones.db }, find: phoneCredentials.find },
  })
  const stop = new AbortController()
  const engine = withEngine ? startEngine(context, { signal: stop.signal, waker }) : undefined

  return {
    app,
    context,
    close: async () => {
      stop.abort()
      waker.close()
      await Promise.all([app.close(), engine?.done])
      await wake.close()
      await Promise.all([closeDatabase(), forPhones.close()])
    },
  }
}
