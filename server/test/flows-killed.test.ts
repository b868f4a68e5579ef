import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useApp, idOf } from './app.ts'
import { buildAccount, buildDevice } from './builders.ts'
import { startClockProcess, type ClockProcess } from './clock-process.ts'
import { useDatabase } from './database.ts'
import { expectTotalsToHold } from './totals.ts'
import { upload } from './upload.ts'

// A real process with its engine, killed again and again while contacts enter flows and texts fall due.

const database = useDatabase()
const testApp = useApp(database)
const contacts = 6000
const flows = 2
const messages = contacts * flows
const waitMilliseconds = 90_000

let user_id: number
let key: string
let simcast: ClockProcess

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  const { id: device_id } = await buildDevice(database.db, user_id)
  testApp.now = new Date('2026-11-21T12:00:00Z')
  for (let place = 0; place < flows; place += 1) {
    const json = {
      name: `Flow ${place}`,
      content: 'Hello {{ name }}',
      device_id,
      sim_subscription_id: 1,
      wait_time: 1,
      wait_time_type: 'days',
    }
    idOf(await testApp.call('POST', '/api/flows', { key, json }))
  }
  simcast = await startClockProcess(database.url, testApp.now)
})

afterEach(() => simcast.end())

test(
  'killed while contacts enter and while texts fall due, each contact gets each text once',
  { timeout: 2 * waitMilliseconds },
  async () => {
    const rows = Array.from(
      { length: contacts },
      (_, place) => `+4477${10_000_000 + place},P${place}`,
    )
    await upload(testApp, { key, file: `phone_number,name\n${rows.join('\n')}\n` })
    await throughKills(async () => count('waiting'), messages)
    expect(await count('waiting')).toBe(messages)
    await expectTotalsToHold(database.db)

    simcast.setClock(new Date('2026-11-22T12:00:01Z'))
    await throughKills(async () => count('queued'), messages)

    expect([await count('queued'), await countDistinct()]).toEqual([messages, messages])
    await expectTotalsToHold(database.db)
  },
)

/** Kills the process three times while a figure grows to its end, each time when some more has been done. */
async function throughKills(figure: () => Promise<number>, end: number): Promise<void> {
  for (const share of [0.1, 0.4, 0.7]) {
    await until(async () => (await figure()) > share * end)
    await simcast.killAndStart()
  }
  await until(async () => (await figure()) >= end)
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + waitMilliseconds
  while (!(await isReached())) {
    if (performance.now() > deadline) throw new Error('Nothing more happened.')
    simcast.nudge()
    await rest(20)
  }
}

async function count(status: 'waiting' | 'queued'): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from messages where user_id = ${user_id} and status = ${status}`.execute(
    database.db,
  )
  return rows[0]?.count ?? 0
}

async function countDistinct(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct (m.flow_id, c.phone_number)) from messages m
      join contacts c on c.user_id = m.user_id and c.id = m.contact_id and m.content = 'Hello ' || c.name
     where m.user_id = ${user_id}`.execute(database.db)
  return rows[0]?.count ?? 0
}
