import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContact,
  buildContacts,
  buildDevice,
  buildFlow,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { untilWaiting } from '../../test/locks.ts'
import { inTransaction } from '../db/transaction.ts'
import { createFlow } from '../flows/service.ts'
import {
  countAudience,
  findSegmentAudience,
  matches,
  streamContactIds,
  type Audience,
} from './audience.ts'
import { checkAudience, readAudience } from './check-audience.ts'
import { deleteSegment } from './service.ts'

const database = useDatabase()
const testApp = useApp(database)
const url = '/api/segments'

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  testApp.now = new Date('2026-11-21T12:00:00Z')
})

const call = (method: string, path = '', fields?: unknown) =>
  testApp.call(method, `${url}${path}`, { key, ...(fields === undefined ? {} : { json: fields }) })
const create = async (fields: object) =>
  idOf(await call('POST', '', { name: 'A segment', ...fields }))
const get = async (id: number, query = '') => dataOf(await call('GET', `/${id}${query}`))
const contact = (parameters = {}, country_code: string | null = null) =>
  buildContact(database.db, user_id, { custom_parameters: parameters, country_code })
const later = (seconds: number) => {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
}

describe('a custom segment', () => {
  test('answers every key of the documents, in their order, and then ours', async () => {
    const members = [await contact(), await contact(), await contact()]

    const id = await create({
      name: 'Émigrés',
      contacts_ids: `${members[2]}, ${members[0]},${members[2]}`,
    })

    expect(Object.entries(await get(id))).toEqual([
      ['id', id],
      ['user_id', user_id],
      ['name', 'Émigrés'],
      ['settings', { contacts_ids: [members[0], members[2]] }],
      ['type', 'custom'],
      ['total_contacts', 2],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['revision', 1],
    ])
  })

  test('may be empty at first, and be filled and emptied later', async () => {
    const member = await contact()
    const id = await create({})

    expect(await get(id)).toMatchObject({ settings: { contacts_ids: [] }, total_contacts: 0 })
    await call('POST', `/${id}`, { contacts_ids: [member] })
    expect(await get(id)).toMatchObject({ settings: { contacts_ids: [member] } })
    await call('POST', `/${id}`, { contacts_ids: [] })
    expect(await get(id)).toMatchObject({ settings: { contacts_ids: [] } })
  })

  test('names every id that is no contact of the account, and writes nothing', async () => {
    const member = await contact()
    const theirs = await buildContact(database.db, (await buildAccount(database.db)).user_id)

    const answer = await call('POST', '', {
      name: 'A',
      contacts_ids: [member, 999_999_999, theirs],
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject(
      [theirs, 999_999_999].map((id) => ({
        title: `There is no contact ${id}.`,
        field: 'contacts_ids',
      })),
    )
    expect(await segmentsOf(user_id)).toEqual([])
  })

  test('counts the unknown ids past a thousand', async () => {
    const contacts_ids = Array.from({ length: 3000 }, (_, place) => 1_000_000_000 + place)

    const problems = problemsOf(await call('POST', '', { name: 'A', contacts_ids }))

    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toMatchObject({ title: 'And 2000 more problems.' })
  })

  test('replaces its ids when ids are given, and keeps them when only the name is', async () => {
    const members = [await contact(), await contact(), await contact()]
    const id = await create({ contacts_ids: members.slice(0, 2) })

    await call('POST', `/${id}`, { contacts_ids: members.slice(1) })
    later(60)
    await call('PATCH', `/${id}`, { name: 'Renamed' })

    expect(await get(id)).toMatchObject({
      name: 'Renamed',
      settings: { contacts_ids: members.slice(1) },
      last_datetime: '2026-11-21 12:01:00',
      revision: 3,
    })
  })

  test('loses a contact that is deleted', async () => {
    const members = [await contact(), await contact()]
    const id = await create({ contacts_ids: members })

    await testApp.call('DELETE', `/api/contacts/${members[0]}`, { key })

    expect(await get(id)).toMatchObject({
      settings: { contacts_ids: [members[1]] },
      total_contacts: 1,
    })
  })
})

describe('a bulk segment', () => {
  test('makes contacts of the numbers that nobody has', async () => {
    const known = await buildContact(database.db, user_id, { phone_number: '+447700900142' })

    const id = await create({
      type: 'bulk',
      phone_numbers: '07700 900142\n+33 6 12 34 56 78,, +33612345678',
    })

    const { settings } = await get(id)
    const { rows } = await sql<{ id: number; phone_number: string; country_code: string }>`
      select id, phone_number, country_code from contacts where user_id = ${user_id} order by id`.execute(
      database.db,
    )
    expect(rows).toMatchObject([
      { id: known, phone_number: '+447700900142' },
      { phone_number: '+33612345678', country_code: 'FR' },
    ])
    expect(settings).toEqual({ contacts_ids: rows.map((row) => row.id) })
    expect(await get(id)).toMatchObject({ type: 'bulk', total_contacts: 2 })
  })

  test('names every bad number and creates nothing', async () => {
    const answer = await call('POST', '', {
      name: 'A',
      type: 'bulk',
      phone_numbers: '+447700900142,hello,+12',
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['phone_numbers', 'phone_numbers'])
    expect(
      problemsOf(answer)
        .map(({ title }) => title)
        .join(),
    ).toMatch(/"hello".*"\+12"/)
    const contacts = await database.db
      .selectFrom('contacts')
      .select('id')
      .where('user_id', '=', user_id)
      .execute()
    expect([contacts, await segmentsOf(user_id)]).toEqual([[], []])
  })

  test('becomes custom and keeps its members', async () => {
    const id = await create({ type: 'bulk', phone_numbers: '+447700900142' })
    const before = await get(id)

    await call('POST', `/${id}`, { type: 'custom' })

    expect(await get(id)).toMatchObject({ type: 'custom', settings: before['settings'] })
  })
})

describe('a filter segment', () => {
  test('answers its filter, and its members when it is opened', async () => {
    const roma = await contact({ city: 'Roma' }, 'IT')
    await contact({ city: 'Roma' }, 'FR')

    const answer = await testApp.call('POST', url, {
      key,
      form: [
        ['name', 'Romans'],
        ['type', 'filter'],
        ['filters_custom_parameter_key[3]', 'city'],
        ['filters_custom_parameter_condition[3]', 'exact'],
        ['filters_custom_parameter_value[3]', 'ROMA'],
        ['filters_custom_parameter_key[5]', 'age'],
        ['filters_custom_parameter_condition[5]', 'not_exact'],
        ['filters_countries[]', 'it'],
        ['filters_countries[]', 'JP'],
        ['filters_continents[]', 'EU'],
      ],
    })

    const id = idOf(answer)
    expect(Object.entries(await get(id))).toEqual([
      ['id', id],
      ['user_id', user_id],
      ['name', 'Romans'],
      [
        'settings',
        {
          filters_custom_parameters: [
            { key: 'city', condition: 'exact', value: 'ROMA' },
            { key: 'age', condition: 'not_exact', value: '' },
          ],
          filters_countries: ['IT', 'JP'],
          filters_continents: ['EU'],
          contacts_ids: [roma],
        },
      ],
      ['type', 'filter'],
      ['total_contacts', 1],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['revision', 1],
    ])
  })

  const rowOf = (key: unknown, condition: unknown, value: unknown) => ({
    filters_custom_parameter_key: [key],
    filters_custom_parameter_condition: [condition],
    filters_custom_parameter_value: [value],
  })
  test.each<[string, object, string[]]>([
    ['nothing', {}, ['filters_custom_parameters']],
    [
      'an unknown condition',
      rowOf('city', 'sounds_like', 'x'),
      ['filters_custom_parameter_condition'],
    ],
    ['a value that is missing', rowOf('city', 'contains', ''), ['filters_custom_parameter_value']],
    [
      'a value without a key',
      { filters_custom_parameter_value: ['x'] },
      ['filters_custom_parameter_key[0]', 'filters_custom_parameter_condition[0]'],
    ],
    [
      'a key without a condition',
      { filters_custom_parameter_key: ['city'] },
      ['filters_custom_parameter_condition[0]'],
    ],
    [
      'a key that is too long',
      rowOf('k'.repeat(65), 'exact', 'x'),
      ['filters_custom_parameter_key'],
    ],
    ['a country that is none', { filters_countries: ['IT', 'XX'] }, ['filters_countries']],
    ['a continent that is none', { filters_continents: ['Europe'] }, ['filters_continents']],
    [
      'all of it at once',
      {
        ...rowOf('city', 'sounds_like', 'x'),
        filters_countries: ['XX'],
        filters_continents: ['YY', 'ZZ'],
      },
      [
        'filters_custom_parameter_condition',
        'filters_countries',
        'filters_continents',
        'filters_continents',
      ],
    ],
  ])('refuses %s', async (_, fields, expected) => {
    const answer = await call('POST', '', { name: 'A', type: 'filter', ...fields })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(expected)
    expect(await segmentsOf(user_id)).toEqual([])
  })

  test('replaces its whole filter when one is given, and keeps it when only the name is', async () => {
    const id = await create({
      type: 'filter',
      filters_countries: ['IT'],
      filters_continents: ['EU'],
    })

    await call('POST', `/${id}`, { filters_countries: ['FR'] })
    await call('POST', `/${id}`, { name: 'French' })

    const { settings } = await get(id, '?include_ids=0')
    expect(settings).toEqual({
      filters_custom_parameters: [],
      filters_countries: ['FR'],
      filters_continents: [],
    })
  })

  test('takes the rows back as they are answered', async () => {
    const rows = [{ key: 'age', condition: 'bigger_than', value: '18' }]
    const id = await create({ type: 'filter', filters_custom_parameters: rows })

    expect(await get(id, '?include_ids=0')).toMatchObject({
      settings: { filters_custom_parameters: rows },
    })
  })

  test('that becomes custom forgets its filter; the other way round its members', async () => {
    const member = await contact({}, 'IT')
    const id = await create({ type: 'filter', filters_countries: ['IT'] })

    await call('POST', `/${id}`, { type: 'custom' })
    expect(await get(id)).toMatchObject({ type: 'custom', settings: { contacts_ids: [] } })
    await call('POST', `/${id}`, { contacts_ids: [member] })
    const refused = await call('POST', `/${id}`, { type: 'filter' })
    expect(problemsOf(refused)).toMatchObject([{ field: 'filters_custom_parameters' }])
    await call('POST', `/${id}`, { type: 'filter', filters_countries: ['FR'] })
    expect(await get(id)).toMatchObject({ type: 'filter', total_contacts: 0 })
    const left = await database.db
      .selectFrom('segment_members')
      .select('contact_id')
      .where('segment_id', '=', id)
      .execute()
    expect(left).toEqual([])
  })
})

test('fields that do not apply to the type are ignored, whatever they say', async () => {
  const id = await create({
    type: 'custom',
    phone_numbers: 'hello',
    filters_countries: ['nowhere'],
    filters_custom_parameter_key: ['half a row'],
  })
  const other = await create({
    type: 'filter',
    filters_countries: ['IT'],
    contacts_ids: 'abc',
    phone_numbers: '?',
  })

  expect(await get(id)).toMatchObject({ type: 'custom', settings: { contacts_ids: [] } })
  expect(await get(other)).toMatchObject({ type: 'filter' })
})

test.each([
  ['no name', { name: '' }, ['name']],
  ['an unknown type', { type: 'magic' }, ['type']],
  ['a word among the ids', { contacts_ids: '1,x' }, ['contacts_ids']],
  ['a field of campaigns', { segment: 'all' }, ['segment']],
])('creating refuses %s', async (_, fields, expected) => {
  const answer = await call('POST', '', { name: 'A', ...fields })

  expect(answer.status).toBe(400)
  expect(problemsOf(answer).map(({ field }) => field)).toEqual(expect.arrayContaining(expected))
})

test('an update from an older state is refused as changed', async () => {
  const id = await create({})
  await call('POST', `/${id}`, { name: 'B' })

  const answer = await call('POST', `/${id}`, { name: 'C', expected_revision: 1 })

  expect(problemsOf(answer)).toMatchObject([{ code: 'changed' }])
  expect(await get(id)).toMatchObject({ name: 'B' })
})

describe('deleting', () => {
  test('hides the segment and forgets its members', async () => {
    const id = await create({ contacts_ids: [await contact()] })

    const answer = await call('DELETE', `/${id}`)

    expect(answer).toMatchObject({ status: 200, body: { data: { id } } })
    expect((await call('GET', `/${id}`)).status).toBe(404)
    expect((await call('POST', `/${id}`, { name: 'B' })).status).toBe(404)
    expect((await call('DELETE', `/${id}`)).status).toBe(404)
    expect(listOf(await call('GET'))).toEqual([])
    const left = await database.db
      .selectFrom('segment_members')
      .select('contact_id')
      .where('segment_id', '=', id)
      .execute()
    expect(left).toEqual([])
  })

  test.each(['draft', 'scheduled', 'running', 'paused'] as const)(
    'is refused while a campaign that is %s names it',
    async (status) => {
      const { id: device_id } = await buildDevice(database.db, user_id)
      const id = await create({})
      const campaign = await buildCampaign(database.db, user_id, {
        device_id,
        segment_id: id,
        status,
        name: 'Sale',
      })
      const flow = await buildFlow(database.db, user_id, {
        device_id,
        segment_id: id,
        is_enabled: false,
        name: 'Welcome',
      })

      const answer = await call('DELETE', `/${id}`)

      expect(answer.status).toBe(400)
      expect(problemsOf(answer)).toMatchObject([
        { title: expect.stringContaining(`campaign ${campaign} "Sale"`), code: 'conflict' },
        { title: expect.stringContaining(`flow ${flow} "Welcome"`), code: 'conflict' },
      ])
      expect((await call('GET', `/${id}`)).status).toBe(200)
    },
  )

  test.each(['finished', 'cancelled'] as const)(
    'a campaign that is %s does not keep it',
    async (status) => {
      const { id: device_id } = await buildDevice(database.db, user_id)
      const id = await create({})
      await buildCampaign(database.db, user_id, { device_id, segment_id: id, status })

      expect((await call('DELETE', `/${id}`)).status).toBe(200)
    },
  )

  test('comes first: who names the segment meanwhile is refused', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const id = await create({})

    const late = await inTransaction(database.db, async (tx) => {
      await deleteSegment(tx, testApp.context, user_id, id)
      const json = { ...welcome, device_id, segment: id }
      const request = testApp.call('POST', '/api/flows', { key, json })
      await untilWaiting(database.db, request)
      return { request }
    })

    const answer = await late.request
    expect(problemsOf(answer)).toMatchObject([{ field: 'segment', status: 400 }])
  })

  test('comes second: it is refused by who names the segment meanwhile', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const id = await create({})

    const late = await inTransaction(database.db, async (tx) => {
      await createFlow(tx, testApp.context, user_id, { ...welcome, device_id, segment: id })
      const request = call('DELETE', `/${id}`)
      await untilWaiting(database.db, request)
      return { request }
    })

    const answer = await late.request
    expect(problemsOf(answer)).toMatchObject([{ status: 400, code: 'conflict' }])
    expect((await call('GET', `/${id}`)).status).toBe(200)
  })
})

const welcome = {
  name: 'Welcome',
  content: 'Hello',
  sim_subscription_id: 1,
  wait_time: 1,
  wait_time_type: 'hours' as const,
}

describe('lists', () => {
  test('answer the members of bulk and custom segments, and of a filter how many there are', async () => {
    const members = [await contact({}, 'IT'), await contact({}, 'IT')]
    const custom = await create({ contacts_ids: members })
    const filter = await create({ type: 'filter', filters_countries: ['IT'] })
    const empty = await create({})

    const answer = await call('GET')

    expect(listOf(answer)).toMatchObject([
      { id: empty, settings: { contacts_ids: [] }, total_contacts: 0 },
      { id: filter, settings: { filters_countries: ['IT'] }, total_contacts: 2 },
      { id: custom, settings: { contacts_ids: members }, total_contacts: 2 },
    ])
    expect(listOf(answer)[1]?.['settings']).not.toHaveProperty('contacts_ids')
    expect(answer.body).toMatchObject({
      meta: { page: 1, total: 3 },
      links: { self: 'https://sms.example.org/api/segments?page=1' },
    })
  })

  test('leave the ids out when asked to', async () => {
    const id = await create({ contacts_ids: [await contact()] })
    const filter = await create({ type: 'filter', filters_countries: ['IT'] })

    expect(listOf(await call('GET', '?include_ids=0'))[1]).toMatchObject({
      id,
      settings: {},
      total_contacts: 1,
    })
    expect(await get(filter, '?include_ids=no')).toMatchObject({ total_contacts: 0 })
    expect((await get(filter, '?include_ids=0'))['settings']).not.toHaveProperty('contacts_ids')
    expect(problemsOf(await call('GET', `/${id}?include_ids=2`))).toMatchObject([
      { field: 'include_ids' },
    ])
  })

  test('count a filter at most a minute late, and its own page at once', async () => {
    const filter = await create({
      type: 'filter',
      filters_custom_parameters: [{ key: 'age', condition: 'bigger_than', value: '17' }],
    })
    const total = async () => listOf(await call('GET', '?include_ids=0'))[0]?.['total_contacts']
    expect(await total()).toBe(0)
    await contact({ age: 18 })

    later(20)
    expect([await total(), (await get(filter))['total_contacts']]).toEqual([0, 1])
    later(40)
    expect(await total()).toBe(1)
    await contact({ age: 19 })
    await call('POST', `/${filter}`, {
      filters_custom_parameters: [{ key: 'age', condition: 'bigger_than', value: '18' }],
    })
    expect(await total()).toBe(1)
  })

  test('count many filters together, each right', async () => {
    for (const age of [1, 2, 3, 4, 5])
      await contact({ age, city: age < 3 ? 'Roma' : 'Paris' }, 'IT')
    const rows = [
      { key: 'age', condition: 'bigger_than', value: '1' },
      { key: 'city', condition: 'exact', value: 'roma' },
      { key: 'age', condition: 'lower_than', value: '2' },
      { key: 'city', condition: 'not_exact', value: 'roma' },
      { key: 'city', condition: 'exact', value: 'paris' },
    ]
    for (const row of rows) await create({ type: 'filter', filters_custom_parameters: [row] })

    const totals = listOf(await call('GET', '?order_type=ASC')).map(
      ({ total_contacts }) => total_contacts,
    )
    expect(totals).toEqual([4, 2, 1, 3, 3])
  })

  test('are ordered, searched and filtered', async () => {
    const contacts = await buildContacts(database.db, user_id, 4)
    await create({ name: 'ánne', contacts_ids: contacts.slice(0, 2) })
    await create({ name: 'Bob', contacts_ids: contacts })
    later(1)
    await create({ name: 'anna', type: 'bulk', phone_numbers: '+33612345678' })
    await create({ name: 'All of France', type: 'filter', filters_countries: ['FR'] })
    await create({ name: 'Nobody', type: 'filter', filters_countries: ['JP'] })
    const names = async (query: string) =>
      listOf(await call('GET', `?${query}`)).map(({ name }) => name)

    expect(await names('order_by=name&order_type=ASC')).toEqual([
      'All of France',
      'anna',
      'Bob',
      'Nobody',
      'ánne',
    ])
    expect(await names('order_by=total_contacts')).toEqual([
      'Bob',
      'ánne',
      'All of France',
      'anna',
      'Nobody',
    ])
    expect(await names('order_by=segment_id&order_type=ASC&results_per_page=10')).toEqual([
      'ánne',
      'Bob',
      'anna',
      'All of France',
      'Nobody',
    ])
    expect(await names('order_by=last_datetime')).toHaveLength(5)
    expect(await names('search=ANN')).toEqual(['anna'])
    expect(await names('search=nn&search_by=name')).toEqual([])
    expect(await names('search=á')).toEqual(['ánne'])
    expect(await names('type=bulk')).toEqual(['anna'])
    expect(await names('datetime_end=2026-11-21 12:00:00')).toEqual(['Bob', 'ánne'])
    expect(problemsOf(await call('GET', '?type=magic'))).toMatchObject([{ field: 'type' }])
  })

  test('stream the members of segments of every size, each its own', async () => {
    const contacts = await buildContacts(database.db, user_id, 25_000)
    const sizes = [3, 25_000, 0, 9000, 6000, 1, 10_001]
    const members = sizes.map((size, place) => contacts.slice(place * 10, place * 10 + size))
    for (const ids of members) await buildSegment(database.db, user_id, { members: ids })

    const answer = await call('GET', '?order_type=ASC')

    const found = listOf(answer).map(
      ({ settings }) => (settings as { contacts_ids: number[] }).contacts_ids,
    )
    expect(found).toEqual(members)
    expect(listOf(answer).map(({ total_contacts }) => total_contacts)).toEqual(
      members.map(({ length }) => length),
    )
    expect(answer.headers['content-length']).toBeUndefined()
  })
})

describe('an audience', () => {
  test('is asked, counted and streamed alike', async () => {
    const other = await buildAccount(database.db)
    await buildContact(database.db, other.user_id, { country_code: 'IT' })
    const { id: device_id } = await buildDevice(database.db, user_id)
    const [roma, paris, nowhere] = [
      await contact({}, 'IT'),
      await contact({}, 'FR'),
      await contact(),
    ]
    const many = await buildContacts(database.db, user_id, 20_001)
    const members = await create({ contacts_ids: [paris, nowhere] })
    const filter = await create({ type: 'filter', filters_continents: ['EU'] })
    const campaign_id = await buildCampaign(database.db, user_id, { device_id })
    const chosen = [[roma, nowhere], [many[0]!, 999_999_999], [999_999_998]]
    for (const [chunk, contact_ids] of chosen.entries()) {
      await database.db
        .insertInto('campaign_audiences')
        .values({ user_id, campaign_id, kind: 'chosen', chunk, contact_ids })
        .execute()
    }
    const expected: [Audience | undefined, number[]][] = [
      [{ type: 'all' }, [roma, paris, nowhere, ...many]],
      [await findSegmentAudience(database.db, user_id, members), [paris, nowhere]],
      [await findSegmentAudience(database.db, user_id, filter), [roma, paris]],
      [{ type: 'chosen', campaign_id }, [roma, nowhere, many[0]!]],
    ]

    for (const [audience, ids] of expected) {
      if (!audience) throw new Error('the segment is there')
      const { rows } = await sql<{ id: number }>`
        select c.id from contacts c where c.user_id = ${user_id} and ${matches(user_id, audience)} order by c.id`.execute(
        database.db,
      )
      const chunks = await Array.fromAsync(streamContactIds(database.db, user_id, audience))
      expect(rows.map(({ id }) => id)).toEqual(ids)
      expect(chunks.flat()).toEqual(ids)
      expect(chunks.every(({ length }) => length > 0 && length <= 10_000)).toBe(true)
      expect(await countAudience(database.db, user_id, audience)).toBe(ids.length)
    }
    expect(await findSegmentAudience(database.db, other.user_id, members)).toBeUndefined()
  })

  test('of a campaign is read from the same fields', async () => {
    const [one, two] = [await contact(), await contact()]
    const segment = await create({})
    const read = (
      chosen: Parameters<typeof readAudience>[2]['segment'],
      fields: Parameters<typeof readAudience>[2]['fields'],
    ) =>
      inTransaction(database.db, (tx) =>
        readAudience(tx, testApp.context, { user_id, segment: chosen, fields }),
      )
    const given = <T>(value: T) => ({ value, problems: [], uncounted: 0 })

    expect(await read('all', { contacts_ids: given([5]) })).toEqual({ type: 'all' })
    expect(await read('custom', { contacts_ids: given([two, one]) })).toEqual({
      type: 'custom',
      contact_ids: [one, two],
    })
    expect(await read(segment, {})).toEqual({ type: 'segment', segment_id: segment })
    const { contact_ids = [] } = await read('bulk', {
      phone_numbers: given(['+447700900777', '07700900777']),
    })
    expect(contact_ids).toHaveLength(1)
    await expect(read(999_999, {})).rejects.toMatchObject({ problems: [{ field: 'segment' }] })
    const theirs = await buildSegment(database.db, (await buildAccount(database.db)).user_id)
    const { problems } = await inTransaction(database.db, (tx) =>
      checkAudience(tx, user_id, theirs, {}),
    )
    expect(problems.problems).toEqual([
      { title: `There is no segment ${theirs}.`, field: 'segment' },
    ])
  })

  test('of more numbers than one statement takes is made in one request', async () => {
    const phone_numbers = Array.from(
      { length: 12_000 },
      (_, place) => `+1555${String(place).padStart(7, '0')}`,
    )

    const id = await create({ type: 'bulk', phone_numbers: phone_numbers.join('\n') })

    expect(await get(id, '?include_ids=0')).toMatchObject({ total_contacts: 12_000 })
  })
})

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
  "another account's segment is not there for %s",
  async (method) => {
    const other = await buildAccount(database.db)
    const theirs = await buildSegment(database.db, other.user_id, { name: 'Theirs' })
    const fields = method === 'GET' || method === 'DELETE' ? undefined : { name: 'Mine' }

    const foreign = await call(method, `/${theirs}`, fields)
    const unknown = await call(method, '/999999999', fields)

    expect(foreign.status).toBe(404)
    expect(problemsOf(foreign)).toEqual(problemsOf(unknown))
    expect(await segmentsOf(other.user_id)).toMatchObject([{ name: 'Theirs', deleted_at: null }])
  },
)

async function segmentsOf(account: number) {
  return database.db
    .selectFrom('segments')
    .select(['name', 'deleted_at'])
    .where('user_id', '=', account)
    .execute()
}
