import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { upload } from '../../test/upload.ts'
import { inTransaction } from '../db/transaction.ts'
import { holdEverything } from '../holds/hold.ts'
import { continueImport } from '../imports/process.ts'
import { continueSweep } from '../messages/sweep.ts'
import { fallDue } from './fall-due.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device: { id: number; token: string }
let names = 0

beforeEach(async () => {
  await database.pool.query(`truncate messages, removed_messages`)
  await database.pool
    .query(`update flows set total_waiting = 0, total_pending = 0, total_sent = 0, total_failed = 0,
    total_entered = 0`)
  await database.pool.query(
    'update devices set total_pending = 0, total_sent = 0, total_failed = 0',
  )
  await database.pool.query('update contacts set total_sent = 0, total_failed = 0')
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  device = await buildDevice(database.db, user_id)
  testApp.now = new Date('2026-11-21T12:00:00Z')
})

const call = (method: string, url: string, json?: unknown) =>
  testApp.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const makeFlow = async (more: object = {}) =>
  idOf(
    await call('POST', '/api/flows', {
      name: `Flow ${(names += 1)}`,
      content: 'Hello {{ name }}',
      device_id: device.id,
      sim_subscription_id: 1,
      wait_time: 2,
      wait_time_type: 'days',
      ...more,
    }),
  )
const makeContact = async (phone_number: string, more: object = {}) =>
  idOf(await call('POST', '/api/contacts', { phone_number, ...more }))
const flowOf = async (id: number) => dataOf(await call('GET', `/api/flows/${id}`))
const texts = async () => listOf(await call('GET', '/api/sms?order_by=id&order_type=ASC'))

