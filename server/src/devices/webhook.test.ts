import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { untilWaiting } from '../../test/locks.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { signingKeyOf, webhookSecretOf } from './served-settings.ts'
import { isSigned } from './webhook.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let enrolmentToken: string
let phone: TestPhone

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
  phone = await enrolTestPhone(testApp, enrolmentToken, {
    simCards: [{ simNumber: 1 }, { simNumber: 2 }],
  })
})

afterEach(() => expectTotalsToHold(database.db))

const stampNow = () => String(Math.floor(testApp.now.getTime() / 1000))
/** Posts raw bytes as the app does; with a signature unless told otherwise. */
async function deliver(
  raw: string,
  { token = phone.token, timestamp = stampNow(), signature }: Delivery = {},
): Promise<number> {
  const secret = webhookSecretOf(token)
  const right = createHmac('sha256', signingKeyOf(secret))
    .update(raw)
    .update(timestamp)
    .digest('hex')
  const { statusCode } = await testApp.app.inject({
    method: 'POST',
    url: `/api/mobile/v1/hooks/${secret}`,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'me.capcom.smsgateway/1.70.4',
      ...(signature === null
        ? {}
        : { 'x-signature': signature ?? right, 'x-timestamp': timestamp }),
    },
    payload: raw,
  })
  return statusCode
}
type Delivery = { token?: string; timestamp?: string; signature?: string | null }

const text = {
  messageId: '84f2d1a0',
  sender: '+447700900142',
  simNumber: 1,
  message: 'Yes please',
  receivedAt: '2026-11-21T12:59:58.250+01:00',
}
const event = (changes: object = {}, id = 'Ey6ECgOkVVFjz3CL48B8C') =>
  JSON.stringify({
    id,
    webhookId: 'simcast-1-sms-received',
    event: 'sms:received',
    deviceId: 'device-1',
    payload: { ...text, ...changes },
  })
const received = async () =>
  listOf(await testApp.call('GET', '/api/sms?type=received&order_type=ASC', { key }))
const contactOf = async (id: unknown) =>
  dataOf(await testApp.call('GET', `/api/contacts/${String(id)}`, { key }))
const device = async () => dataOf(await testApp.call('GET', `/api/devices/${device_id}`, { key }))

describe('the signature', () => {
  const sign = (signingKey: string, raw: string, value: string, timestamp: string) =>
    isSigned(signingKey, { raw: Buffer.from(raw), signature: { value, timestamp } })
  // The protocol, appendix A.
  const vectors = [
    {
      signingKey: 'secret12',
      raw: '{"a":1}',
      timestamp: '1700000000',
      value: '826da9d1716f5bc061f920ab66843bd31acd453cea7bd2f7c9b8bbb38320b57e',
    },
    {
      signingKey: 'k3y_ABC',
      raw: '{"event":"sms:received","payload":{"message":"a\\u003db é"}}',
      timestamp: '1767225600',
      value: '2be83e573ec2d6afdd187a22ebc80e775d6123a08ad796fc95d519419a03fe1d',
    },
  ]

  test.for(vectors)('of $raw fits', ({ signingKey, raw, value, timestamp }) => {
    expect(sign(signingKey, raw, value, timestamp)).toBe(true)
    expect(sign(signingKey, raw, value.toUpperCase(), timestamp)).toBe(true)
  })

  test.for(vectors)('of $raw fits nothing else', ({ signingKey, raw, value, timestamp }) => {
    expect(sign(`${signingKey}x`, raw, value, timestamp)).toBe(false)
    expect(sign(signingKey, `${raw} `, value, timestamp)).toBe(false)
    expect(sign(signingKey, raw, value, '1700000001')).toBe(false)
    expect(sign(signingKey, raw, value.slice(0, 62), timestamp)).toBe(false)
    expect(sign(signingKey, raw, '', timestamp)).toBe(false)
    expect(sign(signingKey, raw, 'z'.repeat(64), timestamp)).toBe(false)
  })

  test('is not asked of a phone that signs with a key of its own yet', async () => {
    expect(await deliver(event(), { signature: null })).toBe(200)
    expect(await deliver(event({}, 'two'), { signature: 'ab'.repeat(32) })).toBe(200)
  })

  test('is asked from the first one on that fitted', async () => {
    expect(await deliver(event())).toBe(200)
    expect(await deliver(event({ message: 'b' }, 'b'), { signature: null })).toBe(401)
    expect(await deliver(event({ message: 'c' }, 'c'), { signature: 'ab'.repeat(32) })).toBe(401)
    expect(await received()).toHaveLength(1)
  })

  test('each installation begins anew', async () => {
    await deliver(event())
    const again = await enrolTestPhone(testApp, enrolmentToken)

    expect(
      await deliver(event({ message: 'b' }, 'b'), { token: again.token, signature: null }),
    ).toBe(200)
  })

  test('is made over the bytes as they were sent', async () => {
    const gson = event().replace('Yes please', 'a\\u003db \\u0026 \\u003cc\\u003e \\u0027é\\u0027')

    expect(await deliver(gson)).toBe(200)
    expect((await received())[0]).toMatchObject({ content: "a=b & <c> 'é'" })
  })

  test.for([-86_400, -301, 301, 86_400, 10_000_000])(
    'with a clock that is %i seconds off is taken, and the phone flagged',
    async (skew) => {
      const timestamp = String(start.getTime() / 1000 + skew)

      expect(await deliver(event(), { timestamp })).toBe(200)
      expect(await received()).toHaveLength(1)
      expect(await device()).toMatchObject({ clock_skew_seconds: skew })
    },
  )

  test('with a clock that is right again is no longer flagged', async () => {
    await deliver(event(), { timestamp: String(start.getTime() / 1000 - 3600) })
    await deliver(event({ message: 'b' }, 'b'), { timestamp: String(start.getTime() / 1000 - 300) })

    expect(await device()).toMatchObject({ clock_skew_seconds: null })
  })

  test('with a time that is none is taken', async () => {
    for (const timestamp of ['x', '', '1e999', '99999999999999999999'])
      expect(await deliver(event({}, `t${timestamp}`), { timestamp })).toBe(200)
  })
})

