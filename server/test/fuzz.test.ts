import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRoutes, type ApiDocument, type Route } from '../src/manual/read-routes.ts'
import { useDatabase } from './database.ts'
import { createClient, type Attack } from './fuzz/client.ts'
import { judge } from './fuzz/judge.ts'
import { phoneAttacksOn, phoneRoutes, type PhoneTarget } from './fuzz/phone-requests.ts'
import { damagedRequests, rawAttacks, sendRaw, type RawAttack } from './fuzz/raw.ts'
import { attacksOn } from './fuzz/requests.ts'
import { startMeasured, type MeasuredSimcast } from './fuzz/start-measured.ts'
import { buildDevice } from './builders.ts'
import { buildWorld, everythingOf, type World } from './fuzz/world.ts'
import { findWrongTotals } from './wrong-totals.ts'

// Every route of the API's own description is sent what nobody should send. FUZZ_SEED sends something else, FUZZ_RUNS
// more of it (requests to each route in each of the rounds).

const database = useDatabase()
const seed = Number(process.env['FUZZ_SEED'] ?? 2026)
const runs = Number(process.env['FUZZ_RUNS'] ?? 10)
const rounds = 3
const atOnce = 8
const mebibyte = 1024 * 1024
/** What caches and the engine may come to hold between the first round and the last, however long they are. */
const growthMax = 16 * mebibyte
const timeout = 60_000 + runs * 30_000

let simcast: MeasuredSimcast
let client: ReturnType<typeof createClient>
let mine: World
let theirs: World
let phone: PhoneTarget

const statuses = new Map<number, number>()
const problems: string[] = []
const kinds = new Map<string, number>()
/** Routes that have not said yes yet: of these only refusals were seen. */
const unheard = new Set<string>()
const heaps: number[] = []
let requests = 0

beforeAll(async () => {
  simcast = await startMeasured({
    DATABASE_URL: database.url,
    ADMIN_API_KEY: 'fuzz-key-1234567890123',
  })
  client = createClient(simcast.port)
  mine = await buildWorld(database.db)
  theirs = await buildWorld(database.db)
  phone = await enrol()
})

afterAll(async () => {
  client?.close()
  await simcast?.stop()
})

test(
  'whatever is sent to any route is answered as the description says, and nothing is held',
  { timeout },
  async () => {
    const routes = await readDocument()
    for (const { method, path } of routes) unheard.add(`${method} ${path}`)
    const before = await everythingOf(database.db, theirs.user_id)

    for (let round = 0; round < rounds; round += 1) {
      for (const [place, route] of routes.entries()) {
        await prepare()
        const attacks = attacksOn(route, { mine, theirs })
        const own = seed + 7919 * round + 104_729 * place
        await inParallel(fc.sample(attacks, { seed: own, numRuns: runs }), (attack) =>
          hit(route, attack),
        )
      }
      for (const [place, route] of phoneRoutes.entries()) {
        const attacks = phoneAttacksOn(route, phone)
        const own = seed + 7919 * round + 15_485_863 * (place + 1)
        await inParallel(fc.sample(attacks, { seed: own, numRuns: runs }), (attack) =>
          hit(undefined, attack),
        )
      }
      heaps.push((await simcast.measure()).heap)
    }

    expect(problems, simcast.output().slice(-4000)).toEqual([])
    expect(simcast.output()).not.toContain('request failed')
    expect(await everythingOf(database.db, theirs.user_id)).toBe(before)
    expect(await findWrongTotals(database.db)).toEqual([])
    expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(growthMax)
    report(`${routes.length} routes of the API, ${phoneRoutes.length} of phones`)
  },
)

test(
  'what is no HTTP is refused or closed, and leaves no connection behind',
  { timeout },
  async () => {
    await prepare()
    problems.length = 0
    const target = { key: mine.key, phoneToken: phone.phoneToken, webhookPath: phone.webhookPath }
    const attacks = [
      ...rawAttacks(target),
      ...fc.sample(damagedRequests(target), { seed, numRuns: runs * 20 }),
    ]
    const { sockets } = await simcast.measure()

    await inParallel(attacks, hitRaw)

    expect(problems).toEqual([])
    const health = await client.send({
      method: 'GET',
      path: '/health',
      headers: {},
      body: Buffer.alloc(0),
    })
    expect(health).toMatchObject({ status: 200 })
    expect((await simcast.measure()).sockets).toBeLessThanOrEqual(sockets + 1)
    report(`${attacks.length} connections that misuse HTTP`)
  },
)

