import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { locateBinaries } from './binaries.ts'
import { PostgresError } from './error.ts'
import { initialize, refuseForeignFiles } from './initialize.ts'
import { clearLeftovers } from './leftovers.ts'
import { FolderInUse, lockFolder } from './lock.ts'
import { filesIn, findHome, placeServer, refuseStrangersFiles } from './placement.ts'
import { prepareSocketFolder, readSocketFolder, removeTemporaryFolder } from './socket.ts'
import { answers, superuserConnection, superviseServer } from './supervisor.ts'

export type Postgres = {
  /** How to reach Simcast's database; for other databases on the server, change `database`. */
  connection: ClientConfig
  /** Where the database's files are. */
  files: string
  /** Stops the server, unless it is another process's. */
  stop: () => Promise<void>
}

type Options = { dataDir: string; log: Logger }

const database = 'simcast'
// One that has just been told to end may still be at it.
const lockMilliseconds = 3000
const joinMilliseconds = 15_000
const lookMilliseconds = 100

/**
 * Starts a PostgreSQL of our own on a folder and keeps it running. The folder is this process's
 * alone until `stop`, or until the process dies: then the next start finds the server, stops it
 * and goes on. Throws a PostgresError that a person can act on.
 */
export async function startPostgres({ dataDir, log }: Options): Promise<Postgres> {
  return await startLocked(makeFolder(dataDir), log, lockMilliseconds)
}

/** Uses the server of the Simcast that runs on the folder, or starts one when none does. For commands. */
export async function joinPostgres({ dataDir, log }: Options): Promise<Postgres> {
  const folder = makeFolder(dataDir)
  const deadline = performance.now() + joinMilliseconds
  for (;;) {
    try {
      return await startLocked(folder, log, 0)
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > deadline) throw error
    }
    const running = await findRunning(folder)
    if (running) return running
    await rest(lookMilliseconds)
  }
}

async function startLocked(dataDir: string, log: Logger, wait: number): Promise<Postgres> {
  const startedAt = performance.now()
  const lock = await lockFolder(dataDir, wait)
  try {
    const running = await start(dataDir, log)
    const milliseconds = Math.round(performance.now() - startedAt)
    log.info({ files: running.files, runs_as: running.runsAs, milliseconds }, 'database started')
    return {
      connection: running.connection,
      files: running.files,
      stop: async () => {
        await running.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function findRunning(dataDir: string): Promise<Postgres | undefined> {
  const socketFolder = readSocketFolder(socketNote(dataDir))
  if (socketFolder === undefined) return undefined
  const connection = connectionTo(socketFolder)
  if (!(await answers(connection))) return undefined
  return { connection, files: filesIn(findHome(dataDir)), stop: () => Promise.resolve() }
}

async function start(dataDir: string, log: Logger) {
  const before = filesIn(findHome(dataDir))
  refuseStrangersFiles(before)
  refuseForeignFiles(before)
  await clearLeftovers(before, log)

  const binaries = locateBinaries(join(dataDir, 'lib'))
  const placement = await placeServer(dataDir, binaries, log)
  const { home, files, identity } = placement
  await initialize(placement)
  const socketFolder = await prepareSocketFolder(home, socketNote(dataDir), identity)
  const logFile = join(dataDir, 'postgres.log')
  const supervisor = await superviseServer({ ...placement, socketFolder, logFile }, log)
  const stop = async () => {
    await supervisor.stop()
    removeTemporaryFolder(home, socketFolder)
  }
  try {
    await makeDatabase(socketFolder)
  } catch (error) {
    await stop()
    throw error
  }
  return { connection: connectionTo(socketFolder), files, runsAs: identity.name, stop }
}

// Others may pass through (never look): the user that the server runs as has to reach its files.
// Everything in the folder is closed on its own.
function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
    return realpathSync(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PostgresError(
      `DATA_DIR cannot be used: ${reason}. Set it to a folder that this user may write.`,
      { cause: error },
    )
  }
}

async function makeDatabase(socketFolder: string): Promise<void> {
  const client = new Client(superuserConnection(socketFolder))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function connectionTo(socketFolder: string): ClientConfig {
  return { ...superuserConnection(socketFolder), database }
}

function socketNote(dataDir: string): string {
  return join(dataDir, 'socket.json')
}
