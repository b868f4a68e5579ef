import { beforeAll, describe, expect, test } from 'vitest'
import { listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildContacts,
  buildDevice,
  buildMessage,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

const database = useDatabase()
const testApp = useApp(database)
const url = '/api/contacts'

const list = (key: string, query: string) => testApp.call('GET', `${url}?${query}`, { key })
const namesOf = (answer: Parameters<typeof listOf>[0]) => listOf(answer).map(({ name }) => name)
const idsOf = (answer: Parameters<typeof listOf>[0]) => listOf(answer).map(({ id }) => id)

describe('pages', () => {
  let key: string
  let ids: number[]

  beforeAll(async () => {
    const account = await buildAccount(database.db)
    key = account.key
    ids = (await buildContacts(database.db, account.user_id, 57)).toReversed()
    await buildContacts(database.db, (await buildAccount(database.db)).user_id, 5)
  })

  test('begin with the newest, 25 at a time, with absolute links', async () => {
    const answer = await testApp.call('GET', `${url}/`, { key })

    expect(idsOf(answer)).toEqual(ids.slice(0, 25))
    expect(answer.body).toMatchObject({
      meta: { page: 1, results_per_page: 25, total: 57, total_pages: 3 },
      links: {
        first: 'https://sms.example.org/api/contacts?page=1',
        last: 'https://sms.example.org/api/contacts?page=3',
        next: 'https://sms.example.org/api/contacts?page=2',
        prev: null,
        self: 'https://sms.example.org/api/contacts?page=1',
      },
    })
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'page %i of 10 continues where the one before ended',
    async (page) => {
      const answer = await list(key, `results_per_page=10&page=${page}`)

      expect(idsOf(answer)).toEqual(ids.slice((page - 1) * 10, page * 10))
    },
  )

  test('past the end are empty, and lead back to the last one', async () => {
    const answer = await list(key, 'results_per_page=10&page=900&mine=1')

    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: [],
        meta: { page: 900, total: 57, total_pages: 6 },
        links: {
          next: null,
          prev: 'https://sms.example.org/api/contacts?page=6&results_per_page=10&mine=1',
        },
      },
    })
  })

  test.each([
    'page=0',
    'page=x',
    'results_per_page=11',
    'order_by=shoe_size',
    'order_type=UP',
    'search_by=age',
    'has_opted_out=2',
    'continent_code=XX',
    'country_code=ZZ',
    'datetime_field=birthday',
    'datetime_start=yesterday',
    'datetime_end=2026-02-30',
  ])('refuse %s, naming the parameter', async (query) => {
    const answer = await list(key, query)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual([query.split('=')[0]])
  })
})

