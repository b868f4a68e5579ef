import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { TemplateContact } from './template-contact.ts'

export type FoundContact = TemplateContact & { id: number }

/** What a text can say of these contacts, in no order; those that are not the account's are left out. */
export async function findTemplateContacts(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<FoundContact[]> {
  const { rows } = await sql<FoundContact>`
    select id, phone_number, name, country_code, custom_parameters from contacts
     where user_id = ${user_id} and id = any(${ids}::bigint[])`.execute(db)
  return rows
}
