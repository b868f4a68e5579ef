import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildContacts,
  buildDevice,
  buildFlow,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { forgetOldEntries } from '../housekeeping.ts'
import { continueJob } from './work.ts'

const database = useDatabase()
const testApp = useApp(database)
const start = new Date('2026-11-21T12:00:00Z')

let user_id: number
let key: string

beforeEach(async () => {
  testApp.now = start
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
})

afterEach(() => expectTotalsToHold(database.db))

const post = (url: string, json: object = {}) => testApp.call('POST', url, { key, json })
const get = (url: string) => testApp.call('GET', url, { key })
const bulk = (json: object) => post('/api/contacts/bulk', json)
const jobOf = async (id: unknown) => dataOf(await get(`/api/jobs/${String(id)}`))
const contact = async (id: number) => dataOf(await get(`/api/contacts/${id}`))
const secondsLater = (seconds: number) => {
  testApp.now = new Date(testApp.now.getTime() + seconds * 1000)
}
const stepUntilDone = async () => {
  let steps = 0
  while (await continueJob(testApp.context)) steps += 1
  return steps
}
/** Starts a change and lets the engine do it. */
async function carryOut(json: object) {
  const answer = await bulk(json)
  expect(answer.status).toBe(200)
  secondsLater(10)
  await stepUntilDone()
  return jobOf(dataOf(answer)['job_id'])
}

