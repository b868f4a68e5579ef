import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { SegmentType as StoredType } from '../db/schema.generated.ts'
import type { Writable } from '../http/stream-json.ts'
import { Datetime, NullableDatetime, wireDatetime } from '../http/wire.ts'
import type { Filter } from './filter.ts'
import { conditions } from './filter.ts'

const FilterRowSchema = Type.Object({
  key: Type.String(),
  condition: Type.Enum([...conditions]),
  value: Type.String(),
})

/** What is answered of a filter, here and in the settings of campaigns. */
export const filterSettings = {
  filters_custom_parameters: Type.Optional(Type.Array(FilterRowSchema)),
  filters_countries: Type.Optional(Type.Array(Type.String())),
  filters_continents: Type.Optional(Type.Array(Type.String())),
}

export const Segment = Type.Object({
  id: Type.Integer(),
  user_id: Type.Integer(),
  name: Type.String(),
  settings: Type.Object(
    {
      ...filterSettings,
      contacts_ids: Type.Optional(
        Type.Array(Type.Integer(), { description: 'The members; of a filter only on GET /{id}' }),
      ),
    },
    {
      description: 'Of bulk and custom the members; of a filter its rows, countries and continents',
    },
  ),
  type: Type.Enum(['bulk', 'custom', 'filter']),
  total_contacts: Type.Integer({ description: 'In lists, of a filter, at most a minute old' }),
  last_datetime: NullableDatetime,
  datetime: Datetime,
  revision: Type.Integer(),
})

export type SegmentRow = {
  id: number
  user_id: number
  name: string
  type: StoredType
  filter: Filter | null
  total: number
  changed_at: Date | null
  created_at: Date
  revision: number
}

/** The segments of these ids, in no order. Members are counted; the total of a filter is the last that was counted. */
export async function findSegments(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<SegmentRow[]> {
  const { rows } = await sql<SegmentRow>`
    select s.id, s.user_id, s.name, s.type, s.filter, s.changed_at, s.created_at, s.revision,
           case when s.type = 'filter' then s.total_contacts
                else (select count(*) from segment_members m
                       where m.user_id = ${user_id} and m.segment_id = s.id) end as total
      from segments s
     where s.user_id = ${user_id} and s.id = any(${ids}::bigint[]) and s.deleted_at is null`.execute(
    db,
  )
  return rows
}

type Members = { ids?: Writable; total: Writable }

/** A segment to be written, with its members where they are wanted. */
export function presentSegment(row: SegmentRow, { ids, total }: Members): Record<string, Writable> {
  const { id, user_id, name, type, filter, changed_at, created_at, revision } = row
  return {
    id,
    user_id,
    name,
    settings: {
      ...(filter === null ? {} : presentFilter(filter)),
      ...(ids === undefined ? {} : { contacts_ids: ids }),
    },
    type,
    total_contacts: total,
    last_datetime: wireDatetime(changed_at),
    datetime: wireDatetime(created_at),
    revision,
  }
}

/** In the order of the documents, which the database does not keep. */
export function presentFilter(filter: Filter): { [key in keyof Filter]: Filter[key] } {
  return {
    filters_custom_parameters: filter.filters_custom_parameters.map(
      ({ key, condition, value }) => ({ key, condition, value }),
    ),
    filters_countries: filter.filters_countries,
    filters_continents: filter.filters_continents,
  }
}
