import { afterEach, beforeEach, expect, test } from 'vitest'
import { listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token, {
    simCards: [{ simNumber: 1 }, { simNumber: 2 }],
  })
  await database.db.updateTable('sims').set({ max_per_minute: 60 }).execute()
})

afterEach(() => expectTotalsToHold(database.db))

const refused = { error: 'Send result: RESULT_ERROR_LIMIT_EXCEEDED (5)' }
const later = (seconds: number) => {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
}
const queue = async (count: number, content = 'Hello') =>
  queueForTest(database.db, user_id, {
    contact_ids: await buildContacts(database.db, user_id, count),
    device_id,
    now: testApp.now,
    content,
  })
const row = (id: number) =>
  database.db
    .selectFrom('messages')
    .select(['status', 'error', 'may_have_gone_out', 'requeues'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const sims = async () => {
  const [device] = listOf(await testApp.call('GET', '/api/devices', { key }))
  return device?.['sims'] as Record<string, unknown>[]
}

test('a SIM that is refused for its limits rests, is slower, and recovers by itself', async () => {
  await queue(30)
  const first = await phone.fetch()
  await phone.report('Failed', first, refused)

  expect(await phone.fetch()).toEqual([])
  expect(await sims()).toMatchObject([
    { slowed_until_datetime: '2026-11-21 12:30:00', slowed_per_minute: 30 },
    { slowed_until_datetime: null, slowed_per_minute: null },
  ])
  later(60)
  const again = await phone.fetch()
  expect(again.length).toBeGreaterThan(0)
  expect(again.length).toBeLessThan(first.length)
  later(30 * 60)
  expect(await sims()).toMatchObject([{ slowed_until_datetime: null }, {}])
})

test('what was refused has not gone out, and is sent again under another id', async () => {
  const [id = 0] = await queue(1)
  const held = await phone.fetch()
  await phone.report('Processed', held)
  await phone.report('Failed', held, refused)
  await phone.report('Failed', held, refused)

  expect(await row(id)).toMatchObject({ status: 'queued', error: null, requeues: 1 })
  later(60)
  const again = await phone.fetch()
  expect(again).toHaveLength(1)
  expect(again[0]?.id).not.toBe(held[0]?.id)
  await phone.report('Sent', again)
  expect(await row(id)).toMatchObject({ status: 'sent', may_have_gone_out: false })
})

test('a text of several parts fails, since some of them may be out', async () => {
  const [id = 0] = await queue(1, 'x'.repeat(400))
  await phone.report('Failed', await phone.fetch(), refused)

  expect(await row(id)).toMatchObject({ status: 'failed', error: refused.error })
  expect(await sims()).toMatchObject([{ slowed_until_datetime: '2026-11-21 12:30:00' }, {}])
})

test('after five times it fails for good', async () => {
  const [id = 0] = await queue(1)
  for (let times = 0; times < 6; times += 1) {
    await phone.report('Failed', await phone.fetch(), refused)
    later(3600)
  }

  expect(await row(id)).toMatchObject({ status: 'failed', error: refused.error, requeues: 5 })
  expect(await phone.fetch()).toEqual([])
})

test('a phone that always says that it is too late has a wrong clock', async () => {
  await database.db
    .updateTable('accounts')
    .set({ quiet_hours_start: '23:00', quiet_hours_end: '01:00' })
    .where('user_id', '=', user_id)
    .execute()
  const [id = 0] = await queue(1)
  for (let times = 0; times < 6; times += 1) {
    await phone.report('Failed', await phone.fetch(), { error: 'TTL expired' })
    later(10)
  }

  expect(await row(id)).toMatchObject({
    status: 'failed',
    may_have_gone_out: false,
    error: expect.stringContaining('clock may be wrong'),
  })
})

test('what a SIM has used of its budgets is shown', async () => {
  await testApp.call('POST', '/api/account', { key, json: { timezone: 'Asia/Tokyo' } })
  await queue(2, 'x'.repeat(200))
  await phone.fetch()

  expect(await sims()).toMatchObject([
    { used: { minute: 4, hour: 4, day: 4, month: 4 }, day_resets_datetime: '2026-11-21 15:00:00' },
    { used: { minute: 0, hour: 0, day: 0, month: 0 } },
  ])
  later(3 * 3600)
  expect(await sims()).toMatchObject([{ used: { minute: 0, hour: 0, day: 0, month: 4 } }, {}])
})
