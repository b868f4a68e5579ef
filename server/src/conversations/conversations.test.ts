import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { inTransaction } from '../db/transaction.ts'
import { storeInbound } from '../devices/inbound.ts'

const database = useDatabase()
const testApp = useApp(database)
const anna = '+447700900142'

let user_id: number
let key: string
let device: { id: number; token: string }
let phone: TestPhone
let told: number

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  told = 0
  ;({ user_id, key } = await buildAccount(database.db))
  device = await buildDevice(database.db, user_id)
  phone = await enrolTestPhone(testApp, device.token, {
    simCards: [{ simNumber: 1 }, { simNumber: 2 }],
  })
})

afterEach(() => expectTotalsToHold(database.db))

const post = (url: string, json: object = {}) => testApp.call('POST', url, { key, json })
const get = (url: string) => testApp.call('GET', url, { key })
const list = async (query = '') => listOf(await get(`/api/conversations?${query}`))
const unreadTotal = async () => {
  const { body } = await get('/api/conversations')
  return (body as { unread_total: number }).unread_total
}

type Text = { from?: string; sim?: number; to?: number }

/** A text comes in; the id of its contact. */
async function receive(content: string, { from = anna, sim = 1, to = device.id }: Text = {}) {
  told += 1
  testApp.now = new Date(testApp.now.getTime() + 1000)
  const text = {
    event_id: `event ${told}`,
    message_id: String(told),
    sender: from,
    content,
    sim_number: sim,
    received_at: testApp.now,
  }
  const stored = await inTransaction(database.db, (tx) =>
    storeInbound(tx, testApp.context, { user_id, device_id: to }, text),
  )
  if (!stored) throw new Error('the text was not stored')
  return stored
}

async function send(content: string, to = anna): Promise<void> {
  const sms = { content, device_id: device.id, sim_subscription_id: 1, phone_numbers: to }
  expect((await post('/api/sms', sms)).status).toBe(200)
}

describe('a conversation', () => {
  test('begins when a contact writes', async () => {
    const contact_id = await buildContact(database.db, user_id, {
      phone_number: anna,
      name: 'Anna',
    })
    await send('Hello')
    expect(await list()).toEqual([])

    await receive('Hi')
    await receive('Are you there?')

    expect(await list()).toMatchObject([
      {
        id: contact_id,
        contact: { id: contact_id, name: 'Anna', phone_number: anna },
        last_sms: { content: 'Are you there?', type: 'received' },
        unread: 2,
        datetime: '2026-11-21 12:00:02',
      },
    ])
    expect(await unreadTotal()).toBe(2)
  })

  test('shows the newest text, whoever wrote it', async () => {
    await receive('Hi')
    await send('Hello')

    expect(await list()).toMatchObject([{ last_sms: { content: 'Hello', type: 'sent' } }])
  })

  test('comes first when somebody writes in it', async () => {
    const one = await receive('One')
    const other = await receive('Other', { from: '+447700900143' })
    const order = async () => (await list()).map(({ id }) => id)
    expect(await order()).toEqual([other.contact_id, one.contact_id])

    testApp.now = new Date(testApp.now.getTime() + 1000)
    await post(`/api/conversations/${one.contact_id}/reply`, { content: 'Yes?' })
    expect(await order()).toEqual([one.contact_id, other.contact_id])
  })

  test('is found by name and number, by what is unread and by what has failed', async () => {
    const contact_id = await buildContact(database.db, user_id, {
      phone_number: anna,
      name: 'Anna Smith',
    })
    await receive('One')
    const other = await receive('Other', { from: '+447700900143' })
    await send('Fails', '+447700900143')
    await phone.report('Failed', await phone.fetch())
    await post(`/api/conversations/${contact_id}/read`)
    const ids = async (query: string) => (await list(query)).map(({ id }) => id)

    expect(await ids('search=smith')).toEqual([contact_id])
    expect(await ids('search=900143')).toEqual([other.contact_id])
    expect(await ids('search=nobody')).toEqual([])
    expect(await ids('is_unread=1')).toEqual([other.contact_id])
    expect(await ids('is_unread=0')).toEqual([contact_id])
    expect(await ids('has_failed=1')).toEqual([other.contact_id])
    expect(await ids('has_failed=0')).toEqual([contact_id])
    expect((await get('/api/conversations?has_failed=maybe')).status).toBe(400)
  })

  test('goes with its contact', async () => {
    const { contact_id } = await receive('One')
    await testApp.call('DELETE', `/api/contacts/${contact_id}`, { key })

    expect(await list()).toEqual([])
    expect(await unreadTotal()).toBe(0)
  })

  test('of others is seen by nobody else', async () => {
    const { contact_id } = await receive('One')
    const other = await buildAccount(database.db)
    const call = (method: string, path: string) =>
      testApp.call(method, `/api/conversations/${contact_id}${path}`, { key: other.key })

    expect(listOf(await testApp.call('GET', '/api/conversations', { key: other.key }))).toEqual([])
    expect((await call('GET', '/sms')).status).toBe(404)
    expect((await call('POST', '/reply')).status).toBe(404)
    expect((await call('POST', '/read')).status).toBe(404)
  })
})

