import { sql, type RawBuilder } from 'kysely'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from './lock-owners.ts'
import { moveMessages, type Moved } from './move.ts'
import { pendingStatuses } from './status.ts'
import { toWireId } from './wire-id.ts'

/** A message that a phone is to be told not to send. */
export type Withdrawn = { device_id: number; wire_id: string }

/** How long a phone is told once it has been told; then the best known state stands (the protocol, section 6.3). */
const tellMinutes = 30
/** How long a phone that does not fetch is waited for. */
const waitHours = 24

/** Cancels pending messages, with the reason; what a phone holds already it will be told. `which` speaks of `m`. */
export async function cancelMessages(
  tx: Tx,
  options: {
    user_id: number
    which: RawBuilder<unknown>
    error: string
    now: Date
    limit?: number
  },
): Promise<{ cancelled: number; withdrawn: Withdrawn[] }> {
  const { user_id, which, error, now, limit } = options
  const pending = sql`
        from messages m
       where m.user_id = ${user_id} and m.status in ${pendingStatuses} and ${which}
       order by m.id ${limit === undefined ? sql`` : sql`limit ${limit}`}`
  await lockOwners(tx, user_id, {
    messages: sql`select m.campaign_id, m.flow_id, m.device_id ${pending}`,
  })
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key ${pending} for update of m`,
    set: sql`status = 'cancelled', error = ${error}, finished_at = ${now}`,
  })
  return { cancelled: moved.length, withdrawn: await withdrawFromPhones(tx, user_id, moved, now) }
}

/** Notes what the phones must be told about messages that were in their hands and no longer are. */
export async function withdrawFromPhones(
  tx: Tx,
  user_id: number,
  moved: readonly Moved[],
  now: Date,
): Promise<Withdrawn[]> {
  const held = moved.filter(({ was }) => was === 'dispatched')
  if (held.length === 0) return []
  const { rows } = await sql<{ device_id: number; message_id: number; handover_key: number }>`
    insert into withdrawals (user_id, device_id, installation_id, message_id, handover_key, phone_number, requested_at, expires_at)
    select ${user_id}, device_id, installation_id, id, handover_key, phone_number, ${now},
           ${now}::timestamptz + make_interval(hours => ${waitHours})
      from unnest(${held.map(({ device_id }) => device_id)}::bigint[],
                  ${held.map(({ installation_id }) => installation_id)}::bigint[], ${held.map(({ id }) => id)}::bigint[],
                  ${held.map(({ handover_key }) => handover_key)}::bigint[],
                  ${held.map(({ phone_number }) => phone_number)}::text[])
             as h (device_id, installation_id, id, handover_key, phone_number)
        on conflict do nothing
    returning device_id, message_id, handover_key`.execute(tx)
  return rows.map((row) => ({
    device_id: row.device_id,
    wire_id: toWireId(row.message_id, row.handover_key),
  }))
}

/**
 * What the installations before were to be told, the new one is told. An app that was given a new token still has in its
 * queue what it took under the old one; one that was reinstalled does not know it, and answers at once that it is cancelled.
 */
export async function inheritWithdrawals(
  tx: Tx,
  options: { user_id: number; device_id: number; installation_id: number; now: Date },
): Promise<void> {
  const { user_id, device_id, installation_id, now } = options
  await sql`
    update withdrawals set installation_id = ${installation_id}
     where user_id = ${user_id} and device_id = ${device_id} and expires_at > ${now}`.execute(tx)
}

/** What an installation must still be told not to send. From its first telling on it is told for half an hour. */
export async function tellWithdrawals(
  tx: Tx,
  options: {
    user_id: number
    device_id: number
    installation_id: number
    now: Date
    limit: number
  },
): Promise<Told[]> {
  const { user_id, device_id, installation_id, now, limit } = options
  const { rows } = await sql<Told>`${named}
    update withdrawals w
       set expires_at = least(w.expires_at, ${now}::timestamptz + make_interval(mins => ${tellMinutes}))
      from (select message_id, handover_key from withdrawals
             where user_id = ${user_id} and device_id = ${device_id} and installation_id = ${installation_id}
               and expires_at > ${now}
             order by requested_at, message_id limit ${limit}) t
     where w.user_id = ${user_id} and w.device_id = ${device_id} and w.message_id = t.message_id
       and w.handover_key = t.handover_key
    returning w.message_id as id, w.handover_key, w.phone_number, w.requested_at`.execute(tx)
  return rows
}

type Told = { id: number; handover_key: number; phone_number: string; requested_at: Date }

/**
 * In SQL: the phone has said what became of them, so it need not be told any longer. `Pending` is no such answer.
 */
export function endingWithdrawals(
  user_id: number,
  reports: readonly { id: number; handover_key: number; device_id: number; state: string }[],
): RawBuilder<unknown> {
  const ended = reports.filter(({ state }) => state !== 'Pending')
  return sql`
    delete from withdrawals w
     using unnest(${ended.map(({ id }) => id)}::bigint[], ${ended.map((report) => report.handover_key)}::bigint[],
                  ${ended.map((report) => report.device_id)}::bigint[]) as e (id, handover_key, device_id)
     where w.user_id = ${user_id} and w.device_id = e.device_id and w.message_id = e.id and w.handover_key = e.handover_key`
}
