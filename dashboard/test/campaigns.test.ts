// The list of campaigns and the page of one: what they say while texts leave, and what is done from them.
import { expect } from 'vitest'
import { buildContact } from '../../server/test/builders.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard()

const people = [
  ['Amara Sample', '+447700900101'],
  ['Ben Brown', '+447700900102'],
  ['Chidi Cole', '+447700900103'],
  ['Dana Dale', '+447700900104'],
  ['Elif Ember', '+447700900105'],
  ['Femi Frost', '+447700900106'],
] as const

type Listed = { id: string; phoneNumbers: string[] }

/** A phone of this journey, and a campaign to six contacts that goes out through it. */
async function begin({ user_id, ask, url }: Journey, more: object = {}) {
  const { db } = dashboard.database
  for (const [name, phone_number] of people) await buildContact(db, user_id, { name, phone_number })
  const device = await idOf(ask('POST', '/api/devices', { name: 'Front desk' }))
  await ask('POST', `/api/devices/${device.id}/sims/1`, { max_per_minute: 0 })
  const phone = await enrol(url, String(device['token']))
  const { id } = await idOf(
    ask('POST', '/api/campaigns', {
      name: 'Spring fair',
      content: 'The spring fair is on Saturday.',
      device_id: device.id,
      sim_subscription_id: 1,
      send: 1,
      ...more,
    }),
  )
  await until(async () => (await pendingOf(ask, id)) === people.length)
  return { id, phone }
}

