import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildCampaign, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { inTransaction } from '../db/transaction.ts'
import { storeInbound } from '../devices/inbound.ts'
import { expandNextChunk } from './expand.ts'
import { finishCampaigns } from './launch.ts'

// What a page about campaigns asks for beside the documented keys.

const database = useDatabase()
const app = useApp(database)

let key: string
let user_id: number
let device: { id: number; token: string }
let phone: TestPhone
let told = 0
const numbers = ['+447700900101', '+447700900102', '+447700900103', '+447700900104']

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  await database.pool.query(`update campaigns set status = 'cancelled', paused_from = null`)
  ;({ key, user_id } = await buildAccount(database.db))
  device = await buildDevice(database.db, user_id, { name: 'Front desk' })
  for (const phone_number of numbers) await buildContact(database.db, user_id, { phone_number })
  await limits({ max_per_minute: 0 })
  phone = await enrolTestPhone(app, device.token)
})

afterEach(() => expectTotalsToHold(database.db))

const call = (method: string, path: string, json?: object) =>
  app.call(method, path, { key, ...(json === undefined ? {} : { json }) })
const limits = (json: object) => call('POST', `/api/devices/${device.id}/sims/1`, json)
const progress = async (id: number) =>
  dataOf(await call('GET', `/api/campaigns/${id}?include=progress,moves&include_ids=0`))
const later = (seconds: number) => {
  app.now = new Date(app.now.getTime() + seconds * 1000)
}

async function launch(more: object = {}): Promise<number> {
  const id = idOf(
    await call('POST', '/api/campaigns', {
      name: 'Sale',
      content: 'Hello',
      device_id: device.id,
      sim_subscription_id: 1,
      send: 1,
      ...more,
    }),
  )
  while (await expandNextChunk(app.context));
  return id
}

function receive(sender: string, content: string) {
  told += 1
  return inTransaction(database.db, (tx) =>
    storeInbound(
      tx,
      app.context,
      { user_id, device_id: device.id },
      {
        event_id: `event ${told}`,
        message_id: `m${told}`,
        sender,
        content,
        sim_number: 1,
        received_at: app.now,
      },
    ),
  )
}

describe('the figures of a campaign', () => {
  test('count what was delivered, cancelled, answered and opted out', async () => {
    const id = await launch()
    const [first, second, third] = await phone.fetch()
    if (!first || !second || !third) throw new Error('There are four')
    await phone.report('Sent', [first, second])
    await phone.report('Delivered', [first])
    await phone.report('Failed', [third])
    later(60)
    await receive('+447700900101', 'What is it?')
    await receive('+447700900101', 'Hello?')
    await receive('+447700900102', 'STOP')
    await receive('+447700900104', 'stop')

    expect(await progress(id)).toMatchObject({
      total_recipients: 4,
      total_sent_sms: 2,
      total_failed_sms: 1,
      total_delivered_sms: 1,
      total_cancelled_sms: 1,
      total_replies: 3,
      total_opted_out: 2,
    })
  })

  test('count an answer for what was sent last, and only within thirty days', async () => {
    const before = await launch({ name: 'Before' })
    await phone.report('Sent', await phone.fetch())
    later(60)
    await finishCampaigns(app.context)
    const after = await launch({ name: 'After' })
    await phone.report('Sent', await phone.fetch())
    later(60)
    await receive('+447700900101', 'Yes please')
    await call('POST', '/api/sms', {
      content: 'See you',
      device_id: device.id,
      sim_subscription_id: 1,
      phone_numbers: '+447700900102',
    })
    await phone.report('Sent', await phone.fetch())
    later(60)
    await receive('+447700900102', 'Yes')
    later(31 * 24 * 3600)
    await receive('+447700900103', 'Is it too late?')

    expect(await progress(before)).toMatchObject({ total_replies: 0 })
    expect(await progress(after)).toMatchObject({ total_replies: 1 })
  })

  test('are left out when nobody asks, and include takes only what there is', async () => {
    const id = await launch()
    const plain = dataOf(await call('GET', `/api/campaigns/${id}`))
    for (const word of ['hold', 'moves', 'total_replies', 'rate_per_minute'])
      expect(plain).not.toHaveProperty(word)

    for (const path of [`/api/campaigns/${id}`, '/api/campaigns'])
      expect(problemsOf(await call('GET', `${path}?include=progress,pace`))).toMatchObject([
        { title: 'include takes, between commas, any of: progress, moves.', field: 'include' },
      ])
  })

  test('stay when retention removes the texts', async () => {
    const id = await launch()
    await phone.report('Delivered', await phone.fetch())
    await finishCampaigns(app.context)
    const texts = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
    for (const { sms_id } of texts) await call('DELETE', `/api/sms/${String(sms_id)}`)

    expect(await progress(id)).toMatchObject({ total_sent_sms: 4, total_delivered_sms: 4 })
  })
})

