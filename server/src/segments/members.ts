import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from '../messages/lock-owners.ts'
import { streamContactIds } from './audience.ts'

const insertedAtOnce = 50_000
const readAtOnce = 10_000

/**
 * Makes these contacts the members of a segment: who is in it already stays, the others leave. `matched` were in it before
 * it had members, so that they do not come to match.
 */
export async function setMembers(
  tx: Tx,
  context: Context,
  user_id: number,
  segment_id: number,
  contact_ids: readonly number[],
  matched: readonly number[] = [],
): Promise<void> {
  const { ownersOf } = context.contactWatcher
  if ((await ownersOf(tx, user_id, { segment_id })).flows.length > 0) {
    // All of them: some of the members may have been made a moment ago.
    await lockOwners(tx, user_id, await ownersOf(tx, user_id, 'make'))
  }
  await sql`
    delete from segment_members
     where user_id = ${user_id} and segment_id = ${segment_id}
       and contact_id <> all(${contact_ids}::bigint[])`.execute(tx)
  for (let start = 0; start < contact_ids.length; start += insertedAtOnce) {
    await addMembers(
      tx,
      context,
      user_id,
      segment_id,
      contact_ids.slice(start, start + insertedAtOnce),
      matched,
    )
  }
}

/** Puts contacts into a segment. One that is being deleted at this moment is left out. */
export async function addMembers(
  tx: Tx,
  context: Context,
  user_id: number,
  segment_id: number,
  contact_ids: readonly number[],
  matched: readonly number[] = [],
): Promise<void> {
  const { contactWatcher } = context
  const isWatched = (await contactWatcher.ownersOf(tx, user_id, { segment_id })).flows.length > 0
  const { rows } = await sql<{ contact_id: number }>`
    with held as (
      select c.id from contacts c
       where c.user_id = ${user_id} and c.id = any(${contact_ids}::bigint[])
       order by c.id for key share
    )
    insert into segment_members (user_id, segment_id, contact_id)
    select ${user_id}, ${segment_id}, id from held
        on conflict do nothing
    ${isWatched ? sql`returning contact_id` : sql``}`.execute(tx)
  if (!isWatched) return
  const joined = new Set(rows.map(({ contact_id }) => contact_id)).difference(new Set(matched))
  contactWatcher.joined(tx, user_id, segment_id, [...joined])
}

/**
 * The members of each of these segments, to be read in the order of the segments: of small ones many in one statement,
 * of a large one in chunks. Nothing is read before it is asked for.
 */
export function streamMembers(
  db: Db,
  user_id: number,
  segments: readonly { id: number; total: number }[],
): Map<number, AsyncIterable<readonly number[]>> {
  const streams = new Map<number, AsyncIterable<readonly number[]>>()
  let batch: number[] = []
  let room = 0
  let read = readOnce(db, user_id, batch)
  for (const { id, total } of segments) {
    if (total > readAtOnce) {
      streams.set(id, streamContactIds(db, user_id, { type: 'members', segment_id: id }))
      continue
    }
    if (total > room) {
      batch = []
      room = readAtOnce
      read = readOnce(db, user_id, batch)
    }
    batch.push(id)
    room -= total
    streams.set(id, read(id))
  }
  return streams
}

/** Reads a batch when the first of its segments is asked for, and lets go of each one's members when they are given. */
function readOnce(db: Db, user_id: number, batch: readonly number[]) {
  let reading: Promise<Map<number, number[]>> | undefined
  return async function* (id: number): AsyncGenerator<readonly number[]> {
    reading ??= readBatch(db, user_id, batch)
    const members = await reading
    const ids = members.get(id)
    members.delete(id)
    if (ids) yield ids
  }
}

async function readBatch(
  db: Db,
  user_id: number,
  batch: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ segment_id: number; ids: number[] }>`
    select segment_id, array_agg(contact_id order by contact_id) as ids from segment_members
     where user_id = ${user_id} and segment_id = any(${batch}::bigint[])
     group by segment_id`.execute(db)
  return new Map(rows.map(({ segment_id, ids }) => [segment_id, ids]))
}
