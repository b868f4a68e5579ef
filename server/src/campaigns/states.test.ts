import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import {
  buildAccount,
  buildCampaign,
  buildContacts,
  buildDevice,
  buildSegment,
} from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { untilWaiting } from '../../test/locks.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { continueSweep } from '../messages/sweep.ts'
import { updateCampaign } from './edit.ts'
import { expandNextChunk } from './expand.ts'
import { finishCampaigns, startDueCampaign } from './launch.ts'
import { lockCampaign } from './lock.ts'
import { cancelCampaign, deleteCampaign } from './moves.ts'

// What may be done in which state, and what campaigns do when something comes in between.

const database = useDatabase()
const app = useApp(database)
const states = ['draft', 'scheduled', 'running', 'paused', 'finished', 'cancelled'] as const
type State = (typeof states)[number]
const onTheWire: Record<State, string> = {
  draft: 'draft',
  scheduled: 'scheduled',
  running: 'processing',
  paused: 'paused',
  finished: 'sent',
  cancelled: 'cancelled',
}

let key: string
let user_id: number
let device_id: number
let enrolmentToken: string
let contact_ids: number[]

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  await sql`update campaigns set status = 'cancelled', paused_from = null, held_reason = null, finished_at = now()
             where status in ('scheduled', 'running', 'paused')`.execute(database.db)
  ;({ key, user_id } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  enrolmentToken = device.token
  await app.call('POST', `/api/devices/${device_id}/sims/1`, { key, json: { max_per_minute: 0 } })
  contact_ids = await buildContacts(database.db, user_id, 3)
})

afterEach(() => expectTotalsToHold(database.db))

const call = (method: string, path: string, json?: object) =>
  app.call(method, path, { key, ...(json === undefined ? {} : { json }) })
const create = async (more: object = {}) =>
  idOf(
    await call('POST', '/api/campaigns', {
      name: 'Sale',
      content: 'Hello',
      device_id,
      sim_subscription_id: 1,
      ...more,
    }),
  )
const get = async (id: number) => dataOf(await call('GET', `/api/campaigns/${id}`))
const move = (id: number, verb: string) => call('POST', `/api/campaigns/${id}/${verb}`)
const later = (seconds: number) => {
  app.now = new Date(app.now.getTime() + seconds * 1000)
}
const soon = { is_scheduled: 1, scheduled_datetime: '2026-11-21 12:10:00', send: 1 }
const phoneOf = () => enrolTestPhone(app, enrolmentToken)

/** Does what the engine would do, until nothing is left. */
async function work(): Promise<void> {
  while (await startDueCampaign(app.context));
  while (await expandNextChunk(app.context));
  while (await continueSweep(database.db, app.now));
  await finishCampaigns(app.context)
}

/** A campaign in a state that it has come to by itself. */
async function reach(state: State): Promise<number> {
  const id = await create(state === 'draft' ? {} : state === 'scheduled' ? soon : { send: 1 })
  await work()
  if (state === 'paused') await move(id, 'pause')
  if (state === 'cancelled') await move(id, 'cancel')
  if (state === 'finished') {
    const phone = await phoneOf()
    await phone.report('Sent', await phone.fetch())
    await work()
  }
  expect(await get(id)).toMatchObject({ status: onTheWire[state] })
  return id
}

describe('a move', () => {
  const moves = {
    pause: { from: ['scheduled', 'running'], to: 'paused', doing: 'paused' },
    resume: { from: ['paused'], to: 'processing', doing: 'resumed' },
    cancel: { from: ['scheduled', 'running', 'paused'], to: 'cancelled', doing: 'cancelled' },
    retry: { from: ['running', 'paused', 'finished'], to: null, doing: 'retried' },
  }
  const table = Object.entries(moves).flatMap(([verb, { from, to, doing }]) =>
    states.map((state) => ({ verb, state, isAllowed: from.includes(state), to, doing })),
  )

  test.for(table)(
    '$verb while $state: $isAllowed',
    async ({ verb, state, isAllowed, to, doing }) => {
      const id = await reach(state)

      const answer = await move(id, verb)

      if (isAllowed) {
        expect(answer).toMatchObject({ status: 200, body: { data: { id } } })
        expect(await get(id)).toMatchObject({ status: to ?? onTheWire[state] })
        return
      }
      expect(answer.status).toBe(400)
      expect(problemsOf(answer)).toEqual([
        {
          title: expect.stringContaining(
            `A campaign that is "${onTheWire[state]}" cannot be ${doing}`,
          ),
          status: 400,
          code: 'conflict',
          field: 'status',
        },
      ])
      expect(await get(id)).toMatchObject({ status: onTheWire[state] })
    },
  )

  test.for(states)('duplicate, test and delete can be made while it is %s', async (state) => {
    const id = await reach(state)

    const copy = idOf(await move(id, 'duplicate'))
    const tried = await call('POST', `/api/campaigns/${id}/test`, { phone_number: '+447700900142' })
    const deleted = await call('DELETE', `/api/campaigns/${id}`)

    expect(await get(copy)).toMatchObject({
      status: 'draft',
      name: 'Sale (copy)',
      total_sent_sms: 0,
    })
    expect(dataOf(tried)).toEqual({ sms_ids: [expect.any(Number)] })
    expect(deleted).toMatchObject({ status: 200, body: { data: { id } } })
    expect((await call('GET', `/api/campaigns/${id}`)).status).toBe(404)
    await work()
    const { rows } = await sql<{ pending: number }>`
      select count(*) as pending from messages where campaign_id = ${id} and status in ('queued', 'dispatched')`.execute(
      database.db,
    )
    expect(rows[0]?.pending).toBe(0)
  })
})

