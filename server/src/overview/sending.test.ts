import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContacts,
  buildDevice,
  buildFlow,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { findDuePhones } from '../devices/due-phones.ts'
import { fallDue } from '../flows/fall-due.ts'

const database = useDatabase()
const app = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
let contacts: number[]

beforeEach(async () => {
  app.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  contacts = await buildContacts(database.db, user_id, 5)
})

afterEach(() => expectTotalsToHold(database.db))

const hold = (is_on: unknown = 0) =>
  app.call('POST', '/api/account/sending', { key, form: { is_on: String(is_on) } })
const resume = () => hold(1)
const sms = { content: 'Hello', sim_subscription_id: 1 }
const send = (json: object = {}) =>
  app.call('POST', '/api/sms', {
    key,
    json: { ...sms, device_id, phone_numbers: ['+447700900001'], ...json },
  })

describe('while all sending is held', () => {
  test('nothing is given to a phone: campaign, flow, single text, reply or test', async () => {
    const segment = await buildSegment(database.db, user_id, { members: contacts })
    const flow_id = await buildFlow(database.db, user_id, { device_id, segment_id: segment })
    await hold()
    const campaign = { name: 'All', content: 'Hi', device_id, sim_subscription_id: 1, send: 1 }
    const id = idOf(await app.call('POST', '/api/campaigns', { key, json: campaign }))
    while (await expandNextChunk(app.context));
    await app.call('POST', `/api/campaigns/${id}/test`, {
      key,
      json: { phone_number: '+447700900002' },
    })
    await send()
    await app.call('POST', `/api/conversations/${contacts[0]}/reply`, {
      key,
      json: { content: 'Thanks', device_id, sim_subscription_id: 1 },
    })
    const made = { contact_ids: contacts, device_id, now: app.now, flow_id }
    await queueForTest(database.db, user_id, made)
    while (await fallDue(app.context));

    expect(await phone.fetch()).toEqual([])

    await resume()
    expect((await phone.fetch()).length).toBe(5 + 5 + 3)
  })

  test('it is said who holds it, since when, and what may leave all the same', async () => {
    await queueForTest(database.db, user_id, { contact_ids: contacts, device_id, now: app.now })
    const [first] = await phone.fetch()
    await phone.report('Sent', first ? [first] : [])

    expect(dataOf(await hold())).toEqual({
      is_on: false,
      held_since_datetime: '2026-11-21 12:00:00',
      held_by: 'Test',
      total_in_hand: 4,
    })
    app.now = new Date('2026-11-21T13:00:00Z')
    expect(dataOf(await hold('off'))['held_since_datetime']).toBe('2026-11-21 12:00:00')
    expect(dataOf(await app.call('GET', '/api/account/sending', { key }))['is_on']).toBe(false)
    expect(dataOf(await resume())).toMatchObject({
      is_on: true,
      held_since_datetime: null,
      held_by: null,
    })
  })

  test('what a phone took and never answered is not offered to it again', async () => {
    await queueForTest(database.db, user_id, { contact_ids: contacts, device_id, now: app.now })
    expect(await phone.fetch()).toHaveLength(5)
    await hold()
    app.now = new Date(start.getTime() + 10 * 60_000)

    expect(await phone.fetch()).toEqual([])
    await resume()
    expect(await phone.fetch()).toHaveLength(5)
  })

  test('the reason stands on texts and campaigns that wait', async () => {
    await send()
    const campaign = { name: 'All', content: 'Hi', device_id, sim_subscription_id: 1, send: 1 }
    const id = idOf(await app.call('POST', '/api/campaigns', { key, json: campaign }))
    while (await expandNextChunk(app.context));
    await hold()

    const texts = await app.call('GET', '/api/sms?status=pending', { key })
    const errors = (texts.body as { data: { error: string }[] }).data.map(({ error }) => error)
    expect(errors).toHaveLength(6 + 1)
    expect(new Set(errors)).toEqual(new Set(['All sending of the account is held']))
    const shown = await app.call('GET', `/api/campaigns/${id}?include=progress`, { key })
    expect(dataOf(shown)).toMatchObject({ hold: { reason: 'sending_held' } })
    const overview = dataOf(await app.call('GET', '/api/overview', { key }))
    expect(overview['fleet']).toMatchObject({
      is_sending: false,
      hold: { reason: 'sending_held', by: 'Test', since_datetime: '2026-11-21 12:00:00' },
      pending: 7,
    })
  })

  test('phones are not woken for it, and are once it goes on', async () => {
    await queueForTest(database.db, user_id, { contact_ids: contacts, device_id, now: app.now })
    const { installation_id } = await database.db
      .selectFrom('devices')
      .select('installation_id')
      .where('id', '=', device_id)
      .executeTakeFirstOrThrow()
    const me = { user_id, device_id, installation_id: installation_id ?? 0, app_version: null }
    const due = () => findDuePhones(database.db, [me], app.now)
    expect(await due()).toHaveLength(1)
    await hold()
    expect(await due()).toEqual([])

    const told: unknown[] = []
    const unlisten = app.context.wake.listen((signal) => told.push(signal))
    await resume()
    unlisten()
    expect(told).toContainEqual({ about: 'device', user_id, device_id })
    expect(await due()).toHaveLength(1)
  })

  test('other accounts send on', async () => {
    const other = await buildAccount(database.db)
    const device = await buildDevice(database.db, other.user_id)
    const theirs = await enrolTestPhone(app, device.token)
    const contact_ids = await buildContacts(database.db, other.user_id, 2)
    await queueForTest(database.db, other.user_id, {
      contact_ids,
      device_id: device.id,
      now: app.now,
    })
    await hold()

    expect((await theirs.fetch()).length).toBeGreaterThan(0)
  })
})