describe('why a campaign waits', () => {
  const hold = async (id: number) => (await progress(id))['hold']

  test('is nothing while it is sent, and then it has a rate and an end', async () => {
    await limits({ max_per_minute: 2 })
    const id = await launch()
    expect(await progress(id)).toMatchObject({
      hold: null,
      rate_per_minute: 2,
      finish_datetime: expect.stringMatching(/^2026-11-21 12:0\d:\d\d$/),
    })
  })

  test('is the pause of its phone', async () => {
    const id = await launch()
    await call('POST', `/api/devices/${device.id}`, { is_paused: 1 })
    expect(await progress(id)).toMatchObject({
      hold: {
        reason: 'phone_paused',
        title: 'The phone Front desk is paused.',
        until_datetime: null,
        device_id: device.id,
        sim_subscription_id: 1,
      },
      rate_per_minute: 0,
      finish_datetime: null,
    })
  })

  test('is the night of its recipients, with its end', async () => {
    await call('POST', '/api/account', {
      quiet_hours_start: '11:00',
      quiet_hours_end: '17:00',
      timezone: 'Europe/London',
    })
    const id = await launch()
    expect(await hold(id)).toMatchObject({
      reason: 'quiet_hours',
      until_datetime: '2026-11-21 17:00:00',
    })
  })

  test('is the day of its SIM, until midnight of the account', async () => {
    await limits({ max_per_day: 2 })
    const id = await launch()
    await phone.report('Sent', await phone.fetch())
    expect(await hold(id)).toMatchObject({
      reason: 'day_limit',
      until_datetime: '2026-11-22 00:00:00',
      sim_subscription_id: 1,
    })
    expect((await progress(id))['finish_datetime']).toMatch(/^2026-11-22 00:/)
  })

  test('is a phone that is offline, or was never connected', async () => {
    const id = await launch()
    later(3600)
    expect(await hold(id)).toMatchObject({ reason: 'phone_offline' })

    const other = await buildDevice(database.db, user_id)
    const lonely = await launch({ device_id: other.id })
    expect(await hold(lonely)).toMatchObject({ reason: 'phone_missing', device_id: other.id })
  })

  test('is that a person holds all sending', async () => {
    const id = await launch()
    await sql`update accounts set sending_held_at = now() where user_id = ${user_id}`.execute(
      database.db,
    )
    expect(await hold(id)).toMatchObject({ reason: 'sending_held', device_id: null })
  })

  test('is the restore of a backup, until it is released', async () => {
    const id = await launch()
    await call('POST', `/api/campaigns/${id}/pause`)
    await sql`update campaigns set held_reason = 'It came back.' where id = ${id}`.execute(
      database.db,
    )
    expect(await progress(id)).toMatchObject({
      hold: { reason: 'restored' },
      moves: expect.arrayContaining([
        { verb: 'resume', is_allowed: false, reason: 'It came back. Release it or cancel it.' },
        { verb: 'release', is_allowed: true, reason: null },
      ]),
    })
    await call('POST', `/api/campaigns/${id}/release`)
    expect(await hold(id)).toBeNull()
  })

  test('shares the pace of a SIM with what else runs on it', async () => {
    await limits({ max_per_minute: 4 })
    const one = await launch()
    await launch({ name: 'Another' })
    expect(await progress(one)).toMatchObject({ rate_per_minute: 2 })
  })
})

describe('what may be done', () => {
  const allowed = async (id: number) => {
    const moves = (await progress(id))['moves'] as { verb: string; is_allowed: boolean }[]
    return moves.filter(({ is_allowed }) => is_allowed).map(({ verb }) => verb)
  }

  test('is what the state lets', async () => {
    const draft = idOf(
      await call('POST', '/api/campaigns', {
        name: 'Draft',
        content: 'Hello',
        device_id: device.id,
        sim_subscription_id: 1,
      }),
    )
    expect(await allowed(draft)).toEqual(['edit', 'send', 'test', 'duplicate', 'delete'])

    const id = await launch()
    expect(await allowed(id)).toEqual(['test', 'pause', 'cancel', 'duplicate', 'delete'])
    await call('POST', `/api/campaigns/${id}/pause`)
    expect(await allowed(id)).toEqual(['test', 'resume', 'cancel', 'duplicate', 'delete'])
    await call('POST', `/api/campaigns/${id}/resume`)
    await phone.report('Failed', await phone.fetch(), { error: 'RESULT_ERROR_NO_SERVICE' })
    await finishCampaigns(app.context)
    expect(await allowed(id)).toEqual(['test', 'retry', 'duplicate', 'delete'])
  })

  test('what may not says why, in each state', async () => {
    for (const status of [
      'draft',
      'scheduled',
      'running',
      'paused',
      'finished',
      'cancelled',
    ] as const) {
      const id = await buildCampaign(database.db, user_id, { device_id: device.id, status })
      const moves = (await progress(id))['moves'] as {
        is_allowed: boolean
        reason: string | null
      }[]
      for (const { is_allowed, reason } of moves)
        expect(reason).toEqual(is_allowed ? null : expect.stringMatching(/^[A-Z].+\.$/))
      await call('DELETE', `/api/campaigns/${id}`)
    }
  })
})

describe('the counts', () => {
  const counts = async (query = '', as = key) =>
    dataOf(await app.call('GET', `/api/campaigns/counts?${query}`, { key: as }))

  test('are those of each status, of what search and filters let through', async () => {
    const { db } = database
    await buildCampaign(db, user_id, { device_id: device.id, name: 'Winter sale' })
    await buildCampaign(db, user_id, { device_id: device.id, name: 'Spring', status: 'finished' })
    const gone = await buildCampaign(db, user_id, { device_id: device.id })
    await call('DELETE', `/api/campaigns/${gone}`)

    const none = { draft: 0, scheduled: 0, processing: 0, paused: 0, sent: 0, cancelled: 0 }
    expect(await counts()).toEqual({ ...none, total: 2, draft: 1, sent: 1 })
    expect(await counts('status=sent')).toEqual({ ...none, total: 2, draft: 1, sent: 1 })
    expect(await counts('search=WINTER')).toEqual({ ...none, total: 1, draft: 1 })
    expect(await counts('device_id=999999')).toEqual({ ...none, total: 0 })
    expect(await counts('', (await buildAccount(db)).key)).toEqual({ ...none, total: 0 })
  })

  test('refuse what the list refuses', async () => {
    const answer = await call('GET', '/api/campaigns/counts?device_id=x&search_by=colour')
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['search_by', 'device_id'])
  })
})
