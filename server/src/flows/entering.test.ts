import { beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildDevice, buildSegment } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { upload } from '../../test/upload.ts'
import { inTransaction } from '../db/transaction.ts'
import { storeInbound } from '../devices/inbound.ts'
import { continueImport } from '../imports/process.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number
let flows = 0

beforeEach(async () => {
  ;({ user_id, key } = await buildAccount(database.db, { default_country: 'GB' }))
  device_id = (await buildDevice(database.db, user_id)).id
  testApp.now = new Date('2026-11-21T12:00:00Z')
})

const call = (method: string, url: string, json?: unknown) =>
  testApp.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const makeFlow = async (more: object = {}) =>
  idOf(
    await call('POST', '/api/flows', {
      name: `Flow ${(flows += 1)}`,
      content: 'Hello {{ name }}',
      device_id,
      sim_subscription_id: 1,
      wait_time: 2,
      wait_time_type: 'days',
      ...more,
    }),
  )
const makeContact = async (phone_number: string, more: object = {}) =>
  idOf(await call('POST', '/api/contacts', { phone_number, ...more }))
const makeSegment = async (fields: object) =>
  idOf(await call('POST', '/api/segments', { name: `Segment ${(flows += 1)}`, ...fields }))
const plan = (value: string) => ({
  type: 'filter',
  filters_custom_parameters: [{ key: 'plan', condition: 'exact', value }],
})
const setPlan = (id: number, value: string) =>
  call('POST', `/api/contacts/${id}`, { custom_parameters: { plan: value } })

/** Which contacts have entered which flow: pairs of the ids. */
async function entered(): Promise<[number, number][]> {
  const rows = await database.db
    .selectFrom('messages')
    .select(['contact_id', 'flow_id'])
    .where('user_id', '=', user_id)
    .where('flow_id', 'is not', null)
    .orderBy('contact_id')
    .orderBy('flow_id')
    .execute()
  await expectTotalsToHold(database.db)
  return rows.map(({ contact_id, flow_id }) => [contact_id, flow_id ?? 0])
}

async function importRows(file: string, fields: Record<string, string> = {}): Promise<void> {
  expect((await upload(testApp, { key, file, fields })).status).toBe(200)
  while (await continueImport(testApp.context)) continue
}

