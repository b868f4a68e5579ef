import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, QueryResultRow } from 'pg'
import type { Child } from './children.ts'
import { Connection, type Answer } from './connection.ts'
import { expectSuccess } from './load.ts'
import { meterCores, type Shares } from './processes.ts'
import { get, withJson } from './requests.ts'

/** The account that `ADMIN_API_KEY` opens. */
export const user_id = 1

/** What every benchmark works with. */
export type World = {
  simcast: Child
  bare: Child
  apiKey: string
  /** Ten connections of our own to the database that Simcast uses. */
  pool: Pool
  /** Contacts, and messages that have been sent, while a benchmark runs. */
  size: number
  /** How long one load is measured. */
  seconds: number
  idleSeconds: number
  /** A folder for files, emptied at the end. */
  folder: string
  /** The first process of PostgreSQL. */
  postmaster: number
  /** How many of the sample contacts are there, and nobody else. */
  standing: { contacts: number }
}

export async function query<Row extends QueryResultRow>(
  { pool }: World,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(text, values)
  return rows
}

/** The figure of a statement that counts. */
export async function count(world: World, statement: string): Promise<number> {
  const [row] = await query<{ count: number }>(world, statement)
  if (!row) throw new Error('A count has a row.')
  return row.count
}

/** Runs statements of one transaction and answers the seconds that they took, the commit among them. */
export async function timeTransaction(world: World, statements: string[]): Promise<number> {
  const client = await world.pool.connect()
  try {
    await client.query('checkpoint')
    const startedAt = performance.now()
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
    return (performance.now() - startedAt) / 1000
  } finally {
    client.release()
  }
}

/** A request of a person or program to Simcast, on a connection of its own. */
export async function call<T>(
  world: World,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T> {
  const connection = await Connection.open(world.simcast.port)
  try {
    const head = { method, path, token: world.apiKey }
    const answer = await connection.ask(body === undefined ? get(head) : withJson(head, body))
    return readData<T>(answer)
  } finally {
    connection.close()
  }
}

/** The `data` of an answer that is a success. */
export function readData<T>(answer: Answer): T {
  // The shape is what the API's schema says.
  return (JSON.parse(expectSuccess(answer).body.toString()) as { data: T }).data
}

export function meter({ simcast, postmaster }: World): () => Shares {
  return meterCores({ simcast: simcast.pid, postmaster })
}

export function readPostmaster(files: string): number {
  return Number(readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n')[0])
}
