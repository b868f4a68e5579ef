import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { pendingStatuses } from '../messages/status.ts'

// The proof of the totals: what they say beside what a count of the rows says, of those that are left, those that were
// removed, and the sums of those that were removed long ago. Each statement sees one moment, in which both move together.

export type Difference = {
  table: string
  id: number
  told: Record<string, number>
  counted: Record<string, number>
}

/** 70 ms at a million contacts, beside phones that fetch as fast as they can. */
const pageSize = 5000

/** Every total of an account that is wrong. */
export async function findWrongTotals(db: Db, user_id: number): Promise<Difference[]> {
  const { differences } = await checkOwners(db, user_id)
  for (let last: number | null = 0; last !== null;) {
    const page = await checkContacts(db, user_id, last)
    differences.push(...page.differences)
    last = page.last
  }
  return differences
}

/** Devices, campaigns and flows: one scan of the account's messages, half a second for a million. */
export async function checkOwners(
  db: Db,
  user_id: number,
): Promise<{ differences: Difference[]; checked: number }> {
  const { rows } = await sql<Difference & { is_wrong: boolean }>`
    with counted as (${countsOfOwners(user_id)}),
    told as (
      select 'devices' as owner, id, total_sent as sent, total_failed as failed, total_received as received,
             total_pending as pending, null::bigint as waiting, null::bigint as entered, null::bigint as delivered,
             null::bigint as cancelled
        from devices where user_id = ${user_id}
      union all
      select 'campaigns', id, total_sent, total_failed, null, total_pending, null, null, total_delivered, total_cancelled
        from campaigns where user_id = ${user_id}
      union all
      select 'flows', id, total_sent, total_failed, null, total_pending, total_waiting, total_entered, null, null
        from flows where user_id = ${user_id}
    ),
    beside as (
      select t.*, coalesce(c.sent, 0) as is_sent, coalesce(c.failed, 0) as is_failed,
             case when t.received is not null then coalesce(c.received, 0) end as is_received,
             coalesce(c.pending, 0) as is_pending,
             case when t.waiting is not null then coalesce(c.waiting, 0) end as is_waiting,
             case when t.entered is not null then coalesce(c.entered, 0) end as is_entered,
             case when t.delivered is not null then coalesce(c.delivered, 0) end as is_delivered,
             case when t.cancelled is not null then coalesce(c.cancelled, 0) end as is_cancelled
        from told t left join counted c on c.owner = t.owner and c.id = t.id
    )
    select owner as table, id,
           jsonb_strip_nulls(jsonb_build_object('sent', sent, 'failed', failed, 'received', received, 'pending', pending,
                                                'waiting', waiting, 'entered', entered, 'delivered', delivered,
                                                'cancelled', cancelled)) as told,
           jsonb_strip_nulls(jsonb_build_object('sent', is_sent, 'failed', is_failed, 'received', is_received,
                                                'pending', is_pending, 'waiting', is_waiting, 'entered', is_entered,
                                                'delivered', is_delivered, 'cancelled', is_cancelled)) as counted,
           (sent, failed, received, pending, waiting, entered, delivered, cancelled)
             is distinct from (is_sent, is_failed, is_received, is_pending, is_waiting, is_entered, is_delivered,
                               is_cancelled) as is_wrong
      from beside order by owner, id`.execute(db)
  return { differences: wrongOf(rows), checked: rows.length }
}

