import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { createDevice } from '../devices/service.ts'
import { startRuntime, type Runtime } from '../runtime.ts'
import { readJournals } from './journal.ts'
import type { PhoneOptions } from './phone-options.ts'
import { startPhone, type Phone } from './phone.ts'

// The pretend phone and Simcast itself: what each thinks of the other.

const database = useDatabase()
let runtime: Runtime
let url = ''
let key = ''
let user_id = 0
let folder = ''
/** How far Simcast's clock is ahead. */
let aheadMs = 0
let phones: Phone[] = []
let children: ChildProcess[] = []

beforeAll(async () => {
  runtime = await startRuntime({
    connection: database.connection,
    log: pino({ level: 'silent' }),
    publicUrl: null,
    trustProxy: false,
    now: () => new Date(Date.now() + aheadMs),
  })
  await runtime.app.listen({ host: '127.0.0.1', port: 0 })
  // It listens on a port.
  const { port } = runtime.app.server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
  const account = await buildAccount(database.db)
  user_id = account.user_id
  key = account.key
})

afterAll(() => runtime.close())

beforeEach(() => {
  aheadMs = 0
  folder = mkdtempSync(join(tmpdir(), 'simcast-with-phone-'))
})

afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.stop()))
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  phones = []
  children = []
  rmSync(folder, { recursive: true, force: true })
})

test('fifty texts go out through a phone, each once, and end as delivered', async () => {
  const device = await makeDevice()
  const phone = await start(device.token)

  const numbers = await sendTo(device.id, 50)
  await untilSms(device.id, 'sent', 50)

  expect(
    phone
      .sent()
      .map(({ phone_number }) => phone_number)
      .toSorted(),
  ).toEqual(numbers)
  await untilAll(device.id, ({ delivered_datetime }) => delivered_datetime !== null)
  expect(await deviceOf(device.id)).toMatchObject({
    device_brand: 'pretend',
    app_version: '1.75.0',
    total_sent_sms: 50,
    total_pending_sms: 0,
  })
})

test('the SIMs are known whole soon after the phone enrolled', async () => {
  const device = await makeDevice()
  await start(device.token, { restartsWhenAsked: true })

  await until(async () => (await deviceOf(device.id)).sims[0]?.phone_number != null)
  expect((await deviceOf(device.id)).sims).toMatchObject([
    { subscription_id: 1, slot_index: 0, carrier_name: 'Pretend Mobile' },
    { subscription_id: 2, slot_index: 1, carrier_name: 'Makebelieve' },
  ])
})

test('a text that is withdrawn while the phone holds it does not go out', async () => {
  const device = await makeDevice()
  const phone = await start(device.token, { rate: 1 })
  await sendTo(device.id, 3)
  await phone.until(() => phone.sent().length === 1 && phone.counts().waiting === 2)
  const waiting = await smsOf(device.id, 'pending')
  const held = waiting.filter(({ phone_number }) => phone_number !== phone.sent()[0]?.phone_number)

  await Promise.all(held.map(({ sms_id }) => call('DELETE', `/api/sms/${sms_id}`)))
  await phone.until(() => phone.counts().waiting === 0)

  expect(phone.sent()).toHaveLength(1)
})

test('an answer of a contact arrives as a received text', async () => {
  const device = await makeDevice()
  const replies = [{ pattern: /offer/i, text: 'Yes, please', share: 1 }]
  await start(device.token, { replies })

  const [number] = await sendTo(device.id, 1, 'An offer for you')
  await untilSms(device.id, 'received', 1)

  expect(await smsOf(device.id, 'received')).toMatchObject([
    { type: 'received', content: 'Yes, please', phone_number: number, sim_subscription_id: 1 },
  ])
})

test('texts that come in while answers are lost are stored once each', async () => {
  const device = await makeDevice()
  const phone = await start(device.token)
  phone.dropResponses(0.5, ['hook'])

  for (let place = 0; place < 30; place += 1) phone.receive(`+44770090${1000 + place}`, 'Hello')
  await phone.until(() => phone.counts().events_waiting === 0)

  expect(await smsOf(device.id, 'received')).toHaveLength(30)
})

test.for([
  ['the app is started again', '+447700900011', {}],
  ['an older app tells of everything once more', '+447700900012', { version: '1.60.0' }],
  ['the app was reinstalled', '+447700900013', { reinstall: true }],
] as const)(
  'texts that came in while the app was not running are asked for, and stored once: %s',
  async ([, leaver, options]) => {
    const device = await makeDevice()
    const first = await start(device.token, options)
    first.receive('+447700900001', 'Before')
    await untilSms(device.id, 'received', 1)
    first.kill()
    first.receive('+447700900002', 'While it was off')
    first.receive(leaver, 'Stop!')

    aheadMs = 600_000
    const phone = await start(device.token, options)
    await phone.until(() => phone.isConnected() && phone.counts().webhooks > 0)
    aheadMs += 11_000
    runtime.context.wake.tell({ about: 'engine' })
    await untilSms(device.id, 'received', 3)
    await phone.until(() => phone.counts().events_waiting === 0)

    const stored = await smsOf(device.id, 'received')
    expect(stored.map(({ content }) => content).toSorted()).toEqual([
      'Before',
      'Stop!',
      'While it was off',
    ])
    await phone.until(() => phone.sent().length === 1)
    expect(phone.sent()).toMatchObject([{ phone_number: leaver }])
  },
)

