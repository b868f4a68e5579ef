import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, test } from 'vitest'
import { countParts, oddCharacters, partBreaks } from './parts.ts'

describe('a text is counted as the network bills it', () => {
  test.each([
    ['nothing', '', 'gsm7', 0, 1],
    ['a greeting', 'Hello world', 'gsm7', 11, 1],
    ['160 letters', 'a'.repeat(160), 'gsm7', 160, 1],
    ['161 letters', 'a'.repeat(161), 'gsm7', 161, 2],
    ['306 letters', 'a'.repeat(306), 'gsm7', 306, 2],
    ['307 letters', 'a'.repeat(307), 'gsm7', 307, 3],
    ['80 euro signs', '€'.repeat(80), 'gsm7', 160, 1],
    ['80 euro signs and a letter', `a${'€'.repeat(80)}`, 'gsm7', 161, 2],
    // 153 is odd: an escape never ends a part, so each of these parts carries 76 signs.
    ['152 euro signs', '€'.repeat(152), 'gsm7', 304, 2],
    ['153 euro signs', '€'.repeat(153), 'gsm7', 306, 3],
    ['a brace that just fits', `${'a'.repeat(152)}{${'a'.repeat(151)}`, 'gsm7', 305, 2],
    ['a brace pushed on', `${'a'.repeat(152)}{${'a'.repeat(152)}`, 'gsm7', 306, 3],
    ['a curly quote', '’', 'ucs2', 1, 1],
    ['70 Cyrillic letters', 'я'.repeat(70), 'ucs2', 70, 1],
    ['71 Cyrillic letters', 'я'.repeat(71), 'ucs2', 71, 2],
    ['134 Cyrillic letters', 'я'.repeat(134), 'ucs2', 134, 2],
    ['135 Cyrillic letters', 'я'.repeat(135), 'ucs2', 135, 3],
    ['35 emoji', '😀'.repeat(35), 'ucs2', 70, 1],
    ['36 emoji', '😀'.repeat(36), 'ucs2', 72, 2],
    // 67 is odd: a surrogate pair never crosses, so each of these parts carries 33 emoji.
    ['66 emoji', '😀'.repeat(66), 'ucs2', 132, 2],
    ['67 emoji', '😀'.repeat(67), 'ucs2', 134, 3],
    ['braces beside Cyrillic', '{}[]я', 'ucs2', 5, 1],
    ['halves of pairs', '\ud800'.repeat(71), 'ucs2', 71, 2],
  ] as const)('%s', (_, text, encoding, units, parts) => {
    expect(countParts(text)).toEqual({ encoding, units, parts })
  })

  test('every character of the alphabet costs one or two septets, and no other is in it', () => {
    const costs = alphabet()

    for (let code = 0; code <= 0xffff; code++) {
      const count = countParts(String.fromCharCode(code))
      const cost = costs.get(code)
      const expected = cost === undefined ? { encoding: 'ucs2', units: 1, parts: 1 } : cost
      expect(count, `U+${code.toString(16)}`).toEqual(expected)
    }
  })

  test.each([
    ['a'.repeat(160), []],
    ['a'.repeat(161), [153]],
    ['a'.repeat(307), [153, 306]],
    [`${'a'.repeat(152)}{${'a'.repeat(152)}`, [152, 304]],
    ['я'.repeat(135), [67, 134]],
    ['😀'.repeat(67), [66, 132]],
  ])('its further parts begin where the network begins them: %.5s', (text, breaks) => {
    expect(partBreaks(text)).toEqual(breaks)
    expect(countParts(text).parts).toBe(breaks.length + 1)
  })

  test('our count is that of an independent calculator', () => {
    const characters = fc.constantFrom(...'aZ0 \n@Ç€{|Δñ’яш中😀🎉ç')
    const texts = fc.oneof(
      fc.string({ unit: characters, maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...'ab€{é'), minLength: 140, maxLength: 500 }),
      fc.string({ unit: fc.constantFrom(...'aя😀'), minLength: 60, maxLength: 240 }),
    )

    fc.assert(
      fc.property(texts, (text) => {
        const oracle = new SegmentedMessage(text)
        const count = countParts(text)
        expect(count.parts).toBe(oracle.segmentsCount)
        expect(partBreaks(text)).toHaveLength(count.parts - 1)
        expect(count.encoding).toBe(oracle.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2')
      }),
      { numRuns: 150 },
    )
  })

  // The calculator keeps a family emoji whole; between its characters it may be divided.
  test('a cluster of characters may be divided between two parts', () => {
    const family = '👨‍👩‍👧‍👦'
    const text = 'я'.repeat(61) + family + 'я'.repeat(62)

    expect(new SegmentedMessage(text).segmentsCount).toBe(3)
    expect(countParts(text).parts).toBe(2)
  })

  test('no text has more parts than its units need with the worst of luck', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { encoding, units, parts } = countParts(text)
        const [single, joined] = encoding === 'gsm7' ? [160, 153] : [70, 67]
        const fewest = units <= single ? 1 : Math.ceil(units / joined)
        const most = units <= single ? 1 : Math.ceil(units / (joined - 1))
        expect(parts).toBeGreaterThanOrEqual(fewest)
        expect(parts).toBeLessThanOrEqual(most)
        expect(oddCharacters(text).length > 0).toBe(encoding === 'ucs2')
      }),
    )
  })
})

describe('the characters that cost a text its short encoding', () => {
  test.each([
    ['Hello {name}', []],
    ['Don’t say ‘ça’', ['’', '‘', 'ç']],
    ['😀 ok 😀', ['😀']],
  ])('%j has %j', (text, expected) => {
    expect(oddCharacters(text).map((odd) => odd.character)).toEqual(expected)
  })

  test('each is given with the places where it stands', () => {
    expect(oddCharacters('😀 a’b’')).toEqual([
      { character: '😀', positions: [0] },
      { character: '’', positions: [4, 6] },
    ])
  })
})

// From the Unicode Consortium's table, save two: 0x09 is taken for the capital Ç (as the table's own
// note and Android have it), and 0x1B is the escape and no character of its own.
function alphabet() {
  const file = new URL('../../test/fixtures/gsm-0338.txt', import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n')
  const costs = new Map<number, { encoding: string; units: number; parts: number }>()

  for (const line of lines) {
    const [code, scalar] = line.split(' ')
    if (!code?.startsWith('0x') || scalar === undefined || code === '0x1B') continue
    const units = code.length === 6 ? 2 : 1
    costs.set(code === '0x09' ? 0xc7 : Number(scalar), { encoding: 'gsm7', units, parts: 1 })
  }
  return costs
}
