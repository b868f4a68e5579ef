import { sql, type RawBuilder } from 'kysely'

/** The present clock minute, hour, day and month of an account `a`, as `c.minute_start`, `c.hour_start` and so on. */
export const periodsNow = (now: Date): RawBuilder<unknown> => sql`
  cross join lateral (
    -- The hour is counted back from now: when the clock is set back, one hour comes twice.
    select date_trunc('minute', ${now}::timestamptz) as minute_start,
           ${now}::timestamptz - (local - date_trunc('hour', local)) as hour_start,
           date_trunc('day', local) at time zone a.timezone as day_start,
           date_trunc('month', local) at time zone a.timezone as month_start,
           (date_trunc('day', local) + interval '1 day') at time zone a.timezone as day_end,
           (date_trunc('month', local) + interval '1 month') at time zone a.timezone as month_end
      from (select ${now}::timestamptz at time zone a.timezone as local) l
  ) c`

/** What a SIM `s` has sent in them. */
export const usedNow = sql`
  case when s.minute_started_at = c.minute_start then s.minute_parts else 0 end as minute_parts,
  case when s.hour_started_at = c.hour_start then s.hour_parts else 0 end as hour_parts,
  case when s.day_started_at = c.day_start then s.day_parts else 0 end as day_parts,
  case when s.month_started_at = c.month_start then s.month_parts else 0 end as month_parts`
