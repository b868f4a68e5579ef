import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice, buildFlow } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { toWireId } from './wire-id.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
let contact_ids: number[]

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
  contact_ids = await buildContacts(database.db, user_id, 4)
})

afterEach(() => expectTotalsToHold(database.db))

const later = (seconds: number) => {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
}
const call = (method: string, path: string, json?: object) =>
  testApp.call(method, path, { key, ...(json === undefined ? {} : { json }) })
const queue = (more: Partial<Parameters<typeof queueForTest>[2]> = {}) =>
  queueForTest(database.db, user_id, { contact_ids, device_id, now: testApp.now, ...more })
/** One text in the phone's hands. */
async function handed(): Promise<{ id: number; listed: Listed }> {
  const [id = 0] = await queue({ contact_ids: contact_ids.slice(0, 1) })
  const [listed] = await phone.fetch()
  return { id, listed: listed! }
}
const row = async (id: number) =>
  database.db
    .selectFrom('messages')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const totals = async (table: 'contacts' | 'devices' | 'campaigns' | 'flows', id: number) => {
  const { rows } = await sql<{
    total_sent: number
    total_failed: number
    last_sent_at: Date | null
  }>`
    select total_sent, total_failed, last_sent_at from ${sql.table(table)} where id = ${id}`.execute(
    database.db,
  )
  return rows[0]
}

describe('one message', () => {
  test('goes through Pending, Processed, Sent and Delivered', async () => {
    const { id, listed } = await handed()

    await phone.report('Pending', [listed])
    expect(await row(id)).toMatchObject({
      status: 'dispatched',
      phone_state: 'accepted',
      answered_at: start,
    })
    await phone.report('Processed', [listed])
    expect(await row(id)).toMatchObject({ status: 'dispatched', phone_state: 'processed' })
    later(5)
    await phone.report('Sent', [listed])
    expect(await row(id)).toMatchObject({
      status: 'sent',
      phone_state: 'sent',
      sent_at: testApp.now,
      finished_at: testApp.now,
    })
    later(5)
    await phone.report('Delivered', [listed])
    expect(await row(id)).toMatchObject({
      status: 'delivered',
      sent_at: new Date(start.getTime() + 5000),
      delivered_at: testApp.now,
    })
    expect(await totals('contacts', contact_ids[0] ?? 0)).toMatchObject({ total_sent: 1 })
    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1 })
  })

  test.for([
    ['Delivered', 'Sent', 'Processed', 'Pending'],
    ['Delivered', 'Delivered', 'Sent', 'Sent'],
    ['Processed', 'Delivered', 'Pending', 'Sent'],
    ['Sent', 'Pending', 'Delivered', 'Processed'],
  ])('reported as %s ends as delivered, counted once', async (states) => {
    const { id, listed } = await handed()

    for (const state of states) {
      await phone.report(state, [listed])
      await expectTotalsToHold(database.db)
    }

    expect((await row(id)).status).toBe('delivered')
    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1, total_failed: 0 })
  })

  test('ten reports at one moment, in any order, count once', async () => {
    const { id, listed } = await handed()
    const states = ['Sent', 'Delivered', 'Processed', 'Sent', 'Pending']

    await Promise.all([...states, ...states].map((state) => phone.report(state, [listed])))

    expect((await row(id)).status).toBe('delivered')
    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1 })
  })

  test('that fails keeps the reason of the phone', async () => {
    const { id, listed } = await handed()

    await phone.report('Failed', [listed], { error: 'Send result: RESULT_ERROR_NO_SERVICE (4)' })
    await phone.report('Sent', [listed])

    expect(await row(id)).toMatchObject({
      status: 'failed',
      error: 'Send result: RESULT_ERROR_NO_SERVICE (4)',
      may_have_gone_out: false,
    })
  })

  test('that fails after it was sent moves from one total to the other', async () => {
    const { listed } = await handed()

    await phone.report('Sent', [listed])
    await phone.report('Failed', [listed], { error: 'Part 2' })

    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 0, total_failed: 1 })
  })

  test('cancelled on the phone is cancelled with that reason', async () => {
    const { id, listed } = await handed()

    await phone.report('Cancelled', [listed])

    expect(await row(id)).toMatchObject({
      status: 'cancelled',
      error: 'The message was cancelled on the phone',
    })
  })
})

