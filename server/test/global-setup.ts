// One real PostgreSQL for the whole run, with the settings of production, and a migrated template
// that every test file copies.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { startPostgres } from '../src/postgres/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ClientConfig
    template: string
  }
}

const template = 'simcast_template'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = pino({ level: 'error' }, process.stderr)
  const dataDir = mkdtempSync(join(tmpdir(), 'simcast-test-'))
  const postgres = await startPostgres({ dataDir, log })
  const teardown = async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await makeTemplate(postgres.connection)
    await migrate({ ...postgres.connection, database: template }, { log })
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', postgres.connection)
  project.provide('template', template)
  return teardown
}

async function makeTemplate(connection: ClientConfig): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  await client.query(`create database ${template}`)
  await client.end()
}
