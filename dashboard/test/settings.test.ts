import { expect } from 'vitest'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

const parts = [
  'account',
  'sending',
  'opt-out-words',
  'texts',
  'templates',
  'retention',
  'notifications',
  'keys',
  'sign-ins',
  'health',
]

const saved = ({ page }: Journey) =>
  page
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
const accountOf = async ({ ask }: Journey) =>
  ((await ask('GET', '/api/account')) as { data: Record<string, unknown> }).data

dashboard.atBothWidths('every part of the settings can be read by everybody', async (journey) => {
  const { visit, page, expectAccessible, expectNoSidewaysScroll } = journey
  for (const part of parts) {
    await visit(`/settings/${part}`)
    await page.locator('main section').first().waitFor()
    await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' })
    await expectAccessible()
    await expectNoSidewaysScroll()
  }
})

dashboard.atBothWidths('what is set is saved at its field', async (journey) => {
  const { page, visit } = journey
  await visit('/settings/account')
  await page.getByLabel('Name', { exact: true }).fill('Bakery')
  await page.keyboard.press('Tab')
  await saved(journey)
  await page.getByLabel('Time zone').selectOption('Europe/Rome')
  await page.getByLabel('Ask for the number above').fill('many')
  await page.keyboard.press('Enter')
  await page.getByText('This must be a whole number').waitFor()
  await page.getByLabel('Ask for the number above').fill('2,500')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => accountOf(journey))
    .toMatchObject({ name: 'Bakery', timezone: 'Europe/Rome', confirmation_threshold: 2500 })
  await page.getByRole('switch', { name: 'Single keys' }).click()
  await page.reload()
  await page.getByRole('switch', { name: 'Single keys', checked: false }).waitFor()

  await visit('/settings/sending')
  await page.getByRole('switch', { name: 'Write to nobody at night' }).click()
  await page.getByLabel('Quiet from').fill('22:30')
  await page.getByLabel('Quiet until').focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => accountOf(journey))
    .toMatchObject({ quiet_hours_start: '22:30', quiet_hours_end: '09:00' })
})

dashboard.atBothWidths('opt-out words are tried out and changed', async (journey) => {
  const { page, visit } = journey
  await visit('/settings/opt-out-words')
  await page.getByLabel('If somebody writes').fill('stop by tomorrow')
  await page.keyboard.press('Enter')
  await page.getByText('“stop by tomorrow” is a text like any other').waitFor()
  await page.getByLabel('If somebody writes').fill('Stop!')
  await page.keyboard.press('Enter')
  await page.getByText(/“Stop!” opts out, by the word stop/i).waitFor()

  const words = page.getByLabel('To opt out')
  await words.fill('genug\nschluss')
  await page.getByLabel('To come back').focus()
  await expect
    .poll(async () => (await accountOf(journey))['opt_out_words'])
    .toEqual(['genug', 'schluss'])
  await page.getByRole('button', { name: 'Take our words again' }).click()
  await expect
    .poll(async () => (await accountOf(journey))['opt_out_words'])
    .toEqual(expect.arrayContaining([expect.stringMatching(/^stop$/i)]))
})

dashboard.atBothWidths('deleting old texts is asked about first', async (journey) => {
  const { page, visit, expectAccessible } = journey
  await visit('/settings/retention')
  await page.getByLabel('Delete the words after').fill('30')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Words are deleted 30 days after a text is over.').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Keep them' }).click()
  expect(await accountOf(journey)).toMatchObject({ retention_text_days: null })

  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Delete old texts' }).click()
  await expect.poll(() => accountOf(journey)).toMatchObject({ retention_text_days: 30 })
})

dashboard.atBothWidths('a key is shown once, and revoked', async (journey) => {
  const { page, visit, url, expectAccessible } = journey
  await visit('/settings/keys')
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Shop')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await page.getByText('You will not see it again').waitFor()
  await expectAccessible()
  const key = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  const asked = () =>
    fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${key}` } }).then(
      ({ status }) => status,
    )
  expect(await asked()).toBe(200)
  await page.getByRole('button', { name: 'I have kept it' }).click()
  await page.getByRole('button', { name: 'More for the key Shop' }).click()
  await page.getByRole('menuitem', { name: 'Revoke…' }).click()
  await page.getByRole('button', { name: 'Revoke Shop' }).click()
  await page.getByText('The key Shop is revoked.').waitFor()

  expect(await asked()).toBe(401)
})

dashboard.atBothWidths('templates are made, changed and deleted', async (journey) => {
  const { page, visit, expectAccessible } = journey
  await visit('/settings/templates')
  await page.getByText('No template yet').waitFor()
  await page.getByRole('button', { name: 'New template' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Hello')
  await page.getByRole('textbox', { name: 'Text' }).fill('Ciao {{ name')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The text has a mistake at line 1').first().waitFor()
  await page.getByRole('textbox', { name: 'Text' }).fill('Ciao {{ name }} 🎉')
  await page.getByText('1 part, in Unicode').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'More for Hello' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete the template' }).click()

  await page.getByText('No template yet').waitFor()
})

dashboard.atBothWidths('a new password signs the others out', async (journey) => {
  const { page, visit, context } = journey
  await visit('/settings/sign-ins')
  await page
    .getByText(/, this one|Jo, /)
    .first()
    .waitFor()
  await page.getByLabel('Your password now').first().fill('wrong horse')
  await page.getByLabel('The new one').fill('battery staple')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('current_password is not your password.').first().waitFor()
  await page.getByLabel('Your password now').first().fill('correct horse')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('The password is changed.').waitFor()
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click()
  await page.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
  await page.getByRole('heading', { name: 'Sign in to Simcast' }).waitFor()

  const cookies = await context.cookies()
  expect(cookies).toEqual([])
})