test('a phone whose clock is off by a day is flagged, and its texts are taken', async () => {
  const device = await makeDevice()
  const phone = await start(device.token, { clockOffsetMs: 24 * 3600 * 1000 })

  phone.receive('+447700900001', 'From tomorrow')
  await untilSms(device.id, 'received', 1)

  const { clock_skew_seconds } = await deviceOf(device.id)
  expect(Math.abs(Number(clock_skew_seconds) - 86_400)).toBeLessThan(60)
})

test('a phone that dies and starts again sends what it held, each once', async () => {
  const device = await makeDevice()
  const first = await start(device.token, { rate: 1200 })
  const numbers = await sendTo(device.id, 40)
  await first.until(() => first.sent().length >= 5)
  first.kill()

  const phone = await start(device.token)
  await phone.until(() => phone.sent().length === 40)
  await phone.until(() => phone.counts().reports_waiting === 0)

  const sent = [...readJournals(folder)].map(({ phone_number }) => phone_number)
  expect(phone.installation).toBe(first.installation)
  expect(sent.toSorted()).toEqual(numbers)
  // What was in the air when the phone died is never confirmed.
  await until(async () => (await smsOf(device.id, 'sent')).length >= 38)
})

test('a list of texts that was lost on its way is offered again, and each goes out once', async () => {
  const device = await makeDevice()
  const phone = await start(device.token)
  phone.dropResponses(1, ['list'])
  const numbers = await sendTo(device.id, 20)
  await until(() => hasTaken(device.id, 20))
  expect(phone.counts().waiting + phone.sent().length).toBe(0)

  aheadMs = 150_000
  phone.dropResponses(0)
  phone.pull()
  await untilSms(device.id, 'sent', 20)

  expect(
    phone
      .sent()
      .map(({ phone_number }) => phone_number)
      .toSorted(),
  ).toEqual(numbers)
})

test('a reinstalled phone is the same device, and what it forgot ends with the reason', async () => {
  const device = await makeDevice()
  const first = await start(device.token, { rate: 1 })
  await sendTo(device.id, 5)
  await first.until(() => first.sent().length === 1 && first.counts().waiting === 4)
  await first.until(() => first.counts().reports_waiting === 0)
  first.kill()

  const phone = await start(device.token, { reinstall: true })
  await untilSms(device.id, 'failed', 4)
  await sendTo(device.id, 3)
  await phone.until(() => phone.sent().length === 3)

  expect((await smsOf(device.id, 'failed')).map(({ error }) => error)).toEqual(
    Array.from({ length: 4 }, () => expect.stringContaining('reinstalled')),
  )
})

test('on a bad day every text still goes out once and its end is known', async () => {
  const device = await makeDevice()
  const phone = await start(device.token, {
    streams: 2,
    faults: { late: 0.2, lateMs: 30_000, doubled: 0.2 },
    fail: 0.1,
    seed: 5,
  })
  phone.dropResponses(0.3, ['report', 'hook', 'settings', 'webhooks', 'device'])

  await sendTo(device.id, 120)
  await until(async () => (await smsOf(device.id, 'pending')).length === 0)
  await phone.until(() => phone.counts().reports_waiting === 0)

  const sent = phone.sent().map(({ phone_number }) => phone_number)
  expect(new Set(sent).size).toBe(sent.length)
  const known = (await smsOf(device.id, 'sent')).map(({ phone_number }) => phone_number)
  expect(known.toSorted()).toEqual(sent.toSorted())
  expect(await smsOf(device.id, 'failed')).toHaveLength(120 - sent.length)
})

test('beside a Simcast on the same database the program makes its own device', async () => {
  const words = ['--rate', '0', '--name', 'Own device', '--poll-only', '--poll-seconds', '1']
  const program = run(words, { DATABASE_URL: database.url })
  await until(async () => ((await findDevice('Own device'))?.sims.length ?? 0) === 2)
  const device = await findDevice('Own device')
  await sendTo(device?.id ?? 0, 3)
  await untilSms(device?.id ?? 0, 'sent', 3)

  expect(device).toMatchObject({ is_pretend: true, sims: [{ max_per_minute: 0 }, {}] })
  expect(await program.end()).toBe(0)
  expect(program.output()).toMatch(/1 phone, \d+ s: 3 sent, 0 failed, 0 waiting, 0 received\./)
})

