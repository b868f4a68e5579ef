import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildDevice,
  buildFlow,
  buildRecurring,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { finishCampaigns } from '../campaigns/launch.ts'
import { startDueRun } from './run.ts'

const database = useDatabase()
const app = useApp(database)
const url = '/api/recurring-campaigns'

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
let fields: Record<string, unknown>
const settings = { frequency: 'daily', time: '13:00', timezone: 'UTC' }

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  fields = {
    name: 'Lunch',
    content: 'Hi {{ name | default: "there" }}, lunch is ready',
    device_id,
    sim_subscription_id: 1,
    settings,
  }
})

const call = (method: string, path = '', json?: unknown) =>
  app.call(method, `${url}${path}`, { key, ...(json === undefined ? {} : { json }) })
const create = async (more: object = {}) => idOf(await call('POST', '', { ...fields, ...more }))
const get = async (id: number) => dataOf(await call('GET', `/${id}`))
const runsOf = async (id: number) => listOf(await call('GET', `/${id}/runs`))
const campaignsOf = async (id: number) =>
  listOf(await app.call('GET', `/api/campaigns?recurring_campaign_id=${id}`, { key }))
const refused = async (json: object, path = '') =>
  problemsOf(await call('POST', path, json)).map(({ field }) => field)

async function at(time: string): Promise<void> {
  app.now = new Date(time)
  while (await startDueRun(app.context));
}

async function work(): Promise<void> {
  while (await expandNextChunk(app.context));
  await finishCampaigns(app.context)
}

describe('creating', () => {
  test('answers every key of the contract, in its order, and then ours', async () => {
    const id = await create()

    expect(Object.entries(await get(id))).toEqual([
      ['id', id],
      ['device_id', device_id],
      ['sim_subscription_id', 1],
      ['user_id', user_id],
      ['name', 'Lunch'],
      ['content', fields['content']],
      ['segment', 'all'],
      [
        'settings',
        {
          frequency: 'daily',
          interval: 1,
          time: '13:00',
          timezone: 'UTC',
          week_days: [],
          month_days: [],
          nth_week_day: null,
          start_date: '2026-11-21',
          end_date: null,
        },
      ],
      ['is_enabled', true],
      ['total_campaigns', 0],
      ['total_sent_sms', 0],
      ['total_pending_sms', 0],
      ['total_failed_sms', 0],
      ['last_run_datetime', null],
      ['next_run_datetime', '2026-11-21 13:00:00'],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['last_sent_datetime', null],
      ['held_reason', null],
      ['footer', true],
      ['revision', 1],
    ])
    expect(Object.keys((await get(id))['settings'] as object)).toEqual([
      'frequency',
      'interval',
      'time',
      'timezone',
      'week_days',
      'month_days',
      'nth_week_day',
      'start_date',
      'end_date',
    ])
  })

  test('takes a form with its settings as JSON, in the zone of the account', async () => {
    await app.call('POST', '/api/account', { key, json: { timezone: 'Pacific/Auckland' } })
    const form = {
      name: 'A',
      content: 'B',
      device_id: String(device_id),
      sim_subscription_id: '1',
      settings: '{"frequency":"monthly","time":"09:00","interval":"2","month_days":["-1",5,5]}',
    }
    const id = idOf(await app.call('POST', url, { key, form }))

    // Auckland has the 22nd already.
    expect((await get(id))['settings']).toMatchObject({
      timezone: 'Pacific/Auckland',
      start_date: '2026-11-22',
      interval: 2,
      month_days: [5, -1],
    })
  })

  test.each([
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['europe/berlin', 'Europe/Berlin'],
    [' UTC ', 'UTC'],
  ])('answers the zone %j as %s', async (timezone, answered) => {
    const id = await create({ settings: { ...settings, timezone } })

    expect((await get(id))['settings']).toMatchObject({ timezone: answered })
  })

  test.each<[string, object, string[]]>([
    ['no settings', { settings: undefined }, ['settings']],
    ['a text', { settings: 'daily' }, ['settings']],
    ['a list', { settings: [] }, ['settings']],
    ['nothing in them', { settings: {} }, ['settings.frequency', 'settings.time']],
    ['an unknown setting', { settings: { ...settings, hour: 8 } }, ['settings.hour']],
    [
      'an unknown zone',
      { settings: { ...settings, timezone: 'Mars/Base' } },
      ['settings.timezone'],
    ],
    ['an offset', { settings: { ...settings, timezone: '+02:00' } }, ['settings.timezone']],
    [
      'another frequency',
      { settings: { ...settings, frequency: 'hourly' } },
      ['settings.frequency'],
    ],
    ['no interval', { settings: { ...settings, interval: 0 } }, ['settings.interval']],
    ['a wide interval', { settings: { ...settings, interval: 1e9 } }, ['settings.interval']],
    ['a time that is none', { settings: { ...settings, time: '24:00' } }, ['settings.time']],
    ['no week day', { settings: { ...settings, frequency: 'weekly' } }, ['settings.week_days']],
    [
      'an eighth week day',
      { settings: { ...settings, frequency: 'weekly', week_days: [1, 8] } },
      ['settings.week_days'],
    ],
    ['no day', { settings: { ...settings, frequency: 'monthly' } }, ['settings.month_days']],
    [
      'day 0',
      { settings: { ...settings, frequency: 'monthly', month_days: [0] } },
      ['settings.month_days'],
    ],
    [
      'a fifth Monday',
      {
        settings: { ...settings, frequency: 'monthly', nth_week_day: { nth: 5, week_day: 1 } },
      },
      ['settings.nth_week_day'],
    ],
    [
      'two kinds of days',
      {
        settings: {
          ...settings,
          frequency: 'monthly',
          month_days: [1],
          nth_week_day: { nth: 1, week_day: 1 },
        },
      },
      ['settings.nth_week_day'],
    ],
    [
      '30 February',
      { settings: { ...settings, start_date: '2026-02-30' } },
      ['settings.start_date'],
    ],
    [
      'an end before the start',
      { settings: { ...settings, start_date: '2026-12-02', end_date: '2026-12-01' } },
      ['settings.end_date'],
    ],
    [
      'an end that has passed',
      { settings: { ...settings, start_date: '2026-01-01', end_date: '2026-11-20' } },
      ['settings.end_date'],
    ],
    [
      'a day that never comes',
      {
        settings: {
          ...settings,
          frequency: 'monthly',
          interval: 12,
          month_days: [30],
          start_date: '2027-02-01',
        },
      },
      ['settings.month_days'],
    ],
    ['another device', { device_id: 999_999 }, ['device_id']],
    ['another SIM', { sim_subscription_id: 4 }, ['sim_subscription_id']],
    ['another segment', { segment: 999_999 }, ['segment']],
    ['an unknown variable', { content: '{{ nmae }}' }, ['content']],
    ['ids of contacts', { contacts_ids: '1' }, ['contacts_ids']],
  ])('refuses %s', async (_, change, expected) => {
    expect(await refused({ ...fields, ...change })).toEqual(expected)
    expect(listOf(await call('GET'))).toEqual([])
  })

  test('says all that is wrong at once', async () => {
    const bad = { device_id: 999_999, settings: { ...settings, time: 'noon' } }

    expect(await refused({ ...fields, ...bad })).toEqual(['settings.time', 'device_id'])
  })
})