describe('a contact enters a flow to all', () => {
  test('when it is made, and its text is pending at once, due after the wait', async () => {
    const flow = await makeFlow()
    const contact = await makeContact('+447700900101', { name: 'Ada' })

    expect(await entered()).toEqual([[contact, flow]])
    const [sms] = listOf(await call('GET', `/api/sms?flow_id=${flow}`))
    expect(sms).toMatchObject({
      contact_id: contact,
      flow_id: flow,
      device_id,
      sim_subscription_id: 1,
      type: 'sent',
      status: 'pending',
      content: 'Hello Ada',
      scheduled_datetime: '2026-11-23 12:00:00',
      datetime: '2026-11-21 12:00:00',
      phone_number: '+447700900101',
    })
    expect(dataOf(await call('GET', `/api/flows/${flow}`))).toMatchObject({
      total_pending_sms: 1,
      total_entered: 1,
      total_waiting: 1,
      total_left: 0,
      left_reasons: [],
      next_due_datetime: '2026-11-23 12:00:00',
    })
  })

  test('when a text is sent to a number that nobody had', async () => {
    const flow = await makeFlow()
    await makeContact('+447700900102')
    const sms = { content: 'Hi', device_id, sim_subscription_id: 1 }

    await call('POST', '/api/sms', { ...sms, phone_numbers: ['+447700900102', '+447700900103'] })

    expect((await entered()).map(([, id]) => id)).toEqual([flow, flow])
  })

  test('when somebody writes for the first time, and not again when they write again', async () => {
    const flow = await makeFlow()
    const text = {
      sender: '+447700900104',
      content: 'Hello there',
      sim_number: 1,
      received_at: testApp.now,
    }
    const store = (event_id: string) =>
      inTransaction(database.db, (tx) =>
        storeInbound(
          tx,
          testApp.context,
          { user_id, device_id },
          { ...text, event_id, message_id: event_id },
        ),
      )

    await store('one')
    await store('two')

    expect((await entered()).map(([, id]) => id)).toEqual([flow])
  })

  test('but not by a word that opts out, nor from a sender that cannot be written to', async () => {
    await makeFlow()
    for (const [sender, content] of [
      ['+447700900105', 'STOP'],
      ['MYBANK', 'Your code is 1234'],
    ] as const) {
      const text = { sender, content, sim_number: 1, received_at: testApp.now }
      await inTransaction(database.db, (tx) =>
        storeInbound(
          tx,
          testApp.context,
          { user_id, device_id },
          { ...text, event_id: sender, message_id: sender },
        ),
      )
    }

    expect(await entered()).toEqual([])
  })

  test('when it is imported, made by a list of numbers, or by a campaign to numbers', async () => {
    const flow = await makeFlow()

    await importRows('phone_number\n+447700900106\n+447700900107\n')
    await makeSegment({ type: 'bulk', phone_numbers: '+447700900108' })
    await call('POST', '/api/campaigns', {
      name: 'C',
      content: 'Hi',
      device_id,
      sim_subscription_id: 1,
      segment: 'bulk',
      phone_numbers: '+447700900109',
    })

    expect((await entered()).map(([, id]) => id)).toEqual([flow, flow, flow, flow])
  })

  test('not if it is opted out from the start, nor by opting in', async () => {
    await makeFlow()
    const contact = await makeContact('+447700900110', { has_opted_out: true })
    await importRows('phone_number,has_opted_out\n+447700900111,1\n')

    await call('POST', `/api/contacts/${contact}`, { has_opted_out: false })

    expect(await entered()).toEqual([])
  })

  test('not if it was there before the flow, however it is edited', async () => {
    const contact = await makeContact('+447700900112')
    const flow = await makeFlow()

    await call('POST', `/api/contacts/${contact}`, {
      name: 'Other',
      phone_number: '+447700900113',
      custom_parameters: { plan: 'gold' },
    })
    await importRows('phone_number,plan\n+447700900113,silver\n')
    await call('POST', `/api/flows/${flow}`, { is_enabled: false })
    await call('POST', `/api/flows/${flow}`, { is_enabled: true })

    expect(await entered()).toEqual([])
  })

  test('not while the flow is switched off, nor of another account, nor once it is deleted', async () => {
    const other = await buildAccount(database.db)
    const otherDevice = await buildDevice(database.db, other.user_id)
    await testApp.call('POST', '/api/flows', {
      key: other.key,
      json: {
        name: 'Theirs',
        content: 'Hello',
        device_id: otherDevice.id,
        sim_subscription_id: 1,
        wait_time: 0,
        wait_time_type: 'days',
      },
    })
    await makeFlow({ is_enabled: false })
    await call('DELETE', `/api/flows/${await makeFlow()}`)

    await makeContact('+447700900114')

    expect(await entered()).toEqual([])
    expect(listOf(await testApp.call('GET', '/api/sms', { key: other.key }))).toEqual([])
  })
})

