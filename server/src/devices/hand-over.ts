import { sql } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import {
  claimMessages,
  findWaiting,
  nextScheduled,
  offerAgain,
  refuseMessages,
  type Handover,
  type Refused,
  type Waiting,
} from '../messages/claim.ts'
import { postponeFront } from '../messages/postpone.ts'
import type { AccountClock } from '../messages/recipient-clock.ts'
import { shareOut } from '../lib/share-out.ts'
import { tellWithdrawals } from '../messages/withdraw.ts'
import { knows } from './app-version.ts'
import { decideRelease, type Release, type SimPace } from './pace.ts'
import { periodsNow, usedNow } from './periods.ts'
import { sortOut, type Wanted } from './sort-out.ts'

export type Phone = {
  user_id: number
  device_id: number
  installation_id: number
  app_version: string | null
}

export type Batch = {
  messages: Handover[]
  /** What the phone must not send any more. */
  withdrawn: { id: number; handover_key: number; phone_number: string; requested_at: Date }[]
  /** When more may leave; null when nothing waits, now when the batch was full. */
  next_at: Date | null
  /** How far the clock of the phone is ahead, where that is known to be much. */
  clock_skew_seconds: number
}

const batchMax = 100

/** How far apart the fetches of a phone are: one with an event stream is woken, others only come by. */
const wakeSeconds = { streaming: 5, polling: 60 }
/** An event stream counts as open for this long after a process last said that it holds it. */
const streamSeconds = 45

type SimRow = SimPace &
  AccountClock & {
    subscription_id: number
    is_paused: boolean
    /** Whether all sending of the account is held. */
    is_held: boolean
    is_streaming: boolean
    /** Whether anything is queued for it, now or for later. */
    has_queued: boolean
    /** Whether a campaign with several SIMs names it. */
    has_shared: boolean
    clock_skew_seconds: number | null
    minute_parts: number
    minute_start: Date
    hour_start: Date
    day_start: Date
    month_start: Date
    hour_end: Date
    day_end: Date
    month_end: Date
  }

type Options = {
  now: Date
  /** Whether this process holds an event stream of the phone; another one may hold it. */
  hasStream: boolean
  random: () => number
}

/**
 * What one fetch of a phone is answered: what it must not send, what it took and never answered, and what may leave now
 * by the pace of its SIMs. The SIM rows are locked, so a device has one claimer at a time (measured: 58k claims a second
 * with one, 19k with four).
 */
export async function handOver(db: Db, phone: Phone, options: Options): Promise<Batch> {
  let left: Left = nothingLeft
  const batch = await inTransaction(db, async (tx): Promise<Batch> => {
    left = nothingLeft
    const { user_id, device_id, installation_id, app_version } = phone
    const { now } = options
    const limit = batchMax
    const holder = { user_id, device_id, installation_id, now, limit }
    const sims = await lockSims(tx, phone, now)
    const withdrawn = knows(app_version, 'cancelling') ? await tellWithdrawals(tx, holder) : []
    const [sim] = sims
    // Another installation has taken its place.
    if (!sim) return { messages: [], withdrawn, next_at: null, clock_skew_seconds: 0 }

    const is_paused = sim.is_paused || sim.is_held
    const clock_skew_seconds = sim.clock_skew_seconds ?? 0
    const again = await offerAgain(tx, { ...holder, is_paused })
    if (is_paused) return { messages: again, withdrawn, next_at: null, clock_skew_seconds }
    const released = await release(tx, phone, sims, { ...options, limit: limit - again.length })
    left = released.left
    const times = [released.next_at, await nextScheduled(tx, phone, now)]
    const messages = [...again, ...released.messages]
    return { messages, withdrawn, next_at: earliest(times), clock_skew_seconds }
  })
  await clearAway(db, phone, left, options.now)
  return batch
}

/** What stood at the front and was not handed out: what must not leave at all, and what not in these hours. */
type Left = { refused: Refused[]; quiet: { sim: SimRow; waiting: Waiting }[] }
const nothingLeft: Left = { refused: [], quiet: [] }

/** In transactions of its own: totals move with it, and whoever holds the SIMs waits for no rows of others. */
async function clearAway(db: Db, phone: Phone, left: Left, now: Date): Promise<void> {
  const { user_id, device_id } = phone
  try {
    if (left.refused.length > 0)
      await inTransaction(db, (tx) => refuseMessages(tx, user_id, left.refused, now))
    for (const [sim, quiet] of Map.groupBy(left.quiet, (one) => one.sim)) {
      const { subscription_id: sim_subscription_id } = sim
      const queue = { user_id, device_id, sim_subscription_id }
      await postponeFront(
        db,
        queue,
        quiet.map(({ waiting }) => waiting.id),
        sim,
        now,
      )
    }
  } catch {
    // The answer must reach the phone all the same. They are met again at its next fetch.
  }
}

