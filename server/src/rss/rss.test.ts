import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildAutomation,
  buildContact,
  buildDevice,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { answerWith, rssOf, useFeedServer, type ItemToServe } from '../../test/feed-server.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { finishCampaigns, startDueCampaign } from '../campaigns/launch.ts'
import { checkDueFeed, checkDueFeeds } from './check.ts'

const database = useDatabase()
const app = useApp(database, { allowsPrivateFeeds: true })
const careful = useApp(database)
const feeds = useFeedServer()
const url = '/api/rss-automations'

let user_id: number
let key: string
let device_id: number
let phone: TestPhone
let fields: Record<string, unknown>

const item = (n: number): ItemToServe => ({
  guid: `g${n}`,
  title: `Title ${n}`,
  link: `https://e.org/${n}`,
})
/** The feed, with the newest items first. */
const serve = (...items: ItemToServe[]) =>
  feeds.answers.set('/feed', answerWith(rssOf(items.toReversed())))

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  // What earlier tests left is not to be checked any more.
  await database.pool.query('update rss_automations set next_check_at = null')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  await buildContact(database.db, user_id, { name: 'Ana' })
  serve(item(1), item(2))
  fields = {
    rss_url: `${feeds.url}/feed`,
    name: 'News',
    content: 'Hi {{ name }}: {{ item.title }} {{ item.url }}',
    device_id,
    sim_subscription_id: 1,
    settings: { items_count: 10 },
  }
})

const call = (method: string, path = '', json?: unknown) =>
  app.call(method, `${url}${path}`, { key, ...(json === undefined ? {} : { json }) })
const create = async (more: object = {}) => idOf(await call('POST', '', { ...fields, ...more }))
const get = async (id: number) => dataOf(await call('GET', `/${id}`))
const campaignsOf = async (id: number) =>
  listOf(await app.call('GET', `/api/campaigns?rss_automation_id=${id}&order_type=ASC`, { key }))
const namesOf = async (id: number) => (await campaignsOf(id)).map(({ name }) => name)
const refused = async (json: object, path = '') =>
  problemsOf(await call('POST', path, json)).map(({ field }) => field)

async function at(time: string): Promise<void> {
  app.now = new Date(time)
  while (await checkDueFeed(app.context));
}

async function work(): Promise<void> {
  while (await startDueCampaign(app.context));
  while (await expandNextChunk(app.context));
  await finishCampaigns(app.context)
}

