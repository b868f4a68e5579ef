import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContact,
  buildDevice,
  buildFlow,
  buildMessage,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let stranger: { user_id: number; key: string }
let ids: Record<string, number>
let device: number
let other: number
let campaign: number
let flow: number
let anna: number

beforeAll(async () => {
  const { db } = database
  ;({ user_id, key } = await buildAccount(db))
  stranger = await buildAccount(db)
  device = (await buildDevice(db, user_id)).id
  other = (await buildDevice(db, user_id)).id
  campaign = await buildCampaign(db, user_id, { device_id: device, status: 'finished' })
  flow = await buildFlow(db, user_id, { device_id: device })
  anna = await buildContact(db, user_id, { name: 'Anna', phone_number: '+447700900301' })
  const ben = await buildContact(db, user_id, { name: 'Ben Brown', phone_number: '+447700900302' })
  const at = (day: number) => ({ created_at: `2026-11-0${day}T10:00:00.400Z` })
  const make = async (
    message: Partial<Parameters<typeof buildMessage>[2]>,
    more: { created_at: string; send_at?: string; content?: string | null },
  ) => {
    const id = await buildMessage(db, user_id, { contact_id: anna, device_id: device, ...message })
    const { created_at, send_at = created_at, content } = more
    await sql`
      update messages set created_at = ${created_at}, send_at = ${send_at},
             content = ${content === undefined ? sql`content` : content}
       where user_id = ${user_id} and id = ${id}`.execute(db)
    return id
  }
  ids = {
    queued: await make(
      { content: 'Ciao ÈLENA 100%' },
      { ...at(1), send_at: '2026-12-24T10:00:00Z' },
    ),
    dispatched: await make({ status: 'dispatched', device_id: other }, at(2)),
    sent: await make(
      { status: 'sent', contact_id: ben, campaign_id: campaign },
      { ...at(3), content: null },
    ),
    delivered: await make({ status: 'delivered', flow_id: flow }, at(4)),
    failed: await make({ status: 'failed', content: 'a_b' }, at(5)),
    cancelled: await make({ status: 'cancelled' }, at(6)),
    received: await make({ status: 'received', content: 'Stop it' }, at(7)),
  }
  await sql`update campaigns set content = 'Winter SALE' where id = ${campaign}`.execute(db)
  const itsDevice = (await buildDevice(db, stranger.user_id)).id
  const itsContact = await buildContact(db, stranger.user_id)
  await buildMessage(db, stranger.user_id, {
    contact_id: itsContact,
    device_id: itsDevice,
    content: 'Hello',
  })
})

const list = (query: string, as = key) => testApp.call('GET', `/api/sms?${query}`, { key: as })
/** The names of the texts that are listed, in order. */
const names = async (query: string) => {
  const answer = await list(query)
  expect(answer).toMatchObject({ status: 200 })
  return listOf(answer).map(
    ({ sms_id }) => Object.entries(ids).find(([, id]) => id === sms_id)?.[0],
  )
}
const all = ['received', 'cancelled', 'failed', 'delivered', 'sent', 'dispatched', 'queued']

test('lists everything of the account, newest first, and nothing of others', async () => {
  expect(await names('')).toEqual(all)
  expect(listOf(await list('', stranger.key))).toHaveLength(1)
})

describe('filters', () => {
  test.for([
    ['type=sent', all.filter((name) => name !== 'received')],
    ['type=received', ['received']],
    ['status=pending', ['dispatched', 'queued']],
    ['status=sent', ['delivered', 'sent']],
    ['status=failed', ['failed']],
    ['status=cancelled', ['cancelled']],
    ['status=received', ['received']],
    ['status=sent&type=received', []],
    ['campaign_id=0', all.filter((name) => name !== 'sent')],
    ['flow_id=0', all.filter((name) => name !== 'delivered')],
    ['recurring_campaign_id=0', all],
    ['rss_automation_id=0', all],
    ['rss_automation_id=5', []],
    ['device_id=999999', []],
    ['is_delivered=1', ['delivered']],
    ['status=sent&is_delivered=0', ['sent']],
    ['error_code=other', ['cancelled', 'failed']],
    ['status=failed&error_code=other', ['failed']],
    ['error_code=no_service', []],
    ['whatever=5&page=1', all],
    ['status=&type=', all],
  ] as const)('%s', async ([query, expected]) => {
    expect(await names(query)).toEqual(expected)
  })

  test('by device, contact, campaign and flow', async () => {
    expect(await names(`device_id=${other}`)).toEqual(['dispatched'])
    expect(await names(`contact_id=${anna}`)).toEqual(all.filter((name) => name !== 'sent'))
    expect(await names(`campaign_id=${campaign}`)).toEqual(['sent'])
    expect(await names(`flow_id=${flow}`)).toEqual(['delivered'])
  })

  test('ids of another account match nothing', async () => {
    for (const name of ['device_id', 'contact_id', 'campaign_id', 'flow_id']) {
      const mine = { device_id: device, contact_id: anna, campaign_id: campaign, flow_id: flow }
      const answer = await list(`${name}=${mine[name as keyof typeof mine]}`, stranger.key)
      expect(listOf(answer)).toEqual([])
    }
  })
})