describe('a contact enters a flow to a filter', () => {
  test('when an edit makes it match, at once, and only then', async () => {
    const segment = await makeSegment(plan('gold'))
    const flow = await makeFlow({ segment })
    const golden = await makeContact('+447700900120', { custom_parameters: { plan: 'Gold' } })
    const silver = await makeContact('+447700900121', { custom_parameters: { plan: 'silver' } })
    expect(await entered()).toEqual([[golden, flow]])

    await setPlan(silver, 'GOLD')

    expect(await entered()).toEqual([
      [golden, flow],
      [silver, flow],
    ])
  })

  test('when a new number puts it into another country', async () => {
    const segment = await makeSegment({ type: 'filter', filters_countries: ['FR'] })
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900122')

    await call('POST', `/api/contacts/${contact}`, { phone_number: '+33612345678' })

    expect(await entered()).toEqual([[contact, flow]])
  })

  test('when an import makes it match, among others that do not or did before', async () => {
    const segment = await makeSegment(plan('gold'))
    const before = await makeContact('+447700900123', { custom_parameters: { plan: 'gold' } })
    const known = await makeContact('+447700900124')
    const flow = await makeFlow({ segment })

    await importRows(
      'phone_number,plan\n+447700900123,gold\n+447700900124,gold\n+447700900125,silver\n+447700900126,gold\n',
    )

    const pairs = await entered()
    expect(pairs).toHaveLength(2)
    expect(pairs[0]).toEqual([known, flow])
    expect(pairs.map(([contact]) => contact)).not.toContain(before)
  })

  test('not because the filter or the segment of the flow changes, nor by an edit after that', async () => {
    const segment = await makeSegment(plan('gold'))
    const flow = await makeFlow({ segment })
    const silver = await makeContact('+447700900127', { custom_parameters: { plan: 'silver' } })

    await call('POST', `/api/segments/${segment}`, plan('silver'))
    await call('POST', `/api/contacts/${silver}`, { custom_parameters: { city: 'Rome' } })
    await call('POST', `/api/flows/${flow}`, { segment: 'all' })
    await call('POST', `/api/contacts/${silver}`, { custom_parameters: { city: 'Oslo' } })

    expect(await entered()).toEqual([])
  })

  test('not while it has opted out, though it comes to match; opting in is no entering', async () => {
    const segment = await makeSegment(plan('gold'))
    await makeFlow({ segment })
    const contact = await makeContact('+447700900128', { has_opted_out: true })

    await setPlan(contact, 'gold')
    await call('POST', `/api/contacts/${contact}`, { has_opted_out: false })

    expect(await entered()).toEqual([])
  })

  test('when one edit lets it be written to again and makes it match', async () => {
    const segment = await makeSegment(plan('gold'))
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900129', { has_opted_out: true })

    await call('POST', `/api/contacts/${contact}`, {
      has_opted_out: false,
      custom_parameters: { plan: 'gold' },
    })

    expect(await entered()).toEqual([[contact, flow]])
  })

  test('once only, though it leaves the segment and comes back', async () => {
    const segment = await makeSegment(plan('gold'))
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900130')
    await setPlan(contact, 'gold')
    await setPlan(contact, 'silver')

    await setPlan(contact, 'gold')

    expect(await entered()).toEqual([[contact, flow]])
  })

  test('once only, also when its text was deleted meanwhile', async () => {
    const segment = await makeSegment(plan('gold'))
    const flow = await makeFlow({ segment })
    const contact = await makeContact('+447700900131', { custom_parameters: { plan: 'gold' } })
    const [sms] = listOf(await call('GET', '/api/sms'))
    await call('DELETE', `/api/sms/${String(sms?.['sms_id'])}`)
    await setPlan(contact, 'silver')

    await setPlan(contact, 'gold')

    expect(await entered()).toEqual([])
    expect(dataOf(await call('GET', `/api/flows/${flow}`))).toMatchObject({
      total_entered: 1,
      total_waiting: 0,
      total_left: 1,
    })
  })

  test('every flow that it comes to match, and no other', async () => {
    const gold = await makeSegment(plan('gold'))
    const cities = await makeSegment({
      type: 'filter',
      filters_custom_parameters: [{ key: 'city', condition: 'contains', value: '100%' }],
    })
    const contact = await makeContact('+447700900132', { custom_parameters: { city: 'x' } })
    const one = await makeFlow({ segment: gold })
    const two = await makeFlow({ segment: gold, wait_time: 5, wait_time_type: 'minutes' })
    await makeFlow({ segment: cities })

    await setPlan(contact, 'gold')

    expect(await entered()).toEqual([
      [contact, one],
      [contact, two],
    ])
  })
})

