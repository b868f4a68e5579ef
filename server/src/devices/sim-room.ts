import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { ForecastSim } from './forecast.ts'
import { periodsNow, usedNow } from './periods.ts'
import type { SimChoice } from './service.ts'

/** A phone that has not been heard of for this long is dead: one that only polls comes by every 15 minutes. */
export const deadMinutes = 20

export type SimRoom = ForecastSim &
  SimChoice & {
    is_draining: boolean
    /** Its phone has been heard of lately, and the device is not paused. */
    is_alive: boolean
  }

/**
 * SIMs with their limits, what they have used of them, and what waits for each: for a forecast, and for spreading texts
 * over them. In the order given; one that is not there is left out.
 */
export async function findSimRoom(
  db: Db,
  user_id: number,
  sims: readonly SimChoice[],
  now: Date,
): Promise<SimRoom[]> {
  const { rows } = await sql<SimRoom>`
    select s.device_id, s.subscription_id as sim_subscription_id, s.max_per_minute, s.max_per_hour, s.max_per_day,
           s.max_per_month, s.gap_min_seconds, s.gap_max_seconds, nullif(s.next_release_at, '-infinity') as next_release_at,
           s.slow_level, s.slowed_at, ${usedNow}, s.is_draining,
           (select coalesce(sum(m.parts), 0) from messages m
             where m.user_id = s.user_id and m.device_id = s.device_id and m.sim_subscription_id = s.subscription_id
               and m.status = 'queued') as waiting_parts,
           not d.is_paused and ${isAlive(now)} as is_alive
      from unnest(${sims.map(({ device_id }) => device_id)}::bigint[],
                  ${sims.map(({ sim_subscription_id }) => sim_subscription_id)}::smallint[])
             with ordinality as g (device_id, sim, place)
      join sims s on s.user_id = ${user_id} and s.device_id = g.device_id and s.subscription_id = g.sim
      join devices d on d.user_id = s.user_id and d.id = s.device_id and d.deleted_at is null
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id
      join accounts a on a.user_id = s.user_id
      ${periodsNow(now)}
     order by g.place`.execute(db)
  return rows
}

/** True in SQL for a device `d` with an installation `i` that has been heard of lately. */
export const isAlive = (now: Date) => sql<boolean>`
  coalesce(greatest(d.last_ping_at, i.streamed_at) > ${now}::timestamptz - make_interval(mins => ${deadMinutes}), false)`
