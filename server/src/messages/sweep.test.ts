import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { continueSweep } from './sweep.ts'

// More than two chunks of a sweep.
const many = 12_000

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number
let campaign_id: number

beforeEach(async () => {
  await database.db.deleteFrom('sweeps').execute()
  ;({ user_id, key } = await buildAccount(database.db))
  device_id = (await buildDevice(database.db, user_id)).id
  campaign_id = await runningCampaign()
  const contact_ids = await buildContacts(database.db, user_id, many)
  await queueForTest(database.db, user_id, {
    contact_ids,
    device_id,
    campaign_id,
    now: testApp.now,
  })
})

afterEach(() => expectTotalsToHold(database.db))

const post = (path: string, json?: object) =>
  testApp.call('POST', path, { key, ...(json === undefined ? {} : { json }) })
const count = async (status: string, where = sql`true`) => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages
     where user_id = ${user_id} and status = ${status}::message_status and ${where}`.execute(
    database.db,
  )
  return rows[0]?.count
}
async function runningCampaign(): Promise<number> {
  const answer = await post('/api/campaigns', {
    name: 'x',
    content: 'x',
    device_id,
    sim_subscription_id: 1,
  })
  const { id } = (answer.body as { data: { id: number } }).data
  await sql`update campaigns set status = 'running', frozen_at = now(), expanded_at = now(), started_at = now()
             where id = ${id}`.execute(database.db)
  return id
}
async function sweepAll(): Promise<number> {
  let rounds = 0
  while (await continueSweep(database.db, testApp.now)) {
    rounds += 1
    if (rounds > 100) throw new Error('the sweeps do not end')
  }
  return rounds
}
const failAll = (may_have_gone_out = false) =>
  sql`
    with failed as (
      update messages set status = 'failed', error = 'x', finished_at = ${testApp.now}, may_have_gone_out = ${may_have_gone_out}
       where user_id = ${user_id} and status = 'queued' returning contact_id
    ),
    by_contact as (update contacts set total_failed = 1 from failed
                    where user_id = ${user_id} and contacts.id = failed.contact_id),
    by_device as (update devices set total_pending = 0, total_failed = ${many} where id = ${device_id})
    update campaigns set total_pending = 0, total_failed = ${many}, status = 'finished', finished_at = ${testApp.now}
     where id = ${campaign_id}`.execute(database.db)

describe('cancelling', () => {
  test('does the first thousands at once and the rest chunk by chunk', async () => {
    await post(`/api/campaigns/${campaign_id}/cancel`)
    expect(await count('cancelled')).toBe(5000)
    await expectTotalsToHold(database.db)

    await sweepAll()

    expect(await count('cancelled')).toBe(many)
    expect(await continueSweep(database.db, testApp.now)).toBe(false)
  })

  test('two engines share a sweep without doing anything twice', async () => {
    await post(`/api/campaigns/${campaign_id}/cancel`)

    await Promise.all([sweepAll(), sweepAll(), sweepAll()])
    await sweepAll()

    expect(await count('cancelled')).toBe(many)
  })
})

describe('moving to another device', () => {
  test('moves all of what no phone has taken, and the last move wins', async () => {
    const second = await buildDevice(database.db, user_id)
    const third = await buildDevice(database.db, user_id)
    await post(`/api/campaigns/${campaign_id}/pause`)
    for (const device of [second.id, third.id]) {
      await post(`/api/campaigns/${campaign_id}`, { device_id: device, sim_subscription_id: 2 })
    }

    await sweepAll()

    expect(await count('queued', sql`device_id = ${third.id} and sim_subscription_id = 2`)).toBe(
      many,
    )
  })

  test('to another SIM of the same device moves as well', async () => {
    await post(`/api/campaigns/${campaign_id}/pause`)
    await post(`/api/campaigns/${campaign_id}`, { sim_subscription_id: 3 })

    await sweepAll()

    expect(await count('queued', sql`device_id = ${device_id} and sim_subscription_id = 3`)).toBe(
      many,
    )
  })
})

describe('retrying', () => {
  test('queues every failed message once', async () => {
    await failAll()
    expect((await post(`/api/campaigns/${campaign_id}/retry`)).status).toBe(200)
    expect(await count('queued')).toBe(5000)

    await sweepAll()

    expect(await count('queued')).toBe(many)
  })

  test('leaves alone what failed again since', async () => {
    await failAll()
    await post(`/api/campaigns/${campaign_id}/retry`)
    testApp.now = new Date(testApp.now.getTime() + 1000)
    await sql`
      with again as (
        update messages set status = 'failed', error = 'again', finished_at = ${testApp.now}
         where id = (select min(id) from messages where user_id = ${user_id} and status = 'queued')
        returning contact_id),
      by_contact as (update contacts set total_failed = 1 from again where contacts.id = again.contact_id),
      by_device as (update devices set total_pending = total_pending - 1, total_failed = total_failed + 1 where id = ${device_id})
      update campaigns set total_pending = total_pending - 1, total_failed = total_failed + 1 where id = ${campaign_id}`.execute(
      database.db,
    )

    await sweepAll()

    expect(await count('failed')).toBe(1)
  })

  test('stops when the campaign is cancelled meanwhile', async () => {
    await failAll()
    await post(`/api/campaigns/${campaign_id}/retry`)
    await post(`/api/campaigns/${campaign_id}/cancel`)

    await sweepAll()

    expect(await count('queued')).toBe(0)
    expect(await count('failed')).toBe(many - 5000)
  })

  test('stops when the campaign is deleted meanwhile', async () => {
    await failAll()
    await post(`/api/campaigns/${campaign_id}/retry`)
    await testApp.call('DELETE', `/api/campaigns/${campaign_id}`, { key })

    await sweepAll()

    expect(await count('queued')).toBe(0)
  })
})

describe('deleting a device', () => {
  test('fails everything that waits for it, with the reason', async () => {
    await post(`/api/campaigns/${campaign_id}/cancel`)
    await sweepAll()
    const contact_ids = await buildContacts(database.db, user_id, many)
    await queueForTest(database.db, user_id, { contact_ids, device_id, now: testApp.now })

    expect((await testApp.call('DELETE', `/api/devices/${device_id}`, { key })).status).toBe(200)
    await sweepAll()

    expect(await count('failed', sql`error = 'The device was deleted'`)).toBe(many)
  })

  test('or hands everything to another one', async () => {
    const other = await buildDevice(database.db, user_id)

    const answer = await testApp.call('DELETE', `/api/devices/${device_id}?move_to=${other.id}:2`, {
      key,
    })
    expect(answer.status).toBe(200)
    await sweepAll()

    expect(await count('queued', sql`device_id = ${other.id} and sim_subscription_id = 2`)).toBe(
      many,
    )
  })
})
