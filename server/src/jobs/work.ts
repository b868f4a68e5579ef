import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { deleteContacts } from '../contacts/delete.ts'
import { editMany, optInMany, optOutMany } from '../contacts/many.ts'
import type { Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { isLostDatabase } from '../http/lost-database.ts'
import { storedRequest, type BulkAction, type StoredRequest } from './bulk.ts'

type OpenJob = {
  user_id: number
  id: number
  action: BulkAction
  request: StoredRequest
  api_key_id: number | null
  person_id: number | null
}

/** What a chunk came to. */
type Outcome = { changed: number; failed: number }

const accountsLookedAt = 50
const failedStepsMax = 5
const tooManyError =
  'Some contacts have as many custom parameters as a contact may have; they were left as they are.'
const ourError = 'Something went wrong on our side. It has been logged. What was done stays done.'

/**
 * One chunk of one job that is due. False when there is none. What is done to the contacts and the end of their chunk are
 * one transaction, so after a crash any process goes on where the last one was, and nothing is done twice.
 */
export async function continueJob(context: Context): Promise<boolean> {
  for (const { user_id, id } of await findDueJobs(context.db, context.now())) {
    try {
      const isDone = await inTransaction(context.db, async (tx) => {
        const job = await lockJob(tx, user_id, id)
        if (job) await doChunk(tx, context, job)
        return job !== undefined
      })
      if (isDone) return true
    } catch (error) {
      if (!isLostDatabase(error)) await noteFailure(context, user_id, id)
      throw error
    }
  }
  return false
}

/** The oldest of each account, who has waited longest first: those of one account may be about the same contacts. */
async function findDueJobs(db: Db, now: Date): Promise<{ user_id: number; id: number }[]> {
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id
      from (select distinct on (user_id) user_id, id, worked_at from jobs
             where status in ('waiting', 'running') and starts_at <= ${now}
             order by user_id, id) oldest
     order by worked_at, user_id limit ${accountsLookedAt}`.execute(db)
  return rows
}

/** Undefined when another process is at it, or it is over. */
async function lockJob(tx: Tx, user_id: number, id: number): Promise<OpenJob | undefined> {
  const job = await tx
    .selectFrom('jobs')
    .select(['action', 'request', 'api_key_id', 'person_id'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'running'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  // The table's checks allow no other action.
  return (
    job && {
      ...job,
      user_id,
      id,
      action: job.action as BulkAction,
      request: storedRequest(job.request),
    }
  )
}

async function doChunk(tx: Tx, context: Context, job: OpenJob): Promise<void> {
  const { user_id, id } = job
  const [chunk, next] = await tx
    .selectFrom('job_chunks')
    .select(['chunk', 'ids'])
    .where('user_id', '=', user_id)
    .where('job_id', '=', id)
    .orderBy('chunk')
    .limit(2)
    .execute()
  const ids = chunk?.ids ?? []
  const { changed, failed } =
    ids.length === 0 ? { changed: 0, failed: 0 } : await change(tx, context, job, ids)
  if (chunk) {
    await tx
      .deleteFrom('job_chunks')
      .where('user_id', '=', user_id)
      .where('job_id', '=', id)
      .where('chunk', '=', chunk.chunk)
      .execute()
  }
  const now = context.now()
  await tx
    .updateTable('jobs')
    .set({
      status: next ? 'running' : 'finished',
      finished_at: next ? null : now,
      done: sql<number>`done + ${ids.length - failed}`,
      unchanged: sql<number>`unchanged + ${ids.length - failed - changed}`,
      failed: sql<number>`failed + ${failed}`,
      ...(failed > 0 ? { error: tooManyError } : {}),
      failed_steps: 0,
      started_at: sql<Date>`coalesce(started_at, ${now})`,
      worked_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

async function change(
  tx: Tx,
  context: Context,
  job: OpenJob,
  ids: readonly number[],
): Promise<Outcome> {
  const { user_id, id: job_id, request, api_key_id, person_id } = job
  const by = { api_key_id, person_id }
  const evidence = { how: 'api', ...by, note: request.consent_note ?? null } as const
  const all = (changed: number) => ({ changed, failed: 0 })
  switch (job.action) {
    case 'opt_out':
      return all(await optOutMany(tx, context, user_id, ids, evidence))
    case 'opt_in':
      return all(await optInMany(tx, context, user_id, ids, evidence))
    case 'delete':
      return all(await deleteContacts(tx, context, user_id, ids))
    case 'edit': {
      const changes = request.custom_parameters ?? { set: {}, remove: [] }
      return editMany(tx, context, user_id, ids, { changes, by: { ...by, job_id } })
    }
  }
}

/** A step that fails again and again is given up, so that the job says so instead of hanging for ever. */
async function noteFailure({ db, now }: Context, user_id: number, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } = await sql<{ status: string }>`
      update jobs
         set failed_steps = failed_steps + 1, worked_at = ${now()},
             status = case when failed_steps + 1 >= ${failedStepsMax} then 'failed' else status end,
             finished_at = case when failed_steps + 1 >= ${failedStepsMax} then ${now()}::timestamptz end,
             error = case when failed_steps + 1 >= ${failedStepsMax} then ${ourError} else error end
       where user_id = ${user_id} and id = ${id} and status in ('waiting', 'running')
      returning status`.execute(tx)
    if (rows[0]?.status === 'failed') await forgetChunks(tx, user_id, id)
  })
}

/** What is left of a job that is over before its end. */
export async function forgetChunks(tx: Tx, user_id: number, job_id: number): Promise<void> {
  await tx
    .deleteFrom('job_chunks')
    .where('user_id', '=', user_id)
    .where('job_id', '=', job_id)
    .execute()
}
