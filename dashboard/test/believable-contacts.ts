import { sql } from 'kysely'
import type { Believable } from './believable-data.ts'

const firstNames = [
  'Amara',
  'Ben',
  'Chloe',
  'Dev',
  'Ella',
  'Farid',
  'Grace',
  'Hugo',
  'Isla',
  'Jonas',
  'Kemi',
  'Liam',
  'Mei',
  'Noah',
  'Olga',
  'Priya',
  'Quinn',
  'Rosa',
  'Sam',
  'Tariq',
  'Una',
  'Victor',
  'Wanda',
  'Yusuf',
  'Zoe',
]
const lastNames = [
  'Sample',
  'Example',
  'Walker',
  'Hill',
  'Rivers',
  'Marsh',
  'Fell',
  'Brook',
  'Stone',
  'Heath',
  'Wood',
  'Field',
  'Moor',
  'Dale',
  'Combe',
  'Ford',
  'Glen',
  'Shaw',
  'Thorpe',
]
const cities = ['London', 'Leeds', 'Keswick', 'York', 'Bath', 'Bristol', 'Cardiff', 'Glasgow']
const products = [
  'trail shoes',
  'waterproof',
  'rucksack',
  'head torch',
  'wool socks',
  'trail shoes, wide',
  'map',
]
const levels = ['gold', 'silver', 'none', 'none', 'silver']

const total = 20_000

/** Contacts from files, as people bring them: one large file with slips in it, one dry run, one that was no list at all. */
export async function addContacts(
  into: Believable,
): Promise<{ imports: number[]; contact: number }> {
  const large = await importFile(into, 'customers-2026.csv', customers(total))
  const dryRun = await importFile(into, 'spring-fair.csv', customers(640, { from: total - 300 }), {
    dry_run: '1',
  })
  const { rows } = await sql<{ id: number }>`
    select id from contacts where user_id = ${into.user_id} order by id limit 1 offset 41`.execute(
    into.db,
  )
  return { imports: [large, dryRun], contact: rows[0]?.id ?? 0 }
}

/** The same contacts each time: nothing in a picture changes but what was changed. */
export function customers(rows: number, { from = 0 } = {}): string {
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
  const lines = Array.from({ length: rows }, (_, place) => {
    const n = from + place
    const number = `+4477009${String(n).padStart(5, '0')}`
    // Slips as in real files: a digit too few, a word in the place of a number.
    const written = n % 800 === 777 ? number.slice(0, 9) : n % 1900 === 1313 ? 'on request' : number
    const name = `${pick(firstNames, n * 7)} ${pick(lastNames, n * 11 + (n >> 5))}`
    return [
      written,
      n % 17 === 3 ? '' : name,
      pick(cities, n * 3 + (n >> 3)),
      pick(levels, n * 5 + (n >> 4)),
      `"${pick(products, n + (n >> 2))}"`,
      String((n * 13) % 9),
      n % 97 === 5 ? '1' : '0',
    ].join(',')
  })
  return ['Mobile,Name,City,Loyalty,Last product,Visits,Opted out', ...lines].join('\n')
}

const mapping = {
  Mobile: 'phone_number',
  Name: 'name',
  City: 'custom_parameters.city',
  Loyalty: 'custom_parameters.loyalty',
  'Last product': 'custom_parameters.last_product',
  Visits: 'custom_parameters.visits',
  'Opted out': 'has_opted_out',
}

/** Imports a file and waits until it is through; its id. */
async function importFile(
  { url, key, ask }: Believable,
  name: string,
  text: string,
  fields: Record<string, string> = {},
): Promise<number> {
  const form = new FormData()
  form.set('mapping', JSON.stringify(mapping))
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([text], name, { type: 'text/csv' }))
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form })
  if (!response.ok) throw new Error(`the import was refused: ${await response.text()}`)
  const { data } = (await response.json()) as { data: { id: number } }
  for (let look = 0; look < 600; look += 1) {
    const { data: state } = (await ask('GET', `/api/imports/${data.id}`)) as {
      data: { status: string }
    }
    if (!['receiving', 'processing'].includes(state.status)) return data.id
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the import of ${name} took longer than two minutes`)
}
