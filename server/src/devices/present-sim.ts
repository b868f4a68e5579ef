import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Datetime, nullable, wireDatetime } from '../http/wire.ts'
import { ratePerMinute, slowedUntil, type SimPace } from './pace.ts'
import { periodsNow, usedNow } from './periods.ts'

const Total = Type.Integer()

export const Sim = Type.Object({
  subscription_id: Type.Integer({ description: 'What a client gives as sim_subscription_id' }),
  phone_number: nullable(Type.String()),
  carrier_name: nullable(Type.String()),
  display_name: nullable(Type.String()),
  slot_index: nullable(Type.Integer()),
  max_per_minute: Total,
  max_per_hour: Total,
  max_per_day: Total,
  max_per_month: Total,
  gap_min_seconds: Total,
  gap_max_seconds: Total,
  used: Type.Object(
    { minute: Total, hour: Total, day: Total, month: Total },
    { description: "Parts sent in the present minute, hour, day and month of the account's clock" },
  ),
  day_resets_datetime: Datetime,
  held_until_datetime: nullable(
    Type.String({ description: 'A long text waits until then, since a budget lacks room for it' }),
  ),
  slowed_until_datetime: nullable(
    Type.String({
      description: 'It was refused for its limits, and sends more slowly until then',
    }),
  ),
  slowed_per_minute: nullable(
    Type.Number({ description: 'Parts a minute while it is slowed down' }),
  ),
  is_draining: Type.Boolean({ description: 'It is given nothing new; `heir` is' }),
  heir: nullable(Type.String({ description: 'The device and SIM that takes its place: `2:1`' })),
})

export type SimRow = SimPace & {
  device_id: number
  subscription_id: number
  phone_number: string | null
  carrier_name: string | null
  display_name: string | null
  slot_index: number | null
  minute_parts: number
  day_end: Date
  held_until: Date | null
  is_draining: boolean
  heir: string | null
}

/** The SIMs that the phones of these devices list. */
export async function findSimRows(
  db: Db,
  user_id: number,
  ids: readonly number[],
  now: Date,
): Promise<SimRow[]> {
  const { rows } = await sql<SimRow>`
    select s.device_id, s.subscription_id, s.phone_number, s.carrier_name, s.display_name, s.slot_index,
           s.max_per_minute, s.max_per_hour, s.max_per_day, s.max_per_month, s.gap_min_seconds, s.gap_max_seconds,
           ${usedNow}, c.day_end, s.slow_level, s.slowed_at, s.is_draining,
           case when s.held_until > ${now} then s.held_until end as held_until,
           s.heir_device_id || ':' || s.heir_sim_subscription_id as heir
      from sims s
      join accounts a on a.user_id = s.user_id
      ${periodsNow(now)}
     where s.user_id = ${user_id} and s.device_id = any(${ids}::bigint[]) and s.is_present
     order by s.device_id, s.subscription_id`.execute(db)
  return rows
}

export function presentSim(sim: SimRow, now: Date) {
  const slowed_until = slowedUntil(sim, now)
  return {
    subscription_id: sim.subscription_id,
    phone_number: sim.phone_number,
    carrier_name: sim.carrier_name,
    display_name: sim.display_name,
    slot_index: sim.slot_index,
    max_per_minute: sim.max_per_minute,
    max_per_hour: sim.max_per_hour,
    max_per_day: sim.max_per_day,
    max_per_month: sim.max_per_month,
    gap_min_seconds: sim.gap_min_seconds,
    gap_max_seconds: sim.gap_max_seconds,
    used: {
      minute: sim.minute_parts,
      hour: sim.hour_parts,
      day: sim.day_parts,
      month: sim.month_parts,
    },
    day_resets_datetime: wireDatetime(sim.day_end),
    held_until_datetime: wireDatetime(sim.held_until),
    slowed_until_datetime: wireDatetime(slowed_until),
    slowed_per_minute: slowed_until && ratePerMinute(sim, now.getTime()),
    is_draining: sim.is_draining,
    heir: sim.heir,
  }
}