describe('creating', () => {
  test('answers every key of the contract, and then ours', async () => {
    const id = await create()

    expect(Object.entries(await get(id))).toEqual([
      ['id', id],
      ['device_id', device_id],
      ['sim_subscription_id', 1],
      ['user_id', user_id],
      ['rss_url', fields['rss_url']],
      ['name', 'News'],
      ['content', fields['content']],
      ['segment', 'all'],
      [
        'settings',
        {
          check_interval_seconds: 3600,
          items_count: 10,
          campaigns_delay: 0,
          unique_item_identifier: 'guid',
          send_present_items: false,
        },
      ],
      ['is_enabled', true],
      ['total_campaigns', 0],
      ['total_sent_sms', 0],
      ['total_pending_sms', 0],
      ['total_failed_sms', 0],
      ['last_sent_datetime', null],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['last_check_datetime', null],
      ['next_check_datetime', '2026-11-21 13:00:00'],
      ['last_error', null],
      ['failing_since_datetime', null],
      ['failures', 0],
      ['held_reason', null],
      ['footer', true],
      ['revision', 1],
    ])
  })

  test('takes a form with its settings as JSON', async () => {
    const form = {
      ...(fields as Record<string, string>),
      device_id: String(device_id),
      sim_subscription_id: '1',
      settings: '{"items_count":"3","unique_item_identifier":"link","send_present_items":"yes"}',
    }
    const id = idOf(await app.call('POST', url, { key, form }))

    expect((await get(id))['settings']).toMatchObject({
      items_count: 3,
      unique_item_identifier: 'link',
      send_present_items: true,
    })
  })

  test.each<[string, object, string[]]>([
    ['no address', { rss_url: undefined }, ['rss_url']],
    ['an address of another kind', { rss_url: 'file:///etc/passwd' }, ['rss_url']],
    ['a path', { rss_url: '/feed' }, ['rss_url']],
    ['settings that are none', { settings: 'often' }, ['settings']],
    ['an unknown setting', { settings: { interval: 5 } }, ['settings.interval']],
    [
      'a hasty check',
      { settings: { check_interval_seconds: 1 } },
      ['settings.check_interval_seconds'],
    ],
    ['no items', { settings: { items_count: 0 } }, ['settings.items_count']],
    ['a negative delay', { settings: { campaigns_delay: -1 } }, ['settings.campaigns_delay']],
    [
      'another identifier',
      { settings: { unique_item_identifier: 'date' } },
      ['settings.unique_item_identifier'],
    ],
    ['an unknown field of an item', { content: '{{ item.price }}' }, ['content']],
    ['an unknown variable', { content: '{{ nmae }}' }, ['content']],
    ['a broken text', { content: '{{ item.title' }, ['content']],
    ['another device', { device_id: 999_999 }, ['device_id']],
    ['another SIM', { sim_subscription_id: 4 }, ['sim_subscription_id']],
    ['another segment', { segment: 999_999 }, ['segment']],
  ])('refuses %s', async (_, change, expected) => {
    expect(await refused({ ...fields, ...change })).toEqual(expected)
    expect(listOf(await call('GET'))).toEqual([])
  })

  test('refuses a feed that is a web page, or does not answer, and says so', async () => {
    feeds.answers.set('/page', answerWith('<!doctype html><html></html>'))
    const titleOf = async (rss_url: string) =>
      problemsOf(await call('POST', '', { ...fields, rss_url, device_id: 999_999 }))

    expect(await titleOf(`${feeds.url}/page`)).toMatchObject([
      { field: 'rss_url', title: expect.stringContaining('a web page and no feed') },
      { field: 'device_id' },
    ])
    expect(await titleOf(`${feeds.url}/nothing`)).toMatchObject([
      { field: 'rss_url', title: 'The feed answered 404.' },
      { field: 'device_id' },
    ])
  })

  test('refuses an address inside, unless the operator allows it', async () => {
    for (const path of ['', '/preview']) {
      const json = path === '' ? fields : { rss_url: fields['rss_url'] }
      const answer = await careful.call('POST', `${url}${path}`, { key, json })
      expect(problemsOf(answer)).toMatchObject([
        { field: 'rss_url', title: expect.stringContaining('private network') },
      ])
    }
    expect(feeds.requests).toEqual([])
  })

  test('with the same key twice makes one', async () => {
    const twice = [1, 2].map(() =>
      app.call('POST', url, { key, json: fields, headers: { 'idempotency-key': 'once' } }),
    )
    const [one, other] = await Promise.all(twice)

    expect(one?.body).toEqual(other?.body)
    expect(listOf(await call('GET'))).toHaveLength(1)
  })
})

describe('a preview', () => {
  test('answers the items, the newest first, and the text that each would make', async () => {
    const answer = dataOf(
      await call('POST', '/preview', {
        rss_url: fields['rss_url'],
        content: 'Hi {{ name | default: "you" }}: {{ item.title }}',
      }),
    )

    expect(answer).toMatchObject({
      title: 'News',
      total_items: 2,
      items: [
        { guid: 'g2', title: 'Title 2', text: 'Hi you: Title 2', parts: 1, error: null },
        { guid: 'g1', title: 'Title 1' },
      ],
    })
    expect(listOf(await call('GET'))).toEqual([])
  })

  test('has the footer of the account, unless it says no', async () => {
    const json = { opt_out_footer: 'Reply STOP' }
    await app.call('POST', '/api/account', { key, json })
    const seen = async (more: object) => {
      const feed = { rss_url: fields['rss_url'], content: '{{ item.title }}', ...more }
      const { items } = dataOf(await call('POST', '/preview', feed))
      return (items as { text: string }[])[0]?.text
    }

    expect(await seen({})).toBe('Title 2\nReply STOP')
    expect(await seen({ footer: 0 })).toBe('Title 2')
  })

  test('of a feed that cannot be read is a 400', async () => {
    expect(await refused({ rss_url: `${feeds.url}/nothing` }, '/preview')).toEqual(['rss_url'])
    expect(await refused({}, '/preview')).toEqual(['rss_url'])
  })
})