async function readDocument(): Promise<(Route & { types: string[] })[]> {
  const response = await fetch(`${simcast.url}/api/openapi.json`)
  // Our own document; what each route is asked with is looked up beside what the manual reads.
  const document = (await response.json()) as ApiDocument
  const routes = readRoutes(document).map((route) => {
    const operation = document.paths?.[route.path]?.[route.method.toLowerCase()]
    const types = Object.keys(operation?.requestBody?.content ?? {})
    return { ...route, types: types.length > 0 ? types : ['application/json'] }
  })
  const described = Object.values(document.paths ?? {}).flatMap((methods) => Object.keys(methods))
  expect(routes.length).toBe(described.length)
  expect(routes.length).toBeGreaterThan(40)
  return routes
}

/** Fresh rows, since the requests before may have deleted them, and a key that opens. */
async function prepare(): Promise<void> {
  await mine.fill()
  const headers = { authorization: `Bearer ${mine.key}` }
  const asked = await client.send({
    method: 'GET',
    path: '/api/account',
    headers,
    body: Buffer.alloc(0),
  })
  if (asked.status === 401) await mine.renewKey()
}

async function hit(route: Route | undefined, attack: Attack): Promise<void> {
  const outcome = await client.send(attack)
  count(outcome.status)
  const problem = judge(outcome, attack.method === 'HEAD' ? undefined : route?.answer)
  if (problem !== undefined)
    note(`${attack.method} ${attack.path.slice(0, 300)}`, problem, describe(attack))
  if (route && outcome.status === 200) unheard.delete(`${route.method} ${route.path}`)
  if (route && outcome.status === 200 && attack.method === 'POST') keepId(route.path, outcome.text)
}

/** What was made is asked about next. */
function keepId(path: string, text: string): void {
  const noun = /^\/api\/([a-z-]+)$/.exec(path)?.[1]
  const { data } = JSON.parse(text) as { data?: { id?: unknown } }
  if (noun !== undefined && typeof data?.id === 'number') mine.add(noun, data.id)
}

async function hitRaw(attack: RawAttack): Promise<void> {
  const { statuses: answered, problem } = await sendRaw(simcast.port, attack)
  for (const status of answered) count(status)
  if (answered.length === 0) count(0)
  if (problem !== undefined) note(attack.title, problem, '')
}

function count(status: number): void {
  requests += 1
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
}

/** Of one kind two are enough. */
function note(what: string, problem: string, more: string): void {
  const kind = `${what.slice(0, 20)} ${problem.slice(0, 40)}`
  const known = kinds.get(kind) ?? 0
  kinds.set(kind, known + 1)
  if (known < 2) problems.push(`${what}: ${problem} ${more}`)
}

function describe({ headers, body }: Attack): string {
  const { authorization, ...rest } = headers
  return `${JSON.stringify(rest).slice(0, 300)} ${JSON.stringify(body.toString('latin1')).slice(0, 500)}${authorization?.startsWith('Bearer ') ? '' : ' without a key'}`
}

function report(what: string): void {
  const byStatus = [...statuses].toSorted(([one], [other]) => one - other)
  const parts = byStatus.map(([status, times]) => `${status === 0 ? 'closed' : status}: ${times}`)
  const held = heaps.map((heap) => (heap / mebibyte).toFixed(1)).join(', ')
  process.stdout.write(
    `fuzz: ${what}, FUZZ_SEED=${seed} FUZZ_RUNS=${runs}; so far ${requests} answers (${parts.join(', ')}); heap after each round ${held} MiB; only refused: ${[...unheard].join(', ') || 'none'}\n`,
  )
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    }),
  )
}

/** A phone that holds messages of ours, and a device that waits for one. */
async function enrol(): Promise<PhoneTarget> {
  const device = await buildDevice(database.db, mine.user_id)
  const waiting = await buildDevice(database.db, mine.user_id)
  const ask = async (method: string, path: string, token: string) => {
    const response = await fetch(`${simcast.url}/api/mobile/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{"name":"samsung/x"}' } : {}),
    })
    const answer: unknown = await response.json()
    return answer
  }
  const { token } = (await ask('POST', '/device', device.token)) as { token: string }
  await mine.queueFor(device.id)
  const listed = (await ask('GET', '/message', token)) as { id: string }[]
  const [webhook] = (await ask('GET', '/webhooks', token)) as { url: string }[]
  return {
    phoneToken: token,
    enrolmentToken: waiting.token,
    webhookPath: new URL(webhook?.url ?? '').pathname,
    held: listed.map(({ id }) => id),
  }
}
