import { fold, foldParameters } from '../src/lib/fold.ts'

/** What a contact of the benchmarks has: the same ones on every machine. */
export type SampleContact = {
  phone_number: string
  country_code: string
  continent_code: string
  name: string
  custom_parameters: { city: string; age: number; tier: string; joined: string }
}

const countries = [
  { prefix: '+3934', country_code: 'IT', continent_code: 'EU' },
  { prefix: '+4474', country_code: 'GB', continent_code: 'EU' },
  { prefix: '+49151', country_code: 'DE', continent_code: 'EU' },
  { prefix: '+346', country_code: 'ES', continent_code: 'EU' },
  { prefix: '+55119', country_code: 'BR', continent_code: 'SA' },
] as const
const firstNames = words('Ana Bruno Chiara Davide Élodie Farid Greta Hugo Ines Jonas Karim Lucía')
const lastNames = words(
  'Alves Bianchi Conti Duarte Esposito Ferrari García Hoffmann Ivanova Jansen',
)
const middleNames = words('Maria João Luca Noor Sophie Tom Zoë Paul Rita Omar Lena')
const cities = words(
  'Lisbon Milan Berlin Madrid Leeds Recife Turin Porto Bonn Cádiz Bari Bath Köln',
)
const tiers = words('gold silver bronze none')

/** Prime to 10^8, so every index has a number of its own. */
const step = 48_271
const numbersPerCountry = 100_000_000

export function sampleContact(index: number): SampleContact {
  const { prefix, ...place } = pick(countries, index)
  const subscriber = (Math.floor(index / countries.length) * step) % numbersPerCountry
  const day = 1 + (index % 28)
  const month = 1 + (index % 12)
  const first = pick(firstNames, index * 7)
  const middle = pick(middleNames, Math.floor(index / 12))
  const last = pick(lastNames, Math.floor(index / 132))
  return {
    phone_number: `${prefix}${String(subscriber).padStart(8, '0')}`,
    ...place,
    name: `${first} ${middle} ${last}`,
    custom_parameters: {
      city: pick(cities, index * 5),
      age: 18 + (index % 60),
      tier: pick(tiers, Math.floor(index / 3)),
      joined: `20${10 + (index % 15)}-${pad(month)}-${pad(day)}`,
    },
  }
}

/** A number that no sample contact has. */
export function strangersNumber(index: number): string {
  return `+336${String((index * step) % numbersPerCountry).padStart(8, '0')}`
}

export const csvHeader = 'phone_number,name,city,age,tier,joined\n'

export function csvLine({ phone_number, name, custom_parameters }: SampleContact): string {
  const { city, age, tier, joined } = custom_parameters
  return `${phone_number},${name},${city},${age},${tier},${joined}\n`
}

export const copyColumns =
  'user_id, phone_number, country_code, continent_code, name, name_folded, custom_parameters, folded_parameters, comparable_parameters'

/** A line of COPY in its text format; nothing in a sample contact has to be escaped. */
export function copyLine(user_id: number, contact: SampleContact): string {
  const { phone_number, country_code, continent_code, name, custom_parameters } = contact
  const { folded, comparable } = foldParameters(custom_parameters)
  const objects = [custom_parameters, folded, comparable].map((value) => JSON.stringify(value))
  const texts = [phone_number, country_code, continent_code, name, fold(name)]
  return `${[user_id, ...texts, ...objects].join('\t')}\n`
}

function words(text: string): string[] {
  return text.split(' ')
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function pick<T>(list: readonly T[], index: number): T {
  // The lists are not empty and the index is in them.
  return list[index % list.length]!
}
