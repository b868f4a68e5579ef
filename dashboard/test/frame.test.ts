import { expect, test } from 'vitest'
import { useDashboard, widths } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

dashboard.atBothWidths('the frame leads to every place and stays accessible', async (journey) => {
  const { page, visit, expectAccessible, expectNoSidewaysScroll, isNarrow } = journey
  await visit('/contacts')
  await expectAccessible()
  await expectNoSidewaysScroll()
  const navigation = page.getByRole('navigation', { name: 'Main' }).filter({ visible: true })
  await navigation.getByRole('link', { name: 'Devices' }).click()
  await page.waitForURL('**/devices')
  if (isNarrow) {
    await navigation.getByRole('button', { name: 'More' }).click()
    await expectAccessible()
    await page.getByRole('link', { name: 'Settings' }).filter({ visible: true }).click()
  } else await navigation.getByRole('link', { name: 'Settings' }).click()
  await page.waitForURL('**/settings/account')
})

test.each(widths)(
  'the policy is on every page, and an unknown one says so, at $name px',
  async (width) => {
    const { page, context, complaints } = await dashboard.openPage(width)
    const response = await page.goto('/nowhere/at/all')
    expect(response?.status()).toBe(200)
    expect(response?.headers()['content-security-policy']).toContain(
      "script-src 'self'; style-src 'self'",
    )
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(complaints()).toEqual([])
    await context.close()
  },
)
