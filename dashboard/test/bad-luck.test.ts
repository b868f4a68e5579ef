// Servers stop, connections drop, clicks come twice, other sites try.
import { createServer } from 'node:http'
import { expect } from 'vitest'
import { buildContact, buildDevice } from '../../server/test/builders.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard()

async function makeDraft({ ask, user_id }: Journey, name = 'Spring fair'): Promise<number> {
  const { db } = dashboard.database
  const device = await buildDevice(db, user_id, { name: 'Front desk' })
  await buildContact(db, user_id, { name: 'Amara Sample' })
  await buildContact(db, user_id, { name: 'Ben Example' })
  const answer = await ask('POST', '/api/campaigns', {
    name,
    content: 'The spring fair is on Saturday.',
    device_id: device.id,
    sim_subscription_id: 1,
    segment: 'all',
  })
  return (answer as { data: { id: number } }).data.id
}

dashboard.atBothWidths('a server that restarts is said and waited for', async (journey) => {
  const { page, visit, user_id } = journey
  const id = await makeDraft(journey)
  await visit('/campaigns')
  await page.getByText('Spring fair').first().waitFor()

  await dashboard.restart(async () => {
    const strip = page.getByRole('region', { name: 'Connection' })
    await strip.getByText(/^No connection since/).waitFor()
    await strip.getByText(/^Trying again in \d+ s\.$|^Trying now\.$/).waitFor()
    await journey.expectAccessible()
    // What was last known is still there; what happens meanwhile is seen afterwards.
    await page.getByText('Spring fair').first().waitFor()
    await dashboard.database.db
      .updateTable('campaigns')
      .set({ name: 'Autumn fair', name_folded: 'autumn fair' })
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .execute()
  })
  await page
    .getByRole('button', { name: 'Try now' })
    .click({ timeout: 3000 })
    .catch(() => undefined)

  await page.getByRole('region', { name: 'Connection' }).waitFor({ state: 'detached' })
  await page.getByText('Autumn fair').first().waitFor()
})

dashboard.atBothWidths('what is typed without a connection is kept and saved', async (journey) => {
  const { page, visit, context, ask } = journey
  const id = await makeDraft(journey)
  await visit(`/campaigns/${id}/edit/message`)
  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await text.fill('Typed before it broke.')
  await page
    .getByText(/^Draft, saved|^saved/i)
    .first()
    .waitFor()
  await context.setOffline(true)
  await text.fill('Typed while it was broken.')
  await page.getByText('Not saved: no connection. Kept on this device.').first().waitFor()

  // Even when the tab is closed now, and opened again later.
  await page.goto('about:blank')
  await context.setOffline(false)
  await visit(`/campaigns/${id}/edit/message`)
  expect(await text.inputValue()).toBe('Typed while it was broken.')
  await expect
    .poll(async () => {
      const { data } = (await ask('GET', `/api/campaigns/${id}`)) as { data: { content: string } }
      return data.content
    })
    .toBe('Typed while it was broken.')
})

dashboard.atBothWidths('a click that comes twice acts once', async (journey) => {
  const { page, visit, ask } = journey
  await visit('/devices')
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname)
  })
  await page.getByRole('button', { name: 'Start a pretend phone' }).dblclick()
  await page.getByRole('heading', { name: 'Pretend phone' }).first().waitFor()

  expect(posts.filter((path) => path === '/api/devices/pretend')).toHaveLength(1)
  expect(await ask('GET', '/api/devices')).toMatchObject({ meta: { total: 1 } })
})

dashboard.atBothWidths(
  'an answer that is lost is asked for again, and done once',
  async (journey) => {
    const { page, visit, ask } = journey
    await visit('/devices')
    const keys: (string | undefined)[] = []
    await page.route('**/api/devices/pretend', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      // It arrives and is done, but nobody hears of it.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Start a pretend phone' }).click()
    await page.getByRole('heading', { name: 'Pretend phone' }).first().waitFor()

    expect(keys.length).toBe(2)
    expect(keys[0]).toMatch(/^[\da-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
    expect(await ask('GET', '/api/devices')).toMatchObject({ meta: { total: 1 } })
  },
)

dashboard.atBothWidths(
  'another site can post nothing with the session of a person',
  async (journey) => {
    const { page, ask, url, visit } = journey
    const id = await makeDraft(journey)
    await visit('/campaigns')
    // The same site by the rules of cookies, another origin: the cookie comes along.
    const other = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`
      <form method="post" action="${url}/api/campaigns/${id}/duplicate"><button>Win a prize</button></form>`)
    })
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    try {
      const address = other.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      await page.goto(`http://127.0.0.1:${port}/`)
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/duplicate')),
        page.getByRole('button', { name: 'Win a prize' }).click(),
      ])
      expect(answer.status()).toBe(403)
    } finally {
      other.close()
    }
    expect(await ask('GET', '/api/campaigns')).toMatchObject({ meta: { total: 1 } })
  },
)

dashboard.atBothWidths('a page whose answer is broken says so, and comes back', async (journey) => {
  const { page, visit, expectAccessible } = journey
  await makeDraft(journey)
  let isBroken = true
  await page.route('**/api/campaigns?*', (route) =>
    isBroken
      ? route.fulfill({
          status: 503,
          headers: { 'x-request-id': '7f3a-0c21' },
          json: { errors: [{ title: 'The database cannot be reached just now.', status: 503 }] },
        })
      : route.continue(),
  )
  await visit('/campaigns')
  await page.getByText('7f3a-0c21').first().waitFor()
  await expectAccessible()
  isBroken = false
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByText('Spring fair').first().waitFor()
})