describe('a change', () => {
  const changes: [string, object, State[]][] = [
    ['name', { name: 'Other' }, ['draft', 'scheduled']],
    ['content', { content: 'Other' }, ['draft', 'scheduled']],
    ['audience', { segment: 'bulk', phone_numbers: '+447700900142' }, ['draft', 'scheduled']],
    ['time', { scheduled_datetime: '2026-11-21 12:20:00' }, ['draft', 'scheduled']],
    ['save', { save: 1 }, ['draft', 'scheduled']],
    ['SIM', { sim_subscription_id: 2 }, ['draft', 'scheduled', 'paused']],
  ]
  const table = changes.flatMap(([what, fields, from]) =>
    states.map((state) => ({ what, fields, state, isAllowed: from.includes(state) })),
  )

  test.for(table)('of the $what while $state: $isAllowed', async ({ fields, state, isAllowed }) => {
    const id = await reach(state)
    const before = await get(id)

    const answer = await call('POST', `/api/campaigns/${id}`, fields)

    if (isAllowed) {
      expect(answer).toMatchObject({ status: 200 })
      expect((await get(id))['revision']).toBe(Number(before['revision']) + 1)
    } else {
      expect(problemsOf(answer)[0]?.title).toContain(`A campaign that is "${onTheWire[state]}"`)
      expect(await get(id)).toEqual(before)
    }
  })

  test.for(states)('of nothing is answered 200 while it is %s', async (state) => {
    const id = await reach(state)
    const before = await get(id)

    for (const fields of [{}, { contacts_ids: [1], phone_numbers: 'x' }, { device_id }])
      expect((await call('POST', `/api/campaigns/${id}`, fields)).status).toBe(200)

    expect(await get(id)).toEqual(before)
  })

  test('in a paused campaign of more than the SIM is refused as a whole', async () => {
    const id = await reach('paused')

    const answer = await call('POST', `/api/campaigns/${id}`, { sim_subscription_id: 2, name: 'x' })

    expect(problemsOf(answer)[0]?.title).toContain('cannot be changed')
    expect(await get(id)).toMatchObject({ sim_subscription_id: 1, name: 'Sale' })
  })

  test('to a time that has passed launches a scheduled campaign at once', async () => {
    const id = await reach('scheduled')

    await call('POST', `/api/campaigns/${id}`, { scheduled_datetime: '2026-11-21 11:00:00' })

    expect(await get(id)).toMatchObject({ status: 'processing' })
  })
})

