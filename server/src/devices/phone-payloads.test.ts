import { describe, expect, test } from 'vitest'
import {
  readInboundTexts,
  readNetwork,
  readPhone,
  readReports,
  readSims,
  toInteger,
  toObject,
  toText,
} from './phone-payloads.ts'

const now = new Date('2026-11-21T12:00:00Z')
// What no phone sends and anybody may.
const odd: unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1e308,
  Number.NaN,
  '',
  'text',
  '\0',
  [],
  [[]],
  [null],
  {},
  { id: {} },
  { __proto__: { id: '1-1' } },
  [{ id: 1 }],
  [{ id: '1-1', recipients: 5, states: 'x' }],
]

describe('reports', () => {
  const read = (item: unknown) => readReports([item], 7, now)[0]

  test('are read as the app writes them', () => {
    const reports = readReports(
      [
        {
          id: '1-a',
          state: 'Delivered',
          recipients: [{ phoneNumber: '+15551234567', state: 'Delivered' }],
          states: {
            Pending: '2026-11-21T12:00:01.000+02:00',
            Sent: '2026-11-21T13:00:05.000+02:00',
            Delivered: '2026-11-21T11:30:00.250Z',
          },
        },
      ],
      7,
      now,
    )

    expect(reports).toEqual([
      {
        id: 1,
        handover_key: 10,
        device_id: 7,
        state: 'Delivered',
        error: null,
        sent_at: new Date('2026-11-21T11:00:05.000Z'),
        delivered_at: new Date('2026-11-21T11:30:00.250Z'),
      },
    ])
  })

  test('the state of the recipient goes before that of the message', () => {
    expect(read({ id: '1-a', state: 'Pending', recipients: [{ state: 'Sent' }] })?.state).toBe(
      'Sent',
    )
  })

  test.for([
    [{ id: '1-a', state: 'Sent' }, 'Sent'],
    [{ id: '1-a', state: 'Sent', recipients: [] }, 'Sent'],
    [{ id: '1-a', state: 'Sent', recipients: [{ state: 'Unheard' }] }, 'Sent'],
    [{ id: '1-a', state: 'Cancelling' }, undefined],
    [{ id: '1-a', state: 'Unheard' }, undefined],
    [{ id: '1-a' }, undefined],
    [{ id: 'PyDmBQZZXYmyxMwED8Fzy', state: 'Sent' }, undefined],
    [{ state: 'Sent' }, undefined],
  ] as const)('%j has state %s', ([item, state]) => {
    expect(read(item)?.state).toBe(state)
  })

  test.for([
    [{ recipients: [{ state: 'Failed', error: 'No "signal" \u003d 4' }] }, 'No "signal" = 4'],
    [{ recipients: [{ state: 'Failed' }], error: 'TTL expired' }, 'TTL expired'],
    [{ recipients: [{ state: 'Failed', error: '' }] }, null],
    [{ recipients: [{ state: 'Failed', error: 'a\0b\uD800' }] }, 'ab\uFFFD'],
    [{ recipients: [{ state: 'Failed', error: 5 }] }, null],
    [{ recipients: [{ state: 'Failed', error: 'x'.repeat(2000) }] }, 'x'.repeat(500)],
  ] as const)('%j has the error %j', ([item, error]) => {
    expect(read({ id: '1-a', state: 'Failed', ...item })?.error).toBe(error)
  })

  test.for([
    ['in the future by the clock of the phone', '2026-11-22T13:00:00.000+02:00'],
    ['from before the message can have been made', '2026-01-01T00:00:00Z'],
    ['no time', 'yesterday'],
    ['a number', 1_763_726_400_000],
    ['a time with a broken zone', '2026-11-21T09:00:00.000-0-3:00'],
  ] as const)('a time that is %s is not taken', ([, Sent]) => {
    expect(read({ id: '1-a', state: 'Sent', states: { Sent } })?.sent_at).toBeNull()
  })

  test.for(odd)('%j is no report, and no error', (body) => {
    expect(readReports(body, 7, now)).toEqual([])
  })
})

describe('a phone', () => {
  test('is read with what it left out as null', () => {
    const seen = { app_version: '1.68.0', ip: '192.0.2.1', reached_over: 'https' } as const

    expect(readPhone({ name: 'samsung/dm3qxeea' }, seen)).toEqual({
      name: 'samsung/dm3qxeea',
      pushToken: null,
      simCards: null,
      ...seen,
    })
  })

  test.for(odd)('%j is a phone without a name', (body) => {
    const seen = { app_version: null, ip: '192.0.2.1', reached_over: 'http' } as const

    expect(readPhone(body, seen)).toMatchObject({ name: null, pushToken: null })
  })
})

