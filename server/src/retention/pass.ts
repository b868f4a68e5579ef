import { sql, type RawBuilder } from 'kysely'
import type { ChoreState } from '../chores/chores.ts'
import type { Tx } from '../db/transaction.ts'

// What is old is gone through by its age, a page at a time, and the place is remembered: when nothing has come of age
// since, that is one look at an index. What could not go yet (it was pending) is met again by the next pass.

export const pageSize = 2000
const dayMs = 24 * 3600 * 1000

export type Place = { at: string; id: number }
export type Pass = { place: Place | null; began_at: string }

/** Where the pass stands; a new one begins when the last began long enough ago. */
export function readPass(state: ChoreState, now: Date, daysBetween: number): Pass {
  const { at, id, began_at } = state
  const isOn =
    typeof began_at === 'string' &&
    now.getTime() - new Date(began_at).getTime() < daysBetween * dayMs
  if (!isOn) return { place: null, began_at: now.toISOString() }
  const place = typeof at === 'string' && typeof id === 'number' ? { at, id } : null
  return { place, began_at }
}

export function toState({ place, began_at }: Pass): ChoreState {
  return { ...place, began_at }
}

/** The next page of a table by age and id, up to a moment. */
export async function nextPage(
  tx: Tx,
  from: { table: RawBuilder<unknown>; age: RawBuilder<unknown>; id: RawBuilder<unknown> },
  { user_id, place, until }: { user_id: number; place: Place | null; until: Date },
): Promise<{ ids: number[]; place: Place | null }> {
  const after = place
    ? sql`and (${from.age}, ${from.id}) > (${place.at}::timestamptz, ${place.id}::bigint)`
    : sql``
  const { rows } = await sql<Place>`
    select ${from.age}::text as at, ${from.id} as id from ${from.table}
     where user_id = ${user_id} and ${from.age} < ${until} ${after}
     order by user_id, ${from.age}, ${from.id} limit ${pageSize}`.execute(tx)
  const last = rows.at(-1)
  return { ids: rows.map(({ id }) => id), place: last ? { at: last.at, id: last.id } : place }
}
