import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { splitCells } from './cells.ts'
import { RecordReader, recordBytesMax, type Dialect, type FileRecord } from './records.ts'

const comma: Dialect = { format: 'csv', newline: '\n', delimiter: ',' }
const start = { next_byte: 0, next_line: 1, is_in_long_row: false }

/** All records of a file that comes in pieces of so many bytes. */
function read(text: string, dialect: Dialect = comma, pieceBytes = text.length + 1): FileRecord[] {
  const bytes = Buffer.from(text, 'latin1')
  const reader = new RecordReader(dialect, start)
  const records: FileRecord[] = []
  const take = () => {
    for (let record = reader.next(); record; record = reader.next()) records.push(record)
  }
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    reader.push(bytes.subarray(from, from + pieceBytes))
    take()
  }
  reader.end()
  take()
  return records
}

const texts = (records: FileRecord[]) => records.map(({ text }) => text)

describe('records end where their lines end', () => {
  const cases: [string, string, Dialect, string[]][] = [
    ['LF', 'a,b\nc,d\n', comma, ['a,b', 'c,d']],
    ['CR LF', 'a,b\r\nc,d\r\n', comma, ['a,b', 'c,d']],
    ['no end of the last line', 'a,b\nc,d', comma, ['a,b', 'c,d']],
    ['CR alone', 'a,b\rc,d\r', { ...comma, newline: '\r' }, ['a,b', 'c,d']],
    ['a line within quotes', '"a\nb",c\nd,e', comma, ['"a\nb",c', 'd,e']],
    ['CR LF within quotes', '"a\r\nb",c\r\nd,e', comma, ['"a\r\nb",c', 'd,e']],
    ['doubled quotes', '"a ""b""\n",c\nd', comma, ['"a ""b""\n",c', 'd']],
    ['blanks around quotes', ' "a\nb" ,c\nd', comma, [' "a\nb" ,c', 'd']],
    ['a quote within a cell', 'say "hi,1\nnext,2', comma, ['say "hi,1', 'next,2']],
    ['a quote within quotes', '"5" disk",1\nnext,2', comma, ['"5" disk",1', 'next,2']],
    [
      'quotes in JSON Lines',
      '{"a":"x\\"y"}\n{"a":"',
      { format: 'jsonl', newline: '\n' },
      ['{"a":"x\\"y"}', '{"a":"'],
    ],
  ]
  test.each(cases)('%s', (_name, text, dialect, expected) => {
    expect(texts(read(text, dialect))).toEqual(expected)
    expect(texts(read(text, dialect, 1))).toEqual(expected)
  })
})

test('blank lines are no records, nor are rows of nothing but empty cells', () => {
  const text = '\n\na,b\n  \n,\n"",\n\t\nc,d\n\n'
  expect(read(text)).toEqual([
    { line: 3, text: 'a,b' },
    { line: 8, text: 'c,d' },
  ])
})

test('lines are counted as an editor counts them, through quotes and blank lines', () => {
  const text = 'h\n"a\nb\nc"\n\nd\n'
  expect(read(text).map(({ line }) => line)).toEqual([1, 2, 6])
})

test('a quote that is never closed costs its line and no more', () => {
  const text = 'a,b\nc,"d\ne,f\ng,h\n'
  expect(read(text)).toEqual([
    { line: 1, text: 'a,b' },
    { line: 2, text: 'c,"d', problem: 'quote' },
    { line: 3, text: 'e,f' },
    { line: 4, text: 'g,h' },
  ])
})

test('a quote that closes too far away counts as never closed, however the file is cut', () => {
  const filler = 'x,y\n'.repeat(recordBytesMax / 4)
  const text = `a,"b\n${filler}c",d\ne,f\n`
  const records = read(text)
  expect(records[0]).toEqual({ line: 1, text: 'a,"b', problem: 'quote' })
  expect(texts(records.slice(-2))).toEqual(['c",d', 'e,f'])
  expect(read(text, comma, 7919)).toEqual(records)
})

test('a row that is too long is passed over without being held', () => {
  const text = `a,b\n${'x'.repeat(recordBytesMax * 3)}\nc,d\n`
  const records = read(text, comma, 10_000)
  expect(records.map(({ line, problem }) => [line, problem])).toEqual([
    [1, undefined],
    [2, 'too_long'],
    [3, undefined],
  ])
  expect(records[1]?.text.length).toBe(1000)
  expect(read(text)).toEqual(records)
})

test('reading goes on at a bookmark as if it had never stopped, also within a long row', () => {
  const text = `h1,h2\n"a\nb",c\n${'x'.repeat(recordBytesMax * 2)}\nd,e\n\nf,"g\n`
  const bytes = Buffer.from(text, 'latin1')
  const whole = read(text)
  const resumed: FileRecord[] = []
  let bookmark = start
  for (;;) {
    const reader = new RecordReader(comma, bookmark)
    reader.push(bytes.subarray(bookmark.next_byte))
    reader.end()
    const record = reader.next()
    if (!record) break
    resumed.push(record)
    bookmark = reader.bookmark
  }
  expect(resumed).toEqual(whole)
})

describe('cells', () => {
  const cases: [string, string[]][] = [
    ['a,b', ['a', 'b']],
    ['', ['']],
    ['a,', ['a', '']],
    [',', ['', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a ""b""",c', ['a "b"', 'c']],
    ['"",c', ['', 'c']],
    ['""""', ['"']],
    [' "a" , b', ['a', ' b']],
    ['"a",', ['a', '']],
    ['say "hi",b', ['say "hi"', 'b']],
    ['"5" disk",b', ['5" disk', 'b']],
    ['"a\nb",c', ['a\nb', 'c']],
    ['"open,b', ['"open', 'b']],
  ]
  test.each(cases)('%j', (record, expected) => {
    expect(splitCells(record, ',')).toEqual(expected)
  })
})

describe('what others write', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r\n', '1') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  })
  const quote = (value: string, isQuoted: boolean) =>
    isQuoted || /[",;\r\n]/.test(value) || value.trim() !== value
      ? `"${value.replaceAll('"', '""')}"`
      : value

  test('is read as csv-parse reads it, cut into pieces of any size', () => {
    fc.assert(
      fc.property(
        table,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, isQuoted, pieceBytes) => {
          const text = rows
            .map((row) => row.map((value) => quote(value, isQuoted)).join(','))
            .join('\n')
          // As bytes: é is two characters here.
          const raw = Buffer.from(text).toString('latin1')
          const cells = read(raw, comma, pieceBytes).map((record) =>
            splitCells(Buffer.from(record.text, 'latin1').toString(), ','),
          )
          const theirs: string[][] = parse(text, {
            relax_column_count: true,
            record_delimiter: '\n',
          })
          expect(cells).toEqual(
            theirs.filter((row) => row.join('').replaceAll(/[\s",]/g, '') !== ''),
          )
        },
      ),
    )
  })

  test('nonsense comes out the same however it is cut, and none of its lines is lost', () => {
    const nonsense = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') })
    fc.assert(
      fc.property(nonsense, fc.integer({ min: 1, max: 5 }), (text, pieceBytes) => {
        const records = read(text)
        expect(read(text, comma, pieceBytes)).toEqual(records)
        const letters = (of: string) => of.replaceAll(/[^a]/g, '')
        expect(letters(records.map((record) => record.text).join(''))).toBe(letters(text))
      }),
      { numRuns: 2000 },
    )
  })
})