describe('a received text', () => {
  test('is an sms of type received, of its contact', async () => {
    const contact_id = await buildContact(database.db, user_id, {
      phone_number: '+447700900142',
      name: 'Anna',
    })

    expect(await deliver(event({ simNumber: 2 }))).toBe(200)

    expect(await received()).toEqual([
      expect.objectContaining({
        type: 'received',
        status: 'received',
        device_id,
        sim_subscription_id: 2,
        contact_id,
        campaign_id: 0,
        content: 'Yes please',
        phone_number: '+447700900142',
        error: null,
        scheduled_datetime: '2026-11-21 11:59:58',
        datetime: '2026-11-21 12:00:00',
        parts: 1,
      }),
    ])
    expect(await contactOf(contact_id)).toMatchObject({
      total_received_sms: 1,
      last_received_datetime: '2026-11-21 11:59:58',
      last_datetime: null,
    })
    expect(await device()).toMatchObject({
      total_received_sms: 1,
      last_received_datetime: '2026-11-21 11:59:58',
    })
  })

  test('makes a contact of a number that we do not know', async () => {
    await deliver(event())

    const [sms] = await received()
    expect(await contactOf(sms?.['contact_id'])).toMatchObject({
      phone_number: '+447700900142',
      country_code: 'GB',
      name: null,
      has_opted_out: false,
    })
  })

  test('of a number that has opted out makes a contact that has', async () => {
    const contact = await buildContact(database.db, user_id, { phone_number: '+447700900142' })
    await testApp.call('POST', `/api/contacts/${contact}`, { key, json: { has_opted_out: 1 } })
    await testApp.call('DELETE', `/api/contacts/${contact}`, { key })

    await deliver(event({ message: 'Hello' }))

    const [sms] = await received()
    expect(await contactOf(sms?.['contact_id'])).toMatchObject({ has_opted_out: true })
  })

  test.for([
    { sender: '07700 900142', phone_number: '+447700900142', country_code: 'GB' },
    { sender: 'MYBANK', phone_number: 'MYBANK', country_code: null },
    { sender: ' My Bank ', phone_number: 'My Bank', country_code: null },
    { sender: '60777', phone_number: '60777', country_code: null },
    { sender: '+393331234567', phone_number: '+393331234567', country_code: 'IT' },
    { sender: 'x'.repeat(100), phone_number: 'x'.repeat(64), country_code: null },
  ])('from $sender is from $phone_number', async ({ sender, phone_number, country_code }) => {
    expect(await deliver(event({ sender }))).toBe(200)

    const [sms] = await received()
    expect(await contactOf(sms?.['contact_id'])).toMatchObject({ phone_number, country_code })
  })

  test('from a sender that is no number cannot be answered, and gets no campaign', async () => {
    await deliver(event({ sender: 'MYBANK' }))
    const campaign = await testApp.call('POST', '/api/campaigns', {
      key,
      json: { name: 'x', content: 'x', device_id, sim_subscription_id: 1, send: 1 },
    })

    const { id } = dataOf(campaign)
    const { body } = await testApp.call('GET', `/api/campaigns/${String(id)}`, { key })
    expect((body as { data: object }).data).toMatchObject({
      status: 'sent',
      total_recipients: 0,
      excluded: { opted_out: 0, unusable_number: 1 },
    })
  })

  test('is read with the country of the SIM that received it', async () => {
    await testApp.call('POST', `/api/devices/${device_id}/sims/2`, {
      key,
      json: { phone_number: '+393331234567' },
    })

    await deliver(event({ sender: '3337654321', simNumber: 2 }))

    expect((await received())[0]).toMatchObject({ phone_number: '+393337654321' })
  })

  test.for([
    ['no SIM', { simNumber: undefined }],
    ['a SIM that cannot be', { simNumber: 99 }],
    ['no time', { receivedAt: undefined }],
    ['a time of long ago', { receivedAt: '1970-01-01T00:00:00.000Z' }],
    ['a time that cannot be', { receivedAt: '9999-12-31T23:59:59.999Z' }],
    ['no id', { messageId: undefined }],
    ['nothing said', { message: '' }],
    ['much said', { message: 'é'.repeat(65_000) }],
    ['the older field for its sender', { sender: undefined, phoneNumber: '+447700900142' }],
  ] as const)('with %s is stored', async ([, changes]) => {
    expect(await deliver(event(changes))).toBe(200)
    expect(await received()).toHaveLength(1)
  })
})

