import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { ParameterValue } from '../lib/fold.ts'
import type { Parameters } from './parameters.ts'

/** Who changed it: whose key it was, or who was signed in. */
export type By = { api_key_id: number | null; person_id: number | null }

/** What was there before and after; null is nothing. */
export type FieldChange = {
  field: string
  before: ParameterValue | null
  after: ParameterValue | null
}

/** Notes what was changed of contacts, to be shown with each of them. */
export async function noteChanges(
  tx: Tx,
  user_id: number,
  changed: readonly { contact_id: number; changes: readonly FieldChange[] }[],
  { api_key_id, person_id, job_id = null }: By & { job_id?: number | null },
  now: Date,
): Promise<void> {
  const told = changed.filter(({ changes }) => changes.length > 0)
  if (told.length === 0) return
  await sql`
    insert into contact_changes (user_id, contact_id, changes, api_key_id, person_id, job_id, changed_at)
    select ${user_id}, g.contact_id, g.changes, ${api_key_id}::bigint, ${person_id}::bigint, ${job_id}::bigint,
           ${now}::timestamptz
      from unnest(${told.map(({ contact_id }) => contact_id)}::bigint[],
                  ${told.map(({ changes }) => JSON.stringify(changes))}::jsonb[]) as g (contact_id, changes)`.execute(
    tx,
  )
}

/** How the custom parameters of a contact differ, key by key. */
export function parameterChanges(before: Parameters, after: Parameters): FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => {
    const change = { before: valueOf(before, key), after: valueOf(after, key) }
    return change.before === change.after ? [] : { field: `custom_parameters.${key}`, ...change }
  })
}

/** `__proto__` is a key like any other. */
function valueOf(parameters: Parameters, key: string): ParameterValue | null {
  return Object.hasOwn(parameters, key) ? (parameters[key] ?? null) : null
}
