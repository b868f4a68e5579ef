import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { isOnline } from '../devices/online.ts'
import type { BudgetEnds, SimPace } from '../devices/pace.ts'
import { periodsNow, usedNow } from '../devices/periods.ts'
import type { SimChoice } from '../devices/service.ts'
import type { AccountClock, CampaignQuiet } from '../messages/recipient-clock.ts'

/** A campaign that is under way on one of its SIMs, with all that decides whether something leaves there, and how fast. */
export type Lane = SimPace &
  SimChoice & {
    campaign_id: number
    device_name: string
    /** How much of the campaign this SIM takes against its others. */
    share: number
    ends: BudgetEnds
    is_held: boolean
    is_connected: boolean
    is_offline: boolean
    is_paused: boolean
    /** The next text that is queued on it; null when none is. */
    first_at: Date | null
    first_parts: number | null
    /** Of some that are queued on it. */
    mean_parts: number | null
    phone_numbers: string[] | null
    /** What has still to leave from all SIMs of the campaign. */
    left: number
    clock: AccountClock
    quiet: CampaignQuiet
  }

type Row = Omit<Lane, 'ends' | 'clock' | 'quiet'> &
  AccountClock & {
    own_hours: string
    own_start: string | null
    own_end: string | null
    hour_end: Date
    day_end: Date
    month_end: Date
  }

/** More campaigns than run at once in an account; of more, the newest count. */
const campaignsMax = 500
/** From either end of a queue. */
const samples = 20

/** All running campaigns of an account that have something to send, on each of their SIMs. */
export async function findLanes(db: Db, user_id: number, now: Date): Promise<Lane[]> {
  // In the order of the index, so that it is walked and nothing sorted.
  const along = (direction: 'asc' | 'desc') =>
    sql.join(
      ['user_id', 'device_id', 'sim_subscription_id', 'campaign_id', 'send_at', 'id'].map(
        (column) => sql`${sql.ref(`m.${column}`)} ${sql.raw(direction)}`,
      ),
    )
  const queued = sql`
    from messages m
   where m.user_id = k.user_id and m.device_id = g.device_id and m.sim_subscription_id = g.sim_subscription_id
     and m.campaign_id = k.id and m.status = 'queued'`
  const { rows } = await sql<Row>`
    select k.id as campaign_id, g.device_id, g.sim_subscription_id, g.share, d.name as device_name,
           s.max_per_minute, s.max_per_hour, s.max_per_day, s.max_per_month, s.gap_min_seconds, s.gap_max_seconds,
           nullif(s.next_release_at, '-infinity') as next_release_at, s.slow_level, s.slowed_at, ${usedNow},
           c.hour_start + interval '1 hour' as hour_end, c.day_end, c.month_end,
           a.sending_held_at is not null as is_held, d.installation_id is not null as is_connected, d.is_paused,
           i.id is not null and not ${isOnline(now)} as is_offline,
           f.send_at as first_at, f.parts as first_parts, q.mean_parts, q.phone_numbers,
           k.total_pending + case when k.expanded_at is null
             then greatest(0, k.total_recipients - k.total_sent - k.total_pending - k.total_failed - k.total_cancelled)
             else 0 end as "left",
           a.timezone, a.timezone_parameter, a.quiet_hours_start, a.quiet_hours_end,
           k.quiet_hours as own_hours, k.quiet_hours_start as own_start, k.quiet_hours_end as own_end
      from (select * from campaigns
             where user_id = ${user_id} and status = 'running' and deleted_at is null
               and (total_pending > 0 or expanded_at is null)
             order by id desc limit ${campaignsMax}) k
      join accounts a on a.user_id = k.user_id
     cross join lateral (
       select p.device_id, p.sim_subscription_id, p.share from campaign_sims p
        where p.user_id = k.user_id and p.campaign_id = k.id
       union all
       select k.device_id, k.sim_subscription_id, 1
        where not exists (select from campaign_sims p where p.user_id = k.user_id and p.campaign_id = k.id)) g
      join sims s on s.user_id = k.user_id and s.device_id = g.device_id and s.subscription_id = g.sim_subscription_id
      join devices d on d.user_id = k.user_id and d.id = g.device_id
      left join installations i on i.user_id = d.user_id and i.id = d.installation_id
      left join lateral (select m.send_at, m.parts ${queued} order by ${along('asc')} limit 1) f on true
      left join lateral (
        select avg(o.parts)::float8 as mean_parts, array_agg(o.phone_number) as phone_numbers
          from ((select m.parts, m.phone_number ${queued} order by ${along('asc')} limit ${samples})
                union all
                (select m.parts, m.phone_number ${queued} order by ${along('desc')} limit ${samples})) o) q on true
      ${periodsNow(now)}
     order by k.id, g.device_id, g.sim_subscription_id`.execute(db)
  return rows.map(({ own_hours, own_start, own_end, hour_end, day_end, month_end, ...row }) => ({
    ...row,
    ends: { hour: hour_end, day: day_end, month: month_end },
    clock: row,
    quiet: { quiet_hours: own_hours, quiet_hours_start: own_start, quiet_hours_end: own_end },
  }))
}
