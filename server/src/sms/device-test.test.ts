import { beforeEach, expect, test } from 'vitest'
import { dataOf, listOf, problemsOf, useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'

const database = useDatabase()
const app = useApp(database)
let key: string
let device: { id: number; token: string }

beforeEach(async () => {
  const account = await buildAccount(database.db, { default_country: 'GB' })
  key = account.key
  device = await buildDevice(database.db, account.user_id, { name: 'Front {{ desk }}' })
})

const send = (json: object) => app.call('POST', `/api/devices/${device.id}/test`, { key, json })
const sent = async () => listOf(await app.call('GET', '/api/sms', { key }))

test('a test leaves from the first SIM that takes new texts, before what waits', async () => {
  const simCards = [
    { slotIndex: 0, simNumber: 2 },
    { slotIndex: 1, simNumber: 3 },
  ]
  const phone = await enrolTestPhone(app, device.token, { simCards })
  const { sms_ids } = dataOf(await send({ phone_number: '07700 900142' }))

  expect(sms_ids).toHaveLength(1)
  expect(await sent()).toMatchObject([
    {
      phone_number: '+447700900142',
      sim_subscription_id: 2,
      content: 'A test from Simcast: Front  desk  can send.',
    },
  ])
  expect(await phone.fetch()).toMatchObject([{ simNumber: 2 }])
})

test('the SIM and the words may be said', async () => {
  await send({ phone_number: '+447700900142', subscription_id: 3, content: 'Hello' })

  expect(await sent()).toMatchObject([{ sim_subscription_id: 3, content: 'Hello' }])
})

test.for([
  [{}, ['phone_number']],
  [{ phone_number: 'nobody' }, ['phone_number']],
  [
    { phone_number: '', subscription_id: 4, content: '' },
    ['phone_number', 'subscription_id', 'content'],
  ],
  [{ phone_number: '+447700900142', to: 1 }, ['to']],
] as const)('%j is refused, and nothing is sent', async ([json, fields]) => {
  const refused = await send(json)

  expect(refused.status).toBe(400)
  expect(problemsOf(refused).map(({ field }) => field)).toEqual(fields)
  expect(await sent()).toEqual([])
})
