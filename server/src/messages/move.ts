import { sql, type RawBuilder } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { figuresOf } from './figures.ts'
import { pendingStatuses, type MessageStatus } from './status.ts'

export type Moved = {
  id: number
  contact_id: number
  device_id: number
  /** Where it was before. */
  was_device_id: number
  campaign_id: number | null
  flow_id: number | null
  was: MessageStatus
  status: MessageStatus
  installation_id: number | null
  handover_key: number | null
  phone_number: string
}

type Move = {
  picked: RawBuilder<unknown>
  set: RawBuilder<unknown>
  first?: RawBuilder<unknown>
  asLongAs?: RawBuilder<unknown>
  also?: RawBuilder<unknown>
}

/**
 * The only way in which the status or the device of messages changes: one statement that locks the rows, changes them
 * and moves the totals of their contacts, devices, campaigns and flows along.
 *
 * `picked` selects `id, status, device_id, installation_id, handover_key` and whatever `set` refers to as `p.…`,
 * locked with `for update`; `set` is the list of assignments, in which the row before the change is `m`.
 *
 * Where it is the whole transaction by itself, `first` takes the locks of those that have totals, `asLongAs` says of
 * `m` and `p` what must still be true once the row is locked, and `also` is done beside it.
 */
export async function moveMessages(
  tx: Db | Tx,
  user_id: number,
  { picked, set, first, asLongAs, also }: Move,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`${named}
    with ${first === undefined ? sql`` : sql`${first},`}
    picked as materialized (${picked}),
    moved as (
      update messages m
         set ${set}
        from picked p
       where m.user_id = ${user_id} and m.id = p.id ${asLongAs === undefined ? sql`` : sql`and ${asLongAs}`}
      returning m.id, m.contact_id, m.device_id, p.device_id as was_device_id, m.campaign_id, m.flow_id,
                p.status as was, m.status, p.installation_id, p.handover_key, m.phone_number, m.sent_at,
                m.finished_at, m.parts
    ),
    ${also === undefined ? sql`` : sql`${also},`}
    ${totalsOfMoved(user_id)}
    select id, contact_id, device_id, was_device_id, campaign_id, flow_id, was, status, installation_id, handover_key, phone_number
      from moved`.execute(tx)
  return rows
}

/** True in SQL for the statuses that the API shows as `pending` and as `sent`. */
export const isPending = (status: RawBuilder<unknown>) =>
  sql`(${status} in ${pendingStatuses})::int`
export const isSent = (status: RawBuilder<unknown>) =>
  sql`(${status} in ('sent', 'delivered'))::int`

/**
 * Adds the difference between the statuses before and after to every total. Reads the rows of `moved`.
 * PostgreSQL runs what nothing refers to last, and from the last to the first: flows, campaigns, devices, contacts. Whoever
 * else locks several of these rows keeps to that order; a deadlock all the same is undone and run again.
 */
function totalsOfMoved(user_id: number): RawBuilder<unknown> {
  const was = sql.ref('was')
  const is = sql.ref('status')
  return sql`
    change as (
      select contact_id, device_id, was_device_id, campaign_id, flow_id,
             ${isPending(is)} as is_pending, ${isPending(was)} as was_pending,
             ${isSent(is)} as is_sent, ${isSent(was)} as was_sent,
             (status = 'waiting')::int as is_waiting, (was = 'waiting')::int as was_waiting,
             (status = 'failed')::int as is_failed, (was = 'failed')::int as was_failed,
             (status = 'delivered')::int as is_delivered, (was = 'delivered')::int as was_delivered,
             (status = 'cancelled')::int as is_cancelled, (was = 'cancelled')::int as was_cancelled,
             case when status in ('sent', 'delivered') then sent_at end as sent_at
        from moved
    ),
    by_contact as (
      update contacts c
         set total_sent = c.total_sent + d.sent,
             total_failed = c.total_failed + d.failed,
             last_sent_at = greatest(c.last_sent_at, d.sent_at)
        from (select contact_id, sum(is_sent - was_sent) as sent, sum(is_failed - was_failed) as failed,
                     max(sent_at) as sent_at
                from change where is_sent <> was_sent or is_failed <> was_failed
               group by contact_id order by contact_id) d
       where c.user_id = ${user_id} and c.id = d.contact_id
    ),
    by_device as (
      update devices c
         set total_sent = c.total_sent + d.sent,
             total_pending = c.total_pending + d.pending,
             total_failed = c.total_failed + d.failed,
             last_sent_at = greatest(c.last_sent_at, d.sent_at)
        from (select device_id, sum(sent) as sent, sum(pending) as pending, sum(failed) as failed, max(sent_at) as sent_at
                from (select device_id, is_sent as sent, is_pending as pending, is_failed as failed, sent_at from change
                      union all
                      select was_device_id, -was_sent, -was_pending, -was_failed, null from change) both_sides
               group by device_id) d
       where c.user_id = ${user_id} and c.id = d.device_id and (d.sent, d.pending, d.failed) <> (0, 0, 0)
    ),
    by_campaign as (${totalsOfCampaigns(user_id)}),
    by_flow as (${totalsOfFlows(user_id)}),
    by_time as (${figuresOf(user_id, changesByTime(user_id))})`
}

/** One that goes on again was counted when it was over before, which its row said until now. */
const changesByTime = (user_id: number) => sql`
  select ${isSent(sql`status`)} - ${isSent(sql`was`)} as sent, (status = 'delivered')::int - (was = 'delivered')::int as delivered,
         (status = 'failed')::int - (was = 'failed')::int as failed, parts,
         case when finished_at is not null or was not in ('sent', 'delivered', 'failed') then finished_at
              else (select m.finished_at from messages m where m.user_id = ${user_id} and m.id = moved.id) end as over_at
    from moved`

function totalsOfCampaigns(user_id: number): RawBuilder<unknown> {
  return sql`
    update campaigns c
       set total_sent = c.total_sent + d.sent,
           total_pending = c.total_pending + d.pending,
           total_failed = c.total_failed + d.failed,
           total_delivered = c.total_delivered + d.delivered,
           total_cancelled = c.total_cancelled + d.cancelled,
           last_sent_at = greatest(c.last_sent_at, d.sent_at)
      from (${sumsOf('campaign_id')}) d
     where c.user_id = ${user_id} and c.id = d.id
       and (d.sent, d.pending, d.failed, d.delivered, d.cancelled) <> (0, 0, 0, 0, 0)`
}

/** Which of its pending texts only wait for their time is counted for flows too. */
function totalsOfFlows(user_id: number): RawBuilder<unknown> {
  return sql`
    update flows f
       set total_sent = f.total_sent + d.sent,
           total_pending = f.total_pending + d.pending,
           total_waiting = f.total_waiting + d.waiting,
           total_failed = f.total_failed + d.failed,
           last_sent_at = greatest(f.last_sent_at, d.sent_at)
      from (${sumsOf('flow_id')}) d
     where f.user_id = ${user_id} and f.id = d.id and (d.sent, d.pending, d.waiting, d.failed) <> (0, 0, 0, 0)`
}

function sumsOf(key: 'campaign_id' | 'flow_id'): RawBuilder<unknown> {
  return sql`
    select ${sql.ref(key)} as id, sum(is_sent - was_sent) as sent, sum(is_pending - was_pending) as pending,
           sum(is_waiting - was_waiting) as waiting, sum(is_failed - was_failed) as failed,
           sum(is_delivered - was_delivered) as delivered, sum(is_cancelled - was_cancelled) as cancelled,
           max(sent_at) as sent_at
      from change where ${sql.ref(key)} is not null group by ${sql.ref(key)}`
}
