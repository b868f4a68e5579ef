import type { Db } from '../db/pool.ts'
import { forecast, textsPerMinute } from '../devices/forecast.ts'
import { quietHoursOf, timezoneOf } from '../messages/recipient-clock.ts'
import { holdOf, holdOfLane, type Hold } from './hold.ts'
import { findLanes, type Lane } from './lanes.ts'

/** How a running campaign goes on. */
export type Expected = {
  hold: Hold | null
  /** How many texts of it leave in a minute, by the pace of its SIMs, which it shares with what else runs on them. */
  rate_per_minute: number
  /** About when the last of it leaves; null while nobody can say. */
  finish_at: Date | null
}

/** How each running campaign of an account goes on, by its id, of those that have something to send. */
export async function findExpected(
  db: Db,
  user_id: number,
  now: Date,
  ids?: readonly number[],
): Promise<Map<number, Expected>> {
  return expectAll(await findLanes(db, user_id, now), now, ids)
}

/** The same of lanes that were read: all that are running. */
export function expectAll(
  lanes: readonly Lane[],
  now: Date,
  ids?: readonly number[],
): Map<number, Expected> {
  const asked = ids && new Set(ids)
  const byCampaign = Map.groupBy(lanes, ({ campaign_id }) => campaign_id)
  const expected = new Map<number, Expected>()
  for (const [id, ofCampaign] of byCampaign) {
    if (asked && !asked.has(id)) continue
    expected.set(id, expect(ofCampaign, lanes, now))
  }
  return expected
}

function expect(own: readonly Lane[], all: readonly Lane[], now: Date): Expected {
  const open = own.filter((lane) => holdOfLane(lane, now) === null)
  const rate = sum(open.map((lane) => rateOf(lane, all, now)))
  return {
    hold: holdOf(own, now),
    rate_per_minute: Math.round(rate * 10) / 10,
    finish_at: finishOf(own, all, now),
  }
}

/** The campaigns of a SIM take turns, text by text. */
function rateOf(lane: Lane, all: readonly Lane[], now: Date): number {
  const beside = all.filter(
    (other) => isSameSim(lane, other) && other.first_at !== null && other.first_at <= now,
  )
  return textsPerMinute(lane, partsOf(lane), now) / Math.max(1, beside.length)
}

/** What others have on the same SIM goes first only as far as it takes turns with this one. */
function finishOf(own: readonly Lane[], all: readonly Lane[], now: Date): Date | null {
  const usable = own.filter((lane) => canGoOn(lane))
  const [lane] = usable
  if (!lane) return null
  const before = usable.map((one) =>
    sum(
      all
        .filter((other) => other.campaign_id !== one.campaign_id && isSameSim(one, other))
        .map((other) => Math.min(leftOn(other, all), leftOn(one, all))),
    ),
  )
  const { clock, quiet, left } = lane
  const parts = mean(own.map(partsOf))
  const zones = zonesOf(own)
  const found = forecast({
    sims: usable.map((one, place) => ({ ...one, waiting_parts: before[place] ?? 0 })),
    waiting: zones.map(({ timezone, share }) => ({
      timezone,
      messages: left * share,
      parts: left * share * parts,
    })),
    quietHours: quietHoursOf(clock, quiet),
    timezone: clock.timezone,
    now,
  })
  return found.finish_at
}

/** Nobody knows when a phone is switched on again. */
function canGoOn(lane: Lane): boolean {
  return !lane.is_held && lane.is_connected && !lane.is_offline && !lane.is_paused
}

/** The parts of a campaign that are left for one of its SIMs. */
function leftOn(lane: Lane, all: readonly Lane[]): number {
  const shares = sum(
    all.filter(({ campaign_id }) => campaign_id === lane.campaign_id).map(({ share }) => share),
  )
  return (lane.left * lane.share * partsOf(lane)) / (shares || 1)
}

/** Where the recipients of some texts live, as if they were all. */
function zonesOf(lanes: readonly Lane[]): { timezone: string; share: number }[] {
  const [first] = lanes
  if (!first) return []
  const zones = lanes
    .flatMap(({ phone_numbers }) => phone_numbers ?? [])
    .map((phone_number) => timezoneOf({ phone_number, timezone: null }, first.clock))
  if (zones.length === 0) return [{ timezone: first.clock.timezone, share: 1 }]
  return Array.from(
    Map.groupBy(zones, (zone) => zone),
    ([timezone, some]) => ({
      timezone,
      share: some.length / zones.length,
    }),
  )
}

function isSameSim(one: Lane, other: Lane): boolean {
  return one.device_id === other.device_id && one.sim_subscription_id === other.sim_subscription_id
}

function partsOf({ mean_parts }: Lane): number {
  return mean_parts ?? 1
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
