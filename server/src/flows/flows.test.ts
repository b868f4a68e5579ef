import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildDevice,
  buildFlow,
  buildMessage,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import type { Signal } from '../db/wake.ts'

const database = useDatabase()
const testApp = useApp(database)
const url = '/api/flows'

let user_id: number
let key: string
let device_id: number
let fields: Record<string, unknown>

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  device_id = (await buildDevice(database.db, user_id)).id
  testApp.now = new Date('2026-11-21T12:00:00Z')
  fields = {
    name: 'Welcome',
    content: 'Hello {{ name }}',
    device_id,
    sim_subscription_id: 1,
    wait_time: 3,
    wait_time_type: 'days',
  }
})

const call = (method: string, path = '', json?: unknown) =>
  testApp.call(method, `${url}${path}`, { key, ...(json === undefined ? {} : { json }) })
const create = async (more: object = {}) => idOf(await call('POST', '', { ...fields, ...more }))
const get = async (id: number) => dataOf(await call('GET', `/${id}`))

describe('creating', () => {
  test('answers every key of the documents, in their order, and then ours', async () => {
    const id = await create()

    expect(Object.entries(await get(id))).toEqual([
      ['id', id],
      ['device_id', device_id],
      ['sim_subscription_id', 1],
      ['user_id', user_id],
      ['name', 'Welcome'],
      ['content', 'Hello {{ name }}'],
      ['settings', {}],
      ['wait_time', 3],
      ['wait_time_type', 'days'],
      ['is_enabled', true],
      ['total_sent_sms', 0],
      ['total_pending_sms', 0],
      ['total_failed_sms', 0],
      ['last_sent_datetime', null],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['segment', 'all'],
      ['footer', true],
      ['revision', 1],
      ['total_entered', 0],
      ['total_waiting', 0],
      ['total_left', 0],
      ['left_reasons', []],
      ['next_due_datetime', null],
    ])
  })

  test('takes a segment by its id, as text or number, and may begin switched off', async () => {
    const segment = await buildSegment(database.db, user_id)

    const one = await create({ segment: String(segment), is_enabled: 'off' })
    const other = await create({ segment })

    expect(await get(one)).toMatchObject({ segment: String(segment), is_enabled: false })
    expect(await get(other)).toMatchObject({ segment: String(segment), is_enabled: true })
  })

  test.each(['name', 'content', 'device_id', 'sim_subscription_id', 'wait_time', 'wait_time_type'])(
    'refuses to go without %s',
    async (name) => {
      const { [name]: _, ...rest } = fields

      const answer = await call('POST', '', rest)

      expect(answer.status).toBe(400)
      expect(problemsOf(answer)).toMatchObject([{ field: name }])
    },
  )

  test.each([
    ['wait_time', -1],
    ['wait_time', 100_001],
    ['wait_time', 1.5],
    ['wait_time_type', 'weeks'],
    ['segment', 'some'],
    ['segment', 'bulk'],
    ['segment', 0],
    ['segment', 999_999_999],
    ['device_id', 999_999_999],
    ['sim_subscription_id', 4],
    ['content', 'Hello {{ nmae }}'],
    ['content', 'Hello {{ name'],
    ['name', 'x'.repeat(256)],
    ['is_enabled', 'maybe'],
    ['contacts_ids', '1,2'],
    ['total_sent_sms', 5],
  ])('refuses %s = %j', async (name, value) => {
    const answer = await call('POST', '', { ...fields, [name]: value })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: name }])
    expect(listOf(await call('GET'))).toEqual([])
  })

  test.each([0, 100_000])('takes a wait of %i', async (wait_time) => {
    expect(await get(await create({ wait_time }))).toMatchObject({ wait_time })
  })

  test("refuses another account's device and segment, all at once", async () => {
    const other = await buildAccount(database.db)
    const theirDevice = await buildDevice(database.db, other.user_id)
    const theirSegment = await buildSegment(database.db, other.user_id)

    const answer = await call('POST', '', {
      ...fields,
      device_id: theirDevice.id,
      segment: theirSegment,
    })

    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['device_id', 'segment'])
  })
})

