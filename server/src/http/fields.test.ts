import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { AppError, type Problem } from '../errors.ts'
import { choice, datetime, flag, id, integer, phoneNumber, text } from './field-readers.ts'
import {
  noFields,
  optional,
  readFields,
  required,
  resource,
  type FieldSet,
  type Reader,
  type Values,
} from './fields.ts'
import { type Fields } from './form.ts'
import { ids, json, list, phoneNumbers, rows } from './list-readers.ts'
import { parameters } from './parameters-reader.ts'
import { parseJson, parseUrlencoded } from './parse-body.ts'

const contact = resource({
  phone_number: required(phoneNumber()),
  name: optional(text({ max: 5, clearable: true, description: 'What they are called' })),
  has_opted_out: optional(flag()),
  custom_parameters: optional(parameters()),
})

const filters = rows({
  key: { field: 'filters_custom_parameter_key' },
  condition: { field: 'filters_custom_parameter_condition' },
  value: { field: 'filters_custom_parameter_value', isOptional: true },
})

describe('the fields of a resource', () => {
  test('are typed by what reads them, and are there only when given', () => {
    const read = readFields(contact, form('phone_number=%2B447700900142&has_opted_out=off'))

    expect(read).toEqual({ phone_number: '+447700900142', has_opted_out: false })
    expectTypeOf(read.phone_number).toEqualTypeOf<string>()
    expectTypeOf(read.name).toEqualTypeOf<string | null | undefined>()
    expectTypeOf<Values<typeof contact>['has_opted_out']>().toEqualTypeOf<boolean | undefined>()
  })

  test('are all complained of at once, each by its name', () => {
    const problems = problemsOf(
      contact,
      form('name=Maximilian&has_opted_out=maybe&nam=x&custom_parameter_key[0]=a'),
    )

    expect(problems).toEqual([
      { field: 'phone_number', title: 'phone_number is required.' },
      { field: 'name', title: 'name must have at most 5 characters.' },
      {
        field: 'has_opted_out',
        title: 'has_opted_out must be one of 1, 0, true, false, on, off, yes, no.',
      },
      {
        field: 'custom_parameter_value[0]',
        title: 'custom_parameter_value[0] is missing: the row has only its other half.',
      },
      {
        field: 'nam',
        title:
          'There is no field "nam" here. The fields are: phone_number, name, has_opted_out, custom_parameters, custom_parameter_key, custom_parameter_value.',
      },
    ])
  })

  test('that are broken in the body itself are complained of once, beside the others', () => {
    expect(problemsOf(contact, form('phone_number=%ff&name=Maximilian'))).toEqual([
      { field: 'phone_number', title: 'phone_number is not valid UTF-8.' },
      { field: 'name', title: 'name must have at most 5 characters.' },
    ])
  })

  test('past a thousand problems have the rest counted', () => {
    const body = Array.from({ length: 1500 }, (_, i) => `wrong${i}=1`).join('&')

    const problems = problemsOf(noFields, form(body))

    expect(problems.length).toBe(1001)
    expect(problems[0]?.title).toBe('There is no field "wrong0" here. None is taken.')
    expect(problems.at(-1)).toEqual({ title: 'And 500 more problems.', code: 'more' })
  })

  test('with one problem past a thousand have one counted', () => {
    const list = Array.from({ length: 1001 }, () => 'x').join(',')

    expect(problemsOf(resource({ a: optional(ids()) }), form(`a=${list}`)).at(-1)?.title).toBe(
      'And 1 more problem.',
    )
  })

  test('have one schema for the documents', () => {
    expect(JSON.parse(JSON.stringify(contact.schema))).toMatchObject({
      type: 'object',
      required: ['phone_number'],
      properties: {
        name: { type: 'string', maxLength: 5, description: 'What they are called' },
        has_opted_out: { type: 'boolean' },
        custom_parameter_key: { type: 'array' },
      },
    })
    expect(JSON.parse(JSON.stringify(choice(['a', 'b']).schema))).toMatchObject({
      enum: ['a', 'b'],
    })
  })
})

