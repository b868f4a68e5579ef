import { setTimeout as rest } from 'node:timers/promises'
import { toWireId } from '../src/messages/wire-id.ts'
import { latencyNote } from './bench-sms.ts'
import type { Bench } from './lines.ts'
import { drive, type Load } from './load.ts'
import {
  closePhones,
  fetchMessages,
  makePhones,
  queueFor,
  report,
  reportRequest,
  type Phone,
} from './phones.ts'
import { cpuSeconds, postgresCpuSeconds, type Shares } from './processes.ts'
import { withJson } from './requests.ts'
import { begin } from './standing.ts'
import { meter, query, user_id, type World } from './world.ts'

const warmUpSeconds = 1
/** What is queued beforehand for each second of a load: more than is ever done. */
const messagesPerSecond = 20_000
const reportsPerSecond = 15_000

export const phonesBench: Bench = {
  name: 'phones',
  summary: 'phones that fetch and report, against bare statements',
  run: async (world, say) => {
    for (const count of [1, 20, 1000]) {
      const name = `${count.toLocaleString('en')} phone${count > 1 ? 's' : ''}`
      await withPhones(world, count, async (phones) => {
        const each = share(world, messagesPerSecond, count)
        await queueFor(world, phones, { each, areHandedOver: false })
        const readCores = meter(world)
        const measured = await fetchAndReport(world, phones)
        const shares = readCores()
        say({
          work: `${name}, arrays of 100`,
          unit: 'per second',
          measured,
          limit: await bareClaims(world, phones, each),
          shares,
          ...(count === 20
            ? { reach: { atLeast: 15_000 }, drawn: 'Claim and report, messages/s' }
            : {}),
        })
      })
      await withPhones(world, count, async (phones) => {
        const each = share(world, reportsPerSecond, count)
        const { ours, bare, shares } = await reportOneByOne(world, phones, each)
        say({
          work: `${name}, one PATCH per state`,
          unit: 'per second',
          measured: ours.perSecond,
          limit: bare.perSecond,
          reach: { ratio: 0.6 },
          note: latencyNote(ours),
          shares,
          ...(count === 20 ? { drawn: 'One PATCH per state, /s' } : {}),
        })
      })
    }
    await withPhones(world, 1000, async () => say(await idle(world)))
  },
}

async function withPhones(
  world: World,
  count: number,
  work: (phones: Phone[]) => Promise<void>,
): Promise<void> {
  await begin(world, { contacts: true, messages: true })
  const phones = await makePhones(world, count)
  try {
    await work(phones)
  } finally {
    closePhones(phones)
  }
}

/** How many messages each phone is given: a campaign has one for each contact at most. */
function share({ seconds, size }: World, perSecond: number, phones: number): number {
  return Math.max(1, Math.min(size, Math.ceil((perSecond * seconds) / phones)))
}

/** Every phone fetches and reports what it was given, again and again; messages done in a second. */
async function fetchAndReport(world: World, phones: readonly Phone[]): Promise<number> {
  const startedAt = performance.now()
  const deadline = startedAt + world.seconds * 1000
  let done = 0
  await Promise.all(
    phones.map(async (phone) => {
      while (performance.now() < deadline) {
        const ids = await fetchMessages(phone)
        if (ids.length === 0) return
        await report(phone, ids, 'Sent')
        done += ids.length
      }
    }),
  )
  return done / ((performance.now() - startedAt) / 1000)
}

/** The same by the bare statements, on queues of their own. */
async function bareClaims(world: World, phones: readonly Phone[], each: number): Promise<number> {
  await query(
    world,
    "update campaigns set status = 'paused', paused_from = 'running' where status = 'running'",
  )
  await queueFor(world, phones, { each, areHandedOver: false })
  const startedAt = performance.now()
  const deadline = startedAt + world.seconds * 1000
  const open = [...phones]
  let done = 0
  async function work(): Promise<void> {
    for (let phone = open.shift(); phone && performance.now() < deadline; phone = open.shift()) {
      const count = await claimAndReport(world, phone)
      done += count
      if (count > 0) open.push(phone)
    }
  }
  await Promise.all(Array.from({ length: Math.min(10, phones.length) }, work))
  return done / ((performance.now() - startedAt) / 1000)
}

