import { beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { servedSettings, webhookSecretOf } from './served-settings.ts'

const database = useDatabase()
const testApp = useApp(database)
const base = '/api/mobile/v1'

let user_id: number
let key: string
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
})

const get = (path: string, headers: Record<string, string> = {}) =>
  testApp.call('GET', `${base}${path}`, { key: phone.token, headers })

describe('the documents of a phone', () => {
  test('GET /settings is that of its installation', async () => {
    const answer = await get('/settings')

    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': /application\/json/ } })
    expect(answer.body).toEqual(servedSettings(phone.token))
  })

  test.for([
    { agent: 'me.capcom.smsgateway/1.75.0', count: 4 },
    { agent: 'me.capcom.smsgateway/1.66.2', count: 3 },
    { agent: 'me.capcom.smsgateway/1.15.0', count: 1 },
  ])('GET /webhooks goes by the version of that request: $agent', async ({ agent, count }) => {
    const { body } = await get('/webhooks', { 'user-agent': agent })

    expect(body).toHaveLength(count)
    expect(body).toEqual(
      expect.arrayContaining([
        {
          id: `simcast-${device_id}-sms-received`,
          url: `https://sms.example.org/api/mobile/v1/hooks/${webhookSecretOf(phone.token)}`,
          event: 'sms:received',
          deviceId: null,
        },
      ]),
    )
  })

  test('GET /device is the public address, with a token or without', async () => {
    expect((await get('/device')).body).toEqual({ externalIp: '127.0.0.1' })
    expect((await testApp.call('GET', `${base}/device`)).body).toEqual({ externalIp: '127.0.0.1' })
  })
})

describe('addresses', () => {
  test('/messages, both prefixes, two slashes and one at the end are the same', async () => {
    for (const url of [
      '/api/mobile/v1/messages',
      '/mobile/v1/message',
      '/mobile/v1/messages/',
      '/api/mobile/v1//message',
      '//mobile//v1//message?order=lifo',
    ])
      expect(await testApp.call('GET', url, { key: phone.token })).toMatchObject({
        status: 200,
        body: [],
      })
  })

  test.for(['?order=fifo', '?order=lifo', '?order=sideways', '?order=', ''])(
    'the order that a phone asks for is taken as a wish: %s',
    async (query) => {
      expect((await get(`/message${query}`)).status).toBe(200)
    },
  )

  test.for([
    ['GET', '/user/code'],
    ['PATCH', '/user/password'],
    ['POST', '/inbox'],
    ['GET', '/'],
    ['DELETE', '/message'],
    ['HEAD', '/message'],
    ['HEAD', '/events'],
  ])('%s %s is a 404', async ([method = '', path = '']) => {
    const answer = await testApp.call(method, `${base}${path}`, { key: phone.token })

    expect(answer.status).toBe(404)
  })

  test('a HEAD takes nothing out of the queue', async () => {
    const contact_ids = await buildContacts(database.db, user_id, 1)
    await queueForTest(database.db, user_id, { contact_ids, device_id, now: testApp.now })
    await testApp.call('HEAD', `${base}/message`, { key: phone.token })

    expect(await phone.fetch()).toHaveLength(1)
  })

  test('a list that is empty is an empty array', async () => {
    expect(await get('/message')).toMatchObject({
      status: 200,
      body: [],
      headers: { 'content-type': expect.stringMatching(/^application\/json/) },
    })
  })
})

describe('tokens', () => {
  test.for([
    ['none', undefined],
    ['unknown', 'bP0ZdK6rC6hCYZSjzmqhQ'],
    ['the API key', 'KEY'],
    ['two words', 'a b'],
    ['very long', 'x'.repeat(5000)],
  ])('%s is a 401 on every call of the app', async ([, token]) => {
    for (const [method, path, json] of [
      ['PATCH', '/device', {}],
      ['GET', '/message', undefined],
      ['PATCH', '/message', []],
      ['GET', '/webhooks', undefined],
      ['GET', '/settings', undefined],
      ['GET', '/events', undefined],
    ] as const) {
      const answer = await testApp.call(method, `${base}${path}`, {
        ...(token === undefined ? {} : { key: token === 'KEY' ? key : token }),
        ...(json === undefined ? {} : { json }),
      })
      expect([path, answer.status]).toEqual([path, 401])
    }
  })

  test('a token of a phone opens nothing of the API', async () => {
    expect((await testApp.call('GET', '/api/contacts', { key: phone.token })).status).toBe(401)
  })

  test('are taken whatever the case of the scheme', async () => {
    const answer = await testApp.call('GET', `${base}/settings`, {
      headers: { authorization: `bearer ${phone.token}` },
    })

    expect(answer.status).toBe(200)
  })
})

describe('bodies', () => {
  const patch = async (
    payload: string | undefined,
    headers: Record<string, string>,
    path = '/message',
  ) => {
    const { statusCode } = await testApp.app.inject({
      method: 'PATCH',
      url: `${base}${path}`,
      headers: { authorization: `Bearer ${phone.token}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    return statusCode
  }

  test.for([
    'application/json',
    'application/json; charset=UTF-8',
    'text/plain',
    'application/octet-stream',
  ])('are JSON, sent as %s', async (type) => {
    expect(await patch('[]', { 'content-type': type })).toBe(204)
  })

  test.for(['', '{', '[{"id":', 'nonsense', '\u0000'])('%j is a 400', async (payload) => {
    expect(await patch(payload, { 'content-type': 'application/json' })).toBe(400)
  })

  test.for([
    '[]',
    '{}',
    'null',
    '5',
    '"x"',
    '[null, 5, "x", [], {}]',
    `[${'{"id":"1-1","state":"Sent"},'.repeat(500)}{}]`,
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    '[{"id":"1-1","state":"Sent","states":{"Sent":"2026-13-45T99:99:99.999+99:99"}}]',
    '[{"id":"1-1","__proto__":{"state":"Sent"}}]',
    '[{"id":1e400,"state":-1e400}]',
  ])('%j is a 204', async (payload) => {
    expect(await patch(payload, { 'content-type': 'application/json' })).toBe(204)
  })

  test('what a phone says of itself may be anything', async () => {
    for (const payload of [
      '[]',
      'null',
      '{"simCards":{}}',
      '{"simCards":[[[]]]}',
      '{"pushToken":[]}',
    ])
      expect(await patch(payload, { 'content-type': 'application/json' }, '/device')).toBe(204)
  })
})

test('what was last heard of a phone, and from where, is noted', async () => {
  testApp.now = new Date('2026-11-21T15:00:00Z')
  await get('/message', { 'user-agent': 'me.capcom.smsgateway/1.72.0' })

  await expect
    .poll(async () => {
      const { body } = await testApp.call('GET', `/api/devices/${device_id}`, { key })
      return (body as { data: object }).data
    })
    .toMatchObject({ last_ping_datetime: '2026-11-21 15:00:00', app_version: '1.72.0' })
  testApp.now = new Date('2026-11-21T12:00:00Z')
})
