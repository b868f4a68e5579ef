import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildContact,
  buildContacts,
  buildDevice,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from './expand.ts'
import { finishCampaigns, startDueCampaign } from './launch.ts'

const database = useDatabase()
const app = useApp(database)

let key = ''
let user_id = 0
let device_id = 0
let phone: TestPhone
let ana = 0
let ben = 0

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ key, user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  ana = await buildContact(database.db, user_id, {
    name: 'Ana',
    phone_number: '+447700900101',
    custom_parameters: { city: 'Rome' },
  })
  ben = await buildContact(database.db, user_id, {
    name: null,
    phone_number: '+447700900102',
    custom_parameters: { city: 'London' },
  })
})

describe('a launched campaign', () => {
  test('reaches each contact once and is sent when the phone has reported them all', async () => {
    const id = await create({ send: 1 })
    await work()
    const taken = await phone.fetch()

    expect(taken.map(({ phoneNumbers }) => phoneNumbers)).toEqual([
      ['+447700900101'],
      ['+447700900102'],
    ])
    expect(await get(id)).toMatchObject({
      status: 'processing',
      total_pending_sms: 2,
      contacts_ids: [ana, ben],
      sent_contacts_ids: [],
    })

    await phone.report('Sent', taken)
    await work()

    expect(await get(id)).toMatchObject({
      status: 'sent',
      total_sent_sms: 2,
      total_pending_sms: 0,
      total_failed_sms: 0,
      sent_contacts_ids: [ana, ben],
    })
    await expectTotalsToHold(database.db)
  })

  test('says to each contact what its template says', async () => {
    await create({
      send: 1,
      content: 'Hi {{ name | default: "there" }} in {{ custom_parameters.city }}',
    })
    await work()

    expect((await phone.fetch()).map(({ message }) => message)).toEqual([
      'Hi Ana in Rome',
      'Hi there in London',
    ])
  })

  test('fails the contacts for whom the text comes to nothing, and sends the others', async () => {
    const id = await create({ send: 1, content: '{{ name }}' })
    await work()

    expect(await get(id)).toMatchObject({ total_pending_sms: 1, total_failed_sms: 1 })
    const failed = listOf(await call('GET', `/api/sms?campaign_id=${id}&status=failed`))
    expect(failed).toEqual([
      expect.objectContaining({ contact_id: ben, error: expect.stringContaining('empty') }),
    ])
    await expectTotalsToHold(database.db)
  })

  test('is frozen: later contacts, texts and opt-outs do not change who is meant', async () => {
    const id = await create({ send: 1 })
    await buildContact(database.db, user_id, {})
    await call('POST', `/api/contacts/${ben}`, { has_opted_out: 1 })
    await work()

    expect(await get(id)).toMatchObject({
      contacts_ids: [ana, ben],
      total_recipients: 2,
      total_pending_sms: 1,
    })
    const [cancelled] = listOf(await call('GET', `/api/sms?campaign_id=${id}&status=cancelled`))
    expect(cancelled).toMatchObject({ contact_id: ben, error: 'The contact has opted out' })
  })

  test('leaves out who has opted out or cannot be sent to, and says how many', async () => {
    await buildContact(database.db, user_id, { opted_out_at: new Date() })
    await buildContact(database.db, user_id, { phone_number: 'MYBANK', can_be_sent_to: false })
    const id = await create({ send: 1 })

    expect(await get(id)).toMatchObject({
      contacts_ids: [ana, ben],
      excluded: { opted_out: 1, unusable_number: 1 },
    })
  })

  test('to nobody is sent at once, with zeros', async () => {
    const segment = await buildSegment(database.db, user_id, { members: [] })
    const id = await create({ send: 1, segment })

    expect(await get(id)).toMatchObject({
      status: 'sent',
      total_sent_sms: 0,
      total_pending_sms: 0,
      contacts_ids: [],
    })
  })

  test('of more than one chunk makes each message once, also with two engines at it and a crash between', async () => {
    await buildContacts(database.db, user_id, 20_500)
    const id = await create({ send: 1 })
    // A crash between two chunks: nothing but the rows remembers where it was.
    expect(await expandNextChunk(app.context)).toBe(true)
    await Promise.all([work(), work()])

    const { rows } = await sql<{ messages: number; contacts: number }>`
      select count(*) as messages, count(distinct contact_id) as contacts from messages
       where user_id = ${user_id} and campaign_id = ${id}`.execute(database.db)
    expect(rows).toEqual([{ messages: 20_502, contacts: 20_502 }])
    expect(await get(id)).toMatchObject({ total_pending_sms: 20_502, status: 'processing' })
    await expectTotalsToHold(database.db)
  })
})

