import { sql } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import {
  claimMessages,
  findWaiting,
  offerAgain,
  refuseMessages,
  type Handover,
} from '../messages/claim.ts'
import { findWithdrawals } from '../messages/withdraw.ts'
import { knows } from './app-version.ts'
import { decideRelease, type Release, type SimPace } from './pace.ts'

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
}

const batchMax = 100

type SimRow = SimPace & {
  subscription_id: number
  hour_start: Date
  day_start: Date
  month_start: Date
  hour_end: Date
  day_end: Date
  month_end: Date
}

/**
 * What one fetch of a phone is answered: what it must not send, what it took and never answered, and what may leave now
 * by the pace of its SIMs. The SIM rows are locked, so a device has one claimer at a time (measured: 58k claims a second
 * with one, 19k with four).
 */
export async function handOver(
  db: Db,
  phone: Phone,
  options: { now: Date; burstSeconds: number; random: () => number },
): Promise<Batch> {
  return inTransaction(db, async (tx) => {
    const { user_id, device_id, installation_id, app_version } = phone
    const { now } = options
    const sims = await lockSims(tx, phone, now)
    const withdrawn = knows(app_version, 'cancelling')
      ? await findWithdrawals(tx, { user_id, device_id, installation_id, now, limit: batchMax })
      : []
    // A paused device has no SIM to send from.
    if (sims.length === 0) return { messages: [], withdrawn, next_at: null }

    const messages = await offerAgain(tx, {
      user_id,
      device_id,
      installation_id,
      now,
      limit: batchMax,
    })
    const nextTimes: Date[] = []
    for (const sim of sims) {
      const limit = batchMax - messages.length
      if (limit <= 0) break
      const released = await releaseFrom(tx, phone, sim, { ...options, limit })
      messages.push(...released.messages)
      if (released.next_at) nextTimes.push(released.next_at)
    }
    if (messages.length >= batchMax) nextTimes.push(now)
    const next = Math.min(...nextTimes.map((time) => time.getTime()))
    return { messages, withdrawn, next_at: Number.isFinite(next) ? new Date(next) : null }
  })
}

/** The SIMs of a device that may send, locked, with their budgets of the present hour, day and month. */
async function lockSims(tx: Tx, phone: Phone, now: Date): Promise<SimRow[]> {
  const { rows } = await sql<SimRow>`${named}
    select s.subscription_id, s.max_per_minute, s.max_per_hour, s.max_per_day, s.max_per_month,
           s.gap_min_seconds, s.gap_max_seconds, nullif(s.next_release_at, '-infinity') as next_release_at,
           case when s.hour_started_at = c.hour_start then s.hour_parts else 0 end as hour_parts,
           case when s.day_started_at = c.day_start then s.day_parts else 0 end as day_parts,
           case when s.month_started_at = c.month_start then s.month_parts else 0 end as month_parts,
           c.hour_start, c.day_start, c.month_start, c.hour_end, c.day_end, c.month_end
      from sims s
      join devices d on d.user_id = s.user_id and d.id = s.device_id and not d.is_paused and d.deleted_at is null
                    and d.installation_id = ${phone.installation_id}
      join accounts a on a.user_id = s.user_id
     cross join lateral (
       select date_trunc('hour', local) at time zone a.timezone as hour_start,
              date_trunc('day', local) at time zone a.timezone as day_start,
              date_trunc('month', local) at time zone a.timezone as month_start,
              (date_trunc('hour', local) + interval '1 hour') at time zone a.timezone as hour_end,
              (date_trunc('day', local) + interval '1 day') at time zone a.timezone as day_end,
              (date_trunc('month', local) + interval '1 month') at time zone a.timezone as month_end
         from (select ${now}::timestamptz at time zone a.timezone as local) l
     ) c
     where s.user_id = ${phone.user_id} and s.device_id = ${phone.device_id}
     order by s.subscription_id
       for update of s`.execute(tx)
  return rows
}

async function releaseFrom(
  tx: Tx,
  phone: Phone,
  sim: SimRow,
  options: { now: Date; burstSeconds: number; random: () => number; limit: number },
): Promise<{ messages: Handover[]; next_at: Date | null }> {
  const { user_id, device_id, installation_id } = phone
  const { now, burstSeconds, random, limit } = options
  const queue = { user_id, device_id, sim_subscription_id: sim.subscription_id }
  const waiting = await findWaiting(tx, queue, now, limit)
  await refuseMessages(
    tx,
    user_id,
    waiting.filter(({ refusal }) => refusal !== null),
    now,
  )
  const wanted = waiting.filter(({ refusal }) => refusal === null)
  const ends = { hour: sim.hour_end, day: sim.day_end, month: sim.month_end }
  const release = decideRelease({
    sim,
    waiting: wanted.map(({ parts }) => parts),
    ends,
    now,
    burstSeconds,
    random,
  })
  const ids = wanted.slice(0, release.count).map(({ id }) => id)
  const messages = await claimMessages(tx, { user_id, device_id, installation_id, ids, now })
  if (messages.length > 0 || release.next_at) await savePace(tx, phone, sim, release)
  // Refused rows made room for others behind them.
  return {
    messages,
    next_at: waiting.length === limit && release.next_at === null ? now : release.next_at,
  }
}

async function savePace(tx: Tx, phone: Phone, sim: SimRow, release: Release): Promise<void> {
  await tx
    .updateTable('sims')
    .set({
      next_release_at: release.next_release_at ?? sql<Date>`'-infinity'`,
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