describe('the order', () => {
  let key: string
  const contacts = [
    {
      name: 'Bea',
      phone_number: '+447700900103',
      total_sent: 2,
      last_sent_at: new Date('2026-01-02'),
    },
    { name: 'ánn', phone_number: '+447700900101', total_failed: 3 },
    { name: null, phone_number: '+447700900105', total_sent: 2, total_received: 1 },
    { name: 'Bea', phone_number: '+447700900102', last_sent_at: new Date('2026-01-03') },
    { name: null, phone_number: '+447700900104', last_received_at: new Date('2026-01-01') },
  ]
  /** Which of the contacts above come, by their place. */
  const places = async (query: string) =>
    listOf(await list(key, query)).map(({ phone_number }) =>
      contacts.findIndex((contact) => contact.phone_number === phone_number),
    )

  beforeAll(async () => {
    const { user_id, key: ofAccount } = await buildAccount(database.db)
    key = ofAccount
    const { id: device_id } = await buildDevice(database.db, user_id)
    for (const [place, contact] of contacts.entries()) {
      const contact_id = await buildContact(database.db, user_id, {
        ...contact,
        created_at: new Date(Date.UTC(2026, 0, 10 - place)),
      })
      for (let n = 0; n < [1, 0, 3, 1, 0][place]!; n += 1) {
        await buildMessage(database.db, user_id, {
          contact_id,
          device_id,
          status: n % 2 ? 'dispatched' : 'queued',
        })
      }
      await buildMessage(database.db, user_id, { contact_id, device_id, status: 'sent' })
    }
  })

  test.each([
    ['order_by=id&order_type=ASC', [0, 1, 2, 3, 4]],
    ['order_by=contact_id', [4, 3, 2, 1, 0]],
    ['order_by=name&order_type=ASC', [0, 3, 1, 2, 4]],
    ['order_by=name&order_type=DESC', [1, 3, 0, 4, 2]],
    ['order_by=phone_number&order_type=asc', [1, 3, 0, 4, 2]],
    ['order_by=datetime&order_type=ASC', [4, 3, 2, 1, 0]],
    ['order_by=last_sent_datetime&order_type=ASC', [0, 3, 1, 2, 4]],
    ['order_by=last_sent_datetime&order_type=DESC', [3, 0, 4, 2, 1]],
    ['order_by=last_received_datetime', [4, 3, 2, 1, 0]],
    ['order_by=last_datetime', [4, 3, 2, 1, 0]],
    ['order_by=total_sent_sms', [2, 0, 4, 3, 1]],
    ['order_by=total_failed_sms', [1, 4, 3, 2, 0]],
    ['order_by=total_received_sms', [2, 4, 3, 1, 0]],
    ['order_by=total_pending_sms', [2, 3, 0, 4, 1]],
    ['order_by=total_pending_sms&order_type=ASC', [1, 4, 0, 3, 2]],
  ])(
    '%s puts ties by id in the same direction, and what is not known last',
    async (query, expected) => {
      expect(await places(query)).toEqual(expected)
    },
  )

  test('holds over pages that reach into those without a name', async () => {
    const answers = await Promise.all(
      [1, 2].map((page) =>
        testApp.call(
          'GET',
          `${url}?order_by=name&order_type=ASC&results_per_page=10&page=${page}`,
          { key },
        ),
      ),
    )

    expect(answers.map(namesOf)).toEqual([['Bea', 'Bea', 'ánn', null, null], []])
  })

  test('counts what is pending of each contact', async () => {
    const answer = await list(key, 'order_by=id&order_type=ASC')

    expect(listOf(answer).map(({ total_pending_sms }) => total_pending_sms)).toEqual([
      1, 0, 3, 1, 0,
    ])
  })

  test.each([
    ['datetime_start=2026-01-08', [2, 1, 0]],
    ['datetime_start=2026-01-08 00:00:01', [1, 0]],
    ['datetime_end=2026-01-07 00:00:00', [4, 3]],
    ['datetime_start=2026-01-08&datetime_end=2026-01-09', [2, 1]],
    ['datetime_field=last_sent_datetime&datetime_start=2026-01-03T01:00:00%2B01:00', [3]],
  ])('%s keeps what lies within, bounds included', async (query, expected) => {
    expect(await places(query)).toEqual(expected)
  })
})

test('the pages of any order follow on each other without a gap or a repeat', async () => {
  const { user_id, key } = await buildAccount(database.db)
  // Half of them have a name, and many have the same.
  for (let n = 0; n < 45; n += 1) {
    await buildContact(database.db, user_id, { name: n % 2 === 0 ? `Name ${n % 5}` : null })
  }
  for (const order of ['name', 'phone_number', 'datetime', 'total_pending_sms']) {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) =>
        list(key, `order_by=${order}&results_per_page=10&page=${page}`),
      ),
    )
    const whole = await list(key, `order_by=${order}&results_per_page=100`)

    expect(pages.flatMap(idsOf)).toEqual(idsOf(whole))
    expect(idsOf(whole)).toHaveLength(45)
  }
})

