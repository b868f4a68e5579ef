import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { nullable } from '../http/wire.ts'
import type { SmsRow } from './present.ts'

/** What a text shows of its contact with include=contact. */
export const shownContact = {
  contact: Type.Optional(
    nullable(
      Type.Object(
        {
          contact_id: Type.Integer(),
          name: nullable(Type.String()),
          phone_number: Type.String(),
          has_opted_out: Type.Boolean(),
        },
        { description: 'With include=contact. As the contact is now' },
      ),
    ),
  ),
}

type Row = {
  id: number
  contact_id: number
  name: string | null
  phone_number: string
  has_opted_out: boolean
}

/** The contact of each text, by the id of the text. */
export async function findContactsOf(
  db: Db,
  user_id: number,
  rows: readonly SmsRow[],
): Promise<Map<number, object>> {
  const ids = [...new Set(rows.map(({ contact_id }) => contact_id))]
  const { rows: contacts } = await sql<Row>`
    select c.id as contact_id, c.name, c.phone_number, c.opted_out_at is not null as has_opted_out
      from contacts c where c.user_id = ${user_id} and c.id = any(${ids}::bigint[])`.execute(db)
  const byId = new Map(contacts.map((contact) => [contact.contact_id, contact]))
  return new Map(rows.map(({ id, contact_id }) => [id, { contact: byId.get(contact_id) ?? null }]))
}
