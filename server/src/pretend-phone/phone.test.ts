import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enrolmentToken, startToyServer, type ToyServer } from '../../test/toy-server.ts'
import { EnrolmentRefused } from './enrolment.ts'
import type { Outcome } from './outcome.ts'
import type { PhoneOptions } from './phone-options.ts'
import { startPhone, type Phone } from './phone.ts'

// The phone against a server that does what the test says. The app's pauses are a thousandth of what they are.

let server: ToyServer
let folder = ''
let phones: Phone[] = []

beforeEach(async () => {
  server = await startToyServer()
  folder = mkdtempSync(join(tmpdir(), 'simcast-phone-test-'))
})

afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.stop()))
  phones = []
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a new phone enrols with its token, its SIMs masked, and asks for no webhooks until it is nudged', async () => {
  const phone = await start({ model: 'demo' })
  await connected(phone)

  const [enrolment] = server.asked('POST /device')
  expect(enrolment?.headers).toMatchObject({
    authorization: `Bearer ${enrolmentToken}`,
    'user-agent': 'me.capcom.smsgateway/1.75.0',
    'content-type': 'application/json',
  })
  expect(JSON.parse(enrolment?.raw ?? '')).toEqual({
    name: 'pretend/demo',
    simCards: [
      {
        slotIndex: 0,
        simNumber: 1,
        phoneNumber: expect.stringMatching(/^\*{8}\d{4}$/),
        carrierName: '**********bile',
        iccid: expect.stringMatching(/^\*{15}\d{4}$/),
      },
      expect.objectContaining({ slotIndex: 1, simNumber: 2 }),
    ],
  })
  const [stream] = server.asked('GET /events')
  expect(stream?.headers).toMatchObject({
    authorization: 'Bearer token-1',
    accept: 'text/event-stream',
    'user-agent': 'okhttp/4.10.0',
  })
  expect(server.asked('GET /webhooks')).toEqual([])
  expect(server.asked('GET /settings')).toEqual([])

  server.send('WebhooksUpdated')
  server.send('SettingsUpdated')
  await until(() => server.asked('GET /settings').length === 1)
  expect(server.asked('GET /webhooks')).toHaveLength(1)
})

test('a phone that is registered tells of itself at each start, and syncs at once', async () => {
  const first = await start()
  await first.stop()
  await start()
  await until(() => server.asked('GET /settings').length === 1)

  expect(server.asked('POST /device')).toHaveLength(1)
  const [update] = server.asked('PATCH /device')
  expect(update?.headers.authorization).toBe('Bearer token-1')
  expect(JSON.parse(update?.raw ?? '')).toMatchObject({ id: 'device-1', simCards: [{}, {}] })
  expect(server.asked('GET /webhooks')).toHaveLength(1)
})

test('a 401 to what it tells of itself makes it enrol again, with its memory', async () => {
  const first = await start()
  await receiveOne(first, listed('m-1'))
  await first.stop()
  server.forget()

  const phone = await start()

  expect(server.asked('PATCH /device')).toHaveLength(1)
  expect(server.asked('POST /device')).toHaveLength(2)
  expect(phone.installation).toBe(first.installation)
  expect(phone.stateOf('m-1')).toBe('Delivered')
})

test('any other answer to it makes no stranger of the phone: it goes on, and tries again', async () => {
  const first = await start()
  await first.stop()
  let refusals = 3
  server.answer('PATCH /device', () => (refusals-- > 0 ? { status: 503 } : undefined))

  const phone = await start()
  await connected(phone)
  await until(() => server.asked('PATCH /device').length === 4)

  expect(server.asked('POST /device')).toHaveLength(1)
})

test('a token that the server does not know ends the start', async () => {
  await expect(start({ token: 'wrong' })).rejects.toThrow(EnrolmentRefused)
})

test('it enrols as soon as a server that is away comes back', async () => {
  let refusals = 3
  server.answer('POST /device', () => (refusals-- > 0 ? { status: 502 } : undefined))

  await connected(await start())

  expect(server.asked('POST /device')).toHaveLength(4)
})