describe('search', () => {
  let key: string
  beforeAll(async () => {
    const { user_id, key: ofAccount } = await buildAccount(database.db)
    key = ofAccount
    const contacts = [
      { name: 'ÉMILE Zola', phone_number: '+447700900142', country_code: 'GB' },
      {
        name: '50% off_er',
        phone_number: '+33612345678',
        country_code: 'FR',
        opted_out_at: new Date(),
      },
      { name: 'Zoë 77', phone_number: '+15550107700', country_code: 'US' },
      { name: 'My bank', phone_number: 'MYBANK', can_be_sent_to: false },
      { name: null, phone_number: '77001', can_be_sent_to: false },
    ]
    for (const contact of contacts) await buildContact(database.db, user_id, contact)
    const other = await buildAccount(database.db)
    await buildContact(database.db, other.user_id, { name: 'Zola', phone_number: '+447700900142' })
  })

  test.each([
    ['zola', ['ÉMILE Zola']],
    ['émile', ['ÉMILE Zola']],
    ['E\u0301mile', ['ÉMILE Zola']],
    ['%', []],
    ['% o', ['50% off_er']],
    ['f_e', ['50% off_er']],
    ['fxe', []],
    // One or two characters are looked for at the start only.
    ['z', ['Zoë 77']],
    ['zo', ['Zoë 77']],
    ['ol', []],
    ['my', ['My bank']],
    // In numbers only the digits count.
    ['+44 7700', ['ÉMILE Zola']],
    ['7700', [null, 'Zoë 77', 'ÉMILE Zola']],
    ['(900) 142', ['ÉMILE Zola']],
    ['44', ['ÉMILE Zola']],
    ['+33', ['50% off_er']],
    ['77', [null]],
    ['mybank', ['My bank']],
    ['\\', []],
  ])('for %j finds %j', async (term, expected) => {
    const answer = await list(key, `search=${encodeURIComponent(term)}`)

    expect(answer.status).toBe(200)
    expect(namesOf(answer)).toEqual(expected)
    expect(answer.body).toMatchObject({ meta: { total: expected.length } })
  })

  test.each([
    ['search=77&search_by=name', []],
    ['search=e 77&search_by=name', []],
    ['search=oë 77&search_by=name', ['Zoë 77']],
    ['search=zola&search_by=phone_number', []],
    ['search=7700&search_by=phone_number&country_code=us', ['Zoë 77']],
    ['has_opted_out=1', ['50% off_er']],
    ['has_opted_out=no&country_code=FR', []],
    ['continent_code=EU', ['50% off_er', 'ÉMILE Zola']],
    ['continent_code=EU&has_opted_out=false', ['ÉMILE Zola']],
    ['country_code=US', ['Zoë 77']],
  ])('%s finds %j', async (query, expected) => {
    expect(namesOf(await list(key, query))).toEqual(expected)
  })
})

describe('who may be texted', () => {
  let key: string

  beforeAll(async () => {
    const { db } = database
    const account = await buildAccount(db)
    key = account.key
    const { user_id } = account
    await buildContact(db, user_id, { name: 'Anna', phone_number: '+447700900142' })
    await buildContact(db, user_id, { name: 'Bea', opted_out_at: new Date() })
    await buildContact(db, user_id, {
      name: 'Bank',
      phone_number: 'MYBANK',
      can_be_sent_to: false,
    })
    await buildContact(db, (await buildAccount(db)).user_id, { name: 'Theirs' })
  })

  test.each([
    ['may_be_texted=1', ['Anna']],
    ['may_be_texted=0', ['Bank', 'Bea']],
    ['can_be_sent_to=0', ['Bank']],
    ['has_opted_out=1', ['Bea']],
  ])('%s lists %j', async (query, names) => {
    expect(namesOf(await list(key, `order_by=name&order_type=ASC&${query}`))).toEqual(names)
  })

  test.each([
    ['', { total: 3, may_be_texted: 1, opted_out: 1, cannot_be_sent_to: 1 }],
    ['search=b', { total: 2, may_be_texted: 0, opted_out: 1, cannot_be_sent_to: 1 }],
    ['search=nobody', { total: 0, may_be_texted: 0, opted_out: 0, cannot_be_sent_to: 0 }],
  ])('is counted with the filters of the list: %j', async (query, counts) => {
    const answer = await testApp.call('GET', `${url}/counts?${query}`, { key })

    expect(answer.body).toEqual({ data: counts })
  })

  test('counting refuses what the list refuses', async () => {
    const answer = await testApp.call('GET', `${url}/counts?country_code=Italy`, { key })

    expect(problemsOf(answer)).toMatchObject([{ field: 'country_code' }])
  })

  test.each([
    '+44 7700 900142',
    '07700 900142',
    '0044 7700 900142',
    '+44 (0)7700 900142',
    '(07700) 900-142',
    '900 142',
  ])('a number is found as people write it: %s', async (written) => {
    expect(namesOf(await list(key, `search=${encodeURIComponent(written)}`))).toEqual(['Anna'])
  })
})
