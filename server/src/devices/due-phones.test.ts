import { beforeEach, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildCampaign, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { findDuePhones } from './due-phones.ts'

const database = useDatabase()
const testApp = useApp(database)
const now = new Date('2026-11-21T12:00:00Z')
const seconds = (after: number) => new Date(now.getTime() + after * 1000)

let user_id: number
let device_id: number

beforeEach(async () => {
  testApp.now = now
  ;({ user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  await enrolTestPhone(testApp, device.token)
})

const due = async () => {
  const { installation_id } = await database.db
    .selectFrom('devices')
    .select('installation_id')
    .where('id', '=', device_id)
    .executeTakeFirstOrThrow()
  const phone = {
    user_id,
    device_id,
    installation_id: installation_id ?? 0,
    app_version: '1.70.4',
  }
  const phones = await findDuePhones(database.db, [phone], now)
  return phones.map(({ due_at }) => due_at)
}
const queue = async (more: Partial<Parameters<typeof queueForTest>[2]> = {}) =>
  queueForTest(database.db, user_id, {
    contact_ids: await buildContacts(database.db, user_id, 1),
    device_id,
    now,
    ...more,
  })
const campaign = async (change: object = { quiet_hours: 'account' }) => {
  const id = await buildCampaign(database.db, user_id, { device_id, status: 'running' })
  await database.db.updateTable('campaigns').set(change).where('id', '=', id).execute()
  return id
}

test('a phone is due for a campaign that names it beside others', async () => {
  const other = await buildDevice(database.db, user_id)
  const campaign_id = await campaign({ device_id: other.id })
  await database.db
    .insertInto('campaign_sims')
    .values({ user_id, campaign_id, device_id, sim_subscription_id: 2, place: 1 })
    .execute()
  await queue({ campaign_id, sim: 2 })

  expect(await due()).toEqual([now])
})

test('for what was put off to the morning it is due in the morning', async () => {
  await queue({ campaign_id: await campaign(), send_at: seconds(10) })
  await queue({ campaign_id: await campaign(), send_at: seconds(3600) })

  expect(await due()).toEqual([seconds(10)])
})

test('a campaign that has expired wakes nobody', async () => {
  await queue({ campaign_id: await campaign({ expires_at: now }) })

  expect(await due()).toEqual([])
})

test('a text that a budget has no room for wakes nobody before there is some', async () => {
  await queue()
  const hold = (held_until: Date) =>
    database.db.updateTable('sims').set({ held_until }).where('user_id', '=', user_id).execute()

  await hold(seconds(3600))
  expect(await due()).toEqual([])
  await hold(seconds(5))
  expect(await due()).toEqual([seconds(5)])
})
