import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { noteStreams } from './due-phones.ts'
import { servedSettings, signingKeyOf, webhookSecretOf } from './served-settings.ts'
import { watchPhones } from './watch.ts'

const database = useDatabase()
const app = useApp(database)

const lookSeconds = 10

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
/** What was told, with the seconds since the beginning. */
let told: string[]
let began: number

beforeEach(async () => {
  await database.pool.query('truncate notices, notice_deliveries, device_watch')
  await database.pool.query('update devices set deleted_at = now()')
  app.now = new Date('2026-11-21T12:00:00Z')
  began = app.now.getTime()
  told = []
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
})

async function ping(): Promise<void> {
  const raw = JSON.stringify({ id: 'p', event: 'system:ping', payload: { health: {} } })
  const secret = webhookSecretOf(phone.token)
  const timestamp = String(Math.floor(app.now.getTime() / 1000))
  const signature = createHmac('sha256', signingKeyOf(secret)).update(raw).update(timestamp)
  const { statusCode } = await app.app.inject({
    method: 'POST',
    url: `/api/mobile/v1/hooks/${secret}`,
    headers: {
      'content-type': 'application/json',
      'x-signature': signature.digest('hex'),
      'x-timestamp': timestamp,
    },
    payload: raw,
  })
  expect(statusCode).toBe(200)
}

/** A request of the phone, noted. */
async function poll(): Promise<void> {
  await phone.fetch()
  await expect.poll(async () => (await deviceRow()).last_ping_at?.getTime()).toBe(app.now.getTime())
}

const deviceRow = async () =>
  database.db
    .selectFrom('devices')
    .select(['last_ping_at', 'installation_id'])
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .executeTakeFirstOrThrow()

type Life = { hasStream?: boolean; pingsEvery?: number; pollsEvery?: number; isDown?: boolean }

/** Lets so many seconds go by in which the phone does this; the watch looks every ten, unless Simcast itself is down. */
async function live(seconds: number, life: Life): Promise<void> {
  const { installation_id } = await deviceRow()
  const { hasStream, pingsEvery = Infinity, pollsEvery = Infinity, isDown } = life
  for (let second = lookSeconds; second <= seconds; second += lookSeconds) {
    app.now = new Date(app.now.getTime() + lookSeconds * 1000)
    if (isDown) continue
    if (second % pingsEvery === 0) await ping()
    if (second % pollsEvery === 0) await poll()
    if (hasStream) {
      const one = { user_id, device_id, installation_id: installation_id ?? 0, app_version: null }
      await noteStreams(app.context, [one])
    }
    await watchPhones(app.context)
    const { rows } = await database.pool.query<{ kind: string }>(
      'select kind from notices where user_id = $1 order by id',
      [user_id],
    )
    const at = (app.now.getTime() - began) / 1000
    for (const { kind } of rows.slice(told.length)) told.push(`${kind} ${at}`)
  }
}

const minute = 60
const listening = { hasStream: true }
const pinging = { hasStream: true, pingsEvery: minute }
const edit = (json: object) => app.call('POST', `/api/devices/${device_id}`, { key, json })

test('phones are asked to ping every minute', () => {
  expect(servedSettings('token').ping).toEqual({ interval_seconds: 60 })
})

describe('a phone is told offline', () => {
  test('within two minutes of its stream closing', async () => {
    await live(10 * minute, listening)
    await live(10 * minute, {})
    expect(told).toEqual([`phone_offline ${10 * minute + 100}`])
  })

  test('within two minutes of its pings stopping, though its connection seems open', async () => {
    await live(10 * minute, pinging)
    await live(10 * minute, listening)
    expect(told).toEqual([`phone_offline ${10 * minute + 100}`])
  })

  test('within twenty minutes where it only polls', async () => {
    await live(60 * minute, { pollsEvery: 15 * minute })
    expect(told).toEqual([])
    await live(60 * minute, {})
    expect(told).toEqual([`phone_offline ${79 * minute}`])
  })

  test('never, while it pings without a stream, or listens without pings', async () => {
    await live(10 * minute, { pingsEvery: minute })
    await live(10 * minute, pinging)
    // Reconnected: pings are waited for only when they have come on this connection.
    await live(minute, { pingsEvery: minute })
    await live(10 * minute, listening)
    expect(told).toEqual([])
  })

  test('never for a short break of its connection', async () => {
    await live(5 * minute, listening)
    for (let nth = 0; nth < 5; nth += 1) {
      await live(80, {})
      await live(2 * minute, listening)
    }
    expect(told).toEqual([])
  })

  test('once for an outage, however often it comes up for a moment', async () => {
    await live(5 * minute, listening)
    for (let nth = 0; nth < 5; nth += 1) {
      await live(5 * minute, {})
      await live(minute, listening)
    }
    expect(told).toEqual([`phone_offline ${5 * minute + 100}`])
  })

  test('with its name, when it was last heard of, and what waits', async () => {
    await live(minute, listening)
    await live(3 * minute, {})
    const answer = await app.call('GET', '/api/account/notifications', { key })
    expect(answer.body).toMatchObject({
      data: [
        {
          kind: 'phone_offline',
          text: expect.stringMatching(/last heard of at 2026-11-21 12:01:00 UTC\.\n0 texts wait/),
          subject: { type: 'device', id: device_id },
        },
      ],
    })
  })
})

