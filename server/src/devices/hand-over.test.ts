import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildContacts,
  buildDevice,
  buildFlow,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { queueForTest } from '../../test/queue.ts'
import { handOver } from './hand-over.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
let contacts: number[]

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
  contacts = await buildContacts(database.db, user_id, 5)
  await setSim({ max_per_minute: 0 })
})

afterEach(() => expectTotalsToHold(database.db))

const later = (seconds: number) => {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
}
const setSim = (change: object, sim = 1) =>
  testApp.call('POST', `/api/devices/${device_id}/sims/${sim}`, { key, json: change })
const post = (path: string, json?: object) =>
  testApp.call('POST', path, { key, ...(json === undefined ? {} : { json }) })
/** Queues one text for each contact, with their place as the text; the ids. */
const queue = (
  to: readonly number[],
  more: Partial<Parameters<typeof queueForTest>[2]> = {},
): Promise<number[]> =>
  queueForTest(database.db, user_id, { contact_ids: to, device_id, now: testApp.now, ...more })
const texts = async () => (await phone.fetch()).map(({ message }) => message)
const row = async (id: number) =>
  database.db
    .selectFrom('messages')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const installation = async () =>
  (
    await database.db
      .selectFrom('devices')
      .select('installation_id')
      .where('user_id', '=', user_id)
      .where('id', '=', device_id)
      .executeTakeFirstOrThrow()
  ).installation_id ?? 0
const fetchBatch = async (hasStream = true) =>
  handOver(
    database.db,
    { user_id, device_id, installation_id: await installation(), app_version: '1.70.4' },
    { now: testApp.now, hasStream, random: () => 0 },
  )

describe('what a phone is given', () => {
  test('is one recipient each, in words that every version of the app knows', async () => {
    const contact = await buildContact(database.db, user_id, { phone_number: '+15551234567' })
    await queue([contact], { content: 'Hello <you> & "me"', sim: 2 })

    const [message] = await phone.fetch()

    expect(message).toEqual({
      id: expect.stringMatching(/^[0-9a-z]+-[0-9a-z]+$/),
      message: 'Hello <you> & "me"',
      textMessage: { text: 'Hello <you> & "me"' },
      phoneNumbers: ['+15551234567'],
      withDeliveryReport: true,
      isEncrypted: false,
      priority: 0,
      simNumber: 2,
      createdAt: '2026-11-21T12:00:00.000Z',
      state: 'Pending',
    })
  })

  test('is nothing when nothing waits', async () => {
    expect(await phone.fetch()).toEqual([])
    expect((await fetchBatch()).next_at).toBeNull()
  })

  test('is given once', async () => {
    await queue(contacts)

    expect(await texts()).toHaveLength(5)
    expect(await texts()).toEqual([])
  })

  test('is a hundred at most, and more at once', async () => {
    await queue(await buildContacts(database.db, user_id, 250))

    const batch = await fetchBatch()

    expect(batch.messages).toHaveLength(100)
    expect(batch.next_at).toEqual(testApp.now)
    expect([(await phone.fetch()).length, (await phone.fetch()).length]).toEqual([100, 50])
  })

  test('is another device’s to no phone', async () => {
    const other = await buildDevice(database.db, user_id)
    await queue(contacts, { device_id: other.id })

    expect(await texts()).toEqual([])
  })

  test('two fetches at one moment never get the same message', async () => {
    await queue(await buildContacts(database.db, user_id, 400))

    const listings = await Promise.all(Array.from({ length: 8 }, () => phone.fetch()))

    const ids = listings.flat().map(({ id }) => id)
    expect(ids).toHaveLength(400)
    expect(new Set(ids).size).toBe(400)
  })
})

