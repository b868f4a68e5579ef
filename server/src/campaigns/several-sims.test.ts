import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { continueSweep } from '../messages/sweep.ts'
import { expandNextChunk } from './expand.ts'
import { finishCampaigns } from './launch.ts'
import { rescueFromDeadPhone } from './rescue.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let devices: number[]
let phones: TestPhone[]

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  devices = []
  phones = []
  for (let count = 0; count < 2; count += 1) {
    const device = await buildDevice(database.db, user_id)
    devices.push(device.id)
    phones.push(await enrolTestPhone(testApp, device.token))
  }
  await database.db.updateTable('sims').set({ max_per_minute: 0 }).execute()
})

afterEach(() => expectTotalsToHold(database.db))

const post = (path: string, json: object = {}) => testApp.call('POST', path, { key, json })
const sims = (...numbers: number[]) =>
  numbers.map((number, place) => `${devices[place]}:${number}`).join(',')
const create = (fields: object = {}) =>
  post('/api/campaigns', { name: 'One', content: 'Hello', sims: sims(1, 1), ...fields })
const get = async (id: number) => dataOf(await testApp.call('GET', `/api/campaigns/${id}`, { key }))
const expand = async () => {
  while (await expandNextChunk(testApp.context));
}
const sweep = async () => {
  while (await continueSweep(database.db, testApp.now));
}
const rescue = async () => {
  while (await rescueFromDeadPhone(testApp.context));
}
const later = (minutes: number) => {
  testApp.now = new Date(testApp.now.getTime() + minutes * 60_000)
}
/** How many messages of a status stand on each SIM. */
const standing = async (status = 'queued') => {
  const { rows } = await sql<{ sim: string; count: number }>`
    select device_id || ':' || sim_subscription_id as sim, count(*) as count from messages
     where user_id = ${user_id} and status = ${status} group by 1`.execute(database.db)
  return Object.fromEntries(rows.map(({ sim, count }) => [sim, count]))
}
const sendAll = async (phone: TestPhone | undefined) => {
  let sent = 0
  for (let listed = await phone?.fetch(); listed?.length; listed = await phone?.fetch()) {
    await phone?.report('Sent', listed)
    sent += listed.length
  }
  return sent
}

