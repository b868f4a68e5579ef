import countries, { type Country } from 'world-countries'

export const continentCodes = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'] as const

export type ContinentCode = (typeof continentCodes)[number]

// The continent as GeoNames has it; null for what is no country.
export function continentOf(countryCode: string | null): ContinentCode | null {
  return countryCode === null ? null : (continents.get(countryCode) ?? null)
}

// ISO 3166 alpha-2 in capitals, and XK for Kosovo, which GeoNames and numbering plans use.
export function isCountryCode(text: string): boolean {
  return continents.has(text)
}

export function isContinentCode(text: string): text is ContinentCode {
  return continentCodes.some((code) => code === text)
}

// Where GeoNames and the regions of the United Nations differ.
const exceptions = new Map<string, ContinentCode>([
  ['CC', 'AS'],
  ['IO', 'AS'],
  ['TL', 'OC'],
  ['UM', 'OC'],
])

// The types of the package describe an ES module; what is loaded is CommonJS, and is the list itself.
const list = countries as unknown as Country[]

const continents = new Map<string, ContinentCode>(
  list.map(({ cca2, region, subregion }) => [
    cca2,
    exceptions.get(cca2) ?? continentOfRegion(region, subregion),
  ]),
)

export const countryCodes = Array.from(continents.keys()).sort()

function continentOfRegion(region: string, subregion: string): ContinentCode {
  switch (region) {
    case 'Africa':
      return 'AF'
    case 'Antarctic':
      return 'AN'
    case 'Asia':
      return 'AS'
    case 'Europe':
      return 'EU'
    case 'Oceania':
      return 'OC'
    case 'Americas':
      return subregion === 'South America' ? 'SA' : 'NA'
    default:
      throw new Error(`The region ${region} belongs to no continent`)
  }
}
