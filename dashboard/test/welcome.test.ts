import { expect } from 'vitest'
import { useDashboard } from './open-dashboard.ts'

const dashboard = useDashboard()

dashboard.atBothWidths('the first steps tick themselves, with a pretend phone', async (journey) => {
  const { page, visit, ask, expectAccessible, expectNoSidewaysScroll } = journey
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await visit('/welcome')
  await page
    .getByRole('heading', { level: 1, name: 'Your first campaign, in about five minutes' })
    .waitFor()
  await step('Connect a phone').getByRole('link', { name: 'Connect a phone' }).waitFor()
  expect(await step('Send yourself a test').getByRole('textbox').count()).toBe(0)
  await expectAccessible()
  await expectNoSidewaysScroll()

  await page.getByRole('button', { name: 'Start a pretend phone' }).dblclick()
  await step('Connect a phone').getByText('is online.').waitFor({ timeout: 30_000 })
  await step('Connect a phone').getByText('Pretend', { exact: true }).waitFor()
  expect(await page.getByText('No phone at hand?').count()).toBe(0)
  const devices = (await ask('GET', '/api/devices')) as { data: { id: number }[] }
  expect(devices.data).toHaveLength(1)

  // A contact comes from anywhere: the page need not do it.
  await ask('POST', '/api/contacts', { phone_number: '+447700900142' })
  await step('Bring your contacts').getByText('1 contact is here.').waitFor()

  const test = step('Send yourself a test')
  await test.getByRole('textbox', { name: 'Your number' }).fill('not a number')
  await test.getByRole('button', { name: 'Send the test' }).click()
  await test
    .getByRole('textbox', { name: 'Your number' })
    .and(page.locator('[aria-invalid="true"]'))
    .waitFor()
  await expectAccessible()
  await test.getByRole('textbox', { name: 'Your number' }).fill('+44 7700 900142')
  await test.getByRole('button', { name: 'Send the test' }).click()
  await test.getByText('It arrived at +44 7700 900142.').waitFor({ timeout: 30_000 })

  const [device] = devices.data
  await ask('POST', '/api/campaigns', {
    name: 'Spring',
    content: 'Hello',
    device_id: device?.id,
    sim_subscription_id: 1,
    segment: 'all',
    send: 1,
  })
  await page.getByRole('heading', { level: 1, name: 'Your first campaign is on its way' }).waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: 'Open the campaign' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Go to Home' }).click()
  await page.getByRole('heading', { level: 1, name: /^All is well/ }).waitFor()
  expect(await page.getByText('Send your first campaign').count()).toBe(0)
})