test('a listed message is sent, and each step is reported with its time', async () => {
  const phone = await start({ offsetMinutes: 120 })
  await receiveOne(phone, listed('m-1', { phoneNumbers: ['+447700900001'], simNumber: 2 }))

  expect(phone.sent()).toEqual([
    {
      at: expect.any(String),
      installation: phone.installation,
      wire_id: 'm-1',
      phone_number: '+447700900001',
      text: 'Text of m-1',
      sim: 2,
      parts: 1,
    },
  ])
  const reports = server.reports()
  expect(reports.map(({ state }) => state)).not.toContain('Pending')
  const last = reports.findLast(({ state }) => state === 'Delivered')
  const written = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}\+02:00$/)
  expect(last).toEqual({
    id: 'm-1',
    state: 'Delivered',
    recipients: [{ phoneNumber: '+447700900001', state: 'Delivered' }],
    states: { Pending: written, Processed: written, Sent: written, Delivered: written },
  })
})

test('a text that the network refuses is reported as failed and not written down as sent', async () => {
  const phone = await start({ decide: () => 'failed' })
  server.list(listed('m-1'))
  phone.pull()
  await until(() => server.reports().some(({ state }) => state === 'Failed'))

  expect(phone.sent()).toEqual([])
  expect(server.reports().at(-1)?.recipients[0]?.error).toMatch(/^Send result: RESULT_/)
  expect(phone.counts()).toMatchObject({ sent: 0, failed: 1, waiting: 0 })
})

test('a message that is listed again is never sent again: its state is reported', async () => {
  const phone = await start({ decide: () => 'unreported' })
  server.list(listed('m-1'))
  phone.pull()
  await phone.until(() => phone.stateOf('m-1') === 'Delivered')
  expect(server.reports()).toEqual([])

  server.list(listed('m-1'))
  phone.pull()
  await until(() => server.reports().length === 1)

  expect(server.reports()[0]?.state).toBe('Delivered')
  expect(phone.sent()).toHaveLength(1)
})

test('what still waits and is listed again is reported as pending', async () => {
  const phone = await start({ rate: 1 })
  server.list(listed('m-1'), listed('m-2'))
  phone.pull()
  await phone.until(() => phone.sent().length === 1)
  const [waiting] = ['m-1', 'm-2'].filter((id) => phone.stateOf(id) === 'Pending')

  server.list(listed(waiting ?? ''))
  phone.pull()
  await until(() => server.reports().some(({ state }) => state === 'Pending'))

  expect(server.reports().find(({ state }) => state === 'Pending')?.id).toBe(waiting)
})

test('a text that expired before its turn is not sent, and one that was sent says so when asked', async () => {
  const phone = await start()
  await receiveOne(phone, listed('known'))
  const validUntil = new Date(Date.now() - 1000).toISOString()

  server.list(listed('unknown', { validUntil }), listed('known', { validUntil }))
  const before = server.reports().length
  phone.pull()
  await until(() => server.reports().length === before + 2)

  const states = server.reports().slice(before)
  expect(states.find(({ id }) => id === 'unknown')).toMatchObject({
    state: 'Failed',
    recipients: [{ state: 'Failed', error: 'TTL expired' }],
  })
  expect(states.find(({ id }) => id === 'known')?.state).toBe('Delivered')
  expect(phone.sent().map(({ wire_id }) => wire_id)).toEqual(['known'])
})

test.each(['listing', 'event'])('a message is withdrawn while it waits, by %s', async (way) => {
  const phone = await start({ rate: 1 })
  await connected(phone)
  server.list(listed('m-1', { priority: 1 }), listed('m-2'))
  phone.pull()
  await phone.until(() => phone.sent().length === 1)

  if (way === 'event') server.send('MessageCancelled', '{"messageId":"m-2"}')
  else {
    server.list(listed('m-2', { state: 'Cancelling' }))
    phone.pull()
  }
  await until(() => server.reports().some(({ state }) => state === 'Cancelled'))

  expect(server.reports().at(-1)).toMatchObject({ id: 'm-2', recipients: [{ state: 'Cancelled' }] })
  expect(phone.stateOf('m-2')).toBe('Cancelled')
})