describe('a contact enters a flow to members', () => {
  test('when it is put into the segment, and not if it was in it', async () => {
    const [first, second] = [await makeContact('+447700900140'), await makeContact('+447700900141')]
    const segment = await makeSegment({ type: 'custom', contacts_ids: [first] })
    const flow = await makeFlow({ segment })

    await call('POST', `/api/segments/${segment}`, { contacts_ids: [first, second] })

    expect(await entered()).toEqual([[second, flow]])
  })

  test('when it is imported into the segment, new or known', async () => {
    const known = await makeContact('+447700900142')
    const segment = await buildSegment(database.db, user_id)
    const flow = await makeFlow({ segment })
    const all = await makeFlow()

    await importRows('phone_number\n+447700900142\n+447700900143\n', {
      segment_id: String(segment),
    })

    const pairs = await entered()
    const [made] = pairs.map(([contact]) => contact).filter((id) => id !== known)
    expect(pairs).toEqual([
      [known, flow],
      [made, flow],
      [made, all],
    ])
  })

  test('when a list of numbers makes it a member', async () => {
    const segment = await makeSegment({ type: 'bulk', phone_numbers: '+447700900144' })
    const flow = await makeFlow({ segment })

    await call('POST', `/api/segments/${segment}`, {
      phone_numbers: '+447700900144\n+447700900145',
    })

    expect((await entered()).map(([, id]) => id)).toEqual([flow])
  })

  test('when its segment gets members in place of a filter, unless it matched the filter', async () => {
    const segment = await makeSegment(plan('gold'))
    const golden = await makeContact('+447700900148', { custom_parameters: { plan: 'gold' } })
    const other = await makeContact('+447700900149')
    const flow = await makeFlow({ segment })

    await call('POST', `/api/segments/${segment}`, {
      type: 'custom',
      contacts_ids: [golden, other],
    })

    expect(await entered()).toEqual([[other, flow]])
  })

  test('not by an edit of a member, nor if it has opted out', async () => {
    const member = await makeContact('+447700900146')
    const silent = await makeContact('+447700900147', { has_opted_out: true })
    const segment = await makeSegment({ type: 'custom', contacts_ids: [member] })
    await makeFlow({ segment })

    await call('POST', `/api/contacts/${member}`, { custom_parameters: { plan: 'gold' } })
    await call('POST', `/api/segments/${segment}`, { contacts_ids: [member, silent] })

    expect(await entered()).toEqual([])
  })
})

test('who comes back while the text of before is being deleted does not get another', async () => {
  const segment = await makeSegment(plan('gold'))
  const flow = await makeFlow({ segment })
  const total = 40
  for (let place = 0; place < total; place += 1) {
    const contact = await makeContact(`+44770090${4000 + place}`, {
      custom_parameters: { plan: 'gold' },
    })
    const [sms] = listOf(await call('GET', `/api/sms?contact_id=${contact}`))
    await setPlan(contact, 'silver')
    const answers = await Promise.all([
      call('DELETE', `/api/sms/${String(sms?.['sms_id'])}`),
      setPlan(contact, 'gold'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  }

  expect(await entered()).toEqual([])
  expect(dataOf(await call('GET', `/api/flows/${flow}`))).toMatchObject({ total_entered: total })
})

test('a contact that several edit at once enters once', async () => {
  const segment = await makeSegment(plan('gold'))
  const flow = await makeFlow({ segment })
  const contact = await makeContact('+447700900151')

  await Promise.all(Array.from({ length: 12 }, () => setPlan(contact, 'gold')))

  expect(await entered()).toEqual([[contact, flow]])
})

test('a request that is refused lets nobody enter', async () => {
  await makeFlow()
  await makeContact('+447700900150', { custom_parameters: {} })

  const answer = await call('POST', '/api/contacts', { phone_number: '+447700900150' })

  expect(answer.status).toBe(400)
  expect(await entered()).toHaveLength(1)
})

test('many who enter many flows at once are each counted once, whoever else does the same', async () => {
  const made = await Promise.all([makeFlow(), makeFlow(), makeFlow()])
  const numbers = Array.from({ length: 40 }, (_, index) => `+44770090${2000 + index}`)

  await Promise.all(numbers.map((number) => makeContact(number)))

  expect(await entered()).toHaveLength(made.length * numbers.length)
})

test('contacts made by texts enter while the flow is edited, and nobody waits for ever', async () => {
  const flow = await makeFlow({ wait_time: 0 })
  const numbers = Array.from({ length: 30 }, (_, index) => `+44770090${3000 + index}`)
  const sms = { content: 'Hi', device_id, sim_subscription_id: 1 }

  const answers = await Promise.all(
    numbers.flatMap((number, index) => [
      call('POST', '/api/sms', { ...sms, phone_numbers: [number, `+44770091${3000 + index}`] }),
      call('POST', `/api/flows/${flow}`, { name: `Flow ${index}` }),
    ]),
  )

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(await entered()).toHaveLength(60)
})
