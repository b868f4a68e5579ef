import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

const keptHours = 24
/** Of each account. A file may have a gigabyte. */
const keptFilesMax = 3

/** Keeps the file of a dry run for a day, so that it can be imported as it is. Of an account's, the last three are kept. */
export async function keepFile(
  db: Db,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + keptHours * 3_600_000)
  await sql`
    update imports set file_kept_until = case when id = ${id} then ${until}::timestamptz end
     where user_id = ${user_id}
       and (id = ${id}
            or (file_kept_until is not null and status <> 'processing'
                and id not in (select id from imports
                                where user_id = ${user_id} and has_chunks and (file_kept_until is not null or id = ${id})
                                order by id desc limit ${keptFilesMax})))`.execute(db)
}

type Files = { user_id: number; from: number; to: number }

/** Gives the file of one import to another; its chunks are not copied. */
export async function moveFile(tx: Tx, { user_id, from, to }: Files): Promise<void> {
  await sql`
    update import_chunks set import_id = ${to}
     where user_id = ${user_id} and import_id = ${from}`.execute(tx)
  await tx
    .updateTable('imports')
    .set({ has_chunks: false, file_kept_until: null, file_taken_by: to })
    .where('user_id', '=', user_id)
    .where('id', '=', from)
    .execute()
}
