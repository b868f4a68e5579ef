import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildContacts,
  buildDevice,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { expandNextChunk } from './expand.ts'

const database = useDatabase()
const app = useApp(database)

let key: string
let user_id: number
let device_id: number

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ key, user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  await enrolTestPhone(app, device.token)
})

const call = (method: string, url: string, json?: object) =>
  app.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const sim = () => ({ device_id, sim_subscription_id: 1 })
const preview = (fields: object) => call('POST', '/api/campaigns/preview', fields)
const see = async (fields: object) => dataOf(await preview(fields))
const codesOf = (answer: Record<string, unknown>) =>
  (answer['problems'] as { code: string }[]).map(({ code }) => code)
const contact = (fields: Parameters<typeof buildContact>[2] = {}) =>
  buildContact(database.db, user_id, fields)

describe('the preview of a campaign', () => {
  test('says who would get it, who is left out, and what they would get', async () => {
    const ana = await contact({ name: 'Ana', custom_parameters: { city: 'Rome' } })
    const ben = await contact({ name: 'Ben' })
    await contact({ opted_out_at: new Date() })
    await contact({ can_be_sent_to: false })

    const answer = await see({
      name: 'Sale',
      content: 'Hi {{ name }}, see you in {{ custom_parameters.city | default: "town" }}…',
      ...sim(),
    })

    expect(answer).toMatchObject({
      total_matched: 4,
      total_recipients: 2,
      excluded: { opted_out: 1, unusable_number: 1 },
      is_estimate: false,
      parts: { 1: 2 },
      total_parts: 2,
      missing: [{ key: 'custom_parameters.city', total: 1 }],
      odd_characters: [{ character: '…', positions: [72], replacement: '...' }],
    })
    expect(answer['rendered']).toMatchObject([
      { contact_id: ana, content: 'Hi Ana, see you in Rome…', encoding: 'ucs2', parts: 1 },
      { contact_id: ben, content: 'Hi Ben, see you in town…' },
    ])
    expect(answer['sample']).toMatchObject([{ id: ana, name: 'Ana' }, { id: ben }])
    expect(codesOf(answer)).toEqual(['large_alphabet'])
  })

  test('writes nothing', async () => {
    await contact()
    const segment = await buildSegment(database.db, user_id, { members: [] })
    const before = await everything()

    for (const fields of [
      { segment: 'all', send: 1 },
      { segment: 'bulk', phone_numbers: '+447700900777', send: 1 },
      { segment: String(segment) },
    ])
      expect((await preview({ content: 'Hi', ...sim(), ...fields })).status).toBe(200)

    expect(await everything()).toEqual(before)
  })

  test('is what becomes of it, whoever it is for', async () => {
    for (const city of ['Rome', 'Rome', 'Bari', ''])
      await contact({ name: `N${'x'.repeat(130)}`, custom_parameters: { city } })
    await contact({ name: 'Short', custom_parameters: { city: 'Rome' } })
    const out = await contact({ custom_parameters: { city: 'Rome' }, opted_out_at: new Date() })
    const segment = await buildSegment(database.db, user_id, { members: [out] })
    await rememberOptOut('+447700900801')
    await call('POST', '/api/account', { opt_out_footer: 'Reply STOP to opt out' })
    const rome = {
      filters_custom_parameter_key: ['city'],
      filters_custom_parameter_condition: ['exact'],
      filters_custom_parameter_value: ['rome'],
    }
    const numbers = '+447700900801,+447700900802,+447700900803'
    for (const audience of [
      { segment: 'all' },
      { segment: 'filter', ...rome },
      { segment: String(segment) },
      { segment: 'custom', contacts_ids: `${out}` },
      { segment: 'bulk', phone_numbers: numbers },
    ]) {
      const fields = { name: 'x', content: 'Hi {{ name }}, it is time', ...sim(), ...audience }
      const seen = await see(fields)
      const id = idOf(await call('POST', '/api/campaigns', { ...fields, send: 1 }))
      while (await expandNextChunk(app.context));
      const made = dataOf(await call('GET', `/api/campaigns/${id}`))
      const parts: Record<string, number> = {}
      for (const sms of listOf(await call('GET', `/api/sms?campaign_id=${id}`)))
        parts[String(sms['parts'])] = (parts[String(sms['parts'])] ?? 0) + 1

      expect(seen).toMatchObject({
        total_recipients: made['total_recipients'],
        excluded: made['excluded'],
        parts,
      })
    }
  })

  test('shows the texts of the contacts that are named, in their order', async () => {
    const ana = await contact({ name: 'Ana' })
    const out = await contact({ name: 'Out', opted_out_at: new Date() })

    const answer = await see({
      content: 'Hi {{ name }}',
      segment: 'custom',
      contacts_ids: `${ana}`,
      preview_contacts_ids: [out, ana],
    })

    expect(answer['rendered']).toMatchObject([{ content: 'Hi Out' }, { content: 'Hi Ana' }])
    expect(problemsOf(await preview({ content: 'x', preview_contacts_ids: [987_654] }))).toEqual([
      expect.objectContaining({ field: 'preview_contacts_ids' }),
    ])
    const many = Array.from({ length: 101 }, (_, place) => place + 1)
    expect(problemsOf(await preview({ preview_contacts_ids: many }))[0]?.title).toContain('100')
  })

  test('shows the longest text, and one for each field that somebody lacks', async () => {
    for (let count = 0; count < 20; count += 1) await contact({ name: 'Al', country_code: 'GB' })
    const long = await contact({ name: 'Bartholomew', country_code: 'GB' })
    const without = await contact({ name: null, country_code: 'GB' })

    const answer = await see({ content: 'Hi {{ name }} {{ country_code }}' })

    const shown = (answer['sample'] as { id: number }[]).map(({ id }) => id)
    expect(shown).toHaveLength(10)
    expect(shown).toEqual(expect.arrayContaining([long, without]))
  })

  test('above ten thousand contacts counts contacts one by one, and texts by a sample', async () => {
    await buildContacts(database.db, user_id, 10_400)
    await sql`
      update contacts set name = repeat('x', 200), name_folded = repeat('x', 200)
       where user_id = ${user_id} and id % 4 = 0`.execute(database.db)
    await sql`
      update contacts set opted_out_at = now() where user_id = ${user_id} and id % 100 = 0`.execute(
      database.db,
    )

    const answer = await see({ content: 'Hi {{ name }}', ...sim() })

    expect(answer).toMatchObject({
      total_matched: 10_400,
      total_recipients: 10_400 - 104,
      excluded: { opted_out: 104 },
      is_estimate: true,
    })
    const parts = answer['parts'] as Record<string, number>
    expect((parts['1'] ?? 0) + (parts['2'] ?? 0)).toBe(10_296)
    // A quarter less the opted out, all of whom have two parts.
    expect(parts['2']).toBeGreaterThan(10_296 * 0.2)
    expect(parts['2']).toBeLessThan(10_296 * 0.29)
  })

  test('needs nothing but what is there, and says what is missing', async () => {
    const answer = await see({})

    expect(answer).toMatchObject({ total_recipients: 0, parts: {}, finish_datetime: null })
    expect(answer['problems']).toEqual([
      ...['name', 'content', 'device_id', 'sim_subscription_id'].map((field) => ({
        title: `${field} is required.`,
        field,
        code: 'required',
        severity: 'error',
      })),
      {
        title: 'Nobody matches, so nobody would get it.',
        field: 'segment',
        code: 'no_recipients',
        severity: 'error',
      },
    ])
  })

  test('says for how many there is no text, and why', async () => {
    await contact({ name: 'Ana' })
    await contact()

    const answer = await see({ name: 'x', content: '{{ name }}', ...sim() })

    expect(answer['problems']).toEqual([
      {
        title: 'For 1 of 2 contacts there is no text. The text is empty for this contact.',
        field: 'content',
        code: 'no_text',
        severity: 'warning',
      },
    ])
    expect(answer).toMatchObject({ parts: { 1: 1 }, total_parts: 1 })
  })

  test('names the characters that cost, unless they are replaced', async () => {
    await contact()
    const fields = { name: 'x', content: '“Sale”', ...sim() }

    expect((await see(fields))['problems']).toMatchObject([
      { title: 'A part has room for 70 characters, not 160, because of “ ”.' },
    ])
    await call('POST', '/api/account', { smart_encoding: 1 })
    expect(codesOf(await see(fields))).toEqual([])
  })

  test('says when it would be finished at the pace of its SIM', async () => {
    await buildContacts(database.db, user_id, 600)

    const answer = await see({ content: 'Hi', ...sim() })

    // Ten parts a minute.
    expect(answer['finish_datetime']).toMatch(/^2026-11-21 (12:59|13:0)/)
    expect(answer['runway']).toMatchObject([{ parts: 600 }])
    expect(answer['sims']).toEqual([{ ...sim(), parts: 600 }])
  })

  test('begins at its time, keeps the quiet hours, and says when it would expire before', async () => {
    await buildContacts(database.db, user_id, 600)
    await sql`
      update contacts set phone_number = '+447' || lpad(id::text, 9, '0')
       where user_id = ${user_id}`.execute(database.db)
    const answer = await see({
      content: 'Hi',
      ...sim(),
      is_scheduled: 1,
      scheduled_datetime: '2026-11-21 21:30:00',
      send: 1,
      quiet_hours_start: '22:00',
      quiet_hours_end: '09:00',
      expires_datetime: '2026-11-22 09:10:00',
    })

    expect(answer['runway']).toMatchObject([{ start: '2026-11-21 21:30:00' }, {}])
    expect(answer['finish_datetime']).toMatch(/^2026-11-22 09:(2|3)/)
    expect(codesOf(answer)).toContain('expires_first')
  })

  test('says when texts leave and why none do', async () => {
    await buildContacts(database.db, user_id, 600)
    await sql`
      update contacts set phone_number = '+447' || lpad(id::text, 9, '0')
       where user_id = ${user_id}`.execute(database.db)
    const answer = await see({
      content: 'Hi',
      ...sim(),
      is_scheduled: 1,
      scheduled_datetime: '2026-11-21 21:30:00',
      send: 1,
      quiet_hours_start: '22:00',
      quiet_hours_end: '09:00',
    })
    const timeline = answer['timeline'] as { parts: number; reason: string | null }[]
    expect(timeline).toMatchObject([
      { start: '2026-11-21 21:30:00', end: '2026-11-21 22:00:00', reason: null },
      { start: '2026-11-21 22:00:00', end: '2026-11-22 09:00:00', parts: 0, reason: 'quiet_hours' },
      { start: '2026-11-22 09:00:00', reason: null },
    ])
    expect(timeline.reduce((sum, { parts }) => sum + parts, 0)).toBe(600)
  })

  test('names the word by which the text says how to leave', async () => {
    await contact()
    const wordOf = async (content: string) => (await see({ content }))['opt_out_word']
    expect(await wordOf('Sale. Reply STOP to leave')).toMatch(/^stop$/i)
    expect(await wordOf('Do not stop, until the end')).toBeNull()
    await call('POST', '/api/account', { opt_out_footer: 'STOP to opt out' })
    expect(await wordOf('Sale')).toMatch(/^stop$/i)
    expect((await see({ content: 'Sale', footer: 0 }))['opt_out_word']).toBeNull()
  })

  test('counts the audience that is stored with a draft', async () => {
    const ana = await contact({ name: 'Ana' })
    const out = await contact({ opted_out_at: new Date() })
    await contact()
    const draft = { name: 'x', content: 'Hi', ...sim(), segment: 'custom' }
    const campaign_id = idOf(
      await call('POST', '/api/campaigns', { ...draft, contacts_ids: `${ana},${out}` }),
    )
    expect(await see({ content: 'Hi {{ name }}', campaign_id })).toMatchObject({
      total_matched: 2,
      total_recipients: 1,
      rendered: [{ content: 'Hi Ana' }],
    })
    expect((await see({ content: 'Hi', campaign_id, segment: 'all' }))['total_matched']).toBe(3)
    const other = await buildAccount(database.db)
    const strange = await app.call('POST', '/api/campaigns/preview', {
      key: other.key,
      json: { campaign_id },
    })
    expect(strange.status).toBe(400)
    expect(problemsOf(strange)).toEqual([
      expect.objectContaining({
        field: 'campaign_id',
        title: `There is no campaign ${campaign_id}.`,
      }),
    ])
  })

  test('warns of a device that does not answer', async () => {
    await contact()
    await call('POST', `/api/devices/${device_id}`, { is_paused: 1 })

    expect(codesOf(await see({ name: 'x', content: 'Hi', ...sim() }))).toEqual(['phone_silent'])
  })

  test.each([
    [{ content: '{{ nme }}' }, 'content'],
    [{ content: '{% for i in (1..100000000) %}x{% endfor %}' }, 'content'],
    [{ content: '{{ name', segment: '987654' }, 'content', 'segment'],
    [{ device_id: 987_654, sim_subscription_id: 1 }, 'device_id'],
    [{ segment: 'custom', contacts_ids: '987654' }, 'contacts_ids'],
    [{ segment: 'bulk', phone_numbers: 'x' }, 'phone_numbers'],
    [{ send: 1, save: 1 }, 'save'],
    [{ previewcontacts_ids: 1 }, 'previewcontacts_ids'],
  ])('refuses %j as creating would', async (fields, ...names) => {
    const answer = await preview(fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(names)
  })

  test('is not kept waiting by texts that cost too much', async () => {
    for (let count = 0; count < 40; count += 1)
      await contact({ custom_parameters: { list: 'x'.repeat(1000) } })
    const loop =
      '{% assign a = custom_parameters.list | split: "" %}{% for x in a %}{% for y in a %}{% for z in a %}{% endfor %}{% endfor %}{% endfor %}Hi'
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const { rows } = await sql<{ id: number }>`
      select id from contacts where user_id = ${user_id}`.execute(database.db)
    const preview_contacts_ids = rows.map(({ id }) => id)
    const answer = await see({ content: loop, ...sim(), preview_contacts_ids })
    clearInterval(timer)

    expect(answer).toMatchObject({ total_recipients: 40, is_estimate: true })
    expect(codesOf(answer)).toContain('no_text')
    expect(answer['rendered']).toHaveLength(40)
    expect(turns).toBeGreaterThan(20)
  })
})

async function rememberOptOut(phone_number: string): Promise<void> {
  const id = idOf(
    await call('POST', '/api/contacts', { phone_number, has_opted_out: 1, name: 'x' }),
  )
  await call('DELETE', `/api/contacts/${id}`)
}

/** Every row of the account that a preview could touch. */
async function everything(): Promise<unknown> {
  const tables = ['contacts', 'campaigns', 'campaign_audiences', 'messages', 'opt_outs', 'segments']
  const found: unknown[] = []
  for (const table of tables) {
    const { rows } = await sql`
      select to_jsonb(t) as row from ${sql.table(table)} t where user_id = ${user_id} order by 1`.execute(
      database.db,
    )
    found.push([table, rows])
  }
  return found
}
