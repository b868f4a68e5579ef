import { sql } from 'kysely'
import { Type } from 'typebox'
import { totalsOfOrigin } from '../campaigns/totals-of-origin.ts'
import type { Db } from '../db/pool.ts'
import { Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { identifiers } from './item.ts'

export const Automation = Type.Object({
  id: Type.Integer(),
  device_id: Type.Integer(),
  sim_subscription_id: Type.Integer(),
  user_id: Type.Integer(),
  rss_url: Type.String({ description: 'The address of the feed' }),
  name: Type.String(),
  content: Type.String(),
  segment: Type.String({ description: '`all`, or the id of a segment' }),
  settings: Type.Object(
    {
      check_interval_seconds: Type.Integer({ description: 'How long from one check to the next' }),
      items_count: Type.Integer({ description: 'How many new items one check sends at most' }),
      campaigns_delay: Type.Integer({ description: 'Minutes between the campaigns of two items' }),
      unique_item_identifier: Type.Enum([...identifiers], {
        description: 'What an item is known again by',
      }),
      send_present_items: Type.Boolean({
        description: 'Whether what the feed holds at first is sent too',
      }),
    },
    { description: 'How the feed is checked' },
  ),
  is_enabled: Type.Boolean(),
  total_campaigns: Type.Integer(),
  total_sent_sms: Type.Integer(),
  total_pending_sms: Type.Integer(),
  total_failed_sms: Type.Integer(),
  last_sent_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  last_check_datetime: NullableDatetime,
  next_check_datetime: NullableDatetime,
  last_error: nullable(
    Type.String({ description: 'Why the last check failed; null if it did not' }),
  ),
  failing_since_datetime: NullableDatetime,
  failures: Type.Integer({ description: 'Checks that failed in a row; at 20 it is switched off' }),
  held_reason: nullable(Type.String({ description: 'Why it waits for a person to let it go on' })),
  footer: Type.Boolean({ description: "Whether the account's `opt_out_footer` is added" }),
  revision: Type.Integer(),
})

type Row = {
  id: number
  device_id: number
  sim_subscription_id: number
  user_id: number
  rss_url: string
  name: string
  content: string
  segment_id: number | null
  check_interval_seconds: number
  items_count: number
  campaigns_delay: number
  unique_item_identifier: string
  sends_present_items: boolean
  is_enabled: boolean
  total_campaigns: number
  total_sent: number
  total_pending: number
  total_failed: number
  last_sent_at: Date | null
  last_check_at: Date | null
  next_check_at: Date | null
  last_error: string | null
  failing_since: Date | null
  failures: number
  held_reason: string | null
  changed_at: Date | null
  created_at: Date
  has_footer: boolean
  revision: number
}

/** The automations of these ids, in no order. */
export async function findAutomations(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.device_id, r.sim_subscription_id, r.user_id, r.rss_url, r.name, r.content, r.segment_id,
           r.check_interval_seconds, r.items_count, r.campaigns_delay, r.unique_item_identifier, r.sends_present_items,
           r.is_enabled, r.last_check_at, r.next_check_at, r.last_error, r.failing_since, r.failures, r.held_reason,
           r.changed_at, r.created_at, r.has_footer, r.revision, t.last_sent_at,
           coalesce(t.total_campaigns, 0) as total_campaigns, coalesce(t.total_sent, 0) as total_sent,
           coalesce(t.total_pending, 0) as total_pending, coalesce(t.total_failed, 0) as total_failed
      from rss_automations r
      left join ${totalsOfOrigin(user_id, 'rss_automation_id', ids)} t on t.id = r.id
     where r.user_id = ${user_id} and r.id = any(${ids}::bigint[]) and r.deleted_at is null`.execute(
    db,
  )
  return rows
}

export function presentAutomation(row: Row) {
  return {
    id: row.id,
    device_id: row.device_id,
    sim_subscription_id: row.sim_subscription_id,
    user_id: row.user_id,
    rss_url: row.rss_url,
    name: row.name,
    content: row.content,
    segment: row.segment_id === null ? 'all' : String(row.segment_id),
    settings: {
      check_interval_seconds: row.check_interval_seconds,
      items_count: row.items_count,
      campaigns_delay: row.campaigns_delay,
      unique_item_identifier: row.unique_item_identifier,
      send_present_items: row.sends_present_items,
    },
    is_enabled: row.is_enabled,
    total_campaigns: row.total_campaigns,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_failed_sms: row.total_failed,
    last_sent_datetime: wireDatetime(row.last_sent_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    last_check_datetime: wireDatetime(row.last_check_at),
    next_check_datetime: wireDatetime(row.held_reason === null ? row.next_check_at : null),
    last_error: row.last_error,
    failing_since_datetime: wireDatetime(row.failing_since),
    failures: row.failures,
    held_reason: row.held_reason,
    footer: row.has_footer,
    revision: row.revision,
  }
}
