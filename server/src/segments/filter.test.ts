import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildAccount, buildContact } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { comparableOf, fold, type ParameterValue } from '../lib/fold.ts'
import {
  compileFilter,
  conditions,
  type Filter,
  type FilterCondition,
  type FilterRow,
} from './filter.ts'

const database = useDatabase()

const nothing: Filter = {
  filters_custom_parameters: [],
  filters_countries: [],
  filters_continents: [],
}
const row = (condition: FilterCondition, value: string, key = 'k'): Filter => ({
  ...nothing,
  filters_custom_parameters: [{ key, condition, value }],
})

type Candidate = {
  custom_parameters: Record<string, ParameterValue>
  country_code: string | null
  continent_code: string | null
}

/** What the contract says of a filter, in plain words of TypeScript. */
function holds(filter: Filter, contact: Candidate): boolean {
  const { filters_custom_parameters: rows, filters_countries, filters_continents } = filter
  const isIn = (codes: string[], code: string | null) =>
    codes.length === 0 || (code !== null && codes.includes(code))
  return (
    rows.every((one) => rowHolds(one, contact.custom_parameters)) &&
    isIn(filters_countries, contact.country_code) &&
    isIn(filters_continents, contact.continent_code)
  )
}

function rowHolds(
  { key, condition, value }: FilterRow,
  parameters: Record<string, ParameterValue>,
): boolean {
  const isThere = Object.hasOwn(parameters, key)
  const stored = parameters[key] ?? ''
  const text = fold(String(stored))
  const wanted = fold(value)
  switch (condition) {
    case 'exact':
      return isThere && text === wanted
    case 'not_exact':
      return !isThere || text !== wanted
    case 'contains':
      return isThere && text.includes(wanted)
    case 'not_contains':
      return !isThere || !text.includes(wanted)
    case 'starts_with':
      return isThere && text.startsWith(wanted)
    case 'not_starts_with':
      return !isThere || !text.startsWith(wanted)
    case 'ends_with':
      return isThere && text.endsWith(wanted)
    case 'not_ends_with':
      return !isThere || !text.endsWith(wanted)
    case 'bigger_than':
      return isThere && compare(stored, value) > 0
    case 'lower_than':
      return isThere && compare(stored, value) < 0
  }
}

/** NaN, which is neither bigger nor lower, where the two cannot be compared. */
function compare(stored: ParameterValue, value: string): number {
  const one = comparableOf(stored)
  const other = comparableOf(value)
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one !== 'string' || typeof other !== 'string') return NaN
  return one < other ? -1 : one > other ? 1 : 0
}

async function matching(user_id: number, filter: Filter): Promise<number[]> {
  const { rows } = await sql<{ id: number; is_null: boolean }>`
    select c.id, ${compileFilter(filter)} is null as is_null from contacts c
     where c.user_id = ${user_id} and coalesce(${compileFilter(filter)}, true) order by c.id`.execute(
    database.db,
  )
  expect(rows.filter(({ is_null }) => is_null)).toEqual([])
  return rows.map(({ id }) => id)
}

describe('a row', () => {
  test.each<[ParameterValue | undefined, FilterCondition, string, boolean]>([
    ['Roma', 'exact', 'rOMA', true],
    ['Roma', 'exact', 'Rom', false],
    ['ÉCOLE', 'exact', 'école', true],
    ['école', 'exact', 'e\u0301cole', true],
    ['İstanbul', 'exact', 'i\u0307stanbul', true],
    ['ΣΊΣΥΦΟΣ', 'exact', 'σίσυφος', true],
    [18, 'exact', '18', true],
    ['18', 'exact', '18', true],
    [true, 'exact', 'TRUE', true],
    ['', 'exact', '', true],
    ['x', 'exact', '', false],
    [undefined, 'exact', '', false],
    ['Roma', 'not_exact', 'roma', false],
    ['Roma', 'not_exact', 'Milano', true],
    [undefined, 'not_exact', 'roma', true],
    [undefined, 'not_exact', '', true],
    ['', 'not_exact', '', false],
    ['Via Roma 5', 'contains', 'roma', true],
    ['50% off', 'contains', '0%', true],
    ['500 off', 'contains', '0%', false],
    ['a_b', 'contains', 'A_B', true],
    ['axb', 'contains', 'a_b', false],
    ['a\\b', 'contains', '\\', true],
    ['ab', 'contains', '\\', false],
    ['say "hi"', 'contains', '"hi"', true],
    ["it's", 'contains', "t's", true],
    [undefined, 'contains', 'x', false],
    ['Roma', 'not_contains', 'om', false],
    [undefined, 'not_contains', 'om', true],
    ['Roma', 'starts_with', 'ro', true],
    ['Roma', 'starts_with', 'ma', false],
    ['_x', 'starts_with', '_', true],
    ['ax', 'starts_with', '_', false],
    [undefined, 'starts_with', 'r', false],
    ['Roma', 'not_starts_with', 'ro', false],
    [undefined, 'not_starts_with', 'ro', true],
    ['Roma', 'ends_with', 'MA', true],
    ['Roma', 'ends_with', 'ro', false],
    [undefined, 'ends_with', 'a', false],
    ['Roma', 'not_ends_with', 'ma', false],
    [undefined, 'not_ends_with', 'ma', true],
    [18, 'bigger_than', '9', true],
    ['18', 'bigger_than', '9', true],
    ['18', 'bigger_than', '18', false],
    [-2.5, 'lower_than', '-2.4', true],
    ['abc', 'bigger_than', '1', false],
    [true, 'bigger_than', '0', false],
    [18, 'bigger_than', 'abc', false],
    [18, 'bigger_than', '2020-01-01', false],
    ['2026-01-02', 'bigger_than', '2026-01-01', true],
    ['2026-01-02', 'bigger_than', '1', false],
    ['2026-01-02 01:00:00', 'lower_than', '2026-01-02T00:30:00-01:00', true],
    ['2026-02-30', 'bigger_than', '2026-01-01', false],
    [undefined, 'bigger_than', '1', false],
    [undefined, 'lower_than', '1', false],
  ])('with %j stored, %s %j is %s', async (stored, condition, value, expected) => {
    const { user_id } = await buildAccount(database.db)
    const custom_parameters: Record<string, ParameterValue> =
      stored === undefined ? {} : { k: stored }
    const id = await buildContact(database.db, user_id, { custom_parameters })
    const filter = row(condition, value)

    expect(await matching(user_id, filter)).toEqual(expected ? [id] : [])
    expect(holds(filter, { custom_parameters, country_code: null, continent_code: null })).toBe(
      expected,
    )
  })

  test('minds the case of the key, and takes any key', async () => {
    const { user_id } = await buildAccount(database.db)
    const custom_parameters = JSON.parse('{"__proto__": "a", "a.b\\"c": "b", "K": "c"}') as Record<
      string,
      string
    >
    const id = await buildContact(database.db, user_id, { custom_parameters })

    expect(await matching(user_id, row('exact', 'A', '__proto__'))).toEqual([id])
    expect(await matching(user_id, row('contains', 'b', 'a.b"c'))).toEqual([id])
    expect(await matching(user_id, row('exact', 'c', 'k'))).toEqual([])
  })
})

