import { sql } from 'kysely'
import type { Lane } from '../campaigns/lanes.ts'
import type { Db } from '../db/pool.ts'
import { periodsNow, usedNow } from '../devices/periods.ts'
import type { AccountClock } from '../messages/recipient-clock.ts'

type Row = Omit<Lane, 'ends' | 'clock' | 'quiet' | 'campaign_id' | 'share' | 'left'> &
  AccountClock & { hour_end: Date; day_end: Date; month_end: Date }

/** The SIMs on which texts wait that belong to no campaign: single ones, answers, and those of flows that are due. */
export async function findSingleLanes(db: Db, user_id: number, now: Date): Promise<Lane[]> {
  const { rows } = await sql<Row>`
    select s.device_id, s.subscription_id as sim_subscription_id, d.name as device_name,
           s.max_per_minute, s.max_per_hour, s.max_per_day, s.max_per_month, s.gap_min_seconds, s.gap_max_seconds,
           nullif(s.next_release_at, '-infinity') as next_release_at, s.slow_level, s.slowed_at, ${usedNow},
           c.hour_start + interval '1 hour' as hour_end, c.day_end, c.month_end,
           a.sending_held_at is not null as is_held, d.installation_id is not null as is_connected, d.is_paused,
           coalesce(w.is_offline, false) as is_offline, f.send_at as first_at, f.parts as first_parts,
           f.parts as mean_parts, null as phone_numbers,
           a.timezone, a.timezone_parameter, a.quiet_hours_start, a.quiet_hours_end
      from sims s
      join accounts a on a.user_id = s.user_id
      join devices d on d.user_id = s.user_id and d.id = s.device_id and d.deleted_at is null and d.total_pending > 0
      left join device_watch w on w.user_id = d.user_id and w.device_id = d.id
     cross join lateral (
       select m.send_at, m.parts from messages m
        where m.user_id = s.user_id and m.device_id = s.device_id and m.sim_subscription_id = s.subscription_id
          and m.campaign_id is null and m.status = 'queued'
        order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at, m.id limit 1) f
      ${periodsNow(now)}
     where s.user_id = ${user_id}
     order by s.device_id, s.subscription_id`.execute(db)
  return rows.map(({ hour_end, day_end, month_end, ...row }) => ({
    ...row,
    campaign_id: 0,
    share: 1,
    left: 0,
    ends: { hour: hour_end, day: day_end, month: month_end },
    clock: row,
    quiet: { quiet_hours: 'account', quiet_hours_start: null, quiet_hours_end: null },
  }))
}
