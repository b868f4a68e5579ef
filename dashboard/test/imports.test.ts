import { expect } from 'vitest'
import { buildContact, buildSegment } from '../../server/test/builders.ts'
import { useDashboard, type Journey } from './open-dashboard.ts'

const dashboard = useDashboard()

const header = 'Mobile;Full name;Shoe size;Loyalty;Notes\n'

/** A list as a shop has it: a number twice, a few that are none, somebody who opted out. */
function springFair(rows = 400): Buffer {
  const lines = Array.from({ length: rows }, (_, place) => {
    const number = `07700 9${String(10_000 + place)}`
    return `${number};Guest ${place};${36 + (place % 9)};${place % 3 === 0 ? 'Gold' : 'Silver'};paid by card`
  })
  lines.splice(17, 0, '0770;Short Number;39;Gold;')
  lines.splice(101, 0, ';Nobody;39;Gold;no number given')
  lines.splice(202, 0, 'ask Ben;Ben;39;Gold;')
  lines.push('07700 910000;Guest 0 again;40;Gold;')
  return Buffer.from(`\uFEFF${header}${lines.join('\n')}\n`)
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })

/** Drops a file on the page, as a person does from a folder. */
async function drop({ page }: Pick<Journey, 'page'>, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }))
      return data
    },
    [name, text],
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.getByText('Drop the file to look through it').waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

dashboard.atBothWidths(
  'a list is tried, mapped, imported, and its refused rows come back repaired',
  async (journey) => {
    const { page, visit, user_id, expectAccessible, expectNoSidewaysScroll } = journey
    const { db } = dashboard.database
    await buildContact(db, user_id, {
      phone_number: '+447700910001',
      name: 'Known before',
      opted_out_at: new Date(),
    })
    await db
      .insertInto('opt_outs')
      .values({ user_id, phone_number: '+447700910001', opted_out_at: new Date() })
      .execute()
    await visit('/imports')
    await page.getByText('Bring your contacts along').waitFor()
    await expectAccessible()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(file('spring-fair.csv', springFair()))

    // The try begins by itself and says what will happen.
    await page.getByRole('heading', { level: 1, name: 'spring-fair.csv' }).waitFor()
    await page.getByText(/^404 rows, .* read as UTF-8 with semicolons$/).waitFor()
    await page.getByText('Tried on all 404 rows, nothing written yet.').waitFor()
    await page.getByText('1 of them opted out earlier and stays opted out.').waitFor()
    await page.getByText('+44 7700 910000').waitFor()
    await page.getByText('3 rows refused').first().waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()

    // Another mapping is tried at once.
    await page.getByLabel('What Notes becomes').selectOption({ label: 'Leave out' })
    await page.getByLabel('What Shoe size becomes').selectOption({ label: 'shoe_size' })
    await page.getByText('new field, of numbers').waitFor()
    await page.getByLabel('What Mobile becomes').selectOption({ label: 'Leave out' })
    await page
      .getByRole('alert')
      .getByText('Choose the column that holds the phone number.')
      .waitFor()
    await page.getByLabel('What Mobile becomes').selectOption({ label: 'Phone number' })
    await page.getByText('Tried on all 404 rows, nothing written yet.').waitFor()
    await page.getByRole('button', { name: 'Import 401 rows' }).click()

    await page.getByText('399 new contacts and 2 updated.').waitFor()
    await expectAccessible()
    await expectNoSidewaysScroll()
    const { total } = await db
      .selectFrom('contacts')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('user_id', '=', user_id)
      .executeTakeFirstOrThrow()
    expect(Number(total)).toBe(400)

    // The refused rows are a file, which is repaired and dropped again.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Refused 3 rows as CSV/ }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
    const refused = Buffer.concat(chunks).toString()
    expect(refused).toContain('Short Number')
    const repaired = refused
      .replace('0770,', '07700 920001,')
      .replace(',ask Ben,', ',07700 920002,')
    await drop(journey, 'repaired.csv', repaired)
    await page.getByRole('heading', { level: 1, name: 'repaired.csv' }).waitFor()
    await page.getByText('Tried on all 3 rows, nothing written yet.').waitFor()
    await page.getByText('1 row refused').first().waitFor()
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await page.getByText(/^2 new contacts/).waitFor()

    // Both are in the list, and what was only tried on the way is not.
    await page
      .getByRole('link', { name: 'Imports', exact: true })
      .filter({ visible: true })
      .last()
      .click()
    await page.getByText('spring-fair.csv').waitFor()
    await page.getByText('repaired.csv').waitFor()
    expect(await page.getByText('Tried, not imported').count()).toBe(0)
    await expectAccessible()
    await expectNoSidewaysScroll()
  },
)