async function enrol(url: string, key: string) {
  const call = async (method: string, path: string, token: string, json?: unknown) => {
    const response = await fetch(`${url}/api/mobile/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': 'me.capcom.smsgateway/1.70.4',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await response.text()
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }
  const { token } = (await call('POST', '/device', key, { name: 'test/phone' })) as {
    token: string
  }
  return {
    fetch: async () => (await call('GET', '/message', token)) as Listed[],
    report: (state: string, texts: readonly Listed[], error?: string) =>
      call(
        'PATCH',
        '/message',
        token,
        texts.map(({ id }) => ({
          id,
          state,
          recipients: [{ state, ...(error ? { error } : {}) }],
        })),
      ),
  }
}

type Row = Record<string, unknown> & { id: number }

async function idOf(answer: Promise<unknown>): Promise<Row> {
  return ((await answer) as { data: Row }).data
}

async function pendingOf(ask: Journey['ask'], id: number): Promise<unknown> {
  return (await idOf(ask('GET', `/api/campaigns/${id}?include_ids=0`)))['total_pending_sms']
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    if (await isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not come to that within ten seconds')
}

dashboard.atBothWidths('a campaign is paused from its row and goes on', async (journey) => {
  const { page, visit, ask, expectAccessible, expectNoSidewaysScroll } = journey
  const { id } = await begin(journey)
  await visit('/campaigns')
  const row = page.locator('tr, li').filter({ hasText: 'Spring fair' })
  await row.getByText('0 of 6').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()

  // Two presses are one: the second would resume it.
  await row.getByRole('button', { name: 'Pause Spring fair' }).dblclick()
  await page.getByText('Spring fair is paused.').waitFor()
  await row.getByText('Paused', { exact: true }).waitFor()
  expect((await idOf(ask('GET', `/api/campaigns/${id}`)))['status']).toBe('paused')
  await expectAccessible()

  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await page.getByText('Spring fair goes on.').waitFor()
  await row.getByRole('button', { name: 'Pause Spring fair' }).waitFor()
  expect((await idOf(ask('GET', `/api/campaigns/${id}`)))['status']).toBe('processing')
})

dashboard.atBothWidths('chips, search and the address find campaigns', async (journey) => {
  const { page, visit, expectAccessible } = journey
  await begin(journey)
  await visit('/campaigns')
  const chips = page.getByRole('group', { name: 'Campaigns by status' })
  await chips.getByRole('button', { name: /^Sending\s*1$/ }).click()
  await page.waitForURL('**/campaigns?status=processing')
  await page.getByText('Spring fair', { exact: true }).waitFor()
  await chips.getByRole('button', { name: /^Paused\s*0$/ }).click()
  await page.getByText('No campaign is paused.').waitFor()
  await expectAccessible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('searchbox', { name: 'Name or text' }).fill('saturday')
  await page.waitForURL('**/campaigns?search=saturday')
  await page.getByText('Spring fair', { exact: true }).waitFor()
  await page.getByRole('searchbox', { name: 'Name or text' }).fill('monday')
  await page.getByText('No campaign has “monday” in its name or text.').waitFor()
})

dashboard.atBothWidths('a campaign is told of while it goes out', async (journey) => {
  const { page, visit, expectAccessible, expectNoSidewaysScroll } = journey
  const { id, phone } = await begin(journey)
  await visit(`/campaigns/${id}`)
  const progress = page.getByRole('region', { name: 'How far it is' })
  await progress.getByText('of 6 sent').waitFor()
  const texts = await phone.fetch()
  await phone.report('Sent', texts.slice(0, 3))
  await phone.report('Delivered', texts.slice(0, 2))
  await phone.report('Failed', texts.slice(3, 5), 'Send result: RESULT_ERROR_NO_SERVICE (4)')

  // Without a reload: the event stream brings it.
  await progress.getByText('2 failed').waitFor()
  await progress.getByText('2 delivered').waitFor()
  await page.getByRole('region', { name: 'Failed, and why' }).getByText('No service').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()

  await page.getByRole('button', { name: 'Retry 2' }).click()
  const question = page.getByRole('dialog', { name: 'Send 2 failed texts again?' })
  await question.getByText('2 found no service.').waitFor()
  await expectAccessible()
  await question.getByRole('button', { name: 'Send 2 texts again' }).dblclick()
  await page.getByText('2 texts are sent again.').waitFor()
  await progress.getByText('0 failed').waitFor()
  await phone.report('Sent', await phone.fetch())
  await phone.report('Sent', texts.slice(5))
  await page.getByText(/^It took /).waitFor()
  await page.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached' })
})

dashboard.atBothWidths(
  'a recipient is found, and its text tells what happened',
  async (journey) => {
    const { page, visit, isNarrow, expectAccessible, expectNoSidewaysScroll } = journey
    const { id, phone } = await begin(journey)
    const texts = await phone.fetch()
    const failed = texts.filter(({ phoneNumbers }) => phoneNumbers[0] === '+447700900102')
    await phone.report(
      'Sent',
      texts.filter((text) => !failed.includes(text)),
    )
    await phone.report('Failed', failed, 'Send result: RESULT_ERROR_FDN_CHECK_FAILURE (6)')
    await visit(`/campaigns/${id}`)
    const recipients = page.getByRole('region', { name: 'Recipients' })
    await recipients.getByRole('button', { name: /^Failed\s*1$/ }).click()
    await page.waitForURL('**status=failed')
    await recipients.getByText('The SIM may not write to this number').waitFor()
    await recipients.getByText('Amara Sample').waitFor({ state: 'detached' })
    await recipients.getByRole('button', { name: /^All\s*6$/ }).click()
    await recipients.getByRole('searchbox').fill('ben')
    await recipients.getByText('Dana Dale').waitFor({ state: 'detached' })
    await recipients.getByRole('link', { name: /Ben Brown/ }).click()

    const drawer = page.getByRole('dialog', { name: 'What happened to it' })
    await drawer.getByText('The spring fair is on Saturday.').waitFor()
    await drawer.getByText('Handed over').waitFor()
    await drawer
      .getByText('The phone said: Send result: RESULT_ERROR_FDN_CHECK_FAILURE (6)')
      .waitFor()
    await expectAccessible()
    if (isNarrow) await expectNoSidewaysScroll()
    await page.goBack()
    await drawer.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('search')).toBe('ben')
  },
)

dashboard.atBothWidths('what waits says why, and what would help', async (journey) => {
  const { page, visit, ask, expectAccessible, expectNoSidewaysScroll } = journey
  const { id } = await begin(journey)
  const { data } = (await ask('GET', '/api/devices')) as { data: Row[] }
  await ask('POST', `/api/devices/${data[0]?.id}`, { is_paused: true })
  await visit(`/campaigns/${id}`)
  await page.getByText('Front desk is paused.', { exact: true }).waitFor()
  await page.getByText('Resume the phone in Devices.').waitFor()
  await expectAccessible()
  await visit('/campaigns')
  const row = page.locator('tr, li').filter({ hasText: 'Spring fair' })
  await row.getByText('Waiting', { exact: true }).waitFor()
  await row.getByText('Front desk is paused').waitFor()
  for (const path of ['/campaigns', `/campaigns/${id}`]) {
    await visit(path)
    await page.getByText('Front desk is paused').first().waitFor()
    for (const width of [320, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScroll()
    }
  }
})

dashboard.atBothWidths('a campaign is cancelled, duplicated and deleted', async (journey) => {
  const { page, visit, ask, expectAccessible } = journey
  const { id, phone } = await begin(journey)
  await phone.report('Sent', (await phone.fetch()).slice(0, 2))
  await visit(`/campaigns/${id}`)
  await page.getByText('2 sent, no report yet').waitFor()
  await page.getByRole('button', { name: 'Cancel…' }).click()
  const question = page.getByRole('dialog', { name: 'Cancel Spring fair?' })
  await question
    .getByText('4 texts are withdrawn and never sent. 2 have left and stay sent.')
    .waitFor()
  await question.getByText('This cannot be undone; you can duplicate it.').waitFor()
  await expectAccessible()
  // The way out has the focus, so Enter does no harm.
  await page.keyboard.press('Enter')
  await question.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Cancel…' }).click()
  await question.getByRole('button', { name: 'Cancel 4 texts' }).dblclick()
  await page.getByText('Spring fair is cancelled. 4 texts are withdrawn.').waitFor()
  await page.getByText('4 cancelled').waitFor()
  expect(await idOf(ask('GET', `/api/campaigns/${id}`))).toMatchObject({
    status: 'cancelled',
    total_pending_sms: 0,
  })

  await page.getByRole('button', { name: 'Duplicate' }).click()
  await page.waitForURL('**/edit/audience')
  const counts = (await idOf(ask('GET', '/api/campaigns/counts'))) as Record<string, unknown>
  expect(counts).toMatchObject({ draft: 1, cancelled: 1 })

  await visit(`/campaigns/${id}`)
  await page.getByRole('button', { name: 'More for Spring fair' }).click()
  await expectAccessible()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page
    .getByRole('dialog', { name: 'Delete Spring fair?' })
    .getByRole('button', { name: 'Delete it' })
    .click()
  await page.waitForURL(/campaigns$/)
  await page.getByText('Spring fair is deleted.').waitFor()
})

dashboard.atBothWidths(
  'where there is no campaign yet, the page says what one is',
  async (journey) => {
    const { page, visit, expectAccessible } = journey
    await visit('/campaigns')
    await page.getByText('No campaigns yet').waitFor()
    await expectAccessible()
  },
)
