import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildContacts } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
})

const contact = (custom_parameters: Record<string, string | number | boolean>) =>
  buildContact(database.db, user_id, { custom_parameters })
const keys = (query = '') => testApp.call('GET', `/api/custom-parameters${query}`, { key })
const values = (query: string) =>
  testApp.call('GET', `/api/custom-parameters/values${query}`, { key })

describe('keys', () => {
  test('come by how many have them, with what their values are', async () => {
    await contact({ city: 'Rome', spent: 12, since: '2026-01-01', note: 'n/a', vip: true })
    await contact({ city: 'Rome', spent: 3.5, since: '2026-02-01', note: 7 })
    await contact({ city: 'Bari', spent: 12, empty: '' })
    await contact({ city: 'Como' })
    await buildContact(database.db, (await buildAccount(database.db)).user_id, {
      custom_parameters: { theirs: 'x' },
    })

    const answer = await keys()

    expect(answer.body).toEqual({
      data: [
        { key: 'city', total: 4, kind: 'text', examples: ['Rome', 'Bari', 'Como'] },
        { key: 'spent', total: 3, kind: 'number', examples: ['12', '3.5'] },
        { key: 'note', total: 2, kind: 'mixed', examples: ['7', 'n/a'] },
        { key: 'since', total: 2, kind: 'date', examples: ['2026-01-01', '2026-02-01'] },
        { key: 'vip', total: 1, kind: 'text', examples: ['true'] },
      ],
      is_estimate: false,
    })
  })

  test('are found by a part of their name, in any case', async () => {
    await contact({ 'Shoe size': 39, Città: 'Roma', city: 'Rome' })

    expect(listOf(await keys('?search=SHOE')).map((one) => one['key'])).toEqual(['Shoe size'])
    expect(listOf(await keys('?search=citt%C3%80')).map((one) => one['key'])).toEqual(['Città'])
    expect(listOf(await keys('?search=nothing'))).toEqual([])
  })

  test('of many contacts are estimated from a sample, and the newest are always in it', async () => {
    await buildContacts(database.db, user_id, 20_000)
    await sql`
      update contacts set custom_parameters = '{"tier":"Gold"}', folded_parameters = '{"tier":"gold"}'
       where user_id = ${user_id} and id % 4 = 0`.execute(database.db)
    await contact({ brand_new: 1 })

    const { body } = await keys()

    expect(body).toMatchObject({ is_estimate: true })
    const [tier, fresh] = listOf(await keys())
    expect(tier).toMatchObject({ key: 'tier', kind: 'text', examples: ['Gold'] })
    expect(Math.abs(Number(tier?.['total']) - 5000)).toBeLessThan(500)
    expect(fresh).toMatchObject({ key: 'brand_new', kind: 'number' })
  })

  test('are none where there is no contact', async () => {
    expect((await keys()).body).toEqual({ data: [], is_estimate: false })
  })
})

describe('values of a key', () => {
  test('come by how many have them, and are found by a part, in any case', async () => {
    for (const city of ['Rome', 'Rome', 'Reggio', 'Bari', '']) await contact({ city })

    expect((await values('?key=city')).body).toEqual({
      data: [
        { value: 'Rome', total: 2 },
        { value: 'Bari', total: 1 },
        { value: 'Reggio', total: 1 },
      ],
      is_estimate: false,
    })
    expect(listOf(await values('?key=city&search=EGG'))).toEqual([{ value: 'Reggio', total: 1 }])
    expect(listOf(await values('?key=none'))).toEqual([])
  })

  test('are found for keys of any characters', async () => {
    const odd = 'a/b ../%?&\'"{}'
    await contact({ [odd]: 'x', __proto__x: 'y' })

    expect(listOf(await values(`?key=${encodeURIComponent(odd)}`))).toEqual([
      { value: 'x', total: 1 },
    ])
  })

  test('need a key; all that is wrong is said', async () => {
    const answer = await values(`?search=${'x'.repeat(300)}`)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(['key', 'search'])
    expect((await keys('?search=%00')).status).toBe(400)
  })
})
