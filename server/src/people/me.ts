import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Id, nullable } from '../http/wire.ts'

/** An object or null, for schemas that are written out. */
const orNull = (schema: object) =>
  Type.Unsafe<object | null>({ ...schema, type: ['object', 'null'] })

export const Me = Type.Object({
  person: orNull({
    description: 'Who is signed in; null for an API key',
    properties: {
      id: Id,
      name: Type.String(),
      email: Type.String(),
      has_shortcuts: Type.Boolean({ description: 'Whether single keys act in the dashboard' }),
    },
    required: ['id', 'name', 'email', 'has_shortcuts'],
  }),
  api_key: orNull({
    description: 'The key that asks; null for a person',
    properties: { id: Id, name: Type.String() },
    required: ['id', 'name'],
  }),
  account: Type.Object({
    id: Id,
    name: Type.String(),
    timezone: Type.String(),
    default_country: nullable(Type.String()),
    confirmation_threshold: Type.Integer(),
  }),
})

type Row = {
  user_id: number
  account_name: string
  timezone: string
  default_country: string | null
  confirmation_threshold: number
  person_id: number | null
  person_name: string
  email: string
  has_shortcuts: boolean
  key_id: number | null
  key_name: string
}

/** Who asks, and in which account. */
export async function findMe(
  db: Db,
  caller: { user_id: number; person_id: number | null; api_key_id: number | null },
) {
  const { user_id, person_id, api_key_id } = caller
  const { rows } = await sql<Row>`
    select a.user_id, a.name as account_name, a.timezone, a.default_country, a.confirmation_threshold,
           p.id as person_id, p.name as person_name, p.email, p.has_shortcuts, k.id as key_id, k.name as key_name
      from accounts a
      left join people p on p.user_id = a.user_id and p.id = ${person_id}
      left join api_keys k on k.user_id = a.user_id and k.id = ${api_key_id}
     where a.user_id = ${user_id}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The account of a caller is there')
  const { person_name, email, has_shortcuts, key_name, account_name, ...account } = row
  return {
    person:
      row.person_id === null
        ? null
        : { id: row.person_id, name: person_name, email, has_shortcuts },
    api_key: row.key_id === null ? null : { id: row.key_id, name: key_name },
    account: {
      id: account.user_id,
      name: account_name,
      timezone: account.timezone,
      default_country: account.default_country,
      confirmation_threshold: account.confirmation_threshold,
    },
  }
}