async function statuses(): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    select status::text from messages where user_id = ${user_id} order by id`.execute(database.db)
  await expectTotalsToHold(database.db)
  return rows.map(({ status }) => status)
}

/** The background work of flows, at this moment. */
async function work(at?: string): Promise<void> {
  if (at !== undefined) testApp.now = new Date(at)
  while (await fallDue(testApp.context)) continue
}

async function makePlanSegment(): Promise<number> {
  return idOf(
    await call('POST', '/api/segments', {
      name: `Segment ${(names += 1)}`,
      type: 'filter',
      filters_custom_parameters: [{ key: 'plan', condition: 'exact', value: 'gold' }],
    }),
  )
}

describe('when its time has come, a text', () => {
  test('is made and goes to the phone, and not a second before', async () => {
    await sql`update sims set max_per_minute = 0 where user_id = ${user_id}`.execute(database.db)
    const phone = await enrolTestPhone(testApp, device.token)
    const flow = await makeFlow({ wait_time: 90, wait_time_type: 'minutes' })
    await makeContact('+447700900201', { name: 'Ada' })

    await work('2026-11-21T13:29:59Z')
    expect([await statuses(), await phone.fetch()]).toEqual([['waiting'], []])
    await work('2026-11-21T13:30:00Z')
    expect(await statuses()).toEqual(['queued'])
    const listed = await phone.fetch()

    expect(listed).toMatchObject([{ message: 'Hello Ada', phoneNumbers: ['+447700900201'] }])
    await phone.report('Sent', listed)
    expect(await flowOf(flow)).toMatchObject({
      total_sent_sms: 1,
      total_pending_sms: 0,
      total_entered: 1,
      total_waiting: 0,
      total_left: 0,
      next_due_datetime: null,
      last_sent_datetime: '2026-11-21 13:30:00',
    })
    expect(await texts()).toMatchObject([
      { status: 'sent', scheduled_datetime: '2026-11-21 13:30:00' },
    ])
    await expectTotalsToHold(database.db)
  })

  test('says what the flow and the contact say then, on the number and the SIM of then', async () => {
    const other = await buildDevice(database.db, user_id)
    const flow = await makeFlow()
    const contact = await makeContact('+447700900202', { name: 'Ada' })
    expect(await texts()).toMatchObject([{ content: 'Hello Ada', parts: 1, device_id: device.id }])

    await call('POST', `/api/flows/${flow}`, {
      content: `Dear {{ name }}, ${'x'.repeat(160)}`,
      device_id: other.id,
      sim_subscription_id: 2,
    })
    await call('POST', `/api/contacts/${contact}`, { name: 'Bea', phone_number: '+447700900203' })
    const expected = { content: `Dear Bea, ${'x'.repeat(160)}`, parts: 2, status: 'pending' }
    expect(await texts()).toMatchObject([{ ...expected, device_id: device.id }])
    await expectTotalsToHold(database.db)
    await work('2026-11-23T12:00:00Z')

    expect(await texts()).toMatchObject([
      {
        ...expected,
        device_id: other.id,
        sim_subscription_id: 2,
        phone_number: '+447700900203',
      },
    ])
    await call('POST', `/api/flows/${flow}`, { content: 'Later' })
    expect(await texts()).toMatchObject([expected])
    expect(await statuses()).toEqual(['queued'])
  })

  test('is found by the words of the flow while it waits', async () => {
    await makeFlow({ content: 'Autumn for {{ name }}' })
    await makeContact('+447700900204')

    expect(listOf(await call('GET', '/api/sms?search=autumn'))).toHaveLength(1)
    expect(listOf(await call('GET', '/api/sms?search=winter'))).toHaveLength(0)
  })

  test('has the wait of the moment at which the contact entered', async () => {
    const flow = await makeFlow({ wait_time: 1 })
    await makeContact('+447700900205')
    await call('POST', `/api/flows/${flow}`, { wait_time: 30 })
    await makeContact('+447700900206')

    await work('2026-11-22T12:00:00Z')

    expect(await statuses()).toEqual(['queued', 'waiting'])
    expect(await flowOf(flow)).toMatchObject({
      total_waiting: 1,
      next_due_datetime: '2026-12-21 12:00:00',
    })
  })

  test.each([
    [
      'the flow is switched off',
      (flow: number) => call('POST', `/api/flows/${flow}`, { is_enabled: false }),
      'The flow was switched off',
    ],
    [
      'the contact no longer matches',
      (_: number, contact: number) =>
        call('POST', `/api/contacts/${contact}`, { custom_parameters: { plan: 'silver' } }),
      'The contact no longer matches the segment of the flow',
    ],
    [
      'the filter has changed',
      (_: number, __: number, segment: number) =>
        call('POST', `/api/segments/${segment}`, {
          filters_custom_parameters: [{ key: 'plan', condition: 'exact', value: 'iron' }],
        }),
      'The contact no longer matches the segment of the flow',
    ],
  ])('is cancelled with the reason when %s', async (_, change, reason) => {
    const segment = await makePlanSegment()
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900207', { custom_parameters: { plan: 'gold' } })
    await change(flow, contact, segment)
    expect(await statuses()).toEqual(['waiting'])

    await work('2026-11-23T12:00:00Z')

    expect(await texts()).toMatchObject([{ status: 'cancelled', error: reason }])
    expect(await flowOf(flow)).toMatchObject({
      total_pending_sms: 0,
      total_entered: 1,
      total_waiting: 0,
      total_left: 1,
      left_reasons: [{ reason, total: 1 }],
      next_due_datetime: null,
    })
    await expectTotalsToHold(database.db)
  })

  test('goes after all when the flow is on again, and the contact matches again, by then', async () => {
    const segment = await makePlanSegment()
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900208', { custom_parameters: { plan: 'gold' } })
    await call('POST', `/api/flows/${flow}`, { is_enabled: false })
    await call('POST', `/api/contacts/${contact}`, { custom_parameters: { plan: 'silver' } })
    await call('POST', `/api/contacts/${contact}`, { custom_parameters: { plan: 'GOLD' } })
    await call('POST', `/api/flows/${flow}`, { is_enabled: true })

    await work('2026-11-23T12:00:00Z')

    expect(await statuses()).toEqual(['queued'])
  })

  test('waits for the morning of the contact where it would come in its quiet hours', async () => {
    await sql`update sims set max_per_minute = 0 where user_id = ${user_id}`.execute(database.db)
    const quiet = { quiet_hours_start: '22:00', quiet_hours_end: '07:00' }
    expect((await call('POST', '/api/account', quiet)).status).toBe(200)
    const phone = await enrolTestPhone(testApp, device.token)
    await makeFlow({ wait_time: 11, wait_time_type: 'hours' })
    await makeContact('+447700900230', { name: 'Ada' })

    await work('2026-11-21T23:00:00Z')
    expect([await statuses(), await phone.fetch()]).toEqual([['queued'], []])
    testApp.now = new Date('2026-11-22T07:00:00Z')

    expect(await phone.fetch()).toMatchObject([{ message: 'Hello Ada' }])
  })

  test('that comes to nothing for the contact fails, and says why', async () => {
    const flow = await makeFlow({ content: '{{ name }}' })
    await makeContact('+447700900209')

    await work('2026-11-23T12:00:00Z')

    expect(await texts()).toMatchObject([
      { status: 'failed', content: '{{ name }}', error: 'The text is empty for this contact.' },
    ])
    expect(await flowOf(flow)).toMatchObject({ total_failed_sms: 1, total_left: 0 })
    await expectTotalsToHold(database.db)
  })
})

describe('while it waits, a text', () => {
  test('is cancelled at once when the contact opts out, is deleted, or the flow is', async () => {
    const [one, two] = [await makeFlow(), await makeFlow()]
    const leaving = await makeContact('+447700900210')
    const deleted = await makeContact('+447700900211')
    await makeContact('+447700900212')

    await call('POST', `/api/contacts/${leaving}`, { has_opted_out: true })
    await call('DELETE', `/api/contacts/${deleted}`)
    await call('DELETE', `/api/flows/${two}`)

    const left = (await texts()).map(({ status, error, flow_id }) => [flow_id, status, error])
    expect(left).toEqual([
      [one, 'cancelled', 'The contact has opted out'],
      [two, 'cancelled', 'The contact has opted out'],
      [one, 'pending', null],
      [two, 'cancelled', 'The flow was deleted'],
    ])
    await work('2026-11-23T12:00:00Z')
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'queued', 'cancelled'])
    expect(await flowOf(one)).toMatchObject({
      total_entered: 3,
      total_left: 2,
      left_reasons: [{ reason: 'The contact has opted out', total: 1 }],
    })
  })

  test('is withdrawn when it is deleted', async () => {
    await makeFlow()
    await makeContact('+447700900213')
    const [sms] = await texts()

    await call('DELETE', `/api/sms/${String(sms?.['sms_id'])}`)

    await work('2026-11-23T12:00:00Z')
    expect(await statuses()).toEqual([])
  })

  test('goes to the new device when its own is deleted and the flow moves', async () => {
    const other = await buildDevice(database.db, user_id)
    await makeFlow()
    await makeContact('+447700900214')

    const answer = await call('DELETE', `/api/devices/${device.id}?move_to=${other.id}:2`)

    expect(answer.status).toBe(200)
    expect(await statuses()).toEqual(['waiting'])
    await work('2026-11-23T12:00:00Z')
    expect(await texts()).toMatchObject([{ device_id: other.id, sim_subscription_id: 2 }])
    expect(await statuses()).toEqual(['queued'])
  })

  test('goes on where its flow has gone, though the device of before is deleted', async () => {
    const other = await buildDevice(database.db, user_id)
    const moved = await makeFlow()
    const off = await makeFlow()
    await makeContact('+447700900215')
    await call('POST', `/api/flows/${moved}`, { device_id: other.id })
    await call('POST', `/api/flows/${off}`, { is_enabled: false })

    expect((await call('DELETE', `/api/devices/${device.id}`)).status).toBe(200)

    expect(await statuses()).toEqual(['waiting', 'failed'])
    expect(await texts()).toMatchObject([
      { device_id: other.id, status: 'pending' },
      { device_id: device.id, error: 'The device was deleted' },
    ])
    await work('2026-11-23T12:00:00Z')
    expect(await statuses()).toEqual(['queued', 'failed'])
  })

  test('that failed before it was made is made when a person retries it', async () => {
    const other = await buildDevice(database.db, user_id)
    const flow = await makeFlow()
    await makeContact('+447700900216', { name: 'Ada' })
    await call('POST', `/api/flows/${flow}`, { is_enabled: false })
    await call('DELETE', `/api/devices/${device.id}`)
    await call('POST', `/api/flows/${flow}`, { device_id: other.id, is_enabled: true })
    const [sms] = await texts()

    expect((await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)).status).toBe(200)

    expect(await statuses()).toEqual(['waiting'])
    await work()
    expect(await texts()).toMatchObject([{ content: 'Hello Ada', device_id: other.id }])
    expect(await statuses()).toEqual(['queued'])
  })

  test('is held after a restore, and waits on or falls due when a person releases it', async () => {
    await makeFlow({ wait_time: 1 })
    await makeContact('+447700900217')
    await makeFlow({ wait_time: 9 })
    await makeContact('+447700900218')
    const now = testApp.now
    await inTransaction(database.db, (tx) => holdEverything(tx, { taken_at: now, now }))
    expect(await statuses()).toEqual(['held', 'held', 'held'])
    await work('2026-11-23T12:00:00Z')
    expect(await statuses()).toEqual(['held', 'held', 'held'])

    for (const { sms_id } of await texts()) {
      expect((await call('POST', `/api/sms/${String(sms_id)}/release`)).status).toBe(200)
    }

    expect(await statuses()).toEqual(['waiting', 'waiting', 'waiting'])
    await work()
    expect(await statuses()).toEqual(['queued', 'queued', 'waiting'])
  })
})

test('an import that came back from a backup unfinished lets nobody enter a flow by itself', async () => {
  const fields = { key, file: 'phone_number\n+447700900219\n' }
  await makeFlow({ is_enabled: false })
  const harmless = idOf(await upload(testApp, fields))
  await inTransaction(database.db, (tx) =>
    holdEverything(tx, { taken_at: testApp.now, now: testApp.now }),
  )
  expect(dataOf(await call('GET', `/api/imports/${harmless}`))['status']).toBe('processing')
  await makeFlow()
  await inTransaction(database.db, (tx) =>
    holdEverything(tx, { taken_at: testApp.now, now: testApp.now }),
  )

  while (await continueImport(testApp.context)) continue

  const error = expect.stringContaining('Import the file again')
  expect(dataOf(await call('GET', `/api/imports/${harmless}`))).toMatchObject({
    status: 'failed',
    error,
  })
  expect(await statuses()).toEqual([])
})

describe('whatever the clock does', () => {
  test('a text goes once: a clock that is set back makes it wait, and nothing goes again', async () => {
    await makeFlow({ wait_time: 1 })
    await makeContact('+447700900220')

    await work('2026-11-20T12:00:00Z')
    expect(await statuses()).toEqual(['waiting'])
    await work('2027-11-20T12:00:00Z')
    expect(await statuses()).toEqual(['queued'])
    await work('2026-11-21T12:00:00Z')
    await work('2026-11-23T12:00:00Z')

    expect(await statuses()).toEqual(['queued'])
  })

  test('who enters while it is a year ahead gets the text a year later, and only one', async () => {
    const flow = await makeFlow({ wait_time: 1 })
    testApp.now = new Date('2027-11-21T12:00:00Z')
    await makeContact('+447700900221')

    await work('2026-11-22T12:00:00Z')
    expect(await statuses()).toEqual(['waiting'])
    await work('2027-11-22T12:00:00Z')

    expect(await statuses()).toEqual(['queued'])
    expect(await flowOf(flow)).toMatchObject({ total_entered: 1 })
  })
})

test('thousands fall due in pieces, shared by two processes, each once', async () => {
  const flow = await makeFlow({ wait_time: 0 })
  const contact_ids = await buildContacts(database.db, user_id, 2500)
  await inTransaction(database.db, async (tx) =>
    testApp.context.contactWatcher.made(tx, user_id, contact_ids),
  )
  expect(new Set(await statuses())).toEqual(new Set(['waiting']))

  await Promise.all([work(), work(), work()])

  expect(new Set(await statuses())).toEqual(new Set(['queued']))
  expect(await flowOf(flow)).toMatchObject({
    total_pending_sms: 2500,
    total_entered: 2500,
    total_waiting: 0,
  })
})

test('deleting a flow cancels all who wait, in pieces', async () => {
  const flow = await makeFlow()
  const contact_ids = await buildContacts(database.db, user_id, 6000)
  await inTransaction(database.db, async (tx) =>
    testApp.context.contactWatcher.made(tx, user_id, contact_ids),
  )

  await call('DELETE', `/api/flows/${flow}`)
  while (await continueSweep(database.db, testApp.now)) continue

  expect(new Set(await statuses())).toEqual(new Set(['cancelled']))
})
