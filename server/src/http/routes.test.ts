import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildAutomation,
  buildCampaign,
  buildContact,
  buildDevice,
  buildFlow,
  buildMessage,
  buildRecurring,
  buildSegment,
  buildTemplate,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import type { Db } from '../db/pool.ts'

// What holds for every route of the API, read from its own description.

const database = useDatabase()
const testApp = useApp(database)

type Route = { method: string; url: string }
type Owned = {
  user_id: number
  key: string
  campaigns: number
  contacts: number
  /** Of that contact, whose id it has. */
  conversations: number
  devices: number
  flows: number
  imports: number
  jobs: number
  keys: number
  'recurring-campaigns': number
  'rss-automations': number
  segments: number
  'sign-ins': number
  sms: number
  templates: number
}

let routes: Route[]
let paths: string[]
let mine: Owned
let theirs: Owned

beforeAll(async () => {
  await testApp.app.ready()
  const { paths: described = {} } = testApp.app.swagger() as { paths?: Record<string, object> }
  routes = Object.entries(described).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), url })),
  )
  paths = Object.keys(described)
  expect(routes.length).toBeGreaterThan(40)
})

beforeEach(async () => {
  mine = await buildOwned()
  theirs = await buildOwned()
  // Notes that the key was used, which is then not done again for a while.
  await call('GET', '/api/account', mine.key)
})

const ownedRoutes = () => routes.filter(({ url }) => url.includes('{id}'))
const keyRoutes = () => routes.filter(({ url }) => url.startsWith('/api/') && !isPublic(url))
const isPublic = (url: string) =>
  ['/api/openapi.json', '/api/docs', '/api/login', '/api/setup', '/api/setup/check'].includes(url)
/** The address with an id of this owner in it. */
const addressOf = (url: string, owner: Owned) => {
  const noun = /^\/api\/([a-z-]+)\//.exec(url)?.[1] ?? ''
  if (!(noun in owner)) throw new Error(`say which rows ${url} is about`)
  return url.replace('{id}', String(owner[noun as keyof Owned])).replace('{subscription_id}', '1')
}
const call = (method: string, url: string, key?: string, headers: Record<string, string> = {}) =>
  testApp.call(method, url, { ...(key === undefined ? {} : { key }), headers })
const titleOf = ({ method, url }: Route) => `${method} ${url}`

