import { sql } from 'kysely'
import { named } from '../db/pool.ts'
import type { MessagePurpose } from '../db/schema.generated.ts'
import { Overtaken, type Tx } from '../db/transaction.ts'
import { figuresOf } from './figures.ts'

export type NewMessage = {
  contact_id: number
  phone_number: string
  device_id: number
  sim_subscription_id: number
  content: string
  parts: number
  send_at: Date
  /** Why it will not be sent; null for a message to queue. */
  error: string | null
  purpose?: MessagePurpose
}

/** Queues messages to single contacts, in order, and answers their ids. One with an `error` is failed from the start. */
export async function insertMessages(
  tx: Tx,
  user_id: number,
  messages: readonly NewMessage[],
  now: Date,
): Promise<number[]> {
  if (messages.length === 0) return []
  const { rows } = await sql<{ id: number; is_counted: boolean }>`${named}
    with given as (
      -- What names a SIM that is being drained goes to its heir.
      select g.contact_id, g.phone_number, coalesce(s.heir_device_id, g.device_id) as device_id,
             coalesce(s.heir_sim_subscription_id, g.sim_subscription_id) as sim_subscription_id,
             g.content, g.parts, g.send_at, g.error, g.purpose, g.place from unnest(
        ${messages.map((message) => message.contact_id)}::bigint[], ${messages.map((message) => message.phone_number)}::text[],
        ${messages.map((message) => message.device_id)}::bigint[], ${messages.map((message) => message.sim_subscription_id)}::smallint[],
        ${messages.map((message) => message.content)}::text[], ${messages.map((message) => message.parts)}::smallint[],
        ${messages.map((message) => message.send_at)}::timestamptz[], ${messages.map((message) => message.error)}::text[],
        ${messages.map((message) => message.purpose ?? 'ordinary')}::message_purpose[]
      ) with ordinality as g (contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at, error, purpose, place)
        left join sims s on s.user_id = ${user_id} and s.device_id = g.device_id
                        and s.subscription_id = g.sim_subscription_id and s.is_draining
    ),
    inserted as (
      insert into messages (user_id, contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at,
                            created_at, status, error, finished_at, purpose)
      select ${user_id}, contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at, ${now},
             case when error is null then 'queued' else 'failed' end::message_status, error,
             case when error is not null then ${now}::timestamptz end, purpose
        from given order by place
      returning id, contact_id, device_id, status
    ),
    by_contact as (
      update contacts c set total_failed = c.total_failed + d.failed
        from (select contact_id, count(*) as failed from inserted where status = 'failed' group by contact_id) d
       where c.user_id = ${user_id} and c.id = d.contact_id
    ),
    by_time as (${figuresOf(
      user_id,
      sql`select 0 as sent, 0 as delivered, 1 as failed, 0 as parts, ${now}::timestamptz as over_at
            from inserted where status = 'failed'`,
    )}),
    -- By their ids, as everybody locks them.
    locked as materialized (
      select c.id from devices c
       where c.user_id = ${user_id} and c.id in (select device_id from inserted) order by c.id for no key update
    ),
    by_device as (
      -- A device that is deleted at this moment takes nothing more: whoever deletes it has looked already.
      update devices c
         set total_pending = c.total_pending + d.pending, total_failed = c.total_failed + d.failed
        from (select device_id, count(*) filter (where status = 'queued') as pending,
                     count(*) filter (where status = 'failed') as failed
                from inserted group by device_id) d
       where c.user_id = ${user_id} and c.id = d.device_id and c.deleted_at is null
         and (select count(*) from locked) is not null
      returning c.id
    )
    select id, device_id in (select b.id from by_device b) as is_counted from inserted order by id`.execute(
    tx,
  )
  if (rows.some(({ is_counted }) => !is_counted)) throw new Overtaken('a device was just deleted')
  return rows.map(({ id }) => id)
}