describe('the read mark', () => {
  test('is set up to a text, or to the end', async () => {
    const first = await receive('One')
    await receive('Two')
    await receive('Three')
    const unread = async () => (await list())[0]?.['unread']

    await post(`/api/conversations/${first.contact_id}/read`, { up_to_sms_id: first.id })
    expect(await unread()).toBe(2)
    await post(`/api/conversations/${first.contact_id}/read`)
    expect(await unread()).toBe(0)
    await post(`/api/conversations/${first.contact_id}/read`, { up_to_sms_id: first.id })
    expect(await unread()).toBe(0)
    await receive('Four')
    expect(await unread()).toBe(1)
  })

  test('of a text that is yet to come is none', async () => {
    const { contact_id } = await receive('One')
    await post(`/api/conversations/${contact_id}/read`, { up_to_sms_id: 999_999_999 })
    await receive('Two')

    expect(await unreadTotal()).toBe(1)
  })

  test('can be taken back', async () => {
    const { contact_id } = await receive('One')
    await post(`/api/conversations/${contact_id}/read`)
    await post(`/api/conversations/${contact_id}/unread`)

    expect(await unreadTotal()).toBe(1)
    expect(await list('is_unread=1')).toHaveLength(1)
    await post(`/api/conversations/${contact_id}/read`)
    expect(await unreadTotal()).toBe(0)
  })

  test('of a contact who never wrote is nothing to set, nor to take back', async () => {
    const id = await buildContact(database.db, user_id)

    expect((await post(`/api/conversations/${id}/read`)).status).toBe(200)
    expect((await post(`/api/conversations/${id}/unread`)).status).toBe(400)
  })

  test('does not count what was deleted', async () => {
    const { id } = await receive('One')
    await receive('Two')
    await testApp.call('DELETE', `/api/sms/${id}`, { key })

    expect(await unreadTotal()).toBe(1)
  })

  test('holds beside texts that come in at the same moment', async () => {
    const { contact_id } = await receive('First')
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([
        receive(`Text ${round}`),
        post(`/api/conversations/${contact_id}/read`),
        receive(`More ${round}`),
      ])
      const { rows } = await sql<{ unread: number; counted: number }>`
        select v.unread, (select count(*) from messages m
                           where m.user_id = v.user_id and m.contact_id = v.contact_id
                             and m.status = 'received' and m.id > v.read_up_to) as counted
          from conversations v where v.user_id = ${user_id}`.execute(database.db)
      expect(rows[0]?.unread).toBe(rows[0]?.counted)
    }
  })
})

describe('the texts of a conversation', () => {
  test('are read from the newest to the oldest', async () => {
    const { contact_id } = await receive('Text 0')
    for (let place = 1; place <= 120; place += 1) await receive(`Text ${place}`)
    await receive('Of somebody else', { from: '+447700900143' })

    const seen: unknown[] = []
    for (let before: number | null | undefined; before !== null;) {
      const query: string = before === undefined ? '' : `?before_sms_id=${before}`
      const { body } = await get(`/api/conversations/${contact_id}/sms${query}`)
      const page = body as { data: { content: string }[]; next_before_sms_id: number | null }
      expect(page.data.length).toBeLessThanOrEqual(50)
      seen.push(...page.data.map(({ content }) => content))
      before = page.next_before_sms_id
    }
    expect(seen).toEqual(Array.from({ length: 121 }, (_, place) => `Text ${120 - place}`))
  })

  test.for(['0', '-1', 'x', '1.5', '99999999999999999999'])(
    'before %s are a 400',
    async (before) => {
      const { contact_id } = await receive('One')
      const answer = await get(`/api/conversations/${contact_id}/sms?before_sms_id=${before}`)

      expect(problemsOf(answer)).toMatchObject([{ field: 'before_sms_id', status: 400 }])
    },
  )

  test('of a contact with none are none', async () => {
    const id = await buildContact(database.db, user_id)

    expect((await get(`/api/conversations/${id}/sms`)).body).toEqual({
      data: [],
      next_before_sms_id: null,
    })
  })
})