describe('a check', () => {
  test('sends texts with the footer of the account, unless the automation says no', async () => {
    const json = { opt_out_footer: 'Reply STOP' }
    await app.call('POST', '/api/account', { key, json })
    await create({ content: 'With {{ item.title }}' })
    await create({ content: 'Without {{ item.title }}', footer: 0 })
    serve(item(3))

    await at('2026-11-21T13:00:00Z')
    await work()

    expect(new Set((await phone.fetch()).map(({ message }) => message))).toEqual(
      new Set(['With Title 3\nReply STOP', 'Without Title 3']),
    )
  })

  test('sends what is new since the creation, each item as a campaign, once', async () => {
    const id = await create()
    serve(item(1), item(2), item(3), item(4))

    await at('2026-11-21T12:59:59Z')
    expect(await namesOf(id)).toEqual([])
    await at('2026-11-21T13:00:00Z')
    await work()

    expect(await namesOf(id)).toEqual(['News (Title 3)', 'News (Title 4)'])
    const taken = await phone.fetch()
    expect(taken.map(({ message }) => message).toSorted()).toEqual([
      'Hi Ana: Title 3 https://e.org/3',
      'Hi Ana: Title 4 https://e.org/4',
    ])
    await phone.report('Sent', taken)
    expect(await get(id)).toMatchObject({
      total_campaigns: 2,
      total_sent_sms: 2,
      last_check_datetime: '2026-11-21 13:00:00',
      next_check_datetime: '2026-11-21 14:00:00',
      last_error: null,
    })
    const texts = listOf(await app.call('GET', `/api/sms?rss_automation_id=${id}`, { key }))
    expect(texts.map((sms) => sms['rss_automation_id'])).toEqual([id, id])

    await at('2026-11-21T14:00:00Z')
    serve(item(3), item(4))
    await at('2026-11-21T15:00:00Z')
    expect(await namesOf(id)).toHaveLength(2)
    await expectTotalsToHold(database.db)
  })

  test('sends what is there at first too, where that is asked for', async () => {
    const id = await create({ settings: { items_count: 10, send_present_items: true } })

    await at('2026-11-21T12:00:00Z')

    expect(await namesOf(id)).toEqual(['News (Title 1)', 'News (Title 2)'])
  })

  test('sends so many items at most, the oldest first, and the others at the next', async () => {
    const id = await create({ settings: { items_count: 2 } })
    const withVersion = (items: ItemToServe[]) =>
      feeds.answers.set('/feed', (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"v"'
        const headers = { etag: '"v"' }
        response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? '' : rssOf(items))
      })
    withVersion([item(5), item(4), item(3), item(2), item(1)])

    await at('2026-11-21T13:00:00Z')
    expect(await namesOf(id)).toEqual(['News (Title 3)', 'News (Title 4)'])
    await at('2026-11-21T14:00:00Z')
    expect(await namesOf(id)).toHaveLength(3)
    // All is taken: from here on it asks whether there is anything newer.
    feeds.requests.length = 0
    await at('2026-11-21T15:00:00Z')
    expect(feeds.requests[0]?.headers['if-none-match']).toBe('"v"')
    expect(await namesOf(id)).toHaveLength(3)
  })

  test('keeps the campaigns so many minutes apart', async () => {
    const id = await create({ settings: { items_count: 2, campaigns_delay: 45 } })
    serve(item(3), item(4), item(5), item(6))

    await at('2026-11-21T13:00:00Z')
    await at('2026-11-21T14:00:00Z')

    const campaigns = await campaignsOf(id)
    expect(campaigns.map((one) => [one['scheduled_datetime'], one['status']])).toEqual([
      ['2026-11-21 13:00:00', 'processing'],
      ['2026-11-21 13:45:00', 'scheduled'],
      ['2026-11-21 14:30:00', 'scheduled'],
      ['2026-11-21 15:15:00', 'scheduled'],
    ])
  })

  test.each([
    ['guid', { guid: 'g2', title: 'Corrected', link: 'https://e.org/other' }, 0],
    ['title', { guid: 'g9', title: 'Title 2', link: 'https://e.org/other' }, 0],
    ['link', { guid: 'g9', title: 'Corrected', link: 'https://e.org/2' }, 0],
    ['link', { guid: 'g2', title: 'Title 2', link: 'https://e.org/other' }, 1],
  ] as const)('knows an item again by its %s', async (unique_item_identifier, changed, count) => {
    const id = await create({ settings: { unique_item_identifier } })
    serve(item(1), changed)

    await at('2026-11-21T13:00:00Z')

    expect(await namesOf(id)).toHaveLength(count)
  })

  test('sends an item that says the same as another once', async () => {
    const id = await create()
    serve(item(1), item(2), item(3), item(3))

    await at('2026-11-21T13:00:00Z')

    expect(await namesOf(id)).toEqual(['News (Title 3)'])
  })

  test('of two processes at once sends nothing twice', async () => {
    const id = await create()
    serve(item(1), item(2), item(3))
    app.now = new Date('2026-11-21T13:00:00Z')

    await Promise.all([checkDueFeeds(app.context), checkDueFeeds(app.context)])

    expect(await namesOf(id)).toEqual(['News (Title 3)'])
  })

  test('that breaks off in the middle goes on with what is left, once its lease is over', async () => {
    const id = await create()
    serve(item(1), item(2), item(3), item(4))
    await database.pool.query(
      "alter table rss_items add constraint broken check (title <> 'Title 4') not valid",
    )
    app.now = new Date('2026-11-21T13:00:00Z')
    await expect(checkDueFeed(app.context)).rejects.toThrow('broken')
    await database.pool.query('alter table rss_items drop constraint broken')
    expect(await namesOf(id)).toEqual(['News (Title 3)'])
    expect(await checkDueFeed(app.context)).toBe(false)

    await at('2026-11-21T13:02:00Z')

    expect(await namesOf(id)).toEqual(['News (Title 3)', 'News (Title 4)'])
  })

  test('of an item that says code sends the words', async () => {
    const id = await create({ content: '{% if name %}{{ item.title }}{% endif %}' })
    const title = '{{ phone_number }}{% endcapture %}{{ name }}{% raw %}'
    serve(item(1), item(2), { guid: 'g3', title })
    await at('2026-11-21T13:00:00Z')
    await work()

    const [sms] = listOf(await app.call('GET', `/api/sms?rss_automation_id=${id}`, { key }))
    expect(sms?.['content']).toBe(title)
  })

  test('of an item whose text cannot be made notes why, and goes on with the others', async () => {
    const id = await create({ content: '{{ item.summary }}' })
    serve(item(1), item(2), item(3), { ...item(4), summary: 'Words' })

    await at('2026-11-21T13:00:00Z')

    expect(await namesOf(id)).toEqual(['News (Title 4)'])
    const { rows } = await database.pool.query(
      "select state, reason from rss_items where rss_automation_id = $1 and title = 'Title 3'",
      [id],
    )
    expect(rows).toEqual([{ state: 'failed', reason: 'The text is empty.' }])
  })

  test('goes to a segment', async () => {
    const ben = await buildContact(database.db, user_id)
    const segment = await buildSegment(database.db, user_id, { members: [ben] })
    const id = await create({ segment })
    serve(item(1), item(2), item(3))

    await at('2026-11-21T13:00:00Z')

    expect(await campaignsOf(id)).toMatchObject([{ contacts_ids: [ben], segment: String(segment) }])
  })

  test('of a slow feed holds up no other', async () => {
    const slow = await create()
    feeds.answers.set('/fast', answerWith(rssOf([item(1)])))
    const fast = await create({ rss_url: `${feeds.url}/fast` })
    feeds.answers.set('/feed', () => undefined)
    feeds.answers.set('/fast', answerWith(rssOf([item(2), item(1)])))
    app.now = new Date('2026-11-21T13:00:00Z')
    const stop = new AbortController()

    const checking = checkDueFeeds(app.context, stop.signal)
    await expect.poll(() => namesOf(fast)).toEqual(['News (Title 2)'])
    stop.abort()
    await checking

    // That we broke it off says nothing about the feed.
    expect(await get(slow)).toMatchObject({ failures: 0, last_error: null })
  })
})

