import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, render } from './engine.ts'
import { compilePlain } from './plain-variables.ts'
import type { TemplateContact } from './template-contact.ts'

const somebody: TemplateContact = {
  name: 'Ada',
  phone_number: '+447700900142',
  country_code: 'GB',
  custom_parameters: { city: 'London', visits: 0, is_member: false, note: '' },
}
const byEngine = (source: string, contact: TemplateContact) =>
  render(parse(source).nodes, { __proto__: null, ...contact })

describe('a text that has no more than variables', () => {
  test.each([
    'Hello',
    'Hello {{ name }}!',
    '{{name}}{{ name }}\n{{ phone_number}}',
    '{{ name | default: \'friend\' }} in {{ custom_parameters.city | default:"town" }}',
    'Visits: {{ custom_parameters.visits }} {{ custom_parameters.visits | default: "none" }}',
    'Member: {{ custom_parameters.is_member }} {{ custom_parameters.is_member | default: "?" }}',
    "{{ custom_parameters.is_member | default: '' }}",
    'Note: {{ custom_parameters.note | default: "-" }} {{ custom_parameters.nothing }}',
    '{{ custom_parameters.toString }}{{ custom_parameters.constructor }}',
    'A single { brace } is text',
  ])('%j is what the engine makes of it', (source) => {
    expect(compilePlain(source)?.(somebody)).toBe(byEngine(source, somebody))
  })

  const key = fc.constantFrom('city', 'a', 'b_1', 'toString', '__proto__', 'constructor', 'default')
  const place = fc.oneof(
    fc.constantFrom('name', 'phone_number', 'country_code'),
    key.map((name) => `custom_parameters.${name}`),
  )
  const byDefault = fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^[ a-z%|,:.é]{0,6}$/).map((text) => ` | default: '${text}'`),
    fc.stringMatching(/^[ a-z'|]{0,6}$/).map((text) => `|default:"${text}" `),
  )
  const pieces = fc.array(
    fc.oneof(
      fc.stringMatching(/^[ \na-zé'"\\|-]{0,8}$/),
      fc.tuple(place, byDefault).map(([name, rest]) => `{{ ${name}${rest}}}`),
    ),
    { maxLength: 6 },
  )
  const value = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean())
  const contact: fc.Arbitrary<TemplateContact> = fc.record({
    name: fc.option(fc.string()),
    phone_number: fc.constant('+4477009001'),
    country_code: fc.option(fc.constant('GB')),
    custom_parameters: fc.dictionary(fc.constantFrom('city', 'a', 'b_1', 'default'), value),
  })

  test('renders to what the engine makes of it, for any contact', () => {
    fc.assert(
      fc.property(pieces, contact, (written, person) => {
        const source = written.join('')
        const render = compilePlain(source)

        expect(render).toBeDefined()
        expect(render?.(person)).toBe(byEngine(source, person))
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  '{{ name | upcase }}',
  '{{- name -}}',
  '{{ name | default: name }}',
  "{{ name | default: 'a' | upcase }}",
  '{{ item.title }}',
  '{{ custom_parameters.size }}',
  '{{ custom_parameters["city"] }}',
  '{% if name %}x{% endif %}{{ name }}',
  '{% raw %}{{ name }}{% endraw %}',
  'a }} b',
])('%j is left to the engine', (source) => {
  expect(compilePlain(source)).toBeUndefined()
})
