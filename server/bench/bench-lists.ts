import { request as httpRequest } from 'node:http'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { Connection } from './connection.ts'
import {
  countStatement,
  filterQuestions,
  pageQuestions,
  searchQuestions,
  type Question,
} from './list-questions.ts'
import type { Bench, Line } from './lines.ts'
import { expectSuccess } from './load.ts'
import { get } from './requests.ts'
import { begin } from './standing.ts'
import { call, count, query, user_id, type World } from './world.ts'

const repeatsMax = 9
const patienceMs = 3000

export const listsBench: Bench = {
  name: 'lists',
  summary: 'pages, searches, counts and ids, against bare statements',
  run: async (world, say) => {
    await begin(world, { contacts: true, messages: true })
    for (const question of pageQuestions(world.size)) {
      say(await askBoth(world, question, { atMost: 60 }))
    }
    for (const question of searchQuestions()) {
      const line = await askBoth(world, question, { atMost: 200 })
      say({ ...line, work: `find ${line.work}` })
    }
    for (const question of await makeSegments(world)) {
      const line = await askBoth(world, question, { atMost: 400 })
      say({ ...line, work: `count: ${line.work}` })
    }
    say(await readIds(world))
  },
}

async function askBoth(
  world: World,
  { work, path, statements, drawn }: Question,
  reach: { atMost: number },
): Promise<Line> {
  const connection = await Connection.open(world.simcast.port)
  try {
    const request = get({ path, token: world.apiKey })
    const measured = await median(async () => expectSuccess(await connection.ask(request)))
    const limit = await median(async () => {
      for (const statement of statements) await query(world, statement)
    })
    return { work, unit: 'ms', measured, limit, reach, ...(drawn === undefined ? {} : { drawn }) }
  } finally {
    connection.close()
  }
}

/** The median time in milliseconds of some repeats, after one that warms up. */
async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  const startedAt = performance.now()
  while (times.length < repeatsMax && performance.now() - startedAt < patienceMs) {
    const askedAt = performance.now()
    await work()
    times.push(performance.now() - askedAt)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A segment for each condition; opening one counts its members exactly. */
async function makeSegments(world: World): Promise<Question[]> {
  const questions: Question[] = []
  for (const { work, filter, where } of filterQuestions) {
    const { id } = await call<{ id: number }>(world, 'POST', '/api/segments', {
      name: work,
      type: 'filter',
      ...filter,
    })
    const path = `/api/segments/${id}?include_ids=0`
    const statements = [countStatement(where)]
    const { total_contacts } = await call<{ total_contacts: number }>(world, 'GET', path)
    const total = await count(world, countStatement(where))
    if (total !== total_contacts) {
      throw new Error(`${work}: the segment has ${total_contacts}, the statement ${total}.`)
    }
    const isDrawn = work === 'contains'
    questions.push({
      work,
      path,
      statements,
      ...(isDrawn ? { drawn: 'Count of a filter (contains), ms' } : {}),
    })
  }
  return questions
}

/** A campaign with the ids of all that it is for and of all that it was sent to. */
async function readIds(world: World): Promise<Line> {
  const [campaign] = await query<{ id: number }>(
    world,
    'select id from campaigns order by id limit 1',
  )
  if (!campaign) throw new Error('The standing campaign is there.')
  const { id } = campaign
  const startedAt = performance.now()
  const { bytes, firstByteMs, ids } = await readWhole(world, `/api/campaigns/${id}`)
  const measured = performance.now() - startedAt
  if (ids !== 2 * world.size) throw new Error(`${ids} ids were answered for ${world.size}.`)
  const copiedAt = performance.now()
  for (const statement of [
    `select unnest(contact_ids) from campaign_audiences where user_id = ${user_id} and campaign_id = ${id} and kind = 'frozen' order by chunk`,
    `select contact_id from messages where user_id = ${user_id} and campaign_id = ${id} and status in ('sent', 'delivered') order by contact_id`,
  ]) {
    await copyOut(world, statement)
  }
  return {
    work: 'campaign with all its ids',
    unit: 'ms',
    measured,
    limit: performance.now() - copiedAt,
    note: `${(bytes / 1e6).toFixed(1)} MB, the first byte after ${firstByteMs.toFixed(0)} ms`,
    drawn: 'A campaign with all its ids, ms',
  }
}

function readWhole(
  { simcast, apiKey }: World,
  path: string,
): Promise<{ bytes: number; firstByteMs: number; ids: number }> {
  const askedAt = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${apiKey}` }
    const request = httpRequest({ host: '127.0.0.1', port: simcast.port, path, headers })
    request.on('error', reject)
    request.on('response', (response) => {
      const firstByteMs = performance.now() - askedAt
      let bytes = 0
      let text = ''
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        text += piece.toString('latin1')
      })
      response.on('error', reject)
      response.on('end', () => {
        const { data } = JSON.parse(text) as {
          data: { contacts_ids: number[]; sent_contacts_ids: number[] }
        }
        resolve({
          bytes,
          firstByteMs,
          ids: data.contacts_ids.length + data.sent_contacts_ids.length,
        })
      })
    })
    request.end()
  })
}

async function copyOut({ pool }: World, statement: string): Promise<void> {
  const client = await pool.connect()
  try {
    const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
    await pipeline(client.query(copyTo(`copy (${statement}) to stdout`)), nowhere)
  } finally {
    client.release()
  }
}
