import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../db/pool.ts'
import { matches, nobodyAtAll, findSegmentAudience } from './audience.ts'
import type { ChosenAudience } from './check-audience.ts'
import { compileFilter } from './filter.ts'
import { findComparisons, incomparable, type Comparison } from './incomparable.ts'

const sampleSize = 10
/** Above it the newest are found by their ids; below, among those that were counted. */
const countedIdsMax = 10_000

/** Values that a row could not compare, of contacts that match all other rows. */
export type Incomparable = Pick<Comparison, 'key' | 'compared_as'> & {
  total: number
  example: string | null
}

export type SegmentPreview = {
  total: number
  opted_out: number
  cannot_be_texted: number
  /** Of pasted numbers: those that nobody has yet. */
  new_numbers: number
  /** The newest of them. */
  sample_ids: number[]
  incomparable: Incomparable[]
}

/** Who an audience is now, counted in one pass over the contacts. Writes nothing. */
export async function previewSegment(
  db: Db,
  user_id: number,
  audience: ChosenAudience,
): Promise<SegmentPreview> {
  const who = await whoOf(db, user_id, audience)
  const { ids, found, ...counted } = await count(db, user_id, who)
  const strangers =
    audience.type === 'bulk'
      ? await countStrangers(db, user_id, numbersOf(audience))
      : { total: 0, opted_out: 0 }
  return {
    total: counted.total + strangers.total,
    opted_out: counted.opted_out + strangers.opted_out,
    cannot_be_texted: counted.cannot_be_texted,
    new_numbers: strangers.total,
    sample_ids: ids ?? (await findNewest(db, user_id, who)),
    incomparable: who.comparisons.flatMap(({ key, compared_as }, place) => {
      const { total = 0, example = null } = found[place] ?? {}
      return total > 0 ? [{ key, compared_as, total, example }] : []
    }),
  }
}

/** `which` and `holds` together say who; `which` alone is who is looked at. */
type Who = {
  from: RawBuilder<unknown>
  which: RawBuilder<SqlBool>
  holds: RawBuilder<SqlBool>
  comparisons: Comparison[]
}

async function whoOf(db: Db, user_id: number, audience: ChosenAudience): Promise<Who> {
  const all = { from: sql`contacts c`, holds: sql<SqlBool>`true`, comparisons: [] }
  switch (audience.type) {
    case 'all':
      return { ...all, which: sql<SqlBool>`true` }
    case 'filter':
      return { ...all, ...partsOf(audience.filter) }
    case 'segment': {
      const found = (await findSegmentAudience(db, user_id, audience.segment_id)) ?? nobodyAtAll
      if (found.type === 'filter') return { ...all, ...partsOf(found.filter) }
      return { ...all, which: matches(user_id, found) }
    }
    case 'custom':
      return {
        ...all,
        from: sql`unnest(${audience.contact_ids}::bigint[]) as given (id)
                  join contacts c on c.user_id = ${user_id} and c.id = given.id`,
        which: sql<SqlBool>`true`,
      }
    case 'bulk':
      return {
        ...all,
        from: sql`unnest(${numbersOf(audience)}::text[]) as given (phone_number)
                  join contacts c on c.user_id = ${user_id} and c.phone_number = given.phone_number`,
        which: sql<SqlBool>`true`,
      }
  }
}

/** Rows that compare are asked of whoever matches the rest, so that what they could not compare is seen too. */
function partsOf(filter: Parameters<typeof compileFilter>[0]): Omit<Who, 'from'> {
  const { rest, comparing, comparisons } = findComparisons(filter)
  return {
    which: rest === null ? sql<SqlBool>`true` : compileFilter(rest),
    holds: comparing === null ? sql<SqlBool>`true` : compileFilter(comparing),
    comparisons,
  }
}

type Counted = {
  total: number
  opted_out: number
  cannot_be_texted: number
  ids: number[] | null
  found: { total: number; example: string | null }[]
}

async function count(db: Db, user_id: number, who: Who): Promise<Counted> {
  const { from, which, holds, comparisons } = who
  const found = comparisons.map((one) => incomparable(one))
  const { rows } = await sql<Counted>`
    with counted as materialized (
      select count(*) filter (where ${holds}) as total,
             count(*) filter (where ${holds} and c.can_be_sent_to and c.opted_out_at is not null) as opted_out,
             count(*) filter (where ${holds} and not c.can_be_sent_to) as cannot_be_texted,
             array_agg(c.id) filter (where ${holds}) as ids,
             jsonb_build_array(${sql.join(found)}) as found
        from ${from}
       where c.user_id = ${user_id} and ${which}
    )
    select total, opted_out, cannot_be_texted, found,
           case when total <= ${countedIdsMax}
                then array(select id from unnest(ids) as id order by id desc limit ${sampleSize}) end as ids
      from counted`.execute(db)
  return rows[0] ?? { total: 0, opted_out: 0, cannot_be_texted: 0, ids: [], found: [] }
}

/** Of many, the newest are met after a few rows. */
async function findNewest(db: Db, user_id: number, who: Who): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from ${who.from}
     where c.user_id = ${user_id} and ${who.which} and ${who.holds}
     order by c.id desc limit ${sampleSize}`.execute(db)
  return rows.map(({ id }) => id)
}

function numbersOf({ numbers }: Extract<ChosenAudience, { type: 'bulk' }>): string[] {
  return numbers.map(({ phone_number }) => phone_number)
}

/** Numbers that nobody has would be made contacts; what is remembered of them counts. */
async function countStrangers(
  db: Db,
  user_id: number,
  numbers: readonly string[],
): Promise<{ total: number; opted_out: number }> {
  const { rows } = await sql<{ total: number; opted_out: number }>`
    select count(*) as total, count(o.phone_number) as opted_out
      from unnest(${numbers}::text[]) as given (phone_number)
      left join opt_outs o on o.user_id = ${user_id} and o.phone_number = given.phone_number
     where not exists (select from contacts c
                        where c.user_id = ${user_id} and c.phone_number = given.phone_number)`.execute(
    db,
  )
  return rows[0] ?? { total: 0, opted_out: 0 }
}