describe('late reports', () => {
  test('after a withdrawal: what went out did go out', async () => {
    const { id, listed } = await handed()
    await call('POST', `/api/contacts/${contact_ids[0]}`, { has_opted_out: 1 })
    expect((await row(id)).status).toBe('cancelled')

    await phone.report('Processed', [listed])
    expect((await row(id)).status).toBe('cancelled')
    await phone.report('Sent', [listed])

    expect(await row(id)).toMatchObject({ status: 'sent', error: null })
    expect(await totals('contacts', contact_ids[0] ?? 0)).toMatchObject({ total_sent: 1 })
  })

  test('after the sms was deleted the totals count it all the same', async () => {
    const { id, listed } = await handed()
    await call('DELETE', `/api/sms/${id}`)

    await phone.report('Sent', [listed])
    await phone.report('Delivered', [listed])
    await phone.report('Sent', [listed])

    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1, last_sent_at: start })
    expect(await totals('contacts', contact_ids[0] ?? 0)).toMatchObject({ total_sent: 1 })
  })

  test('after a failed sms was deleted it moves from failed to sent', async () => {
    const { id, listed } = await handed()
    await database.db
      .updateTable('messages')
      .set({ dispatched_at: new Date(start.getTime() - 86_400_000) })
      .where('id', '=', id)
      .execute()
    await phone.report('Failed', [listed], { error: 'TTL expired' })
    await call('DELETE', `/api/sms/${id}`)
    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 0, total_failed: 1 })

    await phone.report('Sent', [listed])

    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1, total_failed: 0 })
  })

  test('after the contact was deleted the device counts it', async () => {
    const { listed } = await handed()
    await call('DELETE', `/api/contacts/${contact_ids[0]}`)

    await phone.report('Sent', [listed])

    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1 })
  })

  test('after a retry, under the wire id of before: the second one must not go out too', async () => {
    const { id, listed } = await handed()
    await phone.report('Failed', [listed], { error: 'x' })
    await call('POST', `/api/sms/${id}/retry`)
    later(60)
    const [second] = await phone.fetch()
    expect(second?.id).not.toBe(listed.id)

    await phone.report('Sent', [listed])

    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(await phone.fetch()).toEqual([
      expect.objectContaining({ id: second?.id, state: 'Cancelling' }),
    ])
    await phone.report('Cancelled', [second!])
    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(await phone.fetch()).toEqual([])
  })

  test('after a retry that no phone has taken yet: nothing is left to send', async () => {
    const { id, listed } = await handed()
    await phone.report('Failed', [listed], { error: 'x' })
    await call('POST', `/api/sms/${id}/retry`)

    await phone.report('Delivered', [listed])

    expect((await row(id)).status).toBe('sent')
    expect(await phone.fetch()).toEqual([])
  })

  test('after a retry and a deletion, under either wire id', async () => {
    const { id, listed } = await handed()
    await phone.report('Failed', [listed], { error: 'x' })
    await call('POST', `/api/sms/${id}/retry`)
    later(60)
    const [second] = await phone.fetch()
    await call('DELETE', `/api/sms/${id}`)

    await phone.report('Sent', [listed])
    await phone.report('Sent', [second!])

    expect(await totals('devices', device_id)).toMatchObject({ total_sent: 1, total_failed: 0 })
  })

  test('a failure under a wire id of before says nothing about the present one', async () => {
    const { id, listed } = await handed()
    await phone.report('Failed', [listed], { error: 'x' })
    await call('POST', `/api/sms/${id}/retry`)

    await phone.report('Failed', [listed], { error: 'x' })

    expect((await row(id)).status).toBe('queued')
  })
})

describe('reports about nothing of ours', () => {
  test.for([
    [[{ id: '1-1', state: 'Sent' }]],
    [[{ id: toWireId(999_999, 5), state: 'Delivered' }]],
    [[{ id: 'PyDmBQZZXYmyxMwED8Fzy', state: 'Sent', recipients: [{ state: 'Sent' }] }]],
    [[{ id: toWireId(Number.MAX_SAFE_INTEGER, 2 ** 48 - 1), state: 'Sent' }]],
    [[{ id: '1-1', state: 'Nonsense' }]],
    [[]],
    [{}],
    ['text'],
    [5],
    [null],
    [[[[[]]]]],
    [{ __proto__: null, length: 5 }],
  ])('%j is 204', async ([body]) => {
    expect((await phone.call('PATCH', '/message', body)).status).toBe(204)
  })

  test('another device cannot speak for a message', async () => {
    const { id, listed } = await handed()
    const other = await buildDevice(database.db, user_id)
    const stranger = await enrolTestPhone(testApp, other.token)

    await stranger.report('Sent', [listed])

    expect((await row(id)).status).toBe('dispatched')
  })

  test('another account cannot speak for a message', async () => {
    const { id, listed } = await handed()
    const account = await buildAccount(database.db)
    const device = await buildDevice(database.db, account.user_id)
    const stranger = await enrolTestPhone(testApp, device.token)

    await stranger.report('Sent', [listed])

    expect((await row(id)).status).toBe('dispatched')
  })

  test('one odd report does not spoil the others of its batch', async () => {
    const { id, listed } = await handed()

    const { status } = await phone.call('PATCH', '/message', [
      null,
      { id: 5 },
      { id: '1-1', state: 'Sent' },
      { id: listed.id, state: 'Sent' },
      { id: listed.id, state: 'Sent', recipients: [{ state: 'Failed', error: '\u0000\ud800' }] },
    ])

    expect(status).toBe(204)
    expect(await row(id)).toMatchObject({ status: 'failed', may_have_gone_out: true })
  })
})