test('with a key it makes a fleet, which is the same fleet when it is started again', async () => {
  const replies = join(folder, 'replies.tsv')
  writeFileSync(replies, 'hello\tStop')
  const words = ['--key', key, '--count', '3', '--name', 'Fleet', '--rate', '0', '--poll-only']
  const first = run(words)
  await until(async () => first.output().includes('3 pretend phones are enrolled'))
  expect(await first.end('SIGTERM')).toBe(0)
  const again = run([...words, '--replies', replies, '--poll-seconds', '1'])
  await until(async () => (await findDevice('Fleet 2'))?.sims[0]?.phone_number != null)

  const device = await findDevice('Fleet 2')
  await sendTo(device?.id ?? 0, 1, 'Hello')
  await untilSms(device?.id ?? 0, 'received', 1)

  const { data } = await call<Device[]>('GET', '/api/devices?search=Fleet')
  expect(data.map(({ name }) => name).toSorted()).toEqual(['Fleet 1', 'Fleet 2', 'Fleet 3'])
  expect(await again.end()).toBe(0)
})

test.each([
  [['--token', 'wrong'], 'The server does not know this token'],
  [['--key', 'wrong'], 'does not know this API key'],
  [['--url', 'http://127.0.0.1:1', '--key', 'any'], 'Nothing answers at http://127.0.0.1:1'],
])('%s ends the program with a sentence', async (words, sentence) => {
  const program = run(words)

  expect(await program.ended).toBe(1)
  expect(program.output()).toContain(sentence)
})

type Device = {
  id: number
  name: string
  sims: { phone_number: string | null }[]
  clock_skew_seconds: number | null
}
type Sms = {
  sms_id: number
  content: string
  phone_number: string
  error: string | null
  delivered_datetime: string | null
}

async function makeDevice(): Promise<{ id: number; token: string }> {
  const device = { name: 'A phone', is_pretend: true }
  return inTransaction(database.db, (tx) => createDevice(tx, user_id, device, new Date()))
}

/** A phone that has fetched what there was at its start, so that nothing it is given is lost to a fetch cut short. */
async function start(token: string, options: Partial<PhoneOptions> = {}): Promise<Phone> {
  const phone = await startPhone({
    url,
    token,
    folder,
    rate: 0,
    timeScale: 0.005,
    restartsWhenAsked: false,
    ...options,
  })
  phones.push(phone)
  await phone.until(() => {
    const { calls_underway, webhooks } = phone.counts()
    return phone.isConnected() && webhooks > 0 && calls_underway === 0
  })
  return phone
}

let people = 0

/** Sends one text to so many people who never got one; their numbers in order. */
async function sendTo(
  device_id: number,
  count: number,
  content = 'Hello there',
): Promise<string[]> {
  const phone_numbers = Array.from({ length: count }, () => `+4477009${10_000 + (people += 1)}`)
  const fields = { device_id, sim_subscription_id: 1, phone_numbers, content }
  await call('POST', '/api/sms', fields)
  return phone_numbers.toSorted()
}

async function smsOf(device_id: number, status: string): Promise<Sms[]> {
  const query = `device_id=${device_id}&status=${status}&results_per_page=1000`
  return (await call<Sms[]>('GET', `/api/sms?${query}`)).data
}

async function untilSms(device_id: number, status: string, count: number): Promise<void> {
  await until(async () => (await smsOf(device_id, status)).length === count)
}

async function untilAll(device_id: number, isSo: (sms: Sms) => boolean): Promise<void> {
  await until(async () => (await smsOf(device_id, 'sent')).every(isSo))
}

/** Whether the phone was given so many, by what Simcast thinks. */
async function hasTaken(device_id: number, count: number): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select 1 from messages where user_id = $1 and device_id = $2 and status = 'dispatched'`,
    [user_id, device_id],
  )
  return rows.length === count
}

async function deviceOf(id: number): Promise<Device> {
  return (await call<Device>('GET', `/api/devices/${id}`)).data
}

async function findDevice(name: string): Promise<Device | undefined> {
  const { data } = await call<Device[]>('GET', `/api/devices?search=${encodeURIComponent(name)}`)
  return data.find((device) => device.name === name)
}

async function call<T>(method: string, path: string, json?: object): Promise<{ data: T }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const answer: unknown = await response.json()
  expect([response.status, answer]).toMatchObject([200, {}])
  // As the caller knows the route.
  return answer as { data: T }
}

/** The program that a person starts. */
function run(words: string[], env: Record<string, string> = {}) {
  const cli = join(import.meta.dirname, 'cli.ts')
  const given = words.includes('--url') ? words : ['--url', url, ...words]
  const child = spawn(process.execPath, [cli, ...given, '--time-scale', '0.01'], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    ended,
    output: () => output,
    end: (signal: NodeJS.Signals = 'SIGINT') => {
      child.kill(signal)
      return ended
    },
  }
}

/** Asks again and again, as a person who watches would. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`it never came to: ${isSo.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
