import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { openBrowser, signIn } from '../../test/browser.ts'
import { buildAccount, buildContact, buildPerson } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { forgetOldEntries } from '../housekeeping.ts'
import { createSignInFinder } from './find-sign-in.ts'
import { deletePerson } from './service.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string
let jo: Awaited<ReturnType<typeof buildPerson>>

beforeEach(async () => {
  await database.db.deleteFrom('sign_in_tries').execute()
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  jo = await buildPerson(database.db, user_id)
})

const statusOf = async (browser: { call: ReturnType<typeof openBrowser>['call'] }) =>
  (await browser.call('GET', '/api/me')).status

describe('a person', () => {
  test('changes name, address and shortcuts, and signs in with the new address', async () => {
    const browser = await signIn(app, jo)
    const change = {
      name: 'Jo Sample',
      email: 'Sample@Example.org',
      has_shortcuts: false,
      current_password: jo.password,
    }
    expect(await browser.call('POST', '/api/me', { json: change })).toMatchObject({ status: 200 })

    expect(dataOf(await browser.call('GET', '/api/me'))).toMatchObject({
      person: { id: jo.id, name: 'Jo Sample', email: 'Sample@Example.org', has_shortcuts: false },
    })
    await signIn(app, { ...jo, email: 'sample@example.org' })
    const old = await openBrowser(app).call('POST', '/api/login', {
      json: jo && { email: jo.email, password: jo.password },
    })
    expect(old.status).toBe(400)
  })

  test.for([
    [{ email: 'new@example.org' }, ['current_password']],
    [{ email: 'new@example.org', current_password: 'wrong horse' }, ['current_password']],
    [{ email: 'new', name: '', colour: 'red' }, ['name', 'email', 'colour']],
    [{ name: '  ' }, ['name']],
  ] as const)('is not changed by %j', async ([json, fields]) => {
    const browser = await signIn(app, jo)
    const answer = await browser.call('POST', '/api/me', { json })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(fields)
    expect(dataOf(await browser.call('GET', '/api/me'))).toMatchObject({
      person: { name: 'Jo', email: jo.email },
    })
  })

  test('cannot take the address of another, in whatever account', async () => {
    const other = await buildPerson(database.db, (await buildAccount(database.db)).user_id)
    const browser = await signIn(app, jo)
    const json = { email: other.email.toUpperCase(), current_password: jo.password }

    expect(problemsOf(await browser.call('POST', '/api/me', { json }))).toMatchObject([
      { field: 'email', code: 'taken' },
    ])
    await signIn(app, jo)
    await signIn(app, other)
  })

  test('chooses a new password, and the other browsers are signed out at once', async () => {
    const [here, there] = [await signIn(app, jo), await signIn(app, jo)]
    // Remembered by another process.
    const finder = createSignInFinder(database.db, () => app.now)
    const shown = there.cookie?.split('=')[1] ?? ''
    expect(await finder.find(shown)).toMatchObject({ user_id, person_id: jo.id })
    const json = { current_password: jo.password, password: 'battery staple' }
    expect((await here.call('POST', '/api/me/password', { json })).status).toBe(200)
    finder.forget()

    expect(await statusOf(here)).toBe(200)
    expect(await statusOf(there)).toBe(401)
    expect(await finder.find(shown)).toBeUndefined()
    await signIn(app, { ...jo, password: 'battery staple' })
  })

  test('needs the present password for a new one, and tries are counted', async () => {
    const browser = await signIn(app, jo)
    const change = (current_password: string, password = 'battery staple') =>
      browser.call('POST', '/api/me/password', { json: { current_password, password } })
    expect(problemsOf(await change('x', 'short'))).toMatchObject([{ field: 'password' }])
    for (let count = 0; count < 5; count += 1)
      expect(problemsOf(await change('wrong horse'))).toMatchObject([
        { field: 'current_password', code: 'no_match' },
      ])

    expect((await change(jo.password)).status).toBe(429)
  })

  test.for([
    ['GET', '/api/me', 200],
    ['POST', '/api/me', 400],
    ['POST', '/api/logout', 400],
  ] as const)('is none for a key: %s %s', async ([method, url, status]) => {
    const answer = await app.call(method, url, { key, ...(method === 'POST' ? { json: {} } : {}) })

    expect(answer.status).toBe(status)
  })

  test('who is deleted is signed out and signs in no more', async () => {
    const browser = await signIn(app, jo)
    await inTransaction(database.db, (tx) => deletePerson(tx, { user_id, id: jo.id }, app.now))
    app.context.wake.tell({ about: 'keys' })

    expect(await statusOf(browser)).toBe(401)
    const { email, password } = jo
    const again = await openBrowser(app).call('POST', '/api/login', { json: { email, password } })
    expect(again.status).toBe(400)
  })
})

