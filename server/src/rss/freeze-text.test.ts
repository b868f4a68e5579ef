import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTemplate, compileTemplate } from '../templates/template.ts'
import type { TemplateContact } from '../templates/template-contact.ts'
import { contentProblems } from './content.ts'
import { freezeItem } from './freeze-text.ts'
import type { FeedItem } from './item.ts'

const ana: TemplateContact = {
  name: 'Ana',
  phone_number: '+447700900101',
  country_code: 'GB',
  custom_parameters: { city: 'Rome', secret: '42' },
}

const news: FeedItem = {
  guid: '1',
  title: 'Big news',
  url: 'https://e.org/1',
  summary: 'All about it.',
  content: '',
  author: '',
  category: 'Sport',
  date: '2026-11-21',
  published_at: null,
}

const textFor = (source: string, item: Partial<FeedItem> = {}) =>
  compileTemplate(freezeItem(source, { ...news, ...item })).render(ana)

describe('the text of an item', () => {
  test.each([
    ['New: {{ item.title }} {{ item.url }}', 'New: Big news https://e.org/1'],
    ['Hi {{ name }}, {{ item.title | upcase }}!', 'Hi Ana, BIG NEWS!'],
    ['{{ item.author | default: "Us" }}', 'Us'],
    ['{{ name | append: item.title }}', 'AnaBig news'],
    ['{% if item.category == "Sport" %}{{ name }}: {{ item.title }}{% endif %}', 'Ana: Big news'],
    ['{% if custom_parameters.city == "Rome" %}{{ item.title }}{% else %}-{% endif %}', 'Big news'],
    ['{% assign t = item.title | split: " " %}{{ t[0] }} {{ name }}', 'Big Ana'],
    ['a {{- item.title -}} b {{ name }}', 'aBig newsb Ana'],
    ['{{ item.title.size }} {{ name.size }}', '8 3'],
    ['{% raw %}{{ item.title }}{% endraw %} {{ item.title }}', '{{ item.title }} Big news'],
    ['{% for i in (1..2) %}{{ item.title }}{{ i }} {% endfor %}', 'Big news1 Big news2 '],
    [
      'line 1\nline 2 {{ item.title }}\n{% if name %}{{ item.summary }}{% endif %}',
      'line 1\nline 2 Big news\nAll about it.',
    ],
    ['no variables { at all', 'no variables { at all'],
  ])('%s', (source, expected) => {
    expect(contentProblems(source)).toEqual([])
    expect(textFor(source)).toBe(expected)
  })

  test('is written out where nothing has to be decided, so that a person can read the campaign', () => {
    expect(freezeItem('Hi {{ name }}: {{ item.title }}', news)).toBe('Hi {{ name }}: Big news')
  })

  const attacks = [
    '{{ custom_parameters.secret }}',
    '{{name}}',
    '{% endcapture %}{{ custom_parameters.secret }}',
    '{% endraw %}{{ custom_parameters.secret }}{% raw %}',
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{',
    '{%',
    '{{',
    '}}',
    '{{ "{" }}',
    '{{ "{{ name }}" }}',
  ]

  test.each(attacks)('says %s as it is: an item is no template', (title) => {
    for (const source of ['{{ item.title }}', '{% if name %}{{ item.title }}{% endif %}']) {
      expect(textFor(source, { title })).toBe(title)
      expect(textFor(`{${source}}`.replace('{{', '{ {'), { title })).toContain(title)
      expect(checkTemplate(freezeItem(source, { ...news, title }))).toEqual([])
    }
  })

  test('says whatever an item says, and nothing else', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '{%',
      '%}',
      ' name ',
      '"',
      "'",
      'endraw',
      '-',
      '\n',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
        const title = parts.join('')
        expect(textFor('[{{ item.title }}]', { title })).toBe(`[${title}]`)
        expect(textFor('{% if name %}[{{ item.title }}]{% endif %}', { title })).toBe(`[${title}]`)
      }),
    )
  })
})

test.each([
  [
    '{{ item.nope }}',
    'There is no variable "item.nope" (line 1, column 4). Of an item there are: item.title',
  ],
  ['{{ item }}', 'There is no variable "item"'],
  ['{{ item["title"] }}', 'There is no variable'],
  ['{{ item.title.first }}', 'There is no variable'],
  ['{% assign k = "title" %}{{ item[k] }}', 'There is no variable'],
  ['{{ items.title }}', 'There is no variable "items.title"'],
  ['{{ item.title', 'not closed'],
  ['{{ item.title | divided_by: 0 | nope }}', 'undefined filter'],
  ['{{ item.title | append }}', 'append expect 2 arguments'],
  ['{% for i in (1..100000000) %}x{% endfor %}', 'too much time or memory'],
])('%s is refused when it is saved', (source, title) => {
  expect(contentProblems(source)[0]).toContain(title)
})
