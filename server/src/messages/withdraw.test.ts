import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import type { Signal } from '../db/wake.ts'
import { forgetOldEntries } from '../housekeeping.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')
const minute = 60

let user_id: number
let key: string
let device_id: number
let enrolmentToken: string
let contact_ids: number[]

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
  contact_ids = await buildContacts(database.db, user_id, 3)
})

afterEach(() => expectTotalsToHold(database.db))

const at = (seconds: number) => {
  testApp.now = new Date(start.getTime() + seconds * 1000)
}
const call = (method: string, path: string, json?: object) =>
  testApp.call(method, path, { key, ...(json === undefined ? {} : { json }) })

/** A phone of this version with three texts in its hands. */
async function holding(
  version: string | null,
): Promise<{ phone: TestPhone; ids: number[]; listed: Listed[] }> {
  const phone = await enrolTestPhone(testApp, enrolmentToken, { version })
  const ids = await queueForTest(database.db, user_id, { contact_ids, device_id, now: start })
  const listed = await phone.fetch()
  expect(listed).toHaveLength(3)
  return { phone, ids, listed }
}

/** The signals that are told while this runs. */
async function signalsOf(work: () => Promise<unknown>): Promise<Signal[]> {
  const told: Signal[] = []
  const stop = testApp.context.wake.listen((signal) => told.push(signal))
  await work()
  stop()
  return told
}

describe('a phone that holds a withdrawn message', () => {
  test('is told by its stream and by the listing, until it has answered', async () => {
    const { phone, ids, listed } = await holding('1.70.4')

    const told = await signalsOf(() => call('DELETE', `/api/sms/${ids[0]}`))

    expect(told).toEqual([{ about: 'withdrawal', user_id, device_id, wire_id: listed[0]?.id }])
    const cancelling = {
      id: listed[0]?.id,
      message: '',
      textMessage: { text: '' },
      phoneNumbers: listed[0]?.phoneNumbers,
      withDeliveryReport: true,
      isEncrypted: false,
      priority: 0,
      createdAt: '2026-11-21T12:00:00.000Z',
      state: 'Cancelling',
    }
    expect(await phone.fetch()).toEqual([cancelling])
    await phone.report('Pending', [listed[0]!])
    expect(await phone.fetch()).toEqual([cancelling])
    await phone.report('Cancelled', [listed[0]!])
    expect(await phone.fetch()).toEqual([])
  })

  test('is told for half an hour from the first time on', async () => {
    const { phone, ids } = await holding('1.67.0')
    await call('DELETE', `/api/sms/${ids[0]}`)
    expect(await phone.fetch()).toHaveLength(1)

    at(30 * minute - 1)
    expect((await phone.fetch()).filter(({ state }) => state === 'Cancelling')).toHaveLength(1)
    at(30 * minute)
    expect((await phone.fetch()).filter(({ state }) => state === 'Cancelling')).toEqual([])
  })

  test('is waited for when it does not fetch, for a day', async () => {
    const { phone, ids } = await holding('1.67.0')
    await call('DELETE', `/api/sms/${ids[0]}`)

    at(20 * 60 * minute)
    expect((await phone.fetch()).filter(({ state }) => state === 'Cancelling')).toHaveLength(1)
  })

  test('and comes back after a day is not told any more', async () => {
    const { phone, ids } = await holding('1.67.0')
    await call('DELETE', `/api/sms/${ids[0]}`)

    at(24 * 60 * minute)
    expect((await phone.fetch()).filter(({ state }) => state === 'Cancelling')).toEqual([])
  })

  test.for(['1.66.2', '1.53.1', null])(
    'with version %s is not told, since it would send what it is told',
    async (version) => {
      const { phone, ids } = await holding(version)

      await call('DELETE', `/api/sms/${ids[0]}`)

      expect(await phone.fetch()).toEqual([])
      at(120)
      expect((await phone.fetch()).map(({ state }) => state)).toEqual(['Pending', 'Pending'])
    },
  )

  test('is told also while its device is paused', async () => {
    const { phone, ids } = await holding('1.70.4')
    await call('POST', `/api/devices/${device_id}`, { is_paused: 1 })
    await call('DELETE', `/api/sms/${ids[0]}`)

    expect((await phone.fetch()).map(({ state }) => state)).toEqual(['Cancelling'])
  })

  test('and enrols anew is told all the same: with a new token the app keeps its queue', async () => {
    const { ids, listed } = await holding('1.70.4')
    await call('DELETE', `/api/sms/${ids[0]}`)
    const { body } = await call('POST', `/api/devices/${device_id}/token`)
    const { token } = (body as { data: { token: string } }).data

    const again = await enrolTestPhone(testApp, token)

    // The one that was deleted, and those that ended with the old token.
    expect((await again.fetch()).map(({ id, state }) => [id, state])).toEqual(
      listed.map(({ id }) => [id, 'Cancelling']),
    )
    await again.report('Cancelled', listed)
    expect(await again.fetch()).toEqual([])
    expect((await call('GET', `/api/sms/${ids[1]}`)).body).toMatchObject({
      data: { status: 'failed', may_have_gone_out: true },
    })
  })

  test('is told once however often it is withdrawn', async () => {
    const { phone, ids } = await holding('1.70.4')
    await call('POST', `/api/contacts/${contact_ids[0]}`, { has_opted_out: 1 })
    await call('DELETE', `/api/contacts/${contact_ids[0]}`)
    await call('DELETE', `/api/sms/${ids[0]}`)

    expect(await phone.fetch()).toHaveLength(1)
  })
})

test('what no phone has taken needs no telling', async () => {
  const phone = await enrolTestPhone(testApp, enrolmentToken)
  const [id] = await queueForTest(database.db, user_id, { contact_ids, device_id, now: start })

  const told = await signalsOf(() => call('DELETE', `/api/sms/${id}`))

  expect(told).toEqual([])
  expect((await phone.fetch()).map(({ state }) => state)).toEqual(['Pending', 'Pending'])
})

test('what a phone was to be told is forgotten a day after it was over', async () => {
  const { ids } = await holding('1.70.4')
  await call('DELETE', `/api/sms/${ids[0]}`)
  const left = async () =>
    (
      await database.db
        .selectFrom('withdrawals')
        .select('message_id')
        .where('user_id', '=', user_id)
        .execute()
    ).length

  at(47 * 60 * minute)
  await forgetOldEntries(database.db, testApp.now)
  expect(await left()).toBe(1)
  at(49 * 60 * minute)
  await forgetOldEntries(database.db, testApp.now)
  expect(await left()).toBe(0)
})