describe('what is given by an empty field', () => {
  const set = resource({
    name: required(text({ max: 9 })),
    note: optional(text({ max: 9, clearable: true })),
    at: optional(datetime()),
  })

  test('in a form nothing is', () => {
    expect(readFields(set, form('name=a&note=&at='))).toEqual({ name: 'a' })
    expect(problemsOf(set, form('name='))).toEqual([{ field: 'name', title: 'name is required.' }])
  })

  test('in JSON a text is cleared by null and by an empty one, and the rest is absent', () => {
    expect(readFields(set, body({ name: 'a', note: null, at: null }))).toEqual({
      name: 'a',
      note: null,
    })
    expect(readFields(set, body({ name: 'a', note: '', at: '' }))).toEqual({
      name: 'a',
      note: null,
    })
  })

  test('in JSON a text that has to be there cannot be cleared', () => {
    expect(problemsOf(set, body({ name: null }))).toEqual([
      { field: 'name', title: 'name cannot be empty.' },
    ])
    expect(problemsOf(set, body({ name: '' }))).toEqual([
      { field: 'name', title: 'name cannot be empty.' },
    ])
  })
})

describe('one value', () => {
  test.each<[string, Reader<unknown>, string, unknown, unknown]>([
    ['a text', text({ max: 5 }), 'x=a+b', 'a b', 'a b'],
    [
      'an emoji, which is one character',
      text({ max: 2 }),
      'x=%F0%9F%98%80%F0%9F%98%80',
      '😀😀',
      '😀😀',
    ],
    ['a number as a text', text({ max: 5 }), 'x=12', 12, '12'],
    ['an id', id(), 'x=12', 12, 12],
    ['the largest id', id(), 'x=9007199254740991', 9007199254740991, 9007199254740991],
    ['an id as text', id(), 'x=+12+', '12', 12],
    ['a negative number', integer({ min: -5, max: 5 }), 'x=-5', -5, -5],
    ['yes', flag(), 'x=YES', true, true],
    ['no', flag(), 'x=0', 0, false],
    ['off', flag(), 'x=Off', 'off', false],
    [
      'a time in UTC',
      datetime(),
      'x=2025-10-29+03:28:34',
      '2025-10-29 03:28:34',
      new Date('2025-10-29T03:28:34Z'),
    ],
    [
      'a time with an offset',
      datetime(),
      'x=2025-10-29T03:28:34%2B02:00',
      '2025-10-29T01:28:34Z',
      new Date('2025-10-29T01:28:34Z'),
    ],
    ['a choice', choice(['minutes', 'hours']), 'x=hours', 'hours', 'hours'],
    ['a phone number', phoneNumber(), 'x=+447700900142', '+447700900142', '+447700900142'],
    ['JSON', json(), 'x={"a":[1,null]}', { a: [1, null] }, { a: [1, null] }],
  ])('%s is the same from a form and from JSON', (_, reader, urlencoded, value, expected) => {
    const set = resource({ x: required(reader) })

    expect(readFields(set, form(urlencoded))).toEqual({ x: expected })
    expect(readFields(set, body({ x: value }))).toEqual({ x: expected })
  })

  test.each<[Reader<unknown>, unknown, string]>([
    [text({ max: 5 }), 'Hello!', 'x must have at most 5 characters.'],
    [text({ max: 5, min: 3 }), 'Hi', 'x must have at least 3 characters.'],
    [text({ max: 5 }), 'a\0', 'x has a NUL character, which a text cannot have.'],
    [text({ max: 5 }), '\ud800', 'x is not valid Unicode: it has half of a surrogate pair.'],
    [text({ max: 5 }), true, 'x must be a text.'],
    [text({ max: 5 }), { a: 1 }, 'x must be a text.'],
    [text({ max: 5 }), ['a'], 'x must be one value, not a list.'],
    [text({ max: 5, check: () => ['It is wrong.'] }), 'a', 'It is wrong.'],
    [id(), 0, 'x must be a whole number from 1.'],
    [id(), -1, 'x must be a whole number from 1.'],
    [id(), 1.5, 'x must be a whole number from 1.'],
    [id(), '1e3', 'x must be a whole number from 1.'],
    [id(), '9007199254740992', 'x must be a whole number from 1.'],
    [id(), '9'.repeat(400), 'x must be a whole number from 1.'],
    [id(), [1], 'x must be one value, not a list.'],
    [integer({ min: 0, max: 100_000 }), 100_001, 'x must be a whole number from 0 to 100000.'],
    [integer({ min: 0, max: 9 }), true, 'x must be a whole number from 0 to 9.'],
    [flag(), 'maybe', 'x must be one of 1, 0, true, false, on, off, yes, no.'],
    [flag(), 2, 'x must be one of 1, 0, true, false, on, off, yes, no.'],
    [flag(), '__proto__', 'x must be one of 1, 0, true, false, on, off, yes, no.'],
    [choice(['a', 'b']), 'c', 'x must be one of a, b.'],
    [datetime(), '1969-12-31 23:59:59', 'x must lie in the years 1970 to 9999.'],
  ])('%# is refused with what is allowed: %o %j', (reader, value, title) => {
    expect(problemsOf(resource({ x: required(reader) }), body({ x: value }))).toEqual([
      { field: 'x', title },
    ])
  })

  test.each([
    '2025-02-30 00:00:00',
    '2025-10-29',
    '2025-10-29T03:28:34',
    '2025-10-29 03:28',
    '29.10.2025 03:28:34',
    'tomorrow',
    '2025-10-29 24:00:00',
    1761708514,
  ])('no time is %j', (value) => {
    expect(problemsOf(resource({ x: required(datetime()) }), body({ x: value }))).toEqual([
      { field: 'x', title: expect.stringMatching(/^x must be a date and time that exist/) },
    ])
  })

  test('given twice is taken when it is the same', () => {
    const set = resource({ x: required(id()) })

    expect(readFields(set, form('x=1&x=1'))).toEqual({ x: 1 })
    expect(problemsOf(set, form('x=1&x=2'))).toEqual([
      { field: 'x', title: 'x is given more than once, with different values.' },
    ])
    expect(problemsOf(set, form('x[]=1'))).toEqual([
      { field: 'x', title: 'x must be one value, not a list.' },
    ])
  })
})

