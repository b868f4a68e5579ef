import { sql } from 'kysely'
import type { Db } from '../src/db/pool.ts'
import { countParts } from '../src/lib/parts.ts'

export type ToQueue = {
  contact_ids: readonly number[]
  device_id: number
  now: Date
  content?: string
  sim?: number
  send_at?: Date
  campaign_id?: number
  flow_id?: number
}

/** Queues a text to each of these contacts, with the totals that go with it; the ids, in their order. */
export async function queueForTest(db: Db, user_id: number, text: ToQueue): Promise<number[]> {
  const { contact_ids, device_id, now, content = 'Hello', sim = 1, send_at = now } = text
  const { campaign_id = null, flow_id = null } = text
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into messages (user_id, contact_id, phone_number, device_id, sim_subscription_id, content, parts, send_at,
                            created_at, status, campaign_id, flow_id)
      select ${user_id}, g.id, coalesce(c.phone_number, '+10000000'), ${device_id}, ${sim}, ${content},
             ${countParts(content).parts}, ${send_at}, ${now}, 'queued', ${campaign_id}, ${flow_id}
        from unnest(${contact_ids}::bigint[]) with ordinality as g (id, place)
        left join contacts c on c.user_id = ${user_id} and c.id = g.id
       order by g.place
      returning id
    ),
    total as (select count(*) as made from made),
    by_device as (
      update devices set total_pending = total_pending + made from total where user_id = ${user_id} and id = ${device_id}
    ),
    by_campaign as (
      update campaigns set total_pending = total_pending + made from total
       where user_id = ${user_id} and id = ${campaign_id}
    ),
    by_flow as (
      update flows set total_pending = total_pending + made, total_entered = total_entered + made from total
       where user_id = ${user_id} and id = ${flow_id}
    )
    select id from made order by id`.execute(db)
  return rows.map(({ id }) => id)
}