describe('a preview', () => {
  test('answers the next ten runs, in UTC and on the clocks of the zone', async () => {
    const rule = { frequency: 'weekly', time: '08:30', timezone: 'Europe/London', week_days: [5] }
    const answer = listOf(await call('POST', '/preview', { settings: rule }))

    expect(answer).toHaveLength(10)
    expect(answer[0]).toEqual({
      run_datetime: '2026-11-27 08:30:00',
      local_datetime: '2026-11-27 08:30:00',
    })
    expect(listOf(await call('GET'))).toEqual([])
  })

  test('refuses what cannot be stored either', async () => {
    expect(await refused({ settings: { frequency: 'daily' } }, '/preview')).toEqual([
      'settings.time',
    ])
  })
})

describe('a run', () => {
  test('is a campaign of its own, that names where it comes from, as do its texts', async () => {
    const id = await create()
    await buildContact(database.db, user_id, { name: 'Ana' })
    await buildContact(database.db, user_id)

    await at('2026-11-21T13:00:00Z')
    await work()

    const [campaign] = await campaignsOf(id)
    expect(campaign).toMatchObject({
      name: 'Lunch (2026-11-21)',
      status: 'processing',
      recurring_campaign_id: id,
      total_pending_sms: 2,
    })
    const taken = await phone.fetch()
    expect(taken.map(({ message }) => message)).toEqual([
      'Hi Ana, lunch is ready',
      'Hi there, lunch is ready',
    ])
    const texts = listOf(await app.call('GET', `/api/sms?recurring_campaign_id=${id}`, { key }))
    expect(texts.map((sms) => [sms['campaign_id'], sms['recurring_campaign_id']])).toEqual([
      [campaign?.['id'], id],
      [campaign?.['id'], id],
    ])
    await phone.report('Sent', taken.slice(0, 1))
    expect(await get(id)).toMatchObject({
      total_campaigns: 1,
      total_sent_sms: 1,
      total_pending_sms: 1,
      total_failed_sms: 0,
      last_run_datetime: '2026-11-21 13:00:00',
      next_run_datetime: '2026-11-22 13:00:00',
    })
    expect(await runsOf(id)).toEqual([
      {
        id: expect.any(Number),
        recurring_campaign_id: id,
        due_datetime: '2026-11-21 13:00:00',
        status: 'launched',
        campaign_id: campaign?.['id'],
        reason: null,
        datetime: '2026-11-21 13:00:00',
      },
    ])
    await expectTotalsToHold(database.db)
  })

  test('of a plain text says where its texts come from too', async () => {
    const id = await create({ content: 'Lunch' })
    await buildContact(database.db, user_id)
    await at('2026-11-21T13:00:00Z')
    await work()

    expect(listOf(await app.call('GET', `/api/sms?recurring_campaign_id=${id}`, { key }))).toEqual([
      expect.objectContaining({ content: 'Lunch', recurring_campaign_id: id }),
    ])
  })

  test('has the footer of the account, unless it says no', async () => {
    const json = { opt_out_footer: 'Reply STOP' }
    await app.call('POST', '/api/account', { key, json })
    await buildContact(database.db, user_id)
    await create({ content: 'Lunch!' })
    await create({ content: 'No footer', footer: 0 })
    await at('2026-11-21T13:00:00Z')
    await work()

    const texts = listOf(await app.call('GET', '/api/sms', { key })).map(({ content }) => content)
    expect(new Set(texts)).toEqual(new Set(['Lunch!\nReply STOP', 'No footer']))
  })

  test('happens once, whatever several processes do', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    app.now = new Date('2026-11-21T13:00:00Z')

    await Promise.all(Array.from({ length: 8 }, () => startDueRun(app.context)))

    expect(await campaignsOf(id)).toHaveLength(1)
    expect(await runsOf(id)).toHaveLength(1)
  })

  test('that breaks off leaves nothing, and happens whole the next time', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await database.pool.query(
      'alter table recurring_runs add constraint broken check (false) not valid',
    )
    app.now = new Date('2026-11-21T13:00:00Z')
    await expect(startDueRun(app.context)).rejects.toThrow('broken')
    await database.pool.query('alter table recurring_runs drop constraint broken')
    expect(await campaignsOf(id)).toEqual([])

    await at('2026-11-21T13:00:10Z')

    expect(await campaignsOf(id)).toHaveLength(1)
  })

  test('that is an hour late still happens', async () => {
    const id = await create()
    await buildContact(database.db, user_id)

    await at('2026-11-21T14:00:00Z')

    expect(await runsOf(id)).toMatchObject([
      { due_datetime: '2026-11-21 13:00:00', status: 'launched' },
    ])
  })

  test('that is later is recorded as skipped, and so are those before it', async () => {
    const id = await create()
    await buildContact(database.db, user_id)

    await at('2026-11-23T14:00:01Z')

    const reason = expect.stringContaining('missed by more than an hour')
    expect(await runsOf(id)).toMatchObject([
      { due_datetime: '2026-11-23 13:00:00', status: 'skipped', campaign_id: 0, reason },
      { due_datetime: '2026-11-22 13:00:00', status: 'skipped', campaign_id: 0, reason },
      { due_datetime: '2026-11-21 13:00:00', status: 'skipped', campaign_id: 0, reason },
    ])
    expect(await get(id)).toMatchObject({
      total_campaigns: 0,
      last_run_datetime: null,
      next_run_datetime: '2026-11-24 13:00:00',
    })
  })

  test('is the newest only, when several were missed', async () => {
    const id = await create()
    await buildContact(database.db, user_id)

    await at('2026-11-23T13:30:00Z')

    expect((await runsOf(id)).map(({ status }) => status)).toEqual([
      'launched',
      'skipped',
      'skipped',
    ])
    expect(await campaignsOf(id)).toHaveLength(1)
  })

  test('is not repeated by a clock that goes back', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await at('2026-11-21T13:00:00Z')
    app.now = new Date('2026-11-21T12:30:00Z')
    await call('POST', `/${id}`, { settings: { time: '13:00' } })

    await at('2026-11-21T13:00:00Z')

    expect(await campaignsOf(id)).toHaveLength(1)
  })

  test('to nobody is recorded with the reason, and no campaign is left', async () => {
    const id = await create()

    await at('2026-11-21T13:00:00Z')

    expect(await runsOf(id)).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('audience was empty') },
    ])
    expect(listOf(await app.call('GET', '/api/campaigns', { key }))).toEqual([])
    expect(await get(id)).toMatchObject({ next_run_datetime: '2026-11-22 13:00:00' })
  })

  test('without its device is recorded with the reason', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await database.pool.query('update devices set deleted_at = now() where id = $1', [device_id])

    await at('2026-11-21T13:00:00Z')

    expect(await runsOf(id)).toMatchObject([
      { status: 'failed', campaign_id: 0, reason: `There is no device ${device_id}.` },
    ])
  })

  test('that is held is recorded with the reason; switching it on lets it go', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await database.pool.query('update recurring_campaigns set held_reason = $1 where id = $2', [
      'It came back from a backup',
      id,
    ])
    await at('2026-11-21T13:00:00Z')
    expect(await runsOf(id)).toMatchObject([
      { status: 'skipped', reason: 'It came back from a backup' },
    ])
    expect(await campaignsOf(id)).toEqual([])

    await call('POST', `/${id}`, { is_enabled: 1 })
    await at('2026-11-22T13:00:00Z')

    expect(await get(id)).toMatchObject({ held_reason: null, total_campaigns: 1 })
  })

  test('is the last when the end date is reached', async () => {
    const id = await create({ settings: { ...settings, end_date: '2026-11-21' } })
    await buildContact(database.db, user_id)

    await at('2026-11-21T13:00:00Z')
    await at('2026-11-25T13:00:00Z')

    expect(await runsOf(id)).toHaveLength(1)
    expect(await get(id)).toMatchObject({ next_run_datetime: null, is_enabled: true })
  })

  test('goes to a segment as it is then', async () => {
    const ana = await buildContact(database.db, user_id)
    await buildContact(database.db, user_id)
    const segment = await buildSegment(database.db, user_id, { members: [ana] })
    const id = await create({ segment })

    await at('2026-11-21T13:00:00Z')

    expect(await get(id)).toMatchObject({ segment: String(segment) })
    expect(await campaignsOf(id)).toMatchObject([{ contacts_ids: [ana] }])
  })
})