describe('signing out', () => {
  test('ends this sign-in and takes the cookie away', async () => {
    const [here, there] = [await signIn(app, jo), await signIn(app, jo)]
    const cookie = here.cookie ?? ''
    const answer = await here.call('POST', '/api/logout', { json: {} })

    expect(dataOf(answer)).toEqual({ everywhere: false })
    expect(here.cookie).toBeUndefined()
    expect(await statusOf(openBrowser(app, cookie))).toBe(401)
    expect(await statusOf(there)).toBe(200)
  })

  test('everywhere ends all of the person, and nobody else', async () => {
    const sam = await buildPerson(database.db, user_id, { name: 'Sam' })
    const [here, there, other] = [
      await signIn(app, jo),
      await signIn(app, jo),
      await signIn(app, sam),
    ]
    await here.call('POST', '/api/logout', { form: { everywhere: '1' } })

    expect(await statusOf(there)).toBe(401)
    expect(await statusOf(other)).toBe(200)
  })

  test('is refused to a page of another site', async () => {
    const browser = await signIn(app, jo)
    const headers = { origin: 'https://evil.example' }

    expect((await browser.call('POST', '/api/logout', { json: {}, headers })).status).toBe(403)
    expect(await statusOf(browser)).toBe(200)
  })
})

describe('the browsers that are signed in', () => {
  test('are listed with who, what, where and when, the last used first', async () => {
    const phone = await signIn(app, jo)
    app.now = new Date('2026-11-21T13:00:00Z')
    const desk = await signIn(app, jo)

    expect(listOf(await phone.call('GET', '/api/sign-ins'))).toMatchObject([
      { is_current: false, last_used_datetime: '2026-11-21 13:00:00' },
      {
        person: { id: jo.id, name: 'Jo', email: jo.email },
        user_agent: 'Test browser',
        ip: '127.0.0.1',
        datetime: '2026-11-21 12:00:00',
        is_current: true,
      },
    ])
    expect(listOf(await desk.call('GET', '/api/sign-ins?search=jo'))).toHaveLength(2)
    expect(listOf(await app.call('GET', '/api/sign-ins?search=chrome', { key }))).toEqual([])
  })

  test('are signed out one by one, and not by another account', async () => {
    const browser = await signIn(app, jo)
    const [found] = listOf(await browser.call('GET', '/api/sign-ins'))
    const id = Number(found?.['id'])
    const stranger = await buildAccount(database.db)
    expect((await app.call('DELETE', `/api/sign-ins/${id}`, { key: stranger.key })).status).toBe(
      404,
    )
    expect(await statusOf(browser)).toBe(200)
    expect(listOf(await app.call('GET', '/api/sign-ins', { key: stranger.key }))).toEqual([])

    await app.call('DELETE', `/api/sign-ins/${id}`, { key })
    expect(await statusOf(browser)).toBe(401)
  })

  test('are forgotten when nobody has used them for thirty days', async () => {
    await signIn(app, jo)
    await forgetOldEntries(database.db, new Date('2026-12-20T12:00:00Z'))
    const kept = database.db.selectFrom('sign_ins').selectAll().where('user_id', '=', user_id)
    expect(await kept.execute()).toHaveLength(1)

    await forgetOldEntries(database.db, new Date('2026-12-22T12:00:00Z'))
    expect(await kept.execute()).toEqual([])
    const credentials = database.db
      .selectFrom('credentials')
      .selectAll()
      .where('user_id', '=', user_id)
      .where('kind', '=', 'sign_in')
    expect(await credentials.execute()).toEqual([])
    expect(await database.db.selectFrom('sign_in_tries').selectAll().execute()).toEqual([])
  })
})

