import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildAccount } from './builders.ts'
import { startClockProcess, type ClockProcess } from './clock-process.ts'
import { useDatabase } from './database.ts'
import { answerWith, rssOf, useFeedServer, type ItemToServe } from './feed-server.ts'
import { HttpPhone } from './http-phone.ts'
import { Month, type Person } from './simulated-month.ts'
import { expectTotalsToHold } from './totals.ts'

// One month of flows, recurring campaigns and a feed in seconds, on a clock that the test sets, with a real process that is
// killed three times while it works. What must reach whom is worked out beside it.

const database = useDatabase()
const feeds = useFeedServer()
const begin = new Date('2027-03-15T00:00:00Z')
const days = 31
/** When something happens each day, in UTC. Summer time begins in Rome on the 28th. */
const hours = ['07:30', '08:30', '13:00', '14:00', '20:00']
const perDay = 3
const soakMilliseconds = 600_000
const settleMilliseconds = 60_000

let user_id: number
let key: string
let simcast: ClockProcess

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  await database.db
    .updateTable('accounts')
    .set({ default_country: 'GB' })
    .where('user_id', '=', user_id)
    .execute()
  simcast = await startClockProcess(database.url, begin)
})

afterEach(() => simcast.end())

test(
  'a month with three kills ends with every text at everybody it was for, exactly once',
  { timeout: soakMilliseconds },
  async () => {
    const { id: device_id, token } = await post('/api/devices', { name: 'Phone' })
    await post(`/api/devices/${String(device_id)}/sims/1`, { max_per_minute: 0 })
    const phone = new HttpPhone(() => simcast.url())
    await phone.enrol(String(token))
    const sim = { device_id, sim_subscription_id: 1 }
    const month = await makeMonth(sim)
    // Amid texts of flows, the first run of the daily campaign in summer time, and the campaigns of two items.
    const kills = new Set(['16 20:00', '13 07:30', '21 14:00'])

    for (let day = 0; day < days; day += 1) {
      for (const hour of hours) {
        const now = new Date(`${dateOf(day)}T${hour}:00Z`)
        simcast.setClock(now)
        month.comeTo(now)
        await settle(phone, now, kills.has(`${day} ${hour}`))
        if (hour === '13:00') {
          await welcome(month, day, now)
          if (day % 2 === 1) publish(month, day)
        }
        if (hour === '20:00') await change(month, day, now)
      }
    }
    // What a phone was given in an answer that broke off is offered to it again.
    const end = new Date(`${dateOf(days)}T00:00:00Z`)
    simcast.setClock(end)
    month.comeTo(end)
    await settle(phone, end, false)

    expect(month.expected().size).toBeGreaterThan(1000)
    expect(phone.counts()).toEqual(month.expected())
    expect(await countWaiting()).toBe(month.waiting())
    expect(month.waiting()).toBeGreaterThan(0)
    await expectTotalsToHold(database.db)
  },
)

async function makeMonth(sim: object): Promise<Month> {
  const gold = await post('/api/segments', {
    name: 'Gold',
    type: 'filter',
    filters_custom_parameters: [{ key: 'plan', condition: 'exact', value: 'gold' }],
  })
  const flow = (name: string, wait_time: number, wait_time_type: string, segment: unknown) =>
    post('/api/flows', {
      ...sim,
      name,
      content: `${name} {{ phone_number }}`,
      wait_time,
      wait_time_type,
      segment,
    })
  await flow('Welcome', 3, 'hours', 'all')
  await flow('Golden', 2, 'days', gold.id)
  await flow('Later', 10, 'days', 'all')
  const timezone = 'Europe/Rome'
  const recurring = (name: string, settings: object) =>
    post('/api/recurring-campaigns', {
      ...sim,
      name,
      content: `${name} {{ phone_number }}`,
      segment: 'all',
      settings: { timezone, ...settings },
    })
  await recurring('Daily', { frequency: 'daily', time: '09:00' })
  await recurring('Mondays', { frequency: 'weekly', week_days: [1], time: '14:45' })
  serve()
  await post('/api/rss-automations', {
    ...sim,
    name: 'News',
    content: 'News {{ item.title }} {{ phone_number }}',
    rss_url: `${feeds.url}/feed`,
    segment: 'all',
    settings: { check_interval_seconds: 600, items_count: 3, campaigns_delay: 30 },
  })
  return new Month(begin)
}

const items: ItemToServe[] = [{ guid: 'old', title: 'Old' }]

function serve(): void {
  feeds.answers.set('/feed', answerWith(rssOf(items.toReversed())))
}

