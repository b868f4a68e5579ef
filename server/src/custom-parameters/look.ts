import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/pool.ts'

/** Up to so many contacts all of them are looked at. */
const exactMax = 10_000
/** Of more, so many are looked at that are spread evenly over them, and the newest, where new keys come up first. */
const spreadSize = 4000
const newestSize = 1000

/** Which contacts are looked at: rows of `id, is_spread`, and how many contacts each that is spread stands for. */
export type Look = { contacts: RawBuilder<unknown>; weight: number; is_estimate: boolean }

/** Chooses the contacts from which keys and values are learned, without reading every row of many. */
export async function chooseContacts(db: Db, user_id: number): Promise<Look> {
  const ofAccount = sql`from contacts where user_id = ${user_id}`
  const { rows } = await sql<{ total: number; first: number | null; last: number | null }>`
    select (select count(*) ${ofAccount}) as total, (select min(id) ${ofAccount}) as first,
           (select max(id) ${ofAccount}) as last`.execute(db)
  const { total = 0, first = null, last = null } = rows[0] ?? {}
  if (total <= exactMax || first === null || last === null) {
    const contacts = sql`select id, true as is_spread ${ofAccount}`
    return { contacts, weight: 1, is_estimate: false }
  }
  const ids = await findSpread(db, user_id, { first, last })
  const contacts = sql`
    select id, true as is_spread from unnest(${ids}::bigint[]) as id
     union all
    select id, false from (select id ${ofAccount} order by id desc limit ${newestSize}) newest`
  return { contacts, weight: total / ids.length, is_estimate: true }
}

/** The first contact at or after each of many places between the first id and the last. */
async function findSpread(
  db: Db,
  user_id: number,
  { first, last }: { first: number; last: number },
): Promise<number[]> {
  const step = (last - first + 1) / spreadSize
  const { rows } = await sql<{ id: number }>`
    select distinct near.id
      from generate_series(0, ${spreadSize - 1}) i
     cross join lateral (
       select id from contacts
        where user_id = ${user_id} and id >= ${first} + floor(i * ${step}::float8)::bigint
        order by id limit 1) near`.execute(db)
  return rows.map(({ id }) => id)
}
