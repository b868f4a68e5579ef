import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildDevice,
  buildMessage,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { untilWaiting } from '../../test/locks.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Signal } from '../db/wake.ts'
import { ensureContacts } from './ensure.ts'
import { optIn, optOut } from './opt-out.ts'
import { updateContact } from './service.ts'

const database = useDatabase()
const testApp = useApp(database)
const url = '/api/contacts'

let user_id: number
let key: string

beforeEach(async () => {
  const account = await buildAccount(database.db, { default_country: 'GB' })
  ;({ user_id, key } = account)
  testApp.now = new Date('2026-11-21T12:00:00Z')
})

const call = (method: string, path = '', fields?: unknown) =>
  testApp.call(method, `${url}${path}`, { key, ...(fields === undefined ? {} : { json: fields }) })
const create = async (fields: object) => idOf(await call('POST', '', fields))
const get = async (id: number) => dataOf(await call('GET', `/${id}`))

describe('creating', () => {
  test('answers every key of the documents, in their order, and then ours', async () => {
    const id = await create({
      phone_number: '+39 333 123 4567',
      name: 'Anna Ölund',
      custom_parameters: { age: 18, city: 'Roma', vip: true },
    })

    const contact = await get(id)

    expect(Object.entries(contact)).toEqual([
      ['id', id],
      ['user_id', user_id],
      ['name', 'Anna Ölund'],
      ['phone_number', '+393331234567'],
      ['custom_parameters', { age: 18, vip: true, city: 'Roma' }],
      ['continent_code', 'EU'],
      ['country_code', 'IT'],
      ['has_opted_out', false],
      ['total_sent_sms', 0],
      ['total_pending_sms', 0],
      ['total_failed_sms', 0],
      ['total_received_sms', 0],
      ['last_sent_datetime', null],
      ['last_received_datetime', null],
      ['last_datetime', null],
      ['datetime', '2026-11-21 12:00:00'],
      ['revision', 1],
      ['can_be_sent_to', true],
    ])
  })

  test('takes the number of the documents, which no numbering plan knows', async () => {
    const id = await create({ phone_number: '+1231231231' })

    expect(await get(id)).toMatchObject({ phone_number: '+1231231231' })
  })

  test('reads a national number in the country of the account', async () => {
    const id = await create({ phone_number: '07700 900142' })

    expect(await get(id)).toMatchObject({ phone_number: '+447700900142', country_code: 'GB' })
  })

  test('refuses a national number where the account has no country', async () => {
    const other = await buildAccount(database.db)

    const answer = await testApp.call('POST', url, {
      key: other.key,
      json: { phone_number: '07700 900142' },
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'phone_number' }])
  })

  test('turns the numbers of a form into numbers and leaves the rest as text', async () => {
    const answer = await testApp.call('POST', url, {
      key,
      form: {
        phone_number: '+447700900142',
        'custom_parameter_key[0]': 'age',
        'custom_parameter_value[0]': '18',
        'custom_parameter_key[7]': 'code',
        'custom_parameter_value[7]': '007',
        'custom_parameter_key[8]': '__proto__',
        'custom_parameter_value[8]': '-2.5',
      },
    })

    const { custom_parameters } = await get(idOf(answer))
    expect(JSON.stringify(custom_parameters)).toBe('{"age":18,"code":"007","__proto__":-2.5}')
  })

  test('names the contact that has the number already, however it is written', async () => {
    const id = await create({ phone_number: '+44 7700 900142' })

    const answer = await call('POST', '', { phone_number: '(0)7700-900142' })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toEqual([
      {
        title: `Contact ${id} already has the number +447700900142.`,
        status: 400,
        code: 'conflict',
        field: 'phone_number',
      },
    ])
  })

  test('lets another account have the same number', async () => {
    const other = await buildAccount(database.db)
    await create({ phone_number: '+447700900142' })

    const answer = await testApp.call('POST', url, {
      key: other.key,
      json: { phone_number: '+447700900142' },
    })

    expect(answer.status).toBe(200)
  })

  test.each([
    ['no number', {}, ['phone_number']],
    ['a word as a number', { phone_number: 'hello' }, ['phone_number']],
    ['a name that is too long', { phone_number: '+447700900142', name: 'x'.repeat(256) }, ['name']],
    ['a field that it does not know', { phone_number: '+447700900142', nmae: 'x' }, ['nmae']],
    [
      'an expected revision',
      { phone_number: '+447700900142', expected_revision: 1 },
      ['expected_revision'],
    ],
    [
      'a flag that is none',
      { phone_number: '+447700900142', has_opted_out: 'maybe' },
      ['has_opted_out'],
    ],
    [
      'several problems',
      { name: 'x'.repeat(256), has_opted_out: 'maybe' },
      ['phone_number', 'name', 'has_opted_out'],
    ],
  ])('refuses %s, and writes nothing', async (_, fields, expected) => {
    const answer = await call('POST', '', fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(expected)
    const contacts = await database.db
      .selectFrom('contacts')
      .select('id')
      .where('user_id', '=', user_id)
      .execute()
    expect(contacts).toEqual([])
  })

  test('once per Idempotency-Key', async () => {
    const request = {
      key,
      json: { phone_number: '+447700900142' },
      headers: { 'idempotency-key': 'a' },
    }

    const first = await testApp.call('POST', url, request)
    const second = await testApp.call('POST', url, request)

    expect(second).toMatchObject({ status: 200, body: first.body })
  })
})

