import { sql } from 'kysely'
import { Type } from 'typebox'
import { totalsOfOrigin } from '../campaigns/totals-of-origin.ts'
import type { Db } from '../db/pool.ts'
import { Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { frequencies, type Settings } from './settings.ts'

export const SettingsAnswer = Type.Object(
  {
    frequency: Type.Enum([...frequencies]),
    interval: Type.Integer({ description: 'Every so many days, weeks or months' }),
    time: Type.String({ description: '`HH:MM` on the clocks of the time zone' }),
    timezone: Type.String({ description: 'IANA name' }),
    week_days: Type.Array(Type.Integer(), { description: 'Of `weekly`: 1 is Monday, 7 is Sunday' }),
    month_days: Type.Array(Type.Integer(), {
      description: 'Of `monthly`: 1 to 31, -1 is the last. A month without the day has no run',
    }),
    nth_week_day: nullable(
      Type.Object(
        { nth: Type.Integer(), week_day: Type.Integer() },
        { description: 'Of `monthly`: the nth (1 to 4, -1 is the last) such week day' },
      ),
    ),
    start_date: Type.String({ description: '`YYYY-MM-DD`; every n is counted from it' }),
    end_date: nullable(Type.String({ description: 'The last day on which it may run' })),
  },
  { description: 'When it runs' },
)

export const Recurring = Type.Object({
  id: Type.Integer(),
  device_id: Type.Integer(),
  sim_subscription_id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  content: Type.String(),
  segment: Type.String({ description: '`all`, or the id of a segment' }),
  settings: SettingsAnswer,
  is_enabled: Type.Boolean(),
  total_campaigns: Type.Integer(),
  total_sent_sms: Type.Integer(),
  total_pending_sms: Type.Integer(),
  total_failed_sms: Type.Integer(),
  last_run_datetime: NullableDatetime,
  next_run_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  last_sent_datetime: NullableDatetime,
  held_reason: nullable(Type.String({ description: 'Why it runs only when a person lets it' })),
  footer: Type.Boolean({ description: "Whether the account's `opt_out_footer` is added" }),
  revision: Type.Integer(),
})

type Row = {
  id: number
  device_id: number
  sim_subscription_id: number
  user_id: number
  name: string
  content: string
  segment_id: number | null
  settings: Settings
  is_enabled: boolean
  total_campaigns: number
  total_sent: number
  total_pending: number
  total_failed: number
  last_sent_at: Date | null
  last_run_at: Date | null
  next_run_at: Date | null
  held_reason: string | null
  changed_at: Date | null
  created_at: Date
  has_footer: boolean
  revision: number
}

/** The recurring campaigns of these ids, in no order. */
export async function findRecurring(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.device_id, r.sim_subscription_id, r.user_id, r.name, r.content, r.segment_id, r.settings, r.is_enabled,
           r.last_run_at, r.next_run_at, r.held_reason, r.changed_at, r.created_at, r.has_footer, r.revision, t.last_sent_at,
           coalesce(t.total_campaigns, 0) as total_campaigns, coalesce(t.total_sent, 0) as total_sent,
           coalesce(t.total_pending, 0) as total_pending, coalesce(t.total_failed, 0) as total_failed
      from recurring_campaigns r
      left join ${totalsOfOrigin(user_id, 'recurring_campaign_id', ids)} t on t.id = r.id
     where r.user_id = ${user_id} and r.id = any(${ids}::bigint[]) and r.deleted_at is null`.execute(
    db,
  )
  return rows
}

export function presentRecurring(row: Row) {
  return {
    id: row.id,
    device_id: row.device_id,
    sim_subscription_id: row.sim_subscription_id,
    user_id: row.user_id,
    name: row.name,
    content: row.content,
    segment: row.segment_id === null ? 'all' : String(row.segment_id),
    settings: presentSettings(row.settings),
    is_enabled: row.is_enabled,
    total_campaigns: row.total_campaigns,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_failed_sms: row.total_failed,
    last_run_datetime: wireDatetime(row.last_run_at),
    next_run_datetime: wireDatetime(row.next_run_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    last_sent_datetime: wireDatetime(row.last_sent_at),
    held_reason: row.held_reason,
    footer: row.has_footer,
    revision: row.revision,
  }
}

/** In the order of the contract, which the database does not keep. */
function presentSettings(settings: Settings): Settings {
  const { frequency, interval, time, timezone, week_days, month_days, nth_week_day } = settings
  const { start_date, end_date } = settings
  return {
    frequency,
    interval,
    time,
    timezone,
    week_days,
    month_days,
    nth_week_day: nth_week_day && { nth: nth_week_day.nth, week_day: nth_week_day.week_day },
    start_date,
    end_date,
  }
}
