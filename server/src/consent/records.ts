import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { ConsentChange, ConsentSource } from '../db/schema.generated.ts'
import { Datetime, nullable, wireDatetime } from '../http/wire.ts'

export const ConsentRecord = Type.Object({
  datetime: Datetime,
  change: Type.String({ enum: ['opted_out', 'opted_in'] }),
  how: Type.String({
    enum: ['reply', 'api', 'import', 'list'],
    description:
      'reply: the contact wrote it; api: the contact was changed; import: a file said so; list: brought along',
  }),
  text: nullable(Type.String({ description: 'What the contact wrote' })),
  sms_id: nullable(Type.Integer({ description: 'The message, which may have been deleted since' })),
  import_id: nullable(Type.Integer()),
  line: nullable(Type.Integer({ description: 'Where it stood in the file' })),
  person: nullable(Type.String({ description: 'Who changed it, or the name of the key' })),
  note: nullable(Type.String()),
  file_name: nullable(Type.String({ description: 'Of the import' })),
})

type Row = {
  recorded_at: Date
  change: ConsentChange
  how: ConsentSource
  text: string | null
  message_id: number | null
  import_id: number | null
  line: number | null
  person: string | null
  note: string | null
  file_name: string | null
}

const recordsMax = 1000

/** What is recorded of the number that a contact has now, newest first. */
export async function findConsentRecords(
  db: Db,
  user_id: number,
  contact_id: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.recorded_at, r.change, r.how, r.text, r.message_id, r.import_id, r.line,
           coalesce(p.name, p.email, k.name) as person, r.note, i.file_name
      from contacts c
      join consent_records r on r.user_id = ${user_id} and r.phone_number = c.phone_number
      left join imports i on i.user_id = ${user_id} and i.id = r.import_id
      left join people p on p.user_id = ${user_id} and p.id = r.person_id
      left join api_keys k on k.user_id = ${user_id} and k.id = r.api_key_id
     where c.user_id = ${user_id} and c.id = ${contact_id}
     order by r.id desc limit ${recordsMax}`.execute(db)
  return rows
}

export function presentConsentRecord({ recorded_at, message_id, ...row }: Row) {
  return {
    datetime: wireDatetime(recorded_at),
    change: row.change,
    how: row.how,
    text: row.text,
    sms_id: message_id,
    import_id: row.import_id,
    line: row.line,
    person: row.person,
    note: row.note,
    file_name: row.file_name,
  }
}