describe('a campaign with several SIMs', () => {
  test('answers them, and the first as its device and SIM', async () => {
    const id = idOf(await create({ sims: sims(2, 1) }))

    expect(await get(id)).toMatchObject({
      device_id: devices[0],
      sim_subscription_id: 2,
      sims: [`${devices[0]}:2`, `${devices[1]}:1`],
    })
    const copy = idOf(await post(`/api/campaigns/${id}/duplicate`))
    expect(await get(copy)).toMatchObject({ sims: [`${devices[0]}:2`, `${devices[1]}:1`] })
  })

  test('is found in the lists by each of its devices', async () => {
    const id = idOf(await create())
    for (const device_id of devices) {
      const list = await testApp.call('GET', `/api/campaigns?device_id=${device_id}`, { key })
      expect(listOf(list).map((one) => one['id'])).toEqual([id])
    }
  })

  test('one that names a single SIM answers that', async () => {
    const one = { sims: undefined, device_id: devices[0], sim_subscription_id: 3 }

    expect(await get(idOf(await create(one)))).toMatchObject({ sims: [`${devices[0]}:3`] })
  })

  test.for([
    { what: 'a JSON text', of: () => JSON.stringify(sims(1, 1).split(',')) },
    { what: 'a list', of: () => sims(1, 1).split(',') },
    {
      what: 'objects',
      of: () => devices.map((device_id) => ({ device_id, subscription_id: 1 })),
    },
  ])('takes them as $what', async ({ of }) => {
    expect(await get(idOf(await create({ sims: of() })))).toMatchObject({
      sims: [`${devices[0]}:1`, `${devices[1]}:1`],
    })
  })

  test('takes them from a form, too', async () => {
    const form = { name: 'One', content: 'Hello', sims: sims(1, 1) }
    const answer = await testApp.call('POST', '/api/campaigns', { key, form })

    expect(await get(idOf(answer))).toMatchObject({ sims: sims(1, 1).split(',') })
  })

  test.for([
    { given: () => ({ sims: '1' }), field: 'sims' },
    { given: () => ({ sims: '[' }), field: 'sims' },
    { given: () => ({ sims: [1] }), field: 'sims' },
    { given: () => ({ sims: `${sims(1)},999999:1` }), field: 'sims' },
    { given: () => ({ sims: sims(1, 4) }), field: 'sims' },
    { given: () => ({ device_id: devices[1], sim_subscription_id: 3 }), field: 'sims' },
    { given: () => ({ sims: undefined }), field: 'device_id' },
  ])('$given is refused, naming $field', async ({ given, field }) => {
    const answer = await create(given())

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)[0]).toMatchObject({ field })
  })

  test('without any, everything that is missing is named at once', async () => {
    const answer = await post('/api/campaigns', { content: 'Hello' })

    expect(problemsOf(answer).map(({ field }) => field)).toEqual([
      'name',
      'device_id',
      'sim_subscription_id',
    ])
  })

  test.for(['Hello', 'Hello {{ phone_number }}'])(
    'shares "%s" by the room that each SIM has left, and comes to its end',
    async (content) => {
      await database.db
        .updateTable('sims')
        .set({ max_per_minute: 30 })
        .where('device_id', '=', devices[0] ?? 0)
        .execute()
      await database.db
        .updateTable('sims')
        .set({ max_per_minute: 10 })
        .where('device_id', '=', devices[1] ?? 0)
        .execute()
      await buildContacts(database.db, user_id, 40)
      const id = idOf(await create({ content, send: 1 }))
      await expand()

      expect(await standing()).toEqual({ [`${devices[0]}:1`]: 30, [`${devices[1]}:1`]: 10 })
      await database.db.updateTable('sims').set({ max_per_minute: 0 }).execute()
      expect([await sendAll(phones[0]), await sendAll(phones[1])]).toEqual([30, 10])
      await finishCampaigns(testApp.context)
      expect(await get(id)).toMatchObject({ status: 'sent', total_sent_sms: 40 })
    },
  )

  test('writes to a contact from the SIM that wrote to it before', async () => {
    const contacts = await buildContacts(database.db, user_id, 10)
    const known = contacts.slice(0, 4)
    await queueForTest(database.db, user_id, {
      contact_ids: known,
      device_id: devices[1] ?? 0,
      now: testApp.now,
    })
    await sendAll(phones[1])
    const id = idOf(await create({ send: 1 }))
    await expand()

    const { rows } = await sql<{ device_id: number; contact_id: number }>`
      select device_id, contact_id from messages where user_id = ${user_id} and campaign_id = ${id}`.execute(
      database.db,
    )
    const ofKnown = rows.filter(({ contact_id }) => known.includes(contact_id))
    expect(new Set(ofKnown.map(({ device_id }) => device_id))).toEqual(new Set([devices[1]]))
    expect(rows.filter(({ device_id }) => device_id === devices[0])).toHaveLength(5)
  })

  test('what a dead phone never took goes on from the others, once', async () => {
    await buildContacts(database.db, user_id, 300)
    const id = idOf(await create({ send: 1 }))
    await expand()
    const held = await phones[0]?.fetch()
    later(21)
    await phones[1]?.fetch()
    await Promise.all([rescue(), rescue()])

    expect(await standing()).toEqual({ [`${devices[1]}:1`]: 300 - 100 - 100 })
    expect(await standing('dispatched')).toEqual({
      [`${devices[0]}:1`]: 100,
      [`${devices[1]}:1`]: 100,
    })
    const inHand = (await phones[1]?.fetch()) ?? []
    await phones[1]?.report('Sent', inHand)
    later(3)
    const sent = await sendAll(phones[1])
    await phones[0]?.report('Sent', held ?? [])
    expect(inHand.length + sent + (held?.length ?? 0)).toBe(300)
    expect(await get(id)).toMatchObject({ total_sent_sms: 300, total_pending_sms: 0 })
  })

  test('a dead phone that comes back at that moment gets what nobody else has', async () => {
    await buildContacts(database.db, user_id, 400)
    const id = idOf(await create({ send: 1 }))
    await expand()
    const listed: string[] = []
    for (let round = 0; round < 8; round += 1) {
      await database.db
        .updateTable('devices')
        .set({ last_ping_at: new Date('2026-11-21T11:00:00Z') })
        .where('id', '=', devices[0] ?? 0)
        .execute()
      const batches = await Promise.all([phones[0]?.fetch(), phones[1]?.fetch(), rescue()])
      for (const [place, batch] of batches.entries()) {
        listed.push(...(batch ?? []).map((one) => one.phoneNumbers[0] ?? ''))
        await phones[place]?.report('Sent', batch ?? [])
      }
    }

    expect(new Set(listed).size).toBe(400)
    expect(listed).toHaveLength(400)
    expect(await get(id)).toMatchObject({ total_sent_sms: 400, total_pending_sms: 0 })
  })

  test('when all phones are dead everything stays where it is', async () => {
    await buildContacts(database.db, user_id, 10)
    await create({ send: 1 })
    await expand()
    later(60)
    await rescue()

    expect(await standing()).toEqual({ [`${devices[0]}:1`]: 5, [`${devices[1]}:1`]: 5 })
  })

  test('a phone that is paused keeps its part', async () => {
    await buildContacts(database.db, user_id, 10)
    await create({ send: 1 })
    await expand()
    await post(`/api/devices/${devices[0]}`, { is_paused: 1 })
    await rescue()

    expect(await standing()).toEqual({ [`${devices[0]}:1`]: 5, [`${devices[1]}:1`]: 5 })
  })

  test('paused, it can be given others, and what waits follows', async () => {
    await buildContacts(database.db, user_id, 12)
    const id = idOf(await create({ send: 1 }))
    await expand()
    await post(`/api/campaigns/${id}/pause`)
    await post(`/api/campaigns/${id}`, { sims: sims(2, 3) })
    await sweep()

    expect(await standing()).toEqual({ [`${devices[0]}:2`]: 6, [`${devices[1]}:3`]: 6 })
    await post(`/api/campaigns/${id}`, { device_id: devices[1], sim_subscription_id: 1 })
    await sweep()
    expect(await standing()).toEqual({ [`${devices[1]}:1`]: 12 })
    expect(await get(id)).toMatchObject({ sims: [`${devices[1]}:1`] })
    await post(`/api/campaigns/${id}/resume`)
    expect(await sendAll(phones[1])).toBe(12)
  })

  test('a client that knows of one SIM and writes back what it read changes nothing', async () => {
    const id = idOf(await create())
    await post(`/api/campaigns/${id}`, {
      name: 'Two',
      device_id: devices[0],
      sim_subscription_id: 1,
    })

    expect(await get(id)).toMatchObject({ name: 'Two', sims: sims(1, 1).split(',') })
  })

  test('a message that goes again stays on its SIM', async () => {
    await buildContacts(database.db, user_id, 2)
    const id = idOf(await create({ send: 1 }))
    await expand()
    for (const phone of phones) await phone.report('Failed', await phone.fetch(), { error: 'No' })
    await post(`/api/campaigns/${id}/retry`)

    expect(await standing()).toEqual({ [`${devices[0]}:1`]: 1, [`${devices[1]}:1`]: 1 })
  })

  test('its devices can be deleted only with an heir', async () => {
    await buildContacts(database.db, user_id, 4)
    const id = idOf(await create({ send: 1 }))
    await expand()
    const url = `/api/devices/${devices[1]}`

    expect((await testApp.call('DELETE', url, { key })).status).toBe(400)
    await testApp.call('DELETE', url, { key, json: { move_to: `${devices[0]}:2` } })
    await sweep()
    expect(await get(id)).toMatchObject({ sims: [`${devices[0]}:1`, `${devices[0]}:2`] })
    expect(await standing()).toEqual({ [`${devices[0]}:1`]: 2, [`${devices[0]}:2`]: 2 })
    expect(await sendAll(phones[0])).toBe(4)
  })
})