describe('lists', () => {
  test.each([
    ['contacts_ids=1,2,3', [1, 2, 3]],
    ['contacts_ids=3,+1%0A2,,3,1', [3, 1, 2]],
    ['contacts_ids[1]=2&contacts_ids[0]=1', [1, 2]],
    ['contacts_ids=5', [5]],
  ])('ids from %s', (urlencoded, expected) => {
    expect(readFields(resource({ contacts_ids: optional(ids()) }), form(urlencoded))).toEqual({
      contacts_ids: expected,
    })
  })

  test('ids from JSON, and every one that is none is named', () => {
    const set = resource({ x: optional(ids()) })

    expect(readFields(set, body({ x: [3, '1', 3, null] }))).toEqual({ x: [3, 1] })
    expect(readFields(set, body({ x: [] }))).toEqual({ x: [] })
    expect(readFields(set, body({ x: 7 }))).toEqual({ x: [7] })
    expect(problemsOf(set, body({ x: [1, 'a', 0, { b: 1 }] })).map(({ title }) => title)).toEqual([
      'x has "a", which is no id.',
      'x has "0", which is no id.',
      'x has "{"b":1}", which is no id.',
    ])
  })

  test('a million ids are read in moments, and one more is refused', () => {
    const set = resource({ x: optional(ids()) })
    const million = Array.from({ length: 1_000_001 }, (_, i) => i + 1)

    expect(readFields(set, body({ x: million.slice(1) })).x?.length).toBe(1_000_000)
    expect(readFields(set, form(`x=${million.slice(1).join(',')}`)).x?.length).toBe(1_000_000)
    expect(problemsOf(set, form(`x=${million.join(',')}`))[0]?.title).toBe(
      'x may have at most 1000000 ids.',
    )
  })

  test('phone numbers stay as they were written, one a line or between commas', () => {
    const set = resource({ x: required(phoneNumbers()) })

    expect(readFields(set, form('x=%2B1234567890,%2B9876543210%0A07700+900142'))).toEqual({
      x: ['+1234567890', '+9876543210', '07700 900142'],
    })
    expect(readFields(set, form('x=+1234567890,+9876543210'))).toEqual({
      x: ['+1234567890', '+9876543210'],
    })
    expect(readFields(set, body({ x: ['+1234567890', 9876543210] }))).toEqual({
      x: ['+1234567890', '9876543210'],
    })
    expect(readFields(set, form('x[]=+1234567890'))).toEqual({ x: ['+1234567890'] })
    expect(problemsOf(set, body({ x: ['+1', { a: 1 }] }))).toEqual([
      { field: 'x[1]', title: 'x[1] must be a text.' },
    ])
    expect(problemsOf(set, form(`x=${'1,'.repeat(1_000_002)}`))[0]?.title).toBe(
      'x may have at most 1000000 numbers.',
    )
  })

  test('without an entry are not there, and a required one is missed', () => {
    const set = resource({ a: optional(ids()), b: optional(phoneNumbers()) })

    expect(readFields(set, form('a=,+,&b=%0A'))).toEqual({})
    expect(readFields(set, body({ a: [], b: [] }))).toEqual({ a: [], b: [] })
    for (const given of [form('x=,'), body({ x: [] })]) {
      expect(problemsOf(resource({ x: required(phoneNumbers()) }), given)).toEqual([
        { field: 'x', title: 'x is required.' },
      ])
    }
  })

  test('of bracket fields come in the order of their indexes', () => {
    const set = resource({ countries: optional(list(text({ max: 2 }), { max: 3 })) })

    expect(readFields(set, form('countries[5]=FR&countries[2]=IT&countries[]='))).toEqual({
      countries: ['IT', 'FR'],
    })
    expect(readFields(set, form('countries=IT&countries=FR'))).toEqual({ countries: ['IT', 'FR'] })
    expect(readFields(set, form('countries=IT'))).toEqual({ countries: ['IT'] })
    expect(readFields(set, body({ countries: ['IT', null] }))).toEqual({ countries: ['IT'] })
    expect(problemsOf(set, body({ countries: ['IT', 'FRA', {}] }))).toEqual([
      { field: 'countries[1]', title: 'countries[1] must have at most 2 characters.' },
      { field: 'countries[2]', title: 'countries[2] must be a text.' },
    ])
    expect(problemsOf(set, body({ countries: ['a', 'b', 'c', 'd'] }))[0]?.title).toBe(
      'countries may have at most 3 entries.',
    )
  })
})