/** The SIMs of a device, locked, with their budgets of the present hour, day and month. */
async function lockSims(tx: Tx, phone: Phone, now: Date): Promise<SimRow[]> {
  const { rows } = await sql<SimRow>`${named}
    select s.subscription_id, s.max_per_minute, s.max_per_hour, s.max_per_day, s.max_per_month,
           s.gap_min_seconds, s.gap_max_seconds, nullif(s.next_release_at, '-infinity') as next_release_at,
           s.slow_level, s.slowed_at, c.minute_start, ${usedNow},
           d.is_paused, a.sending_held_at is not null as is_held, i.clock_skew_seconds,
           a.timezone, a.timezone_parameter, a.quiet_hours_start, a.quiet_hours_end,
           coalesce((select true from campaign_sims k
                      where k.user_id = s.user_id and k.device_id = s.device_id
                        and k.sim_subscription_id = s.subscription_id limit 1), false) as has_shared,
           coalesce(i.streamed_at > ${now}::timestamptz - make_interval(secs => ${streamSeconds}), false) as is_streaming,
           -- By a probe of the index: an exists is made into a hash of all that is queued (49 ms).
           coalesce((select true from messages m
                      where m.user_id = s.user_id and m.device_id = s.device_id
                        and m.sim_subscription_id = s.subscription_id and m.status = 'queued'
                      order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at, m.id
                      limit 1), false) as has_queued,
           c.hour_start, c.hour_start + interval '1 hour' as hour_end,
           c.day_start, c.day_end, c.month_start, c.month_end
      from sims s
      join devices d on d.user_id = s.user_id and d.id = s.device_id and d.deleted_at is null
                    and d.installation_id = ${phone.installation_id}
      join installations i on i.user_id = s.user_id and i.id = d.installation_id
      join accounts a on a.user_id = s.user_id
     ${periodsNow(now)}
     where s.user_id = ${phone.user_id} and s.device_id = ${phone.device_id}
     order by s.subscription_id
       for update of s`.execute(tx)
  return rows
}

/** What waits for one SIM, and how much of it its pace lets go. */
type Front = {
  sim: SimRow
  wanted: Wanted[]
  left: Left
  hasMore: boolean
  release: Release
}

/** Lets go what the pace of each SIM allows, with room for every SIM in the batch. */
async function release(
  tx: Tx,
  phone: Phone,
  sims: readonly SimRow[],
  options: Options & { limit: number },
): Promise<{ messages: Handover[]; left: Left; next_at: Date | null }> {
  const { now, limit } = options
  if (limit <= 0) return { messages: [], left: nothingLeft, next_at: now }
  const fronts: Front[] = []
  for (const sim of sims) {
    if (sim.has_queued) fronts.push(await findFront(tx, phone, sim, options))
  }
  const shares = shareOut(
    fronts.map(({ release: { places } }) => places.length),
    limit,
  )
  const messages: Handover[] = []
  const times: (Date | null)[] = []
  for (const [place, front] of fronts.entries()) {
    const share = shares[place] ?? 0
    const isCut = share < front.release.places.length
    const kept = front.release.places.slice(0, share).flatMap((one) => front.wanted[one] ?? [])
    const wanted = isCut ? kept : front.wanted
    const released = isCut ? decide(front.sim, wanted, options) : front.release
    messages.push(...(await claim(tx, phone, front.sim, { wanted, release: released, now })))
    // What was cleared away made room for others behind it.
    times.push(isCut || (front.hasMore && released.next_at === null) ? now : released.next_at)
  }
  const left = {
    refused: fronts.flatMap((front) => front.left.refused),
    quiet: fronts.flatMap((front) => front.left.quiet),
  }
  return { messages, left, next_at: left.quiet.length > 0 ? now : earliest(times) }
}

async function findFront(
  tx: Tx,
  { user_id, device_id }: Phone,
  sim: SimRow,
  options: Options & { limit: number },
): Promise<Front> {
  const { now, limit } = options
  const queue = {
    user_id,
    device_id,
    sim_subscription_id: sim.subscription_id,
    clock: sim,
    hasShared: sim.has_shared,
  }
  const waiting = await findWaiting(tx, queue, now, limit)
  const { wanted, refused, quiet } = sortOut(sim, waiting, now)
  return {
    sim,
    wanted,
    left: { refused, quiet: quiet.map((one) => ({ sim, waiting: one })) },
    hasMore: waiting.length === limit,
    release: decide(sim, wanted, options),
  }
}

function decide(sim: SimRow, wanted: readonly Wanted[], options: Options): Release {
  const { now, hasStream, random } = options
  return decideRelease({
    sim,
    waiting: wanted,
    ends: { hour: sim.hour_end, day: sim.day_end, month: sim.month_end },
    now,
    burstSeconds: hasStream || sim.is_streaming ? wakeSeconds.streaming : wakeSeconds.polling,
    random,
  })
}

async function claim(
  tx: Tx,
  phone: Phone,
  sim: SimRow,
  options: { wanted: readonly Wanted[]; release: Release; now: Date },
): Promise<Handover[]> {
  const { user_id, device_id, installation_id } = phone
  const { now, wanted, release: released } = options
  const chosen = released.places.flatMap((place) => wanted[place] ?? [])
  const messages = await claimMessages(tx, { user_id, device_id, installation_id, chosen, now })
  if (messages.length > 0 || released.next_at) await savePace(tx, phone, sim, released)
  return messages
}

async function savePace(tx: Tx, phone: Phone, sim: SimRow, release: Release): Promise<void> {
  await tx
    .updateTable('sims')
    .set({
      next_release_at: release.next_release_at ?? sql<Date>`'-infinity'`,
      held_until: release.held_until,
      minute_started_at: sim.minute_start,
      minute_parts: sim.minute_parts + release.parts,
      hour_started_at: sim.hour_start,
      hour_parts: sim.hour_parts + release.parts,
      day_started_at: sim.day_start,
      day_parts: sim.day_parts + release.parts,
      month_started_at: sim.month_start,
      month_parts: sim.month_parts + release.parts,
    })
    .where('user_id', '=', phone.user_id)
    .where('device_id', '=', phone.device_id)
    .where('subscription_id', '=', sim.subscription_id)
    .execute()
}

function earliest(times: readonly (Date | null)[]): Date | null {
  const [first] = times.flatMap((time) => time ?? []).toSorted((a, b) => a.getTime() - b.getTime())
  return first ?? null
}
