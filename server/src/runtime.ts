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
import { createSignInFinder } from './people/find-sign-in.ts'
import { PhoneHost } from './pretend-phone/host.ts'

export type RuntimeOptions = {
  connection: ClientConfig
  log: Logger
  publicUrl: string | null
  trustProxy: false | number | string[]
  allowsPrivateFeeds?: boolean
  outside?: Outside
  now?: () => Date
  /** Where the pretend phones inside this process keep what they remember; not said: in a temporary folder. */
  pretendFolder?: string
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
  const signIns = createSignInFinder(db, now)
  wake.listen((signal) => {
    if (signal.about !== 'keys') return
    credentials.forget()
    phoneCredentials.forget()
    signIns.forget()
  })
  const waker = new Waker(context)
  const app = await createApp({
    context,
    find: credentials.find,
    findSignIn: signIns.find,
    waker,
    trustProxy,
    waiting: () => pool.waitingCount,
    phones: { context: { ...context, db: forPhones.db }, find: phoneCredentials.find },
  })
  const host = new PhoneHost({
    context,
    address: () => ownAddress(app),
    folder: options.pretendFolder ?? null,
  })
  const stop = new AbortController()
  const engine = withEngine ? startEngine(context, { signal: stop.signal, waker, host }) : undefined

  return {
    app,
    context,
    close: async () => {
      stop.abort()
      // While we still answer: they finish what they have begun.
      await host.close()
      waker.close()
      await Promise.all([app.close(), engine?.done])
      await wake.close()
      await Promise.all([closeDatabase(), forPhones.close()])
    },
  }
}

/** Where this process is reached from within; null while it listens nowhere. */
function ownAddress({ server }: FastifyInstance): string | null {
  const address = server.address()
  if (typeof address !== 'object' || address === null) return null
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address.address] ?? address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}
