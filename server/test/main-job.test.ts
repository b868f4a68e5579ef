import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSimcast, type SimcastProcess } from './simcast-process.ts'

// The main job as its owner does it: contacts from a file, a campaign out through two phones that fail now and then, and
// every process a real one that can be killed.

const contacts = 10_000
const key = 'main-job-key-for-automation'
const jobMilliseconds = 600_000

let folder = ''
let simcast: SimcastProcess
let phones: ChildProcess[] = []
/** Where it listens; the same after each kill, so that the phones find it again. */
let port = '0'

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-main-job-'))
  port = '0'
  simcast = await start()
  port = new URL(simcast.url).port
})

afterEach(async () => {
  for (const phone of phones) phone.kill('SIGKILL')
  await Promise.all(
    phones
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((phone) => once(phone, 'exit')),
  )
  phones = []
  await simcast.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(
  'a campaign to 10,000 imported contacts goes out through two phones, to each exactly once',
  { timeout: jobMilliseconds },
  async () => {
    await sendToAll({ kills: 0 })
  },
)

test(
  'the same holds when Simcast is killed three times on the way',
  { timeout: jobMilliseconds },
  async () => {
    await sendToAll({ kills: 3 })
  },
)

async function sendToAll({ kills }: { kills: number }): Promise<void> {
  await importContacts()
  const devices = [await startPhone('one'), await startPhone('two')]
  const { id } = await post('/api/campaigns', {
    name: 'Main job',
    content: 'Hello {{ name }}, this is text {{ custom_parameters.number }}',
    device_id: devices[0],
    sim_subscription_id: 1,
    segment: 'all',
    send: 1,
  })

  for (let kill = 1; kill <= kills; kill += 1) {
    await untilCampaign(id, ({ total_sent_sms }) => total_sent_sms >= (kill * contacts) / 5)
    await simcast.kill()
    simcast = await start()
  }
  // Halfway the campaign moves to the other phone.
  await untilCampaign(id, ({ total_sent_sms }) => total_sent_sms >= contacts / 2 || kills > 0)
  await post(`/api/campaigns/${id}/pause`, {})
  await post(`/api/campaigns/${id}`, { device_id: devices[1] })
  await post(`/api/campaigns/${id}/resume`, {})
  const first = await untilCampaign(id, ({ status }) => status === 'sent')

  expect(first).toMatchObject({ total_pending_sms: 0, total_recipients: contacts })
  expect(first.total_sent_sms + first.total_failed_sms).toBe(contacts)
  expect(first.total_failed_sms).toBeGreaterThan(0)
  expectOnceEach(first.total_sent_sms)
  await expectRows(id, first)

  // Those that failed are sent again until nobody is left without the text.
  let now = first
  while (now.total_failed_sms > 0) {
    await post(`/api/campaigns/${id}/retry`, {})
    now = await untilCampaign(id, ({ status }) => status === 'sent')
  }
  expect(now).toMatchObject({ total_sent_sms: contacts, total_pending_sms: 0, total_failed_sms: 0 })
  expectOnceEach(contacts)
  await expectRows(id, now)
  await expectContactTotals()
}

function start(): Promise<SimcastProcess> {
  return startSimcast({ DATA_DIR: join(folder, 'data'), ADMIN_API_KEY: key, PORT: port })
}

async function importContacts(): Promise<void> {
  const rows = Array.from(
    { length: contacts },
    (_, place) => `+44770${String(1_000_000 + place)},Person ${place},${place}`,
  )
  const form = new FormData()
  form.set('file', new Blob([`phone_number,name,number\n${rows.join('\n')}\n`]), 'contacts.csv')
  const response = await fetch(`${simcast.url}/api/imports`, {
    method: 'POST',
    headers,
    body: form,
  })
  const { data } = (await response.json()) as { data: { id: number } }
  await until(async () => (await get(`/api/imports/${data.id}`)).status === 'finished')
  expect(await get(`/api/imports/${data.id}`)).toMatchObject({ created: contacts, refused: 0 })
}

async function startPhone(name: string): Promise<number> {
  const { id, token } = await post('/api/devices', { name, is_pretend: 1 })
  const cli = join(import.meta.dirname, '../src/pretend-phone/cli.ts')
  const options = [
    '--url',
    simcast.url,
    '--token',
    token,
    '--rate',
    '0',
    '--fail',
    '0.02',
    '--journal',
    join(folder, name),
    '--quiet',
  ]
  const phone = spawn(process.execPath, [cli, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  phones.push(phone)
  await until(async () => (await get(`/api/devices/${id}`)).sims.length > 0)
  return id
}

/** By the phones' own journals, which no part of Simcast writes. */
function expectOnceEach(total: number): void {
  const texts = ['one', 'two'].flatMap((name) => readJournal(join(folder, name)))
  const byNumber = new Map(texts.map(({ phone_number, text }) => [phone_number, text]))
  expect(texts).toHaveLength(byNumber.size)
  expect(byNumber.size).toBe(total)
  for (const [phone_number, text] of byNumber) {
    const place = Number(phone_number.slice('+44770'.length)) - 1_000_000
    expect(text).toBe(`Hello Person ${place}, this is text ${place}`)
  }
}

function readJournal(path: string): { phone_number: string; text: string }[] {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.sent.jsonl'),
  )
  return files.flatMap((file) =>
    readFileSync(join(path, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  )
}

/** Every total is the count of the rows. */
async function expectRows(id: number, campaign: Answer): Promise<void> {
  for (const status of ['sent', 'pending', 'failed'] as const) {
    const answer = await fetch(
      `${simcast.url}/api/sms?campaign_id=${id}&status=${status}&results_per_page=10`,
      { headers },
    )
    const { meta } = (await answer.json()) as { meta: { total: number } }
    expect([status, meta.total]).toEqual([status, campaign[`total_${status}_sms`]])
  }
}

async function expectContactTotals(): Promise<void> {
  for (let page = 1; page <= contacts / 1000; page += 1) {
    const answer = await fetch(`${simcast.url}/api/contacts?results_per_page=1000&page=${page}`, {
      headers,
    })
    const { data } = (await answer.json()) as { data: Record<string, number>[] }
    for (const contact of data) {
      expect(contact).toMatchObject({
        total_sent_sms: 1,
        total_pending_sms: 0,
        total_failed_sms: 0,
      })
    }
  }
}

/** What these tests look at of what is answered. */
type Answer = {
  id: number
  token: string
  status: string
  sims: unknown[]
  total_sent_sms: number
  total_pending_sms: number
  total_failed_sms: number
}

const headers = { authorization: `Bearer ${key}` }

async function get(path: string): Promise<Answer> {
  const response = await fetch(`${simcast.url}${path}`, { headers })
  expect(response.status).toBe(200)
  return ((await response.json()) as { data: Answer }).data
}

async function post(path: string, fields: object): Promise<Answer> {
  const body = JSON.stringify(fields)
  const response = await fetch(`${simcast.url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  const answer = (await response.json()) as { data: Answer }
  expect([path, response.status, answer]).toMatchObject([path, 200, {}])
  return answer.data
}

async function untilCampaign(
  id: number,
  isReached: (campaign: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const campaign = await get(`/api/campaigns/${id}?include_ids=0`)
    if (isReached(campaign)) return campaign
    await rest(100)
  }
}

/** Asks again and again, as a person who watches would. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await rest(100)
}
