import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'
import type { ImportStatus } from '../db/schema.generated.ts'
import { Moves } from '../http/moves.ts'
import { Datetime, NullableDatetime, nullable, wireDatetime } from '../http/wire.ts'
import { comparableOf } from '../lib/fold.ts'
import { readPhoneNumber } from '../lib/phone-number.ts'
import type { Column } from './examine.ts'
import { guessTargets, mappingProblems, targetsOf, type Mapping } from './mapping.ts'
import { movesOf } from './moves.ts'
import { reasons, type Reason } from './rows.ts'

export const Import = Type.Object({
  id: Type.Integer(),
  status: Type.Enum(['processing', 'finished', 'failed', 'cancelled']),
  dry_run: Type.Boolean(),
  total_rows: Type.Integer(),
  processed_rows: Type.Integer({ description: 'created + updated + skipped + refused' }),
  created: Type.Integer(),
  updated: Type.Integer(),
  skipped: Type.Integer(),
  refused: Type.Integer(),
  error: nullable(Type.String()),
  datetime: Datetime,
  finished_datetime: NullableDatetime,
  file_name: nullable(Type.String()),
  file_bytes: Type.Integer(),
  processed_bytes: Type.Integer(),
  encoding: Type.Enum(['utf-8', 'windows-1252']),
  format: Type.Enum(['csv', 'jsonl']),
  delimiter: nullable(Type.String()),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      samples: Type.Array(Type.String()),
      guess: nullable(Type.String({ description: 'What it is taken for without a mapping' })),
      kind: Type.Unsafe<'number' | 'date' | 'text' | null>({
        type: ['string', 'null'],
        enum: ['number', 'date', 'text', null],
        description: 'What its samples are, if any',
      }),
      reads_as: nullable(
        Type.String({ description: 'The first sample as a phone number, where it is one' }),
      ),
    }),
  ),
  mapping: Type.Unsafe<Mapping | null>({ type: ['object', 'null'], additionalProperties: true }),
  segment_id: nullable(Type.Integer()),
  on_known: Type.Enum(['update', 'skip']),
  default_country: nullable(Type.String()),
  opted_out: Type.Integer({ description: 'Rows that say that the contact has opted out' }),
  duplicates: nullable(
    Type.Integer({
      description: 'Rows whose number came up before in the file; counted by a dry run, else null',
    }),
  ),
  refused_reasons: Type.Array(Type.Object({ reason: Type.String(), total: Type.Integer() })),
  rows_per_second: nullable(Type.Integer()),
  stay_opted_out: nullable(
    Type.Integer({
      description: 'Numbers that opted out before and stay so; counted by a dry run, else null',
    }),
  ),
  file_kept_until_datetime: NullableDatetime,
  taken_by_import_id: nullable(
    Type.Integer({ description: 'The import that goes on with the file of this dry run' }),
  ),
  mapping_problems: Type.Array(Type.String(), {
    description: 'Why the columns cannot be taken as they are mapped; then nothing was tried',
  }),
  moves: Moves,
})

/** The imports of these ids, in no order. One whose file is still arriving is not there yet. */
export function findImports(db: Db, user_id: number, ids: readonly number[]) {
  return db
    .selectFrom('imports')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('id', 'in', ids)
    .where('status', '<>', 'receiving')
    .execute()
}

type Row = Awaited<ReturnType<typeof findImports>>[number]

export function presentImport(row: Row, now: Date) {
  const processed_rows = row.created_rows + row.updated_rows + row.skipped_rows + row.refused_rows
  return {
    id: row.id,
    status: row.status satisfies ImportStatus,
    dry_run: row.dry_run,
    total_rows: row.total_rows,
    processed_rows,
    created: row.created_rows,
    updated: row.updated_rows,
    skipped: row.skipped_rows,
    refused: row.refused_rows,
    error: row.error,
    datetime: wireDatetime(row.created_at),
    finished_datetime: wireDatetime(row.finished_at),
    file_name: row.file_name,
    file_bytes: row.file_bytes,
    processed_bytes: row.next_byte,
    encoding: row.encoding,
    format: row.format,
    delimiter: row.delimiter,
    columns: presentColumns(row),
    mapping: row.mapping,
    segment_id: row.segment_id,
    on_known: row.on_known,
    default_country: row.default_country,
    opted_out: row.opted_out_rows,
    duplicates: row.dry_run ? row.duplicate_rows : null,
    refused_reasons: presentReasons(row),
    rows_per_second: speedOf(row, processed_rows),
    stay_opted_out: row.dry_run ? row.stay_opted_out_rows : null,
    file_kept_until_datetime: wireDatetime(row.file_kept_until),
    taken_by_import_id: row.file_taken_by,
    mapping_problems: mappingProblems(
      // Written by us, in these shapes.
      (row.columns as Column[]).map(({ name }) => name),
      row.mapping as Mapping | null,
      row.format === 'jsonl' ? row.format : 'csv',
    ),
    moves: movesOf(row, now),
  }
}

function presentColumns(row: Row) {
  // Written by us, in this shape.
  const columns = row.columns as Column[]
  const names = columns.map(({ name }) => name)
  const guesses = guessTargets(names)
  // Of the request, checked when it was read.
  const targets = targetsOf(names, row.mapping as Mapping | null)
  return columns.map(({ name, samples }, index) => ({
    name,
    samples,
    guess: guesses[index] ?? null,
    kind: kindOf(samples),
    reads_as: targets[index] === 'phone_number' ? readAs(samples, row.default_country) : null,
  }))
}

function kindOf(samples: readonly string[]): 'number' | 'date' | 'text' | null {
  const kinds = new Set(
    samples.map((sample) => {
      const compared = comparableOf(sample)
      if (compared === null) return 'text'
      return typeof compared === 'number' ? 'number' : 'date'
    }),
  )
  const [kind = null] = kinds
  return kinds.size > 1 ? 'text' : kind
}

function readAs([sample]: readonly string[], country: string | null): string | null {
  if (sample === undefined) return null
  const number = readPhoneNumber(sample, country)
  return 'problem' in number ? null : number.phone_number
}

/** The most frequent first. */
function presentReasons(row: Row) {
  // Written by us, in this shape.
  const totals = Object.entries(row.refused_reasons as Record<Reason, number>) as [Reason, number][]
  return totals
    .map(([reason, total]) => ({ reason: reasons[reason], total }))
    .toSorted((one, other) => other.total - one.total)
}

function speedOf({ started_at, worked_at, finished_at }: Row, rows: number): number | null {
  if (!started_at) return null
  const seconds = ((finished_at ?? worked_at).getTime() - started_at.getTime()) / 1000
  return seconds > 0 ? Math.round(rows / seconds) : null
}
