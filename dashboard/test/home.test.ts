import { sql } from 'kysely'
import { expect } from 'vitest'
import { buildBusyDay } from './home-world.ts'
import { useDashboard } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

dashboard.atBothWidths('Home says what needs somebody, worst first', async (journey) => {
  const { page, visit, user_id, isNarrow, expectAccessible, expectNoSidewaysScroll } = journey
  const { offline, failing } = await buildBusyDay(dashboard.database.db, user_id)
  await visit('/')

  await page.getByRole('heading', { level: 1, name: 'Four things need you' }).waitFor()
  expect(await page.title()).toContain('(4) Home')
  const needs = page.getByRole('region', { name: 'What needs you' })
  const facts = await needs.getByRole('listitem').allInnerTexts()
  expect(facts.map((fact) => fact.replaceAll('\n', ' '))).toEqual([
    expect.stringContaining('Kiosk 2 has been offline for 18 min'),
    expect.stringContaining('Black Friday early access is failing: 5.8%'),
    expect.stringContaining('Back office, SIM 2 has used its day: 2,000 of 2,000 parts'),
    expect.stringContaining('The feed “Store news” has not answered for 5 h'),
  ])
  expect(facts[0]).toContain('10 texts wait for it. Battery 4%, not charging.')
  expect(facts[1]).toContain('214 of 3,664 texts. 172 of the latest 214: No service.')
  await page.getByRole('region', { name: 'Phones' }).getByText('2,000/2,000').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()
  const hasNew = await page.getByRole('link', { name: 'New campaign' }).count()
  expect(hasNew).toBe(isNarrow ? 0 : 1)

  await needs.getByRole('link', { name: 'See failures' }).click()
  await page.waitForURL(`**/campaigns/${failing}`)
  await page.goBack()
  await needs.getByRole('link', { name: 'Move its texts' }).click()
  await page.waitForURL(`**/devices?dialog=move&about=${offline}`)
  await page.getByRole('dialog').waitFor()
})

dashboard.atBothWidths('what was dismissed is gone until it is worse', async (journey) => {
  const { page, visit, user_id } = journey
  await buildBusyDay(dashboard.database.db, user_id)
  await visit('/')
  await page.getByRole('button', { name: /^Dismiss until it is worse: Kiosk 2/ }).click()

  await page.getByRole('heading', { level: 1, name: 'Three things need you' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Three things need you' }).waitFor()
  expect(await page.getByText('Kiosk 2 has been offline').count()).toBe(0)
})

dashboard.atBothWidths(
  'what runs moves in place, and is paused and resumed there',
  async (journey) => {
    const { page, visit, user_id, ask } = journey
    const { nearly, waiting } = await buildBusyDay(dashboard.database.db, user_id)
    await visit('/')
    const running = page.getByRole('region', { name: 'Running now' })
    const row = running.getByRole('listitem').filter({ hasText: 'Weekly specials' })
    await row.getByText('1,908 of 2,004').waitFor()
    await running
      .getByRole('listitem')
      .filter({ hasText: 'trail shoes' })
      .getByText('Quiet hours')
      .waitFor()
    await row.getByRole('button').focus()
    await sql`
    update campaigns set total_sent = 1950, total_pending = 46 where user_id = ${user_id} and id = ${nearly}`.execute(
      dashboard.database.db,
    )
    await row.getByText('1,950 of 2,004').waitFor()
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toBe('Pause Weekly specials, no. 46')

    await row.getByRole('button', { name: 'Pause Weekly specials, no. 46' }).dblclick()
    await row.getByText('Paused', { exact: true }).waitFor()
    expect(await ask('GET', `/api/campaigns/${nearly}?include_ids=0`)).toMatchObject({
      data: { status: 'paused' },
    })
    await row.getByRole('button', { name: 'Resume Weekly specials, no. 46' }).click()
    await row.getByText('Sending', { exact: true }).waitFor()
    // Paused by somebody else: it is seen without a reload.
    await ask('POST', `/api/campaigns/${waiting}/pause`)
    await running
      .getByRole('listitem')
      .filter({ hasText: 'trail shoes' })
      .getByText('Paused', { exact: true })
      .waitFor()
  },
)

dashboard.atBothWidths('the last days are figures, a line and a table', async (journey) => {
  const { page, visit, user_id, expectAccessible } = journey
  await buildBusyDay(dashboard.database.db, user_id)
  await visit('/')
  const week = page.getByRole('region', { name: 'Last 7 days' })
  await week.getByRole('button', { name: /^Sent 18,204/ }).waitFor()
  await week.getByRole('button', { name: /^Failed 1\.9% .*worse/ }).click()
  await page.waitForURL('**/?figure=failed')
  await week.getByRole('button', { name: 'As a table' }).click()
  expect(await week.getByRole('row').count()).toBe(8)
  await expectAccessible()
  await page.reload()
  expect(await week.getByRole('button', { pressed: true }).first().innerText()).toContain('Failed')
})

dashboard.atBothWidths(
  'an account that has just begun is led to its first steps',
  async (journey) => {
    const { page, visit, expectAccessible, expectNoSidewaysScroll } = journey
    await visit('/')
    await page.getByRole('heading', { level: 1, name: 'All is well' }).waitFor()
    await page.getByText('No phone is connected yet.').waitFor()
    await page.getByText('Nothing is scheduled for the next 7 days.').waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()
    await page.getByRole('link', { name: 'Begin' }).click()

    await page.waitForURL('**/welcome')
    await page
      .getByRole('heading', { level: 1, name: 'Your first campaign, in about five minutes' })
      .waitFor()
  },
)

dashboard.atBothWidths('a section that fails leaves the rest of Home in place', async (journey) => {
  const { page, visit, user_id } = journey
  await buildBusyDay(dashboard.database.db, user_id)
  let fails = true
  await page.route('**/api/reports*', (route) =>
    fails
      ? route.fulfill({
          status: 400,
          contentType: 'application/json',
          body: JSON.stringify({
            errors: [{ title: 'Not just now.', status: 400, code: 'invalid' }],
          }),
        })
      : route.fallback(),
  )
  await visit('/')
  await page.getByRole('heading', { level: 1, name: 'Four things need you' }).waitFor()
  await page.getByText('Not just now.').waitFor()
  fails = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: /^Sent 18,204/ }).waitFor()
})
