import type { Context } from '../context.ts'
import type { JsonValue } from '../db/schema.generated.ts'
import type { Tx } from '../db/transaction.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import type { Column } from './examine.ts'
import { keepFile, moveFile } from './kept-files.ts'
import { mappingProblems, type Mapping } from './mapping.ts'
import { whyNotRun } from './moves.ts'
import { segmentProblem } from './receive.ts'
import { endImport } from './work.ts'

/** What a run does otherwise than the dry run before it. */
export type RunFields = {
  mapping?: Mapping
  segment_id?: number
  on_known?: 'update' | 'skip'
  default_country?: string
  dry_run?: boolean
}

/**
 * Imports the file of a dry run, or tries it once more in another way, as an import of its own. The file goes over to
 * it; a dry run that still goes on is ended.
 */
export async function runImport(
  tx: Tx,
  context: Context,
  { user_id, id }: { user_id: number; id: number },
  fields: RunFields,
): Promise<number> {
  const now = context.now()
  const tried = await lockTried(tx, { user_id, id }, now)
  // What is stored was read as one.
  const mapping = fields.mapping ?? (tried.mapping as Mapping | null)
  const segment_id = fields.segment_id ?? tried.segment_id
  await checkRun(tx, tried, { mapping, segment_id })
  if (tried.status === 'processing') await endImport(tx, tried, { status: 'cancelled', now })
  const { id: next } = await tx
    .insertInto('imports')
    .values({
      ...ofFile(tried),
      user_id,
      status: 'processing',
      mapping: mapping === null ? null : JSON.stringify(mapping),
      segment_id,
      on_known: fields.on_known ?? tried.on_known,
      default_country: fields.default_country ?? tried.default_country,
      dry_run: fields.dry_run ?? false,
      created_at: now,
      worked_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await moveFile(tx, { user_id, from: id, to: next })
  if (fields.dry_run) await keepFile(tx, { user_id, id: next }, now)
  context.wake.tell({ about: 'engine' })
  return next
}

type Tried = Awaited<ReturnType<typeof lockTried>>

async function lockTried(tx: Tx, { user_id, id }: { user_id: number; id: number }, now: Date) {
  const tried = await tx
    .selectFrom('imports')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('status', '<>', 'receiving')
    .forUpdate()
    .executeTakeFirst()
  if (!tried) throw notFound(`There is no import ${id}.`)
  const reason = whyNotRun(tried, now)
  if (reason !== null) throw conflict(reason)
  return tried
}

async function checkRun(
  tx: Tx,
  { user_id, columns, format }: Tried,
  { mapping, segment_id }: { mapping: Mapping | null; segment_id: number | null },
): Promise<void> {
  // Written by us, in this shape.
  const names = (columns as Column[]).map(({ name }) => name)
  const problems = mappingProblems(names, mapping, format === 'jsonl' ? format : 'csv').map(
    (title) => ({ title, field: 'mapping' }),
  )
  const problem = segment_id === null ? undefined : await segmentProblem(tx, user_id, segment_id)
  if (problem) problems.push({ ...problem, field: 'segment_id' })
  if (problems.length > 0) throw invalid(problems)
}

/** What was found out about the file, and where its rows begin. */
function ofFile(tried: Tried) {
  const { file_name, file_name_folded, file_bytes, encoding, format, delimiter, newline } = tried
  return {
    file_name,
    file_name_folded,
    file_bytes,
    encoding,
    format,
    delimiter,
    newline,
    columns: JSON.stringify(tried.columns satisfies JsonValue),
    total_rows: tried.total_rows,
    next_byte: tried.first_row_byte,
    next_line: tried.first_row_line,
    first_row_byte: tried.first_row_byte,
    first_row_line: tried.first_row_line,
  }
}
