import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAccount, buildContacts, buildDevice, buildSegment } from './builders.ts'
import { useDatabase } from './database.ts'
import { startMeasured, type MeasuredSimcast } from './fuzz/start-measured.ts'
import { queueForTest } from './queue.ts'
import { expectTotalsToHold } from './totals.ts'

// More than one process can do: it refuses some of it, goes on serving phones, and is as before when it is over.

const database = useDatabase()
const mebibyte = 1024 * 1024
const connections = 2000
/** A phone waits for half a minute; here a third of it is too long. */
const phoneMsMax = 10_000

let simcast: MeasuredSimcast
let key: string
let segment_id: number
let phone: PretendPhone

beforeAll(async () => {
  simcast = await startMeasured({
    DATABASE_URL: database.url,
    ADMIN_API_KEY: 'load-key-1234567890123',
  })
  const { db } = database
  const account = await buildAccount(db)
  key = account.key
  await buildContacts(db, account.user_id, 50_000)
  segment_id = await buildLongSegment(account.user_id)
  const other = await buildAccount(db)
  const device = await buildDevice(db, other.user_id)
  await sql`update sims set max_per_minute = 0 where user_id = ${other.user_id}`.execute(db)
  const contact_ids = await buildContacts(db, other.user_id, 20_000)
  await queueForTest(db, other.user_id, { contact_ids, device_id: device.id, now: new Date() })
  phone = await startPhone(device.token)
})

afterAll(async () => {
  await phone?.stop()
  await simcast?.stop()
})

test('beyond its capacity it refuses, serves phones all the while, and comes back by itself', async () => {
  // What caches hold is there before anything is compared.
  await ask('GET', `/api/segments/${segment_id}`)
  const before = await simcast.measure()

  const flood = await floodWithSearches()
  const writers = await openSlowWriters(200)
  const readers = await openSlowReaders(150)
  const imports = await Promise.all(Array.from({ length: 100 }, importFile))
  const during = await simcast.measure()
  const phoneMs = phone.slowestMs()
  for (const { socket } of [...flood, ...readers, ...writers]) socket.destroy()

  const searched = tally(flood.map(({ status }) => status))
  const read = tally(readers.map(({ status }) => status))
  const written = tally(writers.map(({ status }) => status))
  const imported = tally(imports)
  process.stdout.write(
    `load: ${connections} searches ${searched}; 150 slow readers ${read}; 200 slow writers ${written}; 100 imports ${imported}; ` +
      `the phone ${phone.rounds()} times, at most ${phoneMs} ms; heap ${megabytes(before.heap)} MiB, ${megabytes(during.heap)} under load, nothing else done for at most ${during.stuckMs} ms\n`,
  )

  expect(searched).toMatch(/^200: \d+(, 503: \d+)?$/)
  // Those that it took were begun, the others told when to come again.
  expect(read).toMatch(/^200: \d+, 503: \d+$/)
  expect(written).toMatch(/^0: \d+, 503: \d+$/)
  expect(imported).toMatch(/^200: \d+, 429: \d+$/)
  expect(during.stuckMs).toBeLessThan(phoneMsMax)
  expect(during.heap - before.heap).toBeLessThan(200 * mebibyte)
  expect(phone.rounds()).toBeGreaterThan(10)
  expect(phone.problems()).toEqual([])
  expect(phoneMs).toBeLessThan(phoneMsMax)

  await untilReleased(before.sockets)
  const again = await ask('GET', '/api/contacts')
  expect(again.status).toBe(200)
  expect(again.ms).toBeLessThan(1000)
  // Too long for a name: it was read, so the slow writers have given back what they had.
  const large = `{"name": "${'x'.repeat(31 * mebibyte)}"}`
  expect((await ask('POST', '/api/contacts', large)).status).toBe(400)
  expect((await ask('GET', `/api/segments/${segment_id}`)).status).toBe(200)
  expect((await simcast.measure()).heap - before.heap).toBeLessThan(32 * mebibyte)
  await phone.stop()
  await expectTotalsToHold(database.db)
})

type Held = { socket: Socket; status: number }

/** Every connection asks for something that takes the database a while. */
async function floodWithSearches(): Promise<Held[]> {
  const sockets = await openMany(connections)
  return Promise.all(
    sockets.map(async (socket, place) => {
      socket.write(head(`GET /api/contacts?search=nothing${place}&results_per_page=100`))
      return { socket, status: await readStatus(socket, 60_000) }
    }),
  )
}

/** They ask for a long answer, and read no more of it than its beginning. */
async function openSlowReaders(count: number): Promise<Held[]> {
  const sockets = await openMany(count)
  return Promise.all(
    sockets.map(async (socket) => {
      socket.write(head(`GET /api/segments/${segment_id}`))
      const status = await readStatus(socket, 60_000)
      socket.pause()
      return { socket, status }
    }),
  )
}

