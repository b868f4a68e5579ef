import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContacts,
  buildDevice,
  buildFlow,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  device_id = (await buildDevice(database.db, user_id, { name: 'Counter' })).id
})

afterEach(() => expectTotalsToHold(database.db))

const call = (method: string, path: string, json?: object) =>
  testApp.call(method, `/api/devices${path}`, { key, ...(json === undefined ? {} : { json }) })
const get = async (id = device_id) => dataOf(await call('GET', `/${id}`))
const queue = async (count: number, device = device_id, more = {}) =>
  queueForTest(database.db, user_id, {
    contact_ids: await buildContacts(database.db, user_id, count),
    device_id: device,
    now: testApp.now,
    ...more,
  })
const statuses = async (device: number) => {
  const { rows } = await sql<{ status: string; error: string | null; sim: number; count: number }>`
    select status, error, sim_subscription_id as sim, count(*) as count from messages
     where user_id = ${user_id} and device_id = ${device} group by 1, 2, 3`.execute(database.db)
  return rows
}

describe('a device', () => {
  test('is made with a name, and its token is shown this once', async () => {
    const answer = await call('POST', '', { name: 'Shop phone' })

    expect(dataOf(answer)).toEqual({
      id: expect.any(Number),
      token: expect.stringMatching(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/),
      address: 'https://sms.example.org/api/mobile/v1',
    })
    expect(Object.entries(await get(idOf(answer)))).toEqual([
      ['id', idOf(answer)],
      ['user_id', user_id],
      ['name', 'Shop phone'],
      ['notifications', ['offline']],
      ['settings', {}],
      ['sims', []],
      ['device_model', null],
      ['device_brand', null],
      ['device_os', null],
      ['device_battery', null],
      ['device_is_charging', null],
      ['ip', null],
      ['total_sent_sms', 0],
      ['total_pending_sms', 0],
      ['total_received_sms', 0],
      ['total_failed_sms', 0],
      ['last_sent_datetime', null],
      ['last_received_datetime', null],
      ['last_ping_datetime', null],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['is_paused', false],
      ['is_pretend', false],
      ['app_version', null],
      ['clock_skew_seconds', null],
      ['revision', 1],
      ['total_movable_sms', 0],
      ['status', 'new'],
      ['last_heard_datetime', null],
      ['offline_since_datetime', null],
      ['is_app_old', false],
      ['network', null],
      ['is_listening', false],
      ['is_hosted', false],
      ['moves', expect.any(Array)],
    ])
    expect(
      JSON.stringify(await database.db.selectFrom('devices').selectAll().execute()),
    ).not.toContain(String(dataOf(answer)['token']))
  })

  test.for([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(256) }, 'name'],
    [{ name: 'x', token: 'mine' }, 'token'],
  ] as const)('%j is refused', async ([fields, field]) => {
    expect(problemsOf(await call('POST', '', fields))[0]).toMatchObject({ status: 400, field })
  })

  test('is changed in what is given, and says when', async () => {
    testApp.now = new Date('2026-11-21T13:00:00Z')
    await call('POST', `/${device_id}`, { name: 'Back office', notifications: ['received'] })
    await call('POST', `/${device_id}`, { is_paused: 'yes' })
    await call('POST', `/${device_id}`, {})
    testApp.now = new Date('2026-11-21T12:00:00Z')

    expect(await get()).toMatchObject({
      name: 'Back office',
      notifications: ['received'],
      is_paused: true,
      last_datetime: '2026-11-21 13:00:00',
      revision: 3,
    })
  })

  test('can be told to notify of nothing', async () => {
    expect((await call('POST', `/${device_id}`, { notifications: [] })).status).toBe(200)

    expect(await get()).toMatchObject({ notifications: [] })
  })

  test('is not changed by who saw an older state', async () => {
    await call('POST', `/${device_id}`, { name: 'A' })
    const answer = await call('POST', `/${device_id}`, { name: 'B', expected_revision: 1 })

    expect(problemsOf(answer)[0]).toMatchObject({ status: 400, code: 'changed' })
    expect(await get()).toMatchObject({ name: 'A' })
  })

  test.for([
    [{ notifications: ['sms'] }, 'notifications[0]'],
    [{ is_paused: 'maybe' }, 'is_paused'],
    [{ name: null }, 'name'],
    [{ settings: {} }, 'settings'],
  ] as const)('a change of %j is refused', async ([fields, field]) => {
    expect(problemsOf(await call('POST', `/${device_id}`, fields))[0]).toMatchObject({ field })
  })

  test('is found by its name and ordered by anything that is named', async () => {
    await call('POST', '', { name: 'Zürich' })
    const names = async (query: string) =>
      listOf(await call('GET', `?${query}`)).map(({ name }) => name)

    expect(await names('')).toEqual(['Zürich', 'Counter'])
    expect(await names(`search=${encodeURIComponent('ZÜR')}`)).toEqual(['Zürich'])
    expect(await names('search=OUN&search_by=name')).toEqual(['Counter'])
    for (const order of [
      'device_id',
      'name',
      'last_ping_datetime',
      'last_sent_datetime',
      'last_received_datetime',
      'datetime',
      'last_datetime',
      'total_sent_sms',
      'total_pending_sms',
      'total_failed_sms',
      'total_received_sms',
    ])
      expect(await names(`order_by=${order}&order_type=ASC`)).toEqual(['Counter', 'Zürich'])
  })
})

