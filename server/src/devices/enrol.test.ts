import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import type { Signal } from '../db/wake.ts'
import { webhookSecretOf } from './served-settings.ts'

const database = useDatabase()
const testApp = useApp(database)
const base = '/api/mobile/v1'

let user_id: number
let key: string
let device_id: number
let enrolmentToken: string

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
})

const enrol = (
  token: string | undefined,
  json: unknown = {},
  headers: Record<string, string> = {},
) =>
  testApp.call('POST', `${base}/device`, {
    ...(token === undefined ? {} : { key: token }),
    json,
    headers: { 'user-agent': 'me.capcom.smsgateway/1.70.4', ...headers },
  })
const device = async () => dataOf(await testApp.call('GET', `/api/devices/${device_id}`, { key }))
const sims = async () => (await device())['sims'] as Record<string, unknown>[]

describe('a phone that enrols', () => {
  test('is told who it is', async () => {
    const answer = await enrol(enrolmentToken, {
      name: 'samsung/dm3qxeea',
      pushToken: 'fcm',
      simCards: [{ slotIndex: 0, simNumber: 1, phoneNumber: '********4567' }],
    })

    expect(answer).toMatchObject({ status: 201, headers: { 'content-type': /application\/json/ } })
    expect(answer.body).toEqual({
      id: `device-${device_id}`,
      token: expect.stringMatching(/^[A-Za-z0-9_-]{20,}$/),
      login: `DEVICE${device_id}`,
    })
    expect(await device()).toMatchObject({
      device_brand: 'samsung',
      device_model: 'dm3qxeea',
      device_os: 'Android',
      app_version: '1.70.4',
      ip: '127.0.0.1',
      last_ping_datetime: '2026-11-21 12:00:00',
    })
  })

  test.for([
    ['lower case of the scheme', { authorization: 'bearer TOKEN' }],
    ['a capital at the beginning', { authorization: 'Bearer Token' }],
    [
      'a charset',
      { authorization: 'Bearer TOKEN', 'content-type': 'application/json; charset=UTF-8' },
    ],
  ] as const)('is taken with %s', async ([, headers]) => {
    const [first = '', ...rest] = enrolmentToken
    const authorization = headers.authorization
      .replace('TOKEN', enrolmentToken)
      .replace('Token', [first.toUpperCase(), ...rest].join(''))

    expect((await enrol(undefined, {}, { ...headers, authorization })).status).toBe(201)
  })

  test.for([
    [{}],
    [{ name: null, pushToken: null, simCards: null }],
    [{ name: 5, pushToken: {}, simCards: 'x' }],
    [{ name: '', simCards: [] }],
    [{ name: 'x'.repeat(5000) }],
    [{ name: 'a\u0000/\ud800' }],
    [{ simCards: [null, { simNumber: 9 }, { simNumber: 1, slotIndex: 1e300 }] }],
    [[]],
    ['text'],
    [null],
  ])('is taken whatever it says of itself: %j', async ([body]) => {
    expect((await enrol(enrolmentToken, body)).status).toBe(201)
  })

  test.for([
    ['no token', undefined],
    ['an unknown token', 'abcde-abcde-abcde-abcde'],
    ['the API key', 'KEY'],
    ['another scheme', 'BASIC'],
  ])('with %s is a 401', async ([, token]) => {
    const answer =
      token === 'BASIC'
        ? await enrol(undefined, {}, { authorization: 'Basic eDp5' })
        : await enrol(token === 'KEY' ? key : token)

    expect(answer.status).toBe(401)
  })

  test('by both prefixes, and with a slash too many', async () => {
    for (const url of ['/mobile/v1/device', '/api/mobile/v1//device', '//api//mobile/v1/device/']) {
      const answer = await testApp.call('POST', url, { key: enrolmentToken, json: {} })
      expect(answer.status).toBe(201)
    }
  })

  test('with the bare host as its address is told what is missing', async () => {
    const answer = await testApp.call('POST', '/device', { key: enrolmentToken, json: {} })

    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ message: expect.stringContaining('/api/mobile/v1') })
  })
})

describe('a phone that enrols again with the same token', () => {
  test('is the same device, and what the earlier installation holds is refused', async () => {
    const before = await enrolTestPhone(testApp, enrolmentToken)
    const after = await enrolTestPhone(testApp, enrolmentToken)

    expect((await after.call('PATCH', '/device', {})).status).toBe(204)
    for (const [method, path, body] of [
      ['PATCH', '/device', {}],
      ['GET', '/message', undefined],
      ['PATCH', '/message', []],
      ['GET', '/webhooks', undefined],
      ['GET', '/settings', undefined],
      ['GET', '/events', undefined],
    ] as const)
      expect([path, (await before.call(method, path, body)).status]).toEqual([path, 401])
    const hook = await testApp.call('POST', `${base}/hooks/${webhookSecretOf(before.token)}`, {
      json: { id: 'x', event: 'sms:received', payload: { sender: '+447700900142', message: 'x' } },
    })
    expect(hook.status).toBe(401)
    const { body } = await testApp.call('GET', '/api/devices', { key })
    expect((body as { meta: { total: number } }).meta.total).toBe(1)
  })

  test('shuts the streams of the earlier installation, and no others', async () => {
    const told: Signal[] = []
    const stop = testApp.context.wake.listen((signal) => told.push(signal))
    await enrolTestPhone(testApp, enrolmentToken)
    expect(told).toEqual([])
    await enrolTestPhone(testApp, enrolmentToken)
    stop()

    expect(told).toEqual([
      { about: 'keys' },
      { about: 'shut_out', user_id, device_id, installation_id: expect.any(Number) },
    ])
  })

  test('many at one moment leave one of them', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(enrolmentToken)))
    const tokens = answers.map(({ body }) => (body as { token: string }).token)

    const statuses = []
    for (const token of tokens)
      statuses.push((await testApp.call('GET', `${base}/message`, { key: token })).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })
})