test('one that the phone never had is answered as cancelled, and one that has left is not answered', async () => {
  const phone = await start()
  await receiveOne(phone, listed('left'))
  const before = server.reports().length

  server.list(listed('left', { state: 'Cancelling' }), listed('never', { state: 'Cancelling' }))
  phone.pull()
  await until(() => server.reports().length > before)
  server.list(listed('next'))
  phone.pull()
  await until(() => server.reports().some(({ id }) => id === 'next'))

  expect(
    server
      .reports()
      .slice(before)
      .filter(({ id }) => id !== 'next'),
  ).toMatchObject([{ id: 'never', state: 'Cancelled' }])
  expect(phone.stateOf('never')).toBeUndefined()
})

test('a release before 1.67 sends what it is told to cancel', async () => {
  const phone = await start({ version: '1.66.2' })
  await receiveOne(phone, listed('m-1', { state: 'Cancelling' }))

  expect(phone.sent()).toHaveLength(1)
})

test('a number twice in one message drops it without a word', async () => {
  const phone = await start()
  server.list(listed('m-1', { phoneNumbers: ['+1555', '+1555'] }))
  phone.pull()
  await receiveOne(phone, listed('m-2'))

  expect(phone.stateOf('m-1')).toBeUndefined()
})

test('texts to several people are one message with the state of them all', async () => {
  const phone = await start({ deliver: 0 })
  server.list(listed('m-1', { phoneNumbers: ['+1555', '12345'] }))
  phone.pull()
  await until(() => server.reports().some(({ state }) => state === 'Sent'))

  expect(phone.sent().map(({ phone_number }) => phone_number)).toEqual(['+1555', '12345'])
  expect(server.reports().at(-1)?.recipients).toEqual([
    { phoneNumber: '+1555', state: 'Sent' },
    { phoneNumber: '12345', state: 'Sent' },
  ])
})

test('a SIM that is not there fails the message', async () => {
  const phone = await start({ sims: 1 })
  server.list(listed('m-1', { simNumber: 2 }))
  phone.pull()
  await until(() => server.reports().length === 1)

  expect(server.reports()[0]?.recipients[0]?.error).toBe("Can't send message: SIM 2 not found")
})

test.each([
  ['LIFO', ['m-3', 'm-2', 'm-1']],
  ['FIFO', ['m-1', 'm-2', 'm-3']],
])('the queue is worked off as the setting %s says', async (processing_order, order) => {
  server.settings = { messages: { processing_order } }
  const first = await start()
  await first.stop()
  const phone = await start()
  await answered(phone, 'GET /settings', 1)
  const at = (second: number) => new Date(1_767_225_600_000 + second * 1000).toISOString()
  const messages = [1, 2, 3].map((place) => listed(`m-${place}`, { createdAt: at(place) }))

  server.list(...messages)
  phone.pull()
  await phone.until(() => phone.sent().length === 3)

  expect(phone.sent().map(({ wire_id }) => wire_id)).toEqual(order)
  const orders = server.asked('GET /message').map(({ path }) => path)
  expect(orders.at(-1)).toBe(`/message?order=${processing_order.toLowerCase()}`)
})

test('a report is tried eleven times and then lost, until the message is listed again', async () => {
  const phone = await start({ decide: () => 'unconfirmed', timeScale: 0.0001 })
  let isRefusing = true
  server.answer('PATCH /message', () => (isRefusing ? { status: 400 } : undefined))
  server.list(listed('m-1'))
  phone.pull()
  await phone.until(() => phone.stateOf('m-1') === 'Processed')
  await phone.until(() => phone.counts().reports_waiting === 0)
  expect(server.reports()).toHaveLength(11)

  isRefusing = false
  server.list(listed('m-1'))
  phone.pull()
  await until(() => server.reports().length === 12)
  expect(phone.sent()).toHaveLength(1)
})

