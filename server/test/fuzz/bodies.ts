import fc from 'fast-check'
import { RawJson } from './values.ts'

// One list of fields, written in each of the encodings that the API takes, whole and damaged.

export type Pairs = readonly (readonly [name: string, value: unknown])[]
export type Body = { type: string | undefined; bytes: Buffer }

const boundary = 'x-boundary-x'

/** In any of these encodings, mostly as it should be. */
export function bodyOf(pairs: Pairs, types: readonly string[]): fc.Arbitrary<Body> {
  return fc
    .constantFrom(...types)
    .map((type) => encode(pairs, type))
    .chain((body) =>
      fc.oneof(
        { weight: 8, arbitrary: fc.constant(body) },
        { weight: 1, arbitrary: oddType.map((type) => ({ ...body, type })) },
        { weight: 3, arbitrary: damaged(body.bytes).map((bytes) => ({ ...body, bytes })) },
        { weight: 1, arbitrary: noise.map((bytes) => ({ ...body, bytes })) },
      ),
    )
}

const oddType = fc.constantFrom(
  undefined,
  '',
  ';',
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json; charset="',
  'application/json;;;=;',
  'APPLICATION/JSON',
  'application/x-www-form-urlencoded; charset=latin1',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="',
  `multipart/form-data; boundary=${'b'.repeat(500)}`,
  'multipart/form-data; boundary=y',
  'multipart/form-data; boundary=x; boundary=y',
  'multipart/mixed; boundary=x-boundary-x',
  'application/json, application/json',
)

const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes))

/** Cut off, with bytes changed, or with a piece of it said twice. */
export function damaged(bytes: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat({ max: bytes.length })
  return fc.oneof(
    place.map((end) => bytes.subarray(0, end)),
    fc
      .array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, to] of changes) if (at < changed.length) changed[at] = to
        return changed
      }),
    fc.tuple(place, place).map(([one, other]) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
    }),
    fc
      .tuple(place, noise)
      .map(([at, more]) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])),
  )
}

function encode(pairs: Pairs, type: string): Body {
  switch (type) {
    case 'application/json':
      return { type, bytes: Buffer.from(jsonOf(pairs)) }
    case 'application/x-www-form-urlencoded':
      return { type, bytes: Buffer.from(urlencodedOf(pairs), 'latin1') }
    default:
      return { type: `${type}; boundary=${boundary}`, bytes: multipartOf(pairs) }
  }
}

/** By hand, so that a name may come twice, and numbers that JavaScript cannot write. */
function jsonOf(pairs: Pairs): string {
  const fields = pairs.map(([name, value]) => `${JSON.stringify(name)}:${jsonText(value)}`)
  return `{${fields.join(',')}}`
}

export function jsonText(value: unknown): string {
  if (value instanceof RawJson) return value.text
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString('latin1'))
  return JSON.stringify(value) ?? 'null'
}

function urlencodedOf(pairs: Pairs): string {
  return flat(pairs)
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .join('&')
}

/** Also of what is no text: halves of pairs become bytes that are not UTF-8. */
export function percent(value: string | Buffer): string {
  const bytes = Buffer.isBuffer(value) ? value : bytesOf(value)
  let text = ''
  for (const byte of bytes) {
    const character = String.fromCharCode(byte)
    text += /[A-Za-z0-9_.~-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
  }
  return text
}

function bytesOf(text: string): Buffer {
  return text.isWellFormed() ? Buffer.from(text) : Buffer.from(text, 'utf16le')
}

function multipartOf(pairs: Pairs): Buffer {
  const parts = flat(pairs).map(([name, value]) => {
    const isFile = Buffer.isBuffer(value)
    const quoted = name.replaceAll(/["\r\n]/g, (one) => percent(one).toUpperCase())
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted}"`
    const more = isFile ? '; filename="contacts.csv"\r\ncontent-type: text/csv' : ''
    return Buffer.concat([
      Buffer.from(`${head}${more}\r\n\r\n`),
      isFile ? value : bytesOf(value),
      Buffer.from('\r\n'),
    ])
  })
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** As forms have it: lists with brackets, everything else as a text. */
function flat(pairs: Pairs): (readonly [string, string | Buffer])[] {
  return pairs.flatMap(([name, value]): (readonly [string, string | Buffer])[] => {
    if (value === undefined) return []
    if (typeof value === 'string' || Buffer.isBuffer(value)) return [[name, value]]
    if (!Array.isArray(value)) return [[name, jsonText(value)]]
    return value.map((item: unknown, place) => [
      place % 2 === 0 ? `${name}[${place}]` : `${name}[]`,
      typeof item === 'string' ? item : jsonText(item),
    ])
  })
}
