import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
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

export const Device = Type.Object({
  id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  notifications: Type.Array(Type.String()),
  settings: Type.Object({}),
  sims: Type.Array(Sim),
  device_model: nullable(Type.String()),
  device_brand: nullable(Type.String()),
  device_os: nullable(Type.String()),
  device_battery: nullable(Type.Integer()),
  device_is_charging: nullable(Type.Boolean()),
  ip: nullable(Type.String()),
  total_sent_sms: Total,
  total_pending_sms: Total,
  total_received_sms: Total,
  total_failed_sms: Total,
  last_sent_datetime: NullableDatetime,
  last_received_datetime: NullableDatetime,
  last_ping_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  is_paused: Type.Boolean(),
  is_pretend: Type.Boolean({ description: 'A program that behaves like a phone, for demos' }),
  app_version: nullable(Type.String()),
  clock_skew_seconds: nullable(
    Type.Integer({
      description: "How far the phone's clock is off, when it is more than five minutes",
    }),
  ),
  revision: Type.Integer(),
  total_movable_sms: Type.Integer({ description: 'How many no phone has taken yet' }),
})

type SimRow = SimPace & {
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

type Row = {
  id: number
  user_id: number
  name: string
  notifications: string[]
  sims: SimRow[]
  device_model: string | null
  device_brand: string | null
  device_os: string | null
  device_battery: number | null
  device_is_charging: boolean | null
  ip: string | null
  total_sent: number
  total_pending: number
  total_received: number
  total_failed: number
  last_sent_at: Date | null
  last_received_at: Date | null
  last_ping_at: Date | null
  changed_at: Date | null
  created_at: Date
  is_paused: boolean
  is_pretend: boolean
  app_version: string | null
  clock_skew_seconds: number | null
  revision: number
  total_movable: number
  now: Date
}

/** Devices of these ids, with the SIMs that their phones have reported. */
export async function findDevices(
  db: Db,
  user_id: number,
  ids: readonly number[],
  now: Date,
): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'sims' | 'now'>>`
    select d.id, d.user_id, d.name, d.notifications, d.device_model, d.device_brand, d.device_os, d.device_battery,
           d.device_is_charging, d.ip, d.total_sent, d.total_pending, d.total_received, d.total_failed, d.last_sent_at,
           d.last_received_at, d.last_ping_at, d.changed_at, d.created_at, d.is_paused, d.is_pretend, d.app_version,
           d.revision, i.clock_skew_seconds,
           d.total_pending - (select count(*) from messages m
                               where m.user_id = ${user_id} and m.device_id = d.id and m.status = 'dispatched') as total_movable
      from devices d
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id
     where d.user_id = ${user_id} and d.id = any(${ids}::bigint[]) and d.deleted_at is null`.execute(
    db,
  )
  const sims = Map.groupBy(await findSimRows(db, user_id, ids, now), ({ device_id }) => device_id)
  return rows.map((row) => ({ ...row, sims: sims.get(row.id) ?? [], now }))
}

/** The SIMs that the phones of these devices list. */
async function findSimRows(
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

function presentSim(sim: SimRow, now: Date) {
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

export function presentDevice(row: Row) {
  return {
    id: row.id,
    user_id: row.user_id,
    name: row.name,
    notifications: row.notifications,
    settings: {},
    sims: row.sims.map((sim) => presentSim(sim, row.now)),
    device_model: row.device_model,
    device_brand: row.device_brand,
    device_os: row.device_os,
    device_battery: row.device_battery,
    device_is_charging: row.device_is_charging,
    ip: row.ip,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_received_sms: row.total_received,
    total_failed_sms: row.total_failed,
    last_sent_datetime: wireDatetime(row.last_sent_at),
    last_received_datetime: wireDatetime(row.last_received_at),
    last_ping_datetime: wireDatetime(row.last_ping_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    is_paused: row.is_paused,
    is_pretend: row.is_pretend,
    app_version: row.app_version,
    clock_skew_seconds: row.clock_skew_seconds,
    revision: row.revision,
    total_movable_sms: row.total_movable,
  }
}
