import { BackupError, notOurs } from './error.ts'

// A backup is one zstd file of text, so that it can be read without Simcast: `zstd -dc FILE`.
//
//   {"simcast_backup":1,…}                       what it is: a Header
//   {"table":"contacts","columns":["id",…]}      for each table
//   1<tab>+44…                                   its rows, as COPY writes them
//   \.                                           their end, as in COPY
//   {"rows":2}                                   how many they were
//   {"end":true,"rows":3,"sha256":"…"}           the last line: a checksum of all before it
//
// A file without its last line is no backup.

export type TableHeader = { table: string; columns: string[] }

export type Sequence = { table: string; column: string; last_value: number }

export type Header = {
  /** The version of this format. */
  simcast_backup: number
  simcast_version: string
  postgres_version: string
  /** The moment whose state it holds, by the database's clock. */
  taken_at: string
  /** The names of the migrations that made its tables, in order. */
  migrations: string[]
  tables: TableHeader[]
  /** The last id that each table has given out. */
  sequences: Sequence[]
}

export type TableEnd = { rows: number }

export type End = { end: true; rows: number; sha256: string }

export const formatVersion = 1

/** What ends the rows of a table. COPY doubles every backslash of the data, so no row can look like it. */
export const rowsEnd = '\\.\n'

export function toLine(value: Header | TableHeader | TableEnd | End): string {
  return `${JSON.stringify(value)}\n`
}

/** Reads the first line, and refuses what this version cannot restore. */
export function readHeader(line: string): Header {
  const header = parse(line) as Partial<Header> | undefined
  const version = header?.simcast_backup
  if (typeof version !== 'number') throw notOurs()
  if (version > formatVersion) {
    throw new BackupError(
      `This backup was made by Simcast ${header?.simcast_version}, which is newer than this one. ` +
        'Restore it with that version or a later one.',
    )
  }
  // Of this version, so we wrote all of it.
  return header as Header
}

export function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
