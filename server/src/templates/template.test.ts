import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTemplate, compileTemplate, contactFieldsOf } from './template.ts'
import type { TemplateContact } from './template-contact.ts'

const anna: TemplateContact = {
  name: 'Anna',
  phone_number: '+447700900142',
  country_code: 'GB',
  custom_parameters: { city: 'Rome', age: 18, vip: true, 'first name': 'Ann' },
}

const nobody: TemplateContact = {
  name: null,
  phone_number: '+447700900143',
  country_code: null,
  custom_parameters: {},
}

describe('a text for a contact', () => {
  test.each([
    ['Hello world', 'Hello world', 'Hello world'],
    ['50% {off} }} %}', '50% {off} }} %}', '50% {off} }} %}'],
    ['Hi {{ name }}!', 'Hi Anna!', 'Hi !'],
    ['Hi {{ name | default: "there" }}', 'Hi Anna', 'Hi there'],
    ['{{ custom_parameters.city }}/{{ custom_parameters["first name"] }}.', 'Rome/Ann.', '/.'],
    ['{{custom_parameters.age}} {{custom_parameters.vip}}.', '18 true.', ' .'],
    ['{{ phone_number }} {{ country_code }}.', '+447700900142 GB.', '+447700900143 .'],
    ['{% if name %}Dear {{ name }}{% else %}Hello{% endif %}', 'Dear Anna', 'Hello'],
    ['{% assign c = custom_parameters.city | upcase %}{{ c }}.', 'ROME.', '.'],
    ['{% for i in (1..3) %}{{ i }}{% endfor %}', '123', '123'],
    ['{% raw %}{{ name }}{% endraw %}', '{{ name }}', '{{ name }}'],
    ['A{{ custom_parameters.size }}B', 'AB', 'AB'],
    ['A{{ name.size }}B', 'A4B', 'AB'],
  ])('%s', (source, forAnna, forNobody) => {
    const template = compileTemplate(source)

    expect(checkTemplate(source)).toEqual([])
    expect(template.render(anna)).toBe(forAnna)
    expect(template.render(nobody)).toBe(forNobody)
  })

  test.each([
    ['Hello', false],
    ['{% raw %}{{ name }}{% endraw %}', false],
    ['{{ name }}', true],
    ['{{ "a,b" | split: "," | sample }}', true],
    ['{{ broken', true],
  ])('%s has something to fill in: %s', (source, hasVariables) => {
    expect(compileTemplate(source).hasVariables).toBe(hasVariables)
  })

  test('is not filled in twice: what a contact is called is no template', () => {
    const contact = { ...anna, name: '{{ phone_number }}' }

    expect(compileTemplate('Hi {{ name }}').render(contact)).toBe('Hi {{ phone_number }}')
  })

  test('may have a size among its own fields', () => {
    const contact = { ...anna, custom_parameters: { size: 'XL' } }

    expect(compileTemplate('{{ custom_parameters.size }}').render(contact)).toBe('XL')
  })

  test('may have more than the contact, where that is allowed', () => {
    expect(checkTemplate('{{ item.title }}')).toHaveLength(1)
    expect(checkTemplate('{{ item.title }}', ['item'])).toEqual([])
    expect(compileTemplate('{{ item.title }}').render(anna, { item: { title: 'News' } })).toBe(
      'News',
    )
  })

  test.each([
    ['{{ name.constructor }}'],
    ['{{ custom_parameters.constructor }}'],
    ['{{ custom_parameters.__proto__ }}'],
    ['{{ custom_parameters["constructor"]["prototype"] }}'],
    ['{{ custom_parameters.toString }}'],
    ['{{ constructor }}{{ __proto__ }}{{ toString }}{{ hasOwnProperty }}'],
    ['{% assign k = "constructor" %}{{ custom_parameters[k] }}'],
  ])('%s reaches nothing behind the fields', (source) => {
    expect(compileTemplate(`[${source}]`).render(anna)).toBe('[]')
  })
})

test.each([
  ['Hello', []],
  ['{{ phone_number }}', []],
  ['{{ name }} {{ name | default: country_code }}', ['name', 'country_code']],
  [
    '{% if custom_parameters.city %}{{ custom_parameters["first name"] }}{% endif %}',
    ['custom_parameters.city', 'custom_parameters.first name'],
  ],
  ['{{ broken', []],
])('%s speaks of %j', (source, fields) => {
  expect(contactFieldsOf(source)).toEqual(fields)
})

describe('a text that cannot be sent to a contact', () => {
  test.each([
    ['{{ custom_parameters.none }}', 'The text is empty for this contact.'],
    ['  \n', 'The text is empty for this contact.'],
    [`{{ name }}${'x'.repeat(5000)}`, 'The text is too long: it may have at most 5000 characters.'],
    ['x'.repeat(5001), 'The text is too long: it may have at most 5000 characters.'],
    ['{{ "%00" | url_decode }}', 'The text has a NUL character, which cannot be sent.'],
    [
      '{% for i in (1..100000000) %}x{% endfor %}',
      'The text cannot be made: it takes too much time or memory.',
    ],
    ['{{ name', 'The text has a mistake at line 1, column 1: output "{{ name" not closed.'],
    [
      '{{ name | append }}',
      'The text has a mistake at line 1, column 1: append expect 2 arguments.',
    ],
  ])('%.40s says why', (source, error) => {
    expect(compileTemplate(source).render(anna)).toEqual({ error })
  })

  test('has whole characters, whatever a filter cut', () => {
    const halves = compileTemplate('{{ name | split: "" | join: "-" }}')

    expect(halves.render({ ...anna, name: '😀' })).toBe('\ufffd-\ufffd')
  })
})

