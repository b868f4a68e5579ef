import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { Items, type Fields } from './form.ts'
import { readFormType } from './media-type.ts'
import { parseMultipart } from './multipart.ts'
import { parseBody, parseJson, parseJsonText, parseUrlencoded } from './parse-body.ts'

describe('the Content-Type says how to read a body', () => {
  test.each([
    ['application/json', { encoding: 'json' }],
    ['Application/JSON; charset=UTF-8', { encoding: 'json' }],
    ['application/x-www-form-urlencoded;charset="utf8"', { encoding: 'urlencoded' }],
    ['application/x-www-form-urlencoded; charset=us-ascii', { encoding: 'urlencoded' }],
    ['multipart/form-data; boundary=abc', { encoding: 'multipart', boundary: 'abc' }],
    ['multipart/form-data;BOUNDARY="a b;c\\"d"', { encoding: 'multipart', boundary: 'a b;c"d' }],
    ['multipart/form-data; charset=utf-8; boundary=x', { encoding: 'multipart', boundary: 'x' }],
    ['multipart/form-data; junk; boundary = x ; y=', { encoding: 'multipart', boundary: 'x' }],
  ])('%s', (header, expected) => {
    expect(readFormType(header)).toEqual(expected)
  })

  test.each([
    [undefined, 'unsupported_type', /no Content-Type/],
    ['', 'unsupported_type', /no Content-Type/],
    ['text/plain', 'unsupported_type', /text\/plain is not taken/],
    ['multipart/mixed; boundary=x', 'unsupported_type', /multipart\/mixed/],
    ['application/json; charset=utf-16', 'unsupported_type', /charset utf-16 is not taken/],
    ['application/json; charset=latin1', 'unsupported_type', /send UTF-8/],
    ['multipart/form-data', 'invalid', /no boundary/],
    ['multipart/form-data; boundary=', 'invalid', /no boundary/],
    ['multipart/form-data; boundary=""', 'invalid', /no boundary/],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, 'invalid', /1 to 70 characters/],
  ])('%s is refused', (header, code, title) => {
    expect(refusal(() => readFormType(header))).toEqual({
      code,
      title: expect.stringMatching(title),
    })
  })
})