describe('keys', () => {
  test('are made, shown once, renamed and revoked by a person', async () => {
    const browser = await signIn(app, jo)
    const made = dataOf(await browser.call('POST', '/api/keys', { json: { name: 'Shop' } }))
    const [id, secret] = [Number(made['id']), String(made['key'])]
    expect((await app.call('GET', '/api/contacts', { key: secret })).status).toBe(200)
    await browser.call('POST', `/api/keys/${id}`, { json: { name: 'Web shop' } })

    const answer = await app.call('GET', '/api/keys?order_by=id&order_type=ASC', { key: secret })
    expect(listOf(answer)).toMatchObject([
      { name: 'Test', last_used_datetime: null, is_current: false },
      {
        id: made['id'],
        name: 'Web shop',
        prefix: secret.slice(0, 7),
        last_used_datetime: '2026-11-21 12:00:00',
        is_current: true,
      },
    ])
    expect(JSON.stringify(answer.body)).not.toContain(secret)

    await browser.call('DELETE', `/api/keys/${id}`)
    expect((await app.call('GET', '/api/contacts', { key: secret })).status).toBe(401)
    expect((await browser.call('DELETE', `/api/keys/${id}`)).status).toBe(404)
    expect(listOf(await browser.call('GET', '/api/keys'))).toHaveLength(1)
  })

  test('need a name', async () => {
    const answer = await app.call('POST', '/api/keys', { key, json: { name: '', scope: 'all' } })

    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['name', 'scope'])
    expect(listOf(await app.call('GET', '/api/keys', { key }))).toHaveLength(1)
  })
})

describe('what a person does', () => {
  test('is recorded under the name', async () => {
    const contact = await buildContact(database.db, user_id)
    const browser = await signIn(app, jo)
    const json = { has_opted_out: true, consent_note: 'By telephone' }
    await browser.call('POST', `/api/contacts/${contact}`, { json })

    expect(listOf(await browser.call('GET', `/api/contacts/${contact}/consent`))).toMatchObject([
      { change: 'opted_out', person: 'Jo', note: 'By telephone' },
    ])
  })

  test('twice with one key happens once', async () => {
    const browser = await signIn(app, jo)
    const press = () =>
      browser.call('POST', '/api/keys', {
        json: { name: 'Shop' },
        headers: { 'idempotency-key': 'one-press' },
      })
    const [one, other] = await Promise.all([press(), press()])

    expect(one.status).toBe(200)
    expect(other.body).toEqual(one.body)
    expect(listOf(await browser.call('GET', '/api/keys'))).toHaveLength(2)
  })
})

describe('an answer', () => {
  test.for([
    ['GET', '/api/contacts', 200],
    ['GET', '/api/contacts/999999999', 404],
    ['DELETE', '/api/account', 405],
    ['POST', '/api/contacts', 400],
    ['GET', '/nowhere', 404],
  ] as const)('of %s %s has a number to quote', async ([method, url, status]) => {
    const answer = await app.call(method, url, { key })
    const id = String(answer.headers['x-request-id'])

    expect(answer.status).toBe(status)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    if (status !== 200) expect(answer.body).toMatchObject({ request_id: id })
  })

  test('that nobody has a key for has one too', async () => {
    const { body, headers } = await app.call('GET', '/api/contacts')

    expect(Object.keys(body as object)).toEqual(['errors', 'request_id'])
    expect(body).toMatchObject({ request_id: headers['x-request-id'] })
  })
})
