import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp, type TestApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice, buildRecurring } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type Listed, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { restoreBackup } from '../backup/restore.ts'
import { writeBackup } from '../backup/write.ts'
import { releaseHere } from '../cli/holds.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { finishCampaigns, startDueCampaign } from '../campaigns/launch.ts'
import { readConfig } from '../config.ts'
import { startDueRun } from '../recurring/run.ts'

const log = pino({ level: 'silent' })
const takenAt = /came back from the backup of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/

// The original is backed up with texts in every state, and restored twice: once to be released, once to be cancelled.
const original = useDatabase()
const originalApp = useApp(original)
const first = useDatabase({ empty: true })
const firstApp = useApp(first)
const second = useDatabase({ empty: true })
const secondApp = useApp(second)

let folder = ''
let key = ''
let device_id = 0
let phone: TestPhone
/** What the phone had in hand when the backup was made, and of it what it had told about. */
let inHand: Listed[] = []
const ids = { running: 0, scheduled: 0, paused: 0, draft: 0, single: 0, later: 0 }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-holds-'))
  await prepareOriginal()
  const file = join(folder, 'backup')
  await writeBackup({ connection: original.connection, file })
  const now = () => originalApp.now
  await restoreBackup({ connection: first.connection, file, log, now })
  await restoreBackup({ connection: second.connection, file, log, now })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function prepareOriginal(): Promise<void> {
  const { user_id, key: made } = await buildAccount(original.db)
  key = made
  await buildContacts(original.db, user_id, 4)
  const device = await buildDevice(original.db, user_id)
  device_id = device.id
  await original.pool.query('update sims set max_per_minute = 0')
  phone = await enrolTestPhone(originalApp, device.token)

  await sendSms({ phone_numbers: ['+447700900001', '+447700900002', '+447700900003'] })
  inHand = await phone.fetch()
  await phone.report('Pending', inHand.slice(0, 2))
  await phone.report('Processed', inHand.slice(2))

  await buildRecurring(original.db, user_id, {
    device_id,
    next_run_at: new Date('2026-11-22T08:00:00Z'),
  })
  ids.running = await campaign({ send: 1 })
  await expandNextChunk(originalApp.context)
  ids.paused = await campaign({ send: 1 })
  await ok('POST', `/api/campaigns/${ids.paused}/pause`)
  ids.scheduled = await campaign({
    send: 1,
    is_scheduled: 1,
    scheduled_datetime: '2026-11-21 12:30:00',
  })
  ids.draft = await campaign({ save: 1 })
  ids.single = await sendSms({ phone_numbers: ['+447700900009'] })
  ids.later = await sendSms({
    phone_numbers: ['+447700900008'],
    is_scheduled: 1,
    scheduled_datetime: '2026-12-24 18:00:00',
  })
  await ok('POST', '/api/account', { notification_webhook_url: 'http://notices.invalid/' })
  await ok('POST', '/api/account/notifications/test')
}

test('the owner is not told once more of what the original tells', async () => {
  const deliveries = async (app: TestApp) =>
    listOf(await call(app, 'GET', '/api/account/notifications')).flatMap(
      (notice) =>
        // As the route answers them.
        notice['deliveries'] as { next_datetime: string | null; error: string | null }[],
    )
  expect(await deliveries(originalApp)).toMatchObject([{ next_datetime: expect.any(String) }])
  expect(await deliveries(firstApp)).toMatchObject([
    { next_datetime: null, error: expect.stringContaining('came back from a backup') },
  ])
})

test('nothing pending reaches a phone of the original that comes to the restored one', async () => {
  firstApp.now = new Date('2026-11-21T13:00:00Z')
  await backgroundWork(firstApp)

  // It is let in by the token that it has, and told only what it must not send any more.
  expect(await fetchTexts(firstApp)).toEqual([])
  expect((await campaignOf(firstApp, ids.scheduled))['status']).toBe('paused')
  await expectTotalsToHold(first.db)
})