describe('rows of another account', () => {
  test('are a 404 in every path, before the body is looked at, and stay as they are', async () => {
    const before = await everythingOf(theirs.user_id)
    const found: string[] = []

    for (const route of ownedRoutes()) {
      const address = addressOf(route.url, theirs)
      for (const headers of [
        {},
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/json' },
      ]) {
        const answer = await testApp.app.inject({
          method: route.method as 'POST',
          url: address,
          headers: { authorization: `Bearer ${mine.key}`, ...headers },
          ...('content-type' in headers ? { payload: '{"name": ' } : {}),
        })
        if (answer.statusCode !== 404) found.push(`${titleOf(route)} ${answer.statusCode}`)
      }
    }

    expect(found).toEqual([])
    expect(await everythingOf(theirs.user_id)).toEqual(before)
  })

  test('are answered exactly as an id that does not exist', async () => {
    for (const route of ownedRoutes()) {
      const there = await call(route.method, addressOf(route.url, theirs), mine.key)
      const nowhere = await call(
        route.method,
        route.url.replace('{id}', '987654321').replace('{subscription_id}', '1'),
        mine.key,
      )
      expect([titleOf(route), problemsOf(there)]).toEqual([titleOf(route), problemsOf(nowhere)])
    }
  })

  test('are in no list, whatever it is filtered by', async () => {
    const lists = routes.filter(({ method, url }) => method === 'GET' && !url.includes('{'))
    for (const { url } of lists.filter(({ url: one }) => one.slice(5) in theirs)) {
      const answer = await call('GET', `${url}?results_per_page=1000`, mine.key)
      expect([url, answer.status]).toEqual([url, 200])
      const ids = listOf(answer).map((item) => item['id'] ?? item['sms_id'])
      expect([url, ids]).toEqual([url, [mine[url.slice(5) as keyof Owned]]])
      for (const [noun, id] of Object.entries(theirs)) {
        const filter = `${noun.replace(/s$/, '').replace('-', '_')}_id`
        if (!isFilterOf(url, filter)) continue
        expect(listOf(await call('GET', `${url}?${filter}=${id}`, mine.key))).toEqual([])
      }
    }
  })

  test('are a 400 that names the field in a body', async () => {
    const sms = { content: 'x', phone_numbers: '+447700900142', sim_subscription_id: 1 }
    const campaign = { name: 'x', content: 'x', device_id: mine.devices, sim_subscription_id: 1 }
    const flow = { ...campaign, wait_time: 1, wait_time_type: 'days' }
    const cases: [string, string, object, string][] = [
      ['POST', '/api/sms', { ...sms, device_id: theirs.devices }, 'device_id'],
      ['POST', '/api/campaigns', { ...campaign, device_id: theirs.devices }, 'device_id'],
      ['POST', '/api/campaigns', { ...campaign, segment: theirs.segments }, 'segment'],
      [
        'POST',
        '/api/campaigns',
        { ...campaign, segment: 'custom', contacts_ids: [theirs.contacts] },
        'contacts_ids',
      ],
      ['POST', `/api/campaigns/${mine.campaigns}`, { device_id: theirs.devices }, 'device_id'],
      ['POST', `/api/campaigns/${mine.campaigns}`, { segment: theirs.segments }, 'segment'],
      ['POST', '/api/flows', { ...flow, device_id: theirs.devices }, 'device_id'],
      ['POST', '/api/flows', { ...flow, segment: theirs.segments }, 'segment'],
      ['POST', `/api/flows/${mine.flows}`, { device_id: theirs.devices }, 'device_id'],
      [
        'POST',
        '/api/templates/preview',
        { content: 'x', contact_id: theirs.contacts },
        'contact_id',
      ],
      ['POST', '/api/segments', { name: 'x', contacts_ids: [theirs.contacts] }, 'contacts_ids'],
      ['DELETE', `/api/devices/${mine.devices}`, { move_to: `${theirs.devices}:1` }, 'move_to'],
    ]
    const before = await everythingOf(theirs.user_id)

    for (const [method, url, json, field] of cases) {
      const answer = await testApp.call(method, url, { key: mine.key, json })
      expect([url, answer.status]).toEqual([url, 400])
      expect(problemsOf(answer).map((problem) => problem.field)).toContain(field)
    }
    expect(await everythingOf(theirs.user_id)).toEqual(before)
  })
})