describe('rows of bracket fields', () => {
  const set = resource({ filters_custom_parameters: optional(filters) })
  const of = (urlencoded: string) =>
    form(urlencoded.replace(/(key|condition|value)\[/g, 'filters_custom_parameter_$1['))

  test('pair by index, in any order and with gaps', () => {
    const read = readFields(
      set,
      of(
        'key[7]=age&value[2]=Rome&condition[7]=bigger_than&key[2]=city&condition[2]=exact&value[7]=18',
      ),
    )

    expect(read.filters_custom_parameters).toEqual([
      { key: 'city', condition: 'exact', value: 'Rome' },
      { key: 'age', condition: 'bigger_than', value: '18' },
    ])
  })

  test('may lack what is optional, and may be empty lines of a table', () => {
    const read = readFields(
      set,
      of('key[0]=city&condition[0]=exact&key[1]=&condition[1]=&value[1]='),
    )

    expect(read.filters_custom_parameters).toEqual([{ key: 'city', condition: 'exact', value: '' }])
  })

  test('that are half there are named', () => {
    expect(
      problemsOf(set, of('key[0]=a&condition[1]=exact&value[2]=b')).map(({ field }) => field),
    ).toEqual([
      'filters_custom_parameter_condition[0]',
      'filters_custom_parameter_key[1]',
      'filters_custom_parameter_key[2]',
      'filters_custom_parameter_condition[2]',
    ])
  })

  test('come from JSON as columns or as objects', () => {
    const columns = body({
      filters_custom_parameter_key: ['a'],
      filters_custom_parameter_condition: ['exact'],
      filters_custom_parameter_value: [18],
    })
    const objects = body({
      filters_custom_parameters: [{ key: 'a', condition: 'exact', value: 18 }],
    })

    expect(readFields(set, columns)).toEqual(readFields(set, objects))
    expect(
      problemsOf(
        set,
        body({ filters_custom_parameters: [{ key: 'a' }, { key: 'a', condition: 'b', x: 1 }, 5] }),
      ).map(({ title }) => title),
    ).toEqual([
      'filters_custom_parameters[1] must be an object with no more than key, condition, value.',
      'filters_custom_parameters[2] must be an object with no more than key, condition, value.',
      'filters_custom_parameters[0].condition is missing: the row has only its other half.',
    ])
    expect(problemsOf(set, body({ filters_custom_parameters: { key: 'a' } }))[0]?.title).toMatch(
      /must be a list of objects/,
    )
  })
})

describe('custom parameters', () => {
  const set = resource({ custom_parameters: optional(parameters()) })
  const read = (fields: Fields) => readFields(set, fields).custom_parameters

  test('from a form are numbers where they are plain decimal numbers', () => {
    const changes = read(
      form(
        'custom_parameter_key[0]=age&custom_parameter_value[0]=18&custom_parameter_key[1]=zip&custom_parameter_value[1]=007',
      ),
    )

    expect(changes).toEqual({ set: { age: 18, zip: '007' }, remove: [] })
  })

  test('from JSON keep their types, and an empty value removes its key', () => {
    expect(
      read(body({ custom_parameters: { age: 18, zip: '18', vip: true, a: '', b: null } })),
    ).toEqual({
      set: { age: 18, zip: '18', vip: true },
      remove: ['a', 'b'],
    })
    expect(read(form('custom_parameter_key[0]=a&custom_parameter_value[0]='))).toEqual({
      set: {},
      remove: ['a'],
    })
    expect(read(form('custom_parameters={"age":18}'))).toEqual({ set: { age: 18 }, remove: [] })
  })

  test('may be called like a property of every object', () => {
    const changes = read(
      parseJson(Buffer.from('{"custom_parameters":{"__proto__":1,"constructor":"x"}}')),
    )

    expect(JSON.stringify(changes?.set)).toBe('{"__proto__":1,"constructor":"x"}')
    expect(Object.getPrototypeOf(changes?.set)).toBe(null)
  })

  test.each<[unknown, string]>([
    [{ ['k'.repeat(65)]: 1 }, 'which must have at most 64 characters.'],
    [{ '': 1 }, 'custom_parameters has the key "", which cannot be empty.'],
    [{ a: 'x'.repeat(1001) }, 'custom_parameters.a must have at most 1000 characters.'],
    [{ a: [1] }, 'custom_parameters.a must be a text, a number or a boolean.'],
    [{ a: 'x\0' }, 'NUL'],
    [[1], 'custom_parameters must be an object of keys and values.'],
    ['hello', 'custom_parameters must be an object of keys and values.'],
    [
      Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, i])),
      'custom_parameters may have at most 100 keys.',
    ],
  ])('%j is refused', (value, title) => {
    expect(problemsOf(set, body({ custom_parameters: value }))[0]?.title).toContain(title)
  })

  test('are not taken in two ways at once, nor with one key for two values', () => {
    expect(
      problemsOf(
        set,
        form('custom_parameters={}&custom_parameter_key[0]=a&custom_parameter_value[0]=1'),
      )[0]?.title,
    ).toMatch(/cannot be given together/)
    expect(
      problemsOf(
        set,
        form(
          'custom_parameter_key[]=a&custom_parameter_key[]=a&custom_parameter_value[]=1&custom_parameter_value[]=2',
        ),
      )[0]?.title,
    ).toMatch(/the key "a" twice/)
    expect(problemsOf(set, form('custom_parameter_value[0]=1')).map(({ field }) => field)).toEqual([
      'custom_parameter_key[0]',
    ])
    expect(
      problemsOf(set, parseJson(Buffer.from('{"custom_parameters":{"a":1e999}}')))[0]?.title,
    ).toMatch(/too large/)
  })
})

