import type { CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.max.json'

// What the numbering plans say about the digits of a number in E.164, read from the metadata of
// libphonenumber once and kept as compiled patterns. The library compiles them for every number,
// which makes it 30 times slower for a calling code that several countries share.

export function isPhoneCountry(country: string): country is CountryCode {
  return Object.hasOwn(metadata.countries, country)
}

// The country that the digits (without the plus) settle, else the main one of a calling code that
// several share; null for an unknown calling code and for those that belong to no country.
export function countryOfNumber(digits: string): string | null {
  const split = splitNumber(digits)
  if (split === undefined) return null

  const { plans } = split.callingCode
  const [main] = plans
  if (main === undefined) return null
  if (plans.length === 1) return main.country
  return (plans.find((plan) => plan.owns(split.national)) ?? main).country
}

// True where libphonenumber writes these digits as they stand. False where it may strip or change
// the beginning of the national number, so that it has to be asked.
export function isWrittenAsItStands(digits: string): boolean {
  const split = splitNumber(digits)
  if (split === undefined) return true

  const { prefix } = split.callingCode
  const match = prefix?.exec(split.national)
  return match == null || (match[0] === '' && match.slice(1).every((group) => !group))
}

type Plan = { country: string; owns: (national: string) => boolean }
type CallingCode = { plans: Plan[]; prefix: RegExp | null }

// Positions in the library's minified numbering plans. That they still hold is shown by the test
// that compares every answer with the library's.
const nationalPatternAt = 2
const possibleLengthsAt = 3
const nationalPrefixAt = 5
const prefixForParsingAt = 7
const leadingDigitsAt = 10
const typesAt = 11

// Ascension and Tristan da Cunha have plans of their own, but ISO counts them to Saint Helena.
const isoCountries = new Map([
  ['AC', 'SH'],
  ['TA', 'SH'],
])

const callingCodeDigitsMax = 3

const callingCodes = new Map<string, CallingCode>()

function splitNumber(digits: string): { callingCode: CallingCode; national: string } | undefined {
  for (let length = 1; length <= callingCodeDigitsMax; length++) {
    const callingCode = callingCodeOf(digits.slice(0, length))
    if (callingCode !== undefined) return { callingCode, national: digits.slice(length) }
  }
  return undefined
}

function callingCodeOf(code: string): CallingCode | undefined {
  const known = callingCodes.get(code)
  if (known !== undefined) return known

  const read = readCallingCode(code)
  if (read !== undefined) callingCodes.set(code, read)
  return read
}

function readCallingCode(code: string): CallingCode | undefined {
  const nowhere = metadata.nonGeographic[code]
  if (nowhere !== undefined) return { plans: [], prefix: prefixOf(nowhere) }

  const countries = metadata.country_calling_codes[code]
  const main = countries?.[0]
  if (countries === undefined || main === undefined) return undefined
  return { plans: countries.map(readPlan), prefix: prefixOf(planOf(main)) }
}

function readPlan(country: CountryCode): Plan {
  const iso = isoCountries.get(country) ?? country
  const plan = planOf(country)
  const leading: unknown = plan[leadingDigitsAt]
  if (typeof leading === 'string' && leading !== '') {
    const pattern = new RegExp(`^(?:${leading})`)
    return { country: iso, owns: (national) => pattern.test(national) }
  }
  return { country: iso, owns: isOfSomeType(plan) }
}

// Owned is a number that is valid as any type: a mobile, a fixed line, a toll-free number and so on.
function isOfSomeType(plan: readonly unknown[]): Plan['owns'] {
  const general = entirely(String(plan[nationalPatternAt]))
  const lengthsOfAll = plan[possibleLengthsAt]
  const definitions = Array.isArray(plan[typesAt]) ? plan[typesAt] : []
  const types = definitions
    .filter((type) => Array.isArray(type) && typeof type[0] === 'string' && type[0] !== '')
    .map((type) => ({ pattern: entirely(type[0]), lengths: type[1] || lengthsOfAll }))

  return (national) =>
    general.test(national) &&
    types.some(
      ({ pattern, lengths }) =>
        (!Array.isArray(lengths) || lengths.includes(national.length)) && pattern.test(national),
    )
}

function prefixOf(plan: readonly unknown[]): RegExp | null {
  const prefix = plan[prefixForParsingAt] || plan[nationalPrefixAt]
  return typeof prefix === 'string' ? new RegExp(`^(?:${prefix})`) : null
}

function planOf(country: CountryCode): readonly unknown[] {
  const plan = metadata.countries[country]
  if (plan === undefined) throw new Error(`No numbering plan for ${country}`)
  return plan
}

function entirely(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