describe('the audience', () => {
  test.each([
    ['all', () => ({ segment: 'all' }), () => [ana, ben]],
    ['custom', () => ({ segment: 'custom', contacts_ids: `${ben}` }), () => [ben]],
    ['bulk', () => ({ segment: 'bulk', phone_numbers: '+447700900101' }), () => [ana]],
    [
      'filter',
      () => ({
        segment: 'filter',
        filters_custom_parameters: [{ key: 'city', condition: 'exact', value: 'ROME' }],
      }),
      () => [ana],
    ],
  ])('%s is who it names', async (_, fields, members) => {
    const id = await create(fields())

    expect(await get(id)).toMatchObject({
      status: 'draft',
      contacts_ids: members(),
      total_pending_sms: 0,
    })
  })

  test('by the id of a segment is who is in it, and is answered as text', async () => {
    const segment = await buildSegment(database.db, user_id, { members: [ben] })
    const id = await create({ segment })

    expect(await get(id)).toMatchObject({ segment: String(segment), contacts_ids: [ben] })
  })

  test('stays out of an answer with include_ids=0', async () => {
    const id = await create({})

    expect(
      Object.keys(dataOf(await call('GET', `/api/campaigns/${id}?include_ids=0`))),
    ).not.toContain('contacts_ids')
  })

  test('refuses ids, segments, devices and texts that are not there, all at once', async () => {
    const other = await buildAccount(database.db)
    const foreign = await buildContact(database.db, other.user_id, {})
    const answer = await call('POST', '/api/campaigns', {
      name: 'N',
      content: 'Hi {{ nme }}',
      device_id: 999_999,
      sim_subscription_id: 1,
      segment: 'custom',
      contacts_ids: `${foreign}`,
      send: 1,
      save: 1,
    })

    expect(answer.status).toBe(400)
    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'content',
      'device_id',
      'save',
      'contacts_ids',
    ])
    expect(listOf(await call('GET', '/api/campaigns'))).toEqual([])
  })
})

describe('time', () => {
  test('a scheduled campaign is launched when its time has come', async () => {
    const id = await create({ send: 1, is_scheduled: 1, scheduled_datetime: '2026-11-21 13:00:00' })
    expect(await startDueCampaign(app.context)).toBe(false)
    expect(await get(id)).toMatchObject({
      status: 'scheduled',
      scheduled_datetime: '2026-11-21 13:00:00',
    })

    app.now = new Date('2026-11-21T13:00:00Z')

    expect(await startDueCampaign(app.context)).toBe(true)
    expect(await get(id)).toMatchObject({ status: 'processing' })
  })

  test('two engines launch a due campaign once', async () => {
    const id = await create({ send: 1, is_scheduled: 1, scheduled_datetime: '2026-11-21 12:00:01' })
    app.now = new Date('2026-11-21T12:00:02Z')

    await Promise.all([startDueCampaign(app.context), startDueCampaign(app.context)])
    await work()

    expect(await get(id)).toMatchObject({ total_pending_sms: 2 })
  })

  test('saving a scheduled campaign makes it a draft again', async () => {
    const id = await create({ send: 1, is_scheduled: 1, scheduled_datetime: '2026-11-21 13:00:00' })

    await call('POST', `/api/campaigns/${id}`, { save: 1 })

    expect(await get(id)).toMatchObject({ status: 'draft' })
  })

  test('a time without is_scheduled is refused when sending, so that a slip sends nothing', async () => {
    const answer = await call('POST', '/api/campaigns', {
      ...fields(),
      send: 1,
      scheduled_datetime: '2026-11-21 13:00:00',
    })

    expect([answer.status, problemsOf(answer).map(({ field }) => field)]).toEqual([
      400,
      ['is_scheduled'],
    ])
  })
})

