import { splitCells } from './cells.ts'
import { guessColumn } from './column-names.ts'
import type { Bookmark, Dialect } from './records.ts'

export type FoundDialect = { dialect: Dialect; start: Bookmark }

const sampleLines = 50
const sampleLength = 64 * 1024
/** In the order in which they are taken where nothing tells them apart. */
const delimiters = [',', ';', '\t', '|']

/**
 * How a file is to be read, found out from its first bytes (as latin1), and where its text begins. A problem is the rest
 * of a sentence that begins with the file.
 */
export function findDialect(head: string): FoundDialect | { problem: string } {
  const problem = whatElse(head)
  if (problem !== undefined) return { problem }

  const mark = head.startsWith(byteOrderMark) ? byteOrderMark.length : 0
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r'
  const text = head.slice(mark)
  const start = { next_byte: mark, next_line: 1, is_in_long_row: false }
  const first = text.trimStart()[0]
  if (first === undefined) return { problem: 'is empty' }
  if (first === '[')
    return { problem: 'is a JSON array: write one object per line, without brackets around them' }
  if (first === '{') return { dialect: { format: 'jsonl', newline }, start }

  // The line by which Excel is told the delimiter.
  const told = /^sep=([,;\t|])\r?(?:\n|\r|$)/i.exec(text)
  if (told?.[1] === undefined) {
    return { dialect: { format: 'csv', newline, delimiter: likelyDelimiter(text, newline) }, start }
  }
  const afterTold = { ...start, next_byte: mark + told[0].length, next_line: 2 }
  return { dialect: { format: 'csv', newline, delimiter: told[1] }, start: afterTold }
}

const byteOrderMark = '\xef\xbb\xbf'

const beginnings: [string, string][] = [
  ['\xff\xfe', 'is in UTF-16: save it as CSV in UTF-8'],
  ['\xfe\xff', 'is in UTF-16: save it as CSV in UTF-8'],
  ['PK\x03\x04', 'is a spreadsheet or an archive, and no text: save the sheet as CSV'],
  ['\xd0\xcf\x11\xe0', 'is a spreadsheet, and no text: save the sheet as CSV'],
  ['\x1f\x8b', 'is compressed: unpack it first'],
  ['%PDF', 'is a PDF, and no text: a CSV is needed'],
]

function whatElse(head: string): string | undefined {
  const known = beginnings.find(([beginning]) => head.startsWith(beginning))
  if (known) return known[1]
  const sample = head.slice(0, 4096)
  const nulls = sample.split('\0').length - 1
  return nulls > sample.length / 20 ? 'is no text: save it as CSV in UTF-8' : undefined
}

/** The one that cuts most rows into as many cells as the header, and one of those into the name of a phone column. */
function likelyDelimiter(text: string, newline: string): string {
  const lines = text
    .slice(0, sampleLength)
    .split(newline)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, sampleLines)
  const scored = delimiters.map((delimiter) => {
    const rows = lines.map((line) => splitCells(line, delimiter))
    const [header = []] = rows
    const fitting = rows.filter((cells) => cells.length === header.length).length / rows.length
    const known = guessColumn('phone_number', header) >= 0 ? 0.5 : 0
    return { delimiter, score: header.length < 2 ? 0 : fitting + known + header.length / 10_000 }
  })
  return scored.toSorted((one, other) => other.score - one.score)[0]?.delimiter ?? ','
}
