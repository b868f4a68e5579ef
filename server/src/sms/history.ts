import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import { rowExists } from '../http/exists.ts'
import { readRoute, type Api } from '../http/routing.ts'
import { dataOf, Datetime, nullable, wireDatetime } from '../http/wire.ts'

const events = [
  'made',
  'due',
  'handed_over',
  'on_phone',
  'withdrawing',
  'sent',
  'delivered',
  'failed',
  'cancelled',
  'received',
] as const
type EventName = (typeof events)[number]

const Event = Type.Object({
  datetime: Datetime,
  event: Type.String({
    enum: [...events],
    description:
      'due: from when on it may leave; on_phone: the phone says that it holds it; withdrawing: the phone is told not to send it',
  }),
  device_id: nullable(Type.Integer()),
  device_name: nullable(Type.String()),
  sim_subscription_id: nullable(Type.Integer()),
  detail: nullable(Type.String({ description: 'Why, where it failed or was cancelled' })),
})

export function historyRoute(api: Api): void {
  readRoute(api, {
    url: '/api/sms/:id/history',
    tag: 'sms',
    summary: 'Get what happened to a text',
    description: 'Oldest first, as far as it is kept with the text.',
    exists: { noun: 'sms', check: rowExists('messages') },
    response: dataOf(Type.Array(Event)),
    handle: async ({ user_id, id }) => ({ data: await findHistory(api.context.db, user_id, id) }),
  })
}

type Row = {
  at: Date
  event: EventName
  device_id: number | null
  device_name: string | null
  sim_subscription_id: number | null
  detail: string | null
}

/** What its row, its earlier hand-overs and its withdrawal tell, in the order in which it happened. */
async function findHistory(db: Db, user_id: number, id: number) {
  const { rows } = await sql<Row>`
    with message as (
      select m.*, d.name as device_name from messages m
        left join devices d on d.user_id = m.user_id and d.id = m.device_id
       where m.user_id = ${user_id} and m.id = ${id}
    ),
    happened as (
      select 1 as place, created_at as at, 'made' as event, null::bigint as device_id, null::text as device_name,
             null::smallint as sim_subscription_id, null::text as detail
        from message where status <> 'received'
      union all
      select 2, send_at, 'due', null, null, null, null
        from message where status <> 'received' and send_at > created_at + interval '1 second'
      union all
      select 3, h.dispatched_at, 'handed_over', i.device_id, d.name, null, null
        from past_handovers h
        left join installations i on i.user_id = h.user_id and i.id = h.installation_id
        left join devices d on d.user_id = i.user_id and d.id = i.device_id
       where h.user_id = ${user_id} and h.message_id = ${id}
      union all
      select 4, dispatched_at, 'handed_over', device_id, device_name, sim_subscription_id, null from message
      union all
      select 5, answered_at, 'on_phone', device_id, device_name, sim_subscription_id, null
        from message where status = 'dispatched' and phone_state is not null
      union all
      select 6, w.requested_at, 'withdrawing', w.device_id, d.name, null, null
        from withdrawals w
        left join devices d on d.user_id = w.user_id and d.id = w.device_id
       where w.user_id = ${user_id} and w.message_id = ${id}
      union all
      select 7, sent_at, 'sent', device_id, device_name, sim_subscription_id,
             case when status = 'sent' then error end
        from message
      union all
      select 8, delivered_at, 'delivered', device_id, device_name, sim_subscription_id, null from message
      union all
      select 9, finished_at, status::text,
             case when dispatched_at is not null then device_id end,
             case when dispatched_at is not null then device_name end,
             case when dispatched_at is not null then sim_subscription_id end, error
        from message where status in ('failed', 'cancelled')
      union all
      select 9, send_at, 'received', device_id, device_name, sim_subscription_id, null
        from message where status = 'received'
    )
    select at, event, device_id, device_name, sim_subscription_id, detail
      from happened where at is not null
     order by at, place`.execute(db)
  return rows.map(({ at, ...row }) => ({ datetime: wireDatetime(at), ...row }))
}
