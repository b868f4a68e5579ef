import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { writeNotices } from '../notices/write.ts'
import type { Column } from './examine.ts'
import type { Encoding } from './encoding.ts'
import type { Mapping } from './mapping.ts'
import type { Bookmark, Dialect } from './records.ts'
import type { Reason } from './rows.ts'

/** What is to be done about an import: rows to be read, or the file of one that is over to be deleted. */
export type OpenImport = Bookmark & {
  user_id: number
  id: number
  is_over: boolean
  mapping: Mapping | null
  segment_id: number | null
  on_known: 'update' | 'skip'
  default_country: string | null
  dry_run: boolean
  file_bytes: number
  encoding: Encoding
  dialect: Dialect
  columns: Column[]
  refused_reasons: Partial<Record<Reason, number>>
}

/** What a batch of rows came to. */
export type Counts = {
  created: number
  updated: number
  skipped: number
  refused: number
  opted_out: number
  duplicates: number
  stay_opted_out: number
}

const accountsLookedAt = 50

/** What is not arriving any more, and whose file is not kept for a run that may come. */
function isToBeWorkedOn(now: Date) {
  return sql<boolean>`
    (has_chunks and status <> 'receiving'
     and (status = 'processing' or file_kept_until is null or file_kept_until <= ${now}))`
}

/** The oldest open import of each account, who has waited longest first. An account's imports are done in their order. */
export async function findOpenImports(
  db: Db,
  now: Date,
): Promise<{ user_id: number; id: number }[]> {
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id
      from (select distinct on (user_id) user_id, id, worked_at from imports
             where ${isToBeWorkedOn(now)}
             order by user_id, id) oldest
     order by worked_at, user_id limit ${accountsLookedAt}`.execute(db)
  return rows
}

/** Takes an import for one step; undefined when another process is at it, or nothing is left to be done. */
export async function lockImport(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<OpenImport | undefined> {
  const row = await tx
    .selectFrom('imports')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where(isToBeWorkedOn(now))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined
  const {
    status,
    encoding,
    format,
    delimiter,
    newline,
    columns,
    mapping,
    on_known,
    refused_reasons,
    ...rest
  } = row
  const lines = { newline: newline === '\r' ? ('\r' as const) : ('\n' as const) }
  return {
    ...rest,
    is_over: status !== 'processing',
    encoding: encoding === 'windows-1252' ? encoding : 'utf-8',
    dialect:
      format === 'jsonl'
        ? { ...lines, format }
        : { ...lines, format: 'csv', delimiter: delimiter ?? ',' },
    on_known: on_known === 'skip' ? on_known : 'update',
    // Written by us, in these shapes.
    columns: columns as Column[],
    mapping: mapping as Mapping | null,
    refused_reasons: refused_reasons as OpenImport['refused_reasons'],
  }
}

/** Moves the bookmark and adds to the counts, in the transaction that wrote the rows. */
export async function saveProgress(
  tx: Tx,
  { user_id, id }: OpenImport,
  progress: {
    bookmark: Bookmark
    counts: Counts
    reasons: OpenImport['refused_reasons']
    now: Date
  },
): Promise<void> {
  const { bookmark, counts, reasons, now } = progress
  await tx
    .updateTable('imports')
    .set({
      ...bookmark,
      created_rows: sql<number>`created_rows + ${counts.created}`,
      updated_rows: sql<number>`updated_rows + ${counts.updated}`,
      skipped_rows: sql<number>`skipped_rows + ${counts.skipped}`,
      refused_rows: sql<number>`refused_rows + ${counts.refused}`,
      opted_out_rows: sql<number>`opted_out_rows + ${counts.opted_out}`,
      duplicate_rows: sql<number>`duplicate_rows + ${counts.duplicates}`,
      stay_opted_out_rows: sql<number>`stay_opted_out_rows + ${counts.stay_opted_out}`,
      refused_reasons: JSON.stringify(reasons),
      failed_steps: 0,
      started_at: sql<Date>`coalesce(started_at, ${now})`,
      worked_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** Ends an import. Its file is deleted by later steps; that of a dry run that came to its end is kept for a while. */
export async function endImport(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  end: { status: 'finished' | 'failed' | 'cancelled'; error?: string; now: Date },
): Promise<void> {
  const { status, error = null, now } = end
  await tx
    .updateTable('imports')
    .set({
      status,
      error,
      finished_at: now,
      worked_at: now,
      ...(status === 'finished' ? {} : { file_kept_until: null }),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('import_numbers')
    .where('user_id', '=', user_id)
    .where('import_id', '=', id)
    .execute()
  if (status === 'failed') await tellOfFailure(tx, { user_id, id }, now)
}

/** Tells the owner that an import has failed, in the transaction in which it did. */
export async function tellOfFailure(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<void> {
  const { file_name, error } = await tx
    .selectFrom('imports')
    .select(['file_name', 'error'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const subject = { subject_type: 'import', subject_id: id, subject_name: file_name } as const
  await writeNotices(tx, user_id, [{ kind: 'import_failed', ...subject, details: { error } }], now)
}
