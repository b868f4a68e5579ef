import { sql } from 'kysely'
import { named } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { quarterOf } from './figures.ts'

export type ReceivedMessage = {
  contact_id: number
  phone_number: string
  device_id: number
  sim_subscription_id: number
  content: string
  parts: number
  /** When the phone says that it received it. */
  received_at: Date
  /** By which the phone may tell of it again; noted before. */
  event_id: string
}

/** Stores a text that came in, with the totals and the conversation that it belongs to, and answers its id. */
export async function insertReceived(
  tx: Tx,
  user_id: number,
  message: ReceivedMessage,
  now: Date,
): Promise<number> {
  const { contact_id, device_id, received_at } = message
  // What nothing refers to is run from the last to the first: the device before the contact, as everybody locks them.
  const { rows } = await sql<{ id: number }>`${named}
    with stored as (
      insert into messages (user_id, contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at,
                            created_at, finished_at, status)
      values (${user_id}, ${contact_id}, ${message.phone_number}, ${device_id}, ${message.sim_subscription_id},
              ${message.content}, ${message.parts}, ${received_at}, ${now}, ${now}, 'received')
      returning id
    ),
    by_time as (
      insert into figure_changes (user_id, quarter, received)
      select ${user_id}::bigint, ${quarterOf(sql`${now}::timestamptz`)}, 1 from stored
    ),
    by_receipt as (
      update inbound_receipts r set message_id = stored.id from stored
       where r.user_id = ${user_id} and r.device_id = ${device_id} and r.event_id = ${message.event_id}
    ),
    by_conversation as (
      insert into conversations as v (user_id, contact_id, unread, last_received_id, last_at)
      select ${user_id}::bigint, ${contact_id}::bigint, 1, stored.id, ${now}::timestamptz from stored
          on conflict (user_id, contact_id) do update
             set unread = v.unread + 1,
                 last_received_id = greatest(v.last_received_id, excluded.last_received_id),
                 last_at = greatest(v.last_at, excluded.last_at)
    ),
    by_contact as (
      update contacts
         set total_received = total_received + 1, last_received_at = greatest(last_received_at, ${received_at})
       where user_id = ${user_id} and id = ${contact_id}
    ),
    by_device as (
      update devices
         set total_received = total_received + 1, last_received_at = greatest(last_received_at, ${received_at})
       where user_id = ${user_id} and id = ${device_id}
    )
    select id from stored`.execute(tx)
  const [stored] = rows
  if (!stored) throw new Error('An insert of one row returns it')
  return stored.id
}
