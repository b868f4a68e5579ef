import { setTimeout as rest } from 'node:timers/promises'
import type { Bench } from './lines.ts'
import { closePhones, fetchMessages, makePhones, queueFor, type Phone } from './phones.ts'
import { begin, makeDevice } from './standing.ts'
import { call, meter, query, timeTransaction, type World } from './world.ts'

const plain = 'Our autumn sale begins on Monday: 20 % off everything. Reply STOP to opt out.'
const personal =
  'Hi {{ name | default: "there" }}, your {{ custom_parameters.tier }} card awaits you in {{ custom_parameters.city }}. Reply STOP to opt out.'

const lookMilliseconds = 20
/** More than one phone fetches while a launch lasts. */
const queuedMax = 300_000

export const launchBench: Bench = {
  name: 'launch',
  summary: 'a campaign to everybody, against a bare insert of the rows',
  run: async (world, say) => {
    for (const { work, content, reach, drawn } of [
      {
        work: 'plain text',
        content: plain,
        reach: { ratio: 0.8, atLeast: 100_000 },
        drawn: 'Launch, plain, messages/s',
      },
      {
        work: 'personalised',
        content: personal,
        reach: { ratio: 0.6, atLeast: 1_000_000 / 14 },
        drawn: 'Launch, personal, messages/s',
      },
    ]) {
      await begin(world, { contacts: true, messages: false })
      const readCores = meter(world)
      const seconds = await launch(world, content)
      const shares = readCores()
      const limit = world.size / (await insertAgain(world))
      say({
        work,
        unit: 'per second',
        measured: world.size / seconds,
        limit,
        reach,
        shares,
        drawn,
        note: `${seconds.toFixed(1)} s for ${world.size.toLocaleString('en')}`,
      })
    }
    for (const [work, content] of [
      ['claims beside a plain launch', plain],
      ['claims beside a personal one', personal],
    ] as const) {
      const { idle, beside, note } = await claimBeside(world, content)
      say({ work, unit: 'per second', measured: beside, limit: idle, reach: { ratio: 0.7 }, note })
    }
  },
}

/** Launches a campaign by the API; the seconds until the last of its messages is queued. */
async function launch(world: World, content: string): Promise<number> {
  const { id: device_id } = await makeDevice(world, 'Launch')
  const startedAt = performance.now()
  const { id } = await call<{ id: number }>(world, 'POST', '/api/campaigns', {
    name: 'Launch',
    content,
    device_id,
    sim_subscription_id: 1,
    segment: 'all',
    send: true,
  })
  for (;;) {
    const [row] = await query<{ expanded_at: Date | null; total_pending: number }>(
      world,
      `select expanded_at, total_pending from campaigns where id = ${id}`,
    )
    if (row?.expanded_at) {
      if (row.total_pending === world.size) return (performance.now() - startedAt) / 1000
      throw new Error(`The launch queued ${row.total_pending} of ${world.size} messages.`)
    }
    await rest(lookMilliseconds)
  }
}

/** Puts the rows that a launch has made into the emptied tables once more; the seconds that it takes. */
async function insertAgain(world: World): Promise<number> {
  await query(world, 'create schema if not exists bench')
  await query(world, 'create unlogged table bench.messages as table messages')
  await query(world, 'create unlogged table bench.audiences as table campaign_audiences')
  await query(world, 'truncate messages, campaign_audiences')
  const seconds = await timeTransaction(world, [
    'insert into campaign_audiences select * from bench.audiences',
    'insert into messages select * from bench.messages',
  ])
  await query(world, 'drop schema bench cascade')
  return seconds
}

type Claims = { claimed: number; seconds: number }

/** How fast a phone fetches the messages of another campaign: with nothing else to do, and during a launch. */
async function claimBeside(world: World, content: string) {
  const each = Math.min(world.size, queuedMax)
  const alone = await claimWhile(world, each, () => rest(world.seconds * 1000))
  let launchSeconds = 0
  const beside = await claimWhile(world, each, async () => {
    launchSeconds = await launch(world, content)
  })
  return {
    idle: alone.claimed / alone.seconds,
    beside: beside.claimed / beside.seconds,
    note: `the launch took ${launchSeconds.toFixed(1)} s`,
  }
}

/** Counts what a phone is handed while something goes on, or until its queue is empty. */
async function claimWhile(
  world: World,
  each: number,
  work: () => Promise<unknown>,
): Promise<Claims> {
  await begin(world, { contacts: true, messages: false })
  const phones = await makePhones(world, 1)
  try {
    await queueFor(world, phones, { each, areHandedOver: false })
    // One is made.
    const [phone] = phones as [Phone]
    let isOver = false
    const [claims] = await Promise.all([
      claim(phone, () => isOver),
      work().finally(() => {
        isOver = true
      }),
    ])
    return claims
  } finally {
    closePhones(phones)
  }
}

/** Counts what a phone fetches until it is over, or its queue is empty. */
export async function claim(phone: Phone, isOver: () => boolean): Promise<Claims> {
  const startedAt = performance.now()
  let claimed = 0
  for (let count = 1; count > 0 && !isOver(); claimed += count) {
    count = (await fetchMessages(phone)).length
  }
  return { claimed, seconds: (performance.now() - startedAt) / 1000 }
}