test('rows must all hold; countries are alternatives, continents too, and the groups must all hold', async () => {
  const { user_id } = await buildAccount(database.db)
  const build = (country_code: string | null, custom_parameters = {}) =>
    buildContact(database.db, user_id, { country_code, custom_parameters })
  const [roma, milano, paris, tokyo] = [
    await build('IT', { city: 'Roma', age: 20 }),
    await build('IT', { city: 'Milano', age: 30 }),
    await build('FR', { age: 30 }),
    await build('JP', { age: 40 }),
  ]
  await build(null)
  const age: FilterRow = { key: 'age', condition: 'bigger_than', value: '20' }
  const city: FilterRow = { key: 'city', condition: 'exact', value: 'milano' }

  const found = (filter: Partial<Filter>) => matching(user_id, { ...nothing, ...filter })
  expect(await found({ filters_countries: ['IT', 'JP'] })).toEqual([roma, milano, tokyo])
  expect(await found({ filters_continents: ['EU'] })).toEqual([roma, milano, paris])
  expect(
    await found({ filters_countries: ['IT', 'JP'], filters_continents: ['AS', 'AF'] }),
  ).toEqual([tokyo])
  expect(
    await found({ filters_custom_parameters: [age], filters_countries: ['IT', 'FR'] }),
  ).toEqual([milano, paris])
  expect(await found({ filters_custom_parameters: [age, city] })).toEqual([milano])
  expect(await found({})).toEqual([])
})

describe('any filter over any contacts', () => {
  const words = [
    '',
    'a',
    'A',
    'Ab',
    'aB%',
    '_',
    '\\',
    'é',
    'e\u0301',
    'İ',
    'ß',
    'σς',
    '5',
    '10',
    '-2.5',
    '007',
    '1e3',
    '2026-01-02',
    '2026-01-02 10:00:00',
    '"',
  ]
  const text = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: fc.constantFrom('a', 'B', '%', '_', '\\', 'é', '1', ' '), maxLength: 4 }),
  )
  const value: fc.Arbitrary<ParameterValue> = fc.oneof(
    text,
    fc.boolean(),
    fc.integer({ min: -20, max: 20 }),
    fc.constantFrom(0.1, -2.5, 1e21, 5e-324),
  )
  const keys = fc.constantFrom('k', 'K', 'l', '__proto__')
  const contact = fc.record({
    custom_parameters: fc
      .array(fc.tuple(keys, value), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries)),
    country_code: fc.constantFrom('IT', 'FR', 'JP', null),
  })
  const filterOf = fc
    .record({
      filters_custom_parameters: fc.array(
        fc.record({ key: keys, condition: fc.constantFrom(...conditions), value: text }),
        { maxLength: 3 },
      ),
      filters_countries: fc.subarray(['IT', 'FR', 'JP']),
      filters_continents: fc.subarray(['EU', 'AS']),
    })
    .filter((filter) => Object.values(filter).some(({ length }) => length > 0))

  let user_id: number
  const contacts: (Candidate & { id: number })[] = []
  beforeAll(async () => {
    ;({ user_id } = await buildAccount(database.db))
    for (const { custom_parameters, country_code } of fc.sample(contact, {
      numRuns: 200,
      seed: 7,
    })) {
      const continent_code = country_code === null ? null : country_code === 'JP' ? 'AS' : 'EU'
      const id = await buildContact(database.db, user_id, { custom_parameters, country_code })
      contacts.push({ id, custom_parameters, country_code, continent_code })
    }
  })

  test('PostgreSQL and the contract agree', async () => {
    await fc.assert(
      fc.asyncProperty(filterOf, async (filter) => {
        const expected = contacts.filter((one) => holds(filter, one)).map(({ id }) => id)

        expect(await matching(user_id, filter)).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })
})