describe('the same text', () => {
  test('told again under the same id is one', async () => {
    await deliver(event())
    testApp.now = new Date(start.getTime() + 60_000)
    expect(await deliver(event())).toBe(200)

    expect(await received()).toHaveLength(1)
  })

  test('told under another id is one', async () => {
    await deliver(event({}, 'one'))
    expect(await deliver(event({}, 'two'))).toBe(200)

    expect(await received()).toHaveLength(1)
  })

  test('told many times at one moment is one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) => deliver(event({}, `id ${place % 3}`))),
    )

    expect(answers).toEqual(Array.from({ length: 10 }, () => 200))
    expect(await received()).toHaveLength(1)
  })

  test('told with its time written in another zone is one', async () => {
    await deliver(event({}, 'one'))
    await deliver(event({ receivedAt: '2026-11-21T11:59:58.250Z' }, 'two'))

    expect(await received()).toHaveLength(1)
  })

  test('told once more by a batch is one', async () => {
    await deliver(event())
    const batch = JSON.stringify({
      id: 'batch',
      event: 'sms:batch:received',
      payload: { messages: [text, { ...text, message: 'Another', messageId: 'b' }] },
    })
    expect(await deliver(batch)).toBe(200)
    expect(await deliver(batch)).toBe(200)

    expect((await received()).map(({ content }) => content)).toEqual(['Yes please', 'Another'])
  })

  test('told after its sms was deleted stays deleted', async () => {
    await deliver(event())
    const [sms] = await received()
    await testApp.call('DELETE', `/api/sms/${String(sms?.['sms_id'])}`, { key })

    await deliver(event())

    expect(await received()).toEqual([])
  })
})