describe('moves', () => {
  test('a paused campaign gives nothing to a phone until it is resumed', async () => {
    const id = await create({ send: 1 })
    await work()
    await move(id, 'pause')
    expect(await phone.fetch()).toEqual([])
    expect(await get(id)).toMatchObject({ status: 'paused' })

    await move(id, 'resume')

    expect(await get(id)).toMatchObject({ status: 'processing' })
    expect(await phone.fetch()).toHaveLength(2)
  })

  test('one that was paused while scheduled starts on resuming when its time has passed', async () => {
    const id = await create({ send: 1, is_scheduled: 1, scheduled_datetime: '2026-11-21 13:00:00' })
    await move(id, 'pause')
    app.now = new Date('2026-11-21T14:00:00Z')
    expect(await startDueCampaign(app.context)).toBe(false)

    await move(id, 'resume')

    expect(await get(id)).toMatchObject({ status: 'processing' })
  })

  test('cancelling ends what is pending, also what a phone holds, and nothing leaves after it', async () => {
    const id = await create({ send: 1 })
    await work()
    const [first] = await phone.fetch()
    await move(id, 'cancel')

    expect(await get(id)).toMatchObject({ status: 'cancelled', total_pending_sms: 0 })
    expect((await phone.fetch()).every(({ state }) => state === 'Cancelling')).toBe(true)

    // The phone had sent it before it was told.
    await phone.report('Sent', first ? [first] : [])
    expect(await get(id)).toMatchObject({
      status: 'cancelled',
      total_sent_sms: 1,
      sent_contacts_ids: [ana],
    })
    await expectTotalsToHold(database.db)
  })

  test('retrying sends the failed ones again, never one that may have gone out', async () => {
    const id = await create({ send: 1 })
    await work()
    const [first, second] = await phone.fetch()
    await phone.report('Failed', first ? [first] : [], {
      error: 'Send result: RESULT_ERROR_GENERIC_FAILURE',
    })
    await phone.report('Sent', second ? [second] : [])
    await phone.report('Failed', second ? [second] : [], { error: 'One part failed' })
    await work()
    expect(await get(id)).toMatchObject({ status: 'sent', total_failed_sms: 2 })

    await move(id, 'retry')

    expect(await get(id)).toMatchObject({
      status: 'processing',
      total_failed_sms: 1,
      total_pending_sms: 1,
    })
    const again = await phone.fetch()
    expect(again.map(({ phoneNumbers }) => phoneNumbers)).toEqual([['+447700900101']])
    expect(again[0]?.id).not.toBe(first?.id)
    await expectTotalsToHold(database.db)
  })

  test('a duplicate is a new draft with the same text and audience', async () => {
    const id = await create({ send: 1, segment: 'custom', contacts_ids: `${ben}` })

    const copy = idOf(await call('POST', `/api/campaigns/${id}/duplicate`))

    expect(copy).not.toBe(id)
    expect(await get(copy)).toMatchObject({
      status: 'draft',
      content: 'Hello',
      segment: 'custom',
      contacts_ids: [ben],
      total_recipients: 0,
    })
  })

  test('a test goes to one number as a single sms that counts nowhere in the campaign', async () => {
    const id = await create({})
    const answer = await call('POST', `/api/campaigns/${id}/test`, {
      phone_number: '+447700900101',
    })

    const { sms_ids } = dataOf(answer) as { sms_ids: number[] }
    expect(dataOf(await call('GET', `/api/sms/${sms_ids[0]}`))).toMatchObject({
      campaign_id: 0,
      status: 'pending',
      contact_id: ana,
    })
    expect(await get(id)).toMatchObject({ total_pending_sms: 0, status: 'draft' })
  })

  test('deleting withdraws what is pending and keeps the texts with their campaign_id', async () => {
    const id = await create({ send: 1 })
    await work()

    expect(idOf(await call('DELETE', `/api/campaigns/${id}`))).toBe(id)

    expect((await call('GET', `/api/campaigns/${id}`)).status).toBe(404)
    const texts = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
    expect(texts.map(({ status, campaign_id }) => [status, campaign_id])).toEqual([
      ['cancelled', id],
      ['cancelled', id],
    ])
  })

  const refused: [string, string[]][] = [
    ['draft', ['pause', 'resume', 'cancel', 'retry']],
    ['scheduled', ['resume', 'retry']],
    ['sent', ['pause', 'resume', 'cancel']],
    ['cancelled', ['pause', 'resume', 'cancel', 'retry']],
  ]
  test.each(refused.flatMap(([status, verbs]) => verbs.map((verb) => [status, verb] as const)))(
    'a campaign that is %s refuses to %s, naming its state',
    async (status, verb) => {
      const id = await inState(status)

      const answer = await call('POST', `/api/campaigns/${id}/${verb}`)

      expect(answer.status).toBe(400)
      expect(problemsOf(answer)[0]?.title).toContain(`"${status}"`)
    },
  )
})

