import { expect } from 'vitest'
import { buildContact, buildSegment, buildTemplate } from '../../server/test/builders.ts'
import { addPhones, type Phones } from './believable-phones.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

/** Phones, and six contacts: four of them can be texted, three of these have a city. */
async function buildScene({ user_id, ask, url, key }: Journey): Promise<Phones> {
  const { db } = dashboard.database
  const phones = await addPhones({ db, user_id, url, key, ask })
  for (const place of [0, 1, 2, 3, 4, 5])
    await buildContact(db, user_id, {
      name: ['Amara Sample', 'Ben Sample', 'Chidi Sample'][place % 3] ?? null,
      country_code: 'GB',
      custom_parameters: place === 3 ? {} : { city: 'Rome' },
      ...(place === 4 ? { opted_out_at: new Date() } : {}),
      ...(place === 5 ? { can_be_sent_to: false } : {}),
    })
  return phones
}

async function buildDraft({ ask }: Journey, phones: Phones, content: string): Promise<number> {
  const { data } = (await ask('POST', '/api/campaigns', {
    name: 'Winter sale',
    content,
    sims: `${phones.frontDesk}:1,${phones.frontDesk}:2`,
  })) as { data: { id: number } }
  return data.id
}

type Stored = {
  data: {
    name: string
    content: string
    segment: string
    status: string
    sims: string[]
    revision: number
    total_recipients: number
  }
}
const read = async ({ ask }: Journey, id: number) =>
  ((await ask('GET', `/api/campaigns/${id}`)) as Stored).data

const idIn = (url: string) => Number(/campaigns\/(\d+)/.exec(url)?.[1])
const plain = 'The winter sale opens tomorrow. Reply STOP to leave.'

dashboard.atBothWidths(
  'a campaign needs a phone first',
  async ({ page, visit, expectAccessible }) => {
    await visit('/campaigns/new')
    await page.getByText('Connect a phone first').waitFor()
    await expectAccessible()
  },
)

