import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { KnownNumber } from '../contacts/ensure.ts'
import type { Db } from '../db/pool.ts'
import { findSegmentAudience, matches, nobodyAtAll } from '../segments/audience.ts'
import type { ChosenAudience } from '../segments/check-audience.ts'
import { audienceOf, type CampaignAudience } from './launch.ts'

/** Up to so many recipients everything is counted from all of them, above it from a sample. */
export const exactMax = 10_000
const sampleSize = 2000

/** Who is chosen in a request, or as it is stored with a draft. */
export type AudienceToPreview = ChosenAudience | { type: 'stored'; campaign: CampaignAudience }

/** Who would get a campaign, and who of them is to be looked at. */
export type PreviewedAudience = {
  matched: number
  opted_out: number
  unusable: number
  /** Of the contacts that there are; all of them, or a sample spread over them. */
  known: { recipients: number; ids: number[] }
  /** Of the numbers that would become contacts; all of them, or the first. */
  strangers: { recipients: number; numbers: KnownNumber[] }
}

/** Counts an audience in one pass over the contacts, as a launch would, and writes nothing. */
export async function previewAudience(
  db: Db,
  user_id: number,
  audience: AudienceToPreview,
): Promise<PreviewedAudience> {
  const known =
    (audience.type === 'all' ? await countEverybody(db, user_id) : undefined) ??
    (await countKnown(db, user_id, await whoOf(db, user_id, audience)))
  const strangers =
    audience.type === 'bulk' ? await countStrangers(db, user_id, audience.numbers) : noStrangers
  return {
    matched: known.matched + strangers.matched,
    opted_out: known.opted_out + strangers.opted_out,
    unusable: known.unusable,
    known: { recipients: known.matched - known.opted_out - known.unusable, ids: known.ids ?? [] },
    strangers: {
      recipients: strangers.matched - strangers.opted_out,
      numbers: strangers.numbers,
    },
  }
}

type Who = { from: RawBuilder<unknown>; which: RawBuilder<SqlBool> }

async function whoOf(db: Db, user_id: number, audience: AudienceToPreview): Promise<Who> {
  const contacts = sql`contacts c`
  switch (audience.type) {
    case 'all':
    case 'filter':
      return { from: contacts, which: matches(user_id, audience) }
    case 'segment': {
      const found = await findSegmentAudience(db, user_id, audience.segment_id)
      return { from: contacts, which: matches(user_id, found ?? nobodyAtAll) }
    }
    case 'stored': {
      const stored = await audienceOf(db, user_id, audience.campaign)
      return { from: contacts, which: matches(user_id, stored) }
    }
    case 'custom':
      return {
        from: sql`unnest(${audience.contact_ids}::bigint[]) as given (id)
                  join contacts c on c.user_id = ${user_id} and c.id = given.id`,
        which: sql<SqlBool>`true`,
      }
    case 'bulk':
      return {
        from: sql`${givenNumbers(audience.numbers)}
                  join contacts c on c.user_id = ${user_id} and c.phone_number = given.phone_number`,
        which: sql<SqlBool>`true`,
      }
  }
}

function givenNumbers(numbers: readonly KnownNumber[]): RawBuilder<unknown> {
  return sql`unnest(${numbers.map(({ phone_number }) => phone_number)}::text[])
             with ordinality as given (phone_number, place)`
}

type CountedKnown = { matched: number; opted_out: number; unusable: number; ids: number[] | null }

async function countKnown(db: Db, user_id: number, { from, which }: Who): Promise<CountedKnown> {
  const step = sql`i * ${sql.lit(golden)}::float8`
  const place = sql`floor((${step} - floor(${step})) * cardinality(ids))`
  const { rows } = await sql<CountedKnown>`
    with counted as materialized (
      select count(*) as matched,
             count(*) filter (where c.can_be_sent_to and c.opted_out_at is not null) as opted_out,
             count(*) filter (where not c.can_be_sent_to) as unusable,
             array_agg(c.id) filter (where c.can_be_sent_to and c.opted_out_at is null) as ids
        from ${from}
       where c.user_id = ${user_id} and ${which}
    )
    select matched, opted_out, unusable,
           case when cardinality(ids) <= ${exactMax} then ids
                else array(select ids[1 + ${place}::integer] from generate_series(1, ${sampleSize}) i) end as ids
      from counted`.execute(db)
  return rows[0] ?? { matched: 0, opted_out: 0, unusable: 0, ids: [] }
}

/**
 * Everybody, without reading every row: all by an index that has no more than their ids, and less those who are left out.
 * Undefined where there are few of them, or where few of the ids between the first and the last are theirs.
 */
async function countEverybody(db: Db, user_id: number): Promise<CountedKnown | undefined> {
  const ofAccount = sql`from contacts where user_id = ${user_id}`
  const { rows } = await sql<Omit<CountedKnown, 'ids'> & { first: number; last: number }>`
    select (select count(*) ${ofAccount}) as matched, (select min(id) ${ofAccount}) as first,
           (select max(id) ${ofAccount}) as last, count(*) filter (where c.can_be_sent_to) as opted_out,
           count(*) filter (where not c.can_be_sent_to) as unusable
      from contacts c
     where c.user_id = ${user_id} and (c.opted_out_at is not null or not c.can_be_sent_to)`.execute(
    db,
  )
  const [counted] = rows
  if (!counted || counted.matched - counted.opted_out - counted.unusable <= exactMax)
    return undefined
  const { first, last, ...totals } = counted
  const span = last - first + 1
  const ids = Array.from({ length: probes }, (_, step) => first + Math.floor(spreadOf(step) * span))
  const { rows: found } = await sql<{ id: number }>`
    select c.id from contacts c
     where c.user_id = ${user_id} and c.id = any(${ids}::bigint[]) and c.opted_out_at is null and c.can_be_sent_to`.execute(
    db,
  )
  const usable = new Set(found.map(({ id }) => id))
  const sample = ids.filter((id) => usable.has(id)).slice(0, sampleSize)
  return sample.length < sampleMin ? undefined : { ...totals, ids: sample }
}

/** Ids that are asked for one by one; some are nobody's any more, or of another account. */
const probes = 4000
const sampleMin = 1000

/** Steps of the golden ratio are spread evenly and follow no rhythm that the contacts may have. */
const golden = 0.618_033_988_749_894_9

function spreadOf(step: number): number {
  return ((step + 1) * golden) % 1
}

type CountedStrangers = { matched: number; opted_out: number; numbers: KnownNumber[] }

const noStrangers: CountedStrangers = { matched: 0, opted_out: 0, numbers: [] }

/** Numbers that nobody has would be made contacts; what is remembered of them counts. */
async function countStrangers(
  db: Db,
  user_id: number,
  numbers: readonly KnownNumber[],
): Promise<CountedStrangers> {
  const { rows } = await sql<{ matched: number; opted_out: number; places: number[] | null }>`
    with strangers as materialized (
      select given.place, o.phone_number is not null as is_opted_out
        from ${givenNumbers(numbers)}
        left join opt_outs o on o.user_id = ${user_id} and o.phone_number = given.phone_number
       where not exists (select from contacts c
                          where c.user_id = ${user_id} and c.phone_number = given.phone_number)
    )
    select count(*) as matched, count(*) filter (where is_opted_out) as opted_out,
           array(select place from strangers where not is_opted_out order by place limit ${exactMax}) as places
      from strangers`.execute(db)
  const [counted] = rows
  if (!counted) return noStrangers
  const { matched, opted_out, places } = counted
  const found = (places ?? []).flatMap((place) => numbers[place - 1] ?? [])
  return { matched, opted_out, numbers: found }
}