describe('what names something that is gone', () => {
  test('a copy of an old campaign can be kept, and is sent when it names another device', async () => {
    const id = await reach('finished')
    await call('DELETE', `/api/devices/${device_id}`)
    const copy = idOf(await move(id, 'duplicate'))
    const sendIt = (more: object = {}) =>
      call('POST', `/api/campaigns/${copy}`, { send: 1, ...more })

    expect((await call('POST', `/api/campaigns/${copy}`, { name: 'New' })).status).toBe(200)
    expect(problemsOf(await sendIt())[0]).toMatchObject({ field: 'device_id' })
    expect(problemsOf(await sendIt({ ...soon }))[0]).toMatchObject({ field: 'device_id' })
    expect(await get(copy)).toMatchObject({ status: 'draft' })

    const other = await buildDevice(database.db, user_id)
    expect((await sendIt({ device_id: other.id })).status).toBe(200)
    expect(await get(copy)).toMatchObject({ status: 'processing' })
  })

  test('a copy to a segment that was deleted is not sent to nobody', async () => {
    const segment = await buildSegment(database.db, user_id, { members: contact_ids })
    const id = await create({ send: 1, segment })
    await work()
    await move(id, 'cancel')
    expect((await call('DELETE', `/api/segments/${segment}`)).status).toBe(200)
    const copy = idOf(await move(id, 'duplicate'))

    const answer = await call('POST', `/api/campaigns/${copy}`, { send: 1 })

    expect(problemsOf(answer)[0]).toMatchObject({ field: 'segment' })
    expect(await get(copy)).toMatchObject({ status: 'draft' })
    expect((await call('POST', `/api/campaigns/${copy}`, { send: 1, segment: 'all' })).status).toBe(
      200,
    )
  })

  test('retrying from a device that is gone is refused, and does not wait for ever', async () => {
    const id = await failedCampaign()
    await call('DELETE', `/api/devices/${device_id}`)

    expect(problemsOf(await move(id, 'retry'))[0]?.title).toBe(
      `This campaign cannot be retried: There is no device ${device_id}.`,
    )
    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
    const answer = await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)
    expect(answer.status).toBe(400)
    expect(await get(id)).toMatchObject({ status: 'sent', total_failed_sms: 3 })
  })

  test('an sms of a campaign that was deleted or cancelled is not retried', async () => {
    for (const end of ['delete', 'cancel']) {
      const id = await failedCampaign()
      const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
      if (end === 'delete') await call('DELETE', `/api/campaigns/${id}`)
      else
        await sql`update campaigns set status = 'cancelled' where id = ${id}`.execute(database.db)

      expect((await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)).status).toBe(400)
    }
  })
})

describe('retrying', () => {
  test('puts a sent campaign back to processing until all is through again', async () => {
    const id = await failedCampaign()
    expect((await move(id, 'retry')).status).toBe(200)
    expect(await get(id)).toMatchObject({
      status: 'processing',
      total_pending_sms: 3,
      total_failed_sms: 0,
      finished_datetime: null,
    })

    later(60)
    const phone = await phoneOf()
    await phone.report('Sent', await phone.fetch())
    await work()

    expect(await get(id)).toMatchObject({ status: 'sent', total_sent_sms: 3 })
  })

  test('one sms of it by itself does so too', async () => {
    const id = await failedCampaign()
    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))

    await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)

    expect(await get(id)).toMatchObject({ status: 'processing', total_pending_sms: 1 })
  })

  test('with nothing that failed changes nothing', async () => {
    const id = await reach('finished')

    expect((await move(id, 'retry')).status).toBe(200)

    expect(await get(id)).toMatchObject({ status: 'sent', total_sent_sms: 3 })
  })

  test('leaves what may have gone out to a person', async () => {
    const id = await failedCampaign()
    await sql`update messages set may_have_gone_out = true where campaign_id = ${id}`.execute(
      database.db,
    )

    await move(id, 'retry')

    expect(await get(id)).toMatchObject({ status: 'sent', total_failed_sms: 3 })
    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
    expect(sms).toMatchObject({ may_have_gone_out: true })
    expect((await call('POST', `/api/sms/${String(sms?.['sms_id'])}/retry`)).status).toBe(200)
  })
})