describe('order', () => {
  test('single texts go before campaigns, and campaigns take turns', async () => {
    const one = await campaignOf(contacts, 'one')
    const two = await campaignOf(contacts.slice(0, 3), 'two')
    await queue(contacts.slice(0, 2), { content: 'single' })

    const order = await texts()

    expect(one).toBeLessThan(two)
    expect(order.slice(0, 2)).toEqual(['single', 'single'])
    expect(order.slice(2)).toEqual(['one', 'two', 'one', 'two', 'one', 'two', 'one', 'one'])
  })

  test('texts to the same contact go in the order in which they were queued', async () => {
    const contact = await buildContact(database.db, user_id)
    for (const content of ['first', 'second', 'third']) await queue([contact], { content })

    expect(await texts()).toEqual(['first', 'second', 'third'])
  })

  test('an answer goes before all else that waits', async () => {
    const [contact = 0] = contacts
    for (const content of ['first', 'second']) await queue([contact], { content })
    const [answer = 0] = await queue([contact], { content: 'the answer' })
    await database.db
      .updateTable('messages')
      .set({ purpose: 'reply' })
      .where('user_id', '=', user_id)
      .where('id', '=', answer)
      .execute()
    await setSim({ max_per_minute: 0, gap_min_seconds: 20, gap_max_seconds: 20 })

    expect(await texts()).toEqual(['the answer'])
  })

  test('the phone is told so by the time of making, too', async () => {
    await queue(contacts)

    const times = (await phone.fetch()).map(({ createdAt }) => createdAt)

    expect(times).toEqual(times.toSorted())
    expect(new Set(times).size).toBe(5)
  })

  test('a running campaign with nothing to send does not stand before others', async () => {
    for (let count = 0; count < 101; count += 1) await campaignOf([], `empty ${count}`)
    await campaignOf(contacts, 'last')

    expect(await texts()).toEqual(Array.from({ length: 5 }, () => 'last'))
  })

  test('a SIM with much to send leaves room for the others', async () => {
    await setSim({ max_per_minute: 0 }, 2)
    const many = await buildContacts(database.db, user_id, 300)
    await queue(many, { sim: 1, content: 'one' })
    await queue(contacts, { sim: 2, content: 'two' })

    const listed = await texts()

    expect(listed).toHaveLength(100)
    expect(listed.filter((text) => text === 'two')).toHaveLength(5)
  })
})

describe('nothing leaves', () => {
  test('before its time', async () => {
    const [id = 0] = await queue(contacts.slice(0, 1), {
      send_at: new Date(start.getTime() + 60_000),
    })

    expect(await texts()).toEqual([])
    expect((await fetchBatch()).next_at).toEqual(new Date(start.getTime() + 60_000))
    later(59.999)
    expect(await texts()).toEqual([])
    later(0.001)
    expect(await texts()).toHaveLength(1)
    expect((await row(id)).status).toBe('dispatched')
  })

  test('from a paused device', async () => {
    await queue(contacts)
    await post(`/api/devices/${device_id}`, { is_paused: true })

    expect(await texts()).toEqual([])
    expect((await fetchBatch()).next_at).toBeNull()

    await post(`/api/devices/${device_id}`, { is_paused: false })
    expect(await texts()).toHaveLength(5)
  })

  test.for(['draft', 'scheduled', 'paused', 'finished', 'cancelled'] as const)(
    'of a campaign that is %s',
    async (status) => {
      await campaignOf(contacts, 'x', { status })

      expect(await texts()).toEqual([])
    },
  )

  test('of a deleted campaign', async () => {
    const id = await campaignOf(contacts, 'x')
    await database.db
      .updateTable('campaigns')
      .set({ deleted_at: start })
      .where('id', '=', id)
      .execute()

    expect(await texts()).toEqual([])
  })

  test('to who has opted out meanwhile: it is cancelled with the reason', async () => {
    const [id = 0, other = 0] = await queue(contacts.slice(0, 2))
    await database.db
      .updateTable('contacts')
      .set({ opted_out_at: start })
      .where('id', '=', contacts[0] ?? 0)
      .execute()

    expect(await phone.fetch()).toHaveLength(1)
    expect(await row(id)).toMatchObject({
      status: 'cancelled',
      error: 'The contact has opted out',
      finished_at: start,
    })
    expect((await row(other)).status).toBe('dispatched')
  })

  test('to a contact that is gone: it is cancelled with the reason', async () => {
    const [id = 0] = await queue(contacts.slice(0, 1))
    await database.db
      .deleteFrom('contacts')
      .where('id', '=', contacts[0] ?? 0)
      .execute()

    expect(await phone.fetch()).toEqual([])
    expect(await row(id)).toMatchObject({
      status: 'cancelled',
      error: 'The contact has been deleted',
    })
  })

  test('to a sender that is no number', async () => {
    const bank = await buildContact(database.db, user_id, {
      phone_number: 'MYBANK',
      can_be_sent_to: false,
    })
    const [id = 0] = await queue([bank])

    expect(await phone.fetch()).toEqual([])
    expect(await row(id)).toMatchObject({
      status: 'cancelled',
      error: 'The number cannot be sent to',
    })
  })

  test('and a hundred that may not leave do not hide those behind them', async () => {
    const many = await buildContacts(database.db, user_id, 100)
    await queue(many)
    await queue(contacts)
    await sql`update contacts set opted_out_at = ${start} where id = any(${many}::bigint[])`.execute(
      database.db,
    )

    const batch = await fetchBatch()

    expect(batch).toMatchObject({ messages: [], next_at: testApp.now })
    expect(await phone.fetch()).toHaveLength(5)
  })
})

