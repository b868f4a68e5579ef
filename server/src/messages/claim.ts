import { sql, type RawBuilder } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { lockOwners, messagesOf } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import type { AccountClock } from './recipient-clock.ts'
import { optedOutError } from './status.ts'
import { newHandoverKey } from './wire-id.ts'

export type Queue = { user_id: number; device_id: number; sim_subscription_id: number }

export type Waiting = {
  id: number
  contact_id: number
  parts: number
  /** Why it must not leave although it is queued. */
  refusal: string | null
  /** When its campaign ends. */
  expires_at: Date | null
  /** `HH:MM-HH:MM` by the recipient's clock; null for what goes at any hour. With it, what tells the clock. */
  quiet_hours: string | null
  phone_number: string | null
  timezone: string | null
}

/** One that must not leave, why, and what becomes of it. */
export type Refused = { id: number; refusal: string; status: 'cancelled' | 'failed' }

/** What is put on the wire for one message. */
export type Handover = {
  id: number
  handover_key: number
  phone_number: string
  content: string
  sim_subscription_id: number
  created_at: Date
  /** Not to be sent later than that: its campaign ends, or the night of its recipient begins. */
  valid_until: Date | null
  /** To be listed as a question only: the phone answers what it knows and sends nothing. */
  is_probe: boolean
}

/** A phone that lost an answer is offered the same messages again after this long. */
export const leaseSeconds = 120
/** Within this time of the hand-over an installation may be offered a message again to be sent; after it, only asked. */
export const offerHours = 23
const askAgainMinutes = 30

/**
 * The front of one SIM's queue, at most `limit`: answers first, then the other single texts, then the running campaigns
 * in turn, one message of each after the other. Each source is read along its own stretch of the index `messages_queue`, so a paused campaign of
 * a million rows costs nothing, and one that has expired is not read at all. Whether a campaign has anything queued is
 * asked in the order of the index too: as an `exists`, which drops the order, it walked every message sent so far (73 to
 * 175 ms at 70,000). A number may have opted out while its contact was being made. Only the answer to an opt-out goes to who has opted out.
 * Nothing is read while all sending of the account is held.
 */
export async function findWaiting(
  tx: Tx,
  queue: Queue & {
    clock: AccountClock
    /** Whether a campaign with several SIMs names this one. */
    hasShared: boolean
  },
  now: Date,
  limit: number,
): Promise<Waiting[]> {
  const { user_id, device_id, sim_subscription_id, clock, hasShared } = queue
  const source = sql`m.user_id = ${user_id} and m.device_id = ${device_id} and m.sim_subscription_id = ${sim_subscription_id}
              and m.status = 'queued' and m.send_at <= ${now}`
  const order = sql`order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at, m.id`
  const columns = sql`m.id, m.parts, m.contact_id, m.campaign_id, m.send_at, m.purpose`
  const named_by = hasShared
    ? sql`(k.device_id = ${device_id} and k.sim_subscription_id = ${sim_subscription_id}
           or k.id in (select s.campaign_id from campaign_sims s
                        where s.user_id = ${user_id} and s.device_id = ${device_id}
                          and s.sim_subscription_id = ${sim_subscription_id}))`
    : sql`k.device_id = ${device_id} and k.sim_subscription_id = ${sim_subscription_id}`
  const accounts = quietText(clock)
  const { rows } = await sql<Waiting>`${named}
    with front as (
      select q.*, 0 as lane, 0::bigint as turn, null::timestamptz as expires_at, null::text as quiet_hours
        from (select ${columns} from messages m
               where ${source} and m.campaign_id is null and m.purpose <> 'ordinary'
               order by m.user_id, m.device_id, m.sim_subscription_id, m.send_at, m.id limit ${limit}) q
      union all
      select q.*, 1 as lane, 0::bigint as turn, null::timestamptz as expires_at, ${accounts}::text as quiet_hours
        from (select ${columns} from messages m
               where ${source} and m.campaign_id is null and m.purpose = 'ordinary' ${order} limit ${limit}) q
      union all
      select q.*, 2 as lane, row_number() over (partition by q.campaign_id order by q.send_at, q.id) as turn,
             c.expires_at, c.quiet_hours
        from (select k.id, k.expires_at,
                     case k.quiet_hours when 'account' then ${accounts}::text
                                        when 'own' then k.quiet_hours_start || '-' || k.quiet_hours_end end as quiet_hours
                from campaigns k
               cross join lateral (select from messages m where ${source} and m.campaign_id = k.id ${order} limit 1) f
               where k.user_id = ${user_id} and ${named_by} and k.status = 'running' and k.deleted_at is null
                 and (k.expires_at is null or k.expires_at > ${now})
               order by k.id limit 100) c
       cross join lateral (select ${columns} from messages m
                            where ${source} and m.campaign_id = c.id ${order} limit ${limit}) q
    )
    select f.id, f.contact_id, f.parts, f.expires_at, f.quiet_hours,
           case when f.quiet_hours is not null then c.phone_number end as phone_number,
           case when f.quiet_hours is not null then c.custom_parameters ->> ${clock.timezone_parameter}::text end as timezone,
           case when c.id is null then 'The contact has been deleted'
                when f.purpose <> 'confirmation' and (c.opted_out_at is not null or o.id is not null) then ${optedOutError}
                when not c.can_be_sent_to then 'The number cannot be sent to'
           end as refusal
      from (select id, contact_id, parts, lane, turn, send_at, purpose, expires_at, quiet_hours
              from front order by lane, turn, send_at, id limit ${limit}) f
      left join contacts c on c.user_id = ${user_id} and c.id = f.contact_id
      left join opt_outs o on o.user_id = ${user_id} and o.phone_number = c.phone_number
     -- Asked here, with the SIMs locked: who holds all sending waits for the hand-overs before.
     where (select a.sending_held_at is null from accounts a where a.user_id = ${user_id})
     order by f.lane, f.turn, f.send_at, f.id`.execute(tx)
  return rows
}

