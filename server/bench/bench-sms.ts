import type { Bench, Line } from './lines.ts'
import { drive, type Load, type NextRequest } from './load.ts'
import type { Shares } from './processes.ts'
import { withForm, withJson } from './requests.ts'
import { sampleContact, strangersNumber } from './sample-contacts.ts'
import { begin, makeDevice } from './standing.ts'
import { count, meter, query, user_id, type World } from './world.ts'

const warmUpSeconds = 1
const content = 'Hello world'

export const smsBench: Bench = {
  name: 'sms',
  summary: 'POST /api/sms as in the documents, against a bare insert',
  run: async (world, say) => {
    for (const connections of [1, 32, 128]) {
      await begin(world, { contacts: true, messages: true })
      const { id: device_id } = await makeDevice(world, 'Single texts')
      const bare = await driveBare(world, { connections, device_id })
      for (const kind of ['known', 'unknown'] as const) {
        const { load, shares } = await driveSimcast(world, { connections, device_id, kind })
        const isFull = connections === 128
        say({
          work: `${connections} at once, ${kind} numbers`,
          unit: 'per second',
          measured: load.perSecond,
          limit: bare.perSecond,
          shares,
          note: latencyNote(load),
          ...(isFull ? reachAndPlace(kind) : {}),
        })
      }
    }
  },
}

function reachAndPlace(kind: string): Pick<Line, 'reach' | 'drawn'> {
  return {
    reach: { ratio: 1.3, atLeast: 15_000 },
    drawn: `POST /api/sms, ${kind} numbers, /s`,
  }
}

type Options = { connections: number; device_id: number }

async function driveSimcast(
  world: World,
  { connections, device_id, kind }: Options & { kind: 'known' | 'unknown' },
): Promise<{ load: Load; shares: Shares }> {
  const head = { method: 'POST', path: '/api/sms', token: world.apiKey }
  const fields = { content, device_id: String(device_id), sim_subscription_id: '1' }
  let asked = 0
  const next = () => {
    asked += 1
    const phone_numbers =
      kind === 'unknown'
        ? strangersNumber(asked)
        : sampleContact((asked * 7919) % world.size).phone_number
    return withForm(head, { ...fields, phone_numbers })
  }
  const before = await countTexts(world, device_id)
  let readCores = meter(world)
  const load = await driveFor(world, world.simcast.port, connections, next, () => {
    readCores = meter(world)
  })
  const shares = readCores()
  const made = (await countTexts(world, device_id)) - before
  if (made !== load.answers) {
    throw new Error(`${load.answers} texts were acknowledged and ${made} are there.`)
  }
  return { load, shares }
}

function driveBare(world: World, { connections, device_id }: Options): Promise<Load> {
  const head = { method: 'POST', path: '/sms', token: 'none' }
  let asked = 0
  const next = () => {
    asked += 1
    const { phone_number } = sampleContact((asked * 7919) % world.size)
    const contact_id = 1 + (asked % world.size)
    return withJson(head, { content, device_id, sim_subscription_id: 1, phone_number, contact_id })
  }
  return driveFor(world, world.bare.port, connections, next)
}

async function driveFor(
  world: World,
  port: number,
  connections: number,
  next: NextRequest,
  onMeasuring?: () => void,
): Promise<Load> {
  await query(world, 'checkpoint')
  const { seconds } = world
  return drive({
    port,
    connections,
    warmUpSeconds,
    seconds,
    next,
    ...(onMeasuring ? { onMeasuring } : {}),
  })
}

function countTexts(world: World, device_id: number): Promise<number> {
  return count(
    world,
    `select count(*) from messages
      where user_id = ${user_id} and campaign_id is null and device_id = ${device_id}`,
  )
}

export function latencyNote({ latency }: Load): string {
  const [p50, p99] = [latency.quantile(0.5), latency.quantile(0.99)]
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}