describe('a text that is saved', () => {
  test.each([
    ['Hi\n {{ nme }}', 'There is no variable "nme" (line 2, column 5).'],
    ['{{ custom_parameter.x }}', 'There is no variable "custom_parameter.x" (line 1, column 4).'],
    ['{{ custom_parameters }}', 'There is no variable "custom_parameters" (line 1, column 4).'],
    [
      '{{ custom_parameters.a.b }}',
      'There is no variable "custom_parameters.a.b" (line 1, column 4).',
    ],
    ['{{ name.first }}', 'There is no variable "name.first" (line 1, column 4).'],
    ['{{ first name }}', 'There is no variable "first" (line 1, column 4).'],
    ['{% if nme %}x{% endif %}', 'There is no variable "nme" (line 1, column 7).'],
    ['{{ name | default: nick }}', 'There is no variable "nick" (line 1, column 20).'],
    ['{{ x }}{% assign x = 1 %}', 'There is no variable "x" (line 1, column 4).'],
    ['{{ __proto__ }}', 'There is no variable'],
    ['{{ name', 'The text has a mistake at line 1, column 1: output "{{ name" not closed.'],
    ['{{ name }', 'The text has a mistake at line 1, column 1'],
    ['{{ }}', 'The text has a mistake at line 1, column 4'],
    [
      'a\n{% if name %}',
      'The text has a mistake at line 2, column 1: tag {% if name %} not closed.',
    ],
    ['{% iff name %}', 'The text has a mistake at line 1, column 1: tag "iff" not found.'],
    [
      '{{ name | upcased }}',
      'The text has a mistake at line 1, column 1: undefined filter: upcased.',
    ],
    ['{{ name | constructor }}', 'undefined filter: constructor'],
    ['{% constructor %}', 'tag "constructor" not found'],
    ['{% include "x" %}', 'tag "include" not found'],
    ['{% render "x" %}', 'tag "render" not found'],
    ['{% layout "x" %}', 'tag "layout" not found'],
    [
      '{% for i in (1..100000000) %}x{% endfor %}',
      'The text cannot be made: it takes too much time or memory.',
    ],
    [
      '{% if name %}{% for i in (1..100000000) %}x{% endfor %}{% endif %}',
      'it takes too much time or memory.',
    ],
    [
      `${'{% for a in (1..999) %}'.repeat(9)}${'{% endfor %}'.repeat(9)}`,
      'it takes too much time or memory.',
    ],
    ['{% raw %} {% endraw %}', 'The text is empty.'],
    [' ', 'The text is empty.'],
    ['x'.repeat(5001), 'The text is too long: it may have at most 5000 characters.'],
    [`{{ name }}${'x'.repeat(10_000)}`, 'The text may have at most 10000 characters.'],
  ])('%.40s is refused, and pointed at', (source, title) => {
    expect(checkTemplate(source)[0]?.title).toContain(title)
  })

  test('has all its unknown variables named', () => {
    expect(checkTemplate('{{ a }} {{ b.c }} {{ name }}')).toHaveLength(2)
  })

  test.each([
    ['{% for i in (1..3) %}{{ forloop.index }} {{ i }}{% endfor %}'],
    ['{% capture x %}{{ name }}{% endcapture %}{{ x }}'],
    ['{% if custom_parameters.city == "Rome" and name != blank %}Ciao{% endif %}'],
    ['{% assign key = "city" %}{{ custom_parameters[key] }}'],
    ['{{ custom_parameters.text }}'],
    ['{%- comment -%} {{ whatever }} {%- endcomment -%}x'],
  ])('%s is in order', (source) => {
    expect(checkTemplate(source)).toEqual([])
  })

  test('whatever it is, is checked and rendered within moments and without failing', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' name ',
      ' | ',
      'default: "x"',
      'for i in (1..9)',
      'endfor',
      'if name',
      'endif',
      'assign a = ',
      '"',
      "'",
      'custom_parameters',
      '.',
      '[',
      ']',
      'city',
      '(1..99999)',
      'raw',
      'endraw',
      'cycle ',
      'liquid',
      '-',
      '\n',
      'case',
      '😀',
      '\0',
      'append: name',
    )
    const sources = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))

    fc.assert(
      fc.property(fc.oneof(sources, fc.string()), (source) => {
        expect(Array.isArray(checkTemplate(source))).toBe(true)
        const rendered = compileTemplate(source).render(anna)
        expect(typeof rendered === 'string' || rendered.error.endsWith('.')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('nested deeper than a stack is refused, not a failure', () => {
    for (const piece of [
      '{% if name %}',
      '{% for i in (1..1) %}',
      '{{ custom_parameters[',
      '{{ (1..',
    ]) {
      const source = piece.repeat(Math.floor(10_000 / piece.length))
      expect(checkTemplate(source)).toHaveLength(1)
    }
    const closed = `${'{% if name %}'.repeat(400)}x${'{% endif %}'.repeat(400)}`
    expect(checkTemplate(closed)).toEqual([])
  })
})