describe('the times of the phone', () => {
  test('are taken where they can be', async () => {
    const { id, listed } = await handed()
    later(100)

    await phone.call('PATCH', '/message', [
      {
        id: listed.id,
        state: 'Delivered',
        states: {
          Sent: '2026-11-21T13:00:10.000+01:00',
          Delivered: '2026-11-21T12:00:20.500Z',
        },
      },
    ])

    expect(await row(id)).toMatchObject({
      sent_at: new Date('2026-11-21T12:00:10Z'),
      delivered_at: new Date('2026-11-21T12:00:20.500Z'),
    })
    expect(await totals('devices', device_id)).toMatchObject({
      last_sent_at: new Date('2026-11-21T12:00:10Z'),
    })
  })

  test('a clock that is a day ahead is not believed', async () => {
    const { id, listed } = await handed()

    await phone.call('PATCH', '/message', [
      { id: listed.id, state: 'Sent', states: { Sent: '2026-11-22T12:00:00.000Z' } },
    ])

    expect((await row(id)).sent_at).toEqual(start)
  })
})

describe('a phone that does not know a message that it is asked about', () => {
  test('gets it again under a new wire id, within a day', async () => {
    const { id, listed } = await handed()
    later(23 * 3600 + 60)
    const [asked] = await phone.fetch()
    expect(asked).toMatchObject({ id: listed.id, validUntil: expect.any(String) })

    await phone.report('Failed', [asked!], { error: 'TTL expired' })
    expect(await row(id)).toMatchObject({
      status: 'queued',
      handover_key: null,
      installation_id: null,
    })
    const [again] = await phone.fetch()

    expect(again?.id).not.toBe(listed.id)
    expect(again?.validUntil).toBeUndefined()
    await phone.report('Sent', [again!])
    expect((await row(id)).status).toBe('sent')
  })

  test('that answers a day later is not believed: it fails, for a person to judge', async () => {
    const { id } = await handed()
    later(23 * 3600 + 60)
    const [asked] = await phone.fetch()
    later(3600)

    await phone.report('Failed', [asked!], { error: 'TTL expired' })

    expect(await row(id)).toMatchObject({
      status: 'failed',
      may_have_gone_out: true,
      error: 'The phone lost the message; it may have gone out',
    })
  })

  test('goes by the device that the campaign has been moved to', async () => {
    const other = await buildDevice(database.db, user_id)
    const second = await enrolTestPhone(testApp, other.token)
    const campaign = await call('POST', '/api/campaigns', {
      name: 'x',
      content: 'x',
      device_id,
      sim_subscription_id: 1,
    })
    const { id: campaign_id } = (campaign.body as { data: { id: number } }).data
    await sql`update campaigns set status = 'running', frozen_at = now(), expanded_at = now(), started_at = now()
               where id = ${campaign_id}`.execute(database.db)
    const [id = 0] = await queue({ contact_ids: contact_ids.slice(0, 1), campaign_id })
    const [listed] = await phone.fetch()
    await phone.report('Pending', [listed!])
    await call('POST', `/api/campaigns/${campaign_id}/pause`)
    expect(
      (
        await call('POST', `/api/campaigns/${campaign_id}`, {
          device_id: other.id,
          sim_subscription_id: 2,
        })
      ).status,
    ).toBe(200)
    await call('POST', `/api/campaigns/${campaign_id}/resume`)

    later(120)
    const [asked] = await phone.fetch()
    await phone.report('Failed', [asked!], { error: 'TTL expired' })

    expect(await row(id)).toMatchObject({
      status: 'queued',
      device_id: other.id,
      sim_subscription_id: 2,
    })
    expect(await phone.fetch()).toEqual([])
    expect(await second.fetch()).toHaveLength(1)
  })
})

describe('many at once', () => {
  test('reports of several phones and accounts in one moment are each their own', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(async () => {
        const account = await buildAccount(database.db)
        const device = await buildDevice(database.db, account.user_id)
        const to = await buildContacts(database.db, account.user_id, 5)
        await queueForTest(database.db, account.user_id, {
          contact_ids: to,
          device_id: device.id,
          now: testApp.now,
        })
        const itsPhone = await enrolTestPhone(testApp, device.token)
        return { device_id: device.id, phone: itsPhone, listed: await itsPhone.fetch() }
      }),
    )

    await Promise.all(
      others.flatMap(({ phone: itsPhone, listed }) =>
        listed.map((message) => itsPhone.report('Sent', [message])),
      ),
    )

    for (const { device_id: id } of others)
      expect(await totals('devices', id)).toMatchObject({ total_sent: 5 })
  })

  test('the totals of a flow move as well', async () => {
    const flow_id = await buildFlow(database.db, user_id, { device_id })
    await queue({ flow_id })
    const listed = await phone.fetch()

    await phone.report('Sent', listed.slice(0, 3))
    await phone.report('Failed', listed.slice(3), { error: 'x' })

    expect(await totals('flows', flow_id)).toMatchObject({ total_sent: 3, total_failed: 1 })
  })
})