describe('a SIM', () => {
  const sim = async (id = 1) =>
    ((await get())['sims'] as Record<string, unknown>[]).find(
      (one) => one['subscription_id'] === id,
    )
  const change = (fields: object, id = 1) => call('POST', `/${device_id}/sims/${id}`, fields)

  beforeEach(async () => {
    const device = await buildDevice(database.db, user_id)
    device_id = device.id
    await enrolTestPhone(testApp, device.token, { simCards: [{ simNumber: 1 }, { simNumber: 2 }] })
  })

  test('is changed in what is given', async () => {
    const fields = {
      phone_number: '07700 900142',
      display_name: 'Shop',
      max_per_minute: 20,
      max_per_hour: 100,
      max_per_day: 1000,
      max_per_month: 10_000,
      gap_min_seconds: 2,
      gap_max_seconds: 9,
    }
    expect(await change(fields)).toMatchObject({ status: 200, body: { data: { id: device_id } } })
    await change({ max_per_hour: 0 })

    expect(await sim()).toMatchObject({
      ...fields,
      phone_number: '+447700900142',
      max_per_hour: 0,
    })
    expect(await sim(2)).toMatchObject({ max_per_minute: 10, display_name: null })
    expect(await get()).toMatchObject({ revision: 3, last_datetime: '2026-11-21 12:00:00' })
  })

  test('has its texts cleared by JSON', async () => {
    await change({ phone_number: '+447700900142', display_name: 'Shop' })
    await change({ phone_number: null, display_name: '' })

    expect(await sim()).toMatchObject({ phone_number: null, display_name: null })
  })

  test.for([
    [{ max_per_minute: -1 }, 'max_per_minute'],
    [{ max_per_minute: 'many' }, 'max_per_minute'],
    [{ max_per_day: 1e12 }, 'max_per_day'],
    [{ gap_min_seconds: 5 }, 'gap_max_seconds'],
    [{ gap_min_seconds: 9, gap_max_seconds: 5 }, 'gap_max_seconds'],
    [{ gap_max_seconds: 100_000 }, 'gap_max_seconds'],
    [{ phone_number: 'abc' }, 'phone_number'],
    [{ carrier_name: 'x' }, 'carrier_name'],
  ] as const)('%j is refused', async ([fields, field]) => {
    expect(problemsOf(await change(fields))[0]).toMatchObject({ status: 400, field })
  })

  test('that the phone does not have is a 404', async () => {
    expect((await change({ max_per_minute: 5 }, 3)).status).toBe(404)
  })
})