describe('search', () => {
  test.for([
    ['ciao', ['queued']],
    ['CIAO', ['queued']],
    [encodeURIComponent('èlena'), ['queued']],
    [encodeURIComponent('100%'), ['queued']],
    [encodeURIComponent('1%'), []],
    ['a_b', ['failed']],
    ['a_', ['failed']],
    ['_b', []],
    ['sale', ['sent']],
    ['st', ['received']],
    ['op', []],
    ['top', ['received']],
    ['nowhere', []],
    ['%5C', []],
  ] as const)('%s', async ([term, expected]) => {
    expect(await names(`search=${term}`)).toEqual(expected)
    expect(await names(`search=${term}&search_by=content`)).toEqual(expected)
  })
})

describe('search for whom they are to or from', () => {
  test.for([
    ['search=anna&search_by=name', all.filter((name) => name !== 'sent')],
    ['search=ANNA&search_by=contact', all.filter((name) => name !== 'sent')],
    ['search=ben b&search_by=contact', ['sent']],
    ['search=07700 900-302&search_by=phone_number', ['sent']],
    ['search=7700 900-302&search_by=phone_number', ['sent']],
    ['search=7700900302&search_by=contact', ['sent']],
    ['search=7700900302&search_by=name', []],
    ['search=Hello&search_by=contact', []],
    ['search=anna', []],
  ] as const)('%s', async ([query, expected]) => {
    expect(await names(query)).toEqual(expected)
  })

  test('finds nothing of another account', async () => {
    expect(listOf(await list('search=anna&search_by=contact', stranger.key))).toEqual([])
  })
})

test('shows the contact of each when asked', async () => {
  const [sent] = listOf(await list('campaign_id=' + campaign + '&include=contact'))
  expect(sent?.['contact']).toEqual({
    contact_id: expect.any(Number),
    name: 'Ben Brown',
    phone_number: '+447700900302',
    has_opted_out: false,
  })
  const [plain] = listOf(await list(`campaign_id=${campaign}`))
  expect(plain).not.toHaveProperty('contact')
})

test('comes as a file, all that the filters let through, oldest first', async () => {
  const answer = await testApp.app.inject({
    method: 'GET',
    url: '/api/sms?status=pending&results_per_page=10',
    headers: { authorization: `Bearer ${key}`, accept: 'text/csv' },
  })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="sms.csv"')
  const [head, ...lines] = answer.body.trim().split('\r\n')
  expect(head).toMatch(/^sms_id,phone_number,type,status,error,content,parts,/)
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual([
    ids['queued'],
    ids['dispatched'],
  ])
  expect(lines[0]).toContain(',sent,pending,,Ciao ÈLENA 100%,1,')
})

describe('order', () => {
  test.for([
    ['order_type=asc', all.toReversed()],
    ['order_by=sms_id', all],
    ['order_by=contact_id', ['sent', ...all.filter((name) => name !== 'sent')]],
    ['order_by=datetime&order_type=ASC', all.toReversed()],
    ['order_by=scheduled_datetime', ['queued', ...all.slice(0, -1)]],
    [
      'order_by=status&order_type=ASC',
      ['cancelled', 'failed', 'queued', 'dispatched', 'received', 'sent', 'delivered'],
    ],
    [
      'order_by=status&order_type=DESC',
      ['delivered', 'sent', 'received', 'dispatched', 'queued', 'failed', 'cancelled'],
    ],
  ] as const)('%s', async ([query, expected]) => {
    expect(await names(query)).toEqual(expected)
  })
})