describe('a feed that fails', () => {
  test('is tried again later and later, with the reason to be seen, and works on when it is back', async () => {
    const id = await create({ settings: { items_count: 10, check_interval_seconds: 600 } })
    feeds.answers.set('/feed', answerWith('', {}, 503))

    await at('2026-11-21T12:10:00Z')
    expect(await get(id)).toMatchObject({
      last_error: 'The feed answered 503.',
      failing_since_datetime: '2026-11-21 12:10:00',
      failures: 1,
      next_check_datetime: '2026-11-21 12:20:00',
    })
    await at('2026-11-21T12:20:00Z')
    expect(await get(id)).toMatchObject({ failures: 2, next_check_datetime: '2026-11-21 12:40:00' })
    await at('2026-11-21T12:40:00Z')
    expect(await get(id)).toMatchObject({
      failures: 3,
      failing_since_datetime: '2026-11-21 12:10:00',
      next_check_datetime: '2026-11-21 13:20:00',
    })
    serve(item(1), item(2), item(3))
    await at('2026-11-21T13:20:00Z')
    expect(await get(id)).toMatchObject({
      failures: 0,
      last_error: null,
      failing_since_datetime: null,
      next_check_datetime: '2026-11-21 13:30:00',
      total_campaigns: 1,
    })
  })

  test('is switched off after twenty failures in a row, and says so', async () => {
    const id = await create()
    feeds.answers.set('/feed', answerWith('<html>', { 'content-type': 'text/html' }))

    for (let failure = 1; failure <= 20; failure += 1) {
      expect(await get(id)).toMatchObject({ is_enabled: true, failures: failure - 1 })
      await at(`2026-12-${String(failure).padStart(2, '0')}T00:00:00Z`)
    }

    expect(await get(id)).toMatchObject({
      is_enabled: false,
      failures: 20,
      last_error: expect.stringMatching(/a web page.*failed 20 times in a row.*switched off/),
      next_check_datetime: null,
    })
    const { rows } = await database.pool.query(
      'select kind, subject_id, details from notices where user_id = $1',
      [user_id],
    )
    expect(rows).toEqual([
      {
        kind: 'feed_off',
        subject_id: id,
        details: { failures: 20, error: expect.stringContaining('a web page') },
      },
    ])

    serve(item(1), item(2), item(3))
    await call('POST', `/${id}`, { is_enabled: 1 })
    await at('2026-12-21T00:00:00Z')
    // What is there by now is old.
    expect(await get(id)).toMatchObject({ failures: 0, last_error: null, total_campaigns: 0 })
  })
})

