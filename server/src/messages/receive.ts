import { sql, type RawBuilder } from 'kysely'
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
  /** Whether it is a word that opts out. */
  opts_out?: boolean
}

/** A text that comes later than this after a campaign's is no answer to it. */
const answerDays = 30
/** Of the texts to a contact, so many are looked at for the last that was sent. */
const lookedAt = 100

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
    by_campaign as (${answering(user_id, message, now)}),
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

/** Who writes back answers what was sent last: notes it, once for each contact, where that is of a campaign. */
function answering(user_id: number, message: ReceivedMessage, now: Date): RawBuilder<unknown> {
  const { contact_id, received_at, opts_out = false } = message
  return sql`
    insert into campaign_answers as a (user_id, campaign_id, contact_id, answered_at, opted_out_at)
    select ${user_id}::bigint, o.campaign_id, ${contact_id}::bigint, ${now}::timestamptz, ${opts_out ? now : null}::timestamptz
      from (select l.campaign_id, coalesce(l.sent_at, l.dispatched_at) as left_at
              from (select m.campaign_id, m.sent_at, m.dispatched_at, m.status from messages m
                     where m.user_id = ${user_id} and m.contact_id = ${contact_id}
                     order by m.user_id desc, m.contact_id desc, m.id desc limit ${lookedAt}) l
             where l.status in ('sent', 'delivered', 'dispatched')
               -- Both clocks may be those of phones.
               and coalesce(l.sent_at, l.dispatched_at) <= ${received_at}::timestamptz + interval '1 minute'
             order by left_at desc limit 1) o
     where o.campaign_id is not null
       and o.left_at > ${received_at}::timestamptz - make_interval(days => ${answerDays})
        on conflict (user_id, campaign_id, contact_id) do update set opted_out_at = excluded.opted_out_at
           where a.opted_out_at is null and excluded.opted_out_at is not null`
}
