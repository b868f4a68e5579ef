import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { endOverdueMessages } from './overdue.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')
const hour = 3600
const day = 24 * hour

let user_id: number
let key: string
let device_id: number
let enrolmentToken: string
let phone: TestPhone
let id: number
let listed: Listed

// One text in the phone's hands.
beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
  phone = await enrolTestPhone(testApp, enrolmentToken)
  const contact_ids = await buildContacts(database.db, user_id, 1)
  ;[id = 0] = await queueForTest(database.db, user_id, { contact_ids, device_id, now: start })
  listed = (await phone.fetch())[0]!
})

afterEach(() => expectTotalsToHold(database.db))

const at = (seconds: number) => {
  testApp.now = new Date(start.getTime() + seconds * 1000)
}
const endOverdue = () => endOverdueMessages(database.db, testApp.now)
const sms = async () => {
  const { body } = await testApp.call('GET', `/api/sms/${id}`, { key })
  const { status, error, may_have_gone_out } = (body as { data: Record<string, unknown> }).data
  return { status, error, may_have_gone_out }
}
const retry = () => testApp.call('POST', `/api/sms/${id}/retry`, { key })
const pending = { status: 'pending', error: null, may_have_gone_out: false }
const unanswered = {
  status: 'failed',
  error: 'The phone took the message and never said what became of it; it may have gone out',
  may_have_gone_out: true,
}
const unconfirmed = {
  status: 'sent',
  error: 'The phone handed the message to Android and the network never confirmed it',
  may_have_gone_out: false,
}
const reinstalled = {
  status: 'failed',
  error: 'The app was reinstalled while it held the message; it may have gone out',
  may_have_gone_out: true,
}

describe('a message that a phone took', () => {
  test('waits for a day for an answer, and then fails with the reason', async () => {
    at(day - 1)
    await endOverdue()
    expect(await sms()).toEqual(pending)

    at(day)
    await endOverdue()
    expect(await sms()).toEqual(unanswered)
  })

  test('that was handed to Android counts as sent after a day, and cannot be retried', async () => {
    await phone.report('Processed', [listed])
    at(day - 1)
    await endOverdue()
    expect(await sms()).toEqual(pending)

    at(day)
    await endOverdue()

    expect(await sms()).toEqual(unconfirmed)
    expect((await retry()).status).toBe(400)
  })

  test('waits on while its phone answers Pending', async () => {
    for (let hours = 0; hours < 60; hours += 1) {
      at(hours * hour + 60)
      await phone.report('Pending', [listed])
      await endOverdue()
    }
    expect(await sms()).toEqual(pending)

    at(62 * hour)
    await endOverdue()
    expect(await sms()).toEqual(unanswered)
  })

  test('is asked about until then, under the same id', async () => {
    await phone.report('Pending', [listed])
    at(30 * hour)

    const [asked] = await phone.fetch()

    expect(asked?.id).toBe(listed.id)
    expect(asked?.validUntil).toBeDefined()
  })

  test('that was sent before it was given up is sent', async () => {
    await phone.report('Sent', [listed])
    at(3 * day)
    await endOverdue()

    expect(await sms()).toMatchObject({ status: 'sent', error: null })
  })

  test('that was given up and is reported late is what the report says', async () => {
    at(day)
    await endOverdue()
    await phone.report('Sent', [listed])

    expect(await sms()).toEqual({ status: 'sent', error: null, may_have_gone_out: false })
  })

  test('that counted as sent and is confirmed late loses its doubt', async () => {
    await phone.report('Processed', [listed])
    at(day)
    await endOverdue()
    await phone.report('Delivered', [listed])

    expect(await sms()).toEqual({ status: 'sent', error: null, may_have_gone_out: false })
  })

  test('that counted as sent and failed late is failed, and may be retried by the campaign', async () => {
    await phone.report('Processed', [listed])
    at(day)
    await endOverdue()
    await phone.report('Failed', [listed], { error: 'No service' })

    expect(await sms()).toEqual({ status: 'failed', error: 'No service', may_have_gone_out: false })
  })

  test('that was given up is withdrawn from a phone that comes back', async () => {
    at(day)
    await endOverdue()

    at(day + hour)
    expect(await phone.fetch()).toEqual([
      expect.objectContaining({ id: listed.id, state: 'Cancelling' }),
    ])
  })

  test('that was given up can be sent again by a person, under another id', async () => {
    at(day)
    await endOverdue()
    expect((await retry()).status).toBe(200)

    const offered = (await phone.fetch()).filter(({ state }) => state === 'Pending')

    expect(offered).toHaveLength(1)
    expect(offered[0]?.id).not.toBe(listed.id)
    expect(await sms()).toEqual(pending)
  })
})

describe('a phone that enrols again', () => {
  test('ends what the installation before held with the reason, at once', async () => {
    await enrolTestPhone(testApp, enrolmentToken)

    expect(await sms()).toEqual(reinstalled)
  })

  test('leaves what Android had taken, which counts as sent after its day', async () => {
    await phone.report('Processed', [listed])
    await enrolTestPhone(testApp, enrolmentToken)
    expect(await sms()).toEqual(pending)

    at(day)
    await endOverdue()

    expect(await sms()).toEqual(unconfirmed)
  })

  test('a fetch that crossed the enrolment ends as well', async () => {
    // Handed to the old installation by a transaction that committed after the new one had enrolled.
    await database.db
      .updateTable('installations')
      .set({ ended_at: start })
      .where('user_id', '=', user_id)
      .execute()
    await endOverdue()

    expect(await sms()).toEqual(reinstalled)
  })
})

test('renewing the token ends what the phone held with that reason', async () => {
  await testApp.call('POST', `/api/devices/${device_id}/token`, { key })

  expect(await sms()).toEqual({
    status: 'failed',
    error: 'The phone was shut out while it held the message; it may have gone out',
    may_have_gone_out: true,
  })
})

test('deleting the device ends what the phone held with that reason', async () => {
  await testApp.call('DELETE', `/api/devices/${device_id}`, { key })

  expect(await sms()).toEqual({
    status: 'failed',
    error: 'The device was deleted while its phone held the message; it may have gone out',
    may_have_gone_out: true,
  })
})

test('those of many accounts end in one go, and nothing else does', async () => {
  const others = []
  for (let count = 0; count < 3; count += 1) {
    const account = await buildAccount(database.db)
    const device = await buildDevice(database.db, account.user_id)
    const itsPhone = await enrolTestPhone(testApp, device.token)
    const contact_ids = await buildContacts(database.db, account.user_id, 10)
    await queueForTest(database.db, account.user_id, {
      contact_ids,
      device_id: device.id,
      now: start,
    })
    await itsPhone.fetch()
    others.push(account.user_id)
  }
  at(day)
  expect(await endOverdue()).toBe(false)

  const rows = await database.db
    .selectFrom('messages')
    .select(['user_id', 'status'])
    .where('user_id', 'in', others)
    .execute()
  expect(rows).toHaveLength(30)
  expect(rows.every(({ status }) => status === 'failed')).toBe(true)
})
