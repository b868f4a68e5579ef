import { join } from 'node:path'
import { pino } from 'pino'
import { ConfigError, readConfig, type Config } from './config.ts'
import { awaitDatabase, DatabaseError } from './db/await-database.ts'
import { MigrationError, migrate } from './db/migrate.ts'
import { openDatabase } from './db/pool.ts'
import { inTransaction } from './db/transaction.ts'
import { PostgresError } from './postgres/error.ts'
import { startPostgres } from './postgres/server.ts'
import { ensureFirstAccount } from './people/first-account.ts'
import { createFirstSetupLink } from './people/setup-links.ts'
import { startRuntime, type Runtime } from './runtime.ts'
import type { ClientConfig } from 'pg'
import type { Logger } from 'pino'

/** What is in hand must be finished in less than the ten seconds that a service manager waits. */
const stopMs = 9000

await main()

async function main(): Promise<void> {
  try {
    await start(readConfig(process.env))
  } catch (error) {
    if (
      !(
        error instanceof ConfigError ||
        error instanceof PostgresError ||
        error instanceof DatabaseError ||
        error instanceof MigrationError ||
        isPortError(error)
      )
    )
      throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel })
  const stopped = nextStopSignal()
  const postgres =
    config.databaseUrl === null ? await startPostgres({ dataDir: config.dataDir, log }) : undefined
  try {
    const connection = postgres?.connection ?? { connectionString: config.databaseUrl ?? '' }
    if (!postgres && !(await awaitDatabase(connection, { log, signal: abortedBy(stopped) }))) return
    await migrate(connection, { log })
    const first = await makeFirstAccount(connection, config, log)
    const runtime = await startRuntime({
      connection,
      log,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      allowsPrivateFeeds: config.allowsPrivateFeeds,
      pretendFolder: join(config.dataDir, 'pretend-phones'),
      outside: {
        mail: config.mail,
        allows_private_addresses: config.allowsPrivateWebhooks,
        data_dir: config.databaseUrl === null ? config.dataDir : null,
      },
    })
    try {
      await runtime.app.listen({ port: config.port, host: config.host })
      greet(config, runtime, first)
      log.info({ signal: await stopped }, 'stopping')
    } finally {
      await closeInTime(runtime, log)
    }
  } finally {
    await postgres?.stop()
  }
}

/** A signal that comes while we are still starting stops us as well. */
function nextStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      // The second one ends the process at once.
      process.once(signal, () => resolve(signal))
    }
  })
}

/** What is shown at a start: a key that was just made, and the link by which the first person is made. */
type First = { key: string | undefined; setupToken: string | undefined }

function abortedBy(event: Promise<unknown>): AbortSignal {
  const stop = new AbortController()
  void event.then(() => stop.abort())
  return stop.signal
}

async function makeFirstAccount(
  connection: ClientConfig,
  config: Config,
  log: Logger,
): Promise<First> {
  const { db, close } = openDatabase(connection, { log, max: 1 })
  try {
    const { admin, adminApiKey } = config
    return await inTransaction(db, async (tx) => {
      const key = await ensureFirstAccount(tx, {
        email: admin?.email ?? null,
        password: admin?.password ?? null,
        api_key: adminApiKey,
      })
      return { key, setupToken: await createFirstSetupLink(tx, new Date()) }
    })
  } finally {
    await close()
  }
}

/** What a person at the terminal needs, beside the log. Secrets are shown this once: only their hashes are kept. */
function greet(config: Config, { app }: Runtime, { key, setupToken }: First): void {
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const url = config.publicUrl ?? `http://localhost:${port}`
  const lines = [
    '',
    `  Simcast listens on ${url}`,
    `  Manual             ${url}/api/docs`,
    `  Data               ${config.databaseUrl === null ? config.dataDir : 'in the PostgreSQL of DATABASE_URL'}`,
  ]
  if (setupToken !== undefined) {
    lines.push(
      '',
      `  Set it up          ${url}/setup/${setupToken}`,
      '  The link makes the first person who signs in. It works once, for a day; a new start prints a new one.',
    )
  }
  if (key !== undefined) {
    lines.push(
      '',
      `  Your API key       ${key}`,
      '  It is shown this once. Make another: npm run simcast -- key create',
    )
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

async function closeInTime(runtime: Runtime, log: Logger): Promise<void> {
  const timer = setTimeout(() => {
    log.warn('something took too long to stop; ending all the same')
    process.exit(0)
  }, stopMs)
  timer.unref()
  await runtime.close()
  clearTimeout(timer)
}

function isPortError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  )
}
