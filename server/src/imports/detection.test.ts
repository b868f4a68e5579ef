import { describe, expect, test } from 'vitest'
import { findDialect } from './dialect.ts'
import { decodeText, EncodingTally, type Encoding } from './encoding.ts'
import { FileExaminer } from './examine.ts'
import { guessTargets, mappingProblems, type Mapping } from './mapping.ts'

describe('the delimiter is found out', () => {
  const cases: [string, string, string][] = [
    ['comma', 'phone,name\n+1,a\n', ','],
    ['semicolon', 'phone;name\n+1;a\n', ';'],
    ['tab', 'phone\tname\n+1\ta\n', '\t'],
    ['pipe', 'phone|name\n+1|a\n', '|'],
    ['decimal commas beside semicolons', 'telefono;saldo\n+39;1,50\n+39;2,00\n', ';'],
    [
      'names with commas beside semicolons',
      'telefono;cognome, nome\n+39;Rossi, Anna\n+39;Verdi, Ugo\n',
      ';',
    ],
    ['semicolons within quotes', 'phone,note\n+1,"a;b;c"\n+2,"d;e"\n', ','],
    ['one column', 'phone\n+1\n+2\n', ','],
    ['told to Excel', 'sep=;\nphone;a,b,c\n', ';'],
  ]
  test.each(cases)('%s', (_name, text, delimiter) => {
    expect(findDialect(text)).toMatchObject({ dialect: { format: 'csv', delimiter } })
  })

  test('after a byte order mark and the line told to Excel the text begins', () => {
    expect(findDialect('\xef\xbb\xbfsep=;\r\nphone;name\r\n')).toMatchObject({
      start: { next_byte: 10, next_line: 2 },
    })
    expect(findDialect('\xef\xbb\xbfphone\n')).toMatchObject({
      start: { next_byte: 3, next_line: 1 },
    })
  })

  test('an object is JSON Lines, also after a byte order mark', () => {
    expect(findDialect('\xef\xbb\xbf{"phone":"+1"}\n')).toMatchObject({
      dialect: { format: 'jsonl' },
    })
  })

  test.each([
    ['', 'is empty'],
    ['\n \n', 'is empty'],
    ['[{"phone":"+1"}]', 'is a JSON array'],
    ['\xff\xfep\0h\0', 'is in UTF-16'],
    ['PK\x03\x04rest', 'is a spreadsheet or an archive'],
    ['\xd0\xcf\x11\xe0rest', 'is a spreadsheet'],
    ['\x1f\x8brest', 'is compressed'],
    ['a\0b', 'is no text'],
  ])('%j is refused with what to do', (head, problem) => {
    expect(findDialect(head)).toMatchObject({ problem: expect.stringContaining(problem) })
  })
})

describe('the encoding is found out', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const cases: [string, Buffer[], Encoding][] = [
    ['ASCII', [latin('abc')], 'utf-8'],
    ['UTF-8', [Buffer.from('Città')], 'utf-8'],
    ['UTF-8 cut within a character', [latin('Citt\xc3'), latin('\xa0\n')], 'utf-8'],
    ['an emoji cut twice', [latin('\xf0\x9f'), latin('\x98'), latin('\x80')], 'utf-8'],
    ['Latin-1', [latin('Citt\xe0\nPerch\xe9\n')], 'windows-1252'],
    ['one broken name among many', [Buffer.from('é'.repeat(20)), latin('Citt\xe0')], 'utf-8'],
    ['a broken end', [latin('Citt\xe0')], 'windows-1252'],
    ['the euro sign of Windows', [latin('5 \x80')], 'windows-1252'],
    ['overlong forms', [latin('\xc0\xaf\xe0\x80\x80')], 'windows-1252'],
  ]
  test.each(cases)('%s', (_name, pieces, encoding) => {
    const tally = new EncodingTally()
    for (const piece of pieces) tally.add(piece)
    expect(tally.encoding).toBe(encoding)
  })

  test('and read', () => {
    expect(decodeText('Citt\xc3\xa0', 'utf-8')).toBe('Città')
    expect(decodeText('Citt\xe0', 'utf-8')).toBeUndefined()
    expect(decodeText('5 \x80 l\x92anno', 'windows-1252')).toBe('5 € l’anno')
  })
})

