import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { createCredentialFinder } from './credentials.ts'
import { createAccount, createKey, revokeKey } from './service.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
})

const get = async () => dataOf(await testApp.call('GET', '/api/account', { key }))
const post = (json: unknown) => testApp.call('POST', '/api/account', { key, json })

describe('the account', () => {
  test('is answered with what the contract names, and then ours', async () => {
    expect(Object.keys(await get()).slice(0, 7)).toEqual([
      'id',
      'name',
      'email',
      'default_country',
      'timezone',
      'datetime',
      'revision',
    ])
    expect(await get()).toMatchObject({
      id: user_id,
      default_country: null,
      timezone: 'UTC',
      revision: 1,
    })
  })

  test('is changed in what is given', async () => {
    const change = {
      name: 'Bakery',
      email: 'owner@example.org',
      default_country: 'it',
      timezone: 'europe/rome',
    }
    expect(await post(change)).toMatchObject({ status: 200, body: { data: { id: user_id } } })
    await post({ email: null, default_country: '' })
    await post({})

    expect(await get()).toMatchObject({
      name: 'Bakery',
      email: null,
      default_country: null,
      timezone: 'Europe/Rome',
      revision: 3,
    })
  })

  test('is not changed by who saw an older state', async () => {
    await post({ name: 'A' })
    const answer = await post({ name: 'B', expected_revision: 1 })

    expect(problemsOf(answer)[0]).toMatchObject({ status: 400, code: 'changed' })
    const both = await Promise.all([
      post({ name: 'C', expected_revision: 2 }),
      post({ name: 'D', expected_revision: 2 }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
  })

  test.for([
    [{ default_country: 'XX' }, ['default_country']],
    [{ default_country: 'Italy' }, ['default_country']],
    [{ timezone: 'Rome' }, ['timezone']],
    [{ timezone: '+02:00' }, ['timezone']],
    [{ timezone: 'UTC+2' }, ['timezone']],
    [{ timezone: '' }, ['timezone']],
    [{ timezone: "Europe/Rome'; drop table accounts" }, ['timezone']],
    [{ timezone: 'x', default_country: 'XX' }, ['default_country', 'timezone']],
    [{ name: '' }, ['name']],
    [{ id: 5 }, ['id']],
  ] as const)('%j is refused', async ([fields, named]) => {
    const answer = await post(fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(named)
  })

  test.for([
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
    'Europe/Kyiv',
    'UTC',
    'Etc/GMT+5',
    'US/Pacific',
  ])('the zone %s is one that the database can count by', async (timezone) => {
    expect((await post({ timezone })).status).toBe(200)
    const { timezone: stored } = await get()
    const { rows } = await database.pool.query('select now() at time zone $1 as local', [stored])
    expect(rows).toHaveLength(1)
  })
})

describe('keys', () => {
  test('are kept as hashes', async () => {
    const { rows } = await database.pool.query(
      'select (select jsonb_agg(k) from api_keys k)::text || (select jsonb_agg(c) from credentials c)::text as all',
    )

    expect(key).toMatch(/^sk_[A-Za-z0-9]{40,}$/)
    expect(rows[0].all).not.toContain(key)
    expect(rows[0].all).toContain(key.slice(0, 7))
  })

  test('that are revoked open nothing, also where they are remembered', async () => {
    const finder = createCredentialFinder(database.db, () => new Date())
    expect(await finder.find('api_key', key)).toMatchObject({ user_id })
    const row = await database.db
      .selectFrom('api_keys')
      .select('id')
      .where('user_id', '=', user_id)
      .executeTakeFirstOrThrow()

    await inTransaction(database.db, (tx) => revokeKey(tx, user_id, row.id))
    finder.forget()

    expect(await finder.find('api_key', key)).toBeUndefined()
    await expect(
      inTransaction(database.db, (tx) => revokeKey(tx, user_id, row.id)),
    ).rejects.toThrow('There is no API key')
  })

  test('are remembered for no more than fifteen seconds', async () => {
    let now = new Date()
    const finder = createCredentialFinder(database.db, () => now)
    await finder.find('api_key', key)
    await database.db.deleteFrom('credentials').where('user_id', '=', user_id).execute()
    expect(await finder.find('api_key', key)).toBeDefined()

    now = new Date(now.getTime() + 15_001)

    expect(await finder.find('api_key', key)).toBeUndefined()
  })

  test('open only what they are for', async () => {
    const finder = createCredentialFinder(database.db, () => new Date())
    for (const kind of ['enrolment', 'installation', 'webhook'] as const)
      expect(await finder.find(kind, key)).toBeUndefined()
  })
})

test('another account has keys of its own', async () => {
  const other = await inTransaction(database.db, async (tx) => {
    const id = await createAccount(tx, { name: 'Second' })
    const made = await createKey(tx, id, 'Key')
    return { ...made, id }
  })

  const { body } = await testApp.call('GET', '/api/account', { key: other.key })
  expect((body as { data: object }).data).toMatchObject({ id: other.id, name: 'Second' })
})