describe('a phone is told back', () => {
  test('once there were signs of it for two minutes', async () => {
    await live(5 * minute, pinging)
    await live(10 * minute, {})
    await live(10 * minute, pinging)
    expect(told).toEqual([
      `phone_offline ${5 * minute + 100}`,
      `phone_back ${15 * minute + 3 * minute}`,
    ])
    await live(10 * minute, {})
    expect(told).toHaveLength(3)
  })
})

describe('nothing is told', () => {
  test('of a phone whose owner does not want to hear', async () => {
    await edit({ notifications: ['received'] })
    await live(5 * minute, listening)
    await live(10 * minute, {})
    await live(10 * minute, listening)
    expect(told).toEqual([])
  })

  test('of a paused one, nor when the pause ends', async () => {
    await live(5 * minute, listening)
    await edit({ is_paused: true })
    await live(10 * minute, {})
    await edit({ is_paused: false })
    await live(minute, {})
    await live(10 * minute, listening)
    expect(told).toEqual([])
  })

  test('of one that is drained, deleted or was never enrolled', async () => {
    const other = await buildDevice(database.db, user_id)
    await live(5 * minute, listening)
    const { rowCount } = await database.pool.query(
      `update sims set is_draining = true, heir_device_id = $3, heir_sim_subscription_id = 1
        where user_id = $1 and device_id = $2`,
      [user_id, device_id, other.id],
    )
    expect(rowCount).toBeGreaterThan(0)
    await live(10 * minute, {})
    expect(told).toEqual([])
  })

  test('because Simcast itself was down', async () => {
    await live(5 * minute, listening)
    await live(60 * minute, { isDown: true })
    await live(minute, {})
    await live(10 * minute, listening)
    expect(told).toEqual([])
  })
})

test('a phone that stays away after Simcast was down is told offline all the same', async () => {
  await live(5 * minute, listening)
  await live(60 * minute, { isDown: true })
  await live(10 * minute, {})
  expect(told).toEqual([`phone_offline ${65 * minute + 110}`])
})

test('two processes tell it once', async () => {
  await live(5 * minute, listening)
  app.now = new Date(app.now.getTime() + 50_000)
  await watchPhones(app.context)
  app.now = new Date(app.now.getTime() + 55_000)
  await Promise.all([1, 2, 3].map(() => watchPhones(app.context)))
  const { rows } = await database.pool.query('select kind from notices')
  expect(rows).toEqual([{ kind: 'phone_offline' }])
})

describe('incoming texts', () => {
  const receive = async (id: string) => {
    const payload = {
      messageId: id,
      sender: '+447700900142',
      simNumber: 1,
      message: 'Yes please',
      receivedAt: '2026-11-21T12:00:00.000Z',
    }
    const { statusCode } = await app.app.inject({
      method: 'POST',
      url: `/api/mobile/v1/hooks/${webhookSecretOf(phone.token)}`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ id, event: 'sms:received', payload }),
    })
    expect(statusCode).toBe(200)
  }
  const notices = () => app.call('GET', '/api/account/notifications', { key })

  test('are told where that is wished, each once', async () => {
    await receive('one')
    expect((await notices()).body).toMatchObject({ data: [] })
    await edit({ notifications: ['offline', 'received'] })
    await receive('two')
    await receive('two')
    expect((await notices()).body).toMatchObject({
      data: [
        {
          kind: 'text_received',
          title: expect.stringContaining('A text from +447700900142'),
          text: expect.stringContaining('Yes please'),
          subject: { type: 'sms' },
        },
      ],
    })
  })
})
