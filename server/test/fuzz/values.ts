import fc from 'fast-check'
import type { Schema } from '../../src/manual/read-routes.ts'
import type { World } from './world.ts'

// What is sent in fields: what the description allows, and what nobody should send.

/** A number as it is written in JSON, which JavaScript cannot hold. */
export class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202eabc',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1; --",
  '$1',
  '%',
  '%_\\',
  '\\',
  '../../x',
  '\r\nx-injected: 1',
  '-0',
  '-1',
  '0x10',
  '1e3',
  '1e999999',
  '١٢٣',
  'NaN',
  'null',
  'true',
  '99999999999999999999',
  '9007199254740993',
  '1,2,,x,-1,99999999999999999999',
  '2026-02-30 25:61:61',
  '0000-00-00 00:00:00',
  '9999-12-31 23:59:59',
  '+275760-09-13T00:00:00.001Z',
  '+',
  '+999999999999999999999',
  '[[[[',
  '{"a":',
  '[1,"x",null,{}]',
  '{"__proto__":{"a":1}}',
  '{{',
  '{{ name | nothing }}',
  '{% for i in (1..1000000) %}x{% endfor %}',
  '{% include "x" %}',
  '{{ "x" | repeat: 99999999 }}',
  '{{ constructor.constructor }}',
  '😀'.repeat(300),
  'x'.repeat(256),
  'x'.repeat(5001),
  'x'.repeat(40_000),
  '\0'.repeat(50),
  '12:30',
  'Europe/Nowhere',
  'ﬀß'.repeat(120),
]

export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '\0', 'a', 'İ', '́', '\n') }),
)

export const oddNames = fc.oneof(
  fc.constantFrom(
    '__proto__',
    '__proto__[a]',
    'constructor',
    'hasOwnProperty',
    'id',
    'user_id',
    'x[0][1]',
    'x[',
    'x[]]',
    'name[0]',
    'name[]',
    'name[999999999999999]',
    'name[a]',
    '[]',
    '[0]',
    'a\0b',
    'n'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const oddNumbers = ['1e400', '-1e400', '-0', '1E5', '123456789012345678901234567890', '0.1e-400']

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)])

export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 1, arbitrary: fc.constantFrom(...oddNumbers).map((text) => new RawJson(text)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      -1,
      0,
      1.5,
      2_147_483_648,
      2 ** 53,
      1e308,
      5e-324,
      [],
      {},
      [null],
      [[]],
      ['', ''],
      [1, 1, '1'],
      { a: { b: { c: [] } } },
      nested(30),
      nested(200),
      Array.from({ length: 3000 }, (_, place) => place),
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

const phoneNumber = fc.integer({ min: 100, max: 999 }).map((digits) => `+447700900${digits}`)

/** What a field of this name and schema takes. */
export function valueOf(name: string, schema: Schema, world: World): fc.Arbitrary<unknown> {
  const known = byName(name, world)
  if (known) return known
  if (schema.enum && schema.enum.length > 0) return fc.constantFrom(...schema.enum)
  if (schema.anyOf && schema.anyOf.length > 0)
    return fc.oneof(...schema.anyOf.map((one) => valueOf('', one, world)))
  if (schema.format === 'binary') return file
  const [type = 'string'] = [schema.type].flat()
  switch (type) {
    case 'integer':
    case 'number': {
      const min = schema.minimum ?? 0
      const max = Math.min(schema.maximum ?? 1000, Number.MAX_SAFE_INTEGER)
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 50) }), fc.constant(max))
    }
    case 'boolean':
      return fc.constantFrom<unknown>(true, false, '1', '0')
    case 'array':
      return fc.array(valueOf('', schema.items ?? {}, world), { maxLength: 4 })
    case 'object':
      return fc.constantFrom({}, { a: 1 })
    default:
      return textOf(schema)
  }
}

function textOf({
  description = '',
  minLength = 0,
  maxLength = 200,
}: Schema): fc.Arbitrary<string> {
  if (description.includes('YYYY-MM-DD'))
    return fc.constantFrom('2030-01-31 09:00:00', '2026-01-01T00:00:00Z', '1999-12-31 23:59:59')
  const max = Math.min(maxLength, 300)
  return fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength, maxLength: Math.min(max, 30) }),
    fc.constant('é'.repeat(max)),
  )
}

/** Names that mean the same wherever they stand, so that much of what is valid is also accepted. */
function byName(name: string, world: World): fc.Arbitrary<unknown> | undefined {
  const own = (noun: string) => fc.constantFrom(...world.idsOf(noun))
  if (name === 'sim_subscription_id') return fc.integer({ min: 1, max: 3 })
  if (name === 'segment')
    return fc.oneof(fc.constantFrom<unknown>('all', 'custom'), own('segments'))
  if (name === 'move_to') return own('devices').map((id) => `${id}:1`)
  if (name === 'phone_number') return phoneNumber
  if (name === 'phone_numbers') return fc.array(phoneNumber, { minLength: 1, maxLength: 5 })
  if (name === 'content')
    return fc.constantFrom('Hello', 'Hi {{ name | default: "you" }}', 'Grüße 😀', 'x'.repeat(400))
  if (/country/.test(name)) return fc.constantFrom('IT', 'GB', 'jp')
  if (name === 'timezone') return fc.constantFrom('Europe/Rome', 'UTC')
  if (name === 'mapping') return fc.constantFrom('{"phone":"phone_number","who":"name"}', undefined)
  const [, noun, s] = /^(?:excluded_|sent_)?([a-z_]+?)s?_id(s?)$/.exec(name) ?? []
  if (noun === undefined) return undefined
  const one = own(noun === 'sms' ? 'sms' : `${noun}s`)
  return s === 's' ? fc.array(one, { minLength: 1, maxLength: 4 }) : one
}

const files = [
  'phone,who\n+447700900123,Ann\n+447700900124,Bob\n',
  'phone;who;opted out\r\n07700 900125;"Cé;c""il";yes\r\n',
  '{"phone_number":"+447700900126","name":"Dan"}\n{"phone_number":1}\n',
  '{"a":',
  'phone,who\n"never closed,',
  `phone\n${'x'.repeat(70_000)}\n`,
  `${'c,'.repeat(3000)}\n${'1,'.repeat(3000)}\n`,
  '\ufeffphone\n+447700900127\n',
  'a\0b,c\n1,2\n',
  '',
  '\n\n\n',
]

export const file: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(...files).map((text) => Buffer.from(text)),
  fc.constantFrom(...files).map((text) => Buffer.from(text, 'utf16le')),
  fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)),
)
