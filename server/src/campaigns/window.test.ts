import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataOf, idOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildContacts, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { expectTotalsToHold } from '../../test/totals.ts'
import { continueSweep } from '../messages/sweep.ts'
import { expandNextChunk } from './expand.ts'
import { expireCampaign } from './expire.ts'
import { finishCampaigns } from './launch.ts'

const database = useDatabase()
const testApp = useApp(database)

let user_id: number
let key: string
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  testApp.now = new Date('2026-11-21T12:00:00Z')
  ;({ user_id, key } = await buildAccount(database.db))
  const device = await buildDevice(database.db, user_id)
  device_id = device.id
  phone = await enrolTestPhone(testApp, device.token)
  await database.db.updateTable('sims').set({ max_per_minute: 0 }).execute()
})

afterEach(() => expectTotalsToHold(database.db))

const post = (path: string, json: object = {}) => testApp.call('POST', path, { key, json })
const create = (fields: object = {}) =>
  post('/api/campaigns', {
    name: 'One',
    content: 'Hello',
    device_id,
    sim_subscription_id: 1,
    ...fields,
  })
const get = async (id: number) => dataOf(await testApp.call('GET', `/api/campaigns/${id}`, { key }))
const expand = async () => {
  while (await expandNextChunk(testApp.context));
}
const expire = async () => {
  while (await expireCampaign(testApp.context));
  while (await continueSweep(database.db, testApp.now));
}
const texts = async () => listOf(await testApp.call('GET', '/api/sms?order_type=ASC', { key }))
const at = (time: string) => {
  testApp.now = new Date(time)
}

describe('the account', () => {
  test('has no quiet hours until it sets some, and can clear them again', async () => {
    const account = async () => dataOf(await testApp.call('GET', '/api/account', { key }))
    const none = { quiet_hours_start: null, quiet_hours_end: null, timezone_parameter: null }
    expect(await account()).toMatchObject(none)

    const some = {
      quiet_hours_start: '21:00',
      quiet_hours_end: '08:30',
      timezone_parameter: 'zone',
    }
    expect((await post('/api/account', some)).status).toBe(200)
    expect(await account()).toMatchObject(some)
    await post('/api/account', { quiet_hours_end: '09:00' })
    expect(await account()).toMatchObject({ ...some, quiet_hours_end: '09:00' })
    await post('/api/account', { quiet_hours_start: null, timezone_parameter: null })
    expect(await account()).toMatchObject(none)
  })

  test.for([
    [{ quiet_hours_start: '21:00' }, 'quiet_hours_end'],
    [{ quiet_hours_end: '21:00' }, 'quiet_hours_start'],
    [{ quiet_hours_start: '21:00', quiet_hours_end: '21:00' }, 'quiet_hours_end'],
    [{ quiet_hours_start: '24:00', quiet_hours_end: '09:00' }, 'quiet_hours_start'],
    [{ quiet_hours_start: '9:00', quiet_hours_end: '10:00' }, 'quiet_hours_start'],
    [{ quiet_hours_start: 'noon', quiet_hours_end: '10:00' }, 'quiet_hours_start'],
    [{ timezone_parameter: 'x'.repeat(65) }, 'timezone_parameter'],
  ] as const)('refuses %o, naming %s', async ([fields, field]) => {
    const answer = await post('/api/account', fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field }])
  })
})

