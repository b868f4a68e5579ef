import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { isOnline } from './online.ts'
import { look, type Signs } from './watch-rule.ts'

const database = useDatabase()
const app = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
})

const get = async (id: number) => dataOf(await app.call('GET', `/api/devices/${id}`, { key }))
const change = (id: number, json: object) => app.call('POST', `/api/devices/${id}`, { key, json })

/** A device whose phone enrolled now, and was heard of so many seconds ago in each way. */
async function phone(name: string, heard: Partial<Seconds> = {}): Promise<number> {
  const device = await buildDevice(database.db, user_id, { name })
  await enrolTestPhone(app, device.token)
  await setSigns(device.id, heard)
  return device.id
}

type Seconds = {
  heard: number
  streamed: number | null
  streaming: number | null
  pinged: number | null
}

const ago = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? null : new Date(app.now.getTime() - seconds * 1000)

function signsOf({ heard = 0, streamed, streaming, pinged }: Partial<Seconds>): Signs {
  return {
    heard_at: ago(heard) ?? app.now,
    streamed_at: ago(streamed),
    streaming_since: ago(streaming),
    pinged_at: ago(pinged),
  }
}

async function setSigns(device_id: number, seconds: Partial<Seconds>): Promise<void> {
  const { heard_at, streamed_at, streaming_since, pinged_at } = signsOf(seconds)
  await sql`
    update devices set last_ping_at = ${heard_at}, pinged_at = ${pinged_at}
     where user_id = ${user_id} and id = ${device_id}`.execute(database.db)
  await sql`
    update installations set enrolled_at = ${heard_at}, streamed_at = ${streamed_at}, streaming_since = ${streaming_since}
     where user_id = ${user_id} and device_id = ${device_id}`.execute(database.db)
}

describe('a device is', () => {
  test('new until its phone has come', async () => {
    const { id } = await buildDevice(database.db, user_id)

    expect(await get(id)).toMatchObject({
      status: 'new',
      last_heard_datetime: null,
      offline_since_datetime: null,
    })
  })

  test('online while its phone listens, and can be told of new work', async () => {
    const id = await phone('Desk', { heard: 3000, streamed: 5, streaming: 3000 })

    expect(await get(id)).toMatchObject({
      status: 'online',
      is_listening: true,
      last_heard_datetime: '2026-11-21 11:59:55',
      offline_since_datetime: null,
    })
  })

  test('offline after two minutes without a sign, since the last one', async () => {
    const id = await phone('Kiosk', { heard: 130, streamed: 125, streaming: 3000 })

    expect(await get(id)).toMatchObject({
      status: 'offline',
      is_listening: false,
      offline_since_datetime: '2026-11-21 11:57:55',
    })
  })

  test('new again when a new token has shut its phone out', async () => {
    const id = await phone('Van', { heard: 3, streamed: 2, streaming: 50 })
    await app.call('POST', `/api/devices/${id}/token`, { key })

    expect(await get(id)).toMatchObject({ status: 'new', is_listening: false })
    const checks = listOf(await app.call('GET', `/api/devices/${id}/checks`, { key }))
    expect(checks[0]).toMatchObject({ check: 'reached', state: 'waiting' })
  })

  test('still there after a quarter of an hour when its phone only polls', async () => {
    const id = await phone('Van', { heard: 900 })

    expect(await get(id)).toMatchObject({ status: 'online', is_listening: false })
  })

  test('paused or drained rather than offline, and says since when nothing is heard of it', async () => {
    const paused = await phone('Paused', { heard: 4000 })
    await change(paused, { is_paused: true })
    const drained = await phone('Drained', { heard: 4000 })
    const heir = await phone('Heir')
    await app.call('POST', `/api/devices/${drained}/drain`, { key, json: { to: `${heir}:1` } })

    expect(await get(paused)).toMatchObject({
      status: 'paused',
      offline_since_datetime: '2026-11-21 10:53:20',
    })
    expect(await get(drained)).toMatchObject({ status: 'draining' })
  })
})

