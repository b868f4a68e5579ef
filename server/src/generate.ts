// Writes the files that are made from other files; with --check, says which are out of date.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { pino } from 'pino'
import { makeApiTypes } from '../../dashboard/make-api-types.ts'
import { describeSchema } from './db/catalogue.ts'
import { describeSchemaSql } from './db/describe-schema.ts'
import { describeTypes } from './db/describe-types.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase, type OpenDatabase } from './db/pool.ts'
import { updateRooms } from './describe-rooms.ts'
import { describeApi } from './manual/describe-api.ts'
import type { ApiDocument } from './manual/read-routes.ts'
import { readDocument } from './manual/routes.ts'
import { startPostgres } from './postgres/server.ts'
import { startRuntime } from './runtime.ts'

/** A migrated database that nobody else uses. */
type Database = OpenDatabase & { connection: ClientConfig }
type GeneratedFile = { path: string; make: (database: Database) => Promise<string> }

const root = join(import.meta.dirname, '../..')

const files: GeneratedFile[] = [
  {
    path: 'server/src/db/schema.sql',
    make: async ({ pool }) => describeSchemaSql(await describeSchema(pool)),
  },
  {
    path: 'server/src/db/schema.generated.ts',
    make: async ({ pool }) => describeTypes(await describeSchema(pool)),
  },
  {
    path: 'docs/API.md',
    make: async ({ connection }) => describeApi(await readRoutes(connection)),
  },
  {
    path: 'dashboard/src/api/schema.generated.ts',
    make: async ({ connection }) => makeApiTypes(await readRoutes(connection)),
  },
  {
    path: 'docs/ARCHITECTURE.md',
    make: () => updateRooms(read('docs/ARCHITECTURE.md') ?? '', root),
  },
]

const checkOnly = process.argv.includes('--check')
const stale = await withFreshDatabase(writeAll)
if (checkOnly && stale.length > 0) {
  process.stderr.write(`Out of date: ${stale.join(', ')}. Run: npm run generate\n`)
  process.exitCode = 1
}

async function writeAll(database: Database): Promise<string[]> {
  const changed: string[] = []
  for (const { path, make } of files) {
    const text = await make(database)
    if (read(path) === text) continue
    changed.push(path)
    if (checkOnly) continue
    writeFileSync(join(root, path), text)
    process.stdout.write(`wrote ${path}\n`)
  }
  return changed
}

/** The document of the API, from the routes of an app that serves nobody. */
async function readRoutes(connection: ClientConfig): Promise<ApiDocument> {
  const { app, close } = await startRuntime({
    connection,
    log: pino({ level: 'error' }, process.stderr),
    publicUrl: null,
    trustProxy: false,
    withEngine: false,
  })
  try {
    await app.ready()
    return readDocument(app)
  } finally {
    await close()
  }
}

async function withFreshDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const log = pino({ level: 'error' }, process.stderr)
  const dataDir = mkdtempSync(join(tmpdir(), 'simcast-generate-'))
  try {
    const postgres = await startPostgres({ dataDir, log })
    try {
      await migrate(postgres.connection, { log })
      const database = openDatabase(postgres.connection, { log })
      try {
        return await work({ ...database, connection: postgres.connection })
      } finally {
        await database.close()
      }
    } finally {
      await postgres.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}
