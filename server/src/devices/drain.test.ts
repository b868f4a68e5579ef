import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContacts, buildDevice, buildFlow } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { queueForTest } from '../../test/queue.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { expandNextChunk } from '../campaigns/expand.ts'
import { continueSweep } from '../messages/sweep.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let old: number
let others: number[]
let phone: TestPhone

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  old = device.id
  phone = await enrolTestPhone(testApp, device.token, {
    simCards: [{ simNumber: 1 }, { simNumber: 2 }, { simNumber: 3 }],
  })
  others = []
  for (let count = 0; count < 2; count += 1) {
    const other = await buildDevice(database.db, user_id)
    others.push(other.id)
    await enrolTestPhone(testApp, other.token)
  }
  await database.db.updateTable('sims').set({ max_per_minute: 0 }).execute()
})

afterEach(() => expectTotalsToHold(database.db))

const post = (path: string, json: object = {}) => testApp.call('POST', path, { key, json })
const get = async (path: string) => dataOf(await testApp.call('GET', path, { key }))
const to = (...sims: number[]) => sims.map((sim, place) => `${others[place]}:${sim}`).join(',')
const queue = async (count: number, sim = 1) =>
  queueForTest(database.db, user_id, {
    contact_ids: await buildContacts(database.db, user_id, count),
    device_id: old,
    now: testApp.now,
    sim,
  })
const campaign = async (fields: object = {}) =>
  idOf(
    await post('/api/campaigns', {
      name: 'One',
      content: 'Hello',
      device_id: old,
      sim_subscription_id: 1,
      ...fields,
    }),
  )
const work = async () => {
  while (await expandNextChunk(testApp.context));
  while (await continueSweep(database.db, testApp.now));
}
const standing = async () => {
  const { rows } = await sql<{ sim: string; count: number }>`
    select device_id || ':' || sim_subscription_id as sim, count(*) as count from messages
     where user_id = ${user_id} and status = 'queued' group by 1`.execute(database.db)
  return Object.fromEntries(rows.map(({ sim, count }) => [sim, count]))
}
const sim = async (place: number) =>
  ((await get(`/api/devices/${old}`))['sims'] as Record<string, unknown>[])[place]

