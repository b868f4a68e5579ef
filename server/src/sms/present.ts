import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { MessagePurpose } from '../db/schema.generated.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { reasonCode, reasonCodes } from '../messages/reasons.ts'
import { wireStatus, type MessageStatus } from '../messages/status.ts'
import { composeUpcoming } from './upcoming.ts'

export const Sms = Type.Object({
  sms_id: Type.Integer(),
  device_id: Type.Integer(),
  sim_subscription_id: Type.Integer(),
  contact_id: Type.Integer(),
  campaign_id: Type.Integer({ description: '0 when it belongs to none, like the other origins' }),
  flow_id: Type.Integer(),
  rss_automation_id: Type.Integer(),
  recurring_campaign_id: Type.Integer(),
  user_id: Type.Integer(),
  type: Type.String({ enum: ['sent', 'received'] }),
  content: Type.String(),
  status: Type.String({ enum: ['pending', 'sent', 'failed', 'cancelled', 'received'] }),
  error: nullable(
    Type.String({ description: 'Why it failed or was cancelled, or what is not known of it' }),
  ),
  scheduled_datetime: Datetime,
  datetime: Datetime,
  phone_number: Type.String(),
  delivered_datetime: NullableDatetime,
  parts: Type.Integer({ description: 'How many SMS the network bills' }),
  may_have_gone_out: Type.Boolean({
    description: 'Failed without knowing; only a person may send it again',
  }),
  purpose: Type.String({
    enum: ['ordinary', 'reply', 'confirmation', 'test'],
    description:
      'reply: answered in a conversation; confirmation: answered to an opt-out or help word; test: of a campaign',
  }),
  is_on_phone: Type.Boolean({ description: 'Pending, and in the hands of a phone' }),
  error_code: nullable(
    Type.String({
      enum: reasonCodes,
      description: 'The kind of `error` of one that failed or was cancelled',
    }),
  ),
  sent_datetime: NullableDatetime,
  finished_datetime: nullable(Type.String({ description: 'When it failed or was cancelled' })),
})

export type SmsRow = {
  id: number
  device_id: number
  sim_subscription_id: number
  contact_id: number
  campaign_id: number | null
  flow_id: number | null
  rss_automation_id: number | null
  recurring_campaign_id: number | null
  user_id: number
  status: MessageStatus
  content: string
  error: string | null
  send_at: Date
  created_at: Date
  phone_number: string
  sent_at: Date | null
  delivered_at: Date | null
  finished_at: Date | null
  error_code: string | null
  parts: number
  may_have_gone_out: boolean
  purpose: MessagePurpose
}

const sendingHeld = 'All sending of the account is held'

type Stored = Omit<SmsRow, 'content'> & { content: string | null }

/**
 * The rows of these ids, in no order. A campaign's text that is the same for all is not stored with each, and one that a
 * flow has yet to make is shown as it would be now.
 */
export async function findSms(db: Db, user_id: number, ids: readonly number[]): Promise<SmsRow[]> {
  const { rows } = await sql<Stored>`
    select m.id, m.device_id, m.sim_subscription_id, m.contact_id, m.campaign_id, m.flow_id, m.rss_automation_id,
           m.recurring_campaign_id, m.user_id, m.status, coalesce(m.content, c.frozen_content, c.content) as content, m.send_at,
           coalesce(m.error, case when m.status = 'queued' then c.held_reason end,
                    case when m.status in ('queued', 'waiting') and a.sending_held_at is not null
                         then ${sendingHeld} end) as error,
           m.created_at, m.phone_number, m.sent_at, m.delivered_at, m.finished_at, m.parts, m.may_have_gone_out, m.purpose,
           ${reasonCode} as error_code
      from messages m
      join accounts a on a.user_id = m.user_id
      left join campaigns c on c.user_id = m.user_id and c.id = m.campaign_id
     where m.user_id = ${user_id} and m.id = any(${ids}::bigint[])`.execute(db)
  const unmade = rows.flatMap(({ id, content }) => (content === null ? id : []))
  const upcoming = await composeUpcoming(db, user_id, unmade)
  return rows.map((row) => ({ ...row, content: row.content ?? '', ...upcoming.get(row.id) }))
}

export function presentSms(row: SmsRow) {
  return {
    sms_id: row.id,
    device_id: row.device_id,
    sim_subscription_id: row.sim_subscription_id,
    contact_id: row.contact_id,
    campaign_id: row.campaign_id ?? 0,
    flow_id: row.flow_id ?? 0,
    rss_automation_id: row.rss_automation_id ?? 0,
    recurring_campaign_id: row.recurring_campaign_id ?? 0,
    user_id: row.user_id,
    type: row.status === 'received' ? 'received' : 'sent',
    content: row.content,
    status: wireStatus[row.status],
    error: row.error,
    scheduled_datetime: wireDatetime(row.send_at),
    datetime: wireDatetime(row.created_at),
    phone_number: row.phone_number,
    delivered_datetime: wireDatetime(row.delivered_at),
    parts: row.parts,
    may_have_gone_out: row.status === 'failed' && row.may_have_gone_out,
    purpose: row.purpose,
    is_on_phone: row.status === 'dispatched',
    error_code: row.error_code,
    sent_datetime: wireDatetime(row.sent_at),
    finished_datetime: wireDatetime(isOver(row.status) ? row.finished_at : null),
  }
}

function isOver(status: MessageStatus): boolean {
  return status === 'failed' || status === 'cancelled'
}
