import { expect } from 'vitest'
import { buildCampaign, buildContact, buildDevice, buildFlow } from '../../server/test/builders.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard({ withEngine: false })

/** Twelve customers: who is Gold has spent enough, but for three whose amount is no number. */
async function buildCustomers({ user_id }: Journey): Promise<number[]> {
  const { db } = dashboard.database
  const ids = []
  for (let place = 0; place < 12; place++) {
    const isGold = place % 2 === 0
    ids.push(
      await buildContact(db, user_id, {
        name: `Customer ${place}`,
        country_code: 'GB',
        custom_parameters: {
          loyalty: isGold ? 'Gold' : 'Silver',
          total_spent: place < 6 ? 300 + place : 'n/a',
        },
        ...(place === 0 ? { opted_out_at: new Date() } : {}),
      }),
    )
  }
  return ids
}

dashboard.atBothWidths(
  'a segment is written, counted at once, saved and listed',
  async (journey) => {
    const { page, visit, expectAccessible, expectNoSidewaysScroll, isNarrow } = journey
    await buildCustomers(journey)
    await visit('/segments')
    await page.getByText('No segments yet').waitFor()
    await expectAccessible()
    await page.getByRole('link', { name: 'New segment' }).click()
    await page.getByRole('heading', { level: 1, name: 'New segment' }).waitFor()
    await page.getByLabel('Name', { exact: true }).fill('Big spenders')

    // Keys and values are offered from what contacts have.
    const key = page.getByRole('combobox', { name: 'Field of condition 1' })
    await key.fill('loy')
    await page.getByRole('option', { name: /^loyalty/ }).click()
    const value = page.getByRole('combobox', { name: 'Value of condition 1' })
    await value.click()
    await page.getByRole('option', { name: /^Gold/ }).waitFor()
    await expectAccessible()
    await value.press('ArrowDown')
    await value.press('Enter')
    expect(await value.inputValue()).toBe('Gold')
    await page.getByText('of 12 contacts match.').waitFor()
    await page.getByText('1 of them has opted out and is never texted.').waitFor()
    if (isNarrow) await page.getByRole('button', { name: /^6 contacts, 1 opted out/ }).waitFor()

    // What cannot be compared is said.
    await page.getByRole('button', { name: 'Condition', exact: true }).click()
    await page.getByRole('combobox', { name: 'Field of condition 2' }).fill('total_spent')
    await page
      .getByLabel('Condition 2', { exact: true })
      .locator('select')
      .selectOption('bigger_than')
    await page.getByRole('combobox', { name: 'Value of condition 2' }).fill('250')
    await page.getByText('3 contacts have a total_spent that is no number, such as “n/a”').waitFor()

    await page.getByRole('combobox', { name: 'In any of these countries' }).fill('united k')
    await page.getByRole('option', { name: /^United Kingdom/ }).click()
    await page.getByRole('button', { name: 'Remove United Kingdom' }).waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()

    await page.getByRole('button', { name: 'Create segment' }).click()
    await page.getByRole('heading', { level: 1, name: 'Big spenders' }).waitFor()
    await page.getByText('Not used yet').waitFor()
    await page
      .getByRole('link', { name: 'Segments', exact: true })
      .filter({ visible: true })
      .last()
      .click()
    await page
      .getByText('loyalty is Gold, total_spent is bigger than 250 and in United Kingdom')
      .waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()
  },
)

dashboard.atBothWidths(
  'a number of contacts leads to them',
  async ({ page, visit, ...journey }) => {
    await buildCustomers({ page, visit, ...journey })
    const filters_custom_parameters = [{ key: 'loyalty', condition: 'not_exact', value: 'Bronze' }]
    const made = { name: 'Most', type: 'filter', filters_custom_parameters }
    const { data } = (await journey.ask('POST', '/api/segments', made)) as { data: { id: number } }

    await visit(`/segments/${data.id}`)
    await page.getByRole('link', { name: 'See all 12' }).click()
    await page.getByRole('heading', { level: 1, name: 'Contacts of Most' }).waitFor()
    await page.getByText('Opted out').waitFor()
    await page.getByRole('searchbox').fill('Customer 7')
    await page.getByText('Customer 5').waitFor({ state: 'detached' })
    await page.getByText('Customer 7').waitFor()
    await journey.expectAccessible()
    await journey.expectNoSidewaysScroll()
  },
)

