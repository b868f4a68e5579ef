import { beforeEach, expect, test } from 'vitest'
import { dataOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const testApp = useApp(database)

let key: string

beforeEach(async () => {
  ;({ key } = await buildAccount(database.db))
})

const get = async () => dataOf(await testApp.call('GET', '/api/account', { key }))
const post = (json: unknown) => testApp.call('POST', '/api/account', { key, json })

test('texts are left as they are written, unless the account wants it otherwise', async () => {
  expect(await get()).toMatchObject({ smart_encoding: false, opt_out_footer: null })

  await post({ smart_encoding: 1, opt_out_footer: 'Reply STOP to opt out' })
  await post({ name: 'Bakery' })

  expect(await get()).toMatchObject({
    smart_encoding: true,
    opt_out_footer: 'Reply STOP to opt out',
  })

  await post({ opt_out_footer: null, smart_encoding: 0 })

  expect(await get()).toMatchObject({ smart_encoding: false, opt_out_footer: null })
})

test.each([
  ['Reply {{ word }}', 'takes no variables'],
  ['{% if name %}STOP{% endif %}', 'takes no variables'],
  ['  ', 'must not begin or end with blanks'],
  [' STOP', 'must not begin or end with blanks'],
  ['STOP\n', 'must not begin or end with blanks'],
  ['x'.repeat(101), 'at most 100 characters'],
])('%j is no footer', async (opt_out_footer, title) => {
  const answer = await post({ opt_out_footer })

  expect(answer.status).toBe(400)
  expect(problemsOf(answer)[0]).toMatchObject({ field: 'opt_out_footer' })
  expect(problemsOf(answer)[0]?.title).toContain(title)
  expect(await get()).toMatchObject({ opt_out_footer: null, revision: 1 })
})
