import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDatetime } from './datetime.ts'
import { comparableOf, fold, foldParameters, readParameterValue } from './fold.ts'

describe('letter case is folded', () => {
  test.each([
    ['Zürich', 'ZÜRICH'],
    ['E\u0301cole', 'éCOLE'],
    ['МОСКВА', 'москва'],
    ['Straße', 'STRAßE'],
    ['plain', 'PLAIN'],
  ])('%s and %s are the same', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('what a parameter compares as', () => {
  test.each([
    [18, 18],
    [-2.5, -2.5],
    ['18', 18],
    ['-2.5', -2.5],
    ['007', 7],
    ['0.10', 0.1],
    ['-0', 0],
    ['000.000', 0],
    ['123456789012345', 123456789012345],
    ['100000000000000000000', 1e20],
    ['1'.padEnd(310, '0'), null],
    [`0.${'1'.padStart(320, '0')}`, null],
    ['9007199254740993', null],
    ['3.14159265358979323846', null],
    ['', null],
    ['+39', null],
    ['1e3', null],
    ['.5', null],
    ['5.', null],
    [' 5', null],
    ['0x10', null],
    ['1,5', null],
    ['Infinity', null],
    [Number.POSITIVE_INFINITY, null],
    [Number.NaN, null],
    [true, null],
    ['n/a', null],
    ['2026-02-01', '2026-02-01T00:00:00.000Z'],
    ['2026-02-01 10:30', '2026-02-01T10:30:00.000Z'],
    ['2026-02-01T10:30:15.5+02:00', '2026-02-01T08:30:15.500Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0050-01-01', '0050-01-01T00:00:00.000Z'],
    ['2026-02-29', null],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-2-1', null],
    ['01/02/2026', null],
    ['2026-02-01T24:00', null],
    ['2026-02-01T10:30:60Z', null],
    ['0000-01-01T00:00+01:00', null],
  ])('%j as %j', (value, expected) => {
    expect(comparableOf(value)).toBe(expected)
  })

  test('numbers that compare are in the order of the numbers written', () => {
    const texts = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 9 }))
      .map(([isNegative, digits, decimals]) => ({ isNegative, digits, decimals }))
    const scale = 10n ** 10n

    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [left, right] = [one, other].map((number) => comparableOf(written(number)))
        if (typeof left !== 'number' || typeof right !== 'number') return
        const [first, second] = [one, other].map((number) => exact(number, scale))
        expect(Math.sign(left - right)).toBe(Math.sign(Number((first ?? 0n) - (second ?? 0n))))
      }),
    )
  })

  test('every key is kept, also one that names a prototype', () => {
    const parameters = JSON.parse(
      '{"__proto__":"A","constructor":"2026-02-01","Age":"007","ok":true}',
    )

    const { folded, comparable } = foldParameters(parameters)

    expect(JSON.stringify(folded)).toBe(
      '{"__proto__":"a","constructor":"2026-02-01","Age":"007","ok":"true"}',
    )
    expect(JSON.stringify(comparable)).toBe('{"constructor":"2026-02-01T00:00:00.000Z","Age":7}')
  })
})

describe('a value from a form or a cell', () => {
  test.each([
    ['18', 18],
    ['-2.5', -2.5],
    ['0', 0],
    ['0.5', 0.5],
    ['123456789012345', 123456789012345],
    ['1234567890123456', '1234567890123456'],
    ['12345678901234.56', '12345678901234.56'],
    ['007', '007'],
    ['1e3', '1e3'],
    ['+39123', '+39123'],
    ['-0', '-0'],
    ['2.50', '2.50'],
    ['0.0000001', '0.0000001'],
    [' 18', ' 18'],
    ['', ''],
    ['NaN', 'NaN'],
    ['١٢', '١٢'],
  ])('%j is kept as %j', (text, expected) => {
    expect(readParameterValue(text)).toBe(expected)
  })

  test('what becomes a number is written again as it was', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789.-'), maxLength: 20 }),
      fc.string(),
    )

    fc.assert(
      fc.property(texts, (text) => {
        expect(String(readParameterValue(text))).toBe(text)
      }),
    )
  })
})

describe('a written date', () => {
  test('is the instant that a calendar says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          expect(readDatetime(date.toISOString())?.date).toEqual(date)
        },
      ),
    )
  })

  test('says how it was written', () => {
    expect(readDatetime('2026-02-01 10:30:00')).toMatchObject({
      has_time: true,
      has_offset: false,
      has_t: false,
    })
    expect(readDatetime('2026-02-01T10:30-0530')?.date.toISOString()).toBe(
      '2026-02-01T16:00:00.000Z',
    )
    expect(readDatetime('2026-02-01T10:30+15:00')).toBe(null)
  })
})

type Written = { isNegative: boolean; digits: bigint; decimals: number }

function written({ isNegative, digits, decimals }: Written): string {
  const text = String(digits).padStart(decimals + 1, '0')
  const whole = text.slice(0, text.length - decimals)
  const fraction = decimals === 0 ? '' : `.${text.slice(-decimals)}`
  return `${isNegative ? '-' : ''}${whole}${fraction}`
}

function exact({ isNegative, digits, decimals }: Written, scale: bigint): bigint {
  const value = (digits * scale) / 10n ** BigInt(decimals)
  return isNegative ? -value : value
}
