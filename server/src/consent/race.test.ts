import { sql } from 'kysely'
import { setTimeout as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { webhookSecretOf } from '../devices/served-settings.ts'

// Opting out against texts that are made and handed over at the same moment, a thousand times.

const rounds = 50
const racesPerRound = 20
const phonesTotal = 3

const database = useDatabase()
const testApp = useApp(database)

type Contact = { id: number; phone_number: string; place: number }
type Handed = { id: string; phone_number: string; askedAt: number }

test(
  'nothing is handed over once an opt-out was answered, and what was before is withdrawn',
  { timeout: 120_000 },
  async () => {
    const { user_id, key } = await buildAccount(database.db)
    const call = (method: string, url: string, json: object) =>
      testApp.call(method, url, { key, json })
    const phones: { device_id: number; phone: TestPhone }[] = []
    for (let place = 0; place < phonesTotal; place += 1) {
      const device = await buildDevice(database.db, user_id)
      await call('POST', `/api/devices/${device.id}/sims/1`, { max_per_minute: 0 })
      phones.push({ device_id: device.id, phone: await enrolTestPhone(testApp, device.token) })
    }
    const answeredAt = new Map<string, number>()
    const handed: Handed[] = []

    async function optOut({ id, phone_number, place }: Contact): Promise<void> {
      await rest(Math.random() * 12)
      const { phone } = phones[place % phonesTotal]!
      const ways = [
        () => testApp.call('POST', hookOf(phone), { payload: stopOf(phone_number) }),
        () => call('POST', `/api/contacts/${id}`, { has_opted_out: 1 }),
        () => call('POST', '/api/opt-outs', { phone_numbers: phone_number }),
      ]
      expect((await ways[place % ways.length]!()).status).toBe(200)
      answeredAt.set(phone_number, performance.now())
    }

    async function write({ phone_number, place }: Contact): Promise<void> {
      await rest(Math.random() * 15)
      const { device_id } = phones[(place + 1) % phonesTotal]!
      const json = {
        content: 'An offer',
        device_id,
        sim_subscription_id: 1,
        phone_numbers: phone_number,
      }
      expect((await call('POST', '/api/sms', json)).status).toBe(200)
    }

    async function fetch(phone: TestPhone): Promise<Listed[]> {
      const askedAt = performance.now()
      const listed = await phone.fetch()
      const texts = listed.filter(({ state, message }) => state === 'Pending' && isOurs(message))
      for (const { id, phoneNumbers } of texts)
        handed.push({ id, phone_number: phoneNumbers[0] ?? '', askedAt })
      return listed
    }

    for (let round = 0; round < rounds; round += 1) {
      const contacts = await newContacts(user_id)
      for (const [place, { device_id }] of phones.entries()) {
        const contact_ids = contacts.filter((one) => one.place % 3 === place).map(({ id }) => id)
        await queueForTest(database.db, user_id, {
          contact_ids,
          device_id,
          now: testApp.now,
          content: 'A campaign',
        })
      }
      await Promise.all([
        ...contacts.flatMap((contact) => [write(contact), optOut(contact)]),
        ...phones.map(async ({ phone }) => {
          for (let turn = 0; turn < 4; turn += 1) await fetch(phone)
        }),
      ])
    }
    // Whatever is left in the queues is met, and refused.
    for (const { phone } of phones)
      while ((await fetch(phone)).some(({ state }) => state === 'Pending'));

    const late = handed.filter(
      ({ phone_number, askedAt }) => askedAt > (answeredAt.get(phone_number) ?? Infinity),
    )
    expect(late).toEqual([])
    expect(answeredAt.size).toBe(rounds * racesPerRound)
    // Some were handed over before, or nothing was raced.
    expect(handed.length).toBeGreaterThan(100)
    expect(await notWithdrawn(user_id)).toEqual([])
    await expectTotalsToHold(database.db)
  },
)

const isOurs = (message: string) => ['An offer', 'A campaign'].includes(message)
const hookOf = (phone: TestPhone) => `/api/mobile/v1/hooks/${webhookSecretOf(phone.token)}`

function stopOf(sender: string): string {
  const payload = { messageId: sender, sender, simNumber: 1, message: 'STOP' }
  return JSON.stringify({ id: `stop ${sender}`, event: 'sms:received', payload })
}

async function newContacts(user_id: number): Promise<Contact[]> {
  const ids = await buildContacts(database.db, user_id, racesPerRound)
  const { rows } = await sql<{ id: number; phone_number: string }>`
    select id, phone_number from contacts where id = any(${ids}::bigint[]) order by id`.execute(
    database.db,
  )
  return rows.map((row, place) => ({ ...row, place }))
}

/** Texts, other than confirmations, that are still pending, or that a phone holds and was not told to give up. */
async function notWithdrawn(user_id: number): Promise<unknown[]> {
  const { rows } = await sql`
    select m.id, m.status from messages m
     where m.user_id = ${user_id} and m.purpose <> 'confirmation' and m.status <> 'received'
       and (m.status not in ('cancelled', 'failed')
            or m.handover_key is not null and not exists (
                 select from withdrawals w where w.user_id = m.user_id and w.message_id = m.id
                                             and w.handover_key = m.handover_key))`.execute(
    database.db,
  )
  return rows
}
