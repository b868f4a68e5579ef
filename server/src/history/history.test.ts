import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContact,
  buildDevice,
  buildFlow,
  buildMessage,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { upload } from '../../test/upload.ts'
import { forgetOldEntries } from '../housekeeping.ts'
import { continueImport } from '../imports/process.ts'
import { continueJob } from '../jobs/work.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
})

const post = (url: string, json: object = {}) => testApp.call('POST', url, { key, json })
const get = (url: string) => testApp.call('GET', url, { key })
const history = async (id: number, query = '') =>
  listOf(await get(`/api/contacts/${id}/history?${query}`))
const minutesLater = (minutes: number) => {
  testApp.now = new Date(testApp.now.getTime() + minutes * 60_000)
}

describe('the history of a contact', () => {
  test('says what was changed, from what to what, and by whom', async () => {
    const id = idOf(
      await post('/api/contacts', {
        phone_number: '+447700900142',
        name: 'Ann',
        custom_parameters: { city: 'Roma', age: 3 },
      }),
    )
    minutesLater(1)
    await post(`/api/contacts/${id}`, {
      name: 'Anna',
      phone_number: '07700 900143',
      custom_parameters: { city: '', age: 4, vip: true },
    })
    minutesLater(1)
    await post(`/api/contacts/${id}`, { name: 'Anna' })
    minutesLater(1)
    await post(`/api/contacts/${id}`, { has_opted_out: true, consent_note: 'On the phone' })

    const items = await history(id)

    expect(items).toMatchObject([
      {
        kind: 'changes',
        event: 'opted_out',
        datetime: '2026-11-21 12:03:00',
        how: 'api',
        note: 'On the phone',
        person: 'Test',
      },
      {
        kind: 'changes',
        event: 'changed',
        datetime: '2026-11-21 12:01:00',
        person: 'Test',
        changes: [
          { field: 'phone_number', before: '+447700900142', after: '+447700900143' },
          { field: 'name', before: 'Ann', after: 'Anna' },
          { field: 'custom_parameters.age', before: 3, after: 4 },
          { field: 'custom_parameters.city', before: 'Roma', after: null },
          { field: 'custom_parameters.vip', before: null, after: true },
        ],
      },
      { kind: 'changes', event: 'created', datetime: '2026-11-21 12:00:00', import: null },
    ])
  })

  test('names the file and the line that made and changed it', async () => {
    const file = 'phone,name\n+447700900142,Ann\n+447700900143,Bea\n'
    await upload(testApp, { key, file, file_name: 'newsletter.csv' })
    while (await continueImport(testApp.context));
    const [contact] = listOf(await get('/api/contacts?search=Bea'))
    const id = Number(contact?.['id'])
    minutesLater(1)
    await upload(testApp, {
      key,
      file: 'phone,name\n+447700900143,Beatrix\n',
      file_name: 'new.csv',
    })
    while (await continueImport(testApp.context));

    expect(await history(id)).toMatchObject([
      { kind: 'imports', event: 'changed', import: { file_name: 'new.csv', line: 2 } },
      { kind: 'imports', event: 'created', import: { file_name: 'newsletter.csv', line: 3 } },
    ])
    expect(await history(id, 'kind=imports')).toHaveLength(2)
    expect(await history(id, 'kind=texts')).toEqual([])
  })

  test('holds texts both ways with what they belong to, and the flow while its text waits', async () => {
    const { db } = database
    const device = await buildDevice(db, user_id, { name: 'Front desk' })
    const contact_id = await buildContact(db, user_id)
    const campaign_id = await buildCampaign(db, user_id, {
      device_id: device.id,
      name: 'Sale',
      status: 'running',
    })
    const flow_id = await buildFlow(db, user_id, { device_id: device.id, name: 'Welcome' })
    const of = { contact_id, device_id: device.id }
    await buildMessage(db, user_id, { ...of, status: 'sent', campaign_id })
    await buildMessage(db, user_id, { ...of, status: 'received', content: 'Yes please' })
    await buildMessage(db, user_id, { ...of, status: 'waiting', flow_id })

    const texts = await history(contact_id, 'kind=texts&order_by=id&order_type=ASC')
    const flows = await history(contact_id, 'kind=flows')

    expect(texts).toMatchObject([
      {
        event: 'text',
        sms: { type: 'sent', status: 'sent' },
        origin: { type: 'campaign', id: campaign_id, name: 'Sale' },
        device: { id: device.id, name: 'Front desk' },
      },
      { event: 'text', sms: { type: 'received', content: 'Yes please' }, origin: null },
    ])
    expect(flows).toMatchObject([
      {
        event: 'entered_flow',
        origin: { type: 'flow', id: flow_id, name: 'Welcome' },
        sms: { status: 'pending' },
        due_datetime: expect.any(String),
      },
    ])
    expect(listOf(await get(`/api/contacts/${contact_id}/flows`))).toMatchObject([
      { id: flow_id, name: 'Welcome', status: 'pending', error: null },
    ])
  })

  test('is paged, with an exact total', async () => {
    const id = await buildContact(database.db, user_id)
    for (let i = 0; i < 11; i += 1) {
      minutesLater(1)
      await post(`/api/contacts/${id}`, { name: `Name ${i}` })
    }

    const { body } = await get(`/api/contacts/${id}/history?results_per_page=10&page=2`)

    expect(body).toMatchObject({
      meta: { page: 2, results_per_page: 10, total: 12, total_pages: 2 },
      links: {
        prev: `https://sms.example.org/api/contacts/${id}/history?page=1&results_per_page=10`,
        next: null,
      },
    })
    expect(listOf({ status: 200, body, headers: {} })).toHaveLength(2)
  })

  test('names the job that changed many', async () => {
    const id = await buildContact(database.db, user_id, { created_at: start })
    const change = { action: 'edit', filter: {}, custom_parameters: { tier: 'gold' } }
    const { job_id } = dataOf(await post('/api/contacts/bulk', change))
    minutesLater(1)
    while (await continueJob(testApp.context));

    expect((await history(id))[0]).toMatchObject({
      job_id,
      person: 'Test',
      changes: [{ field: 'custom_parameters.tier', before: null, after: 'gold' }],
    })
  })

  test('goes with the contact, and what was changed is kept for a year', async () => {
    const id = await buildContact(database.db, user_id)
    await post(`/api/contacts/${id}`, { name: 'Anna' })
    const changes = () =>
      database.db
        .selectFrom('contact_changes')
        .select('id')
        .where('user_id', '=', user_id)
        .execute()

    await forgetOldEntries(database.db, new Date(start.getTime() + 364 * 86_400_000))
    expect(await changes()).toHaveLength(1)
    await testApp.call('DELETE', `/api/contacts/${id}`, { key })
    expect(await changes()).toEqual([])

    const other = await buildContact(database.db, user_id)
    await post(`/api/contacts/${other}`, { name: 'Bea' })
    await forgetOldEntries(database.db, new Date(start.getTime() + 366 * 86_400_000))
    expect(await changes()).toEqual([])
  })
})

test('the segments of a contact are those that it is in now', async () => {
  const { db } = database
  const id = await buildContact(db, user_id, { custom_parameters: { city: 'Roma' } })
  const row = { key: 'city', condition: 'exact' as const, value: 'roma' }
  const romans = await buildSegment(db, user_id, {
    name: 'Romans',
    filter: { filters_custom_parameters: [row] },
  })
  const chosen = await buildSegment(db, user_id, { name: 'Chosen', members: [id] })
  await buildSegment(db, user_id, { name: 'Empty' })
  await buildSegment(db, user_id, {
    name: 'Others',
    filter: { filters_custom_parameters: [{ ...row, condition: 'not_exact' }] },
  })

  expect(listOf(await get(`/api/contacts/${id}/segments`))).toEqual([
    { id: chosen, name: 'Chosen', type: 'custom' },
    { id: romans, name: 'Romans', type: 'filter' },
  ])
})
