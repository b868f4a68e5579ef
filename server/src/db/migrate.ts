import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type ClientBase, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { clientConfig } from './pool.ts'

/** Why the database cannot be used; the message is for the person who runs Simcast. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

type Server = { version: string; number: number; encoding: string }

export type Migration = { number: number; name: string; text: string }

const versionMin = 15
const folder = join(import.meta.dirname, 'migrations')
const namePattern = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Any number will do, as long as every Simcast takes the same: two that start together take turns. */
export const migrationLock = 7_462_278

const migrationsTable = `
  create table if not exists migrations (
    number integer not null primary key,
    name text not null,
    applied_at timestamptz not null default now()
  )`

/** Brings the database up to this code's schema. Refuses what it cannot work with, changing nothing. */
export async function migrate(
  connection: ClientConfig,
  { log, migrations = readMigrations() }: { log: Logger; migrations?: Migration[] },
): Promise<void> {
  const client = new Client({ ...clientConfig(connection), application_name: 'simcast migration' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUnfitServer(client)
    await takeTurn(client, log)
    await applyMissing(client, migrations, log)
  } finally {
    await client.end()
  }
}

/** Applies migrations inside a transaction of the caller's, which has seen to it that they come next. */
export async function applyWithin(client: ClientBase, migrations: Migration[]): Promise<void> {
  await client.query(migrationsTable)
  for (const migration of migrations) await run(client, migration)
}

/** The numbered files of a folder (this version's own, if none is named), in order. */
export function readMigrations(path = folder): Migration[] {
  const migrations = readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({
      number: Number(namePattern.exec(name)?.[1]),
      name,
      text: readFileSync(join(path, name), 'utf8'),
    }))
  migrations.forEach(({ number, name }, index) => {
    const before = migrations[index - 1]?.number ?? 0
    if (!(number > before)) throw new Error(`migration ${name} does not come after ${before}`)
  })
  return migrations
}

/** Throws when the server is too old, or the database not in UTF-8. */
export async function refuseUnfitServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Server>(
    `select current_setting('server_version') as version
          , current_setting('server_version_num')::integer as number
          , current_setting('server_encoding') as encoding`,
  )
  const [server] = rows
  const refusal = server ? refuseServer(server) : 'The server does not say which version it is.'
  if (refusal !== undefined) throw new MigrationError(refusal)
}

/** A sentence about a server that Simcast cannot use, or undefined. */
export function refuseServer({ version, number, encoding }: Server): string | undefined {
  if (number < versionMin * 10_000) {
    return `Simcast needs PostgreSQL ${versionMin} or newer; DATABASE_URL leads to PostgreSQL ${version}.`
  }
  if (encoding === 'UTF8') return undefined
  return (
    `Simcast needs a database in UTF8; this one is in ${encoding}. ` +
    `Make one with: create database simcast encoding 'UTF8' template template0`
  )
}

// Held by the session, so that it ends with the connection whatever becomes of this process.
async function takeTurn(client: Client, log: Logger): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1) as mine',
    [migrationLock],
  )
  if (rows[0]?.mine) return
  log.info('waiting for another Simcast to finish its migrations')
  await client.query('select pg_advisory_lock($1)', [migrationLock])
}

async function applyMissing(client: Client, migrations: Migration[], log: Logger): Promise<void> {
  await client.query(migrationsTable)
  const { rows: applied } = await client.query<{ number: number; name: string }>(
    'select number, name from migrations order by number',
  )
  refuseStrangers(applied, migrations)
  for (const migration of migrations.slice(applied.length)) {
    const startedAt = performance.now()
    await apply(client, migration)
    const milliseconds = Math.round(performance.now() - startedAt)
    log.info({ migration: migration.name, milliseconds }, 'migration applied')
  }
}

function refuseStrangers(applied: { number: number; name: string }[], known: Migration[]): void {
  const newest = known.at(-1)?.number ?? 0
  const newer = applied.find(({ number }) => number > newest)
  if (newer) {
    throw new MigrationError(
      `This database belongs to a newer Simcast (it has migration ${newer.name}). ` +
        'Start that version or a later one; there is no way back.',
    )
  }
  applied.forEach(({ name }, index) => {
    const expected = known[index]?.name
    if (name !== expected) {
      throw new MigrationError(
        `This database has migration ${name} where this Simcast has ${expected}: ` +
          'it was made by another program or a changed copy of Simcast.',
      )
    }
  })
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await run(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`Migration ${migration.name} failed and was undone: ${reason}`, {
      cause: error,
    })
  }
}

async function run(client: ClientBase, { number, name, text }: Migration): Promise<void> {
  await client.query(text)
  await client.query('insert into migrations (number, name) values ($1, $2)', [number, name])
}