test('a listing that is lost on the way is no loss: it comes again and is sent once', async () => {
  const phone = await start()
  phone.dropResponses(1, ['list'])
  server.list(listed('m-1'))
  phone.pull()
  await until(() => server.asked('GET /message').length >= 3)
  expect(phone.stateOf('m-1')).toBeUndefined()

  phone.dropResponses(0)
  await receiveOne(phone, listed('m-1'))
  expect(phone.sent()).toHaveLength(1)
})

test('a new wake-up cancels a fetch that is under way', async () => {
  const phone = await start()
  await connected(phone)
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  let fetches = 0
  const before = server.asked('GET /message').length
  server.answer('GET /message', async () => {
    fetches += 1
    if (fetches > 1) return { json: [listed('m-1')] }
    await held
    return { json: [listed('m-2')] }
  })

  server.send('MessageEnqueued')
  await until(() => server.asked('GET /message').length === before + 1)
  server.send('MessageEnqueued')
  await phone.until(() => phone.sent().length === 1)
  release()
  await until(() => server.reports().some(({ state }) => state === 'Delivered'))

  expect(phone.sent().map(({ wire_id }) => wire_id)).toEqual(['m-1'])
})

test('the stream is opened again whenever it ends, and the phone fetches when it is back', async () => {
  const phone = await start()
  await connected(phone)
  const fetched = server.asked('GET /message').length
  let refusals = 2
  server.answer('GET /events', () =>
    refusals-- > 0 ? { status: 200, type: 'text/plain', json: {} } : undefined,
  )

  server.endStreams()
  await until(() => server.asked('GET /events').length === 4)
  await connected(phone)
  await until(() => server.asked('GET /message').length > fetched)
})

test('an event that the app does not know, or cannot read, changes nothing', async () => {
  const phone = await start()
  await connected(phone)
  server.send('ping')
  server.send('MessageCancelled', 'no JSON')
  server.send('WebhooksUpdated')

  await until(() => server.asked('GET /webhooks').length === 1)
  expect(phone.isConnected()).toBe(true)
})

test('two streams are held when it is asked to, and both wake it', async () => {
  await start({ streams: 2 })
  await until(() => server.streams() === 2)
})

test('a phone that only polls opens no stream and has a token for pushes', async () => {
  const phone = await start({ pollOnly: true, pollSeconds: 0.05 })
  await until(() => server.asked('GET /message').length >= 3)

  expect(server.asked('GET /events')).toEqual([])
  expect(phone.isConnected()).toBe(false)
  expect(JSON.parse(server.asked('POST /device')[0]?.raw ?? '')).toHaveProperty('pushToken')
})

test('the path is put behind whatever address was typed', async () => {
  await start({ url: `${server.url}/api/mobile/v1/` })
  await start({ url: `${server.url}/elsewhere`, folder: undefined })

  expect(server.calls[0]?.url).toBe('/api/mobile/v1//device')
  expect(server.calls.some(({ url }) => url === '/elsewhere/device')).toBe(true)
})

test('texts that come in are posted and signed, at first with a key of the phone', async () => {
  server.webhooks = [hook('sms:received')]
  const phone = await start()
  await connected(phone)
  server.send('WebhooksUpdated')
  await answered(phone, 'GET /webhooks', 1)

  phone.receive('+447700900001', `It's <b>=1 & "é"`)
  await until(() => server.asked('POST /hook').length === 1)
  server.settings = { webhooks: { signing_key: 'secret12' } }
  server.send('SettingsUpdated')
  await answered(phone, 'GET /settings', 1)
  phone.receive('+447700900001', 'Again', { sim: 2 })
  await until(() => server.asked('POST /hook').length === 2)

  const [own, served] = server.asked('POST /hook')
  expect(own?.raw).toContain(String.raw`It\u0027s \u003cb\u003e\u003d1 \u0026 \"é\"`)
  expect(JSON.parse(own?.raw ?? '')).toEqual({
    id: expect.stringMatching(/^[\w-]{21}$/),
    webhookId: 'hook-1',
    event: 'sms:received',
    deviceId: 'device-1',
    payload: {
      messageId: expect.stringMatching(/^[0-9a-f]+$/),
      message: `It's <b>=1 & "é"`,
      sender: '+447700900001',
      recipient: expect.stringMatching(/^\+1202555/),
      simNumber: 1,
      phoneNumber: '+447700900001',
      receivedAt: expect.stringMatching(/T[\d:]{8}\.000/),
    },
  })
  expect(signatureOf(served, 'secret12')).toBe(served?.headers['x-signature'])
  expect(signatureOf(own, 'secret12')).not.toBe(own?.headers['x-signature'])
})

