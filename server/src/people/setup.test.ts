import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, problemsOf, useApp } from '../../test/app.ts'
import { cookieIn, openBrowser, signIn } from '../../test/browser.ts'
import { buildAccount, buildPerson } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { createFirstSetupLink, createSetupLink } from './setup-links.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  await database.db.deleteFrom('sign_in_addresses').execute()
  await database.db.deleteFrom('people').execute()
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
})

const linkFor = (person_id: number | null = null) =>
  inTransaction(database.db, (tx) => createSetupLink(tx, { user_id, person_id }, app.now))
const setUp = (token: string, change: Record<string, string> = {}) =>
  app.call('POST', '/api/setup', {
    json: { token, name: 'Jo', email: 'jo@example.com', password: 'correct horse', ...change },
  })
const check = (token: string) => app.call('POST', '/api/setup/check', { json: { token } })
const people = () =>
  database.db.selectFrom('people').select('email').where('user_id', '=', user_id).execute()

describe('a set-up link', () => {
  test('makes a person who is signed in, with the zone and the country of the account', async () => {
    const token = await linkFor()
    expect(dataOf(await check(token))).toMatchObject({ person: null, account: { timezone: 'UTC' } })
    const answer = await setUp(token, { timezone: 'europe/rome', default_country: 'it' })

    expect(answer.status).toBe(200)
    const browser = openBrowser(app, cookieIn(answer))
    expect(dataOf(await browser.call('GET', '/api/me'))).toMatchObject({
      person: { name: 'Jo', email: 'jo@example.com' },
      account: { id: user_id, timezone: 'Europe/Rome', default_country: 'IT' },
    })
    expect(dataOf(await browser.call('GET', '/api/account'))).toMatchObject({
      email: 'jo@example.com',
    })
    await signIn(app, { email: 'jo@example.com', password: 'correct horse' })
  })

  test('works once, also when two use it at the same moment', async () => {
    const token = await linkFor()
    const answers = await Promise.all([setUp(token), setUp(token, { email: 'sam@example.com' })])

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    expect(problemsOf(await setUp(token))).toMatchObject([{ field: 'token', code: 'no_link' }])
    expect(await people()).toHaveLength(1)
  })

  test('stops working after a day, and when a newer one is made', async () => {
    const [old, newer] = [await linkFor(), await linkFor()]
    expect((await check(old)).status).toBe(400)
    expect((await check(newer)).status).toBe(200)
    app.now = new Date('2026-11-22T12:00:01Z')

    expect(problemsOf(await setUp(newer))).toMatchObject([{ code: 'no_link' }])
    expect(await people()).toEqual([])
  })

  test('is not used up by what is wrong, which is named all at once', async () => {
    await buildPerson(database.db, user_id, { email: 'jo@example.com' })
    const token = await linkFor()
    const fields = problemsOf(await setUp(token, { name: '', email: 'jo', password: 'short' }))
    expect(fields.map(({ field }) => field)).toEqual(['name', 'email', 'password'])
    const later = problemsOf(await setUp(token, { timezone: 'Rome', default_country: 'XX' }))
    expect(later.map(({ field }) => field)).toEqual(['default_country', 'timezone', 'email'])
    const missing = await app.call('POST', '/api/setup', {
      json: { token, password: 'correct horse' },
    })
    expect(problemsOf(missing).map(({ field }) => field)).toEqual(['name', 'email'])
    expect(await people()).toHaveLength(1)

    expect((await setUp(token, { email: 'sam@example.com' })).status).toBe(200)
  })

  test.for([
    ['correct ho', 200],
    ['correct h', 400],
    ['🐎'.repeat(10), 200],
    ['x'.repeat(200), 200],
    ['x'.repeat(201), 400],
  ] as const)('takes a password of 10 to 200 characters: %s', async ([password, status]) => {
    expect((await setUp(await linkFor(), { password })).status).toBe(status)
  })

  test('is refused to a page of another site', async () => {
    const token = await linkFor()
    const answer = await app.call('POST', '/api/setup', {
      json: { token, name: 'Jo', email: 'jo@example.com', password: 'correct horse' },
      headers: { origin: 'https://evil.example' },
    })

    expect(answer.status).toBe(403)
    expect(await people()).toEqual([])
  })

  test('of a person who is locked out gives it a new password and ends its sign-ins and its wait', async () => {
    const jo = await buildPerson(database.db, user_id)
    const browser = await signIn(app, jo)
    for (let count = 0; count < 6; count += 1)
      await app.call('POST', '/api/login', { json: { email: jo.email, password: 'wrong horse' } })
    const token = await linkFor(jo.id)
    expect(dataOf(await check(token))).toMatchObject({ person: { name: 'Jo', email: jo.email } })
    const answer = await app.call('POST', '/api/setup', {
      json: { token, password: 'battery staple' },
    })

    expect(dataOf(answer)).toMatchObject({ person: { id: jo.id } })
    expect((await browser.call('GET', '/api/me')).status).toBe(401)
    await signIn(app, { ...jo, password: 'battery staple' })
  })

  test('is no API key, and an API key is no link', async () => {
    const token = await linkFor()

    expect((await app.call('GET', '/api/me', { key: token })).status).toBe(401)
    expect((await check(key)).status).toBe(400)
  })
})

describe('the first link', () => {
  const first = () => inTransaction(database.db, (tx) => createFirstSetupLink(tx, app.now))

  test('is made at each start while there is nobody', async () => {
    const [one, other] = [await first(), await first()]
    expect((await check(one ?? '')).status).toBe(400)
    expect(dataOf(await app.call('GET', '/api/setup'))).toEqual({ has_people: false })
    expect((await setUp(other ?? '')).status).toBe(200)

    expect(await first()).toBeUndefined()
    expect(dataOf(await app.call('GET', '/api/setup'))).toEqual({ has_people: true })
  })
})
