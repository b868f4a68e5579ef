// Writes the files that are made from other files; with --check, says which are out of date.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describeSchema } from './db/catalogue.ts'
import { describeSchemaSql } from './db/describe-schema.ts'
import { describeTypes } from './db/describe-types.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase, type OpenDatabase } from './db/pool.ts'
import { startPostgres } from './postgres/server.ts'

type GeneratedFile = { path: string; make: (database: OpenDatabase) => Promise<string> }

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
]

const checkOnly = process.argv.includes('--check')
const stale = await withFreshDatabase(writeAll)
if (checkOnly && stale.length > 0) {
  process.stderr.write(`Out of date: ${stale.join(', ')}. Run: npm run generate\n`)
  process.exitCode = 1
}

async function writeAll(database: OpenDatabase): Promise<string[]> {
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

async function withFreshDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const log = pino({ level: 'error' }, process.stderr)
  const dataDir = mkdtempSync(join(tmpdir(), 'simcast-generate-'))
  try {
    const postgres = await startPostgres({ dataDir, log })
    try {
      await migrate(postgres.connection, { log })
      const database = openDatabase(postgres.connection, { log })
      try {
        return await work(database)
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
