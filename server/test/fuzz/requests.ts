import fc from 'fast-check'
import type { Field, Route } from '../../src/manual/read-routes.ts'
import { bodyOf, percent, type Body, type Pairs } from './bodies.ts'
import type { Attack } from './client.ts'
import { oddNames, oddText, oddValue, valueOf } from './values.ts'
import type { World } from './world.ts'

/** Requests to one route of the document: most of them valid but for one thing. */
export function attacksOn(
  route: Route & { types: string[] },
  { mine, theirs }: { mine: World; theirs: World },
): fc.Arbitrary<Attack> {
  const body = hasBody(route)
    ? fieldsOf(route.bodyFields, mine).chain((pairs) => bodyOf(pairs, route.types))
    : fc.constant<Body>({ type: undefined, bytes: Buffer.alloc(0) })
  return fc
    .record({
      path: pathOf(route, mine, theirs),
      query: queryOf(route.queryFields, mine),
      headers: oddHeaders,
      body,
    })
    .map(({ path, query, headers, body: { type, bytes } }) => ({
      method: route.method,
      path: path + query,
      headers: {
        authorization: `Bearer ${mine.key}`,
        ...(type === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
      body: bytes,
    }))
}

/** Those that take none are sent one now and then all the same. */
function hasBody({ method, bodyFields }: Route): boolean {
  return method !== 'GET' || bodyFields.length > 0
}

const absurdIds = [
  '0',
  '-1',
  '1.5',
  'x',
  '%00',
  '%zz',
  '%ff',
  '%',
  '99999999999999999999',
  '9007199254740993',
  'a'.repeat(201),
  'a'.repeat(5000),
  '..',
  '%2e%2e%2f1',
  '1%2f2',
  '1;a=b',
  '1%20',
  '__proto__',
  '%F0%9F%98%80',
  '*',
  '1/',
  '1//',
  '1%3f',
]

function pathOf({ path }: Route, mine: World, theirs: World): fc.Arbitrary<string> {
  const noun = /^\/api\/([a-z-]+)/.exec(path)?.[1] ?? ''
  const pieces = path.split(/(\{\w+\})/).map((piece): fc.Arbitrary<string> => {
    if (!piece.startsWith('{')) return fc.constant(piece)
    const own = piece === '{id}' ? mine.idsOf(noun) : [1, 2, 3]
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...own).map(String) },
      { weight: 1, arbitrary: fc.constantFrom(...theirs.idsOf(noun)).map(String) },
      { weight: 2, arbitrary: fc.constantFrom(...absurdIds) },
    )
  })
  return fc.tuple(...pieces).map((parts) => parts.join(''))
}

function queryOf(fields: readonly Field[], mine: World): fc.Arbitrary<string> {
  const named = (value: (field: Field) => fc.Arbitrary<unknown>) =>
    fields.length === 0
      ? fc.constant('')
      : fc
          .uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 4 })
          .chain((some) =>
            fc.tuple(...some.map((field) => value(field).map((one) => pair(field.name, one)))),
          )
          .map((pairs) => `?${pairs.join('&')}`)
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: named(({ name, schema }) => valueOf(name, schema, mine)) },
    { weight: 4, arbitrary: named(() => oddText) },
    {
      weight: 1,
      arbitrary: fc.tuple(oddNames, oddText).map(([name, text]) => `?${pair(name, text)}`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '?',
        '??',
        '?&&&=',
        '?a',
        '?%',
        '?%zz=%f',
        '?page=1&page=2',
        '?[]=1',
      ),
    },
  )
}

const pair = (name: string, value: unknown) =>
  `${percent(name)}=${percent(typeof value === 'string' ? value : JSON.stringify(value ?? null))}`

function fieldsOf(fields: readonly Field[], mine: World): fc.Arbitrary<Pairs> {
  const valid = fc
    .tuple(
      ...fields.map((field) => {
        const value = valueOf(field.name, field.schema, mine)
        const share = field.name === 'expected_revision' ? 20 : 2
        // Undefined is left out below.
        const chosen = field.isRequired
          ? value
          : fc.oneof(
              { weight: share, arbitrary: fc.constant(undefined) },
              { weight: 1, arbitrary: value },
            )
        return chosen.map((one) => [field.name, one] as const)
      }),
    )
    .map((pairs) => pairs.filter(([, value]) => value !== undefined))
  return fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 5, arbitrary: withOneOdd(valid, fields) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valid, oddNames, oddValue)
        .map(([pairs, name, value]) => [...pairs, [name, value] as const]),
    },
    // The same again: with the same value nothing new, with another one a contradiction.
    { weight: 1, arbitrary: fc.tuple(valid, valid).map(([one, other]) => [...one, ...other]) },
  )
}

function withOneOdd(valid: fc.Arbitrary<Pairs>, fields: readonly Field[]): fc.Arbitrary<Pairs> {
  if (fields.length === 0) return valid
  return fc
    .tuple(valid, fc.constantFrom(...fields), oddValue)
    .map(([pairs, { name }, value]) => [
      ...pairs.filter(([one]) => one !== name),
      [name, value] as const,
    ])
}

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Basic eDp5' },
      { authorization: `Bearer ${'k'.repeat(8000)}` },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'k'.repeat(256) },
      { 'idempotency-key': 'the same' },
      { 'idempotency-key': 'the-same-again' },
      { 'idempotency-key': '\u00e9' },
      { 'content-encoding': 'gzip' },
      { 'accept-encoding': 'gzip, br;q=nonsense' },
      { accept: 'text/xml' },
      { expect: '100-continue' },
      { origin: 'https://elsewhere.example' },
      { cookie: '=;;; session=%00; __proto__=1' },
      { range: 'bytes=0-0' },
      { host: '' },
      { host: 'a b:c' },
      { 'x-forwarded-for': '1, 2, "' },
      { 'x-forwarded-host': 'elsewhere.example' },
      { 'x-http-method-override': 'DELETE' },
      { 'user-agent': '\u00ff'.repeat(300) },
      { 'if-none-match': '*' },
      { 'last-event-id': '-1' },
    ),
  },
)