dashboard.atBothWidths(
  'a campaign is written, looked at and sent to whom it says',
  async (journey) => {
    const { page, visit, expectAccessible, expectNoSidewaysScroll } = journey
    await buildScene(journey)
    await visit('/campaigns/new')
    await page.getByText('4 contacts get it').waitFor()
    const id = idIn(page.url())
    await page.getByText('Opted out, never texted').waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()

    await page.getByRole('link', { name: 'Message', exact: true }).last().click()
    const text = page.getByLabel('Text', { exact: true })
    await page.getByText('The text is still the one that it began with').waitFor()
    await page.getByLabel('Name').fill('Winter sale')
    await text.fill('You’re first in, {{ ci')
    await page.getByRole('option', { name: /^city/ }).waitFor()
    await expectAccessible()
    await text.press('Enter')
    await text.pressSequentially('there')
    expect(await text.inputValue()).toBe(
      'You’re first in, {{ custom_parameters.city | default: "there" }}',
    )
    await text.press('End')
    await text.pressSequentially(
      '. The sale opens tomorrow at nine in the morning. Reply STOP to leave.',
    )
    await page.getByText('One character doubles the price.').waitFor()
    await page.getByText(/4 parts fewer/).waitFor()
    await page.getByText('The line marks where the second begins.', { exact: false }).waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()
    await page.getByRole('button', { name: 'Replace it' }).click()
    await page.getByText('One character doubles the price.').waitFor({ state: 'detached' })
    await page.getByText('Says how to leave: “STOP”.').waitFor()

    await page.getByRole('link', { name: 'Sending', exact: true }).last().click()
    await page
      .getByText(/^Done /)
      .first()
      .waitFor()
    await page.getByLabel('Front desk, SIM 2').check()
    await expectAccessible()
    await expectNoSidewaysScroll()

    await page.getByRole('link', { name: 'Review', exact: true }).last().click()
    await page.getByText(/^4 contacts get 1 part each, from two SIMs, starting at once/).waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()
    await page.getByRole('button', { name: 'Send to 4 contacts…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^4 parts leave from two SIMs/).waitFor()
    await expectAccessible()

    // Somebody came meanwhile: the number that was confirmed no longer holds.
    await buildContact(dashboard.database.db, journey.user_id, { name: 'Dana' })
    await dialog.getByRole('button', { name: 'Send to 4 contacts' }).click()
    await dialog.getByText(/It would go to 5 contacts now, not to 4/).waitFor()
    expect((await read(journey, id)).status).toBe('draft')
    const again = dialog.getByRole('button', { name: 'Send to 5 contacts' })
    await again.waitFor()
    // Twice at once is once.
    await again.dblclick()
    await page.waitForURL(`**/campaigns/${id}`)
    expect(await read(journey, id)).toMatchObject({
      name: 'Winter sale',
      status: 'processing',
      total_recipients: 5,
    })
  },
)

dashboard.atBothWidths('what is typed outlives the connection and a reload', async (journey) => {
  const { page, context, visit } = journey
  const id = await buildDraft(journey, await buildScene(journey), plain)
  await visit(`/campaigns/${id}/edit/message`)
  const text = page.getByLabel('Text', { exact: true })
  await text.fill(`${plain} First`)
  await page.getByText(/^Draft, saved/).waitFor()
  expect((await read(journey, id)).content).toBe(`${plain} First`)

  await context.setOffline(true)
  await text.fill(`${plain} On the train`)
  await page.getByText('Not saved: no connection. Kept on this device.').waitFor()
  await context.setOffline(false)
  await page.getByText(/^Draft, saved/).waitFor()
  expect((await read(journey, id)).content).toBe(`${plain} On the train`)

  await context.setOffline(true)
  await text.fill(`${plain} In the tunnel`)
  await page.getByText('Not saved: no connection. Kept on this device.').waitFor()
  await context.setOffline(false)
  await page.reload()
  await page.getByLabel('Text', { exact: true }).waitFor()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(`${plain} In the tunnel`)
  await expect.poll(async () => (await read(journey, id)).content).toBe(`${plain} In the tunnel`)
})

dashboard.atBothWidths('two who edit the same draft lose nothing', async (journey) => {
  const { page, visit, ask, expectAccessible } = journey
  const id = await buildDraft(journey, await buildScene(journey), plain)
  await visit(`/campaigns/${id}/edit/message`)
  const text = page.getByLabel('Text', { exact: true })

  await ask('POST', `/api/campaigns/${id}`, { name: 'Named by Jo' })
  await text.fill(`${plain} Mine`)
  await page.getByText(/What you typed and what they changed are both here/).waitFor()
  await page.getByText(/^Draft, saved/).waitFor()
  expect(await read(journey, id)).toMatchObject({ name: 'Named by Jo', content: `${plain} Mine` })

  await ask('POST', `/api/campaigns/${id}`, { content: `${plain} Theirs` })
  await text.fill(`${plain} Mine again`)
  await page
    .getByText(/^Somebody else changed this/)
    .last()
    .waitFor()
  await page.getByRole('button', { name: 'See the difference' }).click()
  await page.getByRole('cell', { name: `${plain} Theirs` }).waitFor()
  await expectAccessible()
  expect((await read(journey, id)).content).toBe(`${plain} Theirs`)
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByText(/^Draft, saved/).waitFor()
  await expect.poll(async () => (await read(journey, id)).content).toBe(`${plain} Mine again`)
})

dashboard.atBothWidths(
  'a mistake in the text is said at the text and holds it back',
  async (journey) => {
    const { page, visit } = journey
    const id = await buildDraft(journey, await buildScene(journey), plain)
    await visit(`/campaigns/${id}/edit/message`)
    await page.getByLabel('Name').fill('Winter sale, second try')
    await page.getByLabel('Text', { exact: true }).fill('Hi {{ nme }}')
    await page.getByText(/Not saved yet: see what is marked/).waitFor()
    await page.locator('#campaign-text-problem').waitFor()
    // What is fine is stored without it.
    expect(await read(journey, id)).toMatchObject({
      name: 'Winter sale, second try',
      content: plain,
    })
    await page
      .getByRole('link', { name: /^Review/ })
      .first()
      .click()
    const send = page.getByRole('button', { name: /^Send to/ })
    await send.waitFor()
    expect(await send.getAttribute('aria-disabled')).toBe('true')
  },
)

dashboard.atBothWidths(
  'it goes to a segment, to chosen contacts or to pasted numbers',
  async (journey) => {
    const { page, visit, expectAccessible } = journey
    const { db } = dashboard.database
    const phones = await buildScene(journey)
    const member = await buildContact(db, journey.user_id, { name: 'Dana Member' })
    await buildSegment(db, journey.user_id, { name: 'Loyal customers', members: [member] })
    const id = await buildDraft(journey, phones, plain)
    await visit(`/campaigns/${id}/edit/audience`)

    await page.getByLabel(/^A segment/).check()
    await page.getByRole('combobox', { name: 'Find a segment' }).fill('loyal')
    await page.getByRole('option', { name: /^Loyal customers/ }).click()
    await page.getByText('1 contact gets it').waitFor()
    await page.getByText('In the segment now').waitFor()
    await expectAccessible()

    await page.getByLabel(/^Contacts that you choose/).check()
    const find = page.getByRole('combobox', { name: 'Name or number' })
    await find.fill('amara')
    await page
      .getByRole('option', { name: /^Amara Sample/ })
      .first()
      .click()
    await find.fill('ben')
    await page
      .getByRole('option', { name: /^Ben Sample/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Use these 2 contacts' }).click()
    await page.getByText('2 contacts are stored with the draft.', { exact: false }).waitFor()
    await expectAccessible()
    expect((await read(journey, id)).segment).toBe('custom')

    await page.getByLabel(/^Numbers that you paste/).check()
    await page.getByLabel('Numbers', { exact: true }).fill('nonsense')
    await page.getByRole('button', { name: 'Use these numbers' }).click()
    await page
      .getByText(/nonsense/)
      .last()
      .waitFor()
    await page
      .getByLabel('Numbers', { exact: true })
      .fill('+44 7700 900801\n+44 7700 900802, +44 7700 900803')
    await page.getByRole('button', { name: 'Use these numbers' }).click()
    await page.getByText('3 contacts get it').waitFor()
    expect((await read(journey, id)).segment).toBe('bulk')

    await page.getByLabel(/^A filter for this campaign/).check()
    await page.getByLabel('Field of condition 1').fill('city')
    await page.getByLabel('Value of condition 1').fill('Rome')
    await page.getByRole('button', { name: 'Use this filter' }).click()
    await page.getByText('This filter is stored with the draft.', { exact: false }).waitFor()
    await page.getByText('3 contacts get it').waitFor()
    await expectAccessible()
    expect((await read(journey, id)).segment).toBe('filter')
  },
)

dashboard.atBothWidths('it is scheduled, and taken back before it is changed', async (journey) => {
  const { page, visit, expectAccessible } = journey
  const id = await buildDraft(journey, await buildScene(journey), plain)
  await visit(`/campaigns/${id}/edit/sending`)
  await page.getByLabel('At a time').check()
  await page.getByText('Choose a time.').waitFor()
  await page.getByLabel('Time', { exact: true }).fill(`${new Date().getFullYear() + 1}-05-04T09:30`)
  await page.getByText(/^Draft, saved/).waitFor()
  await page.getByLabel('Other ones for this campaign').check()
  await page.getByLabel('Give up after a time').check()
  await expectAccessible()
  await page.getByLabel('Give up after a time').uncheck()
  await page.getByLabel(/^Those of the account/).check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Schedule for 4 contacts…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to 4 contacts' }).click()
  await page.waitForURL(`**/campaigns/${id}`)
  expect((await read(journey, id)).status).toBe('scheduled')

  await visit(`/campaigns/${id}/edit/message`)
  await page.getByText(/^This campaign starts by itself/).waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Take it back to a draft' }).click()
  await page.getByLabel('Text', { exact: true }).waitFor()
  expect((await read(journey, id)).status).toBe('draft')
})

dashboard.atBothWidths('a test goes to one number, and a template is taken', async (journey) => {
  const { page, visit, ask, expectAccessible } = journey
  await buildTemplate(dashboard.database.db, journey.user_id, {
    name: 'Opening',
    content: 'We open at nine. Reply STOP to leave.',
  })
  const id = await buildDraft(journey, await buildScene(journey), plain)
  await visit(`/campaigns/${id}/edit/message`)
  await page.getByRole('button', { name: 'Template' }).click()
  await page.getByRole('menuitem', { name: 'Opening' }).click()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toMatch(/^We open at nine/)
  await page.getByRole('button', { name: 'Send me a test' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Number').fill('nobody')
  await dialog.getByRole('button', { name: 'Send the test' }).click()
  await dialog
    .getByText(/phone_number|number/)
    .first()
    .waitFor()
  await expectAccessible()
  await dialog.getByLabel('Number').fill('+44 7700 900999')
  await dialog.getByRole('button', { name: 'Send the test' }).click()
  await page.getByText('The test is on its way').waitFor()
  const { data } = (await ask('GET', '/api/sms')) as { data: { content: string }[] }
  expect(data.map(({ content }) => content)).toEqual(['We open at nine. Reply STOP to leave.'])

  // The text as it reaches somebody else.
  await page.getByRole('button', { name: 'Show another contact' }).click()
  await page.getByRole('menuitem', { name: 'Find a contact' }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('chidi')
  await page
    .getByRole('option', { name: /^Chidi/ })
    .first()
    .click()
  await page.getByText('As it reaches Chidi Sample').waitFor()
})
