import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { buildAccount, buildPerson } from '../../server/test/builders.ts'
import { inTransaction } from '../../server/src/db/transaction.ts'
import { createSetupLink } from '../../server/src/people/setup-links.ts'
import { checkAxe } from './check-axe.ts'
import { useDashboard, widths } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

test.each(widths)('a set-up link makes a person who is signed in, at $name px', async (width) => {
  const { page, context, complaints } = await dashboard.openPage(width)
  const { db } = dashboard.database
  const { user_id } = await buildAccount(db)
  const token = await inTransaction(db, (tx) =>
    createSetupLink(tx, { user_id, person_id: null }, new Date()),
  )
  await page.goto(`/setup/${token}`)
  await heading(page, 'Set up Simcast')
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/London')
  expect(await page.getByLabel('Country').inputValue()).toBe('GB')
  expect(await checkAxe(page)).toEqual([])

  await page.getByLabel('Your name').fill('Jo Sample')
  await page.getByLabel('E-mail').fill('jo')
  await page.getByLabel('Choose a password').fill('short')
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await page.getByText('This must be an e-mail address').waitFor()
  await page.getByText('This must have at least 10 characters').waitFor()
  expect(await checkAxe(page)).toEqual([])

  await page.getByLabel('E-mail').fill(`jo${user_id}@example.com`)
  await page.getByLabel('Choose a password').fill('correct horse')
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await page.waitForURL('**/welcome')
  await page.goto(`/setup/${token}`)
  await heading(page, 'This link does not work')
  expect(await checkAxe(page)).toEqual([])
  expect(complaints()).toEqual([])
  await context.close()
})

test.each(widths)('signing in leads back to where one was, at $name px', async (width) => {
  const { page, context, complaints } = await dashboard.openPage(width)
  const { db } = dashboard.database
  await db.deleteFrom('sign_in_tries').execute()
  const { user_id } = await buildAccount(db)
  const { email, password } = await buildPerson(db, user_id)
  await page.goto('/settings/texts')
  await heading(page, 'Sign in to Simcast')
  expect(
    await page.getByLabel('E-mail').evaluate((field) => field === document.activeElement),
  ).toBe(true)
  expect(await checkAxe(page)).toEqual([])

  await page.getByLabel('E-mail').fill(email)
  await page.getByText(`npm run simcast -- person reset ${email}`).waitFor()
  await page.getByLabel('Password', { exact: true }).fill('wrong horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page
    .getByRole('alert')
    .getByText('E-mail and password do not match. 4 tries left, then a wait of 15 minutes.')
    .waitFor()
  expect(await checkAxe(page)).toEqual([])

  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/texts')
  await heading(page, 'Texts')
  expect(complaints()).toEqual([])
  await context.close()
})

test.each(widths)('nobody is led to another site after signing in, at $name px', async (width) => {
  const { page, context } = await dashboard.openPage(width)
  const { db } = dashboard.database
  await db.deleteFrom('sign_in_tries').execute()
  const { user_id } = await buildAccount(db)
  const { email, password } = await buildPerson(db, user_id)
  await page.goto('/login?to=%2F%2Fevil.example%2F')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/login')

  expect(page.url()).toBe(`${dashboard.url}/`)
  await context.close()
})

dashboard.atBothWidths('signing out leaves nothing behind', async (journey) => {
  const { page, visit, isNarrow } = journey
  await visit('/settings/account')
  if (isNarrow) await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Jo' }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await heading(page, 'Sign in to Simcast')
  await page.goto('/settings/account')

  await heading(page, 'Sign in to Simcast')
})