function countsOfOwners(user_id: number) {
  return sql`
    select owner, id, sum(sent) as sent, sum(failed) as failed, sum(received) as received, sum(pending) as pending,
           sum(waiting) as waiting, sum(entered) as entered, sum(delivered) as delivered, sum(cancelled) as cancelled
      from (select o.owner, o.id,
                   case when g.status in ('sent', 'delivered') then g.n else 0 end as sent,
                   case when g.status = 'failed' then g.n else 0 end as failed,
                   case when g.status = 'received' then g.n else 0 end as received,
                   case when g.status in ${pendingStatuses} and not g.is_removed then g.n else 0 end as pending,
                   case when g.status = 'waiting' and not g.is_removed then g.n else 0 end as waiting,
                   g.n as entered,
                   case when g.status = 'delivered' then g.n else 0 end as delivered,
                   case when g.status = 'cancelled' then g.n else 0 end as cancelled
              from (select device_id, campaign_id, flow_id, status::text, false as is_removed, count(*) as n
                      from messages where user_id = ${user_id} group by device_id, campaign_id, flow_id, status
                    union all
                    select device_id, campaign_id, flow_id, status::text, true, count(*)
                      from removed_messages where user_id = ${user_id} group by device_id, campaign_id, flow_id, status) g
             cross join lateral (values ('devices', g.device_id), ('campaigns', g.campaign_id), ('flows', g.flow_id))
                             as o (owner, id)
             where o.id is not null
            union all
            select owner, owner_id, sent, failed, received, 0, 0, removed, delivered, cancelled
              from removed_totals where user_id = ${user_id} and owner <> 'contacts') every
     group by owner, id`
}

/** The next page of contacts with their conversations; `last` is null when it was the last one. */
export async function checkContacts(
  db: Db,
  user_id: number,
  after: number,
): Promise<{ differences: Difference[]; checked: number; last: number | null }> {
  const { rows } = await sql<Difference & { is_wrong: boolean }>`
    with page as materialized (
      select id, total_sent as sent, total_failed as failed, total_received as received
        from contacts where user_id = ${user_id} and id > ${after} order by id limit ${pageSize}
    ),
    happened as (
      select contact_id, status from messages
       where user_id = ${user_id} and contact_id > ${after} and contact_id <= (select max(id) from page)
      union all
      select contact_id, status from removed_messages
       where user_id = ${user_id} and contact_id > ${after} and contact_id <= (select max(id) from page)
    ),
    counted as (
      select contact_id as id, count(*) filter (where status in ('sent', 'delivered')) as sent,
             count(*) filter (where status = 'failed') as failed, count(*) filter (where status = 'received') as received
        from happened group by contact_id
    ),
    beside as (
      select p.*, coalesce(c.sent, 0) + coalesce(r.sent, 0) as is_sent,
             coalesce(c.failed, 0) + coalesce(r.failed, 0) as is_failed,
             coalesce(c.received, 0) + coalesce(r.received, 0) as is_received
        from page p
        left join counted c on c.id = p.id
        left join removed_totals r on r.user_id = ${user_id} and r.owner = 'contacts' and r.owner_id = p.id
    )
    select 'contacts' as table, id, jsonb_build_object('sent', sent, 'failed', failed, 'received', received) as told,
           jsonb_build_object('sent', is_sent, 'failed', is_failed, 'received', is_received) as counted,
           (sent, failed, received) is distinct from (is_sent, is_failed, is_received) as is_wrong
      from beside order by id`.execute(db)
  const end = rows.at(-1)
  const last = end && rows.length === pageSize ? end.id : null
  const wrong = [
    ...wrongOf(rows),
    ...(await wrongUnread(db, user_id, { after, upTo: end?.id ?? after })),
  ]
  return { differences: wrong, checked: rows.length, last }
}

/** A text that is marked as unread stays so when it is deleted. */
async function wrongUnread(
  db: Db,
  user_id: number,
  { after, upTo }: { after: number; upTo: number },
): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select 'conversations' as table, v.contact_id as id, jsonb_build_object('unread', v.unread) as told,
           jsonb_build_object('unread', c.unread) as counted
      from conversations v
     cross join lateral (select count(*) as unread from messages m
                          where m.user_id = ${user_id} and m.contact_id = v.contact_id and m.id > v.read_up_to
                            and m.status = 'received') c
     where v.user_id = ${user_id} and v.contact_id > ${after} and v.contact_id <= ${upTo} and v.unread <> c.unread
       and not (v.unread = 1 and c.unread = 0
                and not exists (select from messages m where m.user_id = ${user_id} and m.id = v.last_received_id))`.execute(
    db,
  )
  return rows
}

function wrongOf(rows: readonly (Difference & { is_wrong: boolean })[]): Difference[] {
  return rows.flatMap(({ is_wrong, ...difference }) => (is_wrong ? [difference] : []))
}
