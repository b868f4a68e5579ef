import fc from 'fast-check'
import { bodyOf, damaged, jsonText } from './bodies.ts'
import type { Attack } from './client.ts'
import { oddText, oddValue } from './values.ts'

// What a phone may send, and what only somebody who is none would. The mobile API is in no document.

export type PhoneTarget = {
  /** Of a phone that is enrolled, and of a device that is not. */
  phoneToken: string
  enrolmentToken: string
  webhookPath: string
  /** Wire ids of messages that the phone holds. */
  held: string[]
}

type Arb = fc.Arbitrary<unknown>

export const phoneRoutes = [
  'POST /device',
  'PATCH /device',
  'GET /device',
  'GET /message',
  'GET /messages',
  'PATCH /message',
  'PATCH /messages',
  'GET /webhooks',
  'GET /settings',
  'POST /hooks',
  'POST /nowhere',
] as const

export function phoneAttacksOn(
  route: (typeof phoneRoutes)[number],
  target: PhoneTarget,
): fc.Arbitrary<Attack> {
  const [method = '', place = ''] = route.split(' ')
  const token = route === 'POST /device' ? target.enrolmentToken : target.phoneToken
  const path = place === '/hooks' ? target.webhookPath : `/api/mobile/v1${place}`
  const body = method === 'GET' ? fc.constant(Buffer.alloc(0)) : bytesOf(contentOf(place, target))
  return fc
    .record({
      body,
      prefix: fc.boolean(),
      query: fc.constantFrom('', '?', '?x=%zz'),
      agent: agents,
      token: tokens(token),
    })
    .map((one) => ({
      method,
      path: (one.prefix ? path : path.replace('/api/', '/')) + one.query,
      headers: {
        authorization: `Bearer ${one.token}`,
        'user-agent': one.agent,
        ...(one.body.length > 0 ? { 'content-type': 'application/json; charset=UTF-8' } : {}),
        ...(place === '/hooks' ? { 'x-signature': 'ab'.repeat(32), 'x-timestamp': 'soon' } : {}),
      },
      body: one.body,
    }))
}

const agents = fc.constantFrom(
  'me.capcom.smsgateway/1.70.4',
  'me.capcom.smsgateway/0',
  'me.capcom.smsgateway/999999999999999999999.1.1',
  'okhttp/4.10.0',
  '',
  '\u00ff'.repeat(100),
)

const tokens = (token: string) =>
  fc.oneof(
    { weight: 15, arbitrary: fc.constant(token) },
    { weight: 1, arbitrary: fc.constantFrom('', 'x', token.toUpperCase(), 'k'.repeat(4000)) },
  )

function bytesOf(content: Arb): fc.Arbitrary<Buffer> {
  const whole = content.map((value) => Buffer.from(jsonText(value)))
  return fc.oneof(
    { weight: 6, arbitrary: whole },
    { weight: 2, arbitrary: whole.chain(damaged) },
    { weight: 1, arbitrary: bodyOf([], ['application/json']).map(({ bytes }) => bytes) },
    { weight: 1, arbitrary: oddValue.map((value) => Buffer.from(jsonText(value))) },
  )
}

function contentOf(place: string, { held }: PhoneTarget): Arb {
  switch (place) {
    case '/device':
      return phone
    case '/hooks':
      return event
    default:
      return fc.array(reportOf(held), { maxLength: 4 })
  }
}

/** Mostly what belongs there, now and then anything. */
const or = (right: Arb) =>
  fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: oddValue })
const record = (shape: Record<string, Arb>) =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, or(value)])), {
    requiredKeys: [],
  })

const state = fc.constantFrom('Pending', 'Processed', 'Sent', 'Delivered', 'Failed', 'Cancelled')
const time = fc.constantFrom(
  '2026-11-21T12:00:00.000+00:00',
  '2026-11-21T12:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T12:00:00Z',
)
const sims = fc.array(
  record({
    simNumber: fc.integer({ min: -1, max: 5 }),
    slotIndex: fc.integer({ min: -1, max: 5 }),
    phoneNumber: oddText,
    carrierName: oddText,
    iccid: oddText,
  }),
  { maxLength: 20 },
)
const phone = record({ name: oddText, pushToken: oddText, simCards: sims })

const reportOf = (held: string[]) =>
  record({
    id: fc.constantFrom(...held, 'zzzzzzzzzzz-zzzzzzzzzz', '0-0', '-', '1-1'),
    state,
    recipients: fc.array(
      record({ phoneNumber: fc.constant('+447700900123'), state, error: oddText }),
      { maxLength: 3 },
    ),
    states: record({ Pending: time, Processed: time, Sent: time, Delivered: time, Failed: time }),
    error: oddText,
  })

const inbound = record({
  messageId: oddText,
  message: oddText,
  sender: fc.oneof(fc.constantFrom('+447700900124', 'Shop', '12345', ''), oddText),
  phoneNumber: oddText,
  simNumber: fc.integer({ min: -1, max: 5 }),
  receivedAt: time,
})
const event = record({
  id: fc.oneof(fc.uuid(), oddText),
  event: fc.constantFrom(
    'sms:received',
    'sms:received',
    'sms:batch:received',
    'app:started',
    'system:ping',
    'sms:sent',
    'mms:received',
    '__proto__',
  ),
  deviceId: oddText,
  webhookId: oddText,
  payload: fc.oneof(
    inbound,
    record({ messages: fc.array(inbound, { maxLength: 5 }) }),
    record({ simCards: sims }),
    record({
      health: record({
        checks: fc.constant({
          'battery:level': { observedValue: 1e308 },
          'battery:charging': { observedValue: -1 },
        }),
      }),
    }),
  ),
})
