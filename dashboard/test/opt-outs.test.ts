import { expect } from 'vitest'
import { buildContact } from '../../server/test/builders.ts'
import { useDashboard } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

dashboard.atBothWidths('numbers are brought along with where they come from', async (journey) => {
  const { page, visit, user_id, expectAccessible, expectNoSidewaysScroll } = journey
  await buildContact(dashboard.database.db, user_id, {
    name: 'Anna Sample',
    phone_number: '+447700900142',
  })
  await visit('/opt-outs')
  await page.getByText('Nobody has opted out').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Add numbers' }).click()
  const numbers = page.getByLabel('Phone numbers, one per line or between commas')
  await numbers.fill('07700 900142\nhello')
  await page.getByRole('button', { name: 'Opt these numbers out' }).click()
  await page.getByRole('alert').filter({ hasText: 'hello' }).first().waitFor()
  await expectAccessible()
  await numbers.fill('07700 900142\n+39 333 123 4567')
  await page.getByLabel('Where they come from').fill('The list of the old system')
  await page.getByRole('button', { name: 'Opt these numbers out' }).click()
  await page.getByText('2 numbers were added.').waitFor()
  await page.getByText('The list of the old system').first().waitFor()
  await page.getByText('No contact').or(page.getByText('+39 333 123 4567')).first().waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()

  await page.getByRole('searchbox').fill('333 123')
  await page.getByText('Anna Sample').waitFor({ state: 'detached' })
  await page.getByRole('searchbox').fill('999')
  await page.getByText('No number like that has opted out.').waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('link', { name: 'Anna Sample' }).click()
  await page.getByRole('heading', { level: 1, name: 'Anna Sample' }).waitFor()
  await page.getByText('Opted out').first().waitFor()
  await page.goBack()

  await page.getByRole('button', { name: 'More for opt-outs' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export as a file' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^opt-outs-/)
})

dashboard.atBothWidths(
  'a job that is not there says so',
  async ({ page, visit, expectAccessible }) => {
    await visit('/jobs/987654321')
    await page.getByText('There is no job with this id.').waitFor()
    await expectAccessible()
  },
)