test.for([
  [null, 5, null],
  [0, 5, 'none'],
  [1, 0, null],
  [2, 2, '2g'],
  [2, 5, '5g'],
  [2, 0, 'cellular'],
  [2, null, 'cellular'],
  [6, 4, 'wifi'],
  [8, 0, 'ethernet'],
] as const)(
  'a ping with the flags %s and the generation %s tells of %s',
  ([flags, index, kind]) => {
    expect(readNetwork(flags, index)).toBe(kind)
  },
)

describe('SIMs', () => {
  test('are read as the app writes them', () => {
    const sim = { slotIndex: 0, simNumber: 1, phoneNumber: '********4567', carrierName: '****bile' }

    expect(
      readSims([
        { ...sim, iccid: '***************1234' },
        { slotIndex: 1, simNumber: 2 },
      ]),
    ).toEqual([
      { ...sim, iccid: '***************1234' },
      { slotIndex: 1, simNumber: 2, phoneNumber: null, carrierName: null, iccid: null },
    ])
  })

  test.for([
    [undefined, null],
    [null, null],
    ['1', null],
    [{}, null],
    [[], []],
    [[null, 5, 'x', {}, { simNumber: '1' }, { simNumber: 1.5 }, { simNumber: 1e300 }], []],
  ] as const)('%j is %j', ([value, expected]) => {
    expect(readSims(value)).toEqual(expected)
  })
})

describe('received texts', () => {
  const payload = {
    messageId: '84f2d1a0',
    sender: '+447700900142',
    recipient: '+447700900001',
    simNumber: 2,
    message: 'STOP',
    receivedAt: '2026-11-21T12:59:00.500+01:00',
  }
  const read = (changes: object, event = 'sms:received') =>
    readInboundTexts(
      { id: 'Ey6ECgOkVVFjz3CL48B8C', event, payload: { ...payload, ...changes } },
      now,
    )

  test('are read as the app writes them', () => {
    expect(read({})).toEqual([
      {
        event_id: 'Ey6ECgOkVVFjz3CL48B8C',
        message_id: '84f2d1a0',
        sender: '+447700900142',
        content: 'STOP',
        sim_number: 2,
        received_at: new Date('2026-11-21T11:59:00.500Z'),
      },
    ])
  })

  test.for([
    [{ sender: undefined, phoneNumber: 'MYBANK' }, { sender: 'MYBANK' }],
    [{ sender: '  ', phoneNumber: ' 12345 ' }, { sender: '12345' }],
    [{ simNumber: undefined }, { sim_number: null }],
    [{ simNumber: 9 }, { sim_number: null }],
    [{ receivedAt: undefined }, { received_at: now }],
    [{ receivedAt: 'soon' }, { received_at: now }],
    [{ message: '' }, { content: '' }],
    [{ message: 'a\0b' }, { content: 'ab' }],
    [{ messageId: undefined }, { message_id: '' }],
  ] as const)('%j is read as %j', ([changes, expected]) => {
    expect(read(changes)).toEqual([expect.objectContaining(expected)])
  })

  test.for([
    { message: undefined },
    { message: 5 },
    { sender: undefined },
    { sender: '', phoneNumber: null },
    { sender: {} },
  ])('%j is no text', (changes) => {
    expect(read(changes)).toEqual([])
  })

  test('a batch is its texts, each with an id of its own that stays the same', () => {
    const messages = [payload, { ...payload, message: 'Hello' }, null, 7]
    const batch = readInboundTexts(
      { id: 'x', event: 'sms:batch:received', payload: { messages } },
      now,
    )

    expect(batch.map(({ event_id, content }) => [event_id, content])).toEqual([
      ['x/0', 'STOP'],
      ['x/1', 'Hello'],
    ])
  })

  test.for(odd)('%j is no text and no error', (value) => {
    expect(readInboundTexts({ id: 'x', event: 'sms:received', payload: value }, now)).toEqual([])
    expect(readInboundTexts({ id: 'x', event: 'sms:batch:received', payload: value }, now)).toEqual(
      [],
    )
    expect(readInboundTexts(toObject(value), now)).toEqual([])
  })
})

test('text is cut to what PostgreSQL can hold', () => {
  expect(toText('a\0b', 10)).toBe('ab')
  expect(toText('😀😀', 3)).toBe('😀\uFFFD')
  expect(toText(5, 10)).toBeUndefined()
})

test('numbers are small and whole', () => {
  expect([toInteger(5), toInteger(-5), toInteger(5.5), toInteger(1e9), toInteger('5')]).toEqual([
    5,
    -5,
    null,
    null,
    null,
  ])
})
