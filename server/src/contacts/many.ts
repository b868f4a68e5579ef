import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { foldParameters } from '../lib/fold.ts'
import { lockForOptOut } from '../messages/await-handovers.ts'
import { lockOwners } from '../messages/lock-owners.ts'
import { optedOutError } from '../messages/status.ts'
import { noteChanges, parameterChanges, type By } from './changes.ts'
import { forgetOptOuts, rememberOptOuts, type Evidence } from './consent.ts'
import { cancelWhich } from './opt-out.ts'
import { mergeParameters, type ParameterChanges, type Parameters } from './parameters.ts'

// One change to contacts by their ids, some hundreds in a transaction. Each answers how many it changed: those that are
// as they should be, or are gone, are left alone.

/** Opts contacts out, as one is: their numbers are remembered with a record of how, and what is pending is cancelled. */
export async function optOutMany(
  tx: Tx,
  context: Context,
  user_id: number,
  ids: readonly number[],
  evidence: Evidence,
): Promise<number> {
  // Who has opted out already may be waiting for the confirmation, which is to go.
  const open = await findThose(tx, user_id, ids, sql`opted_out_at is null`)
  const held = await lockForOptOut(tx, user_id, open)
  await lockContacts(tx, user_id, open)
  const now = context.now()
  const { rows } = await sql<{ id: number; phone_number: string }>`
    update contacts set opted_out_at = ${now}, revision = revision + 1, changed_at = ${now}
     where user_id = ${user_id} and id = any(${open}::bigint[]) and opted_out_at is null
    returning id, phone_number`.execute(tx)
  await rememberOptOuts(tx, user_id, rows, evidence, now)
  const changed = rows.map(({ id }) => id)
  const which = sql`m.id = any(${held}::bigint[]) and m.contact_id = any(${changed}::bigint[])`
  if (held.length > 0) await cancelWhich(tx, context, user_id, which, optedOutError)
  return rows.length
}

/** Lets contacts be written to again, with a record of how. */
export async function optInMany(
  tx: Tx,
  context: Context,
  user_id: number,
  ids: readonly number[],
  evidence: Evidence,
): Promise<number> {
  await lockContacts(tx, user_id, ids)
  const now = context.now()
  const { rows } = await sql<{ phone_number: string }>`
    update contacts set opted_out_at = null, revision = revision + 1, changed_at = ${now}
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and opted_out_at is not null
    returning phone_number`.execute(tx)
  const numbers = rows.map(({ phone_number }) => phone_number)
  await forgetOptOuts(tx, user_id, numbers, evidence, now)
  return rows.length
}

/** Sets and removes custom parameters. `failed`: they would have more of them than a contact may have. */
export async function editMany(
  tx: Tx,
  context: Context,
  user_id: number,
  ids: readonly number[],
  { changes, by }: { changes: ParameterChanges; by: By & { job_id: number } },
): Promise<{ changed: number; failed: number }> {
  const owners = await context.contactWatcher.ownersOf(tx, user_id, 'edit')
  if (owners.flows.length > 0) await lockOwners(tx, user_id, owners)
  await lockContacts(tx, user_id, ids)
  const { rows } = await sql<{ id: number; custom_parameters: Parameters }>`
    select id, custom_parameters from contacts
     where user_id = ${user_id} and id = any(${ids}::bigint[])`.execute(tx)
  const merged = rows.map(({ id, custom_parameters }) => {
    const { parameters, problems } = mergeParameters(custom_parameters, changes)
    return {
      contact_id: id,
      parameters,
      isTooMany: problems.length > 0,
      changes: parameterChanges(custom_parameters, parameters),
    }
  })
  const changed = merged.filter((one) => !one.isTooMany && one.changes.length > 0)
  const changedIds = changed.map(({ contact_id }) => contact_id)
  await context.contactWatcher.beforeEdit(tx, user_id, changedIds)
  await saveParameters(tx, user_id, changed, context.now())
  await noteChanges(tx, user_id, changed, by, context.now())
  const failed = merged.filter(({ isTooMany }) => isTooMany).length
  return { changed: changed.length, failed }
}

async function saveParameters(
  tx: Tx,
  user_id: number,
  changed: readonly { contact_id: number; parameters: Parameters }[],
  now: Date,
): Promise<void> {
  if (changed.length === 0) return
  const folded = changed.map(({ parameters }) => foldParameters(parameters))
  const texts = (values: readonly object[]) => values.map((value) => JSON.stringify(value))
  await sql`
    update contacts c
       set custom_parameters = g.parameters, folded_parameters = g.folded, comparable_parameters = g.comparable,
           revision = c.revision + 1, changed_at = ${now}
      from unnest(${changed.map(({ contact_id }) => contact_id)}::bigint[],
                  ${texts(changed.map(({ parameters }) => parameters))}::jsonb[],
                  ${texts(folded.map((one) => one.folded))}::jsonb[],
                  ${texts(folded.map((one) => one.comparable))}::jsonb[]) as g (id, parameters, folded, comparable)
     where c.user_id = ${user_id} and c.id = g.id`.execute(tx)
}

async function findThose(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  condition: ReturnType<typeof sql>,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from contacts
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and ${condition}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function lockContacts(tx: Tx, user_id: number, ids: readonly number[]): Promise<void> {
  await sql`
    select id from contacts where user_id = ${user_id} and id = any(${ids}::bigint[])
     order by id for no key update`.execute(tx)
}
