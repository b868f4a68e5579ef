import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, types, type ClientConfig, type PoolClient } from 'pg'
import type { Logger } from 'pino'
import type { Database } from './schema.generated.ts'

export type Db = Kysely<Database>

export type OpenDatabase = {
  db: Db
  pool: Pool
  close: () => Promise<void>
}

const connectionsMax = 10
const connectMilliseconds = 10_000

// For an external server, which is tuned for disks that seek and for reports. The claim of the
// queue took 77 ms instead of 1.2 with the stock random_page_cost, and JIT only ever cost time.
// A process that froze inside a transaction must not hold the queue up for more than a minute.
const sessionSettings = {
  jit: 'off',
  random_page_cost: '1.1',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '3',
}

/** Opens the pool and the query builder on it. Connects on first use; a lost server never crashes us. */
export function openDatabase(
  connection: ClientConfig,
  { log, max = connectionsMax }: { log: Logger; max?: number },
): OpenDatabase {
  const pool = new Pool({ ...clientConfig(connection), max })
  pool.on('error', (error) => log.warn({ error: error.message }, 'idle database connection lost'))
  // A connection in use tells of its end here as well; whoever waits for a query gets the error.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    teachToAnswer(client)
  })
  const db: Db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => pool.end() }
}

/** What every connection of ours is made with: our name, our settings, numbers as numbers. */
export function clientConfig(connection: ClientConfig): ClientConfig {
  return {
    application_name: 'simcast',
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    ...connection,
    options: [settingsAsOptions(), connection.options ?? ''].join(' ').trim(),
    types: { getTypeParser },
  }
}

/**
 * The connection under a transaction, for COPY and other things that the query builder has no
 * words for. It is valid as long as the transaction is.
 */
export async function clientOf(tx: Transaction<Database>): Promise<PoolClient> {
  const question = `${whoRuns}${randomUUID()}`
  await sql.raw(question).execute(tx)
  const client = answers.get(question)
  if (!client) throw new Error('clientOf needs a transaction on a database of openDatabase')
  answers.delete(question)
  return client
}

/**
 * Stands at the beginning of a statement that runs all the time: each connection parses and plans it once.
 * For statements whose plan does not depend on their values. Measured: hand-over and report of a batch of 100 went
 * from 4.8k to 7.9k messages a second, single texts in batches of 100 from 16k to 29k.
 */
export const named = sql.raw('/* named */ ')

const namedMark = '/* named */ '
const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `simcast_${names.size}`
  names.set(text, name)
  return name
}

const whoRuns = '-- which connection runs this? '
const answers = new Map<string, PoolClient>()

// The query builder hides which connection a transaction has. So the connection itself answers
// one question, without asking the server.
function teachToAnswer(client: PoolClient): void {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown
  const query = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    if (typeof text !== 'string') return ask(...args)
    if (text.startsWith(namedMark)) return ask({ name: nameOf(text), text, values }, ...rest)
    if (!text.startsWith(whoRuns)) return ask(...args)
    answers.set(text, client)
    return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] })
  }
  // Everything else is passed through, so all the forms of the call that pg knows stay as they are.
  client.query = query as typeof client.query
}

function settingsAsOptions(): string {
  return Object.entries(sessionSettings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

const { INT8: int8, DATE: date } = types.builtins
const int8Array = 1016
const dateArray = 1182
const textArray = 1009

// The parsers of pg for any type, which its own types list only in part.
const parserOf = types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown

// Ids and counts stay far below 2^53. A date without a time has no time zone, so it stays a text.
function getTypeParser(oid: number, format = 'text'): (value: string) => unknown {
  if (format === 'text') {
    if (oid === int8) return Number
    if (oid === int8Array) return (value) => parseTexts(value).map(toNumber)
    if (oid === date) return String
    if (oid === dateArray) return parseTexts
  }
  return parserOf(oid, format)
}

function parseTexts(value: string): (string | null)[] {
  // Its parser gives the elements of an array as texts.
  return parserOf(textArray)(value) as (string | null)[]
}

function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value)
}