describe('changing', () => {
  test('changes the given settings only', async () => {
    const id = await create()

    await call('POST', `/${id}`, { settings: { campaigns_delay: 5 }, name: 'Other' })

    expect(await get(id)).toMatchObject({
      name: 'Other',
      settings: { campaigns_delay: 5, items_count: 10 },
      next_check_datetime: '2026-11-21 13:00:00',
      revision: 2,
    })
  })

  test.each([
    ['another feed', () => ({ rss_url: `${feeds.url}/other` })],
    ['another identifier', () => ({ settings: { unique_item_identifier: 'title' } })],
  ])('to %s sends nothing that is there then', async (_, change) => {
    const id = await create()
    feeds.answers.set('/other', answerWith(rssOf([item(8), item(7)])))
    serve(item(1), item(2), item(3))
    await call('POST', `/${id}`, change())
    await at('2026-11-21T12:00:00Z')
    expect(await namesOf(id)).toEqual([])

    feeds.answers.set('/other', answerWith(rssOf([item(9), item(8)])))
    serve(item(3), item(9))
    await at('2026-11-21T13:00:00Z')

    expect(await namesOf(id)).toEqual(['News (Title 9)'])
  })

  test('while a check is under way makes that check send nothing more', async () => {
    const id = await create()
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<void>()
    feeds.answers.set('/feed', (_, response) => {
      asked.resolve()
      void answer.promise.then(() => response.end(rssOf([item(3), item(2), item(1)])))
    })
    app.now = new Date('2026-11-21T13:00:00Z')
    const checking = checkDueFeed(app.context)
    await asked.promise
    await call('POST', `/${id}`, { is_enabled: 0 })
    answer.resolve()
    await checking

    expect(await namesOf(id)).toEqual([])
    expect(await get(id)).toMatchObject({ is_enabled: false, next_check_datetime: null })
  })

  test('refuses a feed that cannot be read, and keeps the old one', async () => {
    const id = await create()

    expect(await refused({ rss_url: `${feeds.url}/nothing` }, `/${id}`)).toEqual(['rss_url'])
    expect(await get(id)).toMatchObject({ rss_url: fields['rss_url'], revision: 1 })
    expect(await refused({ name: 'x', expected_revision: 9 }, `/${id}`)).toEqual([
      'expected_revision',
    ])
  })

  test('deleting ends the checks; its campaigns go on', async () => {
    const id = await create()
    serve(item(1), item(2), item(3))
    await at('2026-11-21T13:00:00Z')

    expect((await call('DELETE', `/${id}`)).body).toEqual({ data: { id } })
    feeds.requests.length = 0
    await at('2026-11-22T13:00:00Z')

    expect((await call('GET', `/${id}`)).status).toBe(404)
    expect(feeds.requests).toEqual([])
    expect(await campaignsOf(id)).toMatchObject([{ status: 'processing' }])
  })
})

