import fc from 'fast-check'
import parsePhoneNumber, { getCountries } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import metadata from 'libphonenumber-js/metadata.max.json'
import { describe, expect, test } from 'vitest'
import { countryOfNumber, isWrittenAsItStands } from './calling-codes.ts'
import {
  readInboundSender,
  readPhoneNumber,
  restorePlus,
  restorePlusInList,
  splitPhoneNumbers,
} from './phone-number.ts'

describe('a phone number is read in any way a person writes it', () => {
  test.each([
    ['+1231231231', null, '+1231231231', 'US', 'NA'],
    ['+123 123 1231', null, '+1231231231', 'US', 'NA'],
    ['+1234567890', null, '+1234567890', 'US', 'NA'],
    ['+9876543210', null, '+9876543210', 'IR', 'AS'],
    ['+44 (0)7700 900142', null, '+447700900142', 'GB', 'EU'],
    ['+44-7700-900142', 'US', '+447700900142', 'GB', 'EU'],
    ['(+44) 7700.900.142', null, '+447700900142', 'GB', 'EU'],
    [' +44\u00a07700\u2009900142\n', null, '+447700900142', 'GB', 'EU'],
    ['\u202a+44 7700 900142\u202c', null, '+447700900142', 'GB', 'EU'],
    ['+44\u20117700\u2013900142', null, '+447700900142', 'GB', 'EU'],
    ['＋４４（７７００）９００１４２', null, '+447700900142', 'GB', 'EU'],
    ['+٤٤٧٧٠٠٩٠٠١٤٢', null, '+447700900142', 'GB', 'EU'],
    ['tel:+44-7700-900142', null, '+447700900142', 'GB', 'EU'],
    ['0044 7700 900142', null, '+447700900142', 'GB', 'EU'],
    ['0044 7700 900142', 'GB', '+447700900142', 'GB', 'EU'],
    ['0044 7700 900142', 'US', '+447700900142', 'GB', 'EU'],
    ['011 44 7700 900142', 'US', '+447700900142', 'GB', 'EU'],
    ['0011 44 7700 900142', 'AU', '+447700900142', 'GB', 'EU'],
    ['001 44 7700 900142', 'SG', '+447700900142', 'GB', 'EU'],
    ['00 123 123 1231', 'DE', '+1231231231', 'US', 'NA'],
    ['07700 900142', 'GB', '+447700900142', 'GB', 'EU'],
    ['7700 900142', 'GB', '+447700900142', 'GB', 'EU'],
    ['447700900142', 'GB', '+447700900142', 'GB', 'EU'],
    ['(212) 555-0142', 'US', '+12125550142', 'US', 'NA'],
    ['1 (416) 555-0142', 'US', '+14165550142', 'CA', 'NA'],
    ['8 (912) 345-67-89', 'RU', '+79123456789', 'RU', 'EU'],
    ['+7 701 234 56 78', null, '+77012345678', 'KZ', 'AS'],
    ['+90 532 123 45 67', null, '+905321234567', 'TR', 'AS'],
    ['+357 96 123456', null, '+35796123456', 'CY', 'EU'],
    ['+383 43 201 234', null, '+38343201234', 'XK', 'EU'],
    ['06 12345678', 'IT', '+390612345678', 'IT', 'EU'],
    ['+39 06 12345678', null, '+390612345678', 'IT', 'EU'],
    ['+247 40123', null, '+24740123', 'SH', 'AF'],
    // Nowhere: satellite, international toll-free, no such calling code.
    ['+881 612 345 678', null, '+881612345678', null, null],
    ['+800 1234 5678', null, '+80012345678', null, null],
    ['+2101234567', null, '+2101234567', null, null],
    // Invalid everywhere, but of the shape of E.164.
    ['+1234567', null, '+1234567', 'US', 'NA'],
    ['+123456789012345', null, '+123456789012345', 'US', 'NA'],
    ['+441', 'GB', null, null, null],
  ] as const)('%j in %s is %s', (text, country, number, countryCode, continentCode) => {
    const read = readPhoneNumber(text, country)

    if (number === null) expect(read).toHaveProperty('problem')
    else {
      expect(read).toEqual({
        phone_number: number,
        country_code: countryCode,
        continent_code: continentCode,
      })
    }
  })

  test.each([
    ['', null, /"" is not a phone number/],
    ['MYBANK', 'GB', /"MYBANK" is not a phone number/],
    ['+44 7700 900142 ext 3', null, /is not a phone number/],
    ['+44 7700 900142 / +44 7700 900143', null, /a \+ that does not stand at its beginning/],
    ['++447700900142', null, /a \+ that does not stand/],
    ['07700 900142', null, /has no country code: .*or set a default country/],
    ['07700 900142', 'AQ', /has no country code/],
    ['07700 900142', '__proto__', /has no country code/],
    ['555', 'US', /"555" has 3 digits, which no number in US has/],
    ['5550142', 'US', /has 7 digits, which no number in US has/],
    ['+123456', null, /has 6 digits: a number with \+ has 7 to 15/],
    ['+1234567890123456', null, /has 16 digits/],
    ['+07700900142', 'GB', /has a 0 after the \+/],
    ['+', null, /is not a phone number/],
    ['1'.repeat(251), 'US', /is too long/],
    ['+1\u00002125550142', null, /is not a phone number/],
  ])('%j in %s is refused', (text, country, problem) => {
    expect(readPhoneNumber(text, country)).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('every country’s own example is read, written nationally or not', () => {
    for (const country of getCountries()) {
      const example = parsePhoneNumber(examples[country], country)
      if (example === undefined) throw new Error(`No example for ${country}`)

      const national = readPhoneNumber(example.formatNational(), country)
      const international = readPhoneNumber(example.formatInternational(), null)

      expect(international).toHaveProperty('phone_number', example.number)
      expect(national).toEqual(international)
    }
  })
})

describe('what numbering plans say is what libphonenumber says', () => {
  test('the quick way agrees with the library on numbers of every plan', () => {
    const codes = [
      ...Object.keys(metadata.country_calling_codes),
      ...Object.keys(metadata.nonGeographic),
    ]
    const beginnings = getCountries().map((country) => {
      const example = parsePhoneNumber(examples[country], country)?.number ?? '+1'
      return example.slice(1, -3)
    })
    const digits = (max: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: max })
    const numbers = fc.oneof(
      fc.tuple(fc.constantFrom(...codes), digits(12)),
      fc.tuple(fc.constantFrom('1', '7', '44', '39', '61', '212', '262', '590'), digits(11)),
      fc.tuple(fc.constantFrom(...beginnings), digits(4)),
      fc.tuple(fc.constant(''), digits(15)),
    )

    fc.assert(
      fc.property(numbers, (parts) => {
        const number = parts.join('')
        if (!/^[1-9][0-9]{6,14}$/.test(number) || !isWrittenAsItStands(number)) return
        const known = parsePhoneNumber(`+${number}`, { extract: false })
        expect(known?.number ?? `+${number}`).toBe(`+${number}`)
        const plan = known?.countryCallingCode ?? ''
        const main = Object.entries(metadata.country_calling_codes).find(([code]) => code === plan)
        const country = known?.country ?? main?.[1][0] ?? null
        const iso = country === 'AC' || country === 'TA' ? 'SH' : country
        expect(countryOfNumber(number)).toBe(iso)
      }),
      { numRuns: 5000 },
    )
  })

  test('any number of the shape of E.164 is taken, and reads again as it was answered', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0012345678899'),
      minLength: 6,
      maxLength: 14,
    })
    const first = fc.constantFrom(...'123456789')

    fc.assert(
      fc.property(first, digits, (one, rest) => {
        const read = readPhoneNumber(`+${one}${rest}`, null)
        if ('problem' in read) throw new Error(read.problem)
        expect(read.phone_number).toMatch(/^\+[1-9][0-9]{6,14}$/)
        expect(readPhoneNumber(read.phone_number, 'GB')).toEqual(read)
      }),
      { numRuns: 3000 },
    )
  })

  test('any text at all gets an answer', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.＋٤ａ'), maxLength: 30 }),
    )
    const countries = fc.constantFrom(null, 'GB', 'US', 'BR', 'AR', 'SG', 'AQ', 'xx')

    fc.assert(
      fc.property(texts, countries, (text, country) => {
        const read = readPhoneNumber(text, country)
        if ('problem' in read) expect(read.problem.length).toBeLessThan(250)
        else expect(read.phone_number).toMatch(/^\+[1-9][0-9]{6,14}$/)
        expect(typeof readInboundSender(text, country).phone_number).toBe('string')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the sender of a received text', () => {
  test.each([
    ['+447700900142', null, '+447700900142', 'GB', 'EU', true],
    ['07700900142', 'GB', '+447700900142', 'GB', 'EU', true],
    ['07700900142', null, '07700900142', null, null, false],
    ['MYBANK', 'GB', 'MYBANK', null, null, false],
    [' Bank 24 ', 'GB', 'Bank 24', null, null, false],
    ['12345', 'DE', '12345', null, null, false],
    ['+12345', 'DE', '+12345', null, null, false],
    ['612345', 'AD', '612345', null, null, false],
  ] as const)(
    '%j in %s is %s',
    (text, country, number, countryCode, continentCode, canBeSentTo) => {
      expect(readInboundSender(text, country)).toEqual({
        phone_number: number,
        country_code: countryCode,
        continent_code: continentCode,
        can_be_sent_to: canBeSentTo,
      })
    },
  )
})

describe('a list of numbers', () => {
  test('has one number a line or between commas, and blank entries are left out', () => {
    const list = splitPhoneNumbers('+1234567890, +9876543210\r\n\n07700 900142,,\n')

    expect(list).toEqual(['+1234567890', '+9876543210', '07700 900142'])
  })

  test('a + that a form turned into a blank comes back', () => {
    expect(restorePlus(' 447700900142')).toBe('+447700900142')
    expect(restorePlus('447700900142')).toBe('447700900142')
    expect(restorePlus(' 07700900142')).toBe(' 07700900142')
    expect(restorePlusInList(' 1234567890, 9876543210\n 447700900142')).toBe(
      '+1234567890,+9876543210\n+447700900142',
    )
    expect(restorePlusInList('+1234567890, 9876543210')).toBe('+1234567890,+9876543210')
  })

  test('blanks in a list of national numbers stay blanks', () => {
    expect(restorePlusInList('2125550142, 2125550143')).toBe('2125550142, 2125550143')
  })
})
