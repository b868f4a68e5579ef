import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { ConsentChange, ConsentSource } from '../db/schema.generated.ts'

/** How a consent changed: the evidence, as far as there is some. */
export type Evidence = {
  how: ConsentSource
  /** What the contact wrote, and in which message. */
  text?: string
  message_id?: number
  import_id?: number
  /** Whose key it was, or who was signed in. */
  api_key_id?: number | null
  person_id?: number | null
  note?: string | null
}

/** A number whose consent changes; `line` is where it stands in a file. */
export type ConsentOf = { phone_number: string; line?: number }

/**
 * Remembers for these numbers that they have opted out, with a record of how for each that had not. Answers those. It is
 * for the number, whoever has it now or later.
 */
export async function rememberOptOuts(
  tx: Tx,
  user_id: number,
  numbers: readonly ConsentOf[],
  evidence: Evidence,
  now: Date,
): Promise<string[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<{ phone_number: string }>`
    insert into opt_outs (user_id, phone_number, opted_out_at)
    select distinct on (phone_number) ${user_id}::bigint, phone_number, ${now}::timestamptz
      from unnest(${numbers.map(({ phone_number }) => phone_number)}::text[]) as phone_number
     order by phone_number
        on conflict do nothing
    returning phone_number`.execute(tx)
  const added = new Set(rows.map(({ phone_number }) => phone_number))
  const changed = numbers.filter(({ phone_number }) => added.has(phone_number))
  await recordConsent(tx, user_id, changed, { change: 'opted_out', ...evidence }, now)
  return [...added]
}

/** Forgets that a number had opted out, with a record of how. False when it had not. */
export async function forgetOptOut(
  tx: Tx,
  user_id: number,
  phone_number: string,
  evidence: Evidence,
  now: Date,
): Promise<boolean> {
  return (await forgetOptOuts(tx, user_id, [phone_number], evidence, now)) > 0
}

/** The same for many numbers; how many had opted out. */
export async function forgetOptOuts(
  tx: Tx,
  user_id: number,
  phoneNumbers: readonly string[],
  evidence: Evidence,
  now: Date,
): Promise<number> {
  const gone = await sql<{ phone_number: string }>`
    delete from opt_outs
     where user_id = ${user_id} and phone_number = any(${phoneNumbers}::text[])
    returning phone_number`.execute(tx)
  await recordConsent(tx, user_id, gone.rows, { change: 'opted_in', ...evidence }, now)
  return gone.rows.length
}

/** When a number opted out, whoever has it now; null when it has not. */
export async function findOptOut(
  tx: Tx,
  user_id: number,
  phone_number: string,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('opt_outs')
    .select('opted_out_at')
    .where('user_id', '=', user_id)
    .where('phone_number', '=', phone_number)
    .executeTakeFirst()
  return row?.opted_out_at ?? null
}

async function recordConsent(
  tx: Tx,
  user_id: number,
  numbers: readonly ConsentOf[],
  record: Evidence & { change: ConsentChange },
  now: Date,
): Promise<void> {
  if (numbers.length === 0) return
  const { change, how, text, message_id, import_id, api_key_id, person_id, note } = record
  await sql`
    insert into consent_records (user_id, phone_number, line, change, how, text, message_id, import_id, api_key_id, person_id,
                                 note, recorded_at)
    select ${user_id}, g.phone_number, g.line, ${change}::consent_change, ${how}::consent_source, ${text ?? null},
           ${message_id ?? null}::bigint, ${import_id ?? null}::bigint, ${api_key_id ?? null}::bigint,
           ${person_id ?? null}::bigint, ${note ?? null}, ${now}::timestamptz
      from unnest(${numbers.map(({ phone_number }) => phone_number)}::text[],
                  ${numbers.map(({ line }) => line ?? null)}::bigint[])
             with ordinality as g (phone_number, line, place)
     order by g.place`.execute(tx)
}