describe('updating', () => {
  test('changes only what is given, and notes when', async () => {
    const id = await create({
      phone_number: '+447700900142',
      name: 'Ann',
      custom_parameters: { a: 1 },
    })
    testApp.now = new Date('2026-11-21T13:00:00Z')

    const answer = await call('POST', `/${id}`, { name: 'Bea' })

    expect(answer).toMatchObject({ status: 200, body: { data: { id } } })
    expect(await get(id)).toMatchObject({
      phone_number: '+447700900142',
      name: 'Bea',
      custom_parameters: { a: 1 },
      datetime: '2026-11-21 12:00:00',
      last_datetime: '2026-11-21 13:00:00',
      revision: 2,
    })
  })

  test.each(['POST', 'PUT', 'PATCH'])('%s without a field changes nothing', async (method) => {
    const id = await create({ phone_number: '+447700900142', name: 'Ann' })
    const before = await get(id)

    const answer = await call(method, `/${id}`, {})

    expect(answer.status).toBe(200)
    expect(await get(id)).toEqual(before)
  })

  test('sets the given parameters, removes the empty ones, and keeps the rest', async () => {
    const id = await create({
      phone_number: '+447700900142',
      custom_parameters: { a: 'x', b: 'y', c: 'z' },
    })

    await testApp.call('POST', `${url}/${id}`, {
      key,
      form: {
        'custom_parameter_key[0]': 'a',
        'custom_parameter_value[0]': '5',
        'custom_parameter_key[1]': 'b',
        'custom_parameter_value[1]': '',
      },
    })

    expect(await get(id)).toMatchObject({ custom_parameters: { a: 5, c: 'z' } })
  })

  test('refuses more than a hundred parameters in all', async () => {
    const many = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${prefix}${i}`, i]))
    const id = await create({ phone_number: '+447700900142', custom_parameters: many('a') })

    const answer = await call('POST', `/${id}`, { custom_parameters: many('b') })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'custom_parameters' }])
  })

  test('clears the name by JSON and refuses to clear the number', async () => {
    const id = await create({ phone_number: '+447700900142', name: 'Ann' })

    const cleared = await call('POST', `/${id}`, { name: null })
    const refused = await call('POST', `/${id}`, { phone_number: '' })

    expect(cleared.status).toBe(200)
    expect(refused.status).toBe(400)
    expect(await get(id)).toMatchObject({ name: null, phone_number: '+447700900142' })
  })

  test('takes the country along with the number', async () => {
    const id = await create({ phone_number: '+447700900142' })

    await call('POST', `/${id}`, { phone_number: '+33 6 12 34 56 78' })

    expect(await get(id)).toMatchObject({
      phone_number: '+33612345678',
      country_code: 'FR',
      continent_code: 'EU',
    })
  })

  test('names the contact that has the new number', async () => {
    const owner = await create({ phone_number: '+447700900142' })
    const id = await create({ phone_number: '+447700900143' })

    const answer = await call('POST', `/${id}`, { phone_number: '07700900142' })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'phone_number', code: 'conflict' }])
    expect(problemsOf(answer)[0]?.title).toContain(`Contact ${owner} `)
  })

  test('to a number that somebody else is given at this moment is refused', async () => {
    const id = await create({ phone_number: '+447700900142' })
    const other = await create({ phone_number: '+447700900143' })

    const late = await inTransaction(database.db, async (tx) => {
      const change = { phone_number: '+447700900144' }
      await updateContact(tx, testApp.context, {
        user_id,
        id: other,
        api_key_id: null,
        person_id: null,
        change,
      })
      const request = call('POST', `/${id}`, { phone_number: '+447700900144' })
      await untilWaiting(database.db, request)
      return { request }
    })

    const answer = await late.request
    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'phone_number', code: 'conflict' }])
    expect(await get(id)).toMatchObject({ phone_number: '+447700900142' })
  })

  test('takes back the sender of a text as it was answered', async () => {
    const id = await buildContact(database.db, user_id, {
      phone_number: 'MYBANK',
      can_be_sent_to: false,
    })

    const same = await call('POST', `/${id}`, { phone_number: 'MYBANK', name: 'My bank' })
    const other = await call('POST', `/${id}`, { phone_number: 'YOURBANK' })

    expect(same.status).toBe(200)
    expect(other.status).toBe(400)
  })

  test('made from an older state is refused as changed', async () => {
    const id = await create({ phone_number: '+447700900142' })
    await call('POST', `/${id}`, { name: 'Ann' })

    const late = await call('POST', `/${id}`, { name: 'Bea', expected_revision: 1 })
    const timely = await call('POST', `/${id}`, { name: 'Cleo', expected_revision: 2 })

    expect(late.status).toBe(400)
    expect(problemsOf(late)).toMatchObject([{ code: 'changed', field: 'expected_revision' }])
    expect(timely.status).toBe(200)
    expect(await get(id)).toMatchObject({ name: 'Cleo' })
  })

  test('what is queued follows the contact to its new number', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const contact_id = await create({ phone_number: '+447700900142' })
    const phone_number = '+447700900142'
    const queued = await buildMessage(database.db, user_id, { contact_id, device_id, phone_number })
    const held = await buildMessage(database.db, user_id, {
      contact_id,
      device_id,
      phone_number,
      status: 'dispatched',
    })

    await call('POST', `/${contact_id}`, { phone_number: '+447700900143' })

    expect(await messages()).toMatchObject([
      { id: queued, status: 'queued', phone_number: '+447700900143' },
      { id: held, status: 'dispatched', phone_number: '+447700900142' },
    ])
  })
})

describe('opting out', () => {
  test('cancels what is pending and tells the phones after the commit', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const contact_id = await create({ phone_number: '+447700900142' })
    const someone = await create({ phone_number: '+447700900143' })
    await buildMessage(database.db, user_id, { contact_id, device_id })
    await buildMessage(database.db, user_id, { contact_id, device_id, status: 'dispatched' })
    await buildMessage(database.db, user_id, { contact_id, device_id, status: 'sent' })
    await buildMessage(database.db, user_id, { contact_id: someone, device_id })
    const { heard, stop } = listen()

    await call('POST', `/${contact_id}`, { has_opted_out: true })

    stop()
    const error = 'The contact has opted out'
    expect(await messages()).toMatchObject([
      { status: 'cancelled', error },
      { status: 'cancelled', error },
      { status: 'sent' },
      { status: 'queued' },
    ])
    expect(await get(contact_id)).toMatchObject({ has_opted_out: true, total_pending_sms: 0 })
    expect(heard).toMatchObject([{ about: 'withdrawal', user_id, device_id }])
    const told = await database.db
      .selectFrom('withdrawals')
      .selectAll()
      .where('user_id', '=', user_id)
      .execute()
    expect(told).toHaveLength(1)
  })

  test('is remembered for the number when the contact is deleted and made again', async () => {
    const first = await create({ phone_number: '+447700900142', has_opted_out: true })
    await call('DELETE', `/${first}`)

    const second = await create({ phone_number: '+447700900142', has_opted_out: false })

    expect(await get(second)).toMatchObject({ has_opted_out: true })
  })

  test('is remembered where a list of numbers makes the contact', async () => {
    const first = await create({ phone_number: '+447700900142', has_opted_out: true })
    await call('DELETE', `/${first}`)

    const made = await inTransaction(database.db, (tx) =>
      ensureContacts(tx, testApp.context, user_id, [
        { phone_number: '+447700900142', country_code: 'GB', continent_code: 'EU' },
      ]),
    )

    expect(made.get('+447700900142')?.opted_out_at).toBeInstanceOf(Date)
  })

  test('is undone by an update, and then forgotten', async () => {
    const first = await create({ phone_number: '+447700900142', has_opted_out: true })

    await call('POST', `/${first}`, { has_opted_out: false })
    expect(await get(first)).toMatchObject({ has_opted_out: false })
    await call('DELETE', `/${first}`)
    const second = await create({ phone_number: '+447700900142' })

    expect(await get(second)).toMatchObject({ has_opted_out: false })
  })

  test('stays with the number when the contact gets another one', async () => {
    const id = await create({ phone_number: '+447700900142', has_opted_out: true })

    await call('POST', `/${id}`, { phone_number: '+447700900143' })

    expect(await get(id)).toMatchObject({ has_opted_out: false })
    const next = await create({ phone_number: '+447700900142' })
    expect(await get(next)).toMatchObject({ has_opted_out: true })
  })

  test('comes with a new number that had opted out, and cancels what is pending', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const former = await create({ phone_number: '+447700900143', has_opted_out: true })
    await call('DELETE', `/${former}`)
    const contact_id = await create({ phone_number: '+447700900142' })
    await buildMessage(database.db, user_id, { contact_id, device_id })

    await call('POST', `/${contact_id}`, { phone_number: '+447700900143' })

    expect(await get(contact_id)).toMatchObject({ has_opted_out: true, total_pending_sms: 0 })
    expect(await messages()).toMatchObject([
      { status: 'cancelled', error: 'The contact has opted out' },
    ])
  })

  test('a new number and an opt-out in one request speak of the new number', async () => {
    const id = await create({ phone_number: '+447700900142' })

    await call('POST', `/${id}`, { phone_number: '+447700900143', has_opted_out: true })

    const next = await create({ phone_number: '+447700900142' })
    expect(await get(id)).toMatchObject({ has_opted_out: true })
    expect(await get(next)).toMatchObject({ has_opted_out: false })
  })

  test('by a text is the same, done once', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const contact_id = await create({ phone_number: '+447700900142' })
    await buildMessage(database.db, user_id, { contact_id, device_id })
    const out = () =>
      inTransaction(database.db, (tx) =>
        optOut(tx, testApp.context, { user_id, contact_id }, { how: 'api' }),
      )
    const back = () =>
      inTransaction(database.db, (tx) =>
        optIn(
          tx,
          testApp.context,
          { user_id, contact_id, phone_number: '+447700900142' },
          { how: 'api' },
        ),
      )

    expect([await out(), await out()]).toEqual([true, false])
    expect(await get(contact_id)).toMatchObject({ has_opted_out: true, last_datetime: null })
    expect(await messages()).toMatchObject([{ status: 'cancelled' }])
    expect([await back(), await back()]).toEqual([true, false])
    expect(await get(contact_id)).toMatchObject({ has_opted_out: false })
    const remembered = await database.db
      .selectFrom('opt_outs')
      .select('phone_number')
      .where('user_id', '=', user_id)
      .execute()
    expect(remembered).toEqual([])
  })
})

describe('deleting', () => {
  test('withdraws what is pending, deletes its messages and takes it out of its segments', async () => {
    const { id: device_id } = await buildDevice(database.db, user_id)
    const contact_id = await create({ phone_number: '+447700900142' })
    const segment = await buildSegment(database.db, user_id, { members: [contact_id] })
    await buildMessage(database.db, user_id, { contact_id, device_id })
    await buildMessage(database.db, user_id, { contact_id, device_id, status: 'dispatched' })
    await buildMessage(database.db, user_id, { contact_id, device_id, status: 'sent' })
    const { heard, stop } = listen()

    const answer = await call('DELETE', `/${contact_id}`)

    stop()
    expect(answer).toMatchObject({ status: 200, body: { data: { id: contact_id } } })
    expect((await call('GET', `/${contact_id}`)).status).toBe(404)
    expect(await messages()).toEqual([])
    expect(heard).toMatchObject([{ about: 'withdrawal', device_id }])
    const { rows } = await sql<{ status: string }>`
      select status from removed_messages where user_id = ${user_id} order by message_id`.execute(
      database.db,
    )
    expect(rows.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'sent'])
    const members = await database.db
      .selectFrom('segment_members')
      .select('contact_id')
      .where('segment_id', '=', segment)
      .execute()
    expect(members).toEqual([])
  })

  test('leaves the ids of the others alone: none is given out twice', async () => {
    const first = await create({ phone_number: '+447700900142' })
    await call('DELETE', `/${first}`)

    const second = await create({ phone_number: '+447700900142' })

    expect(second).toBeGreaterThan(first)
  })
})

describe('what is not mine', () => {
  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('is not there for %s', async (method) => {
    const other = await buildAccount(database.db)
    const theirs = await buildContact(database.db, other.user_id, { name: 'Theirs' })
    const fields = method === 'GET' || method === 'DELETE' ? undefined : { name: 'Mine' }

    const foreign = await call(method, `/${theirs}`, fields)
    const unknown = await call(method, '/999999999', fields)

    expect(foreign.status).toBe(404)
    expect(problemsOf(foreign)).toEqual(problemsOf(unknown))
    const row = await database.db
      .selectFrom('contacts')
      .select('name')
      .where('id', '=', theirs)
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Theirs' })
  })

  test.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '1%00'])(
    'nor is the id %s',
    async (id) => {
      expect((await call('GET', `/${id}`)).status).toBe(404)
    },
  )

  test('without a key nothing is answered, and an unknown method names the known ones', async () => {
    const id = await create({ phone_number: '+447700900142' })

    const noKey = await testApp.call('GET', `${url}/${id}`)
    const method = await testApp.call('OPTIONS', `${url}/${id}`, { key })

    expect(noKey.status).toBe(401)
    expect(method.status).toBe(405)
    expect(method.headers['allow']).toBe('GET, HEAD, POST, PUT, PATCH, DELETE')
  })
})

async function messages() {
  return database.db
    .selectFrom('messages')
    .select(['id', 'status', 'error', 'phone_number'])
    .where('user_id', '=', user_id)
    .orderBy('id')
    .execute()
}

function listen(): { heard: Signal[]; stop: () => void } {
  const heard: Signal[] = []
  return { heard, stop: testApp.context.wake.listen((signal) => heard.push(signal)) }
}
