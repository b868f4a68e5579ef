import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
import { sqlState } from '../src/db/transaction.ts'
import { fold } from '../src/lib/fold.ts'
import { copyColumns, copyLine, sampleContact } from './sample-contacts.ts'
import { call, query, user_id, type World } from './world.ts'

// What is in the database when a benchmark begins.

const linesPerWrite = 1000
const chunkSize = 10_000
const content = 'Our autumn sale begins on Monday.'

/** Everything of the account but its contacts and its key. */
const emptied = `messages, removed_messages, past_handovers, withdrawals, sweeps, campaigns, campaign_audiences, flows,
  segments, segment_members, inbound_receipts, installations, sims, devices, imports, import_chunks,
  import_refused_rows, import_numbers, idempotency_keys`

/** Leaves exactly the sample contacts and, if wanted, one message that was sent to each of them. */
export async function begin(
  world: World,
  wanted: { contacts: boolean; messages: boolean },
): Promise<void> {
  await untilDone(() => query(world, `truncate ${emptied} cascade`))
  await query(world, "delete from credentials where kind <> 'api_key'")
  if (wanted.contacts) await standContacts(world)
  else await emptyContacts(world)
  if (wanted.messages) await standMessages(world)
  await query(world, 'vacuum (analyze)')
  await query(world, 'checkpoint')
}

export async function emptyContacts(world: World): Promise<void> {
  await untilDone(() => query(world, 'truncate contacts cascade'))
  world.standing.contacts = 0
}

/** The engine looks into several of these tables at once, and a deadlock with it undoes one of the two. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return void (await work())
    } catch (error) {
      if (attempt === 10 || sqlState(error) !== '40P01') throw error
    }
  }
}

async function standContacts(world: World): Promise<void> {
  const { size, standing } = world
  if (standing.contacts === size) {
    // Those that a load has made came after them.
    await query(
      world,
      `delete from contacts where user_id = ${user_id} and id > (
         select max(id) from (select id from contacts where user_id = ${user_id} order by id limit ${size}) first)`,
    )
    return
  }
  await emptyContacts(world)
  const client = await world.pool.connect()
  try {
    const copy = client.query(copyFrom(`copy contacts (${copyColumns}) from stdin`))
    await pipeline(Readable.from(lines(size)), copy)
  } finally {
    client.release()
  }
  standing.contacts = size
}

function* lines(size: number): Generator<string> {
  for (let start = 0; start < size; start += linesPerWrite) {
    let text = ''
    for (let index = start; index < Math.min(size, start + linesPerWrite); index += 1) {
      text += copyLine(user_id, sampleContact(index))
    }
    yield text
  }
}

/** A campaign to everybody that is over, with all that a launch and a phone leave behind. */
async function standMessages(world: World): Promise<void> {
  const { id: device_id } = await makeDevice(world, 'Standing')
  const campaign_id = await insertCampaign(world, {
    device_id,
    name: 'Standing',
    status: 'finished',
    total: world.size,
  })
  await query(
    world,
    `insert into campaign_audiences (user_id, campaign_id, kind, chunk, contact_ids, expanded_at)
     select ${user_id}, ${campaign_id}, 'frozen', chunk, array_agg(id order by id), now()
       from (select id, (row_number() over (order by id) - 1) / ${chunkSize} as chunk
               from contacts where user_id = ${user_id}) numbered
      group by chunk`,
  )
  await query(
    world,
    `insert into messages (user_id, contact_id, device_id, campaign_id, send_at, created_at, installation_id, handover_key,
                           dispatched_at, lease_until, answered_at, sent_at, finished_at, sim_subscription_id, status,
                           phone_state, phone_number)
     select ${user_id}, id, ${device_id}, ${campaign_id}, now(), now(), 1, id, now(), now(), now(), now(), now(), 1, 'sent',
            'sent', phone_number
       from contacts where user_id = ${user_id} order by id`,
  )
}

export async function insertCampaign(
  world: World,
  campaign: { device_id: number; name: string; status: 'running' | 'finished'; total: number },
): Promise<number> {
  const { device_id, name, status, total } = campaign
  // A running campaign with nothing pending would be taken for one that is over.
  const isRunning = status === 'running'
  const [row] = await query<{ id: number }>(
    world,
    `insert into campaigns (user_id, name, name_folded, content, content_folded, device_id, sim_subscription_id, status,
                            frozen_at, expanded_at, started_at, finished_at, total_recipients, total_pending, total_sent)
     values (${user_id}, $1, $2, $3, $4, $5, 1, $6, now(), now(), now(), $7, $8, $9, $10)
     returning id`,
    [
      name,
      fold(name),
      content,
      fold(content),
      device_id,
      status,
      isRunning ? null : new Date(),
      total,
      isRunning ? total : 0,
      isRunning ? 0 : total,
    ],
  )
  if (!row) throw new Error('A row that was inserted is returned.')
  return row.id
}

/** A device without a pace limit, and what its phone enrols with. */
export function makeDevice(world: World, name: string): Promise<{ id: number; token: string }> {
  return call(world, 'POST', '/api/devices', { name, is_pretend: true })
}
