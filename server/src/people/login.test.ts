import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { cookieIn, openBrowser, ownOrigin, signIn } from '../../test/browser.ts'
import { buildAccount, buildContact, buildPerson } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { atOnceMax, hashPassword, isPassword, waitingMax } from './passwords.ts'
import { networkOf } from './tries.ts'

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

const minutesLater = (minutes: number) => (app.now = new Date(app.now.getTime() + minutes * 60_000))
const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  app.call('POST', '/api/login', { json: { email, password }, headers })
const titleOf = (answer: Awaited<ReturnType<typeof login>>) => problemsOf(answer)[0]?.title

describe('signing in', () => {
  test('gives a cookie that pages cannot read, and that opens what a key opens', async () => {
    const answer = await login(jo.email.toUpperCase(), jo.password, { origin: ownOrigin })

    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(
      /^simcast_sign_in=si_\w{40,}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(dataOf(answer)).toEqual({
      person: { id: jo.id, name: 'Jo', email: jo.email, has_shortcuts: true },
      api_key: null,
      account: {
        id: user_id,
        name: expect.any(String),
        timezone: 'UTC',
        default_country: null,
        confirmation_threshold: 1000,
      },
    })
    const contact = await buildContact(database.db, user_id)
    const browser = openBrowser(app, cookieIn(answer))
    expect(listOf(await browser.call('GET', '/api/contacts'))).toMatchObject([{ id: contact }])
    expect(dataOf(await browser.call('GET', '/api/me'))).toEqual(dataOf(answer))
  })

  test('over plain http gives a cookie without Secure, which such a browser would not keep', async () => {
    const answer = await login(jo.email, jo.password, { origin: 'http://localhost:80' })

    expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax$/)
  })

  test('keeps only a hash of what the browser shows', async () => {
    const { cookie = '' } = await signIn(app, jo)
    const { rows } = await database.pool.query(
      'select (select jsonb_agg(s) from sign_ins s)::text || (select jsonb_agg(c) from credentials c)::text as all',
    )

    expect(rows[0].all).not.toContain(cookie.split('=')[1])
  })

  test('says the same of a wrong password and of an address that nobody has', async () => {
    const wrong = await login(jo.email, 'wrong horse battery')
    const unknown = await login('nobody@example.com', 'wrong horse battery')

    expect(titleOf(wrong)).toBe(
      'E-mail and password do not match. 4 tries left, then a wait of 15 minutes.',
    )
    expect(problemsOf(unknown)).toEqual(problemsOf(wrong))
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('names what is wrong with the fields, all at once', async () => {
    const answer = await app.call('POST', '/api/login', { json: { email: 'jo', name: 'x' } })

    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['email', 'password', 'name'])
    expect(await database.db.selectFrom('sign_in_tries').selectAll().execute()).toEqual([])
  })

  test('takes no long body from who is not known', async () => {
    const answer = await login(jo.email, 'x'.repeat(20_000))

    expect(answer.status).toBe(413)
  })

  test('is refused to a page of another site', async () => {
    const answer = await login(jo.email, jo.password, { origin: 'https://evil.example' })

    expect(answer.status).toBe(403)
    const signIns = database.db.selectFrom('sign_ins').selectAll().where('user_id', '=', user_id)
    expect(await signIns.execute()).toEqual([])
  })
})

test('signing in again ends what the browser was signed in with before', async () => {
  const browser = await signIn(app, jo)
  const before = browser.cookie ?? ''
  const { email, password } = jo
  await browser.call('POST', '/api/login', { json: { email, password } })

  expect((await browser.call('GET', '/api/me')).status).toBe(200)
  expect((await openBrowser(app, before).call('GET', '/api/me')).status).toBe(401)
  expect(listOf(await browser.call('GET', '/api/sign-ins'))).toHaveLength(1)
})

describe('tries', () => {
  test('are five for an address, then it is a wait of 15 minutes, with the right password too', async () => {
    const titles: (string | undefined)[] = []
    for (let count = 0; count < 5; count += 1)
      titles.push(titleOf(await login(jo.email, 'wrong horse battery')))
    minutesLater(14)
    const refused = await login(jo.email, jo.password)
    minutesLater(1)
    const taken = await login(jo.email, jo.password)

    expect(titles.at(-2)).toContain('1 try left, then a wait of 15 minutes.')
    expect(titles.at(-1)).toContain('That was the last try: wait 15 minutes before the next.')
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
    expect(titleOf(refused)).toContain('Try again in 1 minute.')
    expect(taken.status).toBe(200)
  })

  test('that are refused make the wait no longer', async () => {
    for (let count = 0; count < 5; count += 1) await login(jo.email, 'wrong horse battery')
    minutesLater(10)
    await login(jo.email, jo.password)
    minutesLater(5)

    expect((await login(jo.email, jo.password)).status).toBe(200)
  })

  test('at the same moment are no more than five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => login(jo.email, 'wrong horse battery')),
    )

    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('begin anew once somebody has signed in', async () => {
    for (let count = 0; count < 4; count += 1) await login(jo.email, 'wrong horse battery')
    await login(jo.email, jo.password)

    expect(titleOf(await login(jo.email, 'wrong horse battery'))).toContain('4 tries left')
  })

  test('of one network address are twenty, whomever they are for', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 21; count += 1)
      statuses.push((await login(`jo${count}@example.net`, 'wrong horse battery')).status)

    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 400), 429])
    expect(titleOf(await login(jo.email, jo.password))).toContain('Too many tries')
  })

  test.for([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ] as const)('of %s count for %s', ([ip, network]) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('a cookie', () => {
  test.for([
    ['our own page', { origin: ownOrigin }, 200],
    ['our own page by the host that we were asked by', { origin: 'http://localhost' }, 200],
    ['our own page, as the browser says', { 'sec-fetch-site': 'same-origin' }, 200],
    ['no page', {}, 403],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port', { origin: 'https://sms.example.org:8443' }, 403],
    ['a name that begins alike', { origin: 'https://sms.example.org.evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: ownOrigin }, 403],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
  ] as const)('writes from %s', async ([, headers, status]) => {
    const { cookie = '' } = await signIn(app, jo)
    const answer = await app.call('POST', '/api/contacts', {
      json: { phone_number: '+447700900142' },
      headers: { cookie, ...headers },
    })

    expect(answer.status).toBe(status)
    const contacts = await database.db
      .selectFrom('contacts')
      .select('id')
      .where('user_id', '=', user_id)
      .execute()
    expect(contacts).toHaveLength(status === 200 ? 1 : 0)
  })

  test('reads from wherever, since no page of another site sees the answer', async () => {
    const { cookie = '' } = await signIn(app, jo)
    const headers = { cookie, 'sec-fetch-site': 'cross-site' }

    expect((await app.call('GET', '/api/me', { headers })).status).toBe(200)
  })

  test('does not count where a key is shown', async () => {
    const { cookie = '' } = await signIn(app, jo)

    expect(dataOf(await app.call('GET', '/api/me', { key, headers: { cookie } }))).toMatchObject({
      person: null,
      api_key: { name: 'Test' },
    })
    const wrong = await app.call('GET', '/api/me', { key: 'sk_wrong', headers: { cookie } })
    expect(wrong.status).toBe(401)
  })

  test('is set again when it is used after a while, and lasts thirty days from then', async () => {
    const browser = await signIn(app, jo)
    const days = (count: number) => minutesLater(count * 24 * 60)
    minutesLater(9)
    expect(cookieIn(await browser.call('GET', '/api/me'))).toBeUndefined()
    minutesLater(9)
    const [one, other] = await Promise.all([
      browser.call('GET', '/api/me'),
      browser.call('GET', '/api/me'),
    ])
    expect([cookieIn(one), cookieIn(other)].filter(Boolean)).toEqual([browser.cookie])
    days(29)
    expect((await browser.call('GET', '/api/me')).status).toBe(200)
    days(29)
    expect((await browser.call('GET', '/api/me')).status).toBe(200)
    days(31)
    expect((await browser.call('GET', '/api/me')).status).toBe(401)
  })

  test.for(['simcast_sign_in=x', 'simcast_sign_in=', 'other=1; simcast_sign_in="a"', ';;=;'])(
    '%s is nobody',
    async (cookie) => {
      expect((await app.call('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
    },
  )
})

describe('passwords', () => {
  test('are stretched, and each with a salt of its own', async () => {
    const [one, other] = [await hashPassword('correct horse'), await hashPassword('correct horse')]

    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/)
    expect(one).not.toBe(other)
    expect(await isPassword('correct horse', one)).toBe(true)
    expect(await isPassword('correct horsE', one)).toBe(false)
    expect(await isPassword('correct horse', undefined)).toBe(false)
  })

  test('of a flood of sign-ins wait in a short line, and the rest is told to come again', async () => {
    const hash = await hashPassword('correct horse')
    const settled = await Promise.allSettled(
      Array.from({ length: 60 }, () => isPassword('correct horse', hash)),
    )

    const refused = settled.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(60 - atOnceMax - waitingMax)
    expect(await isPassword('correct horse', hash)).toBe(true)
  })
})
