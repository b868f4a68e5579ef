import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'

/** All chunks of a file but the last have this length, so that the one that holds a byte is known. */
export const chunkBytes = 1024 * 1024

type Import = { user_id: number; id: number }

/** Keeps one chunk of a file that is being received. False when the import is no longer waiting for it. */
export async function insertChunk(
  db: Db,
  { user_id, id }: Import,
  chunk: { first_byte: number; data: Buffer; now: Date },
): Promise<boolean> {
  const { first_byte, data, now } = chunk
  const { numAffectedRows } = await sql`
    with waiting as (
      update imports set file_bytes = ${first_byte + data.length}, worked_at = ${now}
       where user_id = ${user_id} and id = ${id} and status = 'receiving'
      returning id
    )
    insert into import_chunks (user_id, import_id, first_byte, data)
    select ${user_id}, id, ${first_byte}, ${data}::bytea from waiting`.execute(db)
  return numAffectedRows === 1n
}

/** Up to so many bytes of the file from a place on; none at its end. They may be fewer, where a chunk ends. */
export async function readBytes(
  db: Db,
  { user_id, id }: Import,
  { from, length }: { from: number; length: number },
): Promise<Buffer> {
  const first_byte = from - (from % chunkBytes)
  const { rows } = await sql<{ bytes: Buffer }>`
    select substring(data from ${from - first_byte + 1}::integer for ${length}::integer) as bytes
      from import_chunks
     where user_id = ${user_id} and import_id = ${id} and first_byte = ${first_byte}`.execute(db)
  return rows[0]?.bytes ?? Buffer.alloc(0)
}

/** Deletes some chunks of a file; false when none are left. */
export async function deleteChunks(
  tx: Tx,
  { user_id, id }: Import,
  limit: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from import_chunks
     where user_id = ${user_id} and import_id = ${id}
       and first_byte in (select first_byte from import_chunks
                           where user_id = ${user_id} and import_id = ${id}
                           order by first_byte limit ${limit})`.execute(tx)
  return numAffectedRows === BigInt(limit)
}