describe('a key', () => {
  test.for([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer sk_unknown' }],
    ['no Bearer', { authorization: 'Basic c2s6c2s=' }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['two words', { authorization: 'Bearer a b' }],
  ] as const)('is asked for first, on every route: %s', async ([, authorization]) => {
    const found: string[] = []
    for (const route of keyRoutes()) {
      const url = route.url.includes('{id}') ? addressOf(route.url, mine) : route.url
      const answer = await call(route.method, url, undefined, {
        ...authorization,
        'content-type': 'text/plain',
      })
      const isRight = answer.status === 401 && answer.headers['www-authenticate'] === 'Bearer'
      if (!isRight) found.push(`${titleOf(route)} ${answer.status}`)
    }
    expect(found).toEqual([])
  })

  test('is taken whatever the case of its scheme', async () => {
    const answer = await call('GET', '/api/account', undefined, {
      authorization: `bearer ${mine.key}`,
    })

    expect(answer.status).toBe(200)
  })

  test('that was revoked is refused at once', async () => {
    expect((await call('GET', '/api/account', mine.key)).status).toBe(200)
    await database.db.deleteFrom('credentials').where('user_id', '=', mine.user_id).execute()
    testApp.context.wake.tell({ about: 'keys' })

    expect((await call('GET', '/api/account', mine.key)).status).toBe(401)
  })

  test('of a phone opens none of it', async () => {
    const { id } = await buildDevice(database.db, mine.user_id)
    expect((await call('GET', `/api/devices/${id}`, 'abcde-abcde-abcde-abcde')).status).toBe(401)
  })

  test('is needed to be told that an address does not exist', async () => {
    expect((await call('GET', '/api/nowhere')).status).toBe(401)
    expect((await call('GET', '/api/nowhere', mine.key)).status).toBe(404)
    expect((await call('GET', '/nowhere')).status).toBe(404)
  })
})

describe('methods', () => {
  const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

  test('that an address does not take are a 405 that says which it does', async () => {
    for (const url of paths.filter((path) => path.startsWith('/api/') && !isPublic(path))) {
      const known = routes.filter((route) => route.url === url).map(({ method }) => method)
      const isUpdate = known.includes('POST') && url.endsWith('/{id}')
      const taken = isUpdate ? [...known, 'PUT', 'PATCH'] : known
      const address = url.includes('{id}') ? addressOf(url, mine) : url
      for (const method of all.filter((one) => !taken.includes(one))) {
        const answer = await call(method, address, mine.key, { 'content-type': 'text/plain' })
        expect([method, url, answer.status]).toEqual([method, url, 405])
        const allow = String(answer.headers['allow']).split(', ')
        expect(allow).toEqual(expect.arrayContaining(taken))
        expect(allow).not.toContain(method)
      }
    }
  })

  test('PUT and PATCH are other words for the POST of an update', async () => {
    for (const method of ['PUT', 'PATCH']) {
      const answer = await testApp.call(method, `/api/contacts/${mine.contacts}`, {
        key: mine.key,
        json: { name: method },
      })
      expect(answer.status).toBe(200)
      const { body } = await call('GET', `/api/contacts/${mine.contacts}`, mine.key)
      expect(body).toMatchObject({ data: { name: method } })
    }
  })

  test('HEAD is answered where GET is', async () => {
    expect((await call('HEAD', '/api/contacts', mine.key)).status).toBe(200)
  })
})

describe('addresses', () => {
  test('are the same with a slash at their end, and with two slashes within', async () => {
    for (const url of ['/api/contacts/', '/api//contacts', `/api/contacts/${mine.contacts}/`])
      expect((await call('GET', url, mine.key)).status).toBe(200)
    const made = await testApp.call('POST', '/api/contacts/', {
      key: mine.key,
      json: { phone_number: '+447700900999' },
    })
    expect(made.status).toBe(200)
  })

  test.for([
    '0',
    '-1',
    '1.5',
    '1e3',
    'x',
    '99999999999999999999',
    '9007199254740993',
    '%00',
    '1%20',
    '__proto__',
  ])('%s is no id: 404 everywhere', async (id) => {
    const found: string[] = []
    for (const route of ownedRoutes()) {
      const url = route.url.replace('{id}', id).replace('{subscription_id}', '1')
      const { status } = await call(route.method, url, mine.key)
      if (status !== 404) found.push(`${titleOf(route)} ${status}`)
    }
    expect(found).toEqual([])
  })

  test.for(['0', '4', 'x', '-1', '1.0'])('a device has no SIM %s', async (sim) => {
    const { status } = await call('POST', `/api/devices/${mine.devices}/sims/${sim}`, mine.key)

    expect(status).toBe(404)
  })
})

describe('odd bodies are a 4xx everywhere, and write nothing', () => {
  const writes = () => keyRoutes().filter(({ method }) => method === 'POST')
  const bodies: [string, Record<string, string>, string][] = [
    ['no JSON', { 'content-type': 'application/json' }, '{"name": '],
    ['an array', { 'content-type': 'application/json' }, '[1, 2]'],
    ['a text', { 'content-type': 'application/json' }, '"x"'],
    ['null', { 'content-type': 'application/json' }, 'null'],
    ['__proto__', { 'content-type': 'application/json' }, '{"__proto__": {"name": "x"}}'],
    ['constructor', { 'content-type': 'application/json' }, '{"constructor": {"prototype": 1}}'],
    [
      'a NUL',
      { 'content-type': 'application/json' },
      '{"name": "a\\u0000b", "content": "a\\u0000b"}',
    ],
    ['half a surrogate', { 'content-type': 'application/json' }, '{"name": "\\ud800"}'],
    ['a huge number', { 'content-type': 'application/json' }, '{"device_id": 1e400}'],
    ['depth', { 'content-type': 'application/json' }, `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['plain text', { 'content-type': 'text/plain' }, 'name=x'],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, '{}'],
    ['a broken form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nbroken'],
    ['no boundary', { 'content-type': 'multipart/form-data' }, '--x--'],
    [
      '__proto__ in a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      '__proto__[a]=1',
    ],
    ['an unknown field', { 'content-type': 'application/x-www-form-urlencoded' }, 'is_schedule=1'],
  ]

  test.for(bodies)('%s', async ([, headers, payload]) => {
    const before = await everythingOf(mine.user_id)
    const found: string[] = []

    for (const route of writes()) {
      const url = route.url.includes('{id}') ? addressOf(route.url, mine) : route.url
      const { statusCode } = await testApp.app.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${mine.key}`, ...headers },
        payload,
      })
      if (statusCode < 400 || statusCode >= 500) found.push(`${titleOf(route)} ${statusCode}`)
    }

    expect(found).toEqual([])
    expect(await everythingOf(mine.user_id)).toEqual(before)
  })
})

