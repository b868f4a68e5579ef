import { sql, type RawBuilder } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import { earliestAllowed, readQuietHours } from '../lib/quiet-hours.ts'
import type { Queue } from './claim.ts'
import { timezoneOf, type AccountClock, type Recipient } from './recipient-clock.ts'

/** How many messages are looked at for one fetch of a phone; the rest is the engine's. */
const besideFetch = 500
/** One step of the engine. */
const chunkSize = 5000
/** What is looked at to see whether a queue has anything to postpone at its front: some batches of a phone. */
const frontSize = 300

type Source = Queue & { campaign_id: number | null }

type Row = Recipient & { id: number; quiet_hours: string }

/** Postpones what stands at the front of a SIM's queue in quiet hours; `ids` are some of them. */
export async function postponeFront(
  db: Db,
  queue: Queue,
  ids: readonly number[],
  clock: AccountClock,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ campaign_id: number | null }>`
    select distinct m.campaign_id from messages m
     where m.user_id = ${queue.user_id} and m.id = any(${ids}::bigint[])`.execute(db)
  for (const { campaign_id } of rows)
    await postponeSome(db, { ...queue, campaign_id }, clock, now, besideFetch)
}

/**
 * Postpones a chunk of each queue whose front stands in quiet hours: hours began, or were set, while it was under way.
 * True when there may be more.
 */
export async function postponeQuiet(db: Db, now: Date): Promise<boolean> {
  let hasMore = false
  for (const { clock, ...source } of await findSources(db, now)) {
    const isQuiet = (await postponeSome(db, source, clock, now, frontSize)) > 0
    if (!isQuiet) continue
    const postponed = await postponeSome(db, source, clock, now, chunkSize)
    hasMore ||= postponed > 0
  }
  return hasMore
}

/** Every queue that goes by quiet hours and has something due. */
async function findSources(db: Db, now: Date): Promise<(Source & { clock: AccountClock })[]> {
  const probe = (campaign: RawBuilder<unknown>) => sql`
    cross join lateral (
      select from messages m
       where m.user_id = s.user_id and m.device_id = s.device_id and m.sim_subscription_id = s.subscription_id
         and ${campaign} and m.status = 'queued' and m.send_at <= ${now}
       order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at limit 1) f`
  const { rows } = await sql<Source & AccountClock>`
    select s.user_id, s.device_id, s.subscription_id as sim_subscription_id, null::bigint as campaign_id,
           a.timezone, a.timezone_parameter, a.quiet_hours_start, a.quiet_hours_end
      from accounts a
      join sims s on s.user_id = a.user_id
      ${probe(sql`m.campaign_id is null`)}
     where a.quiet_hours_start is not null
    union all
    select s.user_id, s.device_id, s.subscription_id, c.id,
           a.timezone, a.timezone_parameter, a.quiet_hours_start, a.quiet_hours_end
      from campaigns c
      join accounts a on a.user_id = c.user_id
      join sims s on s.user_id = c.user_id
                 and (s.device_id = c.device_id and s.subscription_id = c.sim_subscription_id
                      or exists (select 1 from campaign_sims k
                                  where k.user_id = c.user_id and k.campaign_id = c.id and k.device_id = s.device_id
                                    and k.sim_subscription_id = s.subscription_id))
      ${probe(sql`m.campaign_id = c.id`)}
     where c.status = 'running' and c.deleted_at is null
       and (c.quiet_hours = 'own' or c.quiet_hours = 'account' and a.quiet_hours_start is not null)`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, clock: row }))
}

/**
 * Moves the time of those among the first of a queue that stand in quiet hours; how many. What a phone is just being
 * given is left alone.
 */
async function postponeSome(
  db: Db,
  source: Source,
  clock: AccountClock,
  now: Date,
  limit: number,
): Promise<number> {
  const rows = await readFront(db, source, clock, now, limit)
  const allowedAt = createAllowed(clock, now)
  const late = rows
    .map((row) => ({ id: row.id, send_at: allowedAt(row) }))
    .filter(({ send_at }) => send_at > now)
  if (late.length === 0) return 0
  await sql`${named}
    with free as materialized (
      select m.id, given.send_at
        from unnest(${late.map(({ id }) => id)}::bigint[], ${late.map(({ send_at }) => send_at)}::timestamptz[])
               as given (id, send_at)
        join messages m on m.user_id = ${source.user_id} and m.id = given.id
       where m.user_id = ${source.user_id} and m.status = 'queued'
         for update of m skip locked
    )
    update messages m set send_at = free.send_at
      from free where m.user_id = ${source.user_id} and m.id = free.id`.execute(db)
  return late.length
}

async function readFront(
  db: Db,
  source: Source,
  clock: AccountClock,
  now: Date,
  limit: number,
): Promise<Row[]> {
  const { user_id, device_id, sim_subscription_id, campaign_id } = source
  const accounts =
    clock.quiet_hours_start === null ? null : `${clock.quiet_hours_start}-${clock.quiet_hours_end}`
  const { rows } = await sql<Row>`${named}
    select f.id, f.phone_number, c.custom_parameters ->> ${clock.timezone_parameter}::text as timezone, f.quiet_hours
      from (select m.id, m.phone_number, m.contact_id, m.purpose,
                   case coalesce(k.quiet_hours, 'account')
                     when 'account' then ${accounts}::text
                     when 'own' then k.quiet_hours_start || '-' || k.quiet_hours_end end as quiet_hours
              from messages m
              left join campaigns k on k.user_id = ${user_id} and k.id = m.campaign_id
             where m.user_id = ${user_id} and m.device_id = ${device_id} and m.sim_subscription_id = ${sim_subscription_id}
               and ${campaign_id === null ? sql`m.campaign_id is null` : sql`m.campaign_id = ${campaign_id}`}
               and m.status = 'queued' and m.send_at <= ${now}
             order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at, m.id
             limit ${limit}) f
      left join contacts c on c.user_id = ${user_id} and c.id = f.contact_id
     where f.purpose = 'ordinary' and f.quiet_hours is not null`.execute(db)
  return rows
}

/** When each may leave; asked once for each zone. */
function createAllowed(clock: AccountClock, now: Date): (row: Row) => Date {
  const known = new Map<string, Date>()
  return (row) => {
    const zone = timezoneOf(row, clock)
    const key = `${zone} ${row.quiet_hours}`
    const [start = null, end = null] = row.quiet_hours.split('-')
    const allowed = known.get(key) ?? earliestAllowed(readQuietHours(start, end), zone, now)
    known.set(key, allowed)
    return allowed
  }
}
