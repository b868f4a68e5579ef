import { beforeEach, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildContacts } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { upload } from '../../test/upload.ts'
import { continueImport } from '../imports/process.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
})

const post = (url: string, json: object = {}) => testApp.call('POST', url, { key, json })
const get = (url: string) => testApp.call('GET', url, { key })

async function fileOf(json: object) {
  const answer = await post('/api/exports', json)
  expect(answer.status).toBe(200)
  return download(dataOf(answer)['job_id'])
}

async function download(job_id: unknown, as = key) {
  const { statusCode, headers, body } = await testApp.app.inject({
    url: `/api/jobs/${String(job_id)}/file`,
    headers: { authorization: `Bearer ${as}` },
  })
  return { status: statusCode, headers, lines: body.trimEnd().split('\r\n'), text: body }
}

test('a file of contacts holds what an import takes, oldest first', async () => {
  await buildContact(database.db, user_id, {
    phone_number: '+447700900142',
    name: 'Anna, "the first"',
    custom_parameters: { city: 'Roma', age: 18, vip: true },
  })
  await buildContact(database.db, user_id, {
    phone_number: '+447700900143',
    name: null,
    opted_out_at: new Date(),
  })

  const { lines, headers } = await fileOf({ resource: 'contacts', filter: {} })

  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(headers['content-disposition']).toBe('attachment; filename="contacts-2026-11-21.csv"')
  expect(lines).toEqual([
    'phone_number,name,has_opted_out,custom_parameters.age,custom_parameters.city,custom_parameters.vip',
    '+447700900142,"Anna, ""the first""",0,18,Roma,true',
    '+447700900143,,1,,,',
  ])
})

test('what goes out comes in again as it was, formulas for spreadsheets too', async () => {
  const custom_parameters = {
    formula: '=1+1',
    quoted: "'=1+1",
    at: '@x',
    minus: '-2',
    lines: 'a\nb',
    plus: '+x',
    apostrophe: "'tis",
  }
  await buildContact(database.db, user_id, {
    phone_number: '+447700900142',
    name: '=HYPERLINK("http://x")',
    custom_parameters,
  })
  const { text } = await fileOf({ resource: 'contacts', filter: {} })
  expect(text).toContain("'=1+1")
  expect(text).not.toMatch(/(^|,)"?=/m)

  const other = await buildAccount(database.db)
  const imported = await upload(testApp, { key: other.key, file: text })
  expect(imported.status).toBe(200)
  while (await continueImport(testApp.context));

  const [contact] = listOf(await testApp.call('GET', '/api/contacts', { key: other.key }))
  expect(contact).toMatchObject({
    name: '=HYPERLINK("http://x")',
    custom_parameters: { ...custom_parameters, minus: -2 },
  })
})

test('the columns may be chosen', async () => {
  const id = await buildContact(database.db, user_id, { custom_parameters: { city: 'Roma' } })

  const { lines } = await fileOf({
    resource: 'contacts',
    contacts_ids: [id],
    columns: ['id', 'custom_parameters.city', 'custom_parameters.none', 'total_sent_sms'],
  })

  expect(lines).toEqual([
    'id,custom_parameters.city,custom_parameters.none,total_sent_sms',
    `${id},Roma,,0`,
  ])
})

test('a file holds what its filter means when it is downloaded, or who was chosen', async () => {
  const [one] = await buildContacts(database.db, user_id, 3)
  const all = await post('/api/exports', { resource: 'contacts', filter: {}, columns: ['id'] })
  const some = await post('/api/exports', { resource: 'contacts', contacts_ids: [one] })
  await buildContacts(database.db, user_id, 2)

  expect(dataOf(all)['total']).toBe(3)
  expect((await download(dataOf(all)['job_id'])).lines).toHaveLength(6)
  expect(dataOf(some)['total']).toBe(1)
  expect((await download(dataOf(some)['job_id'])).lines).toHaveLength(2)
})

test('a long file goes out in pieces and is whole', async () => {
  await buildContacts(database.db, user_id, 2500)

  const { lines } = await fileOf({ resource: 'contacts', filter: {}, columns: ['id'] })

  expect(lines).toHaveLength(2501)
  expect(new Set(lines).size).toBe(2501)
})

test('opt-outs are exported with their evidence', async () => {
  await post('/api/opt-outs', { phone_numbers: '+447700900142', consent_note: 'Old list' })
  await post('/api/opt-outs', { phone_numbers: '+393331234567' })

  const { lines } = await fileOf({ resource: 'opt-outs', filter: { search: '7700' } })

  expect(lines).toEqual([
    'phone_number,datetime,how,text,note',
    '+447700900142,2026-11-21 12:00:00,list,,Old list',
  ])
})

test.each([
  ['nobody said', { resource: 'contacts' }, ['filter']],
  ['an unknown resource', { resource: 'phones', filter: {} }, ['resource']],
  [
    'unknown columns',
    { resource: 'contacts', filter: {}, columns: ['nam', 'name', 'custom_parameters.'] },
    ['columns', 'columns'],
  ],
  [
    'what is for contacts only',
    { resource: 'opt-outs', columns: ['id'], contacts_ids: [1] },
    ['contacts_ids', 'columns', 'contacts_ids'],
  ],
  [
    'a bad filter',
    { resource: 'opt-outs', filter: { country_code: 'IT' } },
    ['filter.country_code'],
  ],
])('is refused with %s', async (_, json, fields) => {
  const answer = await post('/api/exports', json)

  expect(answer.status).toBe(400)
  expect(problemsOf(answer).map(({ field }) => field)).toEqual(fields)
  expect(listOf(await get('/api/jobs'))).toEqual([])
})

test('the file of another account is not there, and a change has none', async () => {
  await buildContact(database.db, user_id)
  const made = await post('/api/exports', { resource: 'contacts', filter: {} })
  const other = await buildAccount(database.db)
  const change = await post('/api/contacts/bulk', { action: 'opt_out', filter: {} })

  expect((await download(dataOf(made)['job_id'], other.key)).status).toBe(404)
  expect((await download(dataOf(change)['job_id'])).status).toBe(404)
})

test('a file of a segment that was deleted since says so', async () => {
  const id = await buildContact(database.db, user_id)
  const segment_id = idOf(await post('/api/segments', { name: 'Some', contacts_ids: [id] }))
  const made = await post('/api/exports', { resource: 'contacts', filter: { segment_id } })
  await testApp.call('DELETE', `/api/segments/${segment_id}`, { key })

  const { status, text } = await download(dataOf(made)['job_id'])

  expect(status).toBe(400)
  expect(text).toContain(`There is no segment ${segment_id}.`)
})