async function claimAndReport({ pool }: World, phone: Phone): Promise<number> {
  const { rows } = await pool.query<{ id: number }>({
    name: 'claim',
    text: `update messages m
              set status = 'dispatched', installation_id = $2, handover_key = m.id, dispatched_at = now(),
                  lease_until = now() + interval '2 minutes'
             from campaigns c
            where m.user_id = ${user_id} and c.user_id = ${user_id} and c.id = m.campaign_id
              and m.id = any(array(
                select q.id from messages q
                 where q.user_id = ${user_id} and q.device_id = $1 and q.sim_subscription_id = 1 and q.status = 'queued'
                   and q.campaign_id = (select k.id from campaigns k
                                         where k.user_id = ${user_id} and k.device_id = $1 and k.sim_subscription_id = 1
                                           and k.status = 'running')
                 order by q.user_id, q.device_id, q.sim_subscription_id, q.campaign_id, q.send_at, q.id
                 limit 100 for update skip locked))
        returning m.id, m.phone_number, coalesce(m.content, c.content) as content`,
    values: [phone.device_id, phone.installation_id],
  })
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await pool.query({
    name: 'report',
    text: `update messages set status = 'sent', phone_state = 'sent', answered_at = now(), sent_at = now(), finished_at = now()
            where user_id = ${user_id} and id = any($1::bigint[])`,
    values: [ids],
  })
  return ids.length
}

type Held = { id: number; handover_key: number; device_id: number }

/** Each phone tells of each message that it was Processed and then that it was Sent, one PATCH each, as the app does. */
async function reportOneByOne(
  world: World,
  phones: readonly Phone[],
  each: number,
): Promise<{ ours: Load; bare: Load; shares: Shares }> {
  const { seconds } = world
  const load = { connections: phones.length, warmUpSeconds, seconds }
  const forBare = await holdMessages(world, phones, each)
  const forSimcast = await holdMessages(world, phones, each)
  const head = { method: 'PATCH', path: '/message', token: 'none' }
  const bare = await drive({
    ...load,
    port: world.bare.port,
    next: inTurn(forBare, (_place, { id }, state) => withJson(head, [{ id, state }])),
  })
  await query(world, 'checkpoint')
  let readCores = meter(world)
  const ours = await drive({
    ...load,
    onMeasuring: () => {
      readCores = meter(world)
    },
    port: world.simcast.port,
    next: inTurn(forSimcast, (place, { id, handover_key }, state) =>
      reportRequest(phones[place]?.token ?? '', [toWireId(id, handover_key)], state),
    ),
  })
  return { ours, bare, shares: readCores() }
}

/** Puts messages into the hands of each phone; what each has. */
async function holdMessages(
  world: World,
  phones: readonly Phone[],
  each: number,
): Promise<Held[][]> {
  const campaigns = await queueFor(world, phones, { each, areHandedOver: true })
  const held = await query<Held>(
    world,
    `select id, handover_key, device_id from messages
      where user_id = ${user_id} and campaign_id = any($1::bigint[]) order by id`,
    [campaigns],
  )
  const ofDevice = Map.groupBy(held, ({ device_id }) => device_id)
  return phones.map(({ device_id }) => ofDevice.get(device_id) ?? [])
}

function inTurn(
  queues: readonly Held[][],
  toRequest: (place: number, message: Held, state: 'Processed' | 'Sent') => string,
): (place: number) => string | undefined {
  const done = queues.map(() => 0)
  return (place) => {
    const turn = done[place] ?? 0
    const message = queues[place]?.[turn >> 1]
    if (!message) return undefined
    done[place] = turn + 1
    return toRequest(place, message, turn % 2 === 0 ? 'Processed' : 'Sent')
  }
}

/** What it costs that phones are connected and nothing happens. */
async function idle(world: World) {
  // The first looks and notes after their connecting are not idleness.
  await rest(3000)
  const read = () => ({
    simcast: cpuSeconds(world.simcast.pid),
    postgres: postgresCpuSeconds(world.postmaster),
  })
  const before = read()
  await rest(world.idleSeconds * 1000)
  const after = read()
  const percent = (used: number) => (100 * used) / world.idleSeconds
  return {
    work: '1,000 phones, idle',
    unit: '% of a core' as const,
    measured: percent(after.simcast - before.simcast),
    reach: { atMost: 3 },
    note: `and PostgreSQL ${percent(after.postgres - before.postgres).toFixed(1)} %, over ${world.idleSeconds} s`,
  }
}