describe('quiet hours of a campaign', () => {
  test('are answered, and go with a copy', async () => {
    const id = idOf(await create({ quiet_hours_start: '20:00', quiet_hours_end: '07:00' }))
    const own = { quiet_hours: 'own', quiet_hours_start: '20:00', quiet_hours_end: '07:00' }

    expect(await get(id)).toMatchObject({ ...own, expires_datetime: null })
    expect(await get(idOf(await post(`/api/campaigns/${id}/duplicate`)))).toMatchObject(own)
    await post(`/api/campaigns/${id}`, { quiet_hours: 'off' })
    expect(await get(id)).toMatchObject({ quiet_hours: 'off', quiet_hours_start: null })
  })

  test.for([
    [{ quiet_hours: 'sometimes' }, 'quiet_hours'],
    [{ quiet_hours: 'own' }, 'quiet_hours_start'],
    [{ quiet_hours_start: '21:00' }, 'quiet_hours_end'],
    [{ quiet_hours: 'off', quiet_hours_start: '21:00', quiet_hours_end: '09:00' }, 'quiet_hours'],
    [{ quiet_hours_start: '21:00', quiet_hours_end: '21:00' }, 'quiet_hours_end'],
    [{ expires_datetime: '2026-11-21 12:00:00' }, 'expires_datetime'],
    [{ expires_datetime: 'tomorrow' }, 'expires_datetime'],
    [
      {
        send: 1,
        is_scheduled: 1,
        scheduled_datetime: '2026-11-23 00:00:00',
        expires_datetime: '2026-11-22 00:00:00',
      },
      'expires_datetime',
    ],
  ] as const)('%o is refused, naming %s', async ([fields, field]) => {
    const answer = await create(fields)

    expect(answer.status).toBe(400)
    expect(problemsOf(answer)).toMatchObject([{ field }])
  })

  test.for(['Hello', 'Hello {{ name }}'])(
    'each message of "%s" says when it may leave where its recipient is',
    async (content) => {
      await post('/api/account', { timezone_parameter: 'zone' })
      await buildContact(database.db, user_id, { phone_number: '+81312345678' })
      await buildContact(database.db, user_id, { phone_number: '+393331234567' })
      await buildContact(database.db, user_id, {
        phone_number: '+393331234568',
        custom_parameters: { zone: 'America/New_York' },
      })
      await create({ content, send: 1, quiet_hours_start: '21:00', quiet_hours_end: '09:00' })
      await expand()

      const times = (await texts()).map((sms) => sms['scheduled_datetime'])
      expect(times).toEqual(['2026-11-22 00:00:00', '2026-11-21 12:00:00', '2026-11-21 14:00:00'])
    },
  )

  test('may be changed while it is paused, and not while it is processing', async () => {
    await buildContacts(database.db, user_id, 1)
    const id = idOf(await create({ send: 1 }))

    const answer = await post(`/api/campaigns/${id}`, { quiet_hours: 'off' })
    expect(problemsOf(answer)).toMatchObject([{ title: expect.stringContaining('other hours') }])
    await post(`/api/campaigns/${id}/pause`)
    expect((await post(`/api/campaigns/${id}`, { quiet_hours: 'off' })).status).toBe(200)
  })
})

describe('a campaign that expires', () => {
  const soon = '2026-11-21 13:00:00'

  test('cancels what has not left, and leaves what has', async () => {
    await buildContacts(database.db, user_id, 3)
    await database.db.updateTable('sims').set({ max_per_minute: 1 }).execute()
    const id = idOf(await create({ send: 1, expires_datetime: soon }))
    await expand()
    await phone.report('Sent', await phone.fetch())
    at('2026-11-21T13:00:00Z')
    await expire()

    expect(await get(id)).toMatchObject({
      status: 'cancelled',
      total_sent_sms: 1,
      total_pending_sms: 0,
      expires_datetime: soon,
    })
    expect((await texts()).map(({ status, error }) => [status, error])).toEqual([
      ['sent', null],
      ['cancelled', 'The campaign expired before the message could leave'],
      ['cancelled', 'The campaign expired before the message could leave'],
    ])
  })

  test('withdraws what a phone holds', async () => {
    await buildContacts(database.db, user_id, 1)
    await create({ send: 1, expires_datetime: soon })
    await expand()
    const [held] = await phone.fetch()
    expect(held?.validUntil).toBe('2026-11-21T13:00:00.000Z')
    at('2026-11-21T13:00:00Z')
    await expire()

    expect(await phone.fetch()).toMatchObject([{ id: held?.id, state: 'Cancelling' }])
  })

  test('is over in its sleep: scheduled, paused, or in the middle of being made', async () => {
    await buildContacts(database.db, user_id, 2)
    const time = { is_scheduled: 1, scheduled_datetime: '2026-11-21 12:30:00' }
    const scheduled = idOf(await create({ send: 1, ...time, expires_datetime: soon }))
    const paused = idOf(await create({ send: 1, expires_datetime: soon }))
    await expand()
    await post(`/api/campaigns/${paused}/pause`)
    await post(`/api/campaigns/${scheduled}/pause`)
    const unmade = idOf(await create({ send: 1, expires_datetime: soon }))
    at('2026-11-21T13:00:00Z')
    await expire()
    await expand()

    for (const id of [scheduled, paused, unmade])
      expect(await get(id)).toMatchObject({ status: 'cancelled', total_pending_sms: 0 })
  })

  test('is sent as any other when all of it has left in time', async () => {
    await buildContacts(database.db, user_id, 1)
    const id = idOf(await create({ send: 1, expires_datetime: soon }))
    await expand()
    await phone.report('Sent', await phone.fetch())
    at('2026-11-21T13:00:00Z')
    await expire()
    await finishCampaigns(testApp.context)

    expect(await get(id)).toMatchObject({ status: 'sent' })
    const again = await post(`/api/campaigns/${id}/retry`)
    expect(problemsOf(again)).toMatchObject([{ title: expect.stringContaining('has expired') }])
  })

  test('need not: JSON clears the time', async () => {
    const id = idOf(await create({ expires_datetime: soon }))
    await post(`/api/campaigns/${id}`, { expires_datetime: null })

    expect(await get(id)).toMatchObject({ expires_datetime: null })
  })
})
