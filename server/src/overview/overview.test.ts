import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildAutomation,
  buildCampaign,
  buildContacts,
  buildDevice,
  buildMessage,
  buildRecurring,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'

const database = useDatabase()
const app = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  app.now = start
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id, { name: 'Kiosk' })
  device_id = device.id
  phone = await enrolTestPhone(app, device.token, { simCards: [{ slotIndex: 0, simNumber: 1 }] })
})

type Item = {
  key: string
  kind: string
  severity: string
  subject: object
  values: Record<string, unknown>
  action: { verb: string; path: string } | null
}

const overview = async () => dataOf(await app.call('GET', '/api/overview', { key }))
const attention = async () => (await overview())['attention'] as Item[]
const fleet = async () => (await overview())['fleet']
const later = (minutes: number) => {
  app.now = new Date(app.now.getTime() + minutes * 60_000)
}
const goOffline = (since: Date) =>
  database.pool.query(
    `insert into device_watch (user_id, device_id, is_offline, offline_since, watching_since, looked_at)
     values ($1, $2, true, $3, $3, $3)
         on conflict (user_id, device_id) do update set is_offline = true, offline_since = $3`,
    [user_id, device_id, since],
  )
const queue = async (total: number, more: object = {}) => {
  const contact_ids = await buildContacts(database.db, user_id, total)
  return queueForTest(database.db, user_id, { contact_ids, device_id, now: app.now, ...more })
}
const dismiss = (name: string) => app.call('POST', `/api/attention/${name}/dismiss`, { key })
const setCampaign = (id: number, columns: Record<string, unknown>) =>
  database.db
    .updateTable('campaigns')
    .set(columns)
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()

