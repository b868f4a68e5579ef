import { existsSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { clusterName, findServerProcesses, signalAll } from './processes.ts'

// A PostgreSQL whose start-up process is killed while it recovers (by the kernel, for want of memory) never goes on: the
// rest of it lives and answers everybody, for ever, that it is in recovery mode. Seen with 18.4, in three of three tries.

const lookMilliseconds = 2000
/** So often in a row it must look stuck: between two of its own steps it may, for a moment. */
const looksMax = 5
/** What the server says while it cannot take connections. */
const cannotConnectNow = '57P03'

/** Ends a server on the files that is stuck, so that whoever watches it starts it again. */
export async function endWhenStuck(
  files: string,
  connection: ClientConfig,
  { log, signal }: { log: Logger; signal: AbortSignal },
): Promise<void> {
  for (let looks = 0; !signal.aborted;) {
    await rest(lookMilliseconds, undefined, { signal, ref: false }).catch(() => undefined)
    const isIt = await isStuck(files, connection).catch(() => false)
    looks = isIt ? looks + 1 : 0
    if (looks < looksMax || signal.aborted) continue
    looks = 0
    log.error('the database server is stuck in its recovery; ending it')
    const processes = findServerProcesses(clusterName(files))
    signalAll(
      processes.filter(({ isPostmaster }) => isPostmaster),
      'SIGKILL',
    )
  }
}

async function isStuck(files: string, connection: ClientConfig): Promise<boolean> {
  if ((await refusalOf(connection)) !== cannotConnectNow || !existsSync(files)) return false
  const processes = findServerProcesses(clusterName(files))
  return processes.length > 0 && !processes.some(({ isStartUp }) => isStartUp)
}

/** The code of the error; undefined when it takes connections. */
async function refusalOf(connection: ClientConfig): Promise<string | undefined> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  } finally {
    await client.end().catch(() => undefined)
  }
}