test('campaigns come back paused and single texts held, each with the reason', async () => {
  for (const id of [ids.running, ids.scheduled, ids.paused]) {
    const { status, held_reason } = await campaignOf(firstApp, id)
    expect({ status, held_reason }).toEqual({
      status: 'paused',
      held_reason: expect.stringMatching(takenAt),
    })
  }
  expect(await campaignOf(firstApp, ids.draft)).toMatchObject({
    status: 'draft',
    held_reason: null,
  })

  const held = listOf(await call(firstApp, 'GET', '/api/sms?status=pending&results_per_page=100'))
  expect(held.length).toBeGreaterThan(4)
  for (const sms of held) expect(sms['error']).toMatch(takenAt)

  const { campaigns, total_sms } = dataOf(await call(firstApp, 'GET', '/api/account/held'))
  expect(total_sms).toBe(2)
  expect((campaigns as { id: number }[]).map(({ id }) => id)).toEqual([
    ids.running,
    ids.paused,
    ids.scheduled,
  ])
})

test('what a phone had in hand may have gone out, and its late reports still say so', async () => {
  const failed = listOf(await call(firstApp, 'GET', '/api/sms?status=failed'))
  expect(failed).toHaveLength(2)
  for (const sms of failed) {
    expect(sms).toMatchObject({
      may_have_gone_out: true,
      error: expect.stringMatching(/^A phone held the message when the backup of .* was made/),
    })
  }
  // Handed to Android: it counts as sent, as it does when nothing more is heard of it.
  const [unconfirmed] = listOf(await call(firstApp, 'GET', '/api/sms?status=sent'))
  expect(unconfirmed?.['error']).toContain('the network never confirmed it')

  await reportTo(firstApp, 'Sent', inHand)
  const sent = listOf(await call(firstApp, 'GET', '/api/sms?status=sent'))
  expect(sent.map(({ error }) => error)).toEqual([null, null, null])
  await expectTotalsToHold(first.db)
})

test('a held campaign is not resumed by mistake; released, it goes on', async () => {
  const resumed = await call(firstApp, 'POST', `/api/campaigns/${ids.running}/resume`)
  expect(resumed.status).toBe(400)
  expect(problemsOf(resumed)[0]?.title).toMatch(/may have been sent since.*Release the campaign/)

  expect((await call(firstApp, 'POST', `/api/campaigns/${ids.running}/release`)).status).toBe(200)
  await backgroundWork(firstApp)
  const texts = await fetchTexts(firstApp)
  expect(texts.length).toBeGreaterThan(0)
  expect(new Set(texts.map(({ message }) => message))).toEqual(new Set(['Campaign']))
  const again = await call(firstApp, 'POST', `/api/campaigns/${ids.running}/release`)
  expect(problemsOf(again)[0]?.title).toContain('this can be done while it is "paused"')
})

test('a recurring campaign does not run beside the one of the original, and says why', async () => {
  firstApp.now = new Date('2026-11-22T08:00:00Z')
  while (await startDueRun(firstApp.context));
  firstApp.now = new Date('2026-11-21T13:00:00Z')

  const [recurring] = listOf(await call(firstApp, 'GET', '/api/recurring-campaigns'))
  expect(recurring).toMatchObject({
    total_campaigns: 0,
    held_reason: expect.stringMatching(takenAt),
    next_run_datetime: '2026-11-23 08:00:00',
  })
  const { recurring_campaigns } = dataOf(await call(firstApp, 'GET', '/api/account/held'))
  expect(recurring_campaigns).toMatchObject([{ id: recurring?.['id'] }])
})

test('one text is released and another deleted, by its id', async () => {
  expect((await call(firstApp, 'POST', `/api/sms/${ids.single}/release`)).status).toBe(200)
  const texts = await fetchTexts(firstApp)
  expect(texts.map(({ phoneNumbers }) => phoneNumbers)).toEqual([['+447700900009']])

  const twice = await call(firstApp, 'POST', `/api/sms/${ids.single}/release`)
  expect(twice.status).toBe(400)
  expect((await call(firstApp, 'DELETE', `/api/sms/${ids.later}`)).status).toBe(200)
  expect(dataOf(await call(firstApp, 'GET', '/api/account/held'))['total_sms']).toBe(0)
  await expectTotalsToHold(first.db)
})

