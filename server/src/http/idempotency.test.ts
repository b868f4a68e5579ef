import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildCampaign, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { forgetOldEntries } from '../housekeeping.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db))
  device_id = (await buildDevice(database.db, user_id)).id
})

const sms = (more: object = {}) => ({
  content: 'Hello',
  device_id,
  sim_subscription_id: 1,
  phone_numbers: '+447700900142',
  ...more,
})
const post = (once: string, json: object, url = '/api/sms', as = key) =>
  testApp.call('POST', url, { key: as, json, headers: { 'idempotency-key': once } })
const countOf = async (table: 'messages' | 'contacts' | 'idempotency_keys', owner = user_id) => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where user_id = ${owner}`.execute(database.db)
  return rows[0]?.count
}

describe('the same key with the same fields', () => {
  test('answers what the first request was answered, and sends once', async () => {
    const first = await post('order-17', sms())
    const second = await post('order-17', sms())

    expect(first.status).toBe(200)
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect(await countOf('messages')).toBe(1)
  })

  test('at the same moment, many times, sends once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post('now', sms())))

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await countOf('messages')).toBe(1)
  })

  test('however the fields are encoded and ordered', async () => {
    const fields = Object.entries(
      sms({
        phone_numbers: '+447700900142',
        is_scheduled: '1',
        scheduled_datetime: '2027-01-01 10:00:00',
      }),
    ).map(([name, value]): [string, string] => [name, String(value)])
    const headers = { 'idempotency-key': 'encoded' }
    const form = await testApp.call('POST', '/api/sms', {
      key,
      headers,
      form: fields.toReversed(),
    })
    const json = await testApp.call('POST', '/api/sms/', {
      key,
      headers,
      json: {
        ...sms({ phone_numbers: ['+447700900142'] }),
        is_scheduled: true,
        scheduled_datetime: '2027-01-01T11:00:00+01:00',
      },
    })
    const multipart = await testApp.app.inject({
      method: 'POST',
      url: '/api/sms',
      headers: {
        authorization: `Bearer ${key}`,
        ...headers,
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: `${fields
        .map(
          ([name, value]) =>
            `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join('')}--b--\r\n`,
    })

    expect(form.status).toBe(200)
    expect(json.body).toEqual(form.body)
    expect(multipart.json()).toEqual(form.body)
    expect(await countOf('messages')).toBe(1)
  })

  test('on every kind of POST', async () => {
    const contact = await post('c', { phone_number: '+447700900001' }, '/api/contacts')
    const again = await post('c', { phone_number: '+447700900001' }, '/api/contacts')
    expect(idOf(again)).toBe(idOf(contact))

    const campaign = await buildCampaign(database.db, user_id, { device_id })
    const copy = await post('d', {}, `/api/campaigns/${campaign}/duplicate`)
    expect(idOf(await post('d', {}, `/api/campaigns/${campaign}/duplicate`))).toBe(idOf(copy))

    const device = await post('e', { name: 'Phone' }, '/api/devices')
    expect((await post('e', { name: 'Phone' }, '/api/devices')).body).toEqual(device.body)
  })

  test('is another account’s to use as well', async () => {
    const other = await buildAccount(database.db)
    await post('mine', { phone_number: '+447700900001' }, '/api/contacts')

    const theirs = await post('mine', { phone_number: '+447700900002' }, '/api/contacts', other.key)

    expect(theirs.status).toBe(200)
    expect(await countOf('contacts', other.user_id)).toBe(1)
  })
})

describe('the same key is a 400', () => {
  test.for([
    [{ content: 'Other' }],
    [{ sim_subscription_id: 2 }],
    [{ phone_numbers: '+447700900143' }],
    [{ phone_numbers: '+447700900142,+447700900143' }],
    [{ is_scheduled: 0 }],
  ] as const)('with other fields: %j', async ([change]) => {
    await post('k', sms())

    const answer = await post('k', sms(change))

    expect(problemsOf(answer)).toEqual([
      expect.objectContaining({
        status: 400,
        field: 'Idempotency-Key',
        title: expect.stringContaining('other fields'),
      }),
    ])
    expect(await countOf('messages')).toBe(1)
  })

  test('on another route, or for another row', async () => {
    const one = await buildContact(database.db, user_id)
    const two = await buildContact(database.db, user_id)
    await post('k', { name: 'x' }, `/api/contacts/${one}`)

    for (const url of [`/api/contacts/${two}`, '/api/contacts'])
      expect(problemsOf(await post('k', { phone_number: '+447700900009' }, url))[0]).toMatchObject({
        status: 400,
        field: 'Idempotency-Key',
      })
  })
})

describe('what is not remembered', () => {
  test('a request that failed may be sent again with the same key and other fields', async () => {
    expect((await post('k', sms({ phone_numbers: 'x' }))).status).toBe(400)
    expect((await post('k', sms({ device_id: 999_999 }))).status).toBe(400)
    expect(await countOf('idempotency_keys')).toBe(0)

    expect((await post('k', sms())).status).toBe(200)
  })

  test('one that waits for one that fails goes ahead', async () => {
    const answers = await Promise.all(
      [999_999, device_id, 999_999, device_id].map((id) => post('k', sms({ device_id: id }))),
    )

    const good = answers.filter(({ status }) => status === 200)
    expect(good.length).toBeGreaterThan(0)
    expect(await countOf('messages')).toBe(1)
  })

  test('after a day the key is as good as new', async () => {
    const first = await post('k', sms())
    await sql`update idempotency_keys set created_at = created_at - interval '24 hours 1 second'`.execute(
      database.db,
    )

    const second = await post('k', sms({ content: 'Other' }))

    expect(second.status).toBe(200)
    expect(second.body).not.toEqual(first.body)
  })

  test('what is older than a day is deleted', async () => {
    await post('k', sms())
    await forgetOldEntries(database.db, new Date(Date.now() + 26 * 3_600_000))

    expect(await countOf('idempotency_keys')).toBe(0)
  })

  test('a DELETE and a GET do not look at it', async () => {
    const { sms_ids } = dataOf(await post('k', sms())) as { sms_ids: number[] }
    const headers = { 'idempotency-key': 'k' }

    expect((await testApp.call('GET', '/api/sms', { key, headers })).status).toBe(200)
    expect((await testApp.call('DELETE', `/api/sms/${sms_ids[0]}`, { key, headers })).status).toBe(
      200,
    )
    expect((await testApp.call('DELETE', `/api/sms/${sms_ids[0]}`, { key, headers })).status).toBe(
      404,
    )
  })
})

describe('the key itself', () => {
  test.for(['', ' ', 'a b', 'ä', 'a\tb', 'x'.repeat(256)])('%j is refused', async (once) => {
    const answer = await post(once, sms())

    expect(problemsOf(answer)[0]).toMatchObject({ status: 400, field: 'Idempotency-Key' })
    expect(await countOf('messages')).toBe(0)
  })

  test.for(['x', 'x'.repeat(255), '!"#$%&~'])('%j is taken', async (once) => {
    expect((await post(once, sms())).status).toBe(200)
  })
})

test('the token of a device is not kept readable', async () => {
  const { token } = dataOf(await post('secret', { name: 'Phone' }, '/api/devices'))
  const { rows } = await sql<{ all: string }>`
    select coalesce(string_agg(to_jsonb(k)::text, ''), '') as all from idempotency_keys k`.execute(
    database.db,
  )

  expect(token).toEqual(expect.any(String))
  expect(rows[0]?.all).not.toContain(token)
})
