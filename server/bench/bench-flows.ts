import { setTimeout as rest } from 'node:timers/promises'
import { untilFinished, upload, writeCsv } from './bench-import.ts'
import { claim } from './bench-launch.ts'
import type { Bench } from './lines.ts'
import { closePhones, makePhones, queueFor, type Phone } from './phones.ts'
import { begin, makeDevice } from './standing.ts'
import { call, count, meter, query, timeTransaction, user_id, type World } from './world.ts'

const flowsTotal = 10
/** At more contacts it would be tens of millions of messages. */
const contactsMax = 100_000
const content = 'Welcome, {{ name | default: "there" }}! Reply STOP to opt out.'
const lookMilliseconds = 20
/** The import with the flows may take as long as the import alone and so many bare inserts of the messages. */
const insertTimes = 1.5

export const flowsBench: Bench = {
  name: 'flows',
  summary: 'contacts of an import who all enter 10 flows, and what those who wait cost',
  run: async (world, say) => {
    const contacts = Math.min(world.size, contactsMax)
    const messages = contacts * flowsTotal
    const alone = await timeImport(world, contacts, 0)
    const readCores = meter(world)
    const entering = await timeImport(world, contacts, flowsTotal)
    const shares = readCores()
    const bare = await insertAgain(world, messages)
    say({
      work: `${contacts.toLocaleString('en')} contacts enter ${flowsTotal} flows`,
      unit: 'per second',
      measured: messages / entering,
      // What entering takes by itself is a difference of two imports: at few contacts it drowns in their noise.
      limit: messages / (alone + insertTimes * bare),
      reach: { ratio: 1 },
      shares,
      drawn: 'Flows, entered/s',
      note: `import ${alone.toFixed(1)} s, with flows ${entering.toFixed(1)} s, bare insert ${bare.toFixed(1)} s`,
    })
    say({ work: 'fall due', unit: 'per second', measured: messages / (await timeDue(world)) })

    // As many that are over: what is measured is that they wait, not that the table is large.
    const without = await claimBeside(world, 'sent')
    const beside = await claimBeside(world, 'waiting')
    say({
      work: `claims beside ${messages.toLocaleString('en')} that wait`,
      unit: 'per second',
      measured: beside,
      limit: without,
      reach: { ratio: 0.9 },
    })
  },
}

/** The seconds from the upload until the last row is written. */
async function timeImport(world: World, contacts: number, flows: number): Promise<number> {
  await begin(world, { contacts: false, messages: false })
  if (flows > 0) await makeFlows(world, flows)
  const file = await writeCsv(world, contacts)
  const startedAt = performance.now()
  const { id } = await upload(world, file)
  await untilFinished(world, id)
  const seconds = (performance.now() - startedAt) / 1000
  const entered = await count(world, "select count(*) from messages where status = 'waiting'")
  if (entered !== contacts * flows) throw new Error(`${entered} messages wait.`)
  return seconds
}

async function makeFlows(world: World, flows: number): Promise<number> {
  const { id: device_id } = await makeDevice(world, 'Flows')
  for (let place = 0; place < flows; place += 1) {
    await call(world, 'POST', '/api/flows', {
      name: `Flow ${place}`,
      content,
      device_id,
      sim_subscription_id: 1,
      wait_time: 30,
      wait_time_type: 'days',
    })
  }
  return device_id
}

/** Puts the rows that entering has made into the emptied table once more; the seconds that it takes. */
async function insertAgain(world: World, expected: number): Promise<number> {
  await query(world, 'create schema if not exists bench')
  await query(world, 'create unlogged table bench.messages as table messages')
  await query(world, 'truncate messages')
  const seconds = await timeTransaction(world, [
    'insert into messages select * from bench.messages',
  ])
  await query(world, 'drop schema bench cascade')
  const total = await count(world, 'select count(*) from messages')
  if (total !== expected) throw new Error(`${total} messages were put back.`)
  return seconds
}

/** Lets all that wait fall due; the seconds until the last is queued. */
async function timeDue(world: World): Promise<number> {
  await query(world, 'vacuum (analyze)')
  await query(world, "update messages set send_at = now() where status = 'waiting'")
  const startedAt = performance.now()
  for (;;) {
    const left = await count(world, 'select sum(total_waiting)::bigint as count from flows')
    if (left === 0) return (performance.now() - startedAt) / 1000
    await rest(lookMilliseconds)
  }
}

type Kind = 'waiting' | 'sent'

/** How fast a phone fetches while ten flows have a message of this kind for each contact, on its very SIM. */
async function claimBeside(world: World, kind: Kind): Promise<number> {
  await begin(world, { contacts: true, messages: false })
  const phones = await makePhones(world, 1)
  try {
    // One is made.
    const [phone] = phones as [Phone]
    await makeTexts(world, phone.device_id, kind)
    const each = Math.min(world.size, contactsMax)
    await queueFor(world, phones, { each, areHandedOver: false })
    let isOver = false
    const [{ claimed, seconds }] = await Promise.all([
      claim(phone, () => isOver),
      rest(world.seconds * 1000).then(() => {
        isOver = true
      }),
    ])
    return claimed / seconds
  } finally {
    closePhones(phones)
  }
}

async function makeTexts(world: World, device_id: number, kind: Kind): Promise<void> {
  const each = Math.min(world.size, contactsMax)
  await makeFlows(world, flowsTotal)
  const isSent = kind === 'sent'
  const at = isSent ? 'now()' : 'null'
  await query(
    world,
    `insert into messages (user_id, contact_id, device_id, flow_id, send_at, sim_subscription_id, status, phone_number,
                           content, sent_at, finished_at)
     select ${user_id}, c.id, ${device_id}, f.id, now() + interval '30 days', 1, '${kind}', c.phone_number,
            ${isSent ? "'Welcome!'" : 'null'}, ${at}, ${at}
       from flows f
      cross join (select id, phone_number from contacts where user_id = ${user_id} order by id limit ${each}) c`,
  )
  const [waiting, sent] = isSent ? [0, each] : [each, 0]
  await query(
    world,
    `update flows set device_id = ${device_id}, total_waiting = ${waiting}, total_pending = ${waiting},
            total_sent = ${sent}, total_entered = ${each}`,
  )
  await query(world, 'vacuum (analyze) messages')
  await query(world, 'checkpoint')
}
