import { sql } from 'kysely'
import { Type } from 'typebox'
import type { AudienceType, CampaignStatus } from '../db/schema.generated.ts'
import type { Db } from '../db/pool.ts'
import { Datetime, nullable, NullableDatetime, wireDatetime } from '../http/wire.ts'
import { writeSim } from '../devices/sim-choice.ts'
import type { Filter } from '../segments/filter.ts'
import { Extras } from './extra-keys.ts'
import { wireStatus } from './status.ts'
import { presentWindow, Window } from './window.ts'

const Total = Type.Integer()

export const Campaign = Type.Object({
  id: Type.Integer(),
  rss_automation_id: Type.Integer({ description: '0 when there is none' }),
  recurring_campaign_id: Type.Integer({ description: '0 when there is none' }),
  device_id: Type.Integer(),
  sim_subscription_id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  content: Type.String(),
  segment: Type.String({
    description: '`all`, `bulk`, `custom`, `filter`, or the id of a segment',
  }),
  settings: Type.Object(
    {},
    {
      additionalProperties: true,
      description: '`is_scheduled`, and the filters of a `filter` audience',
    },
  ),
  contacts_ids: Type.Array(Type.Integer(), {
    description: 'A draft: who would get it now. After the launch: who it is frozen to',
  }),
  sent_contacts_ids: Type.Array(Type.Integer(), { description: 'Those whose message was sent' }),
  total_sent_sms: Total,
  total_pending_sms: Total,
  total_failed_sms: Total,
  status: Type.String({ enum: Object.values(wireStatus) }),
  scheduled_datetime: Datetime,
  last_sent_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  total_recipients: Type.Integer({ description: 'How many it is frozen to' }),
  excluded: Type.Object({ opted_out: Total, unusable_number: Total }),
  started_datetime: NullableDatetime,
  finished_datetime: NullableDatetime,
  held_reason: nullable(
    Type.String({ description: 'Why it waits for a person to release or cancel it' }),
  ),
  footer: Type.Boolean({ description: "Whether the account's `opt_out_footer` is added" }),
  revision: Type.Integer(),
  ...Window,
  sims: Type.Array(Type.String(), { description: 'Its devices and SIMs, such as `1:1`' }),
  ...Extras,
})

export type CampaignRow = {
  id: number
  user_id: number
  recurring_campaign_id: number | null
  rss_automation_id: number | null
  device_id: number
  sim_subscription_id: number
  name: string
  content: string
  audience_type: AudienceType
  segment_id: number | null
  filter: Filter | null
  is_scheduled: boolean
  total_sent: number
  total_pending: number
  total_failed: number
  total_delivered: number
  total_cancelled: number
  total_recipients: number
  excluded_opted_out: number
  excluded_unusable: number
  status: CampaignStatus
  scheduled_at: Date
  frozen_at: Date | null
  started_at: Date | null
  finished_at: Date | null
  last_sent_at: Date | null
  changed_at: Date | null
  created_at: Date
  held_reason: string | null
  has_footer: boolean
  revision: number
  expires_at: Date | null
  quiet_hours: string
  quiet_hours_start: string | null
  quiet_hours_end: string | null
  sims: string[] | null
}

export async function findCampaigns(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    select id, user_id, recurring_campaign_id, rss_automation_id, device_id, sim_subscription_id, name, content, audience_type,
           segment_id, filter, is_scheduled, total_sent, total_pending, total_failed, total_delivered, total_cancelled, total_recipients, excluded_opted_out,
           excluded_unusable, status, scheduled_at, frozen_at, started_at, finished_at, last_sent_at, changed_at, created_at,
           held_reason, has_footer, revision, expires_at, quiet_hours, quiet_hours_start, quiet_hours_end,
           (select array_agg(s.device_id || ':' || s.sim_subscription_id order by s.place)
              from campaign_sims s where s.user_id = campaigns.user_id and s.campaign_id = campaigns.id) as sims
      from campaigns
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and deleted_at is null`.execute(db)
  return rows
}

type Ids = { contacts_ids: AsyncIterable<number[]>; sent_contacts_ids: AsyncIterable<number[]> }

/** A campaign, with its two arrays of ids or without them; they are read when their turn to be written comes. */
export function presentCampaign(row: CampaignRow, ids?: Ids) {
  return {
    id: row.id,
    rss_automation_id: row.rss_automation_id ?? 0,
    recurring_campaign_id: row.recurring_campaign_id ?? 0,
    device_id: row.device_id,
    sim_subscription_id: row.sim_subscription_id,
    user_id: row.user_id,
    name: row.name,
    content: row.content,
    segment: row.audience_type === 'segment' ? String(row.segment_id) : row.audience_type,
    settings: { is_scheduled: row.is_scheduled ? 1 : 0, ...row.filter },
    ...ids,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_failed_sms: row.total_failed,
    status: wireStatus[row.status],
    scheduled_datetime: wireDatetime(row.scheduled_at),
    last_sent_datetime: wireDatetime(row.last_sent_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    total_recipients: row.total_recipients,
    excluded: { opted_out: row.excluded_opted_out, unusable_number: row.excluded_unusable },
    started_datetime: wireDatetime(row.started_at),
    finished_datetime: wireDatetime(row.finished_at),
    held_reason: row.held_reason,
    footer: row.has_footer,
    revision: row.revision,
    ...presentWindow(row),
    sims: row.sims ?? [writeSim(row)],
  }
}
