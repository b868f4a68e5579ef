import parsePhoneNumber, { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.max.json'
import { countryOfNumber, isPhoneCountry, isWrittenAsItStands } from './calling-codes.ts'
import { continentOf, type ContinentCode } from './countries.ts'

export type PhoneNumber = {
  phone_number: string
  country_code: string | null
  continent_code: ContinentCode | null
}

export type InboundSender = PhoneNumber & { can_be_sent_to: boolean }

// Reads a number in any way a person writes it. Any number of the shape of E.164 is taken, also one
// that numbering plans call invalid; one without + is read in the default country and must have a
// length that is possible there. Reading what was answered answers the same again.
export function readPhoneNumber(
  text: string,
  defaultCountry: string | null,
): PhoneNumber | { problem: string } {
  if (plainE164.test(text)) return describe(canonical(text.slice(1)))

  const written = readDigits(text)
  if (typeof written === 'string') return { problem: `${shown(text)} ${written}` }

  const { digits, isInternational } = written
  if (isInternational) return readInternational(digits) ?? { problem: misshapen(text, digits) }
  return readNational(digits, defaultCountry) ?? { problem: unread(text, digits, defaultCountry) }
}

// A sender of a received text. What is no number (`MYBANK`), or is a short code, stands as it came.
export function readInboundSender(text: string, country: string | null): InboundSender {
  const written = readDigits(text)
  if (typeof written !== 'string' && written.digits.length >= digitsMin) {
    const number = readPhoneNumber(text, country)
    if (!('problem' in number)) return { ...number, can_be_sent_to: true }
  }
  const phone_number = text.trim()
  return { phone_number, country_code: null, continent_code: null, can_be_sent_to: false }
}

// The numbers of a list, one per line or between commas, in order; blank entries are left out. Stops
// after one more than `max`, so that the caller sees that there are too many.
export function splitPhoneNumbers(text: string, max = Number.POSITIVE_INFINITY): string[] {
  const numbers: string[] = []
  listSeparators.lastIndex = 0
  for (let start = 0; start <= text.length && numbers.length <= max;) {
    const end = listSeparators.exec(text)?.index ?? text.length
    const number = text.slice(start, end).trim()
    if (number !== '') numbers.push(number)
    start = end + 1
  }
  return numbers
}

// Gives back the + that an unescaped urlencoded body turned into a blank.
export function restorePlus(text: string): string {
  return text.replace(lostPlus, '+')
}

// The same for a list. Where the first number has neither + nor blank, the list is one of national
// numbers, and a blank after its commas is only the writer's style.
export function restorePlusInList(text: string): string {
  return startsWithDigit.test(text) ? text : text.replace(lostPlusInList, '$1+')
}

const digitsMin = 7
const digitsMax = 15
const textMax = 250
const roundsMax = 8
const plainE164 = /^\+[1-9][0-9]{6,14}$/
const shape = /^[1-9][0-9]{6,14}$/
const listSeparators = /[,\n\r\u2028\u2029]/g
const lostPlus = /^ +(?=[1-9])/
const lostPlusInList = /(^|[,\n\r]) +(?=[1-9])/g
const startsWithDigit = /^[0-9]/

const link = /^\s*tel:/i

// Blanks and marks without width, hyphens of every length, dots, slashes and brackets, also wide ones.
const separators =
  /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2010-\u2015\u2043\u2212\u30fc\ufe58\ufe63\uff0d\u00b7\u30fb\uff0e\uff0f\uff08\uff09\uff3b\uff3d().[\]/-]/

const plusSigns = '+\ufe62\uff0b'

// The zeros of the digits that people write: Arabic, Persian, Devanagari, Bengali, wide.
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10]

// The digits in ASCII, or what is wrong with the text as the rest of a sentence.
function readDigits(text: string): { digits: string; isInternational: boolean } | string {
  if (text.length > textMax) return 'is too long for a phone number'

  const rest = text.replace(link, '')
  let digits = ''
  let isInternational = false
  for (const character of rest) {
    const digit = digitOf(character)
    if (digit !== undefined) digits += digit
    else if (plusSigns.includes(character)) {
      if (isInternational || digits !== '') return 'has a + that does not stand at its beginning'
      isInternational = true
    } else if (!separators.test(character)) return notANumber
  }
  return digits === '' ? notANumber : { digits, isInternational }
}

const notANumber =
  'is not a phone number: it may have digits, one + at the beginning, blanks, hyphens, dots, ' +
  'slashes and brackets'

function digitOf(character: string): number | undefined {
  const code = character.charCodeAt(0)
  const zero = zeros.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? undefined : code - zero
}

function readInternational(digits: string): PhoneNumber | undefined {
  const number = canonical(digits)
  return shape.test(number) ? describe(number) : undefined
}

// Two zeros in front are dialled for + nearly everywhere. Where they are not (or where 00 begins a
// longer code, as 0011 does), the default country's own way goes first.
function readNational(digits: string, country: string | null): PhoneNumber | undefined {
  const abroad = digits.startsWith('00') ? digits.slice(2) : undefined
  if (abroad !== undefined && isValid(abroad)) return readInternational(abroad)

  const local = readInCountry(digits, country)
  if (local !== undefined) return local
  return abroad === undefined ? undefined : readInternational(abroad)
}

function readInCountry(digits: string, country: string | null): PhoneNumber | undefined {
  if (country === null || !isPhoneCountry(country)) return undefined

  const number = parsePhoneNumber(digits, { defaultCountry: country, extract: false }, metadata)
  if (number === undefined) return undefined
  const isDialledAbroad = callingCodeOf(country) !== number.countryCallingCode
  if (!isDialledAbroad && !number.isPossible()) return undefined
  return readInternational(number.number.slice(1))
}

function callingCodeOf(country: CountryCode): string {
  return getCountryCallingCode(country, metadata)
}

function isValid(digits: string): boolean {
  return parsePhoneNumber(`+${digits}`, { extract: false }, metadata)?.isValid() ?? false
}

// As libphonenumber writes it, valid or not, as long as that has the shape of E.164. Asked again
// until it stays: it strips one trunk prefix at a time (`+44 00 7700…`).
function canonical(digits: string): string {
  let number = digits
  for (let round = 0; round < roundsMax; round++) {
    if (shape.test(number) && isWrittenAsItStands(number)) return number
    const written = parsePhoneNumber(`+${number}`, { extract: false }, metadata)?.number.slice(1)
    if (written === undefined || written === number || !shape.test(written)) return number
    number = written
  }
  return number
}

function describe(digits: string): PhoneNumber {
  const country = countryOfNumber(digits)
  return {
    phone_number: `+${digits}`,
    country_code: country,
    continent_code: continentOf(country),
  }
}

function misshapen(text: string, digits: string): string {
  if (digits.startsWith('0')) {
    return `${shown(text)} has a 0 after the +: write the country code there`
  }
  const many = digits.length === 1 ? '1 digit' : `${digits.length} digits`
  return `${shown(text)} has ${many}: a number with + has ${digitsMin} to ${digitsMax}`
}

function unread(text: string, digits: string, country: string | null): string {
  if (country === null || !isPhoneCountry(country)) {
    return (
      `${shown(text)} has no country code: write it with + and its country code, ` +
      'or set a default country'
    )
  }
  return (
    `${shown(text)} has ${digits.length} digits, which no number in ${country} has: ` +
    'write one from elsewhere with + and its country code'
  )
}

const shownMax = 40

function shown(text: string): string {
  const short = text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
  return `"${short.trim()}"`
}