describe('a token that is renewed', () => {
  test('shuts the phone out, and the new one enrols the same device', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken)
    const answer = await testApp.call('POST', `/api/devices/${device_id}/token`, { key })
    const { id, token } = dataOf(answer)

    expect(id).toBe(device_id)
    expect((await phone.call('PATCH', '/device', {})).status).toBe(401)
    expect((await enrol(enrolmentToken)).status).toBe(401)
    expect((await enrol(String(token))).status).toBe(201)
  })
})

test('a deleted device shuts its phone out for good', async () => {
  const phone = await enrolTestPhone(testApp, enrolmentToken)
  await testApp.call('DELETE', `/api/devices/${device_id}`, { key })

  expect((await phone.call('GET', '/message')).status).toBe(401)
  expect((await phone.call('PATCH', '/device', {})).status).toBe(401)
  expect((await enrol(enrolmentToken)).status).toBe(401)
})

describe('what a phone says of itself at each start', () => {
  test('replaces its version and its push token, whatever id it names', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken, { version: '1.66.0' })
    const headers = { 'user-agent': 'me.capcom.smsgateway/1.71.0' }
    const { status } = await testApp.call('PATCH', `${base}/device`, {
      key: phone.token,
      json: { id: 'PyDmBQZZXYmyxMwED8Fzy' },
      headers,
    })

    expect(status).toBe(204)
    const installation = await database.db
      .selectFrom('installations')
      .select(['app_version', 'push_token'])
      .where('user_id', '=', user_id)
      .executeTakeFirstOrThrow()
    expect(installation).toEqual({ app_version: '1.71.0', push_token: null })
  })
})

describe('SIMs', () => {
  const card = (simNumber: number, more: object = {}) => ({
    slotIndex: simNumber - 1,
    simNumber,
    ...more,
  })

  test('until a phone has said which it has, 1 to 3 are taken', async () => {
    expect(await sims()).toEqual([])
    const send = (sim_subscription_id: number) =>
      testApp.call('POST', '/api/sms', {
        key,
        json: { content: 'x', device_id, sim_subscription_id, phone_numbers: '+447700900142' },
      })
    expect([(await send(1)).status, (await send(3)).status]).toEqual([200, 200])

    await enrolTestPhone(testApp, enrolmentToken, { simCards: [card(2)] })

    expect([(await send(2)).status, (await send(1)).status]).toEqual([200, 400])
  })

  test('are those that the phone names, with what is masked left out', async () => {
    await enrolTestPhone(testApp, enrolmentToken, {
      simCards: [
        card(1, { phoneNumber: '********4567', carrierName: '****bile', iccid: '*******1234' }),
        card(3, {
          phoneNumber: '+447700900001',
          carrierName: 'Acme',
          iccid: '8944000000000005678',
        }),
      ],
    })

    expect(await sims()).toEqual([
      {
        subscription_id: 1,
        phone_number: null,
        carrier_name: null,
        display_name: null,
        slot_index: 0,
        max_per_minute: 10,
        max_per_hour: 0,
        max_per_day: 0,
        max_per_month: 0,
        gap_min_seconds: 0,
        gap_max_seconds: 0,
        used: { minute: 0, hour: 0, day: 0, month: 0 },
        day_resets_datetime: '2026-11-22 00:00:00',
        held_until_datetime: null,
        slowed_until_datetime: null,
        slowed_per_minute: null,
        is_draining: false,
        heir: null,
      },
      expect.objectContaining({
        subscription_id: 3,
        phone_number: '+447700900001',
        carrier_name: 'Acme',
        slot_index: 2,
      }),
    ])
  })

  test('an empty list keeps what was known, and one without a card drops it', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken, { simCards: [card(1), card(2)] })
    await phone.call('PATCH', '/device', { simCards: [] })
    expect(await sims()).toHaveLength(2)

    await phone.call('PATCH', '/device', { simCards: [card(2)] })
    expect((await sims()).map((sim) => sim['subscription_id'])).toEqual([2])
  })

  test('a number that a person wrote, or that was known whole, stays while the card is the same', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken, {
      simCards: [card(1, { iccid: '*******1234' })],
    })
    await testApp.call('POST', `/api/devices/${device_id}/sims/1`, {
      key,
      json: { phone_number: '+44 7700 900142', display_name: 'Shop' },
    })
    const start = (more: object) => phone.call('PATCH', '/device', { simCards: [card(1, more)] })

    for (const more of [
      { iccid: '*******1234', phoneNumber: '********9999' },
      { iccid: '89440000001234', phoneNumber: '+447700900777' },
      { phoneNumber: '********9999' },
      { iccid: '****' },
    ]) {
      await start(more)
      expect((await sims())[0]).toMatchObject({
        phone_number: '+447700900142',
        display_name: 'Shop',
      })
    }
    await start({ iccid: '*******5678', phoneNumber: '+447700900777' })
    expect((await sims())[0]).toMatchObject({ phone_number: '+447700900777' })
    await start({ iccid: '*******0000', phoneNumber: '********9999' })
    expect((await sims())[0]).toMatchObject({ phone_number: null })
  })
})
