import { describe, expect, test } from 'vitest'
import { marksOf, partsOf, replaced } from './marks.ts'

describe('a text in the editor', () => {
  test('shows its variables and the characters that cost', () => {
    expect(marksOf('Hi {{ name }}, you’re in', new Set(['’']))).toEqual([
      { kind: 'plain', text: 'Hi ' },
      { kind: 'variable', text: '{{ name }}' },
      { kind: 'plain', text: ', you' },
      { kind: 'costly', text: '’' },
      { kind: 'plain', text: 're in' },
    ])
  })

  test('loses nothing, whatever is in it', () => {
    for (const text of [
      '',
      '{{',
      '{{ a',
      '}} {{ b }}',
      '{% if name %}x{% endif %}',
      'a\n\n😀{{\n}}',
    ])
      expect(
        marksOf(text, new Set(['😀']))
          .map((mark) => mark.text)
          .join(''),
      ).toBe(text)
  })

  test('keeps a character of two units whole', () => {
    expect(marksOf('a😀b', new Set(['😀'])).map(({ kind }) => kind)).toEqual([
      'plain',
      'costly',
      'plain',
    ])
  })
})

test('a text is cut where its parts begin', () => {
  expect(partsOf('abcdef', [2, 4])).toEqual(['ab', 'cd', 'ef'])
  expect(partsOf('abc', [])).toEqual(['abc'])
})

test('costly characters are replaced or left out', () => {
  const by = new Map([
    ['’', "'"],
    ['😀', ''],
  ])
  expect(replaced('You’re in 😀', by)).toBe("You're in ")
})
