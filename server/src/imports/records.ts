import { findClosing, skipBlanks } from './cells.ts'

/** How a file is cut into records. Lines may end in CR LF as well where the newline is LF. */
export type Dialect = { newline: '\n' | '\r' } & (
  | { format: 'csv'; delimiter: string }
  | { format: 'jsonl' }
)

/** Where the next record begins; `is_in_long_row`: in the middle of one that is too long, whose rest is passed over. */
export type Bookmark = { next_byte: number; next_line: number; is_in_long_row: boolean }

/** One row as it stands, each byte as a character of its value (latin1), and why it can be no row at all. */
export type FileRecord = { line: number; text: string; problem?: 'quote' | 'too_long' }

/** A row of a hundred parameters of a thousand characters fits twice. */
export const recordBytesMax = 256 * 1024
const shownOfLongRow = 1000

/**
 * Cuts the records out of a file that comes in pieces of any size; the pieces do not change what comes out. Blank records
 * are no records. A quote that is opened and not closed, within 256 KiB or until the end, costs the line that it stands
 * in, and reading goes on after that line.
 */
export class RecordReader {
  readonly #dialect: Dialect
  readonly #delimiter: string | undefined
  #text = ''
  /** Where in the text the next record begins, and in the file where the text does. */
  #at = 0
  #textByte: number
  #line: number
  #isInLongRow: boolean
  #isEnded = false
  /** The next quote in the text, or its length; -1 when it has to be looked for. */
  #quoteAt = -1

  constructor(dialect: Dialect, start: Bookmark) {
    this.#dialect = dialect
    this.#delimiter = dialect.format === 'csv' ? dialect.delimiter : undefined
    this.#textByte = start.next_byte
    this.#line = start.next_line
    this.#isInLongRow = start.is_in_long_row
  }

  /** After the last record that `next` gave. */
  get bookmark(): Bookmark {
    return {
      next_byte: this.#textByte + this.#at,
      next_line: this.#line,
      is_in_long_row: this.#isInLongRow,
    }
  }

  push(bytes: Buffer): void {
    this.#text = this.#text.slice(this.#at) + bytes.toString('latin1')
    this.#textByte += this.#at
    this.#at = 0
    this.#quoteAt = -1
  }

  /** There are no more pieces. */
  end(): void {
    this.#isEnded = true
  }

  /** The next record, or undefined when it needs more pieces or the file is at its end. */
  next(): FileRecord | undefined {
    for (;;) {
      if (this.#isInLongRow && !this.#skipLongRow()) return undefined
      if (this.#at >= this.#text.length) return undefined
      const found = this.#findEnd()
      if (found === undefined) return undefined
      const record = this.#take(found)
      if (record.problem || !isBlank(record.text, this.#delimiter)) return record
    }
  }

  #take({ end, problem }: Found): FileRecord {
    const line = this.#line
    const start = this.#at
    if (problem === 'too_long') {
      this.#isInLongRow = true
      return { line, text: this.#text.slice(start, start + shownOfLongRow), problem }
    }
    const text = this.#text.slice(
      start,
      this.#text[end - 1] === '\r' && end > start ? end - 1 : end,
    )
    this.#at = Math.min(end + 1, this.#text.length)
    this.#line += 1 + (problem || end - start < 2 ? 0 : countOf(text, this.#dialect.newline))
    return problem ? { line, text, problem } : { line, text }
  }

  #skipLongRow(): boolean {
    const end = this.#text.indexOf(this.#dialect.newline, this.#at)
    this.#at = end < 0 ? this.#text.length : end + 1
    if (end < 0) return false
    this.#line += 1
    this.#isInLongRow = false
    return true
  }

  /** Where the record ends. A record that is too long ends with its first line. */
  #findEnd(): Found | undefined {
    const { length } = this.#text
    const lineEnd = this.#text.indexOf(this.#dialect.newline, this.#at)
    const end = this.#hasQuoteBefore(lineEnd < 0 ? length : lineEnd) ? this.#walk() : lineEnd
    if (end >= 0 && end - this.#at <= recordBytesMax) return { end }
    const isWhole = end < 0 && this.#isEnded && length - this.#at <= recordBytesMax
    if (end < 0 && !isWhole && length - this.#at <= recordBytesMax) return undefined
    if (isWhole && end === -1) return { end: length }
    if (lineEnd >= 0 && lineEnd - this.#at <= recordBytesMax)
      return { end: lineEnd, problem: 'quote' }
    return isWhole ? { end: length, problem: 'quote' } : { end, problem: 'too_long' }
  }

  #hasQuoteBefore(end: number): boolean {
    if (this.#delimiter === undefined) return false
    if (this.#quoteAt < this.#at) {
      const quote = this.#text.indexOf('"', this.#at)
      this.#quoteAt = quote < 0 ? this.#text.length : quote
    }
    return this.#quoteAt < end
  }

  /** Cell by cell to the end of a record with quotes: its place, -1 when the text ends before it, -2 within quotes. */
  #walk(): number {
    // Only a CSV comes here.
    const delimiter = this.#delimiter ?? ','
    const { newline } = this.#dialect
    for (let start = this.#at; ;) {
      let end: number
      const open = skipBlanks(this.#text, start, delimiter)
      if (this.#text[open] === '"') {
        const close = findClosing(this.#text, open, { delimiter, newline, isWhole: this.#isEnded })
        if (close < 0) return -2
        end = skipBlanks(this.#text, close + 1, delimiter)
      } else {
        const next = this.#text.indexOf(delimiter, start)
        const lineEnd = this.#text.indexOf(newline, start)
        if (lineEnd >= 0 && (next < 0 || lineEnd < next)) return lineEnd
        end = next < 0 ? this.#text.length : next
      }
      if (this.#text[end] === newline) return end
      if (end >= this.#text.length) return -1
      start = end + 1
    }
  }
}

type Found = { end: number; problem?: 'quote' | 'too_long' }

/** Nothing but blanks; in a CSV also empty cells, as spreadsheets leave them under a table. */
function isBlank(text: string, delimiter: string | undefined): boolean {
  for (const character of text) {
    if (character === delimiter || character === ' ' || character === '\t' || character === '\r')
      continue
    if (delimiter === undefined || (character !== '"' && character !== '\n')) return false
  }
  return true
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
