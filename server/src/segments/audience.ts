import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../db/pool.ts'
import { compileFilter, type Filter } from './filter.ts'

/** Who is meant, in the terms of the database. `chosen` are the contacts noted with a draft campaign. */
export type Audience =
  | { type: 'all' }
  | { type: 'filter'; filter: Filter }
  | { type: 'members'; segment_id: number }
  | { type: 'chosen'; campaign_id: number }

/** A filter without a part means nobody. */
export const nobodyAtAll: Audience = {
  type: 'filter',
  filter: { filters_custom_parameters: [], filters_countries: [], filters_continents: [] },
}

const chunkSize = 10_000

/** True for contacts `c` of the audience. The caller adds `c.user_id = …`. */
export function matches(user_id: number, audience: Audience): RawBuilder<SqlBool> {
  switch (audience.type) {
    case 'all':
      return sql<SqlBool>`true`
    case 'filter':
      return compileFilter(audience.filter)
    case 'members':
      return sql<SqlBool>`exists (
        select from segment_members m
         where m.user_id = ${user_id} and m.segment_id = ${audience.segment_id} and m.contact_id = c.id)`
    case 'chosen':
      return sql<SqlBool>`c.id in (
        select unnest(a.contact_ids) from campaign_audiences a
         where a.user_id = ${user_id} and a.campaign_id = ${audience.campaign_id} and a.kind = 'chosen')`
  }
}

/** The audience of a segment as it is now; undefined when the segment is not there. */
export async function findSegmentAudience(
  db: Db,
  user_id: number,
  segment_id: number,
): Promise<Audience | undefined> {
  const segment = await db
    .selectFrom('segments')
    .select(['type', 'filter'])
    .where('user_id', '=', user_id)
    .where('id', '=', segment_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!segment) return undefined
  if (segment.type !== 'filter') return { type: 'members', segment_id }
  // Checked when it was written, and never null for this type.
  return { type: 'filter', filter: segment.filter as Filter }
}

/** How many contacts are in the audience now. */
export async function countAudience(db: Db, user_id: number, audience: Audience): Promise<number> {
  const counted =
    audience.type === 'members'
      ? sql<{ total: number }>`
        select count(*) as total from segment_members
         where user_id = ${user_id} and segment_id = ${audience.segment_id}`
      : sql<{ total: number }>`
        select count(*) as total from contacts c
         where c.user_id = ${user_id} and ${matches(user_id, audience)}`
  const { rows } = await counted.execute(db)
  return rows[0]?.total ?? 0
}

/**
 * The ids of an audience in ascending order, 10,000 at a time. Each chunk is a short statement of its own, so nothing
 * is held open between them and a list of a million is never in memory.
 */
export async function* streamContactIds(
  db: Db,
  user_id: number,
  audience: Audience,
): AsyncGenerator<number[]> {
  if (audience.type === 'chosen') {
    yield* streamChosen(db, user_id, audience.campaign_id)
    return
  }
  let after = 0
  for (;;) {
    const ids = await readIdsAfter(db, user_id, audience, after)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids
    if (ids.length < chunkSize) return
    after = last
  }
}

async function readIdsAfter(
  db: Db,
  user_id: number,
  audience: Audience,
  after: number,
): Promise<number[]> {
  const statement =
    audience.type === 'members'
      ? sql<{ id: number }>`
        select contact_id as id from segment_members
         where user_id = ${user_id} and segment_id = ${audience.segment_id} and contact_id > ${after}
         order by contact_id limit ${chunkSize}`
      : sql<{ id: number }>`
        select c.id from contacts c
         where c.user_id = ${user_id} and c.id > ${after} and ${matches(user_id, audience)}
         order by c.id limit ${chunkSize}`
  const { rows } = await statement.execute(db)
  return rows.map(({ id }) => id)
}

/** Chunk by chunk as they are stored, which is in ascending order; contacts deleted since are left out. */
async function* streamChosen(
  db: Db,
  user_id: number,
  campaign_id: number,
): AsyncGenerator<number[]> {
  for (let chunk = -1; ;) {
    const { rows } = await sql<{ chunk: number; ids: number[] | null }>`
      select a.chunk,
             (select array_agg(c.id order by c.id) from contacts c
               where c.user_id = ${user_id} and c.id = any(a.contact_ids)) as ids
        from campaign_audiences a
       where a.user_id = ${user_id} and a.campaign_id = ${campaign_id} and a.kind = 'chosen'
         and a.chunk > ${chunk}
       order by a.chunk limit 1`.execute(db)
    const [next] = rows
    if (!next) return
    if (next.ids) yield next.ids
    chunk = next.chunk
  }
}