// The watch adds what it remembers: with nothing to remember, both say the same.
const seconds = [null, 0, 29, 31, 99, 101, 1000, 1141, 90_000]
const cases = seconds.flatMap((streamed) =>
  seconds.flatMap((pinged) =>
    [0, 99, 101, 1139, 1141].flatMap((heard) =>
      [null, 40, 5000].map((streaming): Seconds => ({ heard, streamed, streaming, pinged })),
    ),
  ),
)

test('the rows alone say who is online as the watch does', async () => {
  const { rows } = await sql<{ is_online: boolean }>`
    select ${isOnline(app.now)} as is_online
      from unnest(${cases.map((one) => signsOf(one).heard_at)}::timestamptz[],
                  ${cases.map((one) => signsOf(one).streamed_at)}::timestamptz[],
                  ${cases.map((one) => signsOf(one).streaming_since)}::timestamptz[],
                  ${cases.map((one) => signsOf(one).pinged_at)}::timestamptz[])
             with ordinality as g (heard_at, streamed_at, streaming_since, pinged_at, place)
     cross join lateral (select g.heard_at as last_ping_at, g.pinged_at) d
     cross join lateral (select 1 as id, null::timestamptz as ended_at, g.heard_at as enrolled_at, g.streamed_at,
                                g.streaming_since) i
     order by g.place`.execute(database.db)
  const watched = {
    is_offline: false,
    offline_since: null,
    is_told: false,
    steady_since: null,
    watching_since: new Date(0),
    looked_at: app.now,
  }

  for (const [place, one] of cases.entries()) {
    const { watch } = look(watched, signsOf(one), { now: app.now, wants: true })
    expect([one, rows[place]?.is_online]).toEqual([one, !watch.is_offline])
  }
})

test('devices are listed by what needs a look: trouble first, then by what waits', async () => {
  const quiet = await phone('Quiet')
  const busy = await phone('Busy')
  const paused = await phone('Paused')
  await change(paused, { is_paused: true })
  const offline = await phone('Offline', { heard: 4000 })
  await queueForTest(database.db, user_id, {
    contact_ids: await buildContacts(database.db, user_id, 3),
    device_id: busy,
    now: app.now,
  })

  const listed = await app.call('GET', '/api/devices?order_by=attention', { key })

  expect(listOf(listed).map(({ id }) => id)).toEqual([offline, paused, busy, quiet])
})

describe('the moves of a device', () => {
  const movesOf = async (id: number) => {
    const moves = (await get(id))['moves'] as { verb: string; reason: string | null }[]
    return Object.fromEntries(moves.map(({ verb, reason }) => [verb, reason]))
  }
  const simCards = [{ slotIndex: 0, simNumber: 1 }]

  test('say why not', async () => {
    const device = await buildDevice(database.db, user_id)
    expect(await movesOf(device.id)).toEqual({
      pause: null,
      resume: 'It is not paused.',
      drain: 'No phone has connected yet.',
      undrain: 'It takes new texts as it is.',
      move: 'No text waits that can be moved.',
      test: 'No phone has connected yet.',
      rename: null,
      token: null,
      delete: null,
    })

    await enrolTestPhone(app, device.token, { simCards })
    await change(device.id, { is_paused: true })
    expect(await movesOf(device.id)).toMatchObject({
      pause: 'It is paused.',
      resume: null,
      drain: expect.stringContaining('no other SIM'),
      test: expect.stringContaining('It is paused'),
    })
  })

  test('are allowed where the route allows them', async () => {
    const left = await buildDevice(database.db, user_id)
    const heir = await buildDevice(database.db, user_id)
    await enrolTestPhone(app, left.token, { simCards })
    await enrolTestPhone(app, heir.token, { simCards })
    expect(await movesOf(left.id)).toMatchObject({ drain: null, undrain: expect.any(String) })

    await app.call('POST', `/api/devices/${left.id}/drain`, { key, json: { to: `${heir.id}:1` } })
    expect(await movesOf(left.id)).toMatchObject({ drain: expect.any(String), undrain: null })

    await app.call('POST', `/api/devices/${left.id}/sims/1`, { key, json: { is_draining: false } })
    expect(await movesOf(left.id)).toMatchObject({ drain: null, undrain: expect.any(String) })
  })
})