test('an event that was not taken comes again under the same id, also after the phone died', async () => {
  server.webhooks = [hook('sms:received')]
  const first = await startWithWebhooks()
  let refusals = 3
  server.answer('POST /hook', () => (refusals-- > 0 ? { status: 500 } : undefined))
  first.receive('+447700900001', 'Hello')
  await until(() => server.asked('POST /hook').length === 2)
  first.kill()

  const phone = await start()
  await phone.until(() => phone.counts().events_waiting === 0)

  const ids = server.asked('POST /hook').map(({ raw }) => (JSON.parse(raw) as { id: string }).id)
  expect(ids.length).toBeGreaterThanOrEqual(4)
  expect(new Set(ids).size).toBe(1)
})

test('the same words from the same person in one second are one text to the app', async () => {
  const phone = await start()
  phone.setClockOffset(1_767_225_600_000 - Date.now())

  expect(phone.receive('+447700900001', 'Hello')).toBeDefined()
  expect(phone.receive('+447700900001', 'Hello')).toBeUndefined()
  expect(phone.receive('+447700900002', 'Hello')).toBeDefined()
  expect(phone.received()).toHaveLength(2)
})

test('a webhook event that the release does not know spoils the whole list, again and again', async () => {
  server.webhooks = [hook('sms:received'), hook('app:started')]
  const phone = await startWithWebhooks({ version: '1.65.0' })
  await until(() => server.asked('GET /webhooks').length >= 3)
  phone.receive('+447700900001', 'Hello')
  server.webhooks = [hook('sms:received')]
  await until(() => server.asked('GET /webhooks').length >= 4)

  expect(server.asked('POST /hook')).toEqual([])
})

test('settings that it cannot take are asked for again, until they can be taken', async () => {
  server.settings = { ping: null }
  const phone = await start()
  await connected(phone)
  server.send('SettingsUpdated')
  await until(() => server.asked('GET /settings').length >= 3)
  server.settings = {}
  await until(() => server.asked('GET /settings').length >= 4)
})

test('a person restarts the app when it asks for it: SIMs are told whole, and pings begin', async () => {
  server.webhooks = [hook('app:started'), hook('system:ping'), hook('sms:sent')]
  server.settings = { ping: { interval_seconds: 1 } }
  const phone = await startWithWebhooks()
  server.send('SettingsUpdated')
  await until(() => server.asked('POST /hook').length >= 2)
  await settled(phone)
  await receiveOne(phone, listed('m-1'))
  await phone.until(() => phone.counts().events_waiting === 0)

  const events = server.asked('POST /hook').map(({ raw }) => JSON.parse(raw) as Hook)
  expect(server.asked('PATCH /device')).toHaveLength(1)
  expect(events.find(({ event }) => event === 'app:started')?.payload).toMatchObject({
    simCards: [{ simNumber: 1, phoneNumber: expect.stringMatching(/^\+\d+$/) }, {}],
  })
  expect(events.find(({ event }) => event === 'system:ping')?.payload).toMatchObject({
    health: { status: 'pass', checks: { 'battery:level': { observedValue: 87 } } },
  })
  expect(events.find(({ event }) => event === 'sms:sent')?.payload).toMatchObject({
    messageId: 'm-1',
    simNumber: 1,
    partsCount: 1,
  })
})

