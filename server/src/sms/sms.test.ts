import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemsOf, useApp, type Answer } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import type { Signal } from '../db/wake.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string
let device_id: number
let enrolmentToken: string

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
})

afterEach(() => expectTotalsToHold(database.db))

const fields = (more: object = {}) => ({
  content: 'Hello',
  device_id,
  sim_subscription_id: 1,
  phone_numbers: '+447700900142',
  ...more,
})
const post = (more: object = {}, headers: Record<string, string> = {}) =>
  testApp.call('POST', '/api/sms', { key, json: fields(more), headers })
const idsOf = ({ status, body }: Answer) => {
  expect({ status, body }).toMatchObject({ status: 200 })
  return (body as { data: { sms_ids: number[] } }).data.sms_ids
}
const get = async (id: number | undefined) => {
  const { body } = await testApp.call('GET', `/api/sms/${id}`, { key })
  return (body as { data: Record<string, unknown> }).data
}
const count = async (table: 'messages' | 'contacts') => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where user_id = ${user_id}`.execute(
    database.db,
  )
  return rows[0]?.count
}

describe('sending', () => {
  test('answers every key of the documents in their order, and then ours', async () => {
    const [id] = idsOf(await post())

    const sms = await get(id)

    expect(Object.entries(sms)).toEqual([
      ['sms_id', id],
      ['device_id', device_id],
      ['sim_subscription_id', 1],
      ['contact_id', expect.any(Number)],
      ['campaign_id', 0],
      ['flow_id', 0],
      ['rss_automation_id', 0],
      ['recurring_campaign_id', 0],
      ['user_id', user_id],
      ['type', 'sent'],
      ['content', 'Hello'],
      ['status', 'pending'],
      ['error', null],
      ['scheduled_datetime', '2026-11-21 12:00:00'],
      ['datetime', '2026-11-21 12:00:00'],
      ['phone_number', '+447700900142'],
      ['delivered_datetime', null],
      ['parts', 1],
      ['may_have_gone_out', false],
      ['purpose', 'ordinary'],
      ['is_on_phone', false],
      ['error_code', null],
      ['sent_datetime', null],
      ['finished_datetime', null],
    ])
  })

  test('makes one message per number in the order given, and merges those that are the same', async () => {
    const ids = idsOf(
      await post({
        phone_numbers: '07700 900142\n+447700900001,+44 (0)7700 900142\n\n+1231231231, 07700900001',
      }),
    )

    const sent = await Promise.all(ids.map(get))
    expect(sent.map(({ phone_number }) => phone_number)).toEqual([
      '+447700900142',
      '+447700900001',
      '+1231231231',
    ])
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  })

  test('makes contacts of numbers that we do not know, once', async () => {
    await post({ phone_numbers: '+447700900001,+447700900002' })
    await post({ phone_numbers: '+447700900002,+447700900003' })

    expect(await count('contacts')).toBe(3)
  })

  test('fills in what is known of the contact, and counts the parts of that', async () => {
    await buildContact(database.db, user_id, {
      phone_number: '+447700900001',
      name: 'Zoë 😀',
      custom_parameters: { city: 'x'.repeat(160) },
      country_code: 'GB',
    })
    const ids = idsOf(
      await post({
        content: 'Hi {{ name | default: "there" }} {{ custom_parameters.city }} {{ country_code }}',
        phone_numbers: '+447700900001,+447700900002',
      }),
    )

    expect(await get(ids[0])).toMatchObject({
      content: `Hi Zoë 😀 ${'x'.repeat(160)} GB`,
      parts: 3,
    })
    expect(await get(ids[1])).toMatchObject({ content: 'Hi there  GB', parts: 1 })
  })

  test('fails a text that comes to nothing for that contact, with the reason', async () => {
    const [id] = idsOf(await post({ content: '{{ custom_parameters.greeting }}' }))

    expect(await get(id)).toMatchObject({ status: 'failed', error: expect.stringMatching(/./) })
  })

  test('fails a text to who has opted out, and sends the others', async () => {
    const contact = await buildContact(database.db, user_id, { phone_number: '+447700900001' })
    await testApp.call('POST', `/api/contacts/${contact}`, { key, json: { has_opted_out: 1 } })

    const ids = idsOf(await post({ phone_numbers: '+447700900001,+447700900002' }))

    expect(await get(ids[0])).toMatchObject({
      status: 'failed',
      error: 'The contact has opted out',
    })
    expect(await get(ids[1])).toMatchObject({ status: 'pending' })
  })

  test('remembers the opt-out of a number whose contact was deleted', async () => {
    const contact = await buildContact(database.db, user_id, { phone_number: '+447700900001' })
    await testApp.call('POST', `/api/contacts/${contact}`, { key, json: { has_opted_out: 1 } })
    await testApp.call('DELETE', `/api/contacts/${contact}`, { key })

    const [id] = idsOf(await post({ phone_numbers: '+447700900001' }))

    expect(await get(id)).toMatchObject({ status: 'failed' })
  })

  test('takes what clients send: multipart, urlencoded and JSON alike', async () => {
    const parts = Object.entries(fields({ content: 'Multi', phone_numbers: '+447700900001' }))
    const boundary = 'xyz'
    const payload = parts
      .map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('')
    const multipart = await testApp.app.inject({
      method: 'POST',
      url: '/api/sms',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: `${payload}--${boundary}--\r\n`,
    })
    const form = await testApp.call('POST', '/api/sms', {
      key,
      form: parts.map(([name, value]): [string, string] => [name, String(value)]),
    })

    expect(multipart.statusCode).toBe(200)
    expect(form.status).toBe(200)
    expect(await count('messages')).toBe(2)
  })

  test('many at one moment are each answered their own', async () => {
    const numbers = Array.from(
      { length: 60 },
      (_, place) => `+4477009${String(place).padStart(5, '0')}`,
    )
    const bad = post({ device_id: 999_999 })

    const answers = await Promise.all(numbers.map((phone_numbers) => post({ phone_numbers })))

    const sent = await Promise.all(answers.map((answer) => get(idsOf(answer)[0])))
    expect(sent.map(({ phone_number }) => phone_number)).toEqual(numbers)
    expect((await bad).status).toBe(400)
  })

  test('thousands in one request are as many messages', async () => {
    const numbers = Array.from(
      { length: 12_000 },
      (_, place) => `+4477${String(place).padStart(8, '0')}`,
    )

    const ids = idsOf(await post({ phone_numbers: numbers }))

    expect(ids).toHaveLength(12_000)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
    expect(await get(ids[11_999])).toMatchObject({ phone_number: numbers[11_999] })
  })

  test('tells the phone, with the time at which it is due', async () => {
    const told: Signal[] = []
    const stop = testApp.context.wake.listen((signal) => told.push(signal))
    await post()
    await post({ is_scheduled: 1, scheduled_datetime: '2026-11-22 09:00:00' })
    stop()

    expect(told).toEqual([
      { about: 'device', user_id, device_id, due_at: start.getTime() },
      { about: 'device', user_id, device_id, due_at: Date.parse('2026-11-22T09:00:00Z') },
    ])
  })
})

describe('a time', () => {
  test('with is_scheduled is when it leaves', async () => {
    const [id] = idsOf(
      await post({ is_scheduled: 1, scheduled_datetime: '2026-11-22T09:00:00+01:00' }),
    )

    expect(await get(id)).toMatchObject({
      status: 'pending',
      scheduled_datetime: '2026-11-22 08:00:00',
      datetime: '2026-11-21 12:00:00',
    })
  })

  test('with is_scheduled=0 means now', async () => {
    const [id] = idsOf(await post({ is_scheduled: 0, scheduled_datetime: '2026-11-22 09:00:00' }))

    expect(await get(id)).toMatchObject({ scheduled_datetime: '2026-11-21 12:00:00' })
  })

  test.for([
    [{ scheduled_datetime: '2026-11-22 09:00:00' }, 'is_scheduled'],
    [{ is_scheduled: 1 }, 'scheduled_datetime'],
    [{ is_scheduled: 1, scheduled_datetime: '2026-02-30 09:00:00' }, 'scheduled_datetime'],
    [{ is_scheduled: 'maybe', scheduled_datetime: '2026-11-22 09:00:00' }, 'is_scheduled'],
    [{ is_schedule: 1, scheduled_datetime: '2026-11-22 09:00:00' }, 'is_schedule'],
  ] as const)('%j is a slip that sends nothing', async ([slip, field]) => {
    const answer = await post(slip)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map((problem) => problem.field)).toContain(field)
    expect(await count('messages')).toBe(0)
  })
})

describe('refusals', () => {
  test('name each bad number, and nothing is made', async () => {
    const answer = await post({ phone_numbers: '+447700900001,abc,123,+44770090000111111111' })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toEqual([
      expect.objectContaining({ field: 'phone_numbers', title: expect.stringContaining('abc') }),
      expect.objectContaining({ field: 'phone_numbers', title: expect.stringContaining('123') }),
      expect.objectContaining({
        field: 'phone_numbers',
        title: expect.stringContaining('+44770090000111111111'),
      }),
    ])
    expect([await count('messages'), await count('contacts')]).toEqual([0, 0])
  })

  test('name all problems at once', async () => {
    const answer = await post({
      content: 'Hi {{ nam }}',
      phone_numbers: 'abc',
      device_id: 999_999,
      scheduled_datetime: '2026-11-22 09:00:00',
    })

    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'phone_numbers',
      'content',
      'is_scheduled',
      'device_id',
    ])
  })

  test.for([
    [{ content: undefined }, ['content']],
    [{ content: '' }, ['content']],
    [{ content: 'a\u0000b' }, ['content']],
    [{ content: 'x'.repeat(10_001) }, ['content']],
    [{ content: ['a'] }, ['content']],
    [
      { device_id: undefined, sim_subscription_id: undefined },
      ['device_id', 'sim_subscription_id'],
    ],
    [{ device_id: 999_999 }, ['device_id']],
    [{ device_id: -1 }, ['device_id']],
    [{ device_id: 1e300 }, ['device_id']],
    [{ device_id: {} }, ['device_id']],
    [{ sim_subscription_id: 4 }, ['sim_subscription_id']],
    [{ phone_numbers: [] }, ['phone_numbers']],
    [{ phone_numbers: [{}] }, ['phone_numbers[0]']],
    [{ phone_numbers: 'MYBANK' }, ['phone_numbers']],
    [{ phone_number: '+447700900142' }, ['phone_number']],
    [{ constructor: 1 }, ['constructor']],
  ] as const)('%j names %j', async ([change, named]) => {
    const answer = await post(change)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(named)
    expect(await count('messages')).toBe(0)
  })

  test('a SIM that the phone does not have names those that it has', async () => {
    await enrolTestPhone(testApp, enrolmentToken, { simCards: [{ simNumber: 2, slotIndex: 1 }] })

    const answer = await post({ sim_subscription_id: 1 })

    expect(problemsOf(answer)[0]).toMatchObject({
      field: 'sim_subscription_id',
      title: `Device ${device_id} has no SIM 1. Its SIMs are: 2.`,
    })
    expect((await post({ sim_subscription_id: 2 })).status).toBe(200)
  })

  test('a deleted device is not there', async () => {
    await testApp.call('DELETE', `/api/devices/${device_id}`, { key })

    expect(problemsOf(await post())[0]).toMatchObject({ field: 'device_id' })
  })
})

describe('deleting', () => {
  test('a pending one takes it out of the queue', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken)
    const [id] = idsOf(await post())

    expect(await testApp.call('DELETE', `/api/sms/${id}`, { key })).toMatchObject({
      status: 200,
      body: { data: { sms_id: id } },
    })

    expect((await testApp.call('GET', `/api/sms/${id}`, { key })).status).toBe(404)
    expect(await phone.fetch()).toEqual([])
    expect((await testApp.call('DELETE', `/api/sms/${id}`, { key })).status).toBe(404)
  })

  test('keeps what happened in the totals', async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken)
    const [id] = idsOf(await post())
    await phone.report('Sent', await phone.fetch())

    await testApp.call('DELETE', `/api/sms/${id}`, { key })

    const { body } = await testApp.call('GET', `/api/devices/${device_id}`, { key })
    expect((body as { data: object }).data).toMatchObject({
      total_sent_sms: 1,
      total_pending_sms: 0,
    })
  })
})

describe('retrying', () => {
  const retry = (id: number | undefined) => testApp.call('POST', `/api/sms/${id}/retry`, { key })
  const failed = async () => {
    const phone = await enrolTestPhone(testApp, enrolmentToken)
    const [id] = idsOf(await post())
    const listed = await phone.fetch()
    await phone.report('Failed', listed, { error: 'No service' })
    return { id, phone, listed }
  }

  test('sends a failed one again under a new id, as if it were new', async () => {
    const { id, phone, listed } = await failed()
    testApp.now = new Date(start.getTime() + 60_000)

    expect(await retry(id)).toMatchObject({ status: 200, body: { data: { sms_id: id } } })

    expect(await get(id)).toMatchObject({ status: 'pending', error: null })
    const [again] = await phone.fetch()
    expect(again?.id).not.toBe(listed[0]?.id)
    await phone.report('Sent', [again!])
    expect(await get(id)).toMatchObject({ status: 'sent' })
  })

  test.for(['pending', 'sent', 'cancelled'])(
    'one that is %s is refused with its state',
    async (status) => {
      const phone = await enrolTestPhone(testApp, enrolmentToken)
      const [id] = idsOf(await post())
      const listed = await phone.fetch()
      if (status === 'sent') await phone.report('Sent', listed)
      if (status === 'cancelled') await phone.report('Cancelled', listed)

      const answer = await retry(id)

      expect(answer.status).toBe(400)
      expect(problemsOf(answer)[0]?.title).toBe(
        `Only a failed sms can be retried; this one is "${status}".`,
      )
    },
  )

  test('to who has opted out is refused', async () => {
    const { id } = await failed()
    const { contact_id } = await get(id)
    await testApp.call('POST', `/api/contacts/${String(contact_id)}`, {
      key,
      json: { has_opted_out: 1 },
    })

    expect(problemsOf(await retry(id))[0]?.title).toContain('opted out')
  })

  test('from a device that is gone is refused, and does not wait for ever', async () => {
    const { id } = await failed()
    await testApp.call('DELETE', `/api/devices/${device_id}`, { key })

    expect(problemsOf(await retry(id))[0]?.title).toBe(
      `This sms cannot be retried: There is no device ${device_id}.`,
    )
    expect(await get(id)).toMatchObject({ status: 'failed' })
  })

  test('there is no update, and no body is taken', async () => {
    const { id } = await failed()

    const update = await testApp.call('POST', `/api/sms/${id}`, { key, json: { content: 'x' } })
    expect(update).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, DELETE' } })
    const odd = await testApp.call('POST', `/api/sms/${id}/retry`, { key, json: { content: 'x' } })
    expect(problemsOf(odd)[0]).toMatchObject({ status: 400, field: 'content' })
  })
})

test('a device that is deleted while a text is queued leaves none behind', async () => {
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, () => post()),
    testApp.call('DELETE', `/api/devices/${device_id}`, { key }),
    ...Array.from({ length: 20 }, () => post()),
  ])

  expect(answers.every(({ status }) => status === 200 || status === 400)).toBe(true)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages where user_id = ${user_id} and status = 'queued'`.execute(
    database.db,
  )
  expect(rows[0]?.count).toBe(0)
})