describe('a change to many contacts', () => {
  test('begins ten seconds after the click, and can be taken back until then', async () => {
    const ids = await buildContacts(database.db, user_id, 3)

    const answer = await bulk({ action: 'opt_out', contacts_ids: ids, expected_total: 3 })

    expect(answer.body).toEqual({
      data: { job_id: expect.any(Number), total: 3, starts_datetime: '2026-11-21 12:00:10' },
    })
    const { job_id } = dataOf(answer)
    secondsLater(9)
    expect(await stepUntilDone()).toBe(0)
    expect(await jobOf(job_id)).toMatchObject({
      status: 'waiting',
      total: 3,
      done: 0,
      moves: [{ verb: 'cancel', is_allowed: true, reason: null }],
    })
    expect((await post(`/api/jobs/${String(job_id)}/cancel`)).status).toBe(200)
    secondsLater(60)
    expect(await stepUntilDone()).toBe(0)
    expect(await jobOf(job_id)).toMatchObject({ status: 'cancelled', done: 0 })
    expect(await contact(ids[0]!)).toMatchObject({ has_opted_out: false })
  })

  test('is about those who were meant at the click, whoever matches later', async () => {
    const anna = await buildContact(database.db, user_id, { name: 'Anna' })
    const answer = await bulk({ action: 'delete', filter: { search: 'anna' }, expected_total: 1 })
    const late = await buildContact(database.db, user_id, { name: 'Anna too' })

    secondsLater(10)
    await stepUntilDone()

    expect(await jobOf(dataOf(answer)['job_id'])).toMatchObject({ status: 'finished', done: 1 })
    expect((await get(`/api/contacts/${anna}`)).status).toBe(404)
    expect((await get(`/api/contacts/${late}`)).status).toBe(200)
  })

  test('is refused when it would be about another number, and nothing is noted', async () => {
    await buildContacts(database.db, user_id, 2)

    const answer = await bulk({ action: 'delete', filter: {}, expected_total: 3 })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toEqual([
      {
        title: 'It would be 2 contacts now, not 3. Look at them again.',
        status: 400,
        code: 'audience_changed',
        field: 'expected_total',
        actual: 2,
      },
    ])
    expect(listOf(await get('/api/jobs'))).toEqual([])
  })

  test('opts out as one is opted out: remembered, recorded, what waits is withdrawn', async () => {
    const device = await buildDevice(database.db, user_id)
    const [one, other] = await buildContacts(database.db, user_id, 2)
    await queueForTest(database.db, user_id, {
      contact_ids: [one!, other!, one!],
      device_id: device.id,
      now: start,
    })

    const tried = await bulk({ action: 'opt_out', contacts_ids: [one], dry_run: true })
    expect(dataOf(tried)).toEqual({
      total: 1,
      unchanged: 0,
      waiting_sms: 2,
      sms: 0,
      is_estimate: false,
    })
    const job = await carryOut({ action: 'opt_out', contacts_ids: [one], consent_note: 'By post' })

    expect(job).toMatchObject({ status: 'finished', done: 1, unchanged: 0, failed: 0 })
    expect(await contact(one!)).toMatchObject({ has_opted_out: true, total_pending_sms: 0 })
    expect(await contact(other!)).toMatchObject({ has_opted_out: false, total_pending_sms: 1 })
    const consent = await get(`/api/contacts/${one}/consent`)
    expect(listOf(consent)).toMatchObject([
      { change: 'opted_out', how: 'api', note: 'By post', person: 'Test' },
    ])
    expect(listOf(await get('/api/opt-outs'))).toMatchObject([{ contact_id: one, note: 'By post' }])
  })

  test('leaves who has opted out already as it was, with what is on its way to them', async () => {
    const opted_out_at = new Date('2026-11-01T00:00:00Z')
    const id = await buildContact(database.db, user_id, { opted_out_at })

    const job = await carryOut({ action: 'opt_out', filter: {} })

    expect(job).toMatchObject({ done: 1, unchanged: 1 })
    expect(await contact(id)).toMatchObject({ revision: 1 })
  })

  test('lets many be texted again only with a word of how they agreed', async () => {
    const ids = await buildContacts(database.db, user_id, 2)
    await carryOut({ action: 'opt_out', contacts_ids: ids })

    const without = await bulk({ action: 'opt_in', contacts_ids: ids })
    expect(problemsOf(without)).toMatchObject([{ field: 'consent_note' }])
    const job = await carryOut({ action: 'opt_in', contacts_ids: ids, consent_note: 'A mistake' })

    expect(job).toMatchObject({ done: 2, unchanged: 0 })
    expect(await contact(ids[0]!)).toMatchObject({ has_opted_out: false })
    expect(listOf(await get('/api/opt-outs'))).toEqual([])
    expect(listOf(await get(`/api/contacts/${ids[1]}/consent`))).toMatchObject([
      { change: 'opted_in', note: 'A mistake' },
      { change: 'opted_out' },
    ])
  })

  test('deletes contacts with their texts, tells the phone, and remembers opt-outs', async () => {
    const device = await buildDevice(database.db, user_id)
    const phone = await enrolTestPhone(testApp, device.token)
    const ids = await buildContacts(database.db, user_id, 3)
    await queueForTest(database.db, user_id, {
      contact_ids: ids,
      device_id: device.id,
      now: start,
    })
    const taken = await phone.fetch()
    await carryOut({ action: 'opt_out', contacts_ids: [ids[2]] })

    const tried = await bulk({ action: 'delete', filter: {}, dry_run: true })
    expect(dataOf(tried)).toMatchObject({ total: 3, waiting_sms: 2, sms: 3, is_estimate: false })
    const job = await carryOut({ action: 'delete', filter: {}, expected_total: 3 })

    expect(job).toMatchObject({ status: 'finished', total: 3, done: 3, unchanged: 0 })
    expect(listOf(await get('/api/contacts'))).toEqual([])
    expect(listOf(await get('/api/sms'))).toEqual([])
    expect(listOf(await get('/api/opt-outs'))).toHaveLength(1)
    const told = await phone.fetch()
    expect(told).toMatchObject(taken.map(({ id }) => ({ id, state: 'Cancelling' })))
    expect(told).toHaveLength(3)
  })

  test('sets and removes fields, says whose would be too many, and lets them enter flows', async () => {
    const device = await buildDevice(database.db, user_id)
    const filter = {
      filters_custom_parameters: [{ key: 'tier', condition: 'exact' as const, value: 'gold' }],
    }
    const segment_id = await buildSegment(database.db, user_id, { filter })
    await buildFlow(database.db, user_id, { device_id: device.id, segment_id })
    const plain = await buildContact(database.db, user_id, { custom_parameters: { old: 'x' } })
    const gold = await buildContact(database.db, user_id, { custom_parameters: { tier: 'gold' } })
    const keys = Array.from({ length: 100 }, (_, i) => [`k${i}`, i])
    const full = await buildContact(database.db, user_id, {
      custom_parameters: Object.fromEntries(keys),
    })
    const change = { action: 'edit', filter: {}, custom_parameters: { tier: 'gold', old: null } }

    const tried = await bulk({ ...change, dry_run: true })
    expect(dataOf(tried)).toMatchObject({ total: 3, unchanged: 1, waiting_sms: 0, sms: 0 })
    const job = await carryOut(change)

    expect(job).toMatchObject({
      status: 'finished',
      total: 3,
      done: 2,
      unchanged: 1,
      failed: 1,
      custom_parameters: { tier: 'gold', old: null },
    })
    expect(job['error']).toContain('as many custom parameters as a contact may have')
    expect(await contact(plain)).toMatchObject({ custom_parameters: { tier: 'gold' }, revision: 2 })
    expect(await contact(gold)).toMatchObject({ revision: 1 })
    expect(await contact(full)).toMatchObject({ revision: 1 })
    const entered = listOf(await get('/api/sms'))
    expect(entered.map((sms) => sms['contact_id'])).toEqual([plain])
  })

  test('finds who is meant by everything that lists and segments are asked by', async () => {
    const { db } = database
    const anna = await buildContact(db, user_id, {
      name: 'Anna',
      phone_number: '+393331234567',
      country_code: 'IT',
      custom_parameters: { age: 30 },
    })
    await buildContact(db, user_id, { name: 'Bea', country_code: 'GB' })
    const segment_id = await buildSegment(db, user_id, { members: [anna] })
    const filters = [
      { search: '333 1234 567' },
      { search: 'ANN', search_by: 'name' },
      { country_code: 'it' },
      { filters_countries: ['IT'], has_opted_out: false },
      { filters_custom_parameters: [{ key: 'age', condition: 'bigger_than', value: '18' }] },
      { segment_id },
      { segment_id, search: 'anna', may_be_texted: true },
    ]

    for (const filter of filters) {
      const answer = await bulk({ action: 'delete', filter, dry_run: true })
      expect([filter, dataOf(answer)['total']]).toEqual([filter, 1])
    }
    const all = await bulk({ action: 'delete', filter: {}, dry_run: true })
    expect(dataOf(all)['total']).toBe(2)
  })

  test.each([
    ['nobody said', { action: 'delete' }, ['filter']],
    [
      'both said, and an unknown contact',
      { action: 'delete', filter: {}, contacts_ids: [987654321] },
      ['contacts_ids', 'contacts_ids'],
    ],
    ['no action', { filter: {} }, ['action']],
    ['an unknown action', { action: 'rename', filter: {} }, ['action']],
    ['nothing to set', { action: 'edit', filter: {} }, ['custom_parameters']],
    ['a filter that is none', { action: 'delete', filter: [1] }, ['filter']],
    ['an unknown filter', { action: 'delete', filter: { nam: 'x' } }, ['filter.nam']],
    [
      'several bad filters',
      {
        action: 'edit',
        filter: { country_code: 'Italy', has_opted_out: 'maybe', segment_id: 987654321 },
      },
      ['custom_parameters', 'filter.has_opted_out', 'filter.country_code', 'filter.segment_id'],
    ],
    [
      'a bad row',
      {
        action: 'delete',
        filter: { filters_custom_parameters: [{ key: 'a', condition: 'like', value: 'b' }] },
      },
      ['filter.filters_custom_parameter_condition'],
    ],
    ['an object in a filter', { action: 'delete', filter: { search: {} } }, ['filter.search']],
    ['an unknown contact', { action: 'delete', contacts_ids: [987654321] }, ['contacts_ids']],
  ])('is refused with %s, and nothing is written', async (_, json, fields) => {
    await buildContact(database.db, user_id)

    const answer = await bulk(json)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual(fields)
    expect(listOf(await get('/api/jobs'))).toEqual([])
  })

  test('never touches the contacts of another account', async () => {
    const other = await buildAccount(database.db)
    const theirs = await buildContact(database.db, other.user_id, { name: 'Anna' })
    const segment_id = await buildSegment(database.db, other.user_id, { members: [theirs] })

    const byId = await bulk({ action: 'delete', contacts_ids: [theirs] })
    const bySegment = await bulk({ action: 'delete', filter: { segment_id } })
    const everybody = await carryOut({ action: 'delete', filter: {} })

    expect(problemsOf(byId)).toMatchObject([{ field: 'contacts_ids' }])
    expect(problemsOf(bySegment)).toMatchObject([{ field: 'filter.segment_id' }])
    expect(everybody).toMatchObject({ status: 'finished', total: 0, done: 0 })
    const left = await testApp.call('GET', `/api/contacts/${theirs}`, { key: other.key })
    expect(left.status).toBe(200)
  })

  test('is the same job for a second click', async () => {
    const [id] = await buildContacts(database.db, user_id, 1)
    const request = {
      key,
      json: { action: 'opt_out', contacts_ids: [id] },
      headers: { 'idempotency-key': 'click' },
    }

    const first = await testApp.call('POST', '/api/contacts/bulk', request)
    const second = await testApp.call('POST', '/api/contacts/bulk', request)

    expect(second.body).toEqual(first.body)
    expect(listOf(await get('/api/jobs'))).toHaveLength(1)
  })

  test('is done chunk by chunk, by several at once, each contact once', async () => {
    const ids = await buildContacts(database.db, user_id, 1100)
    const answer = await bulk({ action: 'opt_out', filter: {}, expected_total: 1100 })
    secondsLater(10)

    // One holds the job; the others find nothing to do and come again.
    while (
      (await Promise.all([1, 2, 3].map(() => continueJob(testApp.context)))).some((more) => more)
    );

    expect(await jobOf(dataOf(answer)['job_id'])).toMatchObject({
      status: 'finished',
      total: 1100,
      done: 1100,
      unchanged: 0,
    })
    const records = await database.db
      .selectFrom('consent_records')
      .select('phone_number')
      .where('user_id', '=', user_id)
      .execute()
    expect(records).toHaveLength(ids.length)
  })

  test('that is cancelled midway stays where it is', async () => {
    await buildContacts(database.db, user_id, 450)
    const answer = await bulk({ action: 'delete', filter: {} })
    const { job_id } = dataOf(answer)
    secondsLater(10)
    expect(await continueJob(testApp.context)).toBe(true)
    expect(await jobOf(job_id)).toMatchObject({ status: 'running', done: 200, total: 450 })

    await post(`/api/jobs/${String(job_id)}/cancel`)

    expect(await stepUntilDone()).toBe(0)
    expect(await jobOf(job_id)).toMatchObject({ status: 'cancelled', done: 200 })
    const counts = await get('/api/contacts/counts')
    expect(dataOf(counts)).toMatchObject({ total: 250 })
    const again = await post(`/api/jobs/${String(job_id)}/cancel`)
    expect(problemsOf(again)).toMatchObject([
      { title: 'The job is cancelled; only one that has not ended can be cancelled.' },
    ])
  })

  test('that breaks off is done again from its last chunk, and given up after a while', async () => {
    await buildContacts(database.db, user_id, 300)
    const answer = await bulk({ action: 'delete', filter: {} })
    const { job_id } = dataOf(answer)
    secondsLater(10)
    await continueJob(testApp.context)
    await sql`
      create function break_off() returns trigger language plpgsql as
        $$ begin raise exception 'broken'; end $$`.execute(database.db)
    await sql`
      create trigger break_off before delete on contacts execute function break_off()`.execute(
      database.db,
    )
    for (const _ of [1, 2]) await expect(continueJob(testApp.context)).rejects.toThrow('broken')
    expect(await jobOf(job_id)).toMatchObject({ status: 'running', done: 200 })
    await sql`drop trigger break_off on contacts`.execute(database.db)

    await stepUntilDone()
    expect(await jobOf(job_id)).toMatchObject({ status: 'finished', done: 300, unchanged: 0 })

    const [left] = await buildContacts(database.db, user_id, 1)
    const next = dataOf(await bulk({ action: 'delete', contacts_ids: [left] }))
    secondsLater(10)
    await sql`
      create trigger break_off before delete on contacts execute function break_off()`.execute(
      database.db,
    )
    for (const _ of [1, 2, 3, 4, 5])
      await expect(continueJob(testApp.context)).rejects.toThrow('broken')
    await sql`drop function break_off cascade`.execute(database.db)
    expect(await stepUntilDone()).toBe(0)
    expect(await jobOf(next['job_id'])).toMatchObject({ status: 'failed', done: 0 })
    expect((await get(`/api/contacts/${left}`)).status).toBe(200)
  })
})

describe('jobs', () => {
  test('are a list that says what is open', async () => {
    await buildContacts(database.db, user_id, 2)
    await bulk({ action: 'opt_out', filter: {} })
    await post('/api/exports', { resource: 'contacts', filter: {} })

    expect(listOf(await get('/api/jobs?status=open'))).toMatchObject([
      { kind: 'bulk', action: 'opt_out', filter: {}, person: 'Test', file: null },
    ])
    expect(listOf(await get('/api/jobs?kind=export'))).toMatchObject([{ status: 'finished' }])
    expect((await get('/api/jobs?search=x')).status).toBe(200)
  })

  test('are forgotten after 90 days', async () => {
    await post('/api/exports', { resource: 'contacts', filter: {} })
    await forgetOldEntries(database.db, new Date(start.getTime() + 89 * 86_400_000))
    expect(listOf(await get('/api/jobs'))).toHaveLength(1)

    await forgetOldEntries(database.db, new Date(start.getTime() + 91 * 86_400_000))

    expect(listOf(await get('/api/jobs'))).toEqual([])
  })
})
