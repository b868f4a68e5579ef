import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { migrate, readMigrations, refuseServer } from './migrate.ts'

const log = pino({ level: 'silent' })
const first = { number: 1, name: '0001_first.sql', text: 'create table first (id bigint);' }
const second = {
  number: 2,
  name: '0002_second.sql',
  text: 'create table second (id bigint); insert into first values (2);',
}

describe('an empty database', () => {
  const database = useDatabase({ empty: true })

  async function tables(): Promise<string[]> {
    const { rows } = await database.pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
    return rows.map(({ name }) => name)
  }

  test('is brought up to date by one of two that start together', async () => {
    const start = () => migrate(database.connection, { log, migrations: [first] })
    await Promise.all([start(), start(), start()])

    expect(await tables()).toEqual(['first', 'migrations'])
  })

  test('gets what is new and nothing twice', async () => {
    await migrate(database.connection, { log, migrations: [first, second] })
    await migrate(database.connection, { log, migrations: [first, second] })

    const { rows } = await database.pool.query('select id from first')
    expect(rows).toEqual([{ id: 2 }])
  })

  test('keeps nothing of a migration that fails half way, and says which', async () => {
    const text = 'create table third (id bigint); select no_such_column;'
    const broken = { number: 3, name: '0003_third.sql', text }
    const failing = migrate(database.connection, { log, migrations: [first, second, broken] })

    await expect(failing).rejects.toThrow(/^Migration 0003_third.sql failed.*no_such_column/)
    expect(await tables()).toEqual(['first', 'migrations', 'second'])
  })

  test('is refused when a newer Simcast has changed it', async () => {
    await expect(migrate(database.connection, { log, migrations: [first] })).rejects.toThrow(
      'belongs to a newer Simcast (it has migration 0002_second.sql)',
    )
  })

  test('is refused when its migrations are not ours', async () => {
    const other = { ...first, name: '0001_other.sql' }
    await expect(
      migrate(database.connection, { log, migrations: [other, second] }),
    ).rejects.toThrow('made by another program or a changed copy')
  })
})

test('the migrations of this version are numbered without a gap', () => {
  const migrations = readMigrations(`${import.meta.dirname}/migrations`)

  expect(migrations.length).toBeGreaterThan(0)
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
})

test.each([
  [{ version: '14.13', number: 140_013, encoding: 'UTF8' }, 'needs PostgreSQL 15 or newer'],
  [{ version: '18.4', number: 180_004, encoding: 'SQL_ASCII' }, 'is in SQL_ASCII'],
])('a server that cannot be used is refused: %o', (server, sentence) => {
  expect(refuseServer(server)).toContain(sentence)
})

test('PostgreSQL 15 is new enough', () => {
  expect(refuseServer({ version: '15.0', number: 150_000, encoding: 'UTF8' })).toBeUndefined()
})