describe('deleting a device', () => {
  test('fails what is pending with that reason, and hides it', async () => {
    await queue(3)

    expect(await call('DELETE', `/${device_id}`)).toMatchObject({
      status: 200,
      body: { data: { id: device_id } },
    })

    expect((await call('GET', `/${device_id}`)).status).toBe(404)
    expect(listOf(await call('GET', ''))).toEqual([])
    expect(await statuses(device_id)).toEqual([
      { status: 'failed', error: 'The device was deleted', sim: 1, count: 3 },
    ])
    const { body } = await testApp.call('GET', `/api/sms?device_id=${device_id}`, { key })
    expect((body as { meta: { total: number } }).meta.total).toBe(3)
  })

  test.for(['draft', 'scheduled', 'running', 'paused'] as const)(
    'that a %s campaign names is refused, and names it',
    async (status) => {
      const id = await buildCampaign(database.db, user_id, { device_id, status, name: 'Sale' })

      const answer = await call('DELETE', `/${device_id}`)

      expect(answer.status).toBe(400)
      expect(problemsOf(answer)[0]?.title).toContain(`campaign ${id} "Sale"`)
      expect((await call('GET', `/${device_id}`)).status).toBe(200)
    },
  )

  test.for(['finished', 'cancelled'] as const)('that a %s campaign names goes', async (status) => {
    await buildCampaign(database.db, user_id, { device_id, status })

    expect((await call('DELETE', `/${device_id}`)).status).toBe(200)
  })

  test('that an enabled flow names is refused; a disabled one does not matter', async () => {
    const off = await buildFlow(database.db, user_id, { device_id, is_enabled: false })
    const on = await buildFlow(database.db, user_id, { device_id, name: 'Welcome' })

    const answer = await call('DELETE', `/${device_id}`)
    expect(problemsOf(answer).map(({ title }) => title)).toEqual([
      expect.stringContaining(`flow ${on} "Welcome"`),
    ])
    await testApp.call('DELETE', `/api/flows/${on}`, { key })

    expect((await call('DELETE', `/${device_id}`)).status).toBe(200)
    expect(off).toBeGreaterThan(0)
  })

  test('with move_to hands everything over to another device and SIM', async () => {
    const other = (await buildDevice(database.db, user_id)).id
    const campaigns = []
    for (const status of ['draft', 'scheduled', 'running', 'paused'] as const)
      campaigns.push(await buildCampaign(database.db, user_id, { device_id, status }))
    const flow = await buildFlow(database.db, user_id, { device_id })
    await queue(4, device_id, { sim: 3 })

    expect((await call('DELETE', `/${device_id}`, { move_to: `${other}:2` })).status).toBe(200)

    for (const id of campaigns) {
      const { body } = await testApp.call('GET', `/api/campaigns/${id}`, { key })
      expect((body as { data: object }).data).toMatchObject({
        device_id: other,
        sim_subscription_id: 2,
        revision: 2,
      })
    }
    const { body } = await testApp.call('GET', `/api/flows/${flow}`, { key })
    expect((body as { data: object }).data).toMatchObject({
      device_id: other,
      sim_subscription_id: 2,
    })
    expect(await statuses(other)).toEqual([{ status: 'queued', error: null, sim: 2, count: 4 }])
    expect(await statuses(device_id)).toEqual([])
  })

  test('with move_to does not move what the phone has in its hands: that may go out', async () => {
    const device = await buildDevice(database.db, user_id)
    const phone = await enrolTestPhone(testApp, device.token)
    const other = (await buildDevice(database.db, user_id)).id
    await queue(2, device.id)
    await phone.fetch()
    await queue(1, device.id)

    await call('DELETE', `/${device.id}?move_to=${other}:1`)

    expect(await statuses(device.id)).toEqual([
      {
        status: 'failed',
        error: 'The device was deleted while its phone held the message; it may have gone out',
        sim: 1,
        count: 2,
      },
    ])
    expect(await statuses(other)).toMatchObject([{ status: 'queued', count: 1 }])
  })

  test.for([
    '2',
    'x:1',
    ':1',
    '1:',
    '1:4',
    '1:0',
    '0:1',
    '-1:1',
    '1:1:1',
    '99999999999999999:1',
    '999999:1',
  ])('move_to=%s is refused', async (move_to) => {
    const answer = await call('DELETE', `/${device_id}?move_to=${move_to}`)

    expect(problemsOf(answer)[0]).toMatchObject({ status: 400, field: 'move_to' })
    expect((await call('GET', `/${device_id}`)).status).toBe(200)
  })

  test('move_to itself is refused', async () => {
    const answer = await call('DELETE', `/${device_id}?move_to=${device_id}:1`)

    expect(problemsOf(answer)[0]).toMatchObject({ field: 'move_to' })
  })

  test('beside a campaign that is made for it at that moment, one of the two is refused', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await buildDevice(database.db, user_id)
      const [deleted, made] = await Promise.all([
        call('DELETE', `/${id}`),
        testApp.call('POST', '/api/campaigns', {
          key,
          json: { name: 'x', content: 'x', device_id: id, sim_subscription_id: 1 },
        }),
      ])
      expect([deleted.status, made.status].toSorted((a, b) => a - b)).toEqual([200, 400])
    }
  })
})
