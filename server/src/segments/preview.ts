import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '../db/pool.ts'
import { matches, nobodyAtAll, findSegmentAudience } from './audience.ts'
import type { ChosenAudience } from './check-audience.ts'
import { compileFilter } from './filter.ts'
import { findComparisons, isIncomparable, valueOf, type Comparison } from './incomparable.ts'

const sampleSize = 10
/** Above it the newest are found by their ids; below, among those that were counted. */
const countedIdsMax = 10_000
const exampleLengthMax = 100

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
  const groups = await countGroups(db, user_id, who)
  const inIt = groups.filter(({ part }) => part === 0)
  const total = sumOf(inIt)
  const strangers =
    audience.type === 'bulk'
      ? await countStrangers(db, user_id, numbersOf(audience))
      : { total: 0, opted_out: 0 }
  return {
    total: total + strangers.total,
    opted_out: sumOf(inIt.filter((one) => one.is_out)) + strangers.opted_out,
    cannot_be_texted: sumOf(inIt.filter((one) => !one.can_be_sent_to)),
    new_numbers: strangers.total,
    sample_ids:
      total > countedIdsMax
        ? await findNewest(db, user_id, who)
        : newestOf(inIt).slice(0, sampleSize),
    incomparable: await describeIncomparable(db, user_id, who.comparisons, groups),
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

/** Contacts that are alike: 0 are those that are meant, others those that the comparison of that place could not compare. */
type Group = {
  part: number
  is_out: boolean
  can_be_sent_to: boolean
  total: number
  /** The newest of them; null where there are many. */
  ids: number[] | null
}

/**
 * Counts in one pass. What a contact is, is what is grouped by: four aggregates that each asked for themselves took 3.1 s
 * for a million and one comparison on a busy machine, this 1.9; without the `where`, which leaves out most of the sorting,
 * it was 2.7.
 */
async function countGroups(db: Db, user_id: number, who: Who): Promise<Group[]> {
  const { from, which, holds, comparisons } = who
  const parts = comparisons.map(
    (one, place) => sql`when ${isIncomparable(one)} then ${sql.lit(place + 1)}`,
  )
  const part =
    parts.length === 0 ? sql`0` : sql`case when ${holds} then 0 ${sql.join(parts, sql` `)} end`
  const { rows } = await sql<Group>`
    with grouped as materialized (
      select part, is_out, can_be_sent_to, count(*) as total, array_agg(id) as ids
        from (select ${part} as part, c.opted_out_at is not null and c.can_be_sent_to as is_out, c.can_be_sent_to, c.id
                from ${from}
               where c.user_id = ${user_id} and ${which}) looked
       where part is not null
       group by part, is_out, can_be_sent_to
    )
    select part, is_out, can_be_sent_to, total,
           case when total <= ${countedIdsMax}
                then array(select id from unnest(ids) as id order by id desc limit ${sampleSize}) end as ids
      from grouped`.execute(db)
  return rows
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { total }) => sum + total, 0)
}

function newestOf(groups: readonly Group[]): number[] {
  return groups.flatMap(({ ids }) => ids ?? []).toSorted((one, other) => other - one)
}

/** What could not be compared, each with the value of one of them. */
async function describeIncomparable(
  db: Db,
  user_id: number,
  comparisons: readonly Comparison[],
  groups: readonly Group[],
): Promise<Incomparable[]> {
  const found: Incomparable[] = []
  for (const [place, comparison] of comparisons.entries()) {
    const { key, compared_as } = comparison
    const ofKey = groups.filter(({ part }) => part === place + 1)
    const total = sumOf(ofKey)
    if (total === 0) continue
    const [id] = newestOf(ofKey)
    const which =
      id === undefined ? isIncomparable({ ...comparison, others: [] }) : sql<SqlBool>`c.id = ${id}`
    const { rows } = await sql<{ example: string | null }>`
      select left(${valueOf(key)}, ${exampleLengthMax}) as example from contacts c
       where c.user_id = ${user_id} and ${which} limit 1`.execute(db)
    found.push({ key, compared_as, total, example: rows[0]?.example ?? null })
  }
  return found
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
