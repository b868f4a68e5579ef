import { sql } from 'kysely'
import { named, type Db } from '../db/pool.ts'
import type { SegmentType, WaitTimeType } from '../db/schema.generated.ts'
import type { Audience } from '../segments/audience.ts'
import type { Filter } from '../segments/filter.ts'

/** A flow that takes contacts. */
export type OpenFlow = {
  id: number
  device_id: number
  sim_subscription_id: number
  wait_time: number
  wait_time_type: WaitTimeType
  audience: Audience
}

type Segment = { segment_id: number | null; type: SegmentType | null; filter: Filter | null }

/** The flows of an account that contacts can enter now. */
export async function findOpenFlows(db: Db, user_id: number): Promise<OpenFlow[]> {
  const { rows } = await sql<Omit<OpenFlow, 'audience'> & Segment>`${named}
    select f.id, f.device_id, f.sim_subscription_id, f.wait_time, f.wait_time_type, f.segment_id, s.type, s.filter
      from flows f
      join devices d on d.user_id = ${user_id} and d.id = f.device_id and d.deleted_at is null
      left join segments s on s.user_id = ${user_id} and s.id = f.segment_id
     where f.user_id = ${user_id} and f.is_enabled and f.deleted_at is null
     order by f.id`.execute(db)
  return rows.map(({ segment_id, type, filter, ...flow }) => ({
    ...flow,
    audience: audienceOf({ segment_id, type, filter }),
  }))
}

/** A flow as it is at this moment, also one that is switched off or deleted. */
export type FlowNow = Omit<OpenFlow, 'wait_time' | 'wait_time_type'> & {
  user_id: number
  content: string
  has_footer: boolean
  is_enabled: boolean
  is_deleted: boolean
}

export async function findFlowNow(
  db: Db,
  user_id: number,
  id: number,
): Promise<FlowNow | undefined> {
  const { rows } = await sql<Omit<FlowNow, 'audience'> & Segment>`${named}
    select f.user_id, f.id, f.device_id, f.sim_subscription_id, f.content, f.has_footer, f.is_enabled,
           f.deleted_at is not null as is_deleted, f.segment_id, s.type, s.filter
      from flows f
      left join segments s on s.user_id = ${user_id} and s.id = f.segment_id
     where f.user_id = ${user_id} and f.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { segment_id, type, filter, ...flow } = row
  return { ...flow, audience: audienceOf({ segment_id, type, filter }) }
}

/** Who is meant by the segment of a flow, joined to it as it is now. */
function audienceOf({ segment_id, type, filter }: Segment): Audience {
  if (segment_id === null) return { type: 'all' }
  return type === 'filter' && filter ? { type, filter } : { type: 'members', segment_id }
}