test('a phone that is killed and started again has its memory and sends nothing twice', async () => {
  const first = await start({ rate: 0, decide: () => 'unconfirmed' })
  server.list(...Array.from({ length: 200 }, (_, place) => listed(`m-${place}`)))
  first.pull()
  await first.until(() => first.sent().length > 0)
  first.kill()
  const sentBefore = first.sent().length

  const phone = await start()
  server.list(...Array.from({ length: 200 }, (_, place) => listed(`m-${place}`)))
  phone.pull()
  await phone.until(() => phone.sent().length === 200)
  await phone.until(() => phone.counts().reports_waiting === 0)

  expect(sentBefore).toBeLessThanOrEqual(200)
  expect(phone.installation).toBe(first.installation)
  expect(new Set(phone.sent().map(({ wire_id }) => wire_id)).size).toBe(200)
})

test('a reinstalled app is another installation, which has forgotten what it sent', async () => {
  const first = await start()
  await receiveOne(first, listed('m-1'))
  await first.stop()

  const phone = await start({ reinstall: true })

  expect(phone.installation).not.toBe(first.installation)
  expect(server.asked('POST /device')).toHaveLength(2)
  expect(phone.stateOf('m-1')).toBeUndefined()
  expect(phone.sent()).toEqual([])
})

test('two phones do not share a folder', async () => {
  await start()
  await expect(start()).rejects.toThrow('Another pretend phone runs on')
})

test('offline it goes on sending, and reports when it is back', async () => {
  const phone = await start({ rate: 0 })
  await connected(phone)
  server.list(...Array.from({ length: 50 }, (_, place) => listed(`m-${place}`)))
  phone.pull()
  await phone.until(() => phone.sent().length > 0)
  phone.goOffline()
  await phone.until(() => phone.sent().length === 50)
  await phone.until(() => !phone.isConnected())
  const before = server.calls.length
  expect(phone.counts().reports_waiting).toBeGreaterThan(0)

  phone.goOnline()
  await phone.until(() => phone.counts().reports_waiting === 0)
  await connected(phone)

  expect(server.calls.length).toBeGreaterThan(before)
  const delivered = server.reports().filter(({ state }) => state === 'Delivered')
  expect(new Set(delivered.map(({ id }) => id)).size).toBe(50)
})

test('on a bad day reports come late, doubled and in any order', async () => {
  const phone = await start({ faults: { late: 0.5, lateMs: 200_000, doubled: 0.5 }, seed: 3 })
  server.list(...Array.from({ length: 20 }, (_, place) => listed(`m-${place}`)))
  phone.pull()
  await phone.until(() => phone.sent().length === 20)
  await phone.until(() => phone.counts().reports_waiting === 0)

  const ranks = ['Processed', 'Sent', 'Delivered']
  const last = new Map<string, number>()
  let stepsBack = 0
  for (const { id, state } of server.reports()) {
    if (ranks.indexOf(state) < (last.get(id) ?? 0)) stepsBack += 1
    last.set(id, Math.max(last.get(id) ?? 0, ranks.indexOf(state)))
  }
  expect(stepsBack).toBeGreaterThan(0)
  expect(server.reports().length).toBeGreaterThan(60)
})

test('a clock that is off is in every time that the phone writes', async () => {
  const phone = await start({ clockOffsetMs: 24 * 3600 * 1000, offsetMinutes: 0 })
  await receiveOne(phone, listed('m-1'))

  const written = Date.parse(server.reports().at(-1)?.states?.['Sent'] ?? '')
  expect(written - Date.now()).toBeGreaterThan(23 * 3600 * 1000)
})

test('contacts answer to what they get', async () => {
  const replies = [{ pattern: /offer/i, text: 'STOP', share: 1 }]
  const phone = await start({ replies })
  await receiveOne(phone, listed('m-1', { message: 'An OFFER', textMessage: { text: 'An OFFER' } }))
  await receiveOne(phone, listed('m-2'))
  await phone.until(() => phone.received().length === 1)

  expect(phone.received()[0]).toMatchObject({ sender: '+447700900001', text: 'STOP', sim: 1 })
})

