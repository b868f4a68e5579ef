// The whole way, as somebody goes it on the first day: from the set-up link to a reply that says STOP.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inTransaction } from '../../server/src/db/transaction.ts'
import { createSetupLink } from '../../server/src/people/setup-links.ts'
import { buildAccount } from '../../server/test/builders.ts'
import { checkAxe } from './check-axe.ts'
import { useDashboard, widths } from './open-dashboard.ts'

const dashboard = useDashboard()
const csv = join(import.meta.dirname, 'fixtures/spring-fair.csv')

test.each(widths)(
  'from the set-up link over a pretend phone, an import and a campaign to a reply STOP, at $name px',
  async (width) => {
    const { page, context, complaints } = await dashboard.openPage(width)
    try {
      const { user_id } = await buildAccount(dashboard.database.db)
      await setUp(page, user_id)
      await startPretendPhone(page)
      await importContacts(page)
      await sendCampaign(page)
      await watchIt(page)
      await writeStop(page)
      await seeOptOut(page)
      expect(complaints()).toEqual([])
    } catch (error) {
      await dashboard.keepPicture(page, `first-campaign-${width.name}`)
      throw error
    } finally {
      await context.close()
    }
  },
  240_000,
)

async function setUp(page: Page, user_id: number): Promise<void> {
  const token = await inTransaction(dashboard.database.db, (tx) =>
    createSetupLink(tx, { user_id, person_id: null }, new Date()),
  )
  await page.goto(`/setup/${token}`)
  await page.getByLabel('Your name').fill('Jo Sample')
  await page.getByLabel('E-mail').fill(`jo${user_id}@example.com`)
  await page.getByLabel('Choose a password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await page.waitForURL('**/welcome')
  await heading(page, 'Your first campaign, in about five minutes')
}

async function startPretendPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a pretend phone' }).click()
  await page.getByText('Pretend phone is online.').waitFor({ timeout: 40_000 })
  expect(await checkAxe(page)).toEqual([])
}

async function importContacts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Import a file' }).click()
  await page.waitForURL('**/imports')
  await page.getByText('Bring your contacts along').waitFor()
  await page.locator('input[type=file]').first().setInputFiles(csv)
  await heading(page, 'spring-fair.csv')
  await page.getByText('Tried on all 25 rows, nothing written yet.').waitFor()
  await page.getByText('2 rows refused').first().waitFor()
  await page.getByRole('button', { name: 'Import 23 rows' }).click()
  await page.getByText('22 new contacts and 1 updated.').waitFor()
}

async function sendCampaign(page: Page): Promise<void> {
  await page.goto('/campaigns')
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  await page.waitForURL('**/edit/audience')
  await page.getByText('22 contacts get it').waitFor()
  await step(page, 'message')
  await page.getByLabel('Name', { exact: true }).fill('Spring fair')
  await page
    .getByLabel('Text', { exact: true })
    .fill('Hi {{ name | default: "there" }}, the spring fair is on Saturday. Reply STOP to leave.')
  await step(page, 'sending')
  await page.getByText('A pretend phone: nobody gets what it sends.').waitFor()
  await step(page, 'review')
  await page.getByText('Nobody gets this').first().waitFor()
  expect(await checkAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Send to 22 contacts…' }).click()
  const question = page.getByRole('dialog', { name: 'Send to 22 contacts?' })
  await question.getByText('A text that a phone has already sent cannot be called back.').waitFor()
  expect(await checkAxe(page)).toEqual([])
  await question.getByRole('button', { name: 'Send to 22 contacts', exact: true }).dblclick()
}

async function step(page: Page, name: string): Promise<void> {
  await page.goto(page.url().replace(/\/edit\/\w+.*/, `/edit/${name}`))
}

async function watchIt(page: Page): Promise<void> {
  await heading(page, 'Spring fair')
  await page.getByText('Sent', { exact: true }).first().waitFor({ timeout: 120_000 })
  expect(await checkAxe(page)).toEqual([])
}

async function writeStop(page: Page): Promise<void> {
  await page.goto('/devices')
  await page.getByRole('button', { name: 'More for Pretend phone' }).click()
  await page.getByRole('menuitem', { name: 'Write to it as a customer' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Who writes').fill('+44 7700 900100')
  await dialog.getByLabel('What is written').fill('STOP')
  await dialog.getByRole('button', { name: 'Let it come in' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function seeOptOut(page: Page): Promise<void> {
  await page.goto('/opt-outs')
  await expect
    .poll(
      async () => {
        await page.reload()
        await heading(page, 'Opt-outs')
        await page.waitForTimeout(500)
        return page.getByText('+44 7700 900100').count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await page.goto('/contacts?search=900100')
  await page.getByText('Opted out', { exact: true }).first().waitFor()
  await page.getByRole('link', { name: /Amara/ }).first().click()
  await heading(page, /Amara Sample/)
  await page.getByText('STOP', { exact: false }).first().waitFor()
  expect(await checkAxe(page)).toEqual([])
}

function heading(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('heading', { level: 1, name }).waitFor()
}