/** They promise a large body and send it byte by byte; 0 for those that were not refused. */
async function openSlowWriters(count: number): Promise<Held[]> {
  const sockets = await openMany(count)
  return Promise.all(
    sockets.map(async (socket) => {
      socket.write(
        head(
          'POST /api/contacts',
          `content-type: application/json\r\ncontent-length: ${mebibyte}\r\n`,
        ),
      )
      const drip = setInterval(() => socket.write(' '), 100)
      socket.on('close', () => clearInterval(drip))
      return { socket, status: await readStatus(socket, 3000) }
    }),
  )
}

async function importFile(): Promise<number> {
  const rows = Array.from({ length: 2000 }, (_, place) => `+4477009${10_000 + place}\n`).join('')
  const part = 'content-disposition: form-data; name="file"; filename="contacts.csv"'
  const { status, headers } = await ask(
    'POST',
    '/api/imports',
    `--x\r\n${part}\r\n\r\nphone\n${rows}\r\n--x--\r\n`,
    'multipart/form-data; boundary=x',
  )
  if (status === 429) expect(headers['retry-after']).toMatch(/^\d+$/)
  return status
}

async function openMany(count: number): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(simcast.port, '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      return socket
    }),
  )
}

const head = (line: string, more = '') =>
  `${line} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\n${more}\r\n`

/** The status of the answer, or 0 when none has come in time. A refusal says when to come again. */
async function readStatus(socket: Socket, withinMs: number): Promise<number> {
  try {
    const signal = AbortSignal.timeout(withinMs)
    // Once's type does not know which event it waited for.
    const [piece] = (await once(socket, 'data', { signal })) as [Buffer]
    const text = piece.toString('latin1')
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])
    if (status === 503) expect(text).toMatch(/^retry-after: \d+\r$/im)
    return status
  } catch {
    return 0
  }
}

type Answer = { status: number; ms: number; headers: IncomingHttpHeaders }

/** On a connection of its own, which is closed when it has its answer. */
function ask(method: string, path: string, body = '', type = 'application/json'): Promise<Answer> {
  const began = Date.now()
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === '' ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
    }
    const { port } = simcast
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
    asked.on('error', reject)
    asked.on('response', (response) => {
      response.resume()
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          ms: Date.now() - began,
          headers: response.headers,
        }),
      )
    })
    asked.end(body)
  })
}

/** The connections of the clients that are gone are gone here as well, within the ten seconds of a statement or two. */
async function untilReleased(sockets: number): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    if ((await simcast.measure()).sockets <= sockets + 2) return
    await rest(100)
  }
  expect((await simcast.measure()).sockets).toBeLessThanOrEqual(sockets + 2)
}

type PretendPhone = {
  stop: () => Promise<void>
  rounds: () => number
  slowestMs: () => number
  problems: () => string[]
}

/** Fetches and reports without a rest, until it is stopped. */
async function startPhone(enrolmentToken: string): Promise<PretendPhone> {
  let slowestMs = 0
  let rounds = 0
  let isOver = false
  const problems: string[] = []
  const call = async (method: string, path: string, bearer: string, json?: unknown) => {
    const began = Date.now()
    const response = await fetch(`${simcast.url}/api/mobile/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await response.text()
    if (Date.now() - began > 1000) slowestMs = Math.max(slowestMs, Date.now() - began)
    if (!response.ok) problems.push(`${method} ${path}: ${response.status} ${text}`)
    return response.ok && text !== '' ? (JSON.parse(text) as unknown) : undefined
  }
  const { token } = (await call('POST', '/device', enrolmentToken, { name: 'x/y' })) as {
    token: string
  }
  const running = (async () => {
    while (!isOver) {
      const listed = ((await call('GET', '/message', token)) ?? []) as { id: string }[]
      const reports = listed.map(({ id }) => ({
        id,
        state: 'Sent',
        recipients: [{ state: 'Sent' }],
      }))
      await call('PATCH', '/message', token, reports)
      if (listed.length > 0) rounds += 1
      await rest(100)
    }
  })()
  return {
    stop: () => {
      isOver = true
      return running
    },
    rounds: () => rounds,
    slowestMs: () => slowestMs,
    problems: () => problems,
  }
}

/** More ids than the buffers between two sockets hold, so that who does not read them is noticed. */
async function buildLongSegment(user_id: number): Promise<number> {
  const { db } = database
  const id = await buildSegment(db, user_id)
  // Ids of nobody, long ones: half a million contacts take half a minute to make.
  await sql`
    with without_checks as materialized (select set_config('session_replication_role', 'replica', true))
    insert into segment_members (user_id, segment_id, contact_id)
    select ${user_id}, ${id}, 900000000000000 + n from without_checks, generate_series(1, 500000) n`.execute(
    db,
  )
  await sql`analyze segment_members`.execute(db)
  return id
}

function tally(statuses: readonly number[]): string {
  const counted = Map.groupBy(statuses, (status) => status)
  return [...counted]
    .toSorted(([one], [other]) => one - other)
    .map(([status, all]) => `${status}: ${all.length}`)
    .join(', ')
}

const megabytes = (bytes: number) => (bytes / mebibyte).toFixed(0)