dashboard.atBothWidths('a file whose columns nobody knows waits to be told', async (journey) => {
  const { page, visit, user_id } = journey
  await buildSegment(dashboard.database.db, user_id, { name: 'Guests', members: [] })
  await visit('/imports')
  const text = 'Wer,Wohin\nAnna,+447700930001\nBen,+447700930002\n'
  await drop(journey, 'liste.csv', text)
  await page
    .getByRole('alert')
    .getByText('Choose the column that holds the phone number.')
    .waitFor()
  await journey.expectAccessible()
  await page.getByLabel('What Wohin becomes').selectOption({ label: 'Phone number' })
  await page.getByText('Tried on all 2 rows, nothing written yet.').waitFor()
  await page.getByLabel('Put them into a segment').selectOption({ label: 'Guests' })
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByText(/^2 new contacts/).waitFor()
  await page.getByText('Every row of the file is in.').waitFor()
  await page.getByRole('link', { name: 'Guests' }).click()
  await page.getByText('contacts are in it.').waitFor()
})

dashboard.atBothWidths('a file that is none says why, and is let go', async (journey) => {
  const { page, visit } = journey
  await visit('/imports')
  await page.getByText('Bring your contacts along').waitFor()
  const picture = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])
  await page.locator('input[type=file]').first().setInputFiles(file('list.xlsx', picture))
  await page.getByText('list.xlsx could not be taken').waitFor()
  await page.getByText(/is a spreadsheet or an archive/).waitFor()
  await journey.expectAccessible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('list.xlsx could not be taken').waitFor({ state: 'detached' })
})

dashboard.atBothWidths('a file that was lost on its way is sent again', async (journey) => {
  const { page, visit } = journey
  await visit('/imports')
  await page.getByText('Bring your contacts along').waitFor()
  await page.route('**/api/imports', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  const list = Buffer.from('phone\n+447700940001\n')
  await page.locator('input[type=file]').first().setInputFiles(file('short.csv', list))
  await page.getByText('short.csv could not be taken').waitFor()
  await page.unroute('**/api/imports')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { level: 1, name: 'short.csv' }).waitFor()
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
})

dashboard.atBothWidths(
  'an import that goes on is seen going, and can be stopped',
  async (journey) => {
    const { page, visit, user_id } = journey
    const { db } = dashboard.database
    const now = new Date()
    // As if a process were at it just now: it has no file that another could go on with.
    const { id } = await db
      .insertInto('imports')
      .values({
        user_id,
        status: 'processing',
        file_name: 'long.csv',
        file_name_folded: 'long.csv',
        file_bytes: 9_000_000,
        encoding: 'utf-8',
        format: 'csv',
        delimiter: ',',
        newline: '\n',
        columns: JSON.stringify([{ name: 'phone', samples: [] }]),
        total_rows: 18_412,
        has_chunks: false,
        created_rows: 5000,
        updated_rows: 1000,
        started_at: new Date(now.getTime() - 2000),
        worked_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await visit(`/imports/${id}`)
    // What a screen reader is told stands elsewhere on the page.
    const main = page.locator('main')
    await main.getByText('6,000 of 18,412 rows').waitFor()
    await page.getByText('3,000 rows a second').waitFor()
    await page.getByText('about 4 s left').waitFor()
    await journey.expectAccessible()
    await db.updateTable('imports').set({ created_rows: 11_000 }).where('id', '=', id).execute()
    await main.getByText('12,000 of 18,412 rows').waitFor()

    await page.getByRole('button', { name: 'Cancel…' }).click()
    await page
      .getByText('12,000 rows are in and stay. The other 6,412 rows are left out.')
      .waitFor()
    await journey.expectAccessible()
    await journey.expectNoSidewaysScroll()
    await page.getByRole('button', { name: 'Leave out 6,412 rows' }).click()
    await page
      .getByText('Stopped after 12,000 of 18,412 rows. What was read before is in.')
      .waitFor()
  },
)
