import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'

const usesMax = 1000
export const userTypes = ['campaign', 'flow', 'recurring_campaign', 'rss_automation'] as const
export type UserType = (typeof userTypes)[number]

/** What is sent to a segment and keeps it from being deleted. */
export type Use = { type: UserType; id: number; name: string; is_enabled: boolean | null }

export const Usage = Type.Object({
  is_used: Type.Boolean({ description: 'A segment in use cannot be deleted' }),
  uses: Type.Array(
    Type.Object({
      type: Type.Enum([...userTypes]),
      id: Type.Integer(),
      name: Type.String(),
      is_enabled: Type.Unsafe<boolean | null>({
        type: ['boolean', 'null'],
        description: 'Whether it is on; null for a campaign',
      }),
    }),
    { description: 'Campaigns that are not over, flows, recurring campaigns and RSS automations' },
  ),
})

/** What uses a segment, the first thousand of it. */
export async function findUses(db: Db, user_id: number, id: number): Promise<Use[]> {
  const { rows } = await sql<Use>`
    select 'campaign' as type, id, name, null::boolean as is_enabled from campaigns
     where user_id = ${user_id} and segment_id = ${id} and deleted_at is null
       and status in ('draft', 'scheduled', 'running', 'paused')
    union all
    select 'flow', id, name, is_enabled from flows
     where user_id = ${user_id} and segment_id = ${id} and deleted_at is null
    union all
    select 'recurring_campaign', id, name, is_enabled from recurring_campaigns
     where user_id = ${user_id} and segment_id = ${id} and deleted_at is null
    union all
    select 'rss_automation', id, name, is_enabled from rss_automations
     where user_id = ${user_id} and segment_id = ${id} and deleted_at is null
     limit ${usesMax}`.execute(db)
  return rows
}