describe('while its messages are made', () => {
  test('a chunk that fails half-way leaves nothing, and is made whole the next time', async () => {
    const id = await create({ send: 1, content: 'Hi {{ name }}!' })
    await sql`alter table messages add constraint broken check (contact_id <> ${sql.lit(contact_ids[2])}) not valid`.execute(
      database.db,
    )
    await expect(expandNextChunk(app.context)).rejects.toThrow()
    await sql`alter table messages drop constraint broken`.execute(database.db)
    expect(await get(id)).toMatchObject({ total_pending_sms: 0 })

    await work()

    expect(await get(id)).toMatchObject({ total_pending_sms: 3 })
  })

  test('a pause lets them be made, and gives none of them away', async () => {
    const id = await create({ send: 1 })
    await move(id, 'pause')
    await work()
    const phone = await phoneOf()

    expect(await get(id)).toMatchObject({ status: 'paused', total_pending_sms: 3 })
    expect(await phone.fetch()).toEqual([])
    await move(id, 'resume')
    expect(await phone.fetch()).toHaveLength(3)
  })

  test('a change of the SIM goes for all of them', async () => {
    const id = await create({ send: 1 })
    await move(id, 'pause')

    // A chunk is made by the old SIM, and is to be counted when the change is already there.
    await between(
      id,
      () => expandNextChunk(app.context),
      (tx) => updateCampaign(tx, app.context, { user_id, id, fields: { sim_subscription_id: 3 } }),
    )
    await work()

    const { rows } = await sql<{ sim: number; count: number }>`
      select sim_subscription_id as sim, count(*) as count from messages where campaign_id = ${id} group by 1`.execute(
      database.db,
    )
    expect(rows).toEqual([{ sim: 3, count: 3 }])
  })

  test.for(['cancel', 'delete'])(
    '%s leaves nothing pending, whichever comes first',
    async (verb) => {
      const end = verb === 'cancel' ? cancelCampaign : deleteCampaign
      const id = await create({ send: 1 })
      await between(
        id,
        () => expandNextChunk(app.context),
        (tx) => end(tx, app.context, user_id, id),
      )
      const many = await buildContacts(database.db, user_id, 10_500)
      const other = await create({ send: 1, segment: 'custom', contacts_ids: many })
      await Promise.all([
        expandNextChunk(app.context),
        call(
          verb === 'cancel' ? 'POST' : 'DELETE',
          `/api/campaigns/${other}${verb === 'cancel' ? '/cancel' : ''}`,
        ),
        expandNextChunk(app.context),
      ])
      await work()

      const { rows } = await sql<{ pending: number }>`
      select count(*) as pending from messages
       where campaign_id in (${id}, ${other}) and status in ('queued', 'dispatched')`.execute(
        database.db,
      )
      expect(rows[0]?.pending).toBe(0)
    },
  )

  test('a contact that was deleted gets nothing, and stays among those it was meant for', async () => {
    const id = await create({ send: 1 })
    await call('DELETE', `/api/contacts/${contact_ids[1]}`)
    await work()

    expect(await get(id)).toMatchObject({
      total_pending_sms: 2,
      total_recipients: 3,
      contacts_ids: contact_ids,
    })
  })

  test('a text without variables is what it comes to, for each of them', async () => {
    const id = await create({ send: 1, content: '{% raw %}{{ name }}{% endraw %} says\thello\\n' })
    await work()
    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))

    expect(sms).toMatchObject({ content: '{{ name }} says\thello\\n' })
  })

  test('a personal text keeps every character', async () => {
    const odd = 'tab\t newline\n return\r back\\slash \\N \\. quote" 😀 é'
    await call('POST', `/api/contacts/${contact_ids[0]}`, { custom_parameters: { odd } })
    const id = await create({
      send: 1,
      segment: 'custom',
      contacts_ids: [contact_ids[0]],
      content: '{{ custom_parameters.odd }}',
    })
    await work()

    const [sms] = listOf(await call('GET', `/api/sms?campaign_id=${id}`))
    expect(sms).toMatchObject({ content: odd })
  })
})

describe('ids', () => {
  test('those it was sent to stay when their sms is deleted', async () => {
    const id = await reach('finished')
    for (const sms of listOf(await call('GET', `/api/sms?campaign_id=${id}`)).slice(0, 2))
      await call('DELETE', `/api/sms/${String(sms['sms_id'])}`)

    expect(await get(id)).toMatchObject({ sent_contacts_ids: contact_ids, total_sent_sms: 3 })
  })

  test('include_ids=0 leaves both out, of one and of a list', async () => {
    const id = await reach('running')
    const one = dataOf(await call('GET', `/api/campaigns/${id}?include_ids=0`))
    const [first] = listOf(await call('GET', '/api/campaigns?include_ids=0'))

    for (const campaign of [one, first ?? {}]) {
      expect(campaign).not.toHaveProperty('contacts_ids')
      expect(campaign).not.toHaveProperty('sent_contacts_ids')
      expect(campaign).toHaveProperty('total_pending_sms', 3)
    }
  })

  test('more than a chunk of them are all there, once and in order', async () => {
    const many = await buildContacts(database.db, user_id, 10_005)
    const id = await create({ segment: 'custom', contacts_ids: many })
    expect((await get(id))['contacts_ids']).toEqual(many)

    await call('POST', `/api/campaigns/${id}`, { send: 1 })

    expect((await get(id))['contacts_ids']).toEqual(many)
  })
})

