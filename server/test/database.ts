import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig, type Pool } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase, type Db, type OpenDatabase } from '../src/db/pool.ts'

/** A database of the test file's own, there from the first test to the last. */
export type TestDatabase = {
  readonly db: Db
  readonly pool: Pool
  readonly connection: ClientConfig
  /** The same as DATABASE_URL takes it, for programs that a test starts. */
  readonly url: string
}

/** Copies the migrated template for this test file (or makes an empty database) and drops it after. */
export function useDatabase({ empty = false }: { empty?: boolean } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`
  const connection = { ...inject('postgres'), database: name }
  let opened: OpenDatabase | undefined

  beforeAll(async () => {
    await asOwner(`create database ${name} template ${empty ? 'template0' : inject('template')}`)
    opened = openDatabase(connection, { log: pino({ level: 'silent' }) })
  })
  afterAll(async () => {
    await opened?.close()
    await asOwner(`drop database if exists ${name} with (force)`)
  })

  const open = () => {
    if (!opened) throw new Error('the database is there in tests and hooks only')
    return opened
  }
  return {
    get db() {
      return open().db
    },
    get pool() {
      return open().pool
    },
    connection,
    url: urlOf(connection),
  }
}

async function asOwner(statement: string): Promise<void> {
  const client = new Client(inject('postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf({ host, port, user, database }: ClientConfig): string {
  const query = new URLSearchParams({ host: String(host), port: String(port) })
  return `postgresql://${user}@/${database}?${query.toString()}`
}