describe('changes', () => {
  test('text and audience change while it is a draft, and the revision grows', async () => {
    const id = await create({})
    await call('POST', `/api/campaigns/${id}`, {
      content: 'Bye',
      segment: 'custom',
      contacts_ids: `${ana}`,
    })

    expect(await get(id)).toMatchObject({
      content: 'Bye',
      contacts_ids: [ana],
      revision: 2,
      name: 'Name',
    })
  })

  test('an update from an older state is refused', async () => {
    const id = await create({})
    await call('POST', `/api/campaigns/${id}`, { name: 'Other' })

    const answer = await call('POST', `/api/campaigns/${id}`, {
      name: 'Third',
      expected_revision: 1,
    })

    expect([answer.status, problemsOf(answer)[0]?.code]).toEqual([400, 'changed'])
  })

  test('while it is paused only the device and SIM may change, and what no phone has taken goes there', async () => {
    const other = await buildDevice(database.db, user_id)
    const second = await enrolTestPhone(app, other.token)
    const id = await create({ send: 1 })
    await work()
    await move(id, 'pause')
    expect((await call('POST', `/api/campaigns/${id}`, { name: 'Other' })).status).toBe(400)

    expect(
      (await call('POST', `/api/campaigns/${id}`, { device_id: other.id, sim_subscription_id: 2 }))
        .status,
    ).toBe(200)
    await move(id, 'resume')

    expect(await phone.fetch()).toEqual([])
    expect((await second.fetch()).map(({ simNumber }) => simNumber)).toEqual([2, 2])
    await expectTotalsToHold(database.db)
  })

  test('another account sees none of it', async () => {
    const id = await create({})
    const other = await buildAccount(database.db)

    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['POST', '/pause'],
      ['POST', '/test'],
      ['POST', '/duplicate'],
    ]) {
      expect(
        (await app.call(method ?? '', `/api/campaigns/${id}${path}`, { key: other.key })).status,
      ).toBe(404)
    }
    expect(listOf(await app.call('GET', '/api/campaigns', { key: other.key }))).toEqual([])
  })
})

function fields() {
  return { name: 'Name', content: 'Hello', device_id, sim_subscription_id: 1 }
}

async function create(more: object): Promise<number> {
  return idOf(await call('POST', '/api/campaigns', { ...fields(), ...more }))
}

async function inState(status: string): Promise<number> {
  if (status === 'draft') return create({})
  if (status === 'scheduled')
    return create({ send: 1, is_scheduled: 1, scheduled_datetime: '2026-11-22 13:00:00' })
  if (status === 'sent')
    return create({ send: 1, segment: 'custom', contacts_ids: `${await optedOut()}` })
  const id = await create({ send: 1 })
  await move(id, 'cancel')
  return id
}

async function optedOut(): Promise<number> {
  return buildContact(database.db, user_id, { opted_out_at: new Date() })
}

async function move(id: number, verb: string): Promise<void> {
  expect(idOf(await call('POST', `/api/campaigns/${id}/${verb}`))).toBe(id)
}

async function get(id: number): Promise<Record<string, unknown>> {
  return dataOf(await call('GET', `/api/campaigns/${id}`))
}

function call(method: string, url: string, json?: object) {
  return app.call(method, url, { key, ...(json ? { json } : {}) })
}

/** What the engine does until nothing is left to do. */
async function work(): Promise<void> {
  while (await expandNextChunk(app.context)) {}
  await finishCampaigns(app.context)
}
