import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { WaitTimeType } from '../db/schema.generated.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { waitTimeTypes } from './service.ts'

export const Flow = Type.Object({
  id: Type.Integer(),
  device_id: Type.Integer(),
  sim_subscription_id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  content: Type.String(),
  settings: Type.Object({}),
  wait_time: Type.Integer(),
  wait_time_type: Type.Enum([...waitTimeTypes]),
  is_enabled: Type.Boolean(),
  total_sent_sms: Type.Integer(),
  total_pending_sms: Type.Integer(),
  total_failed_sms: Type.Integer(),
  last_sent_datetime: NullableDatetime,
  last_datetime: NullableDatetime,
  datetime: Datetime,
  segment: Type.String({ description: '`all`, or the id of a segment' }),
  footer: Type.Boolean({ description: "Whether the account's `opt_out_footer` is added" }),
  revision: Type.Integer(),
  total_entered: Type.Integer({ description: 'Contacts that ever entered' }),
  total_waiting: Type.Integer({ description: 'Those whose text is not due yet' }),
  total_left: Type.Integer({ description: 'Those whose text was cancelled' }),
  left_reasons: Type.Array(Type.Object({ reason: Type.String(), total: Type.Integer() }), {
    description:
      'Why they left, as far as their texts have not been deleted; the most frequent first',
  }),
  next_due_datetime: nullable(Type.String({ description: 'When the next text is due' })),
})

type Row = {
  id: number
  device_id: number
  sim_subscription_id: number
  user_id: number
  name: string
  content: string
  segment_id: number | null
  wait_time: number
  wait_time_type: WaitTimeType
  is_enabled: boolean
  total_sent: number
  total_pending: number
  total_failed: number
  last_sent_at: Date | null
  changed_at: Date | null
  created_at: Date
  has_footer: boolean
  revision: number
  total_entered: number
  total_waiting: number
  left_reasons: { reason: string; total: number }[]
  next_due_at: Date | null
}

/** The flows of these ids, in no order. */
export async function findFlows(db: Db, user_id: number, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, device_id, sim_subscription_id, user_id, name, content, segment_id, wait_time, wait_time_type,
           is_enabled, total_sent, total_pending, total_failed, last_sent_at, changed_at, created_at, has_footer, revision,
           total_entered, total_waiting, ${leftReasons(user_id)} as left_reasons, ${nextDue(user_id)} as next_due_at
      from flows f
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and deleted_at is null`.execute(db)
  return rows
}

export function presentFlow(row: Row) {
  return {
    id: row.id,
    device_id: row.device_id,
    sim_subscription_id: row.sim_subscription_id,
    user_id: row.user_id,
    name: row.name,
    content: row.content,
    settings: {},
    wait_time: row.wait_time,
    wait_time_type: row.wait_time_type,
    is_enabled: row.is_enabled,
    total_sent_sms: row.total_sent,
    total_pending_sms: row.total_pending,
    total_failed_sms: row.total_failed,
    last_sent_datetime: wireDatetime(row.last_sent_at),
    last_datetime: wireDatetime(row.changed_at),
    datetime: wireDatetime(row.created_at),
    segment: row.segment_id === null ? 'all' : String(row.segment_id),
    footer: row.has_footer,
    revision: row.revision,
    total_entered: row.total_entered,
    total_waiting: row.total_waiting,
    // Whoever entered waits, is on the way, was sent to, failed, or left.
    total_left: row.total_entered - row.total_pending - row.total_sent - row.total_failed,
    left_reasons: row.left_reasons,
    next_due_datetime: wireDatetime(row.next_due_at),
  }
}

const leftReasons = (user_id: number) => sql`
  coalesce((
    select json_agg(json_build_object('reason', r.error, 'total', r.total) order by r.total desc, r.error)
      from (select m.error, count(*) as total from messages m
             where m.user_id = ${user_id} and m.flow_id = f.id and m.status = 'cancelled'
             group by m.error) r), '[]')`

/** Without any that waits, nothing is looked for. */
const nextDue = (user_id: number) => sql`
  case when f.total_waiting > 0 then (
    select m.send_at from messages m
     where m.user_id = ${user_id} and m.flow_id = f.id and m.status = 'waiting'
     order by m.user_id, m.flow_id, m.send_at limit 1) end`