describe('what needs a person', () => {
  test('is nothing in an account in order', async () => {
    expect(await overview()).toMatchObject({ attention: [], running: [], upcoming: [] })
  })

  test('is a phone that is offline while texts wait for it, with what may be done', async () => {
    await goOffline(start)
    expect(await attention()).toEqual([])
    await queue(12)

    expect(await attention()).toEqual([
      {
        key: `phone_offline-${device_id}`,
        kind: 'phone_offline',
        severity: 'bad',
        subject: { type: 'device', id: device_id, name: 'Kiosk' },
        values: { pending: 12, battery: null, is_charging: null, is_pretend: false },
        since_datetime: '2026-11-21 12:00:00',
        action: null,
      },
    ])
    const other = await buildDevice(database.db, user_id)
    await enrolTestPhone(app, other.token, { simCards: [{ slotIndex: 0, simNumber: 1 }] })
    expect((await attention())[0]?.action).toEqual({
      verb: 'move',
      path: `/api/devices/${device_id}/move`,
    })
  })

  test('is a SIM that has used its day, with what waits for it', async () => {
    const json = { max_per_minute: 0, max_per_day: 2 }
    await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json })
    await queue(5)
    expect(await phone.fetch()).toHaveLength(2)

    expect(await attention()).toMatchObject([
      {
        key: `sim_limit-${device_id}-1`,
        severity: 'warn',
        values: {
          sim_subscription_id: 1,
          period: 'day',
          used: 2,
          limit: 2,
          waiting: 3,
          is_waiting_more: false,
          until_datetime: '2026-11-22 00:00:00',
        },
      },
    ])
  })

  test('is a campaign that fails, with what most failures say, worst first', async () => {
    const id = await buildCampaign(database.db, user_id, {
      device_id,
      status: 'running',
      name: 'Sale',
    })
    await setCampaign(id, {
      total_sent: 94,
      total_failed: 6,
      started_at: start,
      expanded_at: start,
      frozen_at: start,
    })
    const contacts = await buildContacts(database.db, user_id, 6)
    for (const contact_id of contacts)
      await buildMessage(database.db, user_id, {
        contact_id,
        device_id,
        campaign_id: id,
        status: 'failed',
      })
    await goOffline(start)
    await queue(1)

    const found = await attention()
    expect(found.map(({ kind }) => kind)).toEqual(['phone_offline', 'campaign_failing'])
    expect(found[1]?.values).toEqual({
      failed: 6,
      total: 100,
      percent: 6,
      reason: 'other',
      reason_title: 'Another reason',
      reason_failed: 6,
      reason_of: 6,
      is_running: true,
    })
    await setCampaign(id, { total_failed: 4 })
    expect((await attention()).map(({ kind }) => kind)).toEqual(['phone_offline'])
  })

  test('is a campaign whose recipients opt out', async () => {
    const id = await buildCampaign(database.db, user_id, { device_id, status: 'running' })
    await setCampaign(id, { total_sent: 100, started_at: start })
    const contacts = await buildContacts(database.db, user_id, 2)
    await database.pool.query(
      `insert into campaign_answers (user_id, campaign_id, contact_id, answered_at, opted_out_at)
       select $1, $2, unnest($3::bigint[]), $4, $4`,
      [user_id, id, contacts, start],
    )

    expect(await attention()).toMatchObject([
      { kind: 'opt_outs_high', values: { opted_out: 2, sent: 100, percent: 2 } },
    ])
  })

  test('is a campaign that has not moved for ten minutes, unless something holds it', async () => {
    const id = await buildCampaign(database.db, user_id, { device_id, status: 'running' })
    await setCampaign(id, { started_at: start, expanded_at: start, frozen_at: start })
    await queue(3, { campaign_id: id })
    later(9)
    expect(await attention()).toEqual([])
    later(2)
    expect(await attention()).toMatchObject([{ kind: 'campaign_stuck', values: { pending: 3 } }])
    await app.call('POST', '/api/account/sending', { key, json: { is_on: false } })

    expect(await attention()).toEqual([])
  })

  test('is a feed that fails, an import that failed, and a schedule on a SIM that is gone', async () => {
    const feed = await buildAutomation(database.db, user_id, { device_id })
    await database.db
      .updateTable('rss_automations')
      .set({ failures: 6, failing_since: start, last_error: 'It said 503' })
      .where('id', '=', feed)
      .execute()
    await database.db
      .insertInto('imports')
      .values({
        user_id,
        status: 'failed',
        error: 'The file ended in the middle of a row.',
        file_name: 'spring.csv',
        encoding: 'utf-8',
        format: 'jsonl',
        newline: '\n',
        finished_at: start,
      })
      .execute()
    const campaign = await buildCampaign(database.db, user_id, { device_id, status: 'scheduled' })
    await setCampaign(campaign, { sim_subscription_id: 2, scheduled_at: start })

    const found = await attention()
    expect(found.map(({ kind }) => kind)).toEqual(['sim_gone', 'feed_failing', 'import_failed'])
    expect(found[0]).toMatchObject({
      subject: { type: 'campaign', id: campaign },
      values: { device_name: 'Kiosk', sim_subscription_id: 2 },
    })
    expect(found[1]?.values).toMatchObject({ failures: 6, error: 'It said 503' })
    later(8 * 24 * 60)
    expect((await attention()).map(({ kind }) => kind)).not.toContain('import_failed')
  })

  test('is nobody else’s', async () => {
    await goOffline(start)
    await queue(1)
    const other = await buildAccount(database.db)
    const answer = dataOf(await app.call('GET', '/api/overview', { key: other.key }))

    expect(answer['attention']).toEqual([])
    const refused = await app.call('POST', `/api/attention/phone_offline-${device_id}/dismiss`, {
      key: other.key,
    })
    expect(refused.status).toBe(404)
    expect(await attention()).toHaveLength(1)
  })
})

describe('what was dismissed', () => {
  test('is shown again when it is worse, and when it ended and came again', async () => {
    await goOffline(start)
    await queue(4)
    const [one] = await attention()
    expect((await dismiss(one?.key ?? '')).status).toBe(200)
    expect(await attention()).toEqual([])
    await queue(2)
    expect(await attention()).toEqual([])

    await queue(2)
    expect(await attention()).toHaveLength(1)
    await dismiss(one?.key ?? '')
    expect(await attention()).toEqual([])
    later(60)
    await goOffline(app.now)
    expect(await attention()).toHaveLength(1)
  })

  test('must be there', async () => {
    for (const name of [`phone_offline-${device_id}`, 'x', '1', 'phone_offline-0-0-0'])
      expect((await dismiss(name)).status).toBe(404)
  })
})