test('is_on is asked for, and only what can be read as on or off is taken', async () => {
  const nothing = await app.call('POST', '/api/account/sending', { key, json: {} })
  expect(problemsOf(nothing)).toMatchObject([{ field: 'is_on', title: 'is_on is required.' }])
  const odd = await hold('perhaps')
  expect(problemsOf(odd)).toMatchObject([
    { field: 'is_on', title: 'is_on must be one of 1, 0, true, false, on, off, yes, no.' },
  ])
  expect(dataOf(await app.call('GET', '/api/account/sending', { key }))['is_on']).toBe(true)
})

test('once it is answered no phone is given anything, however many fetch at that moment', async () => {
  const phones = [phone]
  const devices = [device_id]
  for (let more = 0; more < 3; more += 1) {
    const device = await buildDevice(database.db, user_id)
    await app.call('POST', `/api/devices/${device.id}/sims/1`, { key, json: { max_per_minute: 0 } })
    devices.push(device.id)
    phones.push(await enrolTestPhone(app, device.token))
  }
  for (let round = 0; round < 25; round += 1) {
    const contact_ids = await buildContacts(database.db, user_id, 300)
    for (const one of devices)
      await queueForTest(database.db, user_id, { contact_ids, device_id: one, now: app.now })
    let heldAt = Infinity
    let claimed = 0
    const late: number[] = []
    const fetching = phones.map(async (one) => {
      for (let turn = 0; turn < 6; turn += 1) {
        await rest(Math.random() * 4)
        const askedAt = performance.now()
        const { length } = await one.fetch()
        claimed += length
        if (askedAt > heldAt) late.push(length)
      }
    })
    await rest(Math.random() * 12)
    const answer = dataOf(await hold())
    heldAt = performance.now()
    const inHand = await countInHand()
    await Promise.all(fetching)

    // The number that was answered is the truth: nothing was handed over after it.
    expect(answer['total_in_hand']).toBe(inHand)
    expect(await countInHand()).toBe(inHand)
    expect(claimed).toBeLessThanOrEqual(inHand)
    expect(late.filter((length) => length > 0)).toEqual([])
    await resume()
    await database.pool.query(`delete from messages where user_id = $1`, [user_id])
    await database.pool.query(`update devices set total_pending = 0 where user_id = $1`, [user_id])
  }
})

async function countInHand(): Promise<number> {
  const { rows } = await database.pool.query<{ total: number }>(
    `select count(*) as total from messages where user_id = $1 and status = 'dispatched'`,
    [user_id],
  )
  return rows[0]?.total ?? 0
}