describe('draining', () => {
  test('moves the queue to another SIM in one step, and what names the device', async () => {
    const flow = await buildFlow(database.db, user_id, { device_id: old })
    await queue(3)
    await queue(2, 2)
    const id = await campaign()
    expect(await get(`/api/devices/${old}`)).toMatchObject({ total_movable_sms: 5 })

    expect((await post(`/api/devices/${old}/drain`, { to: to(1) })).status).toBe(200)
    await work()

    expect(await standing()).toEqual({ [to(1)]: 5 })
    expect(await get(`/api/devices/${old}`)).toMatchObject({ total_movable_sms: 0 })
    expect(await sim(0)).toMatchObject({ is_draining: true, heir: to(1) })
    expect(await get(`/api/campaigns/${id}`)).toMatchObject({ sims: [to(1)] })
    expect(await get(`/api/flows/${flow}`)).toMatchObject({ device_id: others[0] })
  })

  test('shares a long queue among several', async () => {
    await queue(9000)
    const body = { to: others.map((device_id) => ({ device_id, subscription_id: 2 })) }
    expect((await post(`/api/devices/${old}/drain`, body)).status).toBe(200)
    await work()

    const [one, two] = to(2, 2).split(',')
    expect(await standing()).toEqual({ [one ?? '']: 4500, [two ?? '']: 4500 })
  })

  test('gives a running campaign all of the others, and its expansion goes on there', async () => {
    await buildContacts(database.db, user_id, 20)
    const id = await campaign({ send: 1 })
    await post(`/api/devices/${old}/drain`, { to: to(1, 1) })
    await work()

    const [one, two] = to(1, 1).split(',')
    expect(await standing()).toEqual({ [one ?? '']: 10, [two ?? '']: 10 })
    expect(await get(`/api/campaigns/${id}`)).toMatchObject({ sims: [one, two] })
  })

  test('of one SIM leaves the others of its device', async () => {
    await queue(2)
    await queue(3, 2)
    await post(`/api/devices/${old}/sims/1/drain`, { to: `${old}:3` })
    await work()

    expect(await standing()).toEqual({ [`${old}:3`]: 2, [`${old}:2`]: 3 })
    expect([await sim(0), await sim(1)]).toMatchObject([
      { is_draining: true },
      { is_draining: false, heir: null },
    ])
  })

  test('a text that names the SIM goes to the one that took its place', async () => {
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    await post('/api/sms', {
      content: 'Hello',
      device_id: old,
      sim_subscription_id: 1,
      phone_numbers: '+447700900001',
    })

    expect(await standing()).toEqual({ [to(2)]: 1 })
  })

  test('what failed, and is sent again, goes there too', async () => {
    const [id = 0] = await queue(1)
    await phone.report('Failed', await phone.fetch(), { error: 'No signal' })
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    expect((await post(`/api/sms/${id}/retry`)).status).toBe(200)

    expect(await standing()).toEqual({ [to(2)]: 1 })
  })

  test('what the network refused goes there too', async () => {
    await queue(1)
    const held = await phone.fetch()
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    await phone.report('Failed', held, { error: 'RESULT_ERROR_LIMIT_EXCEEDED' })

    expect(await standing()).toEqual({ [to(2)]: 1 })
  })

  test('and on to the next, when that is drained too', async () => {
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    await post(`/api/devices/${others[0]}/drain`, { to: `${others[1]}:3` })

    expect(await sim(0)).toMatchObject({ heir: `${others[1]}:3` })
  })

  test.for(['campaigns', 'flows'])('nothing new is made for it: %s', async (resource) => {
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    const answer = await post(`/api/${resource}`, {
      name: 'One',
      content: 'Hello',
      device_id: old,
      sim_subscription_id: 1,
      ...(resource === 'flows' ? { wait_time: 1, wait_time_type: 'hours' } : {}),
    })

    expect(problemsOf(answer)).toMatchObject([{ field: 'sim_subscription_id' }])
  })

  test('can be taken back', async () => {
    await post(`/api/devices/${old}/drain`, { to: to(2) })
    await post(`/api/devices/${old}/sims/1`, { is_draining: false })

    expect(await sim(0)).toMatchObject({ is_draining: false, heir: null })
    expect(await sim(1)).toMatchObject({ is_draining: true })
  })

  test('leaves the phone what it holds', async () => {
    await queue(3)
    const held = await phone.fetch()
    await post(`/api/devices/${old}/drain`, { to: to(1) })
    await work()
    await phone.report('Sent', held)

    expect(await get(`/api/devices/${old}`)).toMatchObject({ total_sent_sms: 3 })
    expect(await standing()).toEqual({})
  })

  test('an heir is not deleted before it is free', async () => {
    await post(`/api/devices/${old}/drain`, { to: to(1) })
    const refused = await testApp.call('DELETE', `/api/devices/${others[0]}`, { key })

    expect(refused.status).toBe(400)
    await testApp.call('DELETE', `/api/devices/${others[0]}`, {
      key,
      json: { move_to: `${others[1]}:1` },
    })
    expect(await sim(0)).toMatchObject({ heir: `${others[1]}:1` })
  })
})

describe('moving', () => {
  test('takes the queue away, and what comes later stays', async () => {
    await queue(4)
    const draft = await campaign()
    await post(`/api/devices/${old}/move`, { to: to(1) })
    await work()
    await queue(1)

    expect(await standing()).toEqual({ [to(1)]: 4, [`${old}:1`]: 1 })
    expect(await get(`/api/campaigns/${draft}`)).toMatchObject({ sims: [`${old}:1`] })
    expect(await sim(0)).toMatchObject({ is_draining: false })
  })

  test('a campaign that is under way goes along', async () => {
    await buildContacts(database.db, user_id, 3)
    const id = await campaign({ send: 1 })
    await work()
    await post(`/api/devices/${old}/sims/1/move`, { to: to(1) })

    expect(await standing()).toEqual({ [to(1)]: 3 })
    expect(await get(`/api/campaigns/${id}`)).toMatchObject({ sims: [to(1)] })
  })

  test('two at the same moment, one back and one forth, leave everything somewhere', async () => {
    await queue(50)
    await Promise.all([
      post(`/api/devices/${old}/move`, { to: to(1) }),
      post(`/api/devices/${others[0]}/move`, { to: `${old}:1` }),
    ])
    await work()

    expect(Object.values(await standing())).toEqual([50])
  })
})

test.for([
  { what: 'nowhere', given: () => ({}) },
  { what: 'to itself', given: () => ({ to: `${old}:1` }) },
  { what: 'to a device that is not there', given: () => ({ to: '999999:1' }) },
  { what: 'to a SIM that no phone has', given: () => ({ to: `${others[0]}:4` }) },
  { what: 'to what is no SIM', given: () => ({ to: { device_id: 'one' } }) },
])('moving $what is refused, naming the field', async ({ given }) => {
  for (const verb of ['move', 'drain']) {
    const answer = await post(`/api/devices/${old}/${verb}`, given())

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field: 'to' }])
  }
})

test('a device has no fourth SIM to drain', async () => {
  expect((await post(`/api/devices/${old}/sims/4/drain`, { to: to(1) })).status).toBe(404)
})