describe('a phone that lost the answer', () => {
  test('is offered the same messages under the same ids when the lease of two minutes is over', async () => {
    await queue(contacts)
    const first = await phone.fetch()

    later(119)
    expect(await phone.fetch()).toEqual([])
    later(1)
    const second = await phone.fetch()

    expect(second.map(({ id, message }) => [id, message])).toEqual(
      first.map(({ id, message }) => [id, message]),
    )
    expect(second.every(({ validUntil }) => validUntil === undefined)).toBe(true)
    expect(await phone.fetch()).toEqual([])
  })

  test('is offered what it did not answer, and nothing that it did', async () => {
    await queue(contacts)
    const [first, second, third, fourth, fifth] = await phone.fetch()
    await phone.report('Sent', [first!])
    await phone.report('Failed', [second!])
    await phone.report('Pending', [third!])
    await phone.report('Processed', [fourth!])

    later(120)
    const again = await phone.fetch()

    // Those that it has answered are only asked about, which sends nothing.
    expect(again.map(({ id }) => id).toSorted()).toEqual(
      [third!.id, fourth!.id, fifth!.id].toSorted(),
    )
    const isAsked = Object.fromEntries(again.map(({ id, validUntil }) => [id, validUntil]))
    expect(isAsked).toEqual({
      [third!.id]: expect.stringMatching(/^2026-11-20T12:02:00.000Z$/),
      [fourth!.id]: expect.any(String),
      [fifth!.id]: undefined,
    })
  })

  test('is asked every half hour about what it has answered', async () => {
    await queue(contacts.slice(0, 1))
    const listed = await phone.fetch()
    await phone.report('Pending', listed)

    later(120)
    expect(await phone.fetch()).toHaveLength(1)
    later(29 * 60)
    expect(await phone.fetch()).toEqual([])
    later(60)
    expect(await phone.fetch()).toHaveLength(1)
  })

  test('is no longer offered anything for sending 23 hours after the hand-over, only asked', async () => {
    await queue(contacts.slice(0, 1))
    const [listed] = await phone.fetch()

    later(23 * 3600 - 1)
    expect((await phone.fetch())[0]?.validUntil).toBeUndefined()
    later(121)
    const [asked] = await phone.fetch()

    expect(asked?.id).toBe(listed?.id)
    expect(new Date(asked?.validUntil ?? 0).getTime()).toBeLessThan(testApp.now.getTime())
  })

  test('while paused it is not offered, only asked about what it has answered', async () => {
    await queue(contacts.slice(0, 2))
    const [first, second] = await phone.fetch()
    await phone.report('Pending', [first!])
    await post(`/api/devices/${device_id}`, { is_paused: true })

    later(120)
    const listed = await phone.fetch()

    expect(listed.map(({ id }) => id)).toEqual([first!.id])
    expect(listed[0]?.validUntil).toBeDefined()

    await post(`/api/devices/${device_id}`, { is_paused: false })
    expect((await phone.fetch()).map(({ id }) => id)).toEqual([second!.id])
  })

  test('a pause of the campaign keeps what is unanswered back; resuming offers it again', async () => {
    const id = await campaignOf(contacts.slice(0, 1), 'x')
    const first = await phone.fetch()
    expect((await post(`/api/campaigns/${id}/pause`)).status).toBe(200)

    later(120)
    expect(await phone.fetch()).toEqual([])

    await post(`/api/campaigns/${id}/resume`)
    expect((await phone.fetch()).map((message) => message.id)).toEqual(
      first.map(({ id: wire }) => wire),
    )
  })

  test('another installation is told to drop what the one before was given, and never offered it', async () => {
    const device = await buildDevice(database.db, user_id)
    const before = await enrolTestPhone(testApp, device.token)
    await queue(contacts, { device_id: device.id })
    expect(await before.fetch()).toHaveLength(5)

    const after = await enrolTestPhone(testApp, device.token)
    expect((await after.fetch()).map(({ state }) => state)).toEqual(Array(5).fill('Cancelling'))
    later(3600)

    expect(await after.fetch()).toEqual([])
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from messages where device_id = ${device.id} and status = 'failed'
         and may_have_gone_out and error like 'The app was reinstalled%'`.execute(database.db)
    expect(rows[0]?.count).toBe(5)
  })
})

describe('pace', () => {
  test('the default is ten a minute, evenly, however often the phone asks', async () => {
    await setSim({ max_per_minute: 10 })
    await queue(await buildContacts(database.db, user_id, 30))
    await noteStream()

    const given: number[] = []
    for (let second = 0; second < 120; second += 1) {
      const { messages } = await fetchBatch()
      if (messages.length > 0) given.push(second)
      later(1)
    }

    expect(given).toEqual(Array.from({ length: 20 }, (_, place) => place * 6))
  })

  test('a phone without a stream gets what falls between two of its fetches', async () => {
    await setSim({ max_per_minute: 10 })
    await queue(await buildContacts(database.db, user_id, 30))

    const first = await fetchBatch(false)
    later(60)
    const second = await fetchBatch(false)

    expect([first.messages.length, second.messages.length]).toEqual([10, 10])
    expect(first.next_at).toEqual(new Date(start.getTime() + 6000))
  })

  test('a stream that another process holds counts as well', async () => {
    await setSim({ max_per_minute: 10 })
    await queue(await buildContacts(database.db, user_id, 30))
    await noteStream()

    expect((await fetchBatch(false)).messages).toHaveLength(1)
  })

  test('each SIM has its own', async () => {
    await setSim({ max_per_minute: 10 })
    await queue(contacts, { sim: 1, content: 'one' })
    await queue(contacts, { sim: 3, content: 'three' })
    await noteStream()

    expect(await texts()).toEqual(['one', 'three'])
    later(3)
    await setSim({ max_per_minute: 0 }, 3)
    expect(await texts()).toEqual(Array.from({ length: 4 }, () => 'three'))
  })

  test('counts parts', async () => {
    await setSim({ max_per_minute: 10 })
    await noteStream()
    await queue(contacts.slice(0, 1), { content: 'x'.repeat(400) })
    await queue(contacts.slice(1, 2))

    expect(await fetchBatch()).toMatchObject({
      messages: [{ content: 'x'.repeat(400) }],
      next_at: new Date(start.getTime() + 18_000),
    })
  })

  test('a change of the pace counts at once', async () => {
    await setSim({ max_per_minute: 1 })
    await queue(contacts)
    await noteStream()
    expect(await texts()).toHaveLength(1)

    await setSim({ max_per_minute: 0 })

    expect(await texts()).toHaveLength(4)
  })

  test('what must not leave takes nothing of it', async () => {
    await setSim({ max_per_hour: 3 })
    await queue(contacts)
    await sql`update contacts set opted_out_at = ${start} where id = any(${contacts.slice(0, 2)}::bigint[])`.execute(
      database.db,
    )

    expect(await texts()).toHaveLength(3)
  })
})

describe('budgets', () => {
  const inZone = (timezone: string) => post('/api/account', { timezone })

  test.for([
    { limit: 'max_per_hour', end: '2026-11-21T13:00:00Z' },
    { limit: 'max_per_day', end: '2026-11-21T23:00:00Z' },
    { limit: 'max_per_month', end: '2026-11-30T23:00:00Z' },
  ])('$limit is a budget of the clock in the zone of the account', async ({ limit, end }) => {
    await inZone('Europe/Rome')
    await setSim({ [limit]: 2 })
    await queue(contacts)

    expect(await fetchBatch()).toMatchObject({ next_at: new Date(end) })
    later(30)
    expect(await fetchBatch()).toMatchObject({ messages: [], next_at: new Date(end) })
    testApp.now = new Date(new Date(end).getTime() - 1)
    expect((await fetchBatch()).messages.filter(({ is_probe }) => !is_probe).length).toBeLessThan(3)
    testApp.now = new Date(end)
    const ids = await idsOfQueued()
    await fetchBatch()
    expect((await idsOfQueued()).length).toBe(ids.length - 2)
  })

  test('a text longer than what is left waits for the next hour', async () => {
    await setSim({ max_per_hour: 4 })
    await queue(contacts.slice(0, 2), { content: 'x'.repeat(400) })

    expect(await fetchBatch()).toMatchObject({
      messages: [{ content: 'x'.repeat(400) }],
      next_at: new Date('2026-11-21T13:00:00Z'),
    })
    testApp.now = new Date('2026-11-21T13:00:00Z')
    await fetchBatch()
    expect(await idsOfQueued()).toEqual([])
  })

  test('a shorter text goes before one that does not fit any more', async () => {
    await setSim({ max_per_hour: 4 })
    await queue(contacts.slice(0, 2), { content: 'x'.repeat(400) })
    await queue(contacts.slice(2, 3), { content: 'short' })

    expect(await texts()).toEqual(['x'.repeat(400), 'short'])
    expect(await idsOfQueued()).toHaveLength(1)
  })

  test('a text longer than the whole budget fails with the reason', async () => {
    await setSim({ max_per_day: 2 })
    const [id = 0] = await queue(contacts.slice(0, 1), { content: 'x'.repeat(400) })

    expect((await fetchBatch()).messages).toEqual([])
    expect(await row(id)).toMatchObject({
      status: 'failed',
      error: 'The text has 3 parts, and its SIM may send no more than 2 in a day',
    })
  })

  test('the hour that comes twice when the clock is set back is two hours', async () => {
    await inZone('Europe/Rome')
    await setSim({ max_per_hour: 1 })
    await queue(contacts)

    const given: string[] = []
    for (const time of ['00:30', '00:45', '01:15', '01:45', '02:15']) {
      testApp.now = new Date(`2027-10-31T${time}:00Z`)
      const before = (await idsOfQueued()).length
      await fetchBatch()
      if ((await idsOfQueued()).length < before) given.push(time)
    }

    expect(given).toEqual(['00:30', '01:15', '02:15'])
  })

  test('the hour before the clock is set forward ends with it', async () => {
    await inZone('Europe/Rome')
    await setSim({ max_per_hour: 1 })
    await queue(contacts)
    testApp.now = new Date('2027-03-28T00:30:00Z')

    expect(await fetchBatch()).toMatchObject({ next_at: new Date('2027-03-28T01:00:00Z') })
    testApp.now = new Date('2027-03-28T01:00:00Z')
    const before = (await idsOfQueued()).length
    await fetchBatch()
    expect((await idsOfQueued()).length).toBe(before - 1)
  })

  test.for([
    { day: '2027-10-31', start: '2027-10-30T22:00:00Z', end: '2027-10-31T23:00:00Z' },
    { day: '2027-03-28', start: '2027-03-27T23:00:00Z', end: '2027-03-28T22:00:00Z' },
  ])('the day of $day is as long as it is', async ({ start: begin, end }) => {
    await inZone('Europe/Rome')
    await setSim({ max_per_day: 1 })
    await queue(contacts)
    testApp.now = new Date(begin)

    expect((await fetchBatch()).next_at).toEqual(new Date(end))
    testApp.now = new Date(new Date(end).getTime() - 1000)
    const before = (await idsOfQueued()).length
    await fetchBatch()
    expect((await idsOfQueued()).length).toBe(before)
  })

  test('are those of each SIM', async () => {
    await setSim({ max_per_hour: 1 })
    await setSim({ max_per_minute: 0, max_per_hour: 2 }, 2)
    await queue(contacts, { sim: 1, content: 'one' })
    await queue(contacts, { sim: 2, content: 'two' })

    expect(await texts()).toEqual(['one', 'two', 'two'])
  })

  test('a text that waits for its time on one SIM is told beside the full budget of another', async () => {
    await setSim({ max_per_hour: 1 })
    await queue(contacts, { sim: 1 })
    await queue(contacts.slice(0, 1), { sim: 2, send_at: new Date(start.getTime() + 60_000) })

    expect((await fetchBatch()).next_at).toEqual(new Date(start.getTime() + 60_000))
  })
})

describe('a flow’s text', () => {
  test('goes as a single text does', async () => {
    const flow_id = await buildFlow(database.db, user_id, { device_id })
    await queue(contacts.slice(0, 1), { flow_id, content: 'flow' })

    expect(await texts()).toEqual(['flow'])
  })
})

async function idsOfQueued(): Promise<number[]> {
  const rows = await database.db
    .selectFrom('messages')
    .select('id')
    .where('user_id', '=', user_id)
    .where('status', '=', 'queued')
    .execute()
  return rows.map(({ id }) => id)
}

async function noteStream(): Promise<void> {
  await database.db
    .updateTable('installations')
    .set({ streamed_at: new Date(testApp.now.getTime() + 3_600_000) })
    .where('user_id', '=', user_id)
    .execute()
}

/** A campaign that has made its messages to these contacts; its id. */
async function campaignOf(
  to: readonly number[],
  content: string,
  { status = 'running' }: { status?: string } = {},
): Promise<number> {
  const answer = await post('/api/campaigns', {
    name: content,
    content,
    device_id,
    sim_subscription_id: 1,
    segment: 'custom',
    contacts_ids: contacts.slice(0, 1),
    save: 1,
  })
  const { id } = (answer.body as { data: { id: number } }).data
  await sql`
    update campaigns set status = ${status}::campaign_status, frozen_at = ${start}, expanded_at = ${start},
           finished_at = ${start}, started_at = ${start},
           paused_from = ${status === 'paused' ? 'running' : null}::campaign_status
     where id = ${id}`.execute(database.db)
  await queue(to, { campaign_id: id, content })
  return id
}