describe('a multipart form', () => {
  test.each([
    ['as curl sends it', 'Content-Disposition: form-data; name="content"', 'Hello'],
    ['with a bare name', 'Content-Disposition: form-data; name=content', 'Hello'],
    ['in other letter case', 'CONTENT-disposition: Form-Data; NAME="content"', 'Hello'],
    [
      'with a type',
      'Content-Disposition: form-data; name="content"\r\nContent-Type: text/plain; charset=UTF-8',
      'é😀',
    ],
    ['with a folded header', 'Content-Disposition: form-data;\r\n  name="content"', 'Hello'],
    [
      'with more headers',
      'Content-Length: 5\r\nContent-Disposition: form-data; name="content"\r\nContent-Transfer-Encoding: 8bit',
      'Hello',
    ],
    ['with an empty value', 'Content-Disposition: form-data; name="content"', ''],
    ['with line ends', 'Content-Disposition: form-data; name="content"', 'a\r\n--x\r\n\nb\r\n'],
    [
      'with what begins like a boundary',
      'Content-Disposition: form-data; name="content"',
      'a\r\n--boundaryX\r\nb\r\n--boundary-',
    ],
  ])('%s', (_, headers, value) => {
    expect(values(parseMultipart(multipart([[headers, value]]), 'boundary'))).toEqual({
      content: value,
    })
  })

  test('has names with every sign, escaped as curl or a browser does', () => {
    const body = multipart([
      ['Content-Disposition: form-data; name="a\\"b\\\\c"', '1'],
      ['Content-Disposition: form-data; name="d%22e"', '2'],
      ['Content-Disposition: form-data; name="größe"', '3'],
      ['Content-Disposition: form-data; name="x;y=z"', '4'],
    ])

    expect(values(parseMultipart(body, 'boundary'))).toEqual({
      'a"b\\c': '1',
      'd"e': '2',
      größe: '3',
      'x;y=z': '4',
    })
  })

  test('may have a preamble, blanks after a boundary, an epilogue, and nothing at all', () => {
    const part = 'Content-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    const loose = `preamble\r\n--boundary \t\r\n${part}--boundary--\r\nepilogue --boundary`

    expect(values(parseMultipart(Buffer.from(loose), 'boundary'))).toEqual({ a: '1' })
    expect(values(parseMultipart(Buffer.from('--boundary--\r\n'), 'boundary'))).toEqual({})
    expect(values(parseBody({ encoding: 'multipart', boundary: 'x' }, Buffer.alloc(0)))).toEqual({})
  })

  test.each([
    ['without its boundary', 'hello', /does not occur in the body/],
    [
      'cut off in a value',
      '--boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\nHel',
      /cut off/,
    ],
    ['cut off in headers', '--boundary\r\nContent-Disposi', /ends within the headers/],
    [
      'cut off after a part',
      '--boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--bound',
      /cut off/,
    ],
    [
      'with bare line feeds',
      '--boundary\nContent-Disposition: form-data; name="a"\n\n1\n--boundary--',
      /does not occur/,
    ],
    [
      'with a part without headers',
      '--boundary\r\n\r\n1\r\n--boundary--',
      /header line without a colon|no Content-Disposition/,
    ],
    [
      'with a part without a name',
      '--boundary\r\nContent-Disposition: form-data\r\n\r\n1\r\n--boundary--',
      /with a name/,
    ],
    [
      'with another disposition',
      '--boundary\r\nContent-Disposition: attachment; name="a"\r\n\r\n1\r\n--boundary--',
      /of form-data/,
    ],
    ['with a broken header', '--boundary\r\nhello\r\n\r\n1\r\n--boundary--', /without a colon/],
    [
      'with endless headers',
      `--boundary\r\nA: ${'b'.repeat(9000)}\r\n\r\n1\r\n--boundary--`,
      /too long/,
    ],
    [
      'with too many fields',
      '--boundary\r\nContent-Disposition: form-data; name="a[]"\r\n\r\n1\r\n'.repeat(10_001),
      /more than 10000 fields/,
    ],
  ])('%s is refused as a whole', (_, body, title) => {
    expect(refusal(() => parseMultipart(Buffer.from(body), 'boundary'))).toEqual({
      code: 'invalid',
      title: expect.stringMatching(title),
    })
  })

  test('names each field that is a file, in a foreign charset or encoding, or no UTF-8', () => {
    const body = Buffer.concat([
      multipart([
        ['Content-Disposition: form-data; name="list"; filename="a.csv"', '1'],
        ['Content-Disposition: form-data; name="empty"; filename=""', ''],
        [
          'Content-Disposition: form-data; name="name"\r\nContent-Type: text/plain; charset=latin1',
          '1',
        ],
        [
          'Content-Disposition: form-data; name="content"\r\nContent-Transfer-Encoding: base64',
          'SGk=',
        ],
        ['Content-Disposition: form-data; name="ok"', '😀'],
      ]).subarray(0, -'--boundary--\r\n'.length),
      Buffer.from('--boundary\r\nContent-Disposition: form-data; name="key[0]"\r\n\r\n'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\r\n--boundary--\r\n'),
    ])

    const fields = parseMultipart(body, 'boundary')

    expect(fields.problems.map(({ field, title }) => [field, title])).toEqual([
      ['list', 'list is sent as a file, and no files are taken here: send it as a text.'],
      ['name', 'name is in a charset that is not taken: send UTF-8.'],
      ['content', 'content has a Content-Transfer-Encoding that is not taken: send it as it is.'],
      ['key[0]', 'key[0] is not valid UTF-8.'],
    ])
    expect(values(fields)).toEqual({ ok: '😀' })
    expect([...fields.refused]).toEqual(['list', 'name', 'content', 'key'])
  })
})

describe('a urlencoded form', () => {
  test.each([
    ['name=John+Doe&phone_number=%2B4477', { name: 'John Doe', phone_number: '+4477' }],
    ['a=%C3%A9%F0%9F%98%80&b=é', { a: 'é😀', b: 'é' }],
    ['a=50%&b=%zz%4', { a: '50%', b: '%zz%4' }],
    ['a&b=&&=c&d=e=f', { a: '', b: '', '': 'c', d: 'e=f' }],
    ['a%5B0%5D=1', { a: { 0: '1' } }],
    [
      '__proto__=1&constructor=2',
      Object.fromEntries([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    ],
  ])('%s', (body, expected) => {
    expect(values(parseUrlencoded(Buffer.from(body)))).toEqual(expected)
  })

  test('names the field that is no UTF-8', () => {
    expect(parseUrlencoded(Buffer.from('a=1&b=%ff')).problems).toEqual([
      { title: 'b is not valid UTF-8.', field: 'b' },
    ])
  })
})

describe('a JSON body', () => {
  test('keeps its types, its lists and its objects', () => {
    const body = { a: 1, b: true, c: null, d: 'x', e: [1, 2], f: { g: 'h' } }

    expect(values(parseJson(Buffer.from(`\ufeff${JSON.stringify(body)}`)))).toEqual(body)
  })

  test('may have the names of a form', () => {
    expect(values(parseJson(Buffer.from('{"key[1]":"b","key[0]":"a"}')))).toEqual({
      key: { 0: 'a', 1: 'b' },
    })
  })

  test('loses no digit of a number that is too long for one', () => {
    expect(
      parseJsonText(
        '[9007199254740993, 1.00000000000000000001, 12345678901234567890, 1234567890123456]',
      ),
    ).toEqual([
      '9007199254740993',
      '1.00000000000000000001',
      '12345678901234567890',
      1234567890123456,
    ])
  })

  test.each([
    ['{"a":', /not valid JSON/],
    ['{"a": 1,\n "b" 2}', /not valid JSON \(line 2 column 6\)/],
    ['[1]', /must be a JSON object/],
    ['"a"', /must be a JSON object/],
    ['null', /must be a JSON object/],
    [`{"a":${'['.repeat(40)}${']'.repeat(40)}}`, /nested more than 32 levels/],
    [
      `{${Array.from({ length: 10_001 }, (_, i) => `"f${i}":1`).join(',')}}`,
      /more than 10000 fields/,
    ],
    [`{"a":[${'[],'.repeat(100_000)}[]]}`, /more than 100000 lists and objects/],
    [`{"a":[${'1,'.repeat(1_100_000)}1]}`, /more than 1100000 values/],
  ])('%.80s is refused', (body, title) => {
    expect(refusal(() => parseJson(Buffer.from(body)))).toEqual({
      code: 'invalid',
      title: expect.stringMatching(title),
    })
  })

  test('may have long lists and brackets within texts', () => {
    const text = `\\"${'[{'.repeat(100)}\\\\`
    const body = `{"list":[${Array.from({ length: 20_000 }, (_, i) => i).join(',')}],"text":"${text}"}`

    expect(parseJson(Buffer.from(body)).values.size).toBe(2)
  })

  test('is refused when it is no UTF-8', () => {
    const body = Buffer.from('{"a":"é"}', 'latin1')

    expect(refusal(() => parseJson(body)).title).toBe('The body is not valid UTF-8.')
  })
})

describe('fields with brackets', () => {
  test.each([
    ['key[0]=a&key[1]=b', { key: { 0: 'a', 1: 'b' } }],
    ['key[7]=a&key[2]=b', { key: { 7: 'a', 2: 'b' } }],
    ['key[]=a&key[]=b', { key: { 0: 'a', 1: 'b' } }],
    ['key[3]=a&key[]=b', { key: { 3: 'a', 4: 'b' } }],
    ['key[0]=a&key[0]=a', { key: { 0: 'a' } }],
    ['key[999999999999999]=a', { key: { 999999999999999: 'a' } }],
    ['key[-1]=a', { 'key[-1]': 'a' }],
    ['key[x]=a&key[=b&[]=c&key]=d', { 'key[x]': 'a', 'key[': 'b', '[]': 'c', 'key]': 'd' }],
    ['a=1&a=1', { a: '1' }],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
  ])('%s', (body, expected) => {
    const fields = parseUrlencoded(Buffer.from(body))

    expect(values(fields)).toEqual(expected)
    expect(fields.problems).toEqual([])
  })

  test.each([
    ['key[0]=a&key[0]=b', 'key[0] is given twice, with two different values.'],
    ['key=a&key[0]=b', 'key is given both as one value and as a list.'],
    ['key[0]=b&key=a&key=c', 'key is given both as one value and as a list.'],
  ])('%s is a problem', (body, title) => {
    expect(parseUrlencoded(Buffer.from(body)).problems.map((problem) => problem.title)).toEqual([
      title,
    ])
  })
})

describe('whatever is sent', () => {
  const names = fc.oneof(
    fc.constantFrom('a', 'b[0]', 'b[]', '__proto__', 'c"d', 'x;y'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  const forms = fc.uniqueArray(fc.tuple(names, fc.string({ unit: 'grapheme', maxLength: 40 })), {
    selector: ([name]) => name.replace(/\[[^[]*\]$/, ''),
    maxLength: 8,
  })

  test('a form that a browser writes comes out as it went in, in either encoding', async () => {
    await fc.assert(
      fc.asyncProperty(forms, async (entries) => {
        const form = new FormData()
        for (const [name, value] of entries) form.append(name, value)
        const request = new Request('http://localhost', { method: 'POST', body: form })
        const type = readFormType(request.headers.get('content-type') ?? '')
        const multipartFields = parseBody(type, Buffer.from(await request.arrayBuffer()))
        const encoded = new URLSearchParams(entries).toString()
        const urlencoded = parseUrlencoded(Buffer.from(encoded))
        // What a browser sends as a line end is CR LF.
        const plain = entries
          .map(([name, value]) => [name, value])
          .filter(([name, value]) => !/[\r\n]/.test(`${name}${value}`))
        if (plain.length === entries.length)
          expect(values(multipartFields)).toEqual(values(urlencoded))
        expect(multipartFields.problems).toEqual([])
      }),
    )
  })

  test('bytes of any kind are read or refused, never anything else', () => {
    const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
    const pieces = fc.constantFrom(
      '--b',
      '--b--',
      '\r\n',
      '\r\n\r\n',
      ' ',
      'Content-Disposition: form-data; name="a"',
      ';',
      'name=',
      '"',
      '\\',
      '=',
      '&',
      '%',
      '+',
      '[',
      ']',
      '0',
      '{',
      '}',
      ',',
      ':',
      'filename=""',
      '\0',
      '\u00ff',
    )
    const almost = fc
      .array(pieces, { maxLength: 40 })
      .map((parts) => Buffer.from(parts.join(''), 'latin1'))

    fc.assert(
      fc.property(fc.oneof(noise, almost), (body) => {
        for (const type of [
          { encoding: 'multipart', boundary: 'b' },
          { encoding: 'urlencoded' },
          { encoding: 'json' },
        ] as const) {
          try {
            expect(parseBody(type, body).values).toBeInstanceOf(Map)
          } catch (error) {
            expect(error).toBeInstanceOf(AppError)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['brackets', 'json', () => Buffer.alloc(size, '[')],
    ['objects', 'json', () => Buffer.alloc(size, '{"a":')],
    ['quotes', 'json', () => Buffer.alloc(size, '\\"')],
    ['escapes', 'urlencoded', () => Buffer.alloc(size, '%41+')],
    ['percent signs', 'urlencoded', () => Buffer.alloc(size, '%')],
    ['ampersands', 'urlencoded', () => Buffer.alloc(size, '&')],
    ['fields', 'urlencoded', () => Buffer.alloc(size, 'a=b&')],
    ['almost boundaries', 'multipart', () => Buffer.alloc(size, `\r\n--${'a'.repeat(69)}`)],
    ['longer boundaries', 'multipart', () => Buffer.alloc(size, `\r\n--${'a'.repeat(71)}`)],
    [
      'blanks after boundaries',
      'multipart',
      () => Buffer.alloc(size, `\r\n--${'a'.repeat(70)}${' '.repeat(100)}`),
    ],
    ['letters of the boundary', 'multipart', () => Buffer.alloc(size, 'a')],
    [
      'long headers',
      'multipart',
      () =>
        Buffer.alloc(
          size,
          `--${'a'.repeat(70)}\r\nContent-Disposition: form-data; name=a${';='.repeat(4000)}\r\n\r\n\r\n`,
        ),
    ],
  ] as const)('32 MiB of %s keep it busy for no more than a moment', (_, encoding, build) => {
    const body = build()
    const type = encoding === 'multipart' ? { encoding, boundary: 'a'.repeat(70) } : { encoding }

    const start = process.cpuUsage()
    try {
      parseBody(type, body)
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
    }
    // Of the processor's time: whatever else the machine does, does not count.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000)
  })
})

const size = 32 * 1024 * 1024

function multipart(parts: [headers: string, value: string][]): Buffer {
  const lines = parts.map(([headers, value]) => `--boundary\r\n${headers}\r\n\r\n${value}\r\n`)
  return Buffer.from(`${lines.join('')}--boundary--\r\n`)
}

function values(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(fields.values, ([name, value]) => [
      name,
      value instanceof Items ? Object.fromEntries(value) : value,
    ]),
  )
}

function refusal(read: () => unknown): { code: string; title: string } {
  try {
    read()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, title: error.message }
    throw error
  }
  throw new Error('It was not refused.')
}