describe('updating', () => {
  test('changes only what is given, and notes when', async () => {
    const id = await create()
    testApp.now = new Date('2026-11-21T12:00:05Z')

    await call('PUT', `/${id}`, { wait_time_type: 'minutes', is_enabled: 0 })

    expect(await get(id)).toMatchObject({
      name: 'Welcome',
      wait_time: 3,
      wait_time_type: 'minutes',
      is_enabled: false,
      last_datetime: '2026-11-21 12:00:05',
      revision: 2,
    })
  })

  test('without a field changes nothing', async () => {
    const id = await create()
    const before = await get(id)

    expect((await call('POST', `/${id}`, {})).status).toBe(200)
    expect(await get(id)).toEqual(before)
  })

  test('goes to a segment and back to all', async () => {
    const segment = await buildSegment(database.db, user_id)
    const id = await create()

    await call('POST', `/${id}`, { segment })
    expect(await get(id)).toMatchObject({ segment: String(segment) })
    await call('POST', `/${id}`, { segment: 'all' })
    expect(await get(id)).toMatchObject({ segment: 'all' })
  })

  test.each([
    [{ device_id: 999_999_999 }, 'device_id'],
    [{ sim_subscription_id: 4 }, 'sim_subscription_id'],
    [{ segment: 999_999_999 }, 'segment'],
    [{ content: '{% nonsense %}' }, 'content'],
    [{ content: null }, 'content'],
    [{ expected_revision: 7, name: 'B' }, 'expected_revision'],
  ])('refuses %j', async (change, field) => {
    const id = await create()
    const before = await get(id)

    const answer = await call('POST', `/${id}`, change)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field }])
    expect(await get(id)).toEqual(before)
  })

  test('cannot switch on a flow whose device is gone', async () => {
    const id = await create({ is_enabled: false })
    await testApp.call('DELETE', `/api/devices/${device_id}`, { key })

    const answer = await call('POST', `/${id}`, { is_enabled: true })
    const renamed = await call('POST', `/${id}`, { name: 'B' })

    expect(problemsOf(answer)).toMatchObject([{ field: 'device_id' }])
    expect(renamed.status).toBe(200)
  })
})

test('deleting cancels what is pending, tells the phones, and leaves its messages', async () => {
  const id = await create()
  const contacts = [
    await buildContact(database.db, user_id),
    await buildContact(database.db, user_id),
    await buildContact(database.db, user_id),
  ]
  for (const [place, contact_id] of contacts.entries()) {
    const status = (['queued', 'dispatched', 'sent'] as const)[place]!
    await buildMessage(database.db, user_id, { contact_id, device_id, flow_id: id, status })
  }
  const heard: Signal[] = []
  const stop = testApp.context.wake.listen((signal) => heard.push(signal))

  const answer = await call('DELETE', `/${id}`)

  stop()
  expect(answer).toMatchObject({ status: 200, body: { data: { id } } })
  expect((await call('GET', `/${id}`)).status).toBe(404)
  expect(listOf(await call('GET'))).toEqual([])
  expect(heard).toMatchObject([{ about: 'withdrawal', user_id, device_id }])
  const messages = await database.db
    .selectFrom('messages')
    .select(['status', 'error', 'flow_id'])
    .where('user_id', '=', user_id)
    .orderBy('id')
    .execute()
  expect(messages).toEqual([
    { status: 'cancelled', error: 'The flow was deleted', flow_id: id },
    { status: 'cancelled', error: 'The flow was deleted', flow_id: id },
    { status: 'sent', error: null, flow_id: id },
  ])
})

test('lists are searched, filtered and ordered', async () => {
  const segment = await buildSegment(database.db, user_id)
  const one = await create({ name: 'Ünder', content: 'First words', segment })
  const two = await create({ name: 'bee', content: 'Second {{ name }}', is_enabled: false })
  const three = await create({ name: 'Ant', content: 'THIRD words', segment: 'all' })
  const ids = async (query: string) => listOf(await call('GET', `?${query}`)).map(({ id }) => id)

  expect(await ids('')).toEqual([three, two, one])
  expect(await ids('order_by=name&order_type=ASC')).toEqual([three, two, one])
  expect(await ids('order_by=flow_id&order_type=ASC')).toEqual([one, two, three])
  expect(await ids('order_by=total_pending_sms')).toEqual([three, two, one])
  expect(await ids('search=WORDS')).toEqual([three, one])
  expect(await ids('search=words&search_by=name')).toEqual([])
  expect(await ids('search=ÜNDER')).toEqual([one])
  expect(await ids('is_enabled=0')).toEqual([two])
  expect(await ids(`segment=${segment}`)).toEqual([one])
  expect(await ids('segment=all')).toEqual([three, two])
  expect(await ids('segment=999999')).toEqual([])
  expect(
    problemsOf(await call('GET', '?segment=bulk&is_enabled=x')).map(({ field }) => field),
  ).toEqual(['segment', 'is_enabled'])
})

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
  "another account's flow is not there for %s",
  async (method) => {
    const other = await buildAccount(database.db)
    const device = await buildDevice(database.db, other.user_id)
    const theirs = await buildFlow(database.db, other.user_id, {
      device_id: device.id,
      name: 'Theirs',
    })
    const change = method === 'GET' || method === 'DELETE' ? undefined : { name: 'Mine' }

    const foreign = await call(method, `/${theirs}`, change)
    const unknown = await call(method, '/999999999', change)

    expect(foreign.status).toBe(404)
    expect(problemsOf(foreign)).toEqual(problemsOf(unknown))
    const row = await database.db
      .selectFrom('flows')
      .select(['name', 'deleted_at'])
      .where('id', '=', theirs)
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Theirs', deleted_at: null })
  },
)
