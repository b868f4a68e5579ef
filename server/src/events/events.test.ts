import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildCampaign, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { openEventStream, type EventStream } from '../../test/event-stream.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { streamsMax } from './hub.ts'
import { readTopics, wordOf } from './topics.ts'

const database = useDatabase()
const app = useApp(database)
const other = useApp(database)
const third = useApp(database)

let url: string
let otherUrl: string
let thirdUrl: string
let user_id: number
let key: string
let device_id: number
let token: string
const open: EventStream[] = []

beforeAll(async () => {
  url = await listen(app)
  otherUrl = await listen(other)
  thirdUrl = await listen(third)
})

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  ;({ id: device_id, token } = device)
})

afterEach(() => {
  for (const stream of open.splice(0)) stream.close()
})

async function listen(one: typeof app): Promise<string> {
  await one.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(one.app.server.address() as AddressInfo).port}`
}

async function hear(
  topics: string,
  { by = key, at = url, headers = {} }: { by?: string; at?: string; headers?: object } = {},
): Promise<EventStream> {
  const stream = await openEventStream(at, by, { path: `/api/events?topics=${topics}`, headers })
  open.push(stream)
  return stream
}
const bodyOf = async (stream: EventStream, event: string) =>
  JSON.parse((await stream.nextOf(event)).data) as Record<string, unknown>
const campaign = () => buildCampaign(database.db, user_id, { device_id, status: 'running' })
const setSent = (id: number, total_sent: number) =>
  database.db
    .updateTable('campaigns')
    .set({ total_sent })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()

describe('a stream', () => {
  test('is told how a campaign is, and then what changes, whichever process did it', async () => {
    const id = await campaign()
    const streams = [await hear(`campaign:${id}`), await hear(`campaign:${id}`, { at: otherUrl })]
    for (const stream of streams)
      expect(await bodyOf(stream, 'campaign.progress')).toMatchObject({
        id,
        status: 'processing',
        total_sent_sms: 0,
      })
    await setSent(id, 7)
    for (const stream of streams)
      expect(await bodyOf(stream, 'campaign.progress')).toEqual({ id, total_sent_sms: 7 })
  })

  test('hears nothing of what is another account’s', async () => {
    const theirs = await buildAccount(database.db)
    const id = await campaign()
    const all = `campaign:${id},device:${device_id},import:1,job:1,fleet,inbox,attention`
    const stream = await hear(all, { by: theirs.key })
    const mine = await hear(`campaign:${id}`)
    await mine.nextOf('campaign.progress')
    await setSent(id, 9)
    await mine.nextOf('campaign.progress')
    await rest(1500)

    const heard = stream.waiting().map(({ event, data }) => [event, JSON.parse(data).id])
    expect(new Set(heard.map(([event]) => event))).toEqual(
      new Set(['fleet.changed', 'attention.changed']),
    )
    expect(new Set(heard.map(([, one]) => one))).toEqual(new Set([theirs.user_id]))
  })

  test('is told of one thing twice a second at most', async () => {
    const stream = await hear(`device:${device_id}`)
    await stream.nextOf('device.changed')
    const until = Date.now() + 2000
    for (let sent = 1; Date.now() < until; sent += 1) {
      await database.db
        .updateTable('devices')
        .set({ total_sent: sent })
        .where('user_id', '=', user_id)
        .where('id', '=', device_id)
        .execute()
      await rest(20)
    }
    await rest(600)

    const told = stream.waiting().length
    expect(told).toBeGreaterThanOrEqual(3)
    expect(told).toBeLessThanOrEqual(6)
  })

  test('hears of the fleet: of every device, of new ones, and of the hold of all sending', async () => {
    const stream = await hear('fleet')
    expect(await bodyOf(stream, 'fleet.changed')).toMatchObject({
      id: user_id,
      online: 0,
      hold: null,
    })
    await enrolTestPhone(app, token)
    expect(await bodyOf(stream, 'device.changed')).toMatchObject({ id: device_id })
    const made = await buildDevice(database.db, user_id, { name: 'Second' })
    for (;;) {
      const data = await bodyOf(stream, 'device.changed')
      if (data['id'] !== made.id) continue
      expect(data).toMatchObject({ name: 'Second' })
      break
    }
    await app.call('POST', '/api/account/sending', { key, json: { is_on: 0 } })

    for (;;) {
      const { hold } = await bodyOf(stream, 'fleet.changed')
      if (hold === undefined) continue
      expect(hold).toMatchObject({ reason: 'sending_held', by: 'Test' })
      break
    }
  })

  test('hears of what came in, of what was read, and of what became of texts', async () => {
    const phone = await enrolTestPhone(app, token)
    const stream = await hear('inbox')
    await rest(700)
    const hook = `/api/mobile/v1/webhooks`
    const hooks = (await phone.call('GET', '/webhooks')).body as { event: string; url: string }[]
    const at = hooks.find(({ event }) => event === 'sms:received')?.url ?? hook
    const payload = { messageId: 'm', sender: '+447700900142', simNumber: 1, message: 'Hi' }
    const event = { id: randomBytes(4).toString('hex'), event: 'sms:received', payload }
    await app.call('POST', new URL(at).pathname, { payload: JSON.stringify(event) })
    const received = await bodyOf(stream, 'sms.received')
    expect(received).toMatchObject({ unread: 1 })
    const contact_id = Number(received['contact_id'])
    await app.call('POST', `/api/conversations/${contact_id}/read`, {
      key,
      json: { up_to_sms_id: received['id'] },
    })
    expect(await bodyOf(stream, 'conversation.read')).toEqual({ id: contact_id, unread: 0 })

    const [id] = await queueForTest(database.db, user_id, {
      contact_ids: [contact_id],
      device_id,
      now: app.now,
    })
    const texts = await phone.fetch()
    await rest(1200)
    await phone.report('Sent', texts)
    expect(await bodyOf(stream, 'sms.changed')).toEqual({ id, contact_id, status: 'sent' })
    await phone.report('Delivered', texts)
    expect(await bodyOf(stream, 'sms.changed')).toMatchObject({
      id,
      delivered_datetime: expect.any(String),
    })
  })

  test('hears of what needs a person', async () => {
    const stream = await hear('attention')
    expect(await bodyOf(stream, 'attention.changed')).toEqual({ id: user_id, attention: [] })
    const id = await campaign()
    await database.db
      .updateTable('campaigns')
      .set({ total_sent: 50, total_failed: 50, started_at: app.now })
      .where('id', '=', id)
      .execute()

    expect(await bodyOf(stream, 'attention.changed')).toMatchObject({
      attention: [{ kind: 'campaign_failing', subject: { id } }],
    })
  })

  test('is told first how it is now, and not what others were told last', async () => {
    const other = await hear('attention')
    await other.nextOf('attention.changed')
    const id = await campaign()
    await database.db
      .updateTable('campaigns')
      .set({ total_sent: 50, total_failed: 50, started_at: app.now })
      .where('id', '=', id)
      .execute()
    const stream = await hear('attention')
    expect(await bodyOf(stream, 'attention.changed')).toMatchObject({
      attention: [{ kind: 'campaign_failing' }],
    })

    // Neither what was known of it when somebody listened last.
    const row = await hear(`campaign:${id}`)
    expect(await bodyOf(row, 'campaign.progress')).toMatchObject({ total_sent_sms: 50 })
    row.close()
    await rest(200)
    await setSent(id, 60)
    const again = await hear(`campaign:${id}`)
    expect(await bodyOf(again, 'campaign.progress')).toMatchObject({ id, total_sent_sms: 60 })
  })

  test('hears of an import', async () => {
    const { id } = await database.db
      .insertInto('imports')
      .values({
        user_id,
        status: 'processing',
        encoding: 'utf-8',
        format: 'jsonl',
        newline: '\n',
        columns: '[]',
        mapping: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const stream = await hear(`import:${id}`)
    await stream.nextOf('import.progress')
    await database.db
      .updateTable('imports')
      .set({ created_rows: 12 })
      .where('id', '=', id)
      .execute()

    expect(await bodyOf(stream, 'import.progress')).toMatchObject({
      id,
      created: 12,
      processed_rows: 12,
    })
  })
})

describe('a stream that comes back', () => {
  test('is told what it missed, also when nobody listened meanwhile', async () => {
    const id = await campaign()
    const stream = await hear(`campaign:${id}`)
    const first = await stream.nextOf('campaign.progress')
    stream.close()
    await rest(100)
    await setSent(id, 3)
    await rest(1200)

    const again = await hear(`campaign:${id}`, { headers: { 'last-event-id': first.id } })
    expect(await again.next()).toMatchObject({
      event: 'campaign.progress',
      data: JSON.stringify({ total_sent_sms: 3, id }),
    })
    again.close()
    const late = await hear(`campaign:${id}`, { headers: { 'last-event-id': first.id } })
    expect(await late.next()).toMatchObject({ data: JSON.stringify({ total_sent_sms: 3, id }) })
  })

  test('is told to read everything again where nobody knows', async () => {
    const id = await campaign()
    const stream = await hear(`campaign:${id}`)
    const { id: last } = await stream.nextOf('campaign.progress')
    for (const [lastEventId, at, topics] of [
      [last, otherUrl, `campaign:${id}`],
      ['x', url, `campaign:${id}`],
      ['00000000-1', url, `campaign:${id}`],
      // A topic that it did not listen to before.
      [last, url, `campaign:${id},attention`],
    ] as const) {
      const again = await hear(topics, { at, headers: { 'last-event-id': lastEventId } })
      expect((await again.next()).event).toBe('resync')
    }
  })

  test('knows where it is from the beginning', async () => {
    const stream = await hear('inbox')
    await expect.poll(() => stream.raw).toMatch(/^retry: 2000\nid: [0-9a-f]{8}-\d+\n\n/)
  })
})

describe('who may listen', () => {
  test('is whoever has a key, until it is revoked', async () => {
    await expect(hear('fleet', { by: 'sk_unknown' })).rejects.toThrow('401')
    const stream = await hear('fleet')
    await stream.nextOf('fleet.changed')
    await database.db.deleteFrom('credentials').where('user_id', '=', user_id).execute()
    app.context.wake.tell({ about: 'keys' })

    await stream.ended
  })

  test('may open so many streams and no more', async () => {
    for (let nth = 0; nth < streamsMax.account; nth += 1) await hear('inbox')
    await expect(hear('inbox')).rejects.toThrow('429')
    open.pop()?.close()
    await rest(200)
    await hear('inbox')
  })
})

describe('topics', () => {
  test('are read once each', () => {
    expect(readTopics(['fleet, campaign:12', 'fleet,device:3,']).map(wordOf)).toEqual([
      'fleet',
      'campaign:12',
      'device:3',
    ])
  })

  test('that there are none of are a 400, all at once', async () => {
    const wrong = 'campaign,campaign:0,campaign:x,flow:1,fleet:1,device:99999999999999999'
    const answer = await app.call('GET', `/api/events?topics=${wrong}`, { key })
    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(Array(6).fill('topics'))
    const none = await app.call('GET', '/api/events', { key })
    expect(problemsOf(none)).toMatchObject([{ field: 'topics' }])
    const many = Array.from({ length: 51 }, (_, n) => `campaign:${n + 1}`).join(',')
    const tooMany = await app.call('GET', `/api/events?topics=${many}`, { key })
    expect(problemsOf(tooMany)[0]?.title).toContain('at most 50 topics')
  })
})

test('nothing is asked of the database while nobody listens', async () => {
  const stream = await hear('fleet')
  await stream.nextOf('fleet.changed')
  stream.close()
  await rest(1500)
  const before = await lastAsked()
  await rest(1500)

  expect(await lastAsked()).toEqual(before)
})

test('streams end with their process', async () => {
  const stream = await hear('fleet', { at: thirdUrl })
  await stream.nextOf('fleet.changed')
  await third.app.close()

  await stream.ended
})

/** When any other connection last asked something. */
async function lastAsked(): Promise<Date | undefined> {
  const { rows } = await database.pool.query<{ at: Date }>(
    `select max(query_start) as at from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  )
  return rows[0]?.at
}
