import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { compileFilter, type Filter } from './filter.ts'

// The contract allows a minute; the rest is for the request that shows them.
const freshMs = 45_000
const countedAtOnce = 50

type Stale = { id: number; filter: Filter; revision: number }

/**
 * Counts the filter segments whose total is older than the lists may show, of these ids or of all. Many are counted in
 * one pass over the contacts; a filter with an exact value has an index and is asked by itself.
 */
export async function refreshTotals(
  db: Db,
  user_id: number,
  now: Date,
  ids?: readonly number[],
): Promise<void> {
  const stale = await findStale(db, user_id, now, ids)
  for (let start = 0; start < stale.length; start += countedAtOnce) {
    const segments = stale.slice(start, start + countedAtOnce)
    await saveTotals(db, user_id, now, await countEach(db, user_id, segments))
  }
}

async function findStale(
  db: Db,
  user_id: number,
  now: Date,
  ids: readonly number[] | undefined,
): Promise<Stale[]> {
  const { rows } = await sql<Stale>`
    select id, filter, revision from segments
     where user_id = ${user_id} and type = 'filter' and deleted_at is null
       and (counted_at is null or counted_at < ${new Date(now.getTime() - freshMs)})
       ${ids === undefined ? sql`` : sql`and id = any(${ids}::bigint[])`}
     order by id`.execute(db)
  return rows
}

type Counted = Stale & { total: number }

async function countEach(db: Db, user_id: number, segments: readonly Stale[]): Promise<Counted[]> {
  const isIndexed = ({ filter }: Stale) =>
    filter.filters_custom_parameters.some(({ condition }) => condition === 'exact')
  const indexed = segments.filter(isIndexed)
  const scanned = segments.filter((segment) => !isIndexed(segment))
  const one = sql`contacts c where c.user_id = ${user_id}`
  const byIndex = indexed.map(
    ({ filter }) => sql`(select count(*) from ${one} and ${compileFilter(filter)})`,
  )
  const inOnePass = scanned.map(
    ({ filter }) => sql`count(*) filter (where ${compileFilter(filter)})`,
  )
  const totals = [
    ...(byIndex.length === 0 ? [] : await readTotals(db, sql`select array[${sql.join(byIndex)}]`)),
    ...(inOnePass.length === 0
      ? []
      : await readTotals(db, sql`select array[${sql.join(inOnePass)}] from ${one}`)),
  ]
  return [...indexed, ...scanned].map((segment, place) => ({
    ...segment,
    total: totals[place] ?? 0,
  }))
}

async function readTotals(db: Db, statement: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await sql<{ totals: number[] }>`
    select s.totals from (${statement}) as s (totals)`.execute(db)
  return rows[0]?.totals ?? []
}

/** Keeps what was counted, save for a segment that has been changed meanwhile or that somebody is changing now. */
async function saveTotals(
  db: Db,
  user_id: number,
  now: Date,
  counted: readonly Counted[],
): Promise<void> {
  await sql`
    with free as (
      select s.id, g.total
        from unnest(${counted.map(({ id }) => id)}::bigint[], ${counted.map(({ total }) => total)}::bigint[],
                    ${counted.map(({ revision }) => revision)}::integer[]) as g (id, total, revision)
        join segments s on s.user_id = ${user_id} and s.id = g.id and s.revision = g.revision
       where s.user_id = ${user_id}
       order by s.id for update of s skip locked
    )
    update segments s set total_contacts = free.total, counted_at = ${now}
      from free
     where s.user_id = ${user_id} and s.id = free.id`.execute(db)
}
