import { sql } from 'kysely'
import { pino } from 'pino'
import { from } from 'pg-copy-streams'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { clientOf, openDatabase } from './pool.ts'

const database = useDatabase()
const log = pino({ level: 'silent' })

test('values come back as the types that the generated tables promise', async () => {
  const { rows } = await sql`
    select 9007199254740991::bigint as id
         , array[1, null]::bigint[] as ids
         , '2026-03-29'::date as day
         , '2026-03-29 10:00+00'::timestamptz as at
         , '{"first_name": [1, "a"]}'::jsonb as bag
         , 1.10::numeric as amount
         , '\\x00ff'::bytea as bytes
         , array['a', 'b,"c"'] as texts`.execute(database.db)

  expect(rows).toEqual([
    {
      id: Number.MAX_SAFE_INTEGER,
      ids: [1, null],
      day: '2026-03-29',
      at: new Date('2026-03-29T10:00:00Z'),
      bag: { first_name: [1, 'a'] },
      amount: '1.10',
      bytes: Buffer.from([0, 255]),
      texts: ['a', 'b,"c"'],
    },
  ])
})

test('every connection says who it is and carries the settings of the queue', async () => {
  const { rows } = await database.pool.query(
    `select name, setting from pg_settings where name = any($1) order by name`,
    [['application_name', 'jit', 'random_page_cost', 'synchronous_commit', 'fsync']],
  )

  expect(rows).toEqual([
    { name: 'application_name', setting: 'simcast' },
    { name: 'fsync', setting: 'on' },
    { name: 'jit', setting: 'off' },
    { name: 'random_page_cost', setting: '1.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
})

test('the url reaches the same database', async () => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('select current_database() as name')
  await client.end()

  expect(rows).toEqual([{ name: database.connection.database }])
})

test('a copy shares the fate of its transaction', async () => {
  await database.db.executeQuery(sql`create table copied (id bigint)`.compile(database.db))
  const copyThree = (fail: boolean) =>
    database.db.transaction().execute(async (tx) => {
      const client = await clientOf(tx)
      const stream = client.query(from('copy copied (id) from stdin'))
      await pipeline(Readable.from(['1\n2\n3\n']), stream)
      if (fail) throw new Error('changed our mind')
    })
  const count = async () => {
    const { rows } = await database.pool.query('select count(*) as count from copied')
    return rows
  }

  await expect(copyThree(true)).rejects.toThrow('changed our mind')
  expect(await count()).toEqual([{ count: 0 }])

  await copyThree(false)
  expect(await count()).toEqual([{ count: 3 }])
})

test('connections that the server cuts, idle or between two statements, fail one query at most', async () => {
  const own = openDatabase(database.connection, { log, max: 2 })
  const cut = () =>
    database.pool.query(
      `select pg_terminate_backend(pid, 5000)
         from pg_stat_activity
        where datname = current_database() and pid <> all($1)`,
      [[...ourPids]],
    )
  const ourPids = new Set<number>()
  for (const { pid } of (
    await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  ).rows) {
    ourPids.add(pid)
  }

  const broken = own.db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx)
    await cut()
    await sql`select 2`.execute(tx)
  })
  await expect(broken).rejects.toThrow()
  await own.pool.query('select 1')
  await cut()
  await expect
    .poll(async () => (await own.pool.query('select 3 as three')).rows)
    .toEqual([{ three: 3 }])

  await own.close()
})