describe('lists', () => {
  test('are searched, filtered and ordered', async () => {
    const sale = await create({ name: 'Winter SALE', content: 'Ünique offer' })
    const other = await create({ name: 'Zebra', content: 'x', ...soon })
    const running = await create({
      name: 'Apple',
      content: 'x',
      send: 1,
      segment: 'custom',
      contacts_ids: [contact_ids[0]],
    })
    const segment = await buildSegment(database.db, user_id, { members: contact_ids })
    const segmented = await create({ name: 'Mango', content: 'x', segment })
    const ids = async (query: string) =>
      listOf(await call('GET', `/api/campaigns?include_ids=0&${query}`)).map(({ id }) => id)

    expect(await ids('')).toEqual([segmented, running, other, sale])
    expect(await ids('search=sale')).toEqual([sale])
    expect(await ids(`search=${encodeURIComponent('ÜNIQUE')}`)).toEqual([sale])
    expect(await ids('search=sale&search_by=content')).toEqual([])
    expect(await ids('status=scheduled')).toEqual([other])
    expect(await ids('status=processing')).toEqual([running])
    expect(await ids(`segment=${segment}`)).toEqual([segmented])
    expect(await ids('segment=all')).toEqual([other, sale])
    expect(await ids('segment=custom')).toEqual([running])
    expect(await ids(`device_id=${device_id}`)).toHaveLength(4)
    expect(await ids('order_by=name&order_type=asc')).toEqual([running, segmented, sale, other])
    expect(await ids('order_by=status&order_type=asc')).toEqual([sale, segmented, running, other])
    expect(
      await ids('datetime_field=scheduled_datetime&datetime_start=2026-11-21 12:10:00'),
    ).toEqual([other])
    for (const order of [
      'campaign_id',
      'scheduled_datetime',
      'last_sent_datetime',
      'datetime',
      'last_datetime',
      'total_sent_sms',
      'total_pending_sms',
      'total_failed_sms',
    ])
      expect(await ids(`order_by=${order}`)).toHaveLength(4)
  })

  test.for([
    ['status=running', 'status'],
    ['segment=some', 'segment'],
    ['include_ids=maybe', 'include_ids'],
    ['order_by=content', 'order_by'],
  ] as const)('%s is refused', async ([query, field]) => {
    const answer = await call('GET', `/api/campaigns?${query}`)

    expect(problemsOf(answer)[0]).toMatchObject({ status: 400, field })
  })
})

test('one due campaign that is held by somebody does not hold up the others', async () => {
  const held = await create(soon)
  const free = await create(soon)
  later(700)

  await inTransaction(database.db, async (tx) => {
    await lockCampaign(tx, user_id, held)
    for (let round = 0; round < 40; round += 1) await startDueCampaign(app.context)
  })

  expect(await get(free)).toMatchObject({ status: 'processing' })
  expect(await get(held)).toMatchObject({ status: 'scheduled' })
})

test('cancelling beside a storm of reports ends at once, with every total right', async () => {
  const many = await buildContacts(database.db, user_id, 1500)
  const id = await create({ send: 1, segment: 'custom', contacts_ids: many })
  await work()
  const phone = await phoneOf()
  const held = []
  for (let round = 0; round < 10; round += 1) held.push(...(await phone.fetch()))

  const started = performance.now()
  const [cancelled] = await Promise.all([
    move(id, 'cancel'),
    ...held.slice(0, 600).map((message) => phone.report('Sent', [message])),
  ])

  expect(cancelled.status).toBe(200)
  expect(performance.now() - started).toBeLessThan(15_000)
  await work()
  expect(await get(id)).toMatchObject({
    status: 'cancelled',
    total_pending_sms: 0,
    total_sent_sms: 600,
  })
})

/** Begins some work, which waits for the campaign, and lets something else happen to the campaign before it. */
async function between(
  id: number,
  begin: () => Promise<unknown>,
  happen: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  let begun: Promise<unknown> = Promise.resolve()
  await inTransaction(database.db, async (tx) => {
    await lockCampaign(tx, user_id, id)
    begun = begin()
    await untilWaiting(database.db, begun)
    await happen(tx)
  })
  await begun
}

/** A sent campaign whose three messages all failed. */
async function failedCampaign(): Promise<number> {
  const id = await create({ send: 1 })
  await work()
  const phone: TestPhone = await phoneOf()
  await phone.report('Failed', await phone.fetch(), { error: 'No service' })
  await work()
  expect(await get(id)).toMatchObject({ status: 'sent', total_failed_sms: 3 })
  return id
}

test('a campaign can be built in any state for other tests', async () => {
  for (const status of states) await buildCampaign(database.db, user_id, { device_id, status })
})