test('any JSON at all is read or refused with the names of fields, never anything else', () => {
  const everything = resource({
    a: optional(text({ max: 9 })),
    b: optional(id()),
    c: optional(flag()),
    d: optional(datetime()),
    e: optional(choice(['x', 'y'])),
    f: optional(ids()),
    g: optional(phoneNumbers()),
    h: optional(list(text({ max: 3 }))),
    i: optional(filters),
    custom_parameters: optional(parameters()),
    k: optional(json()),
    l: optional(phoneNumber()),
  })
  const names = fc.constantFrom(
    ...everything.known,
    'a[0]',
    'h[1]',
    'filters_custom_parameter_key[3]',
    '__proto__',
    'z',
  )
  const bodies = fc.dictionary(
    names,
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', null, '1', [null], ['']),
      fc.string({ unit: 'binary' }),
    ),
  )

  fc.assert(
    fc.property(bodies, (value) => {
      const bytes = Buffer.from(JSON.stringify(value))
      for (const read of [() => parseJson(bytes), () => parseUrlencoded(bytes)]) {
        try {
          readFields(everything, read())
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          for (const problem of error.problems) expect(problem.title).toMatch(/\.$/)
        }
      }
    }),
    { numRuns: 1500 },
  )
})

function form(urlencoded: string): Fields {
  return parseUrlencoded(Buffer.from(urlencoded))
}

function body(value: object): Fields {
  return parseJson(Buffer.from(JSON.stringify(value)))
}

function problemsOf(set: FieldSet, fields: Fields): Problem[] {
  try {
    readFields(set, fields)
  } catch (error) {
    if (error instanceof AppError) return error.problems
    throw error
  }
  return []
}