test('the shares of failed and of unreported texts are as asked', async () => {
  const phone = await start({ rate: 0, fail: 0.2, noReport: 0.1, seed: 11, deliver: 0 })
  server.list(...Array.from({ length: 1000 }, (_, place) => listed(`m-${place}`)))
  phone.pull()
  await phone.until(() => phone.sent().length + phone.counts().failed === 1000)
  await phone.until(() => phone.counts().reports_waiting === 0)

  const { failed, sent } = phone.counts()
  expect(failed / 1000).toBeCloseTo(0.2, 1)
  const reported = new Set(server.reports().map(({ id }) => id)).size
  expect((sent + failed - reported) / 1000).toBeCloseTo(0.1, 1)
})

test('each SIM takes its time for a text', async () => {
  const phone = await start({ rate: 1200 })
  const startedAt = Date.now()
  server.list(...Array.from({ length: 11 }, (_, place) => listed(`m-${place}`)))
  phone.pull()
  await phone.until(() => phone.sent().length === 11)

  // Ten parts of 50 ms, less what a SIM may catch up.
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(380)
})

const outcomes: Outcome[] = ['sent', 'failed', 'unreported', 'unconfirmed']

test('every outcome of a text ends in the state that the app would show', async () => {
  const phone = await start({ decide: ({ id }) => outcomes.find((one) => id === one) ?? 'sent' })
  server.list(...outcomes.map((id) => listed(id)))
  phone.pull()
  await phone.until(() => phone.stateOf('sent') === 'Delivered')
  await phone.until(() => phone.stateOf('unreported') === 'Delivered')
  await phone.until(() => phone.stateOf('failed') === 'Failed')

  expect(phone.stateOf('unconfirmed')).toBe('Processed')
})

type Hook = { event: string; payload: object }

async function start(options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = await startPhone({
    url: server.url,
    token: enrolmentToken,
    folder,
    rate: 0,
    timeScale: 0.001,
    ...options,
  })
  phones.push(phone)
  await settled(phone, options)
  return phone
}

/** It has done what it does at its start, so that the next fetch is the test's. */
async function settled(phone: Phone, options: Partial<PhoneOptions> = {}): Promise<void> {
  const isQuiet = () => phone.counts().calls_underway === 0
  await until(() => isQuiet() && (phone.isConnected() || options.pollOnly === true))
}

/** The server was asked so often, and the phone has the answer. */
async function answered(phone: Phone, what: string, times: number): Promise<void> {
  await until(() => server.asked(what).length >= times && phone.counts().calls_underway === 0)
}

async function startWithWebhooks(options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = await start(options)
  await connected(phone)
  const before = server.asked('GET /webhooks').length
  server.send('WebhooksUpdated')
  await answered(phone, 'GET /webhooks', before + 1)
  return phone
}

/** Lists one message and waits until its last report has arrived. */
async function receiveOne(phone: Phone, message: { id: string }): Promise<void> {
  server.list(message)
  phone.pull()
  const isLast = ({ id, state }: { id: string; state: string }) =>
    id === message.id && state === 'Delivered'
  await until(() => server.reports().some(isLast))
}

function listed(id: string, fields: object = {}): { id: string } {
  return {
    id,
    message: `Text of ${id}`,
    textMessage: { text: `Text of ${id}` },
    phoneNumbers: ['+447700900001'],
    simNumber: 1,
    createdAt: new Date().toISOString(),
    state: 'Pending',
    ...fields,
  } as { id: string }
}

function hook(event: string): object {
  return { id: 'hook-1', url: `${server.url}/hook`, event, deviceId: null }
}

function signatureOf(
  call: { raw: string; headers: Record<string, unknown> } | undefined,
  key: string,
): string {
  const timestamp = String(call?.headers['x-timestamp'])
  return createHmac('sha256', key)
    .update(call?.raw ?? '')
    .update(timestamp)
    .digest('hex')
}

async function connected(phone: Phone): Promise<void> {
  await phone.until(() => phone.isConnected())
}

/** Waits for the server to have seen something; every call it gets comes from a phone, so each lets it look. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('the server never came to see it')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