dashboard.atBothWidths(
  'one in use says by what, and what is forbidden says why',
  async (journey) => {
    const { page, visit, user_id, ask } = journey
    const { db } = dashboard.database
    const [first] = await buildCustomers(journey)
    const made = { name: 'Friends', contacts_ids: [first] }
    const { data } = (await ask('POST', '/api/segments', made)) as { data: { id: number } }
    const device_id = (await buildDevice(db, user_id)).id
    const used = { device_id, segment_id: data.id }
    await buildFlow(db, user_id, { ...used, name: 'Welcome' })
    await buildCampaign(db, user_id, { ...used, name: 'Winter sale' })

    await visit(`/segments/${data.id}`)
    await page.getByText('Used by 1 campaign and 1 flow').waitFor()
    await page.getByText('Who matches already does not enter the flow Welcome.').waitFor()
    await page.getByRole('link', { name: 'Winter sale' }).waitFor()
    await page.getByRole('button', { name: 'More for Friends' }).click()
    await page
      .getByRole('menuitem', { name: /Delete 1 campaign and 1 flow still use it/ })
      .waitFor()
    await journey.expectAccessible()
  },
)

dashboard.atBothWidths('contacts are chosen by name, numbers are pasted', async (journey) => {
  const { page, visit, expectAccessible, expectNoSidewaysScroll } = journey
  await buildCustomers(journey)
  await visit('/segments/new')
  await page.getByLabel('Name', { exact: true }).fill('A few')
  await page.getByLabel(/^Contacts I choose/).check()
  await page.getByRole('combobox', { name: 'Add a contact' }).fill('Customer 1')
  await page.getByRole('option', { name: /^Customer 10/ }).click()
  await page.getByRole('combobox', { name: 'Add a contact' }).fill('Customer 4')
  await page.getByRole('option', { name: /^Customer 4/ }).click()
  await page.getByText('contacts are in it.').waitFor()
  await page.getByRole('button', { name: 'Remove Customer 10' }).click()
  await page.getByText('contact is in it.').waitFor()
  await expectAccessible()

  await page.getByLabel(/^Numbers I paste/).check()
  await page.getByLabel('One phone number per line').fill('07700 900501, 07700 900502\n12')
  await page.getByText('12').first().waitFor()
  await page.getByLabel('One phone number per line').fill('07700 900501, 07700 900502')
  await page.getByText('2 numbers become new contacts when you save.').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()
  await page.getByRole('button', { name: 'Create segment' }).click()
  await page.getByRole('heading', { level: 1, name: 'A few' }).waitFor()
  await page.getByText('contacts are in it.').waitFor()
})

dashboard.atBothWidths(
  'two people change one segment, and neither loses what they wrote',
  async (journey) => {
    const { page, visit, ask } = journey
    await buildCustomers(journey)
    const filters_custom_parameters = [{ key: 'loyalty', condition: 'exact', value: 'Gold' }]
    const made = { name: 'Loyal', type: 'filter', filters_custom_parameters }
    const { data } = (await ask('POST', '/api/segments', made)) as { data: { id: number } }
    await visit(`/segments/${data.id}`)
    await page.getByLabel('Name', { exact: true }).fill('Loyal and mine')
    await ask('POST', `/api/segments/${data.id}`, { name: 'Loyal and theirs' })

    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Somebody else changed this segment meanwhile.').waitFor()
    await page.getByText('Theirs: Loyal and theirs, loyalty is Gold.').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Loyal and mine')
    await journey.expectAccessible()
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('heading', { level: 1, name: 'Loyal and mine' }).waitFor()

    await page.getByRole('button', { name: 'More for Loyal and mine' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByText('Only the segment goes: its 6 contacts stay, with their texts.').waitFor()
    await journey.expectAccessible()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('No segments yet').waitFor()
  },
)
