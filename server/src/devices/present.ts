import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { Moves } from '../http/moves.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { releaseState } from './app-version.ts'
import { movesOf } from './moves.ts'
import {
  deviceStatuses,
  isListening,
  isOnline,
  signAt,
  statusOf,
  type DeviceStatus,
} from './online.ts'
import { findSimRows, presentSim, Sim, type SimRow } from './present-sim.ts'

const Total = Type.Integer()
const networks = ['none', 'wifi', 'ethernet', 'cellular', '2g', '3g', '4g', '5g']

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
  status: Type.String({
    enum: [...deviceStatuses],
    description:
      'As it is now: `new` has not been seen yet, `offline` has given no sign for two minutes (20, if it only polls)',
  }),
  last_heard_datetime: nullable(
    Type.String({
      description: 'The last sign of the phone: a request, a ping or its open stream',
    }),
  ),
  offline_since_datetime: nullable(
    Type.String({ description: 'Its last sign, when it is offline, also while it is paused' }),
  ),
  is_app_old: Type.Boolean({ description: 'A newer app is recommended; its checks say why' }),
  network: nullable(Type.String({ enum: [...networks], description: 'At the last ping' })),
  is_listening: Type.Boolean({ description: 'It can be told of new work at once' }),
  is_hosted: Type.Boolean({ description: 'A pretend phone that runs inside Simcast' }),
  moves: Moves,
})

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
  status: DeviceStatus
  sign_at: Date | null
  is_online: boolean
  network: string | null
  is_listening: boolean
  is_hosted: boolean
  /** Another SIM of the account could take its queue. */
  has_others: boolean
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
                               where m.user_id = ${user_id} and m.device_id = d.id and m.status = 'dispatched') as total_movable,
           ${statusOf(now)} as status, ${signAt(now)} as sign_at, ${isOnline(now)} as is_online, d.network,
           ${isListening(now)} as is_listening, ${isHosted} as is_hosted,
           exists (select from devices o
                     join sims s on s.user_id = o.user_id and s.device_id = o.id and s.is_present and not s.is_draining
                    where o.user_id = ${user_id} and o.id <> d.id and o.deleted_at is null) as has_others
      from devices d
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id
     where d.user_id = ${user_id} and d.id = any(${ids}::bigint[]) and d.deleted_at is null`.execute(
    db,
  )
  const sims = Map.groupBy(await findSimRows(db, user_id, ids, now), ({ device_id }) => device_id)
  return rows.map((row) => ({ ...row, sims: sims.get(row.id) ?? [], now }))
}

/** Whether the phone of a device `d` is a program inside Simcast. */
const isHosted = sql<boolean>`exists (
  select from pretend_phones p where p.user_id = d.user_id and p.device_id = d.id)`

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
    status: row.status,
    last_heard_datetime: wireDatetime(row.sign_at),
    offline_since_datetime: row.is_online ? null : wireDatetime(row.sign_at),
    is_app_old: row.app_version !== null && releaseState(row.app_version) !== 'fresh',
    network: row.network,
    is_listening: row.is_listening,
    is_hosted: row.is_hosted,
    moves: movesOf(row),
  }
}
