import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { cancelReasons, failureReasons, isRetryable, reasonCode } from '../messages/reasons.ts'

/** What happened to the texts of a campaign, as far as their rows are kept. */
export type Statistics = {
  bucket_seconds: number
  timeline: Moment[]
  sims: OfSim[]
  errors: OfReason[]
  cancellations: OfReason[]
}

type Moment = { at: Date; sent: number; delivered: number; failed: number }
type OfSim = {
  device_id: number
  device_name: string
  sim_subscription_id: number
  sent: number
  delivered: number
  failed: number
  cancelled: number
  pending: number
  /** Of those: in the hands of the phone. */
  on_phone: number
}
type OfReason = {
  code: string
  title: string
  /** As one of the phones said it. */
  error: string
  is_retryable: boolean
  total: number
  /** How many are sent again by a retry. */
  total_retryable: number
}

/** What people count time in, from ten seconds to a week. */
const steps = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400]
const bucketSeconds = [...steps, 7 * 86_400]
const bucketsUsual = 60
const bucketsMax = 500

/**
 * When the texts of a campaign left, arrived and failed, by which SIM, and why not: two looks at its messages, by the index
 * over campaigns. Buckets are widened until they are few enough.
 */
export async function findStatistics(
  db: Db,
  user_id: number,
  { id, bucket, span }: { id: number; bucket: number | undefined; span: number },
): Promise<Statistics> {
  const wanted = bucket ?? usualBucket(span)
  const bucket_seconds = widen(wanted, span)
  const [moves, ended] = await Promise.all([
    readMoves(db, user_id, id, bucket_seconds),
    readReasons(db, user_id, id),
  ])
  return {
    bucket_seconds,
    timeline: timelineOf(moves),
    sims: await simsOf(db, user_id, moves),
    errors: reasonsOf(ended, 'failed'),
    cancellations: reasonsOf(ended, 'cancelled'),
  }
}

/** The finest with which a campaign has no more than sixty. */
export function usualBucket(span: number): number {
  return bucketSeconds.find((one) => span / one <= bucketsUsual) ?? 7 * 86_400
}

/** As it was asked for, or as much wider as the number of buckets needs. */
export function widen(bucket: number, span: number): number {
  if (span / bucket <= bucketsMax) return bucket
  return bucketSeconds.find((one) => span / one <= bucketsMax) ?? Math.ceil(span / bucketsMax)
}

type MoveRow = {
  sent_at: Date | null
  delivered_at: Date | null
  failed_at: Date | null
  device_id: number
  sim_subscription_id: number
  status: 'sent' | 'delivered' | 'failed' | 'cancelled' | 'on_phone' | 'pending'
  total: number
}

/** One pass that leaves as many rows as there are combinations; what is asked for is summed up from these. */
async function readMoves(db: Db, user_id: number, id: number, seconds: number): Promise<MoveRow[]> {
  const bin = (column: string) =>
    sql`date_bin(make_interval(secs => ${seconds}), ${sql.ref(column)}, timestamptz '2001-01-01T00:00Z')`
  const { rows } = await sql<MoveRow>`
    select case when m.status in ('sent', 'delivered') then ${bin('m.sent_at')} end as sent_at,
           case when m.status = 'delivered' then ${bin('m.delivered_at')} end as delivered_at,
           case when m.status = 'failed' then ${bin('m.finished_at')} end as failed_at,
           m.device_id, m.sim_subscription_id,
           case when m.status in ('sent', 'delivered', 'failed', 'cancelled') then m.status::text
                when m.status = 'dispatched' then 'on_phone' else 'pending' end as status,
           count(*) as total
      from messages m where m.user_id = ${user_id} and m.campaign_id = ${id}
     group by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}

function timelineOf(moves: readonly MoveRow[]): Moment[] {
  const moments = new Map<number, Moment>()
  const add = (at: Date | null, key: 'sent' | 'delivered' | 'failed', total: number) => {
    if (at === null) return
    const moment = moments.get(at.getTime()) ?? { at, sent: 0, delivered: 0, failed: 0 }
    moment[key] += total
    moments.set(at.getTime(), moment)
  }
  for (const { sent_at, delivered_at, failed_at, total } of moves) {
    add(sent_at, 'sent', total)
    add(delivered_at, 'delivered', total)
    add(failed_at, 'failed', total)
  }
  return [...moments.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

async function simsOf(db: Db, user_id: number, moves: readonly MoveRow[]): Promise<OfSim[]> {
  const sims = new Map<string, OfSim>()
  for (const { device_id, sim_subscription_id, status, total } of moves) {
    const key = `${device_id}:${sim_subscription_id}`
    const none = { sent: 0, delivered: 0, failed: 0, cancelled: 0, pending: 0, on_phone: 0 }
    const sim = sims.get(key) ?? { device_id, device_name: '', sim_subscription_id, ...none }
    sim[status] += total
    if (status === 'delivered') sim.sent += total
    if (status === 'on_phone') sim.pending += total
    sims.set(key, sim)
  }
  const ids = [...sims.values()].map(({ device_id }) => device_id)
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from devices where user_id = ${user_id} and id = any(${ids}::bigint[])`.execute(
    db,
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return [...sims.values()]
    .map((sim) => ({ ...sim, device_name: names.get(sim.device_id) ?? '' }))
    .toSorted((one, other) => other.sent - one.sent || one.device_id - other.device_id)
}

type ReasonRow = {
  status: 'failed' | 'cancelled'
  code: string
  error: string
  total: number
  total_retryable: number
}

async function readReasons(db: Db, user_id: number, id: number): Promise<ReasonRow[]> {
  const { rows } = await sql<ReasonRow>`
    select m.status::text as status, ${reasonCode} as code, min(m.error) as error, count(*) as total,
           count(*) filter (where ${isRetryable(user_id)}) as total_retryable
      from messages m
     where m.user_id = ${user_id} and m.campaign_id = ${id} and m.status in ('failed', 'cancelled')
     group by 1, 2 order by total desc, code`.execute(db)
  return rows
}

function reasonsOf(rows: readonly ReasonRow[], status: ReasonRow['status']): OfReason[] {
  const reasons = status === 'failed' ? failureReasons : cancelReasons
  return rows.flatMap(({ status: of, code, error, total, total_retryable }) => {
    const reason = of === status && reasons.find((one) => one.code === code)
    if (!reason) return []
    const { title, is_retryable } = reason
    return [{ code, title, error, is_retryable, total, total_retryable }]
  })
}
