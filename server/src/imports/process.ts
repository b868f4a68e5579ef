import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { isLostDatabase } from '../http/lost-database.ts'
import { deleteChunks } from './chunks.ts'
import { readNext, takeBatch } from './read-ahead.ts'
import {
  endImport,
  findOpenImports,
  lockImport,
  saveProgress,
  tellOfFailure,
  type OpenImport,
} from './work.ts'
import { writeBatch } from './write-batch.ts'

const chunksDeletedAtOnce = 64
const failedStepsMax = 5

/**
 * One step of one open import: its next batch of rows, or, once it is over, a part of its file to delete. False when
 * there is nothing to do. The batch and the bookmark commit together, so after a crash any process goes on where the last
 * one was.
 */
export async function continueImport(context: Context): Promise<boolean> {
  for (const { user_id, id } of await findOpenImports(context.db, context.now())) {
    try {
      const isDone = await inTransaction(context.db, async (tx) => {
        const open = await lockImport(tx, { user_id, id }, context.now())
        if (!open) return false
        if (open.is_over) await clearFile(tx, context, open)
        else await processBatch(tx, context, open)
        return true
      })
      if (isDone) return true
    } catch (error) {
      if (!isLostDatabase(error)) await noteFailure(context, user_id, id)
      throw error
    }
  }
  return false
}

async function processBatch(tx: Tx, context: Context, open: OpenImport): Promise<void> {
  const { user_id, segment_id } = open
  if (segment_id !== null && !(await holdSegment(tx, user_id, segment_id))) {
    const error = `Segment ${segment_id} was deleted while the import ran. The rows before line ${open.next_line} are in.`
    await endImport(tx, open, { status: 'failed', error, now: context.now() })
    return
  }
  const batch = await takeBatch(context.db, open)
  readNext(context.db, open, batch)
  const { counts, reasons } = await writeBatch(tx, context, open, batch)
  const now = context.now()
  await saveProgress(tx, open, { bookmark: batch.bookmark, counts, reasons, now })
  if (batch.is_last) await endImport(tx, open, { status: 'finished', now })
}

/** True when the segment is there to be filled; it stays so until the batch is written. */
async function holdSegment(tx: Tx, user_id: number, segment_id: number): Promise<boolean> {
  const segment = await tx
    .selectFrom('segments')
    .select('id')
    .where('user_id', '=', user_id)
    .where('id', '=', segment_id)
    .where('type', '=', 'custom')
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return segment !== undefined
}

async function clearFile(tx: Tx, { now }: Context, { user_id, id }: OpenImport): Promise<void> {
  const isMore = await deleteChunks(tx, { user_id, id }, chunksDeletedAtOnce)
  await tx
    .updateTable('imports')
    .set({ has_chunks: isMore, worked_at: now() })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** A step that fails again and again is given up, so that the import says so instead of hanging for ever. */
async function noteFailure({ db, now }: Context, user_id: number, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } = await sql<{ status: string }>`
    update imports
       set failed_steps = failed_steps + 1, worked_at = ${now()},
           status = case when failed_steps + 1 >= ${failedStepsMax} then 'failed' else status end,
           finished_at = case when failed_steps + 1 >= ${failedStepsMax} then ${now()}::timestamptz end,
           file_kept_until = case when failed_steps + 1 < ${failedStepsMax} then file_kept_until end,
           error = case when failed_steps + 1 >= ${failedStepsMax}
                        then 'Something went wrong on our side at line ' || next_line || '. It has been logged.' end
     where user_id = ${user_id} and id = ${id} and status = 'processing'
    returning status`.execute(tx)
    if (rows[0]?.status === 'failed') await tellOfFailure(tx, { user_id, id }, now())
  })
}