describe('how sending goes on', () => {
  test('is by the pace of the SIMs that have something to send', async () => {
    await app.call('POST', `/api/devices/${device_id}/sims/1`, {
      key,
      json: { max_per_minute: 30 },
    })
    expect(await fleet()).toMatchObject({
      is_sending: false,
      hold: null,
      pending: 0,
      total: 1,
      online: 1,
    })
    await queue(60)

    expect(await fleet()).toEqual({
      is_sending: true,
      hold: null,
      rate_per_minute: 30,
      pending: 60,
      in_hand: 0,
      clear_datetime: '2026-11-21 12:02:00',
      online: 1,
      total: 1,
    })
  })

  test('leaves out what is paused, and tells why nothing leaves', async () => {
    const paused = await buildCampaign(database.db, user_id, { device_id, status: 'paused' })
    await queue(7, { campaign_id: paused })
    expect(await fleet()).toMatchObject({ pending: 0, is_sending: false, hold: null })
    await queue(2, { send_at: new Date('2026-11-22T09:00:00Z') })
    expect(await fleet()).toMatchObject({
      pending: 2,
      is_sending: false,
      hold: { reason: 'scheduled', until_datetime: '2026-11-22 09:00:00' },
    })
    await goOffline(start)
    later(30)
    expect(await fleet()).toMatchObject({
      online: 0,
      hold: { reason: 'phone_offline', device_name: 'Kiosk' },
      clear_datetime: null,
    })
  })
})

test('what runs and what comes in the next seven days', async () => {
  const running = await buildCampaign(database.db, user_id, { device_id, status: 'running' })
  await buildContacts(database.db, user_id, 3)
  const members = await buildContacts(database.db, user_id, 2)
  const segment_id = await buildSegment(database.db, user_id, { members })
  await database.pool.query('update segments set total_contacts = 2 where id = $1', [segment_id])
  const soon = await buildCampaign(database.db, user_id, {
    device_id,
    status: 'scheduled',
    name: 'Soon',
  })
  await setCampaign(soon, { scheduled_at: new Date('2026-11-22T09:00:00Z') })
  const late = await buildCampaign(database.db, user_id, { device_id, status: 'scheduled' })
  await setCampaign(late, { scheduled_at: new Date('2026-12-22T09:00:00Z') })
  const weekly = await buildRecurring(database.db, user_id, {
    device_id,
    segment_id,
    name: 'Weekly',
    next_run_at: new Date('2026-11-23T08:30:00Z'),
  })

  expect(await overview()).toMatchObject({
    running: [running],
    upcoming: [
      { type: 'campaign', id: soon, name: 'Soon', datetime: '2026-11-22 09:00:00', total: 5 },
      {
        type: 'recurring_campaign',
        id: weekly,
        name: 'Weekly',
        datetime: '2026-11-23 08:30:00',
        total: 2,
      },
    ],
  })
})

test('the first steps are ticked by facts', async () => {
  const steps = async () =>
    listOf(await app.call('GET', '/api/first-steps', { key })).map((step) => [
      step['step'],
      step['done_datetime'] !== null,
    ])
  const fresh = await buildAccount(database.db)
  const none = listOf(await app.call('GET', '/api/first-steps', { key: fresh.key }))
  expect(none.map((step) => step['done_datetime'])).toEqual([null, null, null, null])
  expect(await steps()).toEqual([
    ['phone', true],
    ['contacts', false],
    ['test', false],
    ['campaign', false],
  ])
  await buildContacts(database.db, user_id, 1)
  const campaign = { name: 'All', content: 'Hi', device_id, sim_subscription_id: 1 }
  const id = idOf(await app.call('POST', '/api/campaigns', { key, json: campaign }))
  const json = { phone_number: '+447700900002' }
  await app.call('POST', `/api/campaigns/${id}/test`, { key, json })
  const texts = await phone.fetch()
  await phone.report('Sent', texts)
  expect((await steps()).map(([, isDone]) => isDone)).toEqual([true, true, false, false])
  await phone.report('Delivered', texts)
  expect((await steps()).map(([, isDone]) => isDone)).toEqual([true, true, true, false])
  await app.call('POST', `/api/campaigns/${id}`, { key, json: { send: 1 } })

  expect((await steps()).map(([, isDone]) => isDone)).toEqual([true, true, true, true])
})