function quietText({ quiet_hours_start, quiet_hours_end }: AccountClock): string | null {
  return quiet_hours_start === null ? null : `${quiet_hours_start}-${quiet_hours_end}`
}

/**
 * Marks queued messages as handed over to an installation. A row that was withdrawn meanwhile is left out, and one that
 * somebody is just changing: whoever hands over holds the SIMs of a device and waits for nobody.
 */
export async function claimMessages(
  tx: Tx,
  options: {
    user_id: number
    device_id: number
    installation_id: number
    chosen: readonly { id: number; valid_until: Date | null }[]
    now: Date
  },
): Promise<Handover[]> {
  const { user_id, device_id, installation_id, chosen, now } = options
  if (chosen.length === 0) return []
  const ids = chosen.map(({ id }) => id)
  const { rows } = await sql<Handover>`${named}
    with free as materialized (
      select m.id, given.handover_key, given.valid_until
        from unnest(${ids}::bigint[], ${ids.map(() => newHandoverKey())}::bigint[],
                    ${chosen.map(({ valid_until }) => valid_until)}::timestamptz[]) as given (id, handover_key, valid_until)
        join messages m on m.user_id = ${user_id} and m.id = given.id
       where m.user_id = ${user_id} and m.device_id = ${device_id} and m.status = 'queued'
         for update of m skip locked
    )
    update messages m
       set status = 'dispatched', installation_id = ${installation_id}, handover_key = free.handover_key,
           dispatched_at = ${now}, lease_until = ${leaseEnd(now)}, valid_until = free.valid_until,
           phone_state = null, answered_at = null
      from free
     where m.user_id = ${user_id} and m.id = free.id
    returning m.id, m.handover_key, m.phone_number, m.sim_subscription_id, m.created_at, m.valid_until, false as is_probe,
              coalesce(m.content, (select coalesce(k.frozen_content, k.content) from campaigns k
                                    where k.user_id = ${user_id} and k.id = m.campaign_id)) as content`.execute(
    tx,
  )
  const places = new Map(ids.map((id, place) => [id, place]))
  return rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/** Ends queued messages that must not leave, each with its reason: cancelled, or failed where nobody withdrew them. */
export async function refuseMessages(
  tx: Tx,
  user_id: number,
  refused: readonly Refused[],
  now: Date,
): Promise<void> {
  if (refused.length === 0) return
  const ids = refused.map(({ id }) => id)
  await lockOwners(tx, user_id, { messages: messagesOf(user_id, ids) })
  await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key, given.error, given.status as new_status
        from unnest(${ids}::bigint[], ${refused.map(({ refusal }) => refusal)}::text[],
                    ${refused.map(({ status }) => status)}::message_status[]) as given (id, error, status)
        join messages m on m.user_id = ${user_id} and m.id = given.id
       where m.user_id = ${user_id} and m.status = 'queued'
       order by m.id for update of m`,
    set: sql`status = p.new_status, error = p.error, finished_at = ${now}`,
  })
}

/**
 * Messages that the installation took and has not answered: offered again under the same wire id, which it never sends
 * twice. Past `offerHours`, and for those it has answered before, only the question is put: is it known to you? What is
 * paused is not offered; to be asked about it is.
 */
export async function offerAgain(
  tx: Tx,
  options: {
    user_id: number
    device_id: number
    installation_id: number
    is_paused: boolean
    now: Date
    limit: number
  },
): Promise<Handover[]> {
  const { user_id, device_id, installation_id, is_paused, now, limit } = options
  const { rows } = await sql<Handover>`${named}
    with unanswered as (
      select m.id, ${isOnlyAsked(now)} as is_probe
        from messages m
        left join campaigns c on c.user_id = ${user_id} and c.id = m.campaign_id
       where m.user_id = ${user_id} and m.device_id = ${device_id} and m.status = 'dispatched' and m.lease_until <= ${now}
         and m.installation_id = ${installation_id}
         and ${mayBeOfferedAgain({ now, is_paused: sql`${is_paused}::boolean` })}
       order by m.lease_until limit ${limit}
    ),
    due as materialized (
      select m.id, u.is_probe from unanswered u
        join messages m on m.user_id = ${user_id} and m.id = u.id
       where m.user_id = ${user_id} and m.status = 'dispatched'
       order by m.id for update of m skip locked
    )
    update messages m
       set lease_until = case when due.is_probe then ${now}::timestamptz + make_interval(mins => ${askAgainMinutes})
                              else ${leaseEnd(now)}::timestamptz end
      from due
     where m.user_id = ${user_id} and m.id = due.id
    returning m.id, m.handover_key, m.phone_number, m.sim_subscription_id, m.created_at, m.valid_until, due.is_probe,
              coalesce(m.content, (select coalesce(k.frozen_content, k.content) from campaigns k
                                    where k.user_id = ${user_id} and k.id = m.campaign_id)) as content`.execute(
    tx,
  )
  return rows.toSorted((a, b) => a.id - b.id)
}

/**
 * Lets messages that an installation took and never answered be offered to it again at once: all of them when it comes
 * back, or those of a listing that it did not wait for.
 */
export async function endLeases(
  db: Db,
  phone: { user_id: number; device_id: number; installation_id: number },
  now: Date,
  ids?: readonly number[],
): Promise<void> {
  await sql`
    with free as materialized (
      select m.id from messages m
       where m.user_id = ${phone.user_id} and m.device_id = ${phone.device_id} and m.status = 'dispatched'
         and m.lease_until > ${now} and m.installation_id = ${phone.installation_id} and m.phone_state is null
         ${ids === undefined ? sql`` : sql`and m.id = any(${ids}::bigint[])`}
         for update skip locked
    )
    update messages m set lease_until = ${now} from free
     where m.user_id = ${phone.user_id} and m.id = free.id`.execute(db)
}

/** When the next single text that is queued for later may leave; null when there is none. */
export async function nextScheduled(
  tx: Tx,
  { user_id, device_id }: { user_id: number; device_id: number },
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ send_at: Date | null }>`${named}
    select min(m.send_at) as send_at
      from generate_series(1, 3) as s (sim)
     cross join lateral (
       select m.send_at from messages m
        where m.user_id = ${user_id} and m.device_id = ${device_id} and m.sim_subscription_id = s.sim
          and m.campaign_id is null and m.status = 'queued' and m.send_at > ${now}
        order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at limit 1) m`.execute(
    tx,
  )
  return rows[0]?.send_at ?? null
}

/** True in SQL for a message `m` in hand, of a campaign `c` if of any, that its phone is to be shown again now. */
export const mayBeOfferedAgain = ({
  now,
  is_paused,
}: {
  now: Date
  is_paused: RawBuilder<unknown>
}) =>
  sql`(${isOnlyAsked(now)} or not ${is_paused} and (m.campaign_id is null or c.status = 'running'))`

/** True in SQL for one that is not to be offered again for sending, only asked about. */
const isOnlyAsked = (now: Date) =>
  sql`(m.phone_state is not null or m.dispatched_at < ${now}::timestamptz - make_interval(hours => ${offerHours})
       or coalesce(m.valid_until <= ${now}, false))`

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000)
}
