import { sql } from 'kysely'
import { Type } from 'typebox'
import type { By } from '../contacts/changes.ts'
import type { KnownNumber } from '../contacts/ensure.ts'
import { rememberOptOuts, type Evidence } from '../contacts/consent.ts'
import { cancelHeld } from '../contacts/opt-out.ts'
import { searchNumbers } from '../contacts/search.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { ConsentSource } from '../db/schema.generated.ts'
import type { Tx } from '../db/transaction.ts'
import type { ListSpec } from '../http/list.ts'
import { Datetime, nullable, wireDatetime } from '../http/wire.ts'
import { lockForOptOut } from '../messages/await-handovers.ts'

export const OptOut = Type.Object({
  id: Type.Integer(),
  phone_number: Type.String(),
  contact_id: nullable(
    Type.Integer({ description: 'Who has the number now; null when nobody has' }),
  ),
  how: nullable(
    Type.String({
      enum: ['reply', 'api', 'import', 'list'],
      description: 'null: from before there were records',
    }),
  ),
  text: nullable(Type.String({ description: 'What was written' })),
  note: nullable(Type.String()),
  datetime: Datetime,
  contact_name: nullable(Type.String()),
  import_id: nullable(Type.Integer()),
  file_name: nullable(Type.String({ description: 'Of the import' })),
  line: nullable(Type.Integer({ description: 'Where it stood in the file' })),
  person: nullable(Type.String({ description: 'Who did it, or the name of the key' })),
})

type Row = {
  id: number
  phone_number: string
  contact_id: number | null
  how: ConsentSource | null
  text: string | null
  note: string | null
  opted_out_at: Date
  contact_name: string | null
  import_id: number | null
  file_name: string | null
  line: number | null
  person: string | null
}

export function optOutList(user_id: number): ListSpec {
  return {
    from: sql`(select id, phone_number, opted_out_at, phone_number like '+%' as is_number
                 from opt_outs where user_id = ${user_id}) o`,
    id: sql.ref<number>('o.id'),
    search: { phone_number: searchNumbers(sql.ref('o.phone_number'), sql.ref('o.is_number')) },
    filters: {},
    orders: {
      id: { by: sql.ref('o.id') },
      phone_number: { by: sql.ref('o.phone_number') },
      datetime: { by: sql.ref('o.opted_out_at') },
    },
    datetimes: { datetime: sql.ref('o.opted_out_at') },
  }
}

/** The opt-outs of these ids, in no order, each with its newest evidence. */
export async function findOptOuts(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.id, o.phone_number, c.id as contact_id, c.name as contact_name, r.how, r.text, r.note, o.opted_out_at,
           r.import_id, i.file_name, r.line, coalesce(p.name, p.email, k.name) as person
      from opt_outs o
      left join contacts c on c.user_id = ${user_id} and c.phone_number = o.phone_number
      left join lateral (
        select r.how, r.text, r.note, r.import_id, r.line, r.person_id, r.api_key_id from consent_records r
         where r.user_id = ${user_id} and r.phone_number = o.phone_number and r.change = 'opted_out'
         order by r.id desc limit 1) r on true
      left join imports i on i.user_id = ${user_id} and i.id = r.import_id
      left join people p on p.user_id = ${user_id} and p.id = r.person_id
      left join api_keys k on k.user_id = ${user_id} and k.id = r.api_key_id
     where o.user_id = ${user_id} and o.id = any(${ids}::bigint[])`.execute(db)
  return rows
}

export function presentOptOut(row: Row) {
  const { id, phone_number, contact_id, how, text, note, opted_out_at } = row
  const { contact_name, import_id, file_name, line, person } = row
  const datetime = wireDatetime(opted_out_at)
  const known = { id, phone_number, contact_id, how, text, note, datetime }
  return { ...known, contact_name, import_id, file_name, line, person }
}

export const optOutCsv = {
  columns: ['phone_number', 'datetime', 'how', 'text', 'note'],
  cells: (row: Row) => [
    row.phone_number,
    wireDatetime(row.opted_out_at),
    row.how,
    row.text,
    row.note,
  ],
}

const rowsAtOnce = 5000
/** Phones wait some seconds for so many; longer lists come as the file of an import. */
export const optOutsMax = 100_000

/**
 * Remembers opt-outs that are brought along from elsewhere. Their numbers need not be contacts; what is pending of those
 * that are is cancelled. Answers how many numbers had not opted out before.
 */
export async function addOptOuts(
  tx: Tx,
  context: Context,
  { user_id, ...by }: { user_id: number } & By,
  { numbers, note }: { numbers: readonly KnownNumber[]; note: string | null },
): Promise<number> {
  const evidence: Evidence = { how: 'list', ...by, note }
  const now = context.now()
  let added = 0
  for (let start = 0; start < numbers.length; start += rowsAtOnce) {
    const some = numbers.slice(start, start + rowsAtOnce)
    added += (await rememberOptOuts(tx, user_id, some, evidence, now)).length
  }
  const all = numbers.map(({ phone_number }) => phone_number)
  const { rows } = await sql<{ id: number }>`
    select id from contacts where user_id = ${user_id} and phone_number = any(${all}::text[])`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  // From here to the commit phones are given nothing, so this comes last.
  const held = await lockForOptOut(tx, user_id, ids)
  await sql`
    select id from contacts where user_id = ${user_id} and id = any(${ids}::bigint[])
     order by id for no key update`.execute(tx)
  await sql`
    update contacts set opted_out_at = ${now}, revision = revision + 1, changed_at = ${now}
     where user_id = ${user_id} and phone_number = any(${all}::text[]) and opted_out_at is null`.execute(
    tx,
  )
  await cancelHeld(tx, context, user_id, held)
  return added
}
