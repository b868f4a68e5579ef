import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'

// The schema can be distributed by user_id without change: what a database of many servers does not take, no table of a
// tenant has. Reads the catalogue, so that a table that comes later is held to it as well.

const database = useDatabase()

/** Asked before the account is known, or not of an account at all; they have no keys into the tables of tenants. */
const lookups = ['credentials', 'migrations', 'sign_in_addresses', 'sign_in_tries']

describe('every table', () => {
  test('is of an account, or one of the named few that are asked before the account is known', async () => {
    const { rows } = await sql<{ name: string; has_user: boolean }>`
      select c.relname as name, exists (
               select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'user_id' and a.attnotnull) as has_user
        from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(
      database.db,
    )

    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ has_user, name }) => !has_user && !lookups.includes(name))).toEqual([])
  })

  test('of an account has user_id in every unique key', async () => {
    const { rows } = await sql<{ key: string; columns: string[] }>`
      select i.indexrelid::regclass::text as key, array_agg(a.attname::text) as columns
        from pg_index i
        join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indisunique and c.relname <> all(${lookups}::text[])
       group by i.indexrelid`.execute(database.db)

    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ columns }) => !columns.includes('user_id'))).toEqual([])
  })

  test('of an account has user_id on both sides of every foreign key, and none that sets it to null', async () => {
    const { rows } = await sql<{
      key: string
      own: string[]
      other: string[]
      action: string
      target: string
    }>`
      select k.conrelid::regclass || ' ' || k.conname as key, k.confdeltype::text as action,
             k.confrelid::regclass::text as target,
             (select array_agg(attname::text) from pg_attribute where attrelid = k.conrelid and attnum = any(k.conkey)) as own,
             (select array_agg(attname::text) from pg_attribute where attrelid = k.confrelid and attnum = any(k.confkey)) as other
        from pg_constraint k
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(database.db)

    expect(rows.length).toBeGreaterThan(10)
    for (const { key, own, other, action, target } of rows) {
      expect([key, own.includes('user_id'), other.includes('user_id')]).toEqual([key, true, true])
      expect([key, ['n', 'd'].includes(action)]).toEqual([key, false])
      expect(lookups).not.toContain(target)
    }
  })
})

test('no table has a trigger of its own', async () => {
  const { rows } = await sql`
    select tgrelid::regclass::text, tgname from pg_trigger where not tgisinternal`.execute(
    database.db,
  )

  expect(rows).toEqual([])
})

test('the tables that are asked before the account is known have no foreign keys', async () => {
  const { rows } = await sql`
    select conname from pg_constraint
     where contype = 'f' and conrelid::regclass::text = any(${lookups}::text[])`.execute(
    database.db,
  )

  expect(rows).toEqual([])
})

describe('the truth of the queue is in constraints', () => {
  const message = (columns: string, values: string) =>
    sql
      .raw(`
      insert into messages (user_id, contact_id, device_id, sim_subscription_id, phone_number, ${columns})
      values (1, 1, 1, 1, '+447700900142', ${values})`)
      .execute(database.db)

  test('never two messages of one campaign to one contact', async () => {
    await message('campaign_id, status', `77, 'queued'`)

    await expect(message('campaign_id, status', `77, 'queued'`)).rejects.toThrow(
      'messages_once_per_campaign',
    )
  })

  test('never two messages of one flow to one contact', async () => {
    await message('flow_id, content, status', `77, 'Hello', 'queued'`)

    await expect(message('flow_id, content, status', `77, 'Hello', 'queued'`)).rejects.toThrow(
      'messages_once_per_flow',
    )
  })

  test.each([
    ['a status that does not exist', 'content, status', `'Hello', 'lost'`],
    [
      'a hand-over without a lease',
      'content, status, installation_id, handover_key, dispatched_at',
      `'Hello', 'dispatched', 1, 1, now()`,
    ],
    ['a text that was sent at no time', 'content, status', `'Hello', 'sent'`],
    ['a failure without a reason', 'content, status, finished_at', `'Hello', 'failed', now()`],
    ['a cancelled text that is not over', 'content, status, error', `'Hello', 'cancelled', 'Why'`],
    ['a text without words, of no campaign', 'status', `'queued'`],
  ])('refuse %s', async (_, columns, values) => {
    await expect(message(columns, values)).rejects.toThrow(
      /violates check constraint|invalid input value for enum/,
    )
  })
})
