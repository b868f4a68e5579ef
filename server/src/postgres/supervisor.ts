import type { ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { programPath } from './binaries.ts'
import { PostgresError } from './error.ts'
import { giveToFolderOwner } from './files.ts'
import { spawnAs } from './identity.ts'
import { superuser } from './initialize.ts'
import { clearLeftovers } from './leftovers.ts'
import type { Placement } from './placement.ts'
import { clusterName } from './processes.ts'
import { measureMachine, serverSettings } from './settings.ts'
import { port } from './socket.ts'
import { endWhenStuck } from './stuck.ts'

export type ServerPlan = Placement & { socketFolder: string; logFile: string }

export type Supervisor = { stop: () => Promise<void> }

type RunningServer = { child: ChildProcess; ended: Promise<string> }

const attemptsMax = 4
const retryMilliseconds = 500
const restartMillisecondsMax = 5000
const probeMilliseconds = 20
const patienceMilliseconds = 10_000
const fastStopMilliseconds = 4000
const logBytesMax = 10 * 1024 * 1024

/** Starts the server, waits until it answers, and keeps it running until it is told to stop. */
export async function superviseServer(plan: ServerPlan, log: Logger): Promise<Supervisor> {
  const stopping = new AbortController()
  const { signal } = stopping
  void endWhenStuck(plan.files, superuserConnection(plan.socketFolder), { log, signal })
  let server = await startWithRetries(plan, log).catch((error: unknown) => {
    stopping.abort()
    throw error
  })

  // Whoever leaves without stop() (an exception, process.exit) takes the server along.
  const takeAlong = () => server.child.kill('SIGINT')
  process.once('exit', takeAlong)

  const watching = watch()
  return { stop }

  async function watch(): Promise<void> {
    for (;;) {
      const how = await server.ended
      if (stopping.signal.aborted) return
      log.error({ how }, 'the database server ended unexpectedly; starting it again')
      const restarted = await restart(plan, log, stopping.signal)
      if (!restarted) return
      server = restarted
      // stop() waits for this loop and ends the new server after it.
      if (stopping.signal.aborted) return
      log.info('the database server is back')
    }
  }

  async function stop(): Promise<void> {
    if (stopping.signal.aborted) return await watching
    stopping.abort()
    process.off('exit', takeAlong)
    await stopServer(server)
    await watching
    // A restart may have been under way.
    await stopServer(server)
  }
}

async function restart(
  plan: ServerPlan,
  log: Logger,
  signal: AbortSignal,
): Promise<RunningServer | undefined> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await startOnce(plan, log)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ reason }, 'the database server does not start; trying again')
      const pause = Math.min(retryMilliseconds * 2 ** attempt, restartMillisecondsMax)
      await rest(pause, undefined, { signal }).catch(() => undefined)
    }
  }
  return undefined
}

async function startWithRetries(plan: ServerPlan, log: Logger): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(plan, log)
    } catch (error) {
      if (attempt === attemptsMax) throw error
      await rest(retryMilliseconds)
    }
  }
}

async function startOnce(plan: ServerPlan, log: Logger): Promise<RunningServer> {
  await clearLeftovers(plan.files, log)
  removeStaleSocketLock(plan.socketFolder)
  rotateLog(plan.logFile)
  const logStart = existsSync(plan.logFile) ? statSync(plan.logFile).size : 0
  const server = launch(plan)
  const how = await Promise.race([server.ended, untilAnswering(plan, server, log)])
  if (how === undefined) return server
  throw new PostgresError(
    `The database server ended while starting (${how}). Its log, ${plan.logFile}, says:\n` +
      readFileSync(plan.logFile).subarray(logStart).toString().trim(),
  )
}

// Nothing serves the files now and the folder is ours alone. A killed server that nobody has reaped yet still has its
// number, and a new one would take the file for a sign of life.
function removeStaleSocketLock(folder: string): void {
  rmSync(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
}

function launch(plan: ServerPlan): RunningServer {
  const settings = {
    ...serverSettings(measureMachine()),
    cluster_name: clusterName(plan.files),
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: plan.socketFolder,
    unix_socket_permissions: '0700',
  }
  const command = [programPath(plan.binaries, 'postgres'), '-D', plan.files]
  for (const [name, value] of Object.entries(settings)) command.push('-c', `${name}=${value}`)
  const logFile = openSync(plan.logFile, 'a', 0o600)
  giveToFolderOwner(plan.logFile)
  try {
    // A session of its own: Ctrl-C is for us, and we stop it when nothing needs it any more.
    const child = spawnAs(plan.identity, plan.binaries, command, {
      cwd: plan.files,
      detached: true,
      stdio: ['ignore', logFile, logFile],
    })
    return { child, ended: untilEnded(child) }
  } finally {
    closeSync(logFile)
  }
}

function untilEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}

async function untilAnswering(plan: ServerPlan, server: RunningServer, log: Logger) {
  let impatientAt = performance.now() + patienceMilliseconds
  while (server.child.exitCode === null && server.child.signalCode === null) {
    if (await answers(superuserConnection(plan.socketFolder))) return undefined
    if (performance.now() > impatientAt) {
      log.info('the database server is still recovering from an unclean end')
      impatientAt += patienceMilliseconds
    }
    await rest(probeMilliseconds)
  }
  return await server.ended
}

export function superuserConnection(socketFolder: string): ClientConfig {
  // Said in full, so that no PGSSLMODE or PGDATABASE of the environment has a say.
  return { host: socketFolder, port, user: superuser, database: 'postgres', ssl: false }
}

/** Whether a server takes connections. */
export async function answers(connection: ClientConfig): Promise<boolean> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

// SIGINT ends all sessions and writes what is in memory. What takes too long is cut off: nothing
// that was committed is lost, the next start reads it from the log.
async function stopServer({ child, ended }: RunningServer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGINT')
  const cutOff = setTimeout(() => child.kill('SIGQUIT'), fastStopMilliseconds)
  await ended
  clearTimeout(cutOff)
}

function rotateLog(path: string): void {
  if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`)
}