describe('what it needs', () => {
  test('a device or a segment that it names cannot be deleted', async () => {
    const segment = await buildSegment(database.db, user_id)
    const id = await create({ segment })
    const other = await buildDevice(database.db, user_id)
    const named = `RSS automation ${id} "News"`
    for (const path of [`/api/devices/${device_id}`, `/api/segments/${segment}`])
      expect(problemsOf(await app.call('DELETE', path, { key }))[0]?.title).toContain(named)

    const json = { move_to: `${other.id}:2` }
    expect((await app.call('DELETE', `/api/devices/${device_id}`, { key, json })).status).toBe(200)
    expect(await get(id)).toMatchObject({ device_id: other.id, sim_subscription_id: 2 })
  })
})

test('one that is held after a restore does not ask its feed; released, it sends what is new from then on', async () => {
  const id = await create()
  await database.pool.query('update rss_automations set held_reason = $1', ['From a backup'])
  serve(item(1), item(2), item(3))
  feeds.requests.length = 0
  await at('2026-11-21T13:00:00Z')
  expect(feeds.requests).toEqual([])
  expect(await get(id)).toMatchObject({ held_reason: 'From a backup', next_check_datetime: null })

  await app.call('POST', '/api/account/held/release', { key })
  await at('2026-11-21T13:10:00Z')
  expect(await namesOf(id)).toEqual([])
  serve(item(3), item(4))
  await at('2026-11-21T14:10:00Z')

  expect(await namesOf(id)).toEqual(['News (Title 4)'])
})

test('lists are searched, filtered and ordered as those of flows', async () => {
  const segment = await buildSegment(database.db, user_id)
  const build = (name: string, more: object = {}) =>
    buildAutomation(database.db, user_id, { device_id, name, ...more })
  const one = await build('Ünder', { segment_id: segment })
  const two = await build('bee', { is_enabled: false })
  const three = await build('Ant')
  const ids = async (query: string) => listOf(await call('GET', `?${query}`)).map(({ id }) => id)

  expect(await ids('')).toEqual([three, two, one])
  expect(await ids('order_by=name&order_type=ASC')).toEqual([three, two, one])
  expect(await ids('order_by=rss_automation_id&order_type=ASC')).toEqual([one, two, three])
  expect(await ids('search=ÜNDER')).toEqual([one])
  expect(await ids('is_enabled=0')).toEqual([two])
  expect(await ids(`segment=${segment}`)).toEqual([one])
  expect(await ids('segment=all')).toEqual([three, two])
  for (const order of [
    'last_sent_datetime',
    'last_check_datetime',
    'next_check_datetime',
    'datetime',
    'last_datetime',
    'total_campaigns',
    'total_sent_sms',
    'total_pending_sms',
    'total_failed_sms',
  ])
    expect(await ids(`order_by=${order}`)).toEqual([three, two, one])
})
