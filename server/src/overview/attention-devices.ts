import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { periodsNow, usedNow } from '../devices/periods.ts'
import { wireDatetime } from '../http/wire.ts'
import { attention, doublings, type Attention } from './attention-kinds.ts'

/** More that wait are not counted: the figure is to be there at once. */
const countedMax = 100_000

export async function attentionOfDevices(db: Db, user_id: number, now: Date): Promise<Attention[]> {
  const [offline, full] = await Promise.all([
    findOffline(db, user_id),
    findFullSims(db, user_id, now),
  ])
  return [...offline.map(presentOffline), ...full.map(presentFull)]
}

type Offline = {
  id: number
  name: string
  pending: number
  battery: number | null
  is_charging: boolean | null
  is_pretend: boolean
  offline_since: Date
  has_others: boolean
}

/** Phones that nobody can reach, with texts that wait for them. */
async function findOffline(db: Db, user_id: number): Promise<Offline[]> {
  const { rows } = await sql<Offline>`
    select d.id, d.name, d.total_pending as pending, d.device_battery as battery, d.device_is_charging as is_charging,
           d.is_pretend, w.offline_since, ${hasOthers(user_id)} as has_others
      from devices d
      join device_watch w on w.user_id = d.user_id and w.device_id = d.id and w.is_offline
     where d.user_id = ${user_id} and d.deleted_at is null and not d.is_paused and d.total_pending > 0
       and w.offline_since is not null`.execute(db)
  return rows
}

function presentOffline(row: Offline): Attention {
  const { id, name, pending, battery, is_charging, is_pretend, offline_since, has_others } = row
  return attention('phone_offline', {
    level: doublings(pending),
    subject: { type: 'device', id, name },
    values: { pending, battery, is_charging, is_pretend },
    since: offline_since,
    action: has_others ? { verb: 'move', path: `/api/devices/${id}/move` } : null,
  })
}

type Full = {
  id: number
  name: string
  subscription_id: number
  period: 'day' | 'month'
  used: number
  limit: number
  waiting: number
  started_at: Date
  ends_at: Date
  has_others: boolean
}

/** SIMs that have used their day or month, with texts that wait for them. */
async function findFullSims(db: Db, user_id: number, now: Date): Promise<Full[]> {
  const { rows } = await sql<Full>`
    select u.device_id as id, u.name, u.subscription_id, b.period, b.used, b."limit", q.waiting, b.started_at, b.ends_at,
           u.has_others
      from (select s.user_id, s.device_id, s.subscription_id, d.name, s.max_per_day, s.max_per_month, ${usedNow},
                   c.day_start, c.day_end, c.month_start, c.month_end, ${hasOthers(user_id)} as has_others
              from sims s
              join devices d on d.user_id = s.user_id and d.id = s.device_id and d.deleted_at is null
                            and not d.is_paused and d.total_pending > 0
              join accounts a on a.user_id = s.user_id
              ${periodsNow(now)}
             where s.user_id = ${user_id}) u
     cross join lateral (
       select * from (values
         ('month', u.month_parts, u.max_per_month, u.month_start, u.month_end),
         ('day', u.day_parts, u.max_per_day, u.day_start, u.day_end)
       ) as v (period, used, "limit", started_at, ends_at)
        where v."limit" > 0 and v.used >= v."limit" limit 1) b
     cross join lateral (
       select count(*) as waiting from (
         select from messages m
          where m.user_id = u.user_id and m.device_id = u.device_id and m.sim_subscription_id = u.subscription_id
            and m.status = 'queued' and m.send_at < b.ends_at limit ${countedMax}) counted) q
     where q.waiting > 0`.execute(db)
  return rows
}

function presentFull(row: Full): Attention {
  const { id, name, subscription_id, period, used, limit, waiting, started_at, ends_at } = row
  const path = `/api/devices/${id}/sims/${subscription_id}/move`
  return attention('sim_limit', {
    part: subscription_id,
    level: doublings(waiting),
    subject: { type: 'device', id, name },
    values: {
      sim_subscription_id: subscription_id,
      period,
      used,
      limit,
      waiting,
      is_waiting_more: waiting === countedMax,
      until_datetime: wireDatetime(ends_at),
    },
    since: started_at,
    action: row.has_others ? { verb: 'move', path } : null,
  })
}

/** Whether another SIM could take the texts of a device `d`. */
const hasOthers = (user_id: number) => sql<boolean>`
  exists (select from sims o
            join devices e on e.user_id = o.user_id and e.id = o.device_id and e.deleted_at is null and not e.is_paused
           where o.user_id = ${user_id} and o.device_id <> d.id and o.is_present and not o.is_draining)`
