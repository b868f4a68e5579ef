import { sql } from 'kysely'
import { expectAll, type Expected } from '../campaigns/expected.ts'
import { holdOf, holdOfLane, type Hold, type HoldReason } from '../campaigns/hold.ts'
import { findLanes, type Lane } from '../campaigns/lanes.ts'
import type { Db } from '../db/pool.ts'
import { textsPerMinute } from '../devices/forecast.ts'
import { isOnline } from '../devices/online.ts'
import { isQuiet } from '../lib/quiet-hours.ts'
import { quietHoursOf } from '../messages/recipient-clock.ts'
import { findSingleLanes } from './single-lanes.ts'

/** `scheduled`: what waits is for later. */
export type FleetHold = Omit<Hold, 'reason'> & { reason: HoldReason | 'scheduled' }

/** How sending goes on over all phones of an account. */
export type Fleet = {
  held_at: Date | null
  held_by: string | null
  is_sending: boolean
  /** Why nothing leaves though something waits; null while something leaves, and when nothing waits. */
  hold: FleetHold | null
  rate_per_minute: number
  /** What is to leave by itself: without what is paused, and what only waits for its day in a flow. */
  pending: number
  in_hand: number
  /** About when all of it has left; null while nobody can say. */
  clear_at: Date | null
  online: number
  /** Phones that ever connected. */
  total: number
}

type Counts = Pick<Fleet, 'held_at' | 'held_by' | 'pending' | 'in_hand' | 'online' | 'total'>

export async function findFleet(db: Db, user_id: number, now: Date): Promise<Fleet> {
  const counts = await findCounts(db, user_id, now)
  if (counts.pending === 0 || counts.total === 0) return { ...counts, ...resting }
  const campaigns = await findLanes(db, user_id, now)
  return decideFleet(counts, { campaigns, singles: await findSingleLanes(db, user_id, now) }, now)
}

const resting = { is_sending: false, hold: null, rate_per_minute: 0, clear_at: null }

/** What the counts and the lanes come to. */
export function decideFleet(
  counts: Counts,
  { campaigns, singles }: { campaigns: readonly Lane[]; singles: readonly Lane[] },
  now: Date,
): Fleet {
  const lanes = [...campaigns, ...singles]
  const open = lanes.filter((lane) => lane.first_at !== null && holdOfLane(lane, now) === null)
  const rate = rateOf(open, now)
  const isSending = open.length > 0 || (counts.in_hand > 0 && counts.online > 0)
  const inCampaigns = new Map(campaigns.map(({ campaign_id, left }) => [campaign_id, left]))
  const ofSingles = counts.pending - [...inCampaigns.values()].reduce((sum, one) => sum + one, 0)
  return {
    ...counts,
    is_sending: isSending && counts.held_at === null,
    hold: isSending ? null : holdOfAll(campaigns, singles, now),
    rate_per_minute: Math.round(rate * 10) / 10,
    clear_at: clearAt(expectAll(campaigns, now), { singles, total: ofSingles, now }),
  }
}

function holdOfAll(
  campaigns: readonly Lane[],
  singles: readonly Lane[],
  now: Date,
): FleetHold | null {
  const hold = holdOf([...campaigns, ...singles], now)
  if (hold?.reason !== 'quiet_hours') return hold
  const isOfCampaign = campaigns.some(
    ({ first_at }) => first_at?.getTime() === hold.until?.getTime(),
  )
  // A single text may be meant for later.
  const [lane] = singles
  const hours = lane && quietHoursOf(lane.clock, lane.quiet)
  const isByClock = hours && isQuiet(hours, lane.clock.timezone, now.getTime())
  return isOfCampaign || isByClock ? hold : { ...hold, reason: 'scheduled' }
}

/** A SIM sends at its pace, whatever it has to send. */
function rateOf(lanes: readonly Lane[], now: Date): number {
  const bySim = Map.groupBy(
    lanes,
    ({ device_id, sim_subscription_id }) => `${device_id}:${sim_subscription_id}`,
  )
  return [...bySim.values()].reduce((sum, ofSim) => {
    const [lane] = ofSim
    const parts = ofSim.map(({ mean_parts }) => mean_parts ?? 1)
    const mean = parts.reduce((one, other) => one + other, 0) / parts.length
    return lane ? sum + textsPerMinute(lane, mean, now) : sum
  }, 0)
}

/** When the last of the campaigns is through, and the single texts, which go first and share their SIMs. */
function clearAt(
  expected: Map<number, Expected>,
  { singles, total, now }: { singles: readonly Lane[]; total: number; now: Date },
): Date | null {
  const ends = [...expected.values()].map(({ finish_at }) => finish_at)
  if (total > 0 && singles.length > 0) {
    const usable = singles.filter((lane) => holdOfLane(lane, now) === null)
    const rate = rateOf(usable, now)
    ends.push(rate > 0 ? new Date(now.getTime() + (total / rate) * 60_000) : null)
  }
  if (ends.length === 0) return null
  let last = now
  for (const end of ends) {
    if (end === null) return null
    if (end > last) last = end
  }
  return last
}

async function findCounts(db: Db, user_id: number, now: Date): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select a.sending_held_at as held_at, a.sending_held_by as held_by, d.online, d.total, h.in_hand,
           greatest(0, d.pending - f.waiting - k.paused)::bigint as pending
      from accounts a
     cross join (
       select coalesce(sum(d.total_pending), 0) as pending, count(i.id) as total,
              count(*) filter (where ${isOnline(now)}) as online
         from devices d
         left join installations i on i.user_id = d.user_id and i.id = d.installation_id
        where d.user_id = ${user_id} and d.deleted_at is null) d
     cross join (
       select coalesce(sum(total_waiting), 0) as waiting from flows where user_id = ${user_id} and total_waiting > 0) f
     cross join (
       select coalesce(sum(total_pending), 0) as paused from campaigns
        where user_id = ${user_id} and status = 'paused' and deleted_at is null) k
     cross join (
       select count(*) as in_hand from messages where user_id = ${user_id} and status = 'dispatched') h
     where a.user_id = ${user_id}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The account of a caller is there')
  return row
}
