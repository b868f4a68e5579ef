import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { endOverdueMessages } from './overdue.ts'

// Everything at once that locks messages, and what has totals of them, over and over. A deadlock is undone and run again
// by whoever meets it, so nobody but the database tells of it.

const rounds = 12
const perRound = 60

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device: { id: number; token: string }
let heir: { id: number; token: string }
let phone: TestPhone

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  heir = await buildDevice(database.db, user_id)
  device = await buildDevice(database.db, user_id)
  for (const { id } of [heir, device]) {
    for (const sim of [1, 2, 3]) await post(`/api/devices/${id}/sims/${sim}`, { max_per_minute: 0 })
  }
  phone = await enrolTestPhone(testApp, device.token)
})

const cases: [string, (round: Round) => Promise<unknown>][] = [
  ['a campaign is cancelled', ({ campaign_id }) => post(`/api/campaigns/${campaign_id}/cancel`)],
  ['a campaign is deleted', ({ campaign_id }) => remove(`/api/campaigns/${campaign_id}`)],
  ['failed texts are sent again', ({ campaign_id }) => post(`/api/campaigns/${campaign_id}/retry`)],
  ['contacts opt out', ({ contacts }) => each(contacts, (id) => optOut(id))],
  ['contacts are deleted', ({ contacts }) => each(contacts, (id) => remove(`/api/contacts/${id}`))],
  ['texts are deleted', ({ messages }) => each(messages, (id) => remove(`/api/sms/${id}`))],
  ['the app is reinstalled', async () => (phone = await enrolTestPhone(testApp, device.token))],
  ['its SIMs are changed', () => post(`/api/devices/${device.id}/sims/1`, { max_per_day: 0 })],
  ['what is overdue is ended', () => endOverdueMessages(database.db, daysLater(2))],
]

test.each(cases)(
  'while phones fetch and report, %s, and nobody is in anybody’s way',
  { timeout: 60_000 },
  async (_what, disturb) => {
    const before = await deadlocks()
    for (let round = 0; round < rounds; round += 1) {
      const made = await newRound()
      const { messages } = made
      const listed = await phone.fetch()
      await Promise.all([
        report('Sent', listed),
        report('Failed', listed.slice(0, 20)),
        disturb(made),
        report('Delivered', listed.toReversed()),
        phone.call('GET', '/message'),
        each(messages.slice(0, 10), (id) => post(`/api/sms/${id}/retry`)),
      ])
    }
    expect((await deadlocks()) - before).toBe(0)
    await expectTotalsToHold(database.db)
  },
)

test('a device is deleted while its phone reports and another takes over', async () => {
  const before = await deadlocks()
  for (let round = 0; round < rounds; round += 1) {
    await newRound()
    const listed = await phone.fetch()
    const gone = device
    await Promise.all([
      ...listed.map((one) => report('Sent', [one])),
      remove(`/api/devices/${gone.id}?move_to=${heir.id}:1`),
      ...listed.map((one) => report('Delivered', [one])),
    ])
    // The younger one takes over from the older one, and the older one from the younger.
    device = heir
    heir = await buildDevice(database.db, user_id)
    phone = await enrolTestPhone(testApp, device.token)
  }
  expect((await deadlocks()) - before).toBe(0)
  await expectTotalsToHold(database.db)
})

type Round = { campaign_id: number; contacts: number[]; messages: number[] }

/** A campaign and single texts that wait to be fetched. */
async function newRound(): Promise<Round> {
  const { db } = database
  const contact_ids = await buildContacts(db, user_id, perRound)
  const json = { name: 'x', content: 'x', device_id: device.id, sim_subscription_id: 1 }
  const { body } = await post('/api/campaigns', json)
  const { id: campaign_id } = (body as { data: { id: number } }).data
  await sql`update campaigns set status = 'running', frozen_at = now(), expanded_at = now(), started_at = now()
             where id = ${campaign_id}`.execute(db)
  const waiting = { contact_ids, device_id: device.id, now: testApp.now }
  await queueForTest(db, user_id, { ...waiting, campaign_id })
  const messages = await queueForTest(db, user_id, waiting)
  return { campaign_id, contacts: contact_ids.slice(0, 15), messages: messages.slice(0, 15) }
}

function post(path: string, json?: object) {
  return testApp.call('POST', path, { key, ...(json === undefined ? {} : { json }) })
}

function remove(path: string) {
  return testApp.call('DELETE', path, { key })
}

const optOut = (id: number) => post(`/api/contacts/${id}`, { has_opted_out: 1 })
const each = (ids: readonly number[], work: (id: number) => Promise<unknown>) =>
  Promise.all(ids.map(work))
const daysLater = (days: number) => new Date(testApp.now.getTime() + days * 24 * 3600 * 1000)

/** One request; a phone that has been shut out meanwhile is told so. */
async function report(state: string, messages: readonly { id: string }[]): Promise<void> {
  const reports = messages.map(({ id }) => ({ id, state, recipients: [{ state }] }))
  expect([204, 401]).toContain((await phone.call('PATCH', '/message', reports)).status)
}

/** How many the database has undone. Its counts come from each connection once it rests. */
async function deadlocks(): Promise<number> {
  const { pool } = database
  const { rows } = await pool.query<{ deadlocks: number }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.deadlocks ?? 0
}
