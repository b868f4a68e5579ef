import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { getAccount } from '../accounts/service.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { unavailable, type Problem } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { readInteger } from '../http/field-readers.ts'
import { shownName, type Fields } from '../http/form.ts'
import { chunkBytes, insertChunk } from './chunks.ts'
import { FileExaminer, type Examined } from './examine.ts'
import { fileProblems, readImportFields, refuseWholeFile, type ImportFields } from './fields.ts'
import { keepFile } from './kept-files.ts'
import { checkUploadType, fileTooLarge, readUpload } from './upload.ts'

type Received = { id: number; file: Examined | { problem: string } }

/**
 * Takes an import: its file goes to the database while it arrives, a chunk at a time. The id is answered when all of it
 * is there and can be read; whatever is wrong, nothing stays.
 */
export async function receiveImport(
  context: Context,
  request: FastifyRequest,
  { body, fileBytesMax }: { body: Readable; fileBytesMax: number },
): Promise<number> {
  checkUploadType(request, fileBytesMax)
  const { user_id } = request
  const received: Partial<Received> = {}
  try {
    const { fields, has_file } = await readUpload(request, body, async (file, fileName) => {
      received.id = await insertImport(context, user_id, fileName)
      received.file = await storeFile(context, { user_id, id: received.id }, file, fileBytesMax)
    })
    if (!has_file) refuseWholeFile(fields, 'is required')
    return await accept(context, user_id, received, fields)
  } catch (error) {
    if (received.id !== undefined) await forget(context, user_id, received.id)
    throw error
  }
}

/** Deletes uploads whose process died; one that goes on is noted with every chunk. */
export async function deleteAbandonedUploads(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('imports')
    .where('status', '=', 'receiving')
    .where('worked_at', '<', new Date(now.getTime() - 3_600_000))
    .execute()
}

async function insertImport(
  { db, now }: Context,
  user_id: number,
  fileName: string | null,
): Promise<number> {
  const file_name = fileName === null ? null : shownName(fileName)
  const { id } = await db
    .insertInto('imports')
    .values({
      user_id,
      file_name,
      file_name_folded: file_name === null ? null : fold(file_name),
      created_at: now(),
      worked_at: now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function storeFile(
  { db, now }: Context,
  stored: { user_id: number; id: number },
  file: AsyncIterable<Buffer>,
  fileBytesMax: number,
): Promise<Examined | { problem: string }> {
  const examiner = new FileExaminer()
  let first_byte = 0
  for await (const data of inChunks(file)) {
    if (first_byte + data.length > fileBytesMax) throw fileTooLarge(fileBytesMax)
    await examiner.add(data)
    // What cannot be read is not kept, but the form around it is still read to its end.
    if (
      examiner.problem === undefined &&
      !(await insertChunk(db, stored, { first_byte, data, now: now() }))
    ) {
      throw unavailable('The upload took too long. Try again.', 5)
    }
    first_byte += data.length
  }
  return examiner.finish()
}

async function* inChunks(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for await (const piece of file) {
    pieces.push(piece)
    length += piece.length
    if (length < chunkBytes) continue
    const bytes = Buffer.concat(pieces, length)
    let start = 0
    for (; length - start >= chunkBytes; start += chunkBytes)
      yield bytes.subarray(start, start + chunkBytes)
    pieces = [bytes.subarray(start)]
    length -= start
  }
  if (length > 0) yield Buffer.concat(pieces, length)
}

async function accept(
  context: Context,
  user_id: number,
  { id, file }: Partial<Received>,
  fields: Fields,
): Promise<number> {
  if (file && 'problem' in file) refuseWholeFile(fields, file.problem)
  const examined = file && !('problem' in file) ? file : undefined
  const segment_id = readInteger(fields.values.get('segment_id'))
  const problem =
    segment_id === undefined ? undefined : await segmentProblem(context.db, user_id, segment_id)
  if (problem) fields.problems.push(problem)
  const values = readImportFields(fields, examined)
  // Without a file there was a problem.
  await openImport(context, { user_id, id: id! }, examined!, values)
  return id!
}

/** What keeps contacts from being imported into a segment, if anything does. */
export async function segmentProblem(
  db: Db,
  user_id: number,
  id: number,
): Promise<Problem | undefined> {
  if (id < 1) return undefined
  const segment = await db
    .selectFrom('segments')
    .select('type')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (segment?.type === 'custom') return undefined
  const title = segment
    ? `Segment ${id} is of type ${segment.type}; contacts are imported into one of type custom.`
    : `There is no segment ${id}.`
  return { title, field: 'segment_id' }
}

async function openImport(
  { db, now, wake }: Context,
  { user_id, id }: { user_id: number; id: number },
  file: Examined,
  fields: ImportFields,
): Promise<void> {
  const { dialect, encoding, columns, total_rows, bookmark } = file
  // Nothing can be tried before somebody says what the columns are.
  const isUnmapped = fileProblems(file, fields.mapping ?? null).length > 0
  const { default_country: country } = await getAccount(db, user_id)
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set({
      ...(isUnmapped ? { status: 'finished', finished_at: now() } : { status: 'processing' }),
      mapping: fields.mapping === undefined ? null : JSON.stringify(fields.mapping),
      segment_id: fields.segment_id ?? null,
      on_known: fields.on_known ?? 'update',
      default_country: fields.default_country ?? country,
      dry_run: fields.dry_run ?? false,
      encoding,
      format: dialect.format,
      delimiter: dialect.format === 'csv' ? dialect.delimiter : null,
      newline: dialect.newline,
      columns: JSON.stringify(columns),
      total_rows,
      ...bookmark,
      first_row_byte: bookmark.next_byte,
      first_row_line: bookmark.next_line,
      worked_at: now(),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('status', '=', 'receiving')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw unavailable('The upload took too long. Try again.', 5)
  if (fields.dry_run) await keepFile(db, { user_id, id }, now())
  wake.tell({ about: 'engine' })
}

async function forget({ db, log }: Context, user_id: number, id: number): Promise<void> {
  try {
    await db
      .deleteFrom('imports')
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .where('status', '=', 'receiving')
      .execute()
  } catch (error) {
    log.warn({ error, import_id: id }, 'a broken upload stays until the next clean-up')
  }
}
