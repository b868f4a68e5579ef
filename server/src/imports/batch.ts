import { setImmediate as breathe } from 'node:timers/promises'
import type { Db } from '../db/pool.ts'
import { readBytes } from './chunks.ts'
import { showText } from './encoding.ts'
import { RecordReader, type Bookmark, type FileRecord } from './records.ts'
import { createRowReader, Refusal, type ContactRow } from './rows.ts'
import type { OpenImport } from './work.ts'

/** The next rows of a file: those that can be contacts, those that cannot, and where to go on. */
export type Batch = {
  rows: ContactRow[]
  refused: { record: FileRecord; refusal: Refusal }[]
  /** By their lines. */
  records: Map<number, FileRecord>
  bookmark: Bookmark
  is_last: boolean
}

/** 5,000 rows are written in about 0.2 s; rows of many parameters reach the limit of bytes first. */
const batchRows = 5000
const batchBytes = 4 * 1024 * 1024
const windowBytes = 256 * 1024
/** The time for which nothing else of the process runs, about. */
const rowsAtOnce = 1000

/** Reads the next batch of an import. */
export async function readBatch(db: Db, open: OpenImport): Promise<Batch> {
  const { dialect, encoding, mapping, default_country } = open
  const columns = open.columns.map(({ name }) => name)
  const readRow = createRowReader({ dialect, encoding, columns, mapping, default_country })
  const reader = new RecordReader(dialect, open)
  const batch: Omit<Batch, 'bookmark' | 'is_last'> = { rows: [], refused: [], records: new Map() }
  const bytesRead = () => reader.bookmark.next_byte - open.next_byte

  let from = open.next_byte
  for (let isEnded = false; ;) {
    for (let record = reader.next(); record; record = reader.next()) {
      const count = addRow(batch, record, readRow(record))
      if (count % rowsAtOnce === 0) await breathe()
      if (count >= batchRows) return { ...batch, bookmark: reader.bookmark, is_last: false }
    }
    if (isEnded) return { ...batch, bookmark: reader.bookmark, is_last: true }
    if (bytesRead() >= batchBytes) return { ...batch, bookmark: reader.bookmark, is_last: false }
    isEnded = from >= open.file_bytes
    if (isEnded) reader.end()
    else {
      const bytes = await readBytes(db, open, { from, length: windowBytes })
      if (bytes.length === 0)
        throw new Error(`import ${open.id} has no bytes at ${from} of ${open.file_bytes}`)
      reader.push(bytes)
      from += bytes.length
    }
  }
}

function addRow(
  batch: Pick<Batch, 'rows' | 'refused' | 'records'>,
  record: FileRecord,
  row: ContactRow | Refusal,
): number {
  if (row instanceof Refusal) batch.refused.push({ record, refusal: row })
  else {
    batch.rows.push(row)
    batch.records.set(record.line, record)
  }
  return batch.rows.length + batch.refused.length
}

/** A record as it is kept in the list of refused rows. */
export function shownRow({ text }: FileRecord, open: OpenImport): string {
  return showText(text.slice(0, shownRowMax), open.encoding)
}

const shownRowMax = 20_000