describe('changing', () => {
  test('changes the given settings only, and counts the next run anew', async () => {
    const id = await create()

    await call('POST', `/${id}`, { settings: { time: '12:30' }, name: 'Early lunch' })

    expect(await get(id)).toMatchObject({
      name: 'Early lunch',
      settings: { time: '12:30', frequency: 'daily', start_date: '2026-11-21' },
      next_run_datetime: '2026-11-21 12:30:00',
      last_datetime: '2026-11-21 12:00:00',
      revision: 2,
    })
  })

  test('days of the month and an nth week day take the place of each other', async () => {
    const id = await create({ settings: { ...settings, frequency: 'monthly', month_days: [1] } })

    await call('POST', `/${id}`, { settings: { nth_week_day: { nth: -1, week_day: 5 } } })
    expect((await get(id))['settings']).toMatchObject({
      month_days: [],
      nth_week_day: { nth: -1, week_day: 5 },
    })
    await call('POST', `/${id}`, { settings: { month_days: [15] } })
    expect((await get(id))['settings']).toMatchObject({ month_days: [15], nth_week_day: null })
  })

  test('without a field changes nothing', async () => {
    const id = await create()
    const before = await get(id)

    expect((await call('POST', `/${id}`, {})).status).toBe(200)
    expect(await get(id)).toEqual(before)
  })

  test('switching it off stops it; what was missed meanwhile is not made up for', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await call('POST', `/${id}`, { is_enabled: 0 })
    expect(await get(id)).toMatchObject({ is_enabled: false, next_run_datetime: null })
    await at('2026-11-23T13:00:00Z')
    expect(await runsOf(id)).toEqual([])

    await call('POST', `/${id}`, { is_enabled: 1 })

    expect(await get(id)).toMatchObject({ next_run_datetime: '2026-11-24 13:00:00' })
    expect(await runsOf(id)).toEqual([])
  })

  test.each([
    [{ settings: { time: '9' } }, 'settings.time'],
    [{ device_id: 999_999 }, 'device_id'],
    [{ segment: 999_999 }, 'segment'],
    [{ content: '{{ x }}' }, 'content'],
    [{ name: 'B', expected_revision: 7 }, 'expected_revision'],
  ])('refuses %j', async (change, field) => {
    const id = await create()
    const before = await get(id)

    expect(await refused(change, `/${id}`)).toEqual([field])
    expect(await get(id)).toEqual(before)
  })

  test('deleting stops it; its campaigns stay and go on', async () => {
    const id = await create()
    await buildContact(database.db, user_id)
    await at('2026-11-21T13:00:00Z')

    expect((await call('DELETE', `/${id}`)).body).toEqual({ data: { id } })
    await at('2026-11-22T13:00:00Z')

    expect((await call('GET', `/${id}`)).status).toBe(404)
    expect((await call('GET', `/${id}/runs`)).status).toBe(404)
    expect(await campaignsOf(id)).toMatchObject([{ status: 'processing' }])
  })
})

