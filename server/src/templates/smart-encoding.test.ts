import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countParts } from '../lib/parts.ts'
import { encodeSmartly, plainOf } from './smart-encoding.ts'

describe('smart encoding', () => {
  test.each([
    ['“It’s here”', '"It\'s here"'],
    ['‘a’ ‚b‘ „c“ «d» ‹e›', "'a' 'b' \"c\" \"d\" 'e'"],
    ['9–17 h — or later… no‑one', '9-17 h - or later... no-one'],
    ['−5°'.replace('°', ''), '-5'],
    ['10\u00a0000\u202f€', '10 000 €'],
    ['a\tb', 'a b'],
    ['one\u2028two', 'one\ntwo'],
    ['invis\u00adible\u200b\ufeff', 'invisible'],
    ['+44\u202a7700\u202c', '+447700'],
    ['ﬁnal oﬀer', 'final offer'],
    ['5′ 10″', '5\' 10"'],
    ['e\u0301 a\u0300', 'é à'],
  ])('writes %s as %s', (text, plain) => {
    expect(encodeSmartly(text)).toEqual({ text: plain, counted: countParts(plain) })
    expect(countParts(plain).encoding).toBe('gsm7')
  })

  test.each([
    ['“Hi” 😀', 'an emoji keeps the large alphabet anyway'],
    ['“Olá”, ção', 'so does a letter'],
    ['don’t — Привет', 'so does another script'],
    ['50 % ½ ™', 'what says something of its own is not replaced'],
    ['\u202eabc', 'nor what turns the direction around'],
    ['…'.repeat(70), 'dots for ellipses would take two parts in place of one'],
  ])('leaves %s alone: %s', (text) => {
    expect(encodeSmartly(text).text).toBe(text)
  })

  test('knows what to offer in place of a character', () => {
    expect(plainOf('’')).toBe("'")
    expect(plainOf('\u200b')).toBe('')
    expect(plainOf('😀')).toBeNull()
  })

  const odd = fc.constantFrom(...'“”‘’–—…«»\u00a0\u200b\u00ad´`\t\u2028ﬁ😀çéñ€^\u0301')
  const texts = fc
    .array(fc.oneof(odd, fc.string({ minLength: 1, maxLength: 30 })), { maxLength: 20 })
    .map((pieces) => pieces.join(''))

  test('never changes a text that has no need, and never makes one longer', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const before = countParts(text)
        const { text: encoded, counted } = encodeSmartly(text)
        expect(counted).toEqual(countParts(encoded))
        expect(counted.parts).toBeLessThanOrEqual(before.parts)
        if (before.encoding === 'gsm7') expect(encoded).toBe(text)
        if (encoded !== text) expect(counted.encoding).toBe('gsm7')
        expect(encodeSmartly(encoded).text).toBe(encoded)
      }),
      { numRuns: 2000 },
    )
  })
})
