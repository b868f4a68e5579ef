import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const api = useApp(database)

let key: string
let user_id: number

beforeEach(async () => {
  ;({ key, user_id } = await buildAccount(database.db))
})

const post = (path: string, json: object) =>
  api.call('POST', `/api/templates${path}`, { key, json })
const get = (path: string) => api.call('GET', `/api/templates${path}`, { key })
const setRules = (rules: { smart_encoding?: boolean; opt_out_footer?: string }) =>
  database.db.updateTable('accounts').set(rules).where('user_id', '=', user_id).execute()

describe('a saved template', () => {
  test('is answered as it was saved', async () => {
    const id = idOf(await post('', { name: 'Reminder', content: 'Hi {{ name }}' }))

    expect(dataOf(await get(`/${id}`))).toEqual({
      id,
      user_id,
      name: 'Reminder',
      content: 'Hi {{ name }}',
      last_datetime: null,
      datetime: '2026-11-21 12:00:00',
      revision: 1,
    })
  })

  test('is changed in what is given, unless somebody was first', async () => {
    const id = idOf(await post('', { name: 'Reminder', content: 'Hi' }))
    await post(`/${id}`, { content: 'Hello' })

    const late = await post(`/${id}`, { name: 'Late', expected_revision: 1 })

    expect(problemsOf(late)[0]).toMatchObject({ status: 400, code: 'changed' })
    expect(dataOf(await get(`/${id}`))).toMatchObject({
      name: 'Reminder',
      content: 'Hello',
      revision: 2,
      last_datetime: '2026-11-21 12:00:00',
    })
    await post(`/${id}`, {})
    expect(dataOf(await get(`/${id}`))).toMatchObject({ revision: 2 })
  })

  test('is gone when it is deleted, and its id is never given again', async () => {
    const id = idOf(await post('', { name: 'Reminder', content: 'Hi' }))
    const deleted = await api.call('DELETE', `/api/templates/${id}`, { key })

    expect(dataOf(deleted)).toEqual({ id })
    expect((await get(`/${id}`)).status).toBe(404)
    expect(idOf(await post('', { name: 'Next', content: 'Hi' }))).toBeGreaterThan(id)
  })

  test('is found by its name and its text, whatever the case', async () => {
    for (const [name, content] of [
      ['Birthday', 'All the best, {{ name }}'],
      ['Élan', 'Come by'],
      ['Reminder', 'See you at the BIRTHDAY party'],
    ])
      await post('', { name, content })
    const names = async (query: string) => listOf(await get(`?${query}`)).map(({ name }) => name)

    expect(await names('search=birthday')).toEqual(['Reminder', 'Birthday'])
    expect(await names('search=birthday&search_by=name')).toEqual(['Birthday'])
    expect(await names('search=ÉLAN')).toEqual(['Élan'])
    expect(await names('order_by=name&order_type=ASC')).toEqual(['Birthday', 'Reminder', 'Élan'])
    expect(await names('order_by=template_id')).toEqual(['Reminder', 'Élan', 'Birthday'])
  })

  test.each([
    [{ content: 'Hi' }, 'name'],
    [{ name: 'x' }, 'content'],
    [{ name: 'x', content: 'Hi {{ nme }}' }, 'content'],
    [{ name: 'x', content: '{% for i in (1..100000000) %}x{% endfor %}' }, 'content'],
    [{ name: 'x', content: '' }, 'content'],
    [{ name: 'x'.repeat(256), content: 'Hi' }, 'name'],
  ])('%j is refused, and nothing is saved', async (fields, field) => {
    const answer = await post('', fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map((problem) => problem.field)).toEqual([field])
    expect(listOf(await get(''))).toEqual([])
  })
})

describe('the preview of a text', () => {
  test('is what the contact would get, with what forces its encoding', async () => {
    await setRules({ opt_out_footer: 'Reply STOP' })
    const contact_id = await buildContact(database.db, user_id, { name: 'Zoë' })

    const answer = await post('/preview', { content: 'Hi {{ name }}…', contact_id, footer: 1 })

    expect(dataOf(answer)).toEqual({
      rendered: {
        contact_id,
        content: 'Hi Zoë…\nReply STOP',
        error: null,
        encoding: 'ucs2',
        units: 18,
        parts: 1,
        part_breaks: [],
        odd_characters: [
          { character: 'ë', positions: [5], replacement: null },
          { character: '…', positions: [6], replacement: '...' },
        ],
      },
      odd_characters: [{ character: '…', positions: [13], replacement: '...' }],
    })
  })

  test('is encoded as the account wants it, and says where its parts begin', async () => {
    await setRules({ smart_encoding: true })

    const answer = await post('/preview', { content: `“${'x'.repeat(158)}”.` })

    expect(dataOf(answer)).toMatchObject({
      rendered: { contact_id: null, encoding: 'gsm7', units: 161, parts: 2, part_breaks: [153] },
    })
  })

  test('says why a contact would get none', async () => {
    const answer = await post('/preview', { content: '{{ custom_parameters.city }}' })

    expect(dataOf(answer)).toMatchObject({
      rendered: { content: null, error: 'The text is empty for this contact.', parts: 0 },
    })
  })

  test.each([
    [{ content: '{{ nme }}' }, 'content'],
    [{ content: 'Hi', contact_id: 987_654 }, 'contact_id'],
    [
      { content: '{% for a in (1..9999) %}{% for b in (1..9999) %}{% endfor %}{% endfor %}' },
      'content',
    ],
  ])('%j is refused by the field', async (fields, field) => {
    const answer = await post('/preview', fields)

    expect(problemsOf(answer).map((problem) => problem.field)).toEqual([field])
  })
})
