import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { OpenImport } from './work.ts'

/** A number that has come up in the file before; `keys`, where they are counted, are those its contact would have. */
export type SeenNumber = { phone_number: string; keys: string[] | null }

/** Which of these numbers the import remembers: a dry run all that it has met, else those whose contacts it made. */
export async function findSeen(
  tx: Tx,
  { user_id, id }: OpenImport,
  numbers: readonly string[],
): Promise<Map<string, SeenNumber>> {
  const { rows } = await sql<SeenNumber>`
    select phone_number, keys from import_numbers
     where user_id = ${user_id} and import_id = ${id} and phone_number = any(${numbers}::text[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.phone_number, row]))
}

/** Which of these numbers have opted out before, whether there is a contact or not. */
export async function findOptedOut(
  tx: Tx,
  user_id: number,
  numbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ phone_number: string }>`
    select phone_number from opt_outs
     where user_id = ${user_id} and phone_number = any(${numbers}::text[])`.execute(tx)
  return new Set(rows.map(({ phone_number }) => phone_number))
}

export async function rememberSeen(
  tx: Tx,
  { user_id, id }: OpenImport,
  seen: readonly SeenNumber[],
): Promise<void> {
  if (seen.length === 0) return
  // An array of arrays of different lengths is none for PostgreSQL, so the keys travel as JSON.
  const keys = seen.map((one) => (one.keys === null ? null : JSON.stringify(one.keys)))
  await sql`
    insert into import_numbers (user_id, import_id, phone_number, keys)
    select ${user_id}, ${id}, g.phone_number,
           case when g.keys is not null then array(select jsonb_array_elements_text(g.keys)) end
      from unnest(${seen.map(({ phone_number }) => phone_number)}::text[], ${keys}::jsonb[]) as g (phone_number, keys)
        on conflict (user_id, import_id, phone_number) do update set keys = excluded.keys`.execute(
    tx,
  )
}
