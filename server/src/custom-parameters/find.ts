import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { fold } from '../lib/fold.ts'
import { chooseContacts } from './look.ts'

const shownMax = 100
/** Keys beyond these are not even looked through by a search. */
const keysMax = 10_000
const exampleLengthMax = 100
const examplesPerKey = 3

export type ParameterKind = 'text' | 'number' | 'date' | 'mixed'
export type FoundKey = { key: string; total: number; kind: ParameterKind; examples: string[] }
export type FoundValue = { value: string; total: number }
export type Found<One> = { found: One[]; is_estimate: boolean }

type CountedKey = {
  key: string
  spread: number
  seen: number
  numbers: number
  dates: number
  examples: string[]
}

/** The keys that contacts have, the most frequent first, whose name holds `search`. */
export async function findKeys(db: Db, user_id: number, search: string): Promise<Found<FoundKey>> {
  const { contacts, weight, is_estimate } = await chooseContacts(db, user_id)
  const { rows } = await sql<CountedKey>`
    with looked as (${contacts}),
    counted as (
      select pair.key, left(pair.value, ${exampleLengthMax}) as value,
             jsonb_typeof(c.comparable_parameters -> pair.key) as compared,
             count(*) as seen, count(*) filter (where looked.is_spread) as spread
        from looked
        join contacts c on c.user_id = ${user_id} and c.id = looked.id
       cross join lateral jsonb_each_text(c.custom_parameters) as pair
       where pair.value <> ''
       group by 1, 2, 3
    )
    select key, sum(spread)::bigint as spread, sum(seen)::bigint as seen,
           coalesce(sum(seen) filter (where compared = 'number'), 0)::bigint as numbers,
           coalesce(sum(seen) filter (where compared = 'string'), 0)::bigint as dates,
           (array_agg(value order by seen desc, value collate "C"))[1:${sql.lit(examplesPerKey)}] as examples
      from counted
     group by key
     order by sum(seen) desc, key collate "C" limit ${keysMax}`.execute(db)
  const term = fold(search)
  const found = rows.filter(({ key }) => fold(key).includes(term)).slice(0, shownMax)
  return {
    found: found.map(({ key, spread, seen, examples, ...kinds }) => ({
      key,
      total: scaled({ spread, seen }, weight),
      kind: kindOf(seen, kinds),
      examples,
    })),
    is_estimate,
  }
}

/** The values that contacts have of a key, the most frequent first, that hold `search` without regard to case. */
export async function findValues(
  db: Db,
  user_id: number,
  { key, search }: { key: string; search: string },
): Promise<Found<FoundValue>> {
  const { contacts, weight, is_estimate } = await chooseContacts(db, user_id)
  const { rows } = await sql<{ value: string; seen: number; spread: number }>`
    with looked as (${contacts}),
    counted as (
      select c.custom_parameters ->> ${key}::text as value, count(*) as seen,
             count(*) filter (where looked.is_spread) as spread
        from looked
        join contacts c on c.user_id = ${user_id} and c.id = looked.id
       where c.custom_parameters ->> ${key}::text <> ''
         and strpos((c.folded_parameters ->> ${key}::text) collate "C", ${fold(search)}::text) > 0
       group by 1
    )
    select value, seen, spread from counted
     order by seen desc, value collate "C" limit ${shownMax}`.execute(db)
  const found = rows.map(({ value, ...counted }) => ({ value, total: scaled(counted, weight) }))
  return { found, is_estimate }
}

/** What is met among the newest only is at least as frequent as it was seen there. */
function scaled({ spread, seen }: { spread: number; seen: number }, weight: number): number {
  return spread > 0 ? Math.round(spread * weight) : seen
}

function kindOf(
  seen: number,
  { numbers, dates }: Pick<CountedKey, 'numbers' | 'dates'>,
): ParameterKind {
  if (numbers === seen) return 'number'
  if (dates === seen) return 'date'
  return numbers + dates === 0 ? 'text' : 'mixed'
}
