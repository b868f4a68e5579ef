import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startPhone, type Phone } from '../../server/src/pretend-phone/phone.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

// The phones, with programs that speak the app's own protocol over HTTP.

const dashboard = useDashboard()
let folder = ''
let running: Phone[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-devices-'))
})
afterEach(async () => {
  await Promise.all(running.map((phone) => phone.stop()))
  running = []
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const slowly = { timeout: 20_000, interval: 100 }

async function start(url: string, token: string): Promise<Phone> {
  const phone = await startPhone({
    url,
    token,
    folder: mkdtempSync(join(folder, 'phone-')),
    sims: 1,
    rate: 0,
    timeScale: 0.01,
    restartsWhenAsked: false,
  })
  running.push(phone)
  return phone
}

/** A device whose phone has come once, and is silent since. */
async function addPhone({ ask, url }: Journey, name: string): Promise<number> {
  const { data } = (await ask('POST', '/api/devices', { name })) as { data: Made }
  const answer = await fetch(`${url}/api/mobile/v1/device`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${data.token}`,
      'user-agent': 'me.capcom.smsgateway/1.75.0',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'google/Pixel 8', simCards: [{ slotIndex: 0, simNumber: 1 }] }),
  })
  expect(answer.status).toBe(201)
  return data.id
}
type Made = { id: number; token: string }

async function addTexts({ ask }: Journey, device_id: number, total: number): Promise<void> {
  const phone_numbers = Array.from({ length: total }, (_, place) => `+4477009${10_000 + place}`)
  await ask('POST', '/api/sms', {
    device_id,
    sim_subscription_id: 1,
    content: 'Hello',
    phone_numbers,
    is_scheduled: true,
    scheduled_datetime: '2040-01-01 09:00:00',
  })
}

async function deviceOf({ ask }: Journey, id: number): Promise<Record<string, unknown>> {
  return ((await ask('GET', `/api/devices/${id}`)) as { data: Record<string, unknown> }).data
}

const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article', { name, exact: true })

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function goSilent({ user_id }: Journey, id: number): Promise<void> {
  const { db } = dashboard.database
  await sql`
    update devices set last_ping_at = now() - interval '1 hour', pinged_at = now() - interval '1 hour'
     where user_id = ${user_id} and id = ${id}`.execute(db)
  await sql`
    update installations set enrolled_at = now() - interval '2 hours', streamed_at = now() - interval '1 hour'
     where user_id = ${user_id} and device_id = ${id}`.execute(db)
}

dashboard.atBothWidths('a phone is connected in three steps, and each is seen', async (journey) => {
  const { page, visit, expectAccessible, expectNoSidewaysScroll, isNarrow } = journey
  await visit('/devices')
  await page.getByText('No phone yet').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Connect a phone' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make its token' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  await dialog.getByLabel('What you call the phone').fill('Front desk')
  await dialog.getByRole('button', { name: 'Make its token' }).click()
  await dialog.getByText('It has not reached us yet.').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()
  expect(await dialog.getByRole('img', { name: /as a code/ }).count()).toBe(isNarrow ? 0 : 1)
  const [address = '', token = ''] = await dialog.locator('code[dir=ltr]').allTextContents()
  expect(address).toBe(`${journey.url}/api/mobile/v1`)

  const phone = await start(address, token)
  await dialog.getByText('It listens for new work.').waitFor()
  await dialog.getByText('pretend phone, app 1.75.0.').waitFor()
  await dialog.getByRole('button', { name: 'Send a test to myself' }).click()
  await dialog.getByLabel('To which number').fill('nobody')
  await dialog.getByRole('button', { name: 'Send the test' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  await dialog.getByLabel('To which number').fill('07700 900142')
  await dialog.getByRole('button', { name: 'Send the test' }).click()
  await dialog.getByText('A text was sent.').waitFor()
  expect(phone.sent()).toMatchObject([{ phone_number: '+447700900142' }])
  phone.receive('+447700900142', 'It came')
  await dialog.getByText('A text was received.').waitFor()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Finish later' }).click()
  await cardOf(page, 'Front desk').getByText('Online').waitFor()
  await expectAccessible()

  // The token is shown once: the address of the page holds none.
  expect(page.url()).not.toContain(token)
  const { data } = (await journey.ask('GET', '/api/devices')) as { data: { id: number }[] }
  await visit(`/devices?connect=1&device=${data[0]?.id}`)
  await dialog.getByText('Its token was shown once').waitFor()
})

dashboard.atBothWidths(
  'who has no phone starts a pretend one, and opts out by writing to it',
  async (journey) => {
    const { page, visit, ask, expectAccessible } = journey
    await visit('/devices')
    await page.getByRole('button', { name: 'Start a pretend phone' }).click()
    const card = cardOf(page, 'Pretend phone')
    await card.getByText('Pretend', { exact: true }).waitFor()
    await card.getByText('Runs inside Simcast').waitFor()
    await card.getByText('SIM 1').waitFor({ timeout: 30_000 })
    await expectAccessible()

    await choose(page, 'Pretend phone', 'Write to it as a customer')
    const dialog = page.getByRole('dialog')
    await expectAccessible()
    await dialog.getByLabel('Who writes').fill('07700 900142')
    await dialog.getByLabel('What is written').fill('STOP')
    await dialog.getByRole('button', { name: 'Let it come in' }).click()
    await page.getByText('“STOP” from').waitFor()
    await expect
      .poll(async () => ask('GET', '/api/opt-outs'), slowly)
      .toMatchObject({ data: [{ phone_number: '+447700900142' }] })
  },
)

dashboard.atBothWidths('limits are edited in place, and say what they come to', async (journey) => {
  const { page, visit, expectAccessible, expectNoSidewaysScroll } = journey
  const id = await addPhone(journey, 'Van')
  await visit('/devices')
  const card = cardOf(page, 'Van')
  await card.getByRole('button', { name: 'Limits of Van, SIM 1' }).click()
  await card.getByLabel('Parts a minute').fill('12')
  await card.getByText('At most 12 a minute: about 720 an hour.').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()
  await card.getByLabel('A day').fill('a lot')
  await card.getByLabel('Shortest pause').fill('9')
  await card.getByRole('button', { name: 'Save the limits' }).click()
  await card.getByText('One thing has to be changed').waitFor()
  expect((await deviceOf(journey, id))['sims']).toMatchObject([{ max_per_minute: 10 }])

  await card.getByLabel('A day').fill('6,000')
  await card.getByLabel('Longest pause').fill('20')
  await card.getByLabel('Its phone number').fill('07700 900123')
  await card.getByRole('button', { name: 'Save the limits' }).click()
  await card.getByText('0/6,000').waitFor()
  await card.getByText('+44 7700 900123').waitFor()
  expect((await deviceOf(journey, id))['sims']).toMatchObject([
    { max_per_minute: 12, max_per_day: 6000, gap_min_seconds: 9, gap_max_seconds: 20 },
  ])
})

dashboard.atBothWidths('a phone is paused at once, and goes on as fast', async (journey) => {
  const { page, visit } = journey
  const id = await addPhone(journey, 'Van')
  await addTexts(journey, id, 3)
  await visit('/devices')
  await choose(page, 'Van', 'Pause')
  await page.getByText('Van is paused. 3 texts wait on it.').waitFor()
  await cardOf(page, 'Van').getByText('Paused').waitFor()
  expect(await deviceOf(journey, id)).toMatchObject({ is_paused: true })

  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Van goes on.').waitFor()
  expect(await deviceOf(journey, id)).toMatchObject({ is_paused: false })
  await choose(page, 'Van', 'Send a test')
  await page.getByRole('dialog', { name: 'Send a test from Van' }).waitFor()
})

dashboard.atBothWidths('what waits on a silent phone is moved by its card', async (journey) => {
  const { page, visit, expectAccessible } = journey
  const kiosk = await addPhone(journey, 'Kiosk 2')
  const desk = await addPhone(journey, 'Front desk')
  await addTexts(journey, kiosk, 12)
  await goSilent(journey, kiosk)
  await visit('/devices')
  // Trouble stands first.
  expect(await page.getByRole('article').first().getByRole('heading').textContent()).toBe('Kiosk 2')
  const card = cardOf(page, 'Kiosk 2')
  await card.getByText('Offline', { exact: true }).waitFor()
  await card.getByText('Its 12 texts can be moved').waitFor()
  await expectAccessible()
  await card.getByRole('button', { name: 'Why offline?' }).click()
  await page.getByRole('dialog').getByText('Nothing is heard of it.').waitFor()
  await expectAccessible()
  await page.keyboard.press('Escape')

  await card.getByRole('button', { name: 'Move 12 texts' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move 12 texts of Kiosk 2?' })
  await expectAccessible()
  const sim = dialog.getByRole('checkbox', { name: 'Front desk, SIM 1' })
  await sim.uncheck()
  await dialog.getByRole('button', { name: 'Move 12 texts' }).click()
  await dialog.getByText('Choose at least one SIM.').waitFor()
  await sim.check()
  await dialog.getByRole('button', { name: 'Move 12 texts' }).dblclick()
  await page.getByText('12 texts of Kiosk 2 move to the others.').waitFor()
  await expect
    .poll(async () => (await deviceOf(journey, desk))['total_pending_sms'], slowly)
    .toBe(12)
})

dashboard.atBothWidths('a phone is drained, taken back, and removed', async (journey) => {
  const { page, visit, ask, expectAccessible } = journey
  const van = await addPhone(journey, 'Van')
  const desk = await addPhone(journey, 'Front desk')
  await addTexts(journey, van, 4)
  await visit('/devices')
  await choose(page, 'Van', 'Drain')
  const drain = page.getByRole('dialog', { name: 'Drain Van?' })
  await drain.getByText('4 waiting texts').waitFor()
  await expectAccessible()
  await drain.getByRole('button', { name: 'Drain Van' }).click()
  const card = cardOf(page, 'Van')
  await card.getByText('Draining').waitFor()
  await card.getByText('Takes no more texts; Front desk, SIM 1 does.').waitFor()
  await card.getByRole('button', { name: 'Take it back into use' }).click()
  await page.getByText('Van takes new texts again.').waitFor()
  await card.getByText('Draining').waitFor({ state: 'detached' })

  await addTexts(journey, van, 2)
  await choose(page, 'Van', 'Remove')
  const remove = page.getByRole('dialog', { name: 'Remove Van?' })
  await expectAccessible()
  await remove.getByRole('button', { name: 'Keep it' }).click()
  expect(page.url()).not.toContain('dialog')
  await choose(page, 'Van', 'Remove')
  await remove.getByRole('button', { name: 'Remove Van' }).click()
  await page.getByText('Van is removed.').waitFor()
  await card.waitFor({ state: 'detached' })
  expect(await ask('GET', '/api/devices')).toMatchObject({ data: [{ id: desk }] })
  await expect
    .poll(async () => (await deviceOf(journey, desk))['total_pending_sms'], slowly)
    .toBe(6)
})

dashboard.atBothWidths(
  'a new token shuts the old phone out, and is shown once',
  async (journey) => {
    const { page, visit, ask, url } = journey
    const { data } = (await ask('POST', '/api/devices', { name: 'Van' })) as { data: Made }
    await start(url, data.token)
    await visit('/devices')
    await cardOf(page, 'Van').getByText('Online').waitFor()
    await choose(page, 'Van', 'New token')
    await page
      .getByRole('dialog', { name: 'Make a new token for Van?' })
      .getByRole('button', { name: 'Make a new token' })
      .click()
    const dialog = page.getByRole('dialog', { name: 'Connect Van' })
    const token = (await dialog.locator('code[dir=ltr]').nth(1).textContent()) ?? ''
    expect(token).toMatch(/^\w{5}(-\w{5}){3}$/)
    const refused = await startPhone({ url, token: data.token }).catch((error: unknown) => error)
    expect(String(refused)).toContain('does not know this token')
    await start(url, token)
    await dialog.getByText('It listens for new work.').waitFor()
  },
)

dashboard.atBothWidths('a phone gets another name, and tells of itself or not', async (journey) => {
  const { page, visit } = journey
  const id = await addPhone(journey, 'Van')
  await visit(`/devices?dialog=rename&about=${id}`)
  const dialog = page.getByRole('dialog', { name: 'Name and notices of Van' })
  await dialog.getByLabel('Name').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  await dialog.getByLabel('Name').fill('فان 🚐')
  await dialog.getByLabel(/each text/).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await cardOf(page, 'فان 🚐').waitFor()
  expect(await deviceOf(journey, id)).toMatchObject({
    name: 'فان 🚐',
    notifications: ['offline', 'received'],
  })
})