describe('an answer', () => {
  const reply = (id: number, json: object) => post(`/api/conversations/${id}/reply`, json)

  test('leaves from the SIM that was written to', async () => {
    const { contact_id } = await receive('Hi', { sim: 2 })
    const answer = await reply(contact_id, { content: 'Hello {{ phone_number }}' })

    expect(dataOf(answer)).toEqual({ sms_ids: [expect.any(Number)] })
    expect(await phone.fetch()).toMatchObject([
      { message: `Hello ${anna}`, phoneNumbers: [anna], simNumber: 2 },
    ])
    expect(await list()).toMatchObject([{ last_sms: { purpose: 'reply', sim_subscription_id: 2 } }])
  })

  test('leaves from the newest SIM that was written to, on whichever phone', async () => {
    const second = await buildDevice(database.db, user_id)
    const { contact_id } = await receive('Hi', { to: second.id, sim: 3 })
    await receive('Hi again')
    await receive('And here', { to: second.id, sim: 3 })
    await reply(contact_id, { content: 'Hello' })

    expect(await list()).toMatchObject([
      { last_sms: { device_id: second.id, sim_subscription_id: 3 } },
    ])
  })

  test('leaves from where it was written before, when the phone that was written to is gone', async () => {
    const second = await buildDevice(database.db, user_id)
    const { contact_id } = await receive('Hi', { to: second.id })
    await send('Hello')
    await testApp.call('DELETE', `/api/devices/${second.id}`, { key })
    await reply(contact_id, { content: 'Still there' })

    expect(await list()).toMatchObject([{ last_sms: { device_id: device.id } }])
  })

  test('says that the phone is gone, and leaves from the one that is named', async () => {
    const second = await buildDevice(database.db, user_id)
    const { contact_id } = await receive('Hi', { to: second.id })
    await testApp.call('DELETE', `/api/devices/${second.id}`, { key })

    const refused = await reply(contact_id, { content: 'Hello' })
    expect(problemsOf(refused)).toMatchObject([{ status: 400, field: 'device_id' }])
    const sim = { device_id: device.id, sim_subscription_id: 2 }
    expect((await reply(contact_id, { content: 'Hello', ...sim })).status).toBe(200)
    expect(await list()).toMatchObject([{ last_sms: sim }])
  })

  test('to who has opted out is refused', async () => {
    const { contact_id } = await receive('STOP')

    const answer = await reply(contact_id, { content: 'Why?' })
    expect(problemsOf(answer)).toMatchObject([{ title: 'The contact has opted out.', status: 400 }])
  })

  test('to a sender that is no number is refused', async () => {
    const { contact_id } = await receive('Your code is 1234', { from: 'MYBANK' })

    expect((await reply(contact_id, { content: 'Thanks' })).status).toBe(400)
  })

  test('to a contact who never wrote needs a SIM', async () => {
    const id = await buildContact(database.db, user_id)

    expect(problemsOf(await reply(id, { content: 'Hi' }))).toMatchObject([{ field: 'device_id' }])
    const sim = { device_id: device.id, sim_subscription_id: 1 }
    expect((await reply(id, { content: 'Hi', ...sim })).status).toBe(200)
    expect(await list()).toMatchObject([{ id, unread: 0 }])
  })

  test.for([
    [{}, 'content'],
    [{ content: '{{ nobody }}' }, 'content'],
    [{ content: 'x', device_id: 1 }, 'sim_subscription_id'],
    [{ content: 'x', sim_subscription_id: 1 }, 'device_id'],
    [{ content: 'x', device_id: 987654321, sim_subscription_id: 1 }, 'device_id'],
    [{ content: 'x', contact_id: 1 }, 'contact_id'],
  ] as const)('%j is a 400', async ([json, field]) => {
    const { contact_id } = await receive('Hi')
    const answer = await reply(contact_id, json)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map((problem) => problem.field)).toContain(field)
  })

  test('under one key is sent once', async () => {
    const { contact_id } = await receive('Hi')
    const call = () =>
      testApp.call('POST', `/api/conversations/${contact_id}/reply`, {
        key,
        json: { content: 'Hello' },
        headers: { 'idempotency-key': 'once' },
      })

    expect((await call()).body).toEqual((await call()).body)
    expect(await phone.fetch()).toHaveLength(1)
  })
})
