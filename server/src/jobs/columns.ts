import { sql } from 'kysely'
import { presentContact } from '../contacts/present.ts'
import type { Db } from '../db/pool.ts'
import type { Condition } from '../http/list.ts'
import { parameterKeyProblem } from '../http/parameters-reader.ts'

type ContactRow = Parameters<typeof presentContact>[0]

/** What a file of contacts may show, by the names of the API. */
const contactColumns = [
  'id',
  'phone_number',
  'name',
  'has_opted_out',
  'country_code',
  'continent_code',
  'total_sent_sms',
  'total_pending_sms',
  'total_failed_sms',
  'total_received_sms',
  'last_sent_datetime',
  'last_received_datetime',
  'last_datetime',
  'datetime',
] as const

const parameterPrefix = 'custom_parameters.'
const keysMax = 1000

/** Why something is no column, as the rest of a sentence; null when it is one. */
export function columnProblem(column: string): string | null {
  if (contactColumns.some((one) => one === column)) return null
  if (column.startsWith(parameterPrefix)) {
    const problem = parameterKeyProblem(column.slice(parameterPrefix.length))
    return problem === null ? null : `has a key that ${problem}`
  }
  return `is not one of ${contactColumns.join(', ')} or ${parameterPrefix}KEY`
}

/** What an import takes: number, name, opt-out, and every custom parameter that one of these contacts `c` has. */
export async function findAllColumns(db: Db, user_id: number, where: Condition): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct k.key
      from contacts c cross join lateral jsonb_object_keys(c.custom_parameters) as k (key)
     where c.user_id = ${user_id} and ${where}
     order by k.key limit ${keysMax}`.execute(db)
  const keys = rows.map(({ key }) => `${parameterPrefix}${key}`)
  return ['phone_number', 'name', 'has_opted_out', ...keys]
}

/** The cells of a contact: yes is 1 and no is 0, as an import reads them, and what is not there is empty. */
export function cellsOf(columns: readonly string[]): (row: ContactRow) => string[] {
  return (row) => {
    const contact: Record<string, unknown> = presentContact(row)
    return columns.map((column) => {
      if (!column.startsWith(parameterPrefix)) return written(contact[column])
      const key = column.slice(parameterPrefix.length)
      const known = row.custom_parameters
      return Object.hasOwn(known, key) ? written(known[key], 'word') : ''
    })
  }
}

function written(value: unknown, booleans: 'digit' | 'word' = 'digit'): string {
  if (typeof value === 'boolean' && booleans === 'digit') return value ? '1' : '0'
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
