import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'

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
})

type SimRow = {
  subscription_id: number
  phone_number: string | null
  carrier_name: string | null
  display_name: string | null
  slot_index: number | null
  max_per_minute: number
  max_per_hour: number
  max_per_day: number
  max_per_month: number
  gap_min_seconds: number
  gap_max_seconds: number
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
}

/** Devices of these ids, with the SIMs that their phones have reported. */
export async function findDevices(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.user_id, d.name, d.notifications, d.device_model, d.device_brand, d.device_os, d.device_battery,
           d.device_is_charging, d.ip, d.total_sent, d.total_pending, d.total_received, d.total_failed, d.last_sent_at,
           d.last_received_at, d.last_ping_at, d.changed_at, d.created_at, d.is_paused, d.is_pretend, d.app_version,
           d.revision, i.clock_skew_seconds,
           coalesce((select jsonb_agg(jsonb_build_object(
                       'subscription_id', s.subscription_id, 'phone_number', s.phone_number, 'carrier_name', s.carrier_name,
                       'display_name', s.display_name, 'slot_index', s.slot_index, 'max_per_minute', s.max_per_minute,
                       'max_per_hour', s.max_per_hour, 'max_per_day', s.max_per_day, 'max_per_month', s.max_per_month,
                       'gap_min_seconds', s.gap_min_seconds, 'gap_max_seconds', s.gap_max_seconds) order by s.subscription_id)
                       from sims s
                      where s.user_id = ${user_id} and s.device_id = d.id and s.is_present), '[]') as sims
      from devices d
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id
     where d.user_id = ${user_id} and d.id = any(${ids}::bigint[]) and d.deleted_at is null`.execute(
    db,
  )
  return rows
}

export function presentDevice(row: Row) {
  return {
    id: row.id,
    user_id: row.user_id,
    name: row.name,
    notifications: row.notifications,
    settings: {},
    sims: row.sims,
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
  }
}
