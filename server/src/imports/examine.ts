import { setImmediate as breathe } from 'node:timers/promises'
import { splitCells } from './cells.ts'
import { findDialect } from './dialect.ts'
import { decodeText, EncodingTally, showText, type Encoding } from './encoding.ts'
import { RecordReader, type Bookmark, type Dialect, type FileRecord } from './records.ts'

export type Column = { name: string; samples: string[] }

/** What a file is: how it is read, what its columns are, how many rows it has, and where they begin. */
export type Examined = {
  encoding: Encoding
  dialect: Dialect
  columns: Column[]
  total_rows: number
  bookmark: Bookmark
}

const sampledRows = 20
const samplesPerColumn = 3
const sampleLengthMax = 100
/** Reading so many rows takes a few milliseconds. */
const rowsAtOnce = 5000
/** So many rows with a quote that is never closed show that the quotes mean something else. */
const brokenRowsMax = 10_000

/** Looks at a file while it is received, piece by piece, in memory that does not grow with it. */
export class FileExaminer {
  readonly #encoding = new EncodingTally()
  #reader: RecordReader | undefined
  #dialect: Dialect | undefined
  #header: FileRecord | undefined
  #bookmark: Bookmark | undefined
  readonly #sample: FileRecord[] = []
  #rows = 0
  #brokenRows = 0
  #problem: string | undefined

  /** What shows already that the file cannot be read, as the rest of a sentence. */
  get problem(): string | undefined {
    return this.#problem
  }

  /** The first piece should be a good part of the file: the delimiter is found out from it. */
  async add(piece: Buffer): Promise<void> {
    if (this.#problem !== undefined) return
    this.#encoding.add(piece)
    if (this.#reader) this.#reader.push(piece)
    else this.#begin(piece)
    await this.#count()
  }

  /** At the end of the file. */
  async finish(): Promise<Examined | { problem: string }> {
    this.#reader?.end()
    await this.#count()
    const dialect = this.#dialect
    const bookmark = this.#bookmark
    if (this.#problem !== undefined) return { problem: this.#problem }
    if (!dialect || !bookmark) return { problem: 'is empty' }
    const { encoding } = this.#encoding
    const columns =
      dialect.format === 'csv'
        ? csvColumns(this.#header, this.#sample, dialect.delimiter, encoding)
        : jsonColumns(this.#sample, encoding)
    if ('problem' in columns) return columns
    return { encoding, dialect, columns, total_rows: this.#rows, bookmark }
  }

  #begin(head: Buffer): void {
    const found = findDialect(head.toString('latin1'))
    if ('problem' in found) {
      this.#problem = found.problem
      return
    }
    this.#dialect = found.dialect
    this.#bookmark = found.start
    this.#reader = new RecordReader(found.dialect, found.start)
    this.#reader.push(head.subarray(found.start.next_byte))
  }

  async #count(): Promise<void> {
    for (let record = this.#reader?.next(); record; record = this.#reader?.next()) {
      if (this.#dialect?.format === 'csv' && !this.#header) {
        this.#header = record
        this.#bookmark = this.#reader?.bookmark
        continue
      }
      this.#rows += 1
      if (this.#sample.length < sampledRows) this.#sample.push(record)
      if (record.problem === 'quote') this.#brokenRows += 1
      if (this.#brokenRows > brokenRowsMax) {
        this.#problem = `has more than ${brokenRowsMax} rows with a quote that is never closed: double the quotes within quoted texts`
        return
      }
      if (this.#rows % rowsAtOnce === 0 || record.problem) await breathe()
    }
  }
}

function csvColumns(
  header: FileRecord | undefined,
  rows: FileRecord[],
  delimiter: string,
  encoding: Encoding,
): Column[] | { problem: string } {
  if (!header || header.problem)
    return { problem: 'does not begin with a line that names its columns' }
  const text = decodeText(header.text, encoding)
  if (text === undefined || text.includes('\0'))
    return { problem: 'has a first line that is no text' }
  const cells = rows
    .filter(({ problem }) => !problem)
    .map((row) => splitCells(showText(row.text, encoding), delimiter))
  return splitCells(text, delimiter).map((name, index) => ({
    name: name.trim(),
    samples: samplesOf(cells.map((row) => row[index]?.trim() ?? '')),
  }))
}

function jsonColumns(rows: FileRecord[], encoding: Encoding): Column[] {
  const values = new Map<string, string[]>()
  for (const { text } of rows) {
    for (const [name, value] of entriesOf(showText(text, encoding))) {
      const sample = typeof value === 'string' ? value : JSON.stringify(value)
      const known = values.get(name.trim()) ?? []
      values.set(name.trim(), [...known, sample])
    }
  }
  return Array.from(values, ([name, samples]) => ({
    name: storable(name),
    samples: samplesOf(samples),
  }))
}

function entriesOf(text: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : []
  } catch {
    return []
  }
}

function samplesOf(values: string[]): string[] {
  return values
    .filter((value) => value !== '' && value !== 'null')
    .slice(0, samplesPerColumn)
    .map((value) => storable(value.slice(0, sampleLengthMax)))
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}
