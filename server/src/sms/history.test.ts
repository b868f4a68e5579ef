import { beforeEach, expect, test } from 'vitest'
import { listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildContact, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'
import { inTransaction } from '../db/transaction.ts'
import { insertReceived } from '../messages/receive.ts'

const database = useDatabase()
const app = useApp(database)

let key: string
let user_id: number
let device_id: number
let phone: TestPhone

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  ;({ key, user_id } = await buildAccount(database.db, { default_country: 'GB' }))
  const device = await buildDevice(database.db, user_id, { name: 'Front desk' })
  device_id = device.id
  phone = await enrolTestPhone(app, device.token)
})

const at = (time: string) => {
  app.now = new Date(`2026-11-21T${time}Z`)
}
const call = (method: string, path: string, json?: object) =>
  app.call(method, path, { key, ...(json ? { json } : {}) })

async function send(more: object = {}): Promise<number> {
  const { body } = await call('POST', '/api/sms', {
    content: 'Hello',
    device_id,
    sim_subscription_id: 1,
    phone_numbers: '07700 900142',
    ...more,
  })
  return (body as { data: { sms_ids: number[] } }).data.sms_ids[0] ?? 0
}
const history = async (id: number) =>
  listOf(await call('GET', `/api/sms/${id}/history`)).map(
    ({ datetime, event, device_name, detail }) =>
      [String(datetime).slice(11), event, device_name, detail].filter((one) => one !== null),
  )

test('a text was made, handed over, sent and delivered, each at its time', async () => {
  const id = await send()
  at('12:00:30')
  const taken = await phone.fetch()
  await phone.report('Pending', taken)
  expect((await history(id)).at(-1)).toEqual(['12:00:30', 'on_phone', 'Front desk'])
  at('12:00:34')
  await phone.report('Sent', taken)
  at('12:00:40')
  await phone.report('Delivered', taken)

  expect(await history(id)).toEqual([
    ['12:00:00', 'made'],
    ['12:00:30', 'handed_over', 'Front desk'],
    ['12:00:34', 'sent', 'Front desk'],
    ['12:00:40', 'delivered', 'Front desk'],
  ])
})

test('one that failed and was sent again tells of both hand-overs', async () => {
  const id = await send()
  at('12:00:10')
  await phone.report('Failed', await phone.fetch(), { error: 'RESULT_ERROR_NO_SERVICE' })
  expect((await history(id)).at(-1)).toEqual([
    '12:00:10',
    'failed',
    'Front desk',
    'RESULT_ERROR_NO_SERVICE',
  ])
  at('12:10:00')
  await call('POST', `/api/sms/${id}/retry`)
  at('12:11:00')
  await phone.report('Sent', await phone.fetch())

  expect(await history(id)).toEqual([
    ['12:00:00', 'made'],
    ['12:00:10', 'handed_over', 'Front desk'],
    ['12:10:00', 'due'],
    ['12:11:00', 'handed_over', 'Front desk'],
    ['12:11:00', 'sent', 'Front desk'],
  ])
})

test('one for later says when it is due, and one that came in only that', async () => {
  const id = await send({ is_scheduled: 1, scheduled_datetime: '2026-11-21 18:00:00' })
  expect(await history(id)).toEqual([
    ['12:00:00', 'made'],
    ['18:00:00', 'due'],
  ])

  const contact_id = await buildContact(database.db, user_id)
  const place = { contact_id, phone_number: '+447700900143', device_id, sim_subscription_id: 1 }
  const text = { ...place, content: 'Hi', parts: 1, received_at: app.now, event_id: 'one' }
  const received = await inTransaction(database.db, (tx) =>
    insertReceived(tx, user_id, text, app.now),
  )
  expect(await history(received)).toEqual([['12:00:00', 'received', 'Front desk']])
})

test('of another account is not there', async () => {
  const id = await send()
  const stranger = await buildAccount(database.db)
  const answer = await app.call('GET', `/api/sms/${id}/history`, { key: stranger.key })
  expect(answer.status).toBe(404)
})