describe('columns are taken by their names', () => {
  const cases: [string[], (string | null)[]][] = [
    [
      ['phone_number', 'name'],
      ['phone_number', 'name'],
    ],
    [
      ['Phone', 'Mobile Phone', 'E-mail'],
      ['phone_number', 'custom_parameters.Mobile Phone', 'custom_parameters.E-mail'],
    ],
    [
      ['Nome', 'Cellulare'],
      ['name', 'phone_number'],
    ],
    [
      ['Nombre', 'Número de teléfono', 'Baja'],
      ['name', 'phone_number', 'has_opted_out'],
    ],
    [
      ['Vorname', 'Handy-Nr', 'Telefonnummer'],
      ['name', 'custom_parameters.Handy-Nr', 'phone_number'],
    ],
    [
      ['firstName', 'lastName', 'phoneNumber'],
      ['name', 'custom_parameters.lastName', 'phone_number'],
    ],
    [
      ['First name', 'Name', 'MSISDN'],
      ['custom_parameters.First name', 'name', 'phone_number'],
    ],
    [
      ['Телефон', 'Имя'],
      ['phone_number', 'name'],
    ],
    [
      ['tel', '', 'custom_parameters.city'],
      ['phone_number', null, 'custom_parameters.city'],
    ],
    [
      ['line', 'reason', 'phone', 'line'],
      [null, null, 'phone_number', 'custom_parameters.line'],
    ],
    [
      ['a', 'b'],
      ['custom_parameters.a', 'custom_parameters.b'],
    ],
  ]
  test.each(cases)('%j', (columns, targets) => {
    expect(guessTargets(columns)).toEqual(targets)
  })

  const problems: [string, string[], Mapping | null, RegExp[]][] = [
    [
      'no phone column by its name',
      ['a', 'b'],
      null,
      [/No column is called like a phone number.*"a", "b"/],
    ],
    [
      'no phone column in the mapping',
      ['a', 'phone'],
      { a: 'name' },
      [/names no column for phone_number/],
    ],
    [
      'an unknown column',
      ['phone'],
      { Phone: 'phone_number' },
      [/no column "Phone".*"phone"/, /names no column/],
    ],
    [
      'two for one',
      ['a', 'b'],
      { a: 'phone_number', b: 'phone_number' },
      [/"a" and "b" are both taken for phone_number/],
    ],
    ['two of one name', ['phone', 'x', 'x'], null, [/Two columns are called "x"/]],
    [
      'a key that is too long',
      ['phone', 'k'.repeat(65)],
      null,
      [/must have at most 64 characters/],
    ],
  ]
  test.each(problems)('%s is refused', (_name, columns, mapping, expected) => {
    const titles = mappingProblems(columns, mapping, 'csv')
    expect(titles).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(titles[index]).toMatch(pattern)
  })
})

describe('a file is examined while it arrives', () => {
  async function examine(text: string, pieceBytes = 1000) {
    const bytes = Buffer.from(text)
    const examiner = new FileExaminer()
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      await examiner.add(bytes.subarray(from, from + pieceBytes))
    }
    return examiner.finish()
  }

  test('its rows are counted without blank lines and its header, and its columns have samples', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `+39333000${i},"Anna\n${i}"\n\n`).join('')
    expect(await examine(`\ufeffphone,name\n${rows}`)).toMatchObject({
      encoding: 'utf-8',
      total_rows: 500,
      columns: [
        { name: 'phone', samples: ['+393330000', '+393330001', '+393330002'] },
        { name: 'name', samples: ['Anna\n0', 'Anna\n1', 'Anna\n2'] },
      ],
      bookmark: { next_byte: 14, next_line: 2 },
    })
  })

  test('the keys of JSON Lines are its columns', async () => {
    const text = '{"phone":"+1","n":1}\n{"phone":"+2","city":"Roma"}\nnonsense\n'
    expect(await examine(text)).toMatchObject({
      total_rows: 3,
      columns: [
        { name: 'phone', samples: ['+1', '+2'] },
        { name: 'n', samples: ['1'] },
        { name: 'city', samples: ['Roma'] },
      ],
      bookmark: { next_byte: 0, next_line: 1 },
    })
  })

  test('a file whose quotes mean something else is given up', async () => {
    // A quote opens in every line and closes in none.
    const text = `phone,size\n${'+1,"5 inch\n'.repeat(20_000)}`
    expect(await examine(text, 1024 * 1024)).toMatchObject({
      problem: expect.stringContaining('a quote that is never closed'),
    })
  })
})
