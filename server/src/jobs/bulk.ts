import { sql } from 'kysely'
import type { By } from '../contacts/changes.ts'
import type { Context } from '../context.ts'
import type { JsonValue } from '../db/schema.generated.ts'
import type { Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import type { Condition } from '../http/list.ts'
import type { ParameterChanges } from '../http/parameters-reader.ts'
import type { GivenFilter } from './filter.ts'

export const bulkActions = ['opt_out', 'opt_in', 'delete', 'edit'] as const
export type BulkAction = (typeof bulkActions)[number]

/** What is to be done to which contacts `c`. */
export type BulkRequest = {
  action: BulkAction
  where: Condition
  /** As it was given, to be shown. */
  filter?: GivenFilter
  custom_parameters?: ParameterChanges
  consent_note?: string
}

/** A click can be taken back for so long. */
const undoSeconds = 10
/** How many contacts one transaction changes. Phones wait while contacts are opted out, and deleting takes their texts too. */
const chunkSizes: Record<BulkAction, number> = {
  opt_out: 500,
  opt_in: 1000,
  delete: 200,
  edit: 1000,
}

export type NewJob = { job_id: number; total: number; starts_at: Date }

/**
 * Settles who is meant and leaves the rest to the engine, a little later. `expected_total` is how many the person had before
 * their eyes: with another number nothing is done.
 */
export async function startBulk(
  tx: Tx,
  context: Context,
  { user_id, api_key_id, person_id }: { user_id: number } & By,
  request: BulkRequest & { expected_total?: number },
): Promise<NewJob> {
  const { action, where, filter, custom_parameters, consent_note, expected_total } = request
  const now = context.now()
  const starts_at = new Date(now.getTime() + undoSeconds * 1000)
  const { id: job_id } = await tx
    .insertInto('jobs')
    .values({
      user_id,
      kind: 'bulk',
      resource: 'contacts',
      action,
      request: asJson({ filter, custom_parameters, consent_note }),
      api_key_id,
      person_id,
      starts_at,
      created_at: now,
      worked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const total = await freezeIds(tx, user_id, job_id, { where, size: chunkSizes[action] })
  if (expected_total !== undefined && expected_total !== total)
    throw audienceChanged(total, expected_total)
  await tx
    .updateTable('jobs')
    .set({ total })
    .where('user_id', '=', user_id)
    .where('id', '=', job_id)
    .execute()
  return { job_id, total, starts_at }
}

export function audienceChanged(actual: number, expected: number) {
  const title = `It would be ${actual} contacts now, not ${expected}. Look at them again.`
  return invalid([{ title, field: 'expected_total', code: 'audience_changed', actual }])
}

/** Keeps the ids of contacts `c` with a job, ascending, in chunks of one transaction each. How many they are. */
export async function freezeIds(
  tx: Tx,
  user_id: number,
  job_id: number,
  { where, size }: { where: Condition; size: number },
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with frozen as (
      insert into job_chunks (user_id, job_id, chunk, ids)
      select ${user_id}, ${job_id}, chunk, array_agg(id order by id)
        from (select c.id, (row_number() over (order by c.id) - 1) / ${size} as chunk
                from contacts c where c.user_id = ${user_id} and ${where}) numbered
       group by chunk
      returning cardinality(ids) as size
    )
    select coalesce(sum(size), 0)::bigint as total from frozen`.execute(tx)
  return rows[0]?.total ?? 0
}

/** What is not there is left out. */
export function asJson(value: Record<string, unknown>): string {
  return JSON.stringify(value)
}

/** What was kept of a request. */
export type StoredRequest = {
  filter?: GivenFilter
  custom_parameters?: ParameterChanges
  consent_note?: string
  columns?: string[]
}

export function storedRequest(value: JsonValue): StoredRequest {
  // Written by us, in this shape.
  return value as StoredRequest
}
