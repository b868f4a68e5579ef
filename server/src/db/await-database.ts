import { setTimeout as rest } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { clientConfig } from './pool.ts'

/** What a person who starts Simcast on a database of their own can mend; the message says how. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

const patienceMs = 60_000
const restMs = 500
/** Of one try; a machine under load answers late. */
const tryMs = 10_000

/**
 * Waits for a database that is only just starting, as it does when both come up with the machine, for a minute. What no
 * waiting mends, such as a wrong password, ends it at once. Throws a DatabaseError; false when `signal` aborted it.
 */
export async function awaitDatabase(
  connection: ClientConfig,
  { log, signal, patience = patienceMs }: { log: Logger; signal: AbortSignal; patience?: number },
): Promise<boolean> {
  const giveUpAt = Date.now() + patience
  for (let tries = 0; !signal.aborted; tries += 1) {
    const { problem, place } = await tryToConnect(connection)
    if (problem === undefined) return true
    const mistake = mistakeOf(problem)
    if (mistake !== undefined)
      throw new DatabaseError(`${mistake} Correct DATABASE_URL. (${problem.message})`)
    if (Date.now() >= giveUpAt) throw new DatabaseError(silent(place, problem, patience))
    if (tries === 0) log.warn({ reason: problem.message }, `waiting for PostgreSQL at ${place}`)
    await rest(restMs, undefined, { signal }).catch(() => undefined)
  }
  return false
}

/** Where it is, without the password, and why it could not be reached. */
async function tryToConnect(
  connection: ClientConfig,
): Promise<{ place: string; problem?: Error & { code?: string } }> {
  const client = new Client({ ...clientConfig(connection), connectionTimeoutMillis: tryMs })
  // After a failure its connection may fail once more.
  client.on('error', () => undefined)
  const place = `${client.host}:${client.port}`
  try {
    await client.connect()
    return { place }
  } catch (error) {
    return { place, problem: error instanceof Error ? error : new Error(String(error)) }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** By the code of PostgreSQL: those in class 28 are about who asks, 3D000 about the database. */
function mistakeOf({ code }: { code?: string }): string | undefined {
  if (code === '28P01') return 'PostgreSQL refuses the user or the password.'
  if (code?.startsWith('28')) return 'PostgreSQL does not let this user in from here.'
  if (code === '3D000') return 'PostgreSQL has no such database: create it first.'
  return undefined
}

function silent(place: string, problem: Error, patience: number): string {
  return (
    `PostgreSQL at ${place} has not answered for ${Math.round(patience / 1000)} seconds: ${problem.message}. ` +
    'Is it running, and can it be reached from here? Start it, or correct DATABASE_URL. Nothing was changed.'
  )
}