describe('dates', () => {
  test.for([
    ['datetime_start=2026-11-05 10:00:00', ['received', 'cancelled', 'failed']],
    ['datetime_start=2026-11-05 10:00:01', ['received', 'cancelled']],
    ['datetime_end=2026-11-02 10:00:00', ['dispatched', 'queued']],
    ['datetime_end=2026-11-02 09:59:59', ['queued']],
    ['datetime_start=2026-11-03 10:00:00&datetime_end=2026-11-03 10:00:00', ['sent']],
    ['datetime_start=2026-11-07T12:00:00%2B02:00', ['received']],
    ['datetime_start=2026-11-07T12:00:00+02:00', ['received']],
    ['datetime_start=2026-12-01 00:00:00&datetime_field=scheduled_datetime', ['queued']],
  ] as const)('%s', async ([query, expected]) => {
    expect(await names(query)).toEqual(expected)
  })
})

describe('a bad value is refused with the values that are allowed', () => {
  test.for([
    ['status=processing', 'status'],
    ['status=Pending', 'status'],
    ['type=both', 'type'],
    ['device_id=x', 'device_id'],
    ['device_id=-1', 'device_id'],
    ['device_id=99999999999999999999', 'device_id'],
    ['campaign_id=1.5', 'campaign_id'],
    ['order_by=content', 'order_by'],
    ['order_by=constructor', 'order_by'],
    ['order_type=up', 'order_type'],
    ['search_by=colour', 'search_by'],
    ['is_delivered=perhaps', 'is_delivered'],
    ['error_code=bad_luck', 'error_code'],
    ['include=campaign', 'include'],
    ['search_by=__proto__', 'search_by'],
    ['search=%00', 'search'],
    ['datetime_start=yesterday', 'datetime_start'],
    ['datetime_start=2026-02-30', 'datetime_start'],
    ['datetime_end=2026-02-30T10:00:00Z', 'datetime_end'],
    ['datetime_field=sent', 'datetime_field'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['page=1e9', 'page'],
    ['results_per_page=24', 'results_per_page'],
    ['status=sent&status=failed', 'status'],
    ['page=1&page=2', 'page'],
  ] as const)('%s', async ([query, field]) => {
    const answer = await list(query)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map((problem) => problem.field)).toEqual([field])
  })

  test('all of them at once', async () => {
    const answer = await list('page=0&results_per_page=3&status=x&order_by=y')

    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'page',
      'results_per_page',
      'status',
      'order_by',
    ])
  })

  test('the same value twice is one value', async () => {
    expect(await names('status=failed&status=failed')).toEqual(['failed'])
  })
})

describe('pages', () => {
  test('have exact totals and absolute links with the caller’s parameters', async () => {
    const { body } = await list('results_per_page=10&x=a%20b&page=1&type=sent')

    expect(body).toMatchObject({
      meta: { page: 1, results_per_page: 10, total: 6, total_pages: 1 },
      links: {
        first: 'https://sms.example.org/api/sms?page=1&results_per_page=10&x=a+b&type=sent',
        last: 'https://sms.example.org/api/sms?page=1&results_per_page=10&x=a+b&type=sent',
        next: null,
        prev: null,
        self: 'https://sms.example.org/api/sms?page=1&results_per_page=10&x=a+b&type=sent',
      },
    })
    expect(Object.keys((body as { meta: object }).meta)).toEqual([
      'page',
      'results_per_page',
      'total',
      'total_pages',
    ])
    expect(Object.keys((body as { links: object }).links)).toEqual([
      'first',
      'last',
      'next',
      'prev',
      'self',
    ])
  })

  test('past the end are empty', async () => {
    const { status, body } = await list('page=5&results_per_page=10')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: [],
      meta: { page: 5, total: 7, total_pages: 1 },
      links: {
        next: null,
        prev: 'https://sms.example.org/api/sms?page=1&results_per_page=10',
        self: 'https://sms.example.org/api/sms?page=5&results_per_page=10',
      },
    })
  })

  test.for(['', 'order_by=status', 'order_by=scheduled_datetime&order_type=ASC'])(
    'with %s hold every text once, in order',
    async (query) => {
      const account = await buildAccount(database.db)
      const { id: device_id } = await buildDevice(database.db, account.user_id)
      const contact_id = await buildContact(database.db, account.user_id)
      for (const status of ['sent', 'failed', 'queued', 'delivered', 'cancelled'] as const) {
        for (let count = 0; count < 5; count += 1)
          await buildMessage(database.db, account.user_id, { contact_id, device_id, status })
      }
      const whole = listOf(await list(`results_per_page=50&${query}`, account.key))
      const pages = []
      for (const page of [1, 2, 3])
        pages.push(...listOf(await list(`results_per_page=10&page=${page}&${query}`, account.key)))

      expect(pages.map(({ sms_id }) => sms_id)).toEqual(whole.map(({ sms_id }) => sms_id))
      expect(whole).toHaveLength(25)
    },
  )
})