test('new texts go out while the old ones are held', async () => {
  await sendSms({ phone_numbers: ['+447700900010'] }, secondApp)
  const texts = await fetchTexts(secondApp)
  expect(texts.map(({ phoneNumbers }) => phoneNumbers)).toEqual([['+447700900010']])
})

test('everything held is cancelled at once, or released at once', async () => {
  const said: string[] = []
  const config = readConfig({ DATABASE_URL: second.url })
  await releaseHere(config, { cancel: true }, (text) => said.push(text))
  expect(said).toEqual([
    expect.stringMatching(
      /^Account 1, .*: cancelled campaigns 3, single texts 2, recurring campaigns and RSS automations 1\.$/,
    ),
  ])
  await backgroundWork(secondApp)
  expect(await fetchTexts(secondApp)).toEqual([])
  const { data: nothing } = { data: dataOf(await call(secondApp, 'GET', '/api/account/held')) }
  expect(nothing).toEqual({
    campaigns: [],
    total_sms: 0,
    recurring_campaigns: [],
    rss_automations: [],
  })
  expect((await campaignOf(secondApp, ids.running))['status']).toBe('cancelled')
  await expectTotalsToHold(second.db)

  expect((await call(firstApp, 'POST', '/api/account/held/release')).status).toBe(200)
  await backgroundWork(firstApp)
  // The scheduled one's time has passed meanwhile; the one that was paused is paused no more.
  expect((await fetchTexts(firstApp)).length).toBeGreaterThan(6)
  expect(dataOf(await call(firstApp, 'GET', '/api/account/held'))['campaigns']).toEqual([])
  await expectTotalsToHold(first.db)
})

function call(app: TestApp, method: string, url: string, json?: unknown) {
  return app.call(method, url, { key, ...(json === undefined ? {} : { json }) })
}

async function ok(method: string, url: string, json?: unknown, app = originalApp) {
  const answer = await call(app, method, url, json)
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
  return dataOf(answer)
}

async function sendSms(fields: object, app = originalApp): Promise<number> {
  const json = { content: 'Single', device_id, sim_subscription_id: 1, ...fields }
  const { sms_ids } = await ok('POST', '/api/sms', json, app)
  return (sms_ids as number[])[0] ?? 0
}

async function campaign(fields: object): Promise<number> {
  const json = { name: 'C', content: 'Campaign', device_id, sim_subscription_id: 1, ...fields }
  return Number((await ok('POST', '/api/campaigns', json))['id'])
}

async function campaignOf(app: TestApp, id: number) {
  return dataOf(await call(app, 'GET', `/api/campaigns/${id}?include_ids=0`))
}

/** What the engine does by itself. */
async function backgroundWork({ context }: TestApp): Promise<void> {
  while (await startDueCampaign(context));
  while (await expandNextChunk(context));
  await finishCampaigns(context)
}

/** What the phone that enrolled with the original is given to send. */
async function fetchTexts(app: TestApp): Promise<Listed[]> {
  const answer = await app.call('GET', '/api/mobile/v1/message', phoneCall())
  expect(answer.status).toBe(200)
  return (answer.body as Listed[]).filter(({ state }) => state === 'Pending')
}

async function reportTo(app: TestApp, state: string, texts: Listed[]): Promise<void> {
  const json = texts.map(({ id }) => ({ id, state, recipients: [{ state }] }))
  const answer = await app.call('PATCH', '/api/mobile/v1/message', { ...phoneCall(), json })
  expect(answer.status).toBe(204)
}

function phoneCall() {
  return { key: phone.token, headers: { 'user-agent': 'me.capcom.smsgateway/1.70.4' } }
}
