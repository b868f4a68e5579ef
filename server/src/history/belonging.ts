import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { MessageStatus } from '../messages/status.ts'
import { wireStatus } from '../messages/status.ts'
import { NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { matches } from '../segments/audience.ts'
import type { Filter } from '../segments/filter.ts'

export const SegmentOfContact = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  type: Type.Enum(['bulk', 'custom', 'filter']),
})

type SegmentRow = { id: number; name: string; type: string }

const filtersAtOnce = 100

/** The saved segments that a contact is in now, by name. */
export async function findSegmentsOf(
  db: Db,
  user_id: number,
  contact_id: number,
): Promise<SegmentRow[]> {
  const { rows: members } = await sql<SegmentRow>`
    select s.id, s.name, s.type
      from segment_members m
      join segments s on s.user_id = ${user_id} and s.id = m.segment_id and s.deleted_at is null
     where m.user_id = ${user_id} and m.contact_id = ${contact_id}`.execute(db)
  const { rows: filters } = await sql<SegmentRow & { filter: Filter }>`
    select id, name, type, filter from segments
     where user_id = ${user_id} and type = 'filter' and deleted_at is null order by id`.execute(db)
  const found = [...members]
  for (let start = 0; start < filters.length; start += filtersAtOnce) {
    const some = filters.slice(start, start + filtersAtOnce)
    const ids = new Set(await findMatched(db, user_id, contact_id, some))
    for (const { id, name, type } of some) if (ids.has(id)) found.push({ id, name, type })
  }
  return found.toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id)
}

async function findMatched(
  db: Db,
  user_id: number,
  contact_id: number,
  segments: readonly { id: number; filter: Filter }[],
): Promise<number[]> {
  const asked = segments.map(
    ({ id, filter }) => sql`(${id}::bigint, ${matches(user_id, { type: 'filter', filter })})`,
  )
  const { rows } = await sql<{ id: number }>`
    select s.id from contacts c
     cross join lateral (values ${sql.join(asked)}) as s (id, is_in)
     where c.user_id = ${user_id} and c.id = ${contact_id} and s.is_in`.execute(db)
  return rows.map(({ id }) => id)
}

export const FlowOfContact = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  status: Type.Enum(['pending', 'sent', 'failed', 'cancelled']),
  entered_datetime: NullableDatetime,
  due_datetime: nullable(Type.String({ description: 'While its text waits' })),
  sms_id: nullable(Type.Integer({ description: 'null when the text has been deleted' })),
  error: nullable(Type.String({ description: 'Why it left without the text' })),
})

type FlowRow = {
  id: number
  name: string
  status: MessageStatus
  entered_at: Date | null
  due_at: Date | null
  sms_id: number | null
  error: string | null
}

/** The flows that a contact has entered, the newest first; those whose text is gone last. */
export async function findFlowsOf(db: Db, user_id: number, contact_id: number): Promise<FlowRow[]> {
  const { rows } = await sql<FlowRow>`
    select f.id, f.name, e.status, e.entered_at, e.due_at, e.sms_id, e.error
      from (select m.flow_id, m.status, m.created_at as entered_at,
                   case when m.status = 'waiting' then m.send_at end as due_at, m.id as sms_id, m.error
              from messages m
             where m.user_id = ${user_id} and m.contact_id = ${contact_id} and m.flow_id is not null
            union all
            select r.flow_id, r.status, null, null, null, null
              from removed_messages r
             where r.user_id = ${user_id} and r.contact_id = ${contact_id} and r.flow_id is not null) e
      join flows f on f.user_id = ${user_id} and f.id = e.flow_id and f.deleted_at is null
     order by e.entered_at desc nulls last, f.id desc limit 1000`.execute(db)
  return rows
}

export function presentFlowOf({ entered_at, due_at, status, ...row }: FlowRow) {
  return {
    id: row.id,
    name: row.name,
    status: wireStatus[status],
    entered_datetime: wireDatetime(entered_at),
    due_datetime: wireDatetime(due_at),
    sms_id: row.sms_id,
    error: row.error,
  }
}
