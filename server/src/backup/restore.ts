import { existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { Client, type ClientBase, type ClientConfig, type PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Logger } from 'pino'
import {
  applyWithin,
  migrationLock,
  readMigrations,
  refuseUnfitServer,
  type Migration,
} from '../db/migrate.ts'
import { clientConfig, clientOf, openDatabase } from '../db/pool.ts'
import { holdEverything, type Held } from '../holds/hold.ts'
import { BackupError } from './error.ts'
import type { Header, Sequence } from './format.ts'
import { takeIndexesAway } from './indexes.ts'
import { BackupReader, checkBackup } from './read.ts'
import { copyStatement, findOccupants, prepareSession } from './tables.ts'

export type RestoreStep =
  | { step: 'checking' | 'loading'; bytes: number; of: number }
  | { step: 'indexing'; done: number; of: number }

export type RestoreOptions = {
  connection: ClientConfig
  file: string
  log: Logger
  now?: () => Date
  signal?: AbortSignal
  onProgress?: (step: RestoreStep) => void
}

export type RestoreSummary = { taken_at: Date; rows: number; tables: number; held: Held }

/**
 * What the original gave out since the backup was made must not come to mean something else for the clients that it was
 * given to, so every sequence begins this much later.
 */
export const idsAhead = 1_000_000

/**
 * Brings a backup into an empty database, in one transaction: all of it or nothing. What is pending is held until a
 * person lets it go. Refuses a database with anything in it, and a file that is damaged or of a newer Simcast.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { connection, file, log, signal } = options
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new BackupError(`There is no file ${file}.`)
  }
  await refuseTarget(connection)
  const of = statSync(file).size
  const migrations = readMigrations()
  const { header, rows } = await checkBackup(file, {
    accept: (found) => refuseStrangeMigrations(found, migrations),
    ...(signal ? { signal } : {}),
    onProgress: (bytes) => options.onProgress?.({ step: 'checking', bytes, of }),
  })

  const { db, close } = openDatabase(connection, { log, max: 1 })
  try {
    const held = await db.transaction().execute(async (tx) => {
      const client = await clientOf(tx)
      breakOffWith(client, signal)
      await makeTables(client, migrations.slice(0, header.migrations.length))
      const putBack = await takeIndexesAway(client)
      await load(client, options)
      await index(client, putBack, options)
      await applyWithin(client, migrations.slice(header.migrations.length))
      await moveAhead(client, header.sequences)
      return holdEverything(tx, {
        taken_at: new Date(header.taken_at),
        now: options.now?.() ?? new Date(),
      })
    })
    await sql`analyze`.execute(db)
    return { taken_at: new Date(header.taken_at), rows, tables: header.tables.length, held }
  } catch (error) {
    throw signal?.aborted ? new BackupError('The restore was broken off.', { cause: error }) : error
  } finally {
    await close()
  }
}

/** Throws when there is anything in the database, or when it is none that Simcast can use. */
export async function refuseTarget(connection: ClientConfig): Promise<void> {
  const client = new Client(clientConfig(connection))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUnfitServer(client)
    await refuseOccupants(client)
  } finally {
    await client.end()
  }
}

async function refuseOccupants(client: ClientBase): Promise<void> {
  const names = await findOccupants(client)
  if (names.length === 0) return
  const some = names.slice(0, 5).join(', ')
  throw new BackupError(
    `The database is not empty (it has ${names.length > 5 ? `${some}, …` : some}), and a restore replaces nothing. ` +
      'Restore into an empty DATA_DIR, or into an empty database named by DATABASE_URL.',
  )
}

function refuseStrangeMigrations(header: Header, known: Migration[]): void {
  if (header.migrations.length > known.length) {
    throw new BackupError(
      `This backup was made by Simcast ${header.simcast_version}, which is newer than this one. ` +
        'Restore it with that version or a later one.',
    )
  }
  header.migrations.forEach((name, index) => {
    const expected = known[index]?.name
    if (name !== expected) {
      throw new BackupError(
        `This backup has migration ${name} where this Simcast has ${expected}: ` +
          'it was made by another program or a changed copy of Simcast.',
      )
    }
  })
}

/** The tables as they were when the backup was made; nobody else may make any meanwhile. */
async function makeTables(client: ClientBase, migrations: Migration[]): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  await prepareSession(client)
  await refuseOccupants(client)
  await applyWithin(client, migrations)
}

async function load(client: ClientBase, { file, signal, onProgress }: RestoreOptions) {
  const of = statSync(file).size
  const reader = new BackupReader(file, signal)
  try {
    await reader.header()
    for (;;) {
      const part = await reader.next()
      if ('end' in part) return
      // The tables were made a moment ago in this transaction, so the rows can be written as settled ones.
      const copy = client.query(copyFrom(copyStatement(client, part, 'from stdin with (freeze)')))
      const rows = async function* () {
        for await (const chunk of reader.rows()) {
          yield chunk
          onProgress?.({ step: 'loading', bytes: reader.bytesRead, of })
        }
      }
      await pipeline(Readable.from(rows()), copy)
      const end = await reader.tableEnd()
      if (copy.rowCount !== end.rows) {
        throw new BackupError(
          `Of ${part.table}, ${copy.rowCount} rows came in where the backup has ${end.rows}.`,
        )
      }
    }
  } finally {
    await reader.close()
  }
}

async function index(
  client: ClientBase,
  statements: string[],
  { onProgress }: RestoreOptions,
): Promise<void> {
  await client.query(`set local maintenance_work_mem = '256MB'`)
  for (const [done, statement] of statements.entries()) {
    onProgress?.({ step: 'indexing', done, of: statements.length })
    await client.query(statement)
  }
}

async function moveAhead(client: ClientBase, sequences: Sequence[]): Promise<void> {
  for (const { table, column, last_value } of sequences) {
    await client.query('select setval(pg_get_serial_sequence(quote_ident($1), $2), $3)', [
      table,
      column,
      last_value + idsAhead,
    ])
  }
}

/** Cuts the connection, and with it the transaction, when the person at the terminal has had enough. */
function breakOffWith(client: PoolClient, signal: AbortSignal | undefined): void {
  // Every client of pg has its connection; the type of a pooled one does not say so.
  const { connection } = client as unknown as Client
  signal?.addEventListener('abort', () => connection.stream.destroy(), { once: true })
}