/** Two items at once: one goes at the next look, the other half an hour later. */
function publish(month: Month, day: number): void {
  for (const place of ['one', 'two']) {
    const title = `${day} ${place}`
    items.push({ guid: title, title })
    month.publish(title)
  }
  serve()
}

/** Some contacts more: one by hand, the others from a file. */
async function welcome(month: Month, day: number, now: Date): Promise<void> {
  const numbers = Array.from(
    { length: perDay },
    (_, place) => `+44770090${1000 + day * 10 + place}`,
  )
  const [first = '', ...others] = numbers
  await post('/api/contacts', { phone_number: first })
  const form = new FormData()
  form.set('file', new Blob([`phone_number\n${others.join('\n')}\n`]), 'contacts.csv')
  await fetch(`${simcast.url()}/api/imports`, {
    method: 'POST',
    headers: authorization(),
    body: form,
  })
  await until(async () => (await idsOf(numbers)).length === perDay)
  for (const id of await idsOf(numbers)) month.add(id, now)
}

/** Of those of the day before, one becomes golden, and now and then one opts out or is golden no longer. */
async function change(month: Month, day: number, now: Date): Promise<void> {
  const [golden, leaving] = month.people.filter(({ since }) => isDayBefore(since, now))
  if (golden) await setPlan(month, golden, 'gold', now)
  if (leaving && day % 4 === 0) {
    await post(`/api/contacts/${leaving.id}`, { has_opted_out: true })
    month.optOut(leaving)
  }
  const [fading] = month.people.filter(({ plan }) => plan === 'gold')
  if (fading && day % 5 === 0) await setPlan(month, fading, 'silver', now)
}

async function setPlan(month: Month, person: Person, plan: string, now: Date): Promise<void> {
  await post(`/api/contacts/${person.id}`, { custom_parameters: { plan } })
  month.setPlan(person, plan, now)
}

/** Lets everything happen that is due, the phone with it; with a kill in the middle of it. */
async function settle(phone: HttpPhone, now: Date, isKilled: boolean): Promise<void> {
  if (isKilled) {
    // In the middle: some of it is done, and the phone knows of nothing.
    const before = await countMade()
    await until(async () => (await countMade()) > before)
    await simcast.killAndStart()
  }
  await until(async () => {
    await phone.work()
    return (await countDue(now, isKilled)) === 0 && phone.hasReportedAll()
  })
}

/**
 * Whatever is to be done by now: steps of the engine, and texts for the phone. A process that was killed while it looked
 * at the feed has it until a later time.
 */
async function countDue(now: Date, isKilled: boolean): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from messages
             where user_id = ${user_id} and status in ('waiting', 'queued') and send_at <= ${now})
         + (select count(*) from campaigns
             where user_id = ${user_id}
               and (status = 'running' and expanded_at is null or status = 'scheduled' and scheduled_at <= ${now}))
         + (select count(*) from rss_automations
             where user_id = ${user_id} and next_check_at <= ${now}
               and (not ${isKilled}::boolean or lease_until is null or lease_until <= ${now}))
         + (select count(*) from recurring_campaigns where user_id = ${user_id} and next_run_at <= ${now})
           as total`.execute(database.db)
  return rows[0]?.total ?? 0
}

/** Texts that have been made, whatever became of them. */
async function countMade(): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from messages where user_id = ${user_id} and status <> 'waiting'`.execute(
    database.db,
  )
  return rows[0]?.total ?? 0
}

async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from messages where user_id = ${user_id} and status = 'waiting'`.execute(
    database.db,
  )
  return rows[0]?.total ?? 0
}

async function idsOf(numbers: readonly string[]) {
  const { rows } = await sql<{ id: number; phone_number: string }>`
    select id, phone_number from contacts where user_id = ${user_id} and phone_number = any(${numbers}::text[])
     order by id`.execute(database.db)
  return rows
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + settleMilliseconds
  for (let look = 1; !(await isReached()); look += 1) {
    if (performance.now() > deadline) throw new Error('Nothing more happened.')
    // Its loops rest for a second; what comes of their work they tell each other.
    if (look % 10 === 0) simcast.nudge()
    await rest(20)
  }
}

async function post(path: string, json: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${simcast.url()}${path}`, {
    method: 'POST',
    headers: { ...authorization(), 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  const body = (await answer.json()) as { data?: Record<string, unknown> }
  if (!body.data) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return body.data
}

const authorization = () => ({ authorization: `Bearer ${key}` })

function dateOf(day: number): string {
  return new Date(begin.getTime() + day * 86_400_000).toISOString().slice(0, 10)
}

function isDayBefore(since: Date, now: Date): boolean {
  const hoursBetween = (now.getTime() - since.getTime()) / 3_600_000
  return hoursBetween > 24 && hoursBetween < 48
}