function isFilterOf(url: string, filter: string): boolean {
  const { paths: described = {} } = testApp.app.swagger() as {
    paths?: Record<string, { get?: { parameters?: { name: string }[] } }>
  }
  return described[url]?.get?.parameters?.some(({ name }) => name === filter) ?? false
}

async function buildOwned(): Promise<Owned> {
  const { db } = database
  const { user_id, key } = await buildAccount(db)
  const devices = (await buildDevice(db, user_id)).id
  const contacts = await buildContact(db, user_id)
  await db
    .insertInto('conversations')
    .values({ user_id, contact_id: contacts, last_at: new Date() })
    .execute()
  const segments = await buildSegment(db, user_id, { members: [contacts] })
  const { id: imports } = await db
    .insertInto('imports')
    .values({
      user_id,
      status: 'finished',
      encoding: 'utf-8',
      format: 'jsonl',
      newline: '\n',
      mapping: '{}',
      columns: '[]',
      finished_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: jobs } = await db
    .insertInto('jobs')
    .values({
      user_id,
      kind: 'export',
      resource: 'contacts',
      request: '{"filter": {}, "columns": ["id"]}',
      status: 'finished',
      starts_at: new Date(),
      finished_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    user_id,
    key,
    jobs,
    devices,
    contacts,
    conversations: contacts,
    segments,
    imports,
    ...(await buildSignedIn(db, user_id)),
    campaigns: await buildCampaign(db, user_id, { device_id: devices }),
    templates: await buildTemplate(db, user_id),
    'recurring-campaigns': await buildRecurring(db, user_id, {
      device_id: devices,
      segment_id: segments,
    }),
    'rss-automations': await buildAutomation(db, user_id, {
      device_id: devices,
      segment_id: segments,
    }),
    flows: await buildFlow(db, user_id, { device_id: devices, segment_id: segments }),
    sms: await buildMessage(db, user_id, { contact_id: contacts, device_id: devices }),
  }
}

/** Somebody who is signed in, and the id of the account's one key. */
async function buildSignedIn(
  db: Db,
  user_id: number,
): Promise<{ keys: number; 'sign-ins': number }> {
  const { id: person_id } = await db
    .insertInto('people')
    .values({ user_id, name: 'Jo', email: `jo${user_id}@example.com`, password_hash: 'none' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const [at, is_secure] = [new Date('2026-11-21T11:00:00Z'), true]
  const signIn = await db
    .insertInto('sign_ins')
    .values({ user_id, person_id, is_secure, created_at: at, last_used_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const key = await db
    .selectFrom('api_keys')
    .select('id')
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
  return { keys: key.id, 'sign-ins': signIn.id }
}

/** Every row of an account, of every table that has its number. */
async function everythingOf(user_id: number): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(
    database.db,
  )
  const everything: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) as row from ${sql.table(name)} t where user_id = ${user_id} order by to_jsonb(t)::text`.execute(
      database.db,
    )
    everything[name] = rows
  }
  return everything
}
