import { expect } from 'vitest'
import { buildContact, buildContacts, buildDevice } from '../../server/test/builders.ts'
import { queueForTest } from '../../server/test/queue.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard()

/** Anna, Ben who has opted out, a bank that is no number, and a right-to-left name. */
async function buildPeople({ user_id }: Journey) {
  const { db } = dashboard.database
  const anna = await buildContact(db, user_id, {
    name: 'Anna Sample',
    phone_number: '+447700900142',
    country_code: 'GB',
    custom_parameters: { city: 'Roma', shoe_size: 39, vip: true },
  })
  const ben = await buildContact(db, user_id, {
    name: 'Ben Moor',
    phone_number: '+447700900246',
    opted_out_at: new Date(),
  })
  await buildContact(db, user_id, {
    name: 'The bank',
    phone_number: 'MYBANK',
    can_be_sent_to: false,
  })
  const long = `${'أمل '.repeat(12)}🌱`
  await buildContact(db, user_id, { name: long, custom_parameters: { city: 'x'.repeat(200) } })
  return { anna, ben }
}

const named = ({ page }: Journey, name: string) => page.getByRole('button', { name, exact: true })

dashboard.atBothWidths(
  'contacts are found, filtered and sorted by the address',
  async (journey) => {
    const { page, visit, expectAccessible, expectNoSidewaysScroll, isNarrow } = journey
    await buildPeople(journey)
    await visit('/contacts')
    await page.getByText('2 of 4 may be texted.').waitFor()
    await page.getByRole('link', { name: 'Anna Sample' }).waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()

    await page.getByRole('searchbox').fill('07700 900142')
    await page.getByText('Ben Moor').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Anna Sample' }).waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toBe('07700 900142')
    await page.getByRole('searchbox').fill('nobody like this')
    await page.getByText('No contact is like that.').waitFor()
    await page.getByRole('link', { name: 'Show all' }).click()
    await page.getByRole('button', { name: /^Opted out/ }).click()
    await page.getByText('Anna Sample').waitFor({ state: 'detached' })
    await page.getByText('Ben Moor').waitFor()
    // A reload and a link show the same.
    await page.reload()
    await page.getByText('Ben Moor').waitFor()
    expect(await page.getByText('Anna Sample').count()).toBe(0)

    await page.getByRole('button', { name: /^Cannot be texted/ }).click()
    await page.getByText('MYBANK').waitFor()
    await page.getByRole('button', { name: /^All/ }).click()
    await page.getByRole('button', { name: 'More for contacts' }).click()
    await page.getByRole('menuitem', { name: 'Columns…' }).click()
    await page.getByRole('checkbox', { name: /^vip/ }).check()
    await expectAccessible()
    await page.getByRole('button', { name: 'Show these columns' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('columns')).toContain('vip')
    if (!isNarrow) {
      await page.getByRole('columnheader', { name: 'vip' }).waitFor()
      await page.getByRole('button', { name: 'Name', exact: true }).click()
      await page.waitForURL(/order_by=name/)
    }
    await expectNoSidewaysScroll()
    if (isNarrow) {
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll()
    }
  },
)

dashboard.atBothWidths(
  'many are changed at once, with the number, and it can be undone',
  async (journey) => {
    const { page, visit, user_id, expectAccessible, isNarrow } = journey
    const { db } = dashboard.database
    const ids = await buildContacts(db, user_id, 30)
    const device = await buildDevice(db, user_id)
    await queueForTest(db, user_id, {
      contact_ids: ids.slice(0, 12),
      device_id: device.id,
      now: new Date(),
    })
    await visit('/contacts')
    await page.getByText('1 to 25 of 30').waitFor()
    if (isNarrow) {
      await page.getByRole('checkbox').first().check()
      await page.getByText('1 chosen').waitFor()
    } else {
      await page.getByRole('checkbox', { name: 'Choose all on this page' }).check()
      await page.getByText('25 chosen').waitFor()
    }
    await named(journey, 'Choose all 30').click()
    await page.getByText('All 30 are chosen').waitFor()
    await expectAccessible()
    await page
      .getByRole('button', {
        name: journey.isNarrow ? 'What to do' : 'More for the chosen contacts',
      })
      .click()
    await page.getByRole('menuitem', { name: 'Delete…' }).click()
    await page.getByRole('heading', { name: 'Delete 30 contacts?' }).waitFor()
    await page.getByText('Their 12 texts go too and 12 waiting ones are withdrawn.').waitFor()
    await expectAccessible()
    // The focus begins on the way out.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep them')
    await named(journey, 'Delete 30 contacts').click()
    await page.getByText('30 contacts will be deleted.').waitFor()
    if (!isNarrow) await page.getByRole('link', { name: /^Deleting 30 contacts/ }).waitFor()
    await expectAccessible()
    await named(journey, 'Undo').click()
    await page.getByText('Nothing was changed.').waitFor()
    expect(await journey.ask('GET', '/api/jobs')).toMatchObject({
      data: [{ action: 'delete', status: 'cancelled', total: 30, done: 0 }],
    })
    await page.getByText('1 to 25 of 30').waitFor()
  },
)

dashboard.atBothWidths(
  'a field is set for many, and the list shows it when it is done',
  async (journey) => {
    const { page, visit, user_id, ask, isNarrow } = journey
    await buildContact(dashboard.database.db, user_id, {
      name: 'Anna Sample',
      custom_parameters: { city: 'Roma' },
    })
    await visit('/contacts')
    await page.getByRole('checkbox', { name: 'Choose Anna Sample' }).check()
    if (isNarrow)
      await page
        .getByRole('button', {
          name: journey.isNarrow ? 'What to do' : 'More for the chosen contacts',
        })
        .click()
    await page.getByRole(isNarrow ? 'menuitem' : 'button', { name: 'Set a field…' }).click()
    await named(journey, 'Next').click()
    await page.getByText('Say which field.').waitFor()
    await page.getByLabel('Field', { exact: true }).fill('city')
    await page.getByLabel('Value').fill('Milano')
    await journey.expectAccessible()
    await named(journey, 'Next').click()
    await page.getByRole('heading', { name: 'Set city to “Milano” for 1 contact?' }).waitFor()
    await named(journey, 'Change 1 contact').click()
    await page.getByText('1 contact will be changed.').waitFor()
    const { data } = (await ask('GET', '/api/jobs')) as { data: { id: number }[] }
    await visit(`/jobs/${data[0]?.id}`)
    await page.getByText(/^Starts in \d+ s/).waitFor()
    await journey.expectAccessible()
    // It tells by itself when it is through.
    await page.getByText(/^Done in/).waitFor({ timeout: 20_000 })
    await journey.expectAccessible()
    await journey.expectNoSidewaysScroll()
    await visit('/contacts')
    await page.getByText('Milano').first().waitFor()
  },
)

dashboard.atBothWidths('a number that changed meanwhile is refused', async (journey) => {
  const { page, visit, user_id } = journey
  await buildContacts(dashboard.database.db, user_id, 3)
  await visit('/contacts')
  await page
    .getByRole('checkbox', { name: /^Choose \+/ })
    .first()
    .check()
  await named(journey, 'Choose all 3').click()
  await page
    .getByRole('button', { name: journey.isNarrow ? 'What to do' : 'More for the chosen contacts' })
    .click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('heading', { name: 'Delete 3 contacts?' }).waitFor()
  await buildContacts(dashboard.database.db, user_id, 1)
  await named(journey, 'Delete 3 contacts').click()
  await page.getByText('It would be 4 contacts now, not 3. Look at them again.').waitFor()
  await page.getByRole('heading', { name: 'Delete 4 contacts?' }).waitFor()
  await journey.expectAccessible()
  await named(journey, 'Keep them').click()
  expect(await journey.ask('GET', '/api/jobs')).toMatchObject({ data: [] })
})

dashboard.atBothWidths('a contact tells its history and its consent', async (journey) => {
  const { page, visit, ask, expectAccessible, expectNoSidewaysScroll } = journey
  const { anna } = await buildPeople(journey)
  await ask('POST', `/api/contacts/${anna}`, { name: 'Anna Smith' })
  await visit(`/contacts/${anna}`)
  await page.getByText('May be texted').first().waitFor()
  await page.getByText('name: Anna Sample → Anna Smith').waitFor()
  await page.getByText('This number has never opted out.').waitFor()
  await expectAccessible()
  await expectNoSidewaysScroll()
  if (journey.isNarrow) {
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll()
  }

  await named(journey, 'Opt out…').click()
  await page.getByRole('heading', { name: 'Opt out Anna Smith?' }).waitFor()
  await expectAccessible()
  await named(journey, 'Opt out').click()
  await page.getByText('Anna Smith is never texted any more.').waitFor()
  await named(journey, 'Allow texts again…').click()
  await page.getByText(/^Anna Smith opted out today at/).waitFor()
  await named(journey, 'Allow texts again').click()
  await page.getByText('How did Anna Smith agree?: this is needed.').waitFor()
  await expectAccessible()
  await page.getByLabel('How did Anna Smith agree?').fill('Signed at the desk')
  await named(journey, 'Allow texts again').click()
  await page.getByText('Anna Smith may be texted again.').waitFor()
  await page.getByText('Note: Signed at the desk').first().waitFor()
  await page.getByRole('button', { name: 'Texts', exact: true }).click()
  await page.getByText('Nothing of this kind has happened.').waitFor()
})

dashboard.atBothWidths(
  'fields are edited in place, and what somebody else changed is not lost',
  async (journey) => {
    const { page, visit, ask, expectAccessible } = journey
    const { anna } = await buildPeople(journey)
    await visit(`/contacts/${anna}`)
    await named(journey, 'Edit').click()
    await page.getByLabel('Value of city').fill('Milano')
    await page.getByLabel('Phone number').fill('12')
    await named(journey, 'Save changes').click()
    await page.getByText('There is 1 problem').or(page.getByRole('alert')).first().waitFor()
    await expectAccessible()
    await page.getByLabel('Phone number').fill('+44 7700 900142')
    await ask('POST', `/api/contacts/${anna}`, { custom_parameters: { shoe_size: 40 } })
    await named(journey, 'Save changes').click()
    await page.getByText('Somebody else changed this contact meanwhile.').waitFor()
    await expectAccessible()
    await named(journey, 'Keep mine').click()
    await named(journey, 'Field').click()
    await page.getByLabel('Name of field 4').fill('colour')
    await page.getByLabel('Value of colour').fill('red')
    await named(journey, 'Save changes').click()
    await page.getByText('custom_parameters').waitFor({ state: 'detached' })
    await named(journey, 'Edit').waitFor()
    expect(await ask('GET', `/api/contacts/${anna}`)).toMatchObject({
      data: { custom_parameters: { city: 'Milano', shoe_size: 40, vip: true, colour: 'red' } },
    })
  },
)

dashboard.atBothWidths('a new contact is written, and a bad number says why', async (journey) => {
  const { page, visit, expectAccessible } = journey
  await visit('/contacts')
  await page.getByText('No contacts yet').waitFor()
  await expectAccessible()
  await named(journey, 'New contact').click()
  await page.getByLabel('Phone number').fill('hello')
  await named(journey, 'Create contact').click()
  await page.getByRole('alert').filter({ hasText: 'hello' }).first().waitFor()
  await expectAccessible()
  await page.getByLabel('Phone number').fill('07700 900142')
  await page.getByLabel('Name', { exact: true }).fill('Anna')
  await named(journey, 'Create contact').click()
  await page.getByRole('heading', { level: 1, name: 'Anna' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Anna' }).waitFor()
})

dashboard.atBothWidths('one contact is deleted ten seconds later', async (journey) => {
  const { page, visit, ask } = journey
  const { anna } = await buildPeople(journey)
  await visit(`/contacts/${anna}`)
  await page.getByRole('button', { name: 'More for Anna Sample' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('heading', { name: 'Delete Anna Sample?' }).waitFor()
  await named(journey, 'Delete contact').click()
  await page.getByText('Anna Sample will be deleted.').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
  await page.getByRole('link', { name: 'Anna Sample' }).waitFor()
  await page.getByRole('link', { name: 'Anna Sample' }).waitFor({
    state: 'detached',
    timeout: 25_000,
  })
  await expect(ask('GET', `/api/contacts/${anna}`)).rejects.toThrow('404')
})

dashboard.atBothWidths('an export is downloaded as a file', async (journey) => {
  const { page, visit } = journey
  await buildPeople(journey)
  await visit('/contacts')
  await page.getByRole('link', { name: 'Anna Sample' }).waitFor()
  await page.getByRole('button', { name: 'More for contacts' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  await journey.expectAccessible()
  const downloading = page.waitForEvent('download')
  await named(journey, 'Export 4 contacts').click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^contacts-\d{4}-\d\d-\d\d\.csv$/)
  await page.getByText('A file with 4 contacts.').waitFor()
})