describe('two texts that read alike are two', () => {
  test.for([
    ['at another time', { receivedAt: '2026-11-21T13:00:00.250+01:00', messageId: 'b' }],
    ['at another millisecond', { receivedAt: '2026-11-21T12:59:58.251+01:00' }],
    ['from somebody else', { sender: '+447700900143' }],
    ['with another text', { message: 'Yes please!' }],
    ['with another hash', { messageId: '84f2d1a1' }],
  ] as const)('%s', async ([, changes]) => {
    await deliver(event({}, 'one'))
    await deliver(event(changes, 'two'))

    expect(await received()).toHaveLength(2)
  })

  test('at another phone', async () => {
    const other = await buildDevice(database.db, user_id)
    const second = await enrolTestPhone(testApp, other.token)
    await deliver(event())
    await deliver(event(), { token: second.token })

    expect(await received()).toHaveLength(2)
  })
})

describe('other events', () => {
  test('app:started tells the SIMs as they are', async () => {
    const { body } = await phone.call('GET', '/webhooks')
    expect(body).toEqual(
      expect.arrayContaining([expect.objectContaining({ event: 'app:started' })]),
    )

    const started = {
      id: 'x',
      event: 'app:started',
      payload: {
        simCards: [{ slotIndex: 1, simNumber: 2, carrierName: 'Acme', phoneNumber: '+44770' }],
      },
    }
    expect(await deliver(JSON.stringify(started))).toBe(200)

    expect((await device())['sims']).toEqual([
      expect.objectContaining({ subscription_id: 2, carrier_name: 'Acme', phone_number: '+44770' }),
    ])
  })

  test('system:ping tells the battery', async () => {
    const ping = {
      id: 'x',
      event: 'system:ping',
      payload: {
        health: {
          checks: {
            'battery:level': { observedValue: 83 },
            'battery:charging': { observedValue: 5 },
          },
        },
      },
    }
    testApp.now = new Date(start.getTime() + 3_600_000)
    expect(await deliver(JSON.stringify(ping))).toBe(200)

    expect(await device()).toMatchObject({
      device_battery: 83,
      device_is_charging: true,
      last_ping_datetime: '2026-11-21 13:00:00',
    })
  })

  test.for([
    ['{}'],
    ['[]'],
    ['null'],
    ['5'],
    ['"x"'],
    ['{"event":"sms:delivered","payload":{}}'],
    ['{"event":"something:new"}'],
    ['{"event":"sms:received"}'],
    ['{"id":"x","event":"sms:received","payload":[]}'],
    ['{"id":{},"event":"sms:received","payload":{"sender":"+447700900142","message":"x"}}'],
    ['{"id":"x","event":"sms:batch:received","payload":{"messages":{}}}'],
    ['{"id":"x","event":"app:started","payload":{"simCards":[[],{"simNumber":1e99}]}}'],
    [
      '{"id":"x","event":"system:ping","payload":{"health":{"checks":{"battery:level":{"observedValue":1e99}}}}}',
    ],
    ['{"id":"x","event":"system:ping","payload":{"health":5}}'],
  ])('%s is no error', async ([raw = '']) => {
    expect(await deliver(raw)).toBe(200)
    expect(await received()).toEqual([])
  })

  test('what is no JSON is a 400, and an unknown address a 401', async () => {
    expect(await deliver('{"id":')).toBe(400)
    expect(await deliver('')).toBe(400)
    expect(await deliver(event(), { token: 'unknown' })).toBe(401)
  })
})

test('a text is stored before it is answered, or not at all', async () => {
  await sql`alter table messages add constraint no_more check (status <> 'received') not valid`.execute(
    database.db,
  )
  try {
    expect(await deliver(event())).toBe(500)
  } finally {
    await sql`alter table messages drop constraint no_more`.execute(database.db)
  }

  expect(await deliver(event())).toBe(200)
  expect(await received()).toHaveLength(1)
})

test('a text is answered when it is committed, and no sooner', async () => {
  const id = await buildContact(database.db, user_id, { phone_number: '+447700900142' })
  const other = await database.pool.connect()
  try {
    await other.query('begin')
    await other.query('select from contacts where user_id = $1 and id = $2 for update', [
      user_id,
      id,
    ])
    let isAnswered = false
    const answer = deliver(event()).finally(() => {
      isAnswered = true
    })
    await untilWaiting(database.db, answer)
    expect(isAnswered).toBe(false)
    expect(await received()).toEqual([])
    await other.query('rollback')

    expect(await answer).toBe(200)
    expect(await received()).toHaveLength(1)
  } finally {
    other.release()
  }
})
