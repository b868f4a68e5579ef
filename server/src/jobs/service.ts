import type { Tx } from '../db/transaction.ts'
import { conflict, notFound } from '../errors.ts'
import { forgetChunks } from './work.ts'

/** Cancels a job. Before it starts nothing has been done; later, what is done stays. */
export async function cancelJob(tx: Tx, user_id: number, id: number, now: Date): Promise<void> {
  const job = await tx
    .selectFrom('jobs')
    .select('status')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!job) throw notFound(`There is no job ${id}.`)
  const problem = whyNotCancel(job.status)
  if (problem !== null) throw conflict(problem)
  await forgetChunks(tx, user_id, id)
  await tx
    .updateTable('jobs')
    .set({ status: 'cancelled', finished_at: now })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** As a sentence; null when it can be cancelled. */
export function whyNotCancel(status: string): string | null {
  if (status === 'waiting' || status === 'running') return null
  return `The job is ${status}; only one that has not ended can be cancelled.`
}
