import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { openEventStream, type EventStream } from '../../test/event-stream.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { CatchUp } from './catch-up.ts'
import type { Phone } from './hand-over.ts'
import { PhoneStreams, deviceKey } from './streams.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let device: { id: number; token: string }
let phone: Phone
let streams: PhoneStreams
let catchUp: CatchUp
let server: Server
let open: EventStream[]

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id } = await buildAccount(database.db))
  device = await buildDevice(database.db, user_id)
  await enrol()
  open = []
  streams = new PhoneStreams((key) => catchUp.forget(key))
  catchUp = new CatchUp(testApp.context, streams)
  server = createServer((_request, response) => streams.open(phone, response, testApp.now))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  for (const stream of open) stream.close()
  streams.close()
  server.closeAllConnections()
  server.close()
})

async function enrol(app_version = '1.75.0'): Promise<void> {
  await enrolTestPhone(testApp, device.token, { version: app_version })
  const { installation_id } = await database.db
    .selectFrom('devices')
    .select('installation_id')
    .where('id', '=', device.id)
    .executeTakeFirstOrThrow()
  // Just enrolled, so it has one.
  phone = { user_id, device_id: device.id, installation_id: installation_id!, app_version }
}

async function connect(): Promise<EventStream> {
  const { port } = server.address() as AddressInfo
  const stream = await openEventStream(`http://127.0.0.1:${port}`, 'token')
  open.push(stream)
  await stream.nextOf('SettingsUpdated')
  return stream
}

async function disconnect(stream: EventStream): Promise<void> {
  stream.close()
  await expect.poll(() => streams.has(deviceKey(phone))).toBe(false)
}

/** So much time goes by, and then the look for due work comes round. */
async function look(seconds: number): Promise<void> {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
  await catchUp.look()
}

/** What the phone has been asked for; a wake-up comes after it, so nothing is on its way any more. */
async function asked(stream: EventStream): Promise<{ since: string; until: string }[]> {
  streams.send(deviceKey(phone), { event: 'MessageEnqueued' })
  const found: { since: string; until: string }[] = []
  for (let one = await stream.next(); one.event !== 'MessageEnqueued'; one = await stream.next())
    // As CatchUp writes it.
    found.push(JSON.parse(one.data) as { since: string; until: string })
  return found
}

test('a phone that has just enrolled is not asked for what it received before', async () => {
  const stream = await connect()
  await look(15)
  await look(10)

  expect(await asked(stream)).toEqual([])
})

test('a phone that was away is asked once for the time since, when it has read its webhooks', async () => {
  const first = await connect()
  await look(15)
  await look(10)
  await disconnect(first)
  testApp.now = new Date('2026-11-23T12:00:00Z')
  const stream = await connect()
  await look(5)
  expect(await asked(stream)).toEqual([])
  await look(10)
  await look(10)

  expect(await asked(stream)).toEqual([
    {
      since: '2026-11-21T11:59:00.000Z',
      until: '2026-11-23T12:00:15.000Z',
      messageTypes: 'SMS',
      triggerWebhooks: true,
      webhookDelivery: 'Batch',
    },
  ])
})

test('a phone that was away for a moment is not asked', async () => {
  const first = await connect()
  await look(15)
  await look(10)
  await disconnect(first)
  const stream = await connect()
  await look(60)

  expect(await asked(stream)).toEqual([])
})

test('a phone that is lost right after the asking is asked again', async () => {
  await look(3600)
  const first = await connect()
  await look(15)
  expect(await asked(first)).toHaveLength(1)
  await disconnect(first)
  const second = await connect()
  await look(15)
  expect(await asked(second)).toHaveLength(1)
  await look(10)
  await disconnect(second)
  const third = await connect()
  await look(15)

  expect(await asked(third)).toEqual([])
})

test('a reinstalled app is asked for the time since the one before was heard', async () => {
  await look(7200)
  await enrol()
  const stream = await connect()
  await look(15)

  expect(await asked(stream)).toMatchObject([{ since: '2026-11-21T11:59:00.000Z' }])
})

test('a reinstalled app is asked also while the stream of the one before is still ending', async () => {
  await connect()
  await look(15)
  await look(3600)
  await enrol()
  testApp.now = new Date(testApp.now.getTime() + 3600_000)
  const stream = await connect()
  await look(15)

  expect(await asked(stream)).toMatchObject([{ since: '2026-11-21T11:59:00.000Z' }])
})

test('nobody is asked for more than two weeks', async () => {
  testApp.now = new Date('2027-11-21T12:00:00Z')
  const stream = await connect()
  await look(15)

  expect(await asked(stream)).toMatchObject([{ since: '2027-11-07T12:00:15.000Z' }])
})

test.for([
  ['1.70.4', ['Individual']],
  ['1.27.0', []],
] as const)('an app of version %s is asked as it can answer', async ([version, deliveries]) => {
  await look(3600)
  await enrol(version)
  const stream = await connect()
  await look(15)

  const answers = await asked(stream)
  expect(answers.map((one) => (one as { webhookDelivery?: string }).webhookDelivery)).toEqual(
    deliveries,
  )
})
