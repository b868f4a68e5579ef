import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from '../messages/lock-owners.ts'

export type KnownNumber = {
  phone_number: string
  country_code: string | null
  continent_code: string | null
  can_be_sent_to?: boolean
}

export type EnsuredContact = {
  id: number
  phone_number: string
  opted_out_at: Date | null
  can_be_sent_to: boolean
}

/**
 * The contacts of these numbers, making those that are not there yet. A number that has opted out before is opted out
 * in its new contact too. Safe beside others who make the same contacts. `devices` are those that the transaction will lock
 * afterwards.
 */
export async function ensureContacts(
  tx: Tx,
  context: Context,
  user_id: number,
  numbers: readonly KnownNumber[],
  devices: readonly number[] = [],
): Promise<Map<string, EnsuredContact>> {
  const known = await findByNumber(
    tx,
    user_id,
    numbers.map(({ phone_number }) => phone_number),
  )
  const missing = numbers.filter(({ phone_number }) => !known.has(phone_number))
  if (missing.length === 0) return known

  if (devices.length > 0) {
    const owners = await context.contactWatcher.ownersOf(tx, user_id, 'make')
    if (owners.flows.length > 0) {
      await lockOwners(tx, user_id, { ...owners, devices: [...owners.devices, ...devices] })
    }
  }
  const { rows } = await sql<{ id: number }>`
    insert into contacts (user_id, phone_number, country_code, continent_code, can_be_sent_to, opted_out_at, created_at)
    select ${user_id}, g.phone_number, g.country_code, g.continent_code, g.can_be_sent_to, o.opted_out_at, ${context.now()}
      from unnest(${missing.map(({ phone_number }) => phone_number)}::text[], ${missing.map(({ country_code }) => country_code)}::text[],
                  ${missing.map(({ continent_code }) => continent_code)}::text[],
                  ${missing.map(({ can_be_sent_to }) => can_be_sent_to ?? true)}::boolean[])
             with ordinality as g (phone_number, country_code, continent_code, can_be_sent_to, place)
      left join opt_outs o on o.user_id = ${user_id} and o.phone_number = g.phone_number
     order by g.place
        on conflict (user_id, phone_number) do nothing
    returning id`.execute(tx)
  context.contactWatcher.made(
    tx,
    user_id,
    rows.map(({ id }) => id),
  )
  // Read again and not returned: a row that another transaction made meanwhile is not returned.
  const made = await findByNumber(
    tx,
    user_id,
    missing.map(({ phone_number }) => phone_number),
  )
  return new Map([...known, ...made])
}

async function findByNumber(
  tx: Tx,
  user_id: number,
  phoneNumbers: readonly string[],
): Promise<Map<string, EnsuredContact>> {
  const { rows } = await sql<EnsuredContact>`${named}
    select id, phone_number, opted_out_at, can_be_sent_to from contacts
     where user_id = ${user_id} and phone_number = any(${phoneNumbers}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.phone_number, row]))
}