describe('what it needs', () => {
  test('a segment that it is sent to cannot be deleted', async () => {
    const segment = await buildSegment(database.db, user_id)
    const id = await create({ segment, is_enabled: 0 })

    const answer = await app.call('DELETE', `/api/segments/${segment}`, { key })

    expect(problemsOf(answer)[0]?.title).toContain(`recurring campaign ${id} "Lunch"`)
  })

  test('a device that it names cannot be deleted, unless another takes over', async () => {
    const id = await create()
    const other = await buildDevice(database.db, user_id)
    const answer = await app.call('DELETE', `/api/devices/${device_id}`, { key })
    expect(problemsOf(answer)[0]?.title).toContain(`recurring campaign ${id} "Lunch"`)

    const moved = await app.call('DELETE', `/api/devices/${device_id}`, {
      key,
      json: { move_to: `${other.id}:2` },
    })

    expect(moved.status).toBe(200)
    expect(await get(id)).toMatchObject({ device_id: other.id, sim_subscription_id: 2 })
  })

  test('one that is switched off does not keep its device', async () => {
    const id = await create({ is_enabled: 0 })
    expect((await app.call('DELETE', `/api/devices/${device_id}`, { key })).status).toBe(200)

    expect(await refused({ is_enabled: 1 }, `/${id}`)).toEqual(['device_id'])
    expect((await call('POST', `/${id}`, { name: 'B' })).status).toBe(200)
  })
})

