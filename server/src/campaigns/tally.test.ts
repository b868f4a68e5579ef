import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createComposer, noRules } from '../templates/compose.ts'
import type { TemplateContact } from '../templates/template-contact.ts'
import { emptyTally, scale, tally, together, type Tally } from './tally.ts'

const contact = (name: string | null, phone_number = '+447700900142'): TemplateContact => ({
  name,
  phone_number,
  country_code: 'GB',
  custom_parameters: { city: '' },
})

const options = {
  composer: createComposer('{{ name }}', noRules),
  fields: ['name', 'custom_parameters.city', 'custom_parameters.toString'],
  zoneOf: ({ phone_number }: TemplateContact) =>
    phone_number.startsWith('+44') ? 'Europe/London' : 'Asia/Tokyo',
}

test('the texts of some are counted by their parts, their failures and their zones', async () => {
  const found = await tally(
    [contact('Al'), contact('x'.repeat(161)), contact(null), contact('Bo', '+81312345678')],
    options,
  )

  expect(found).toEqual({
    total: 4,
    parts: new Map([
      [1, 2],
      [2, 1],
    ]),
    failed: new Map([['The text is empty for this contact.', 1]]),
    missing: new Map([
      ['custom_parameters.city', 4],
      ['custom_parameters.toString', 4],
      ['name', 1],
    ]),
    zones: new Map([
      ['Europe/London', { messages: 2, parts: 3 }],
      ['Asia/Tokyo', { messages: 1, parts: 1 }],
    ]),
    longest: 1,
  })
})

describe('the figures of a sample', () => {
  const counts = fc.dictionary(
    fc.constantFrom('1', '2', '3', '7'),
    fc.integer({ min: 1, max: 900 }),
  )
  const samples = fc
    .tuple(counts, fc.integer({ min: 0, max: 50 }))
    .map(([parts, failed]): Tally => {
      const byParts = new Map(Object.entries(parts).map(([key, count]) => [Number(key), count]))
      const made = [...byParts.values()].reduce((sum, count) => sum + count, 0)
      return {
        ...emptyTally(),
        total: made + failed,
        parts: byParts,
        failed: failed > 0 ? new Map([['why', failed]]) : new Map(),
        missing: new Map([['name', failed]]),
      }
    })

  test('add up to the whole, and keep its proportions', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1000, max: 10_000_000 }), (sample, whole) => {
        fc.pre(sample.total > 0)
        const scaled = scale(sample, whole)
        const outcomes = [...scaled.parts.values(), ...scaled.failed.values()]

        expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(whole)
        for (const [parts, count] of sample.parts) {
          const exact = (count * whole) / sample.total
          expect(Math.abs((scaled.parts.get(parts) ?? 0) - exact)).toBeLessThan(1)
        }
      }),
    )
  })

  test('are the figures themselves when all were counted, and when none was', () => {
    const all = { ...emptyTally(), total: 3, parts: new Map([[1, 3]]) }

    expect(scale(all, 3)).toBe(all)
    expect(scale(emptyTally(), 3)).toEqual(emptyTally())
  })

  test('of two kinds of recipients become those of both', () => {
    const one = { ...emptyTally(), total: 3, parts: new Map([[1, 3]]) }
    const other = {
      ...emptyTally(),
      total: 2,
      parts: new Map([
        [1, 1],
        [2, 1],
      ]),
    }

    expect(together(one, other)).toMatchObject({
      total: 5,
      parts: new Map([
        [1, 4],
        [2, 1],
      ]),
    })
  })
})