test('lists are searched, filtered and ordered as those of flows', async () => {
  const segment = await buildSegment(database.db, user_id)
  await buildContact(database.db, user_id)
  const one = await create({ name: 'Ünder', content: 'First words', segment })
  const two = await create({ name: 'bee', content: 'Second', is_enabled: false })
  const three = await create({ name: 'Ant', content: 'THIRD words' })
  await at('2026-11-21T13:00:00Z')
  await work()
  const ids = async (query: string) => listOf(await call('GET', `?${query}`)).map(({ id }) => id)

  expect(await ids('')).toEqual([three, two, one])
  expect(await ids('order_by=name&order_type=ASC')).toEqual([three, two, one])
  expect(await ids('order_by=recurring_campaign_id&order_type=ASC')).toEqual([one, two, three])
  expect(await ids('order_by=total_pending_sms')).toEqual([three, two, one])
  expect(await ids('order_by=total_campaigns&order_type=ASC')).toEqual([one, two, three])
  expect(await ids('order_by=next_run_datetime')).toEqual([three, one, two])
  expect(await ids('order_by=last_sent_datetime')).toEqual([three, two, one])
  expect(await ids('order_by=last_run_datetime')).toEqual([three, two, one])
  expect(await ids('search=WORDS')).toEqual([three, one])
  expect(await ids('search=words&search_by=name')).toEqual([])
  expect(await ids('search=ÜNDER')).toEqual([one])
  expect(await ids('is_enabled=0')).toEqual([two])
  expect(await ids(`segment=${segment}`)).toEqual([one])
  expect(await ids('segment=all')).toEqual([three, two])
  expect(await ids('datetime_field=next_run_datetime&datetime_start=2026-11-22')).toEqual([
    three,
    one,
  ])
  const runs = `/${one}/runs?status=failed&search=empty&order_by=due_datetime&results_per_page=10`
  expect((await call('GET', runs)).body).toMatchObject({
    data: [{ status: 'failed' }],
    meta: { total: 1 },
    links: { self: expect.stringContaining(`/api/recurring-campaigns/${one}/runs?page=1&`) },
  })
})

test("another account's is not there, and none of its rows are read", async () => {
  const other = await buildAccount(database.db)
  const device = await buildDevice(database.db, other.user_id)
  const theirs = await buildRecurring(database.db, other.user_id, { device_id: device.id })
  await buildFlow(database.db, other.user_id, { device_id: device.id })

  for (const path of [`/${theirs}`, `/${theirs}/runs`])
    expect((await call('GET', path)).status).toBe(404)
  expect((await call('POST', `/${theirs}`, { name: 'Mine' })).status).toBe(404)
  expect((await call('DELETE', `/${theirs}`)).status).toBe(404)
})
