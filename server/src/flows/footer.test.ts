import { beforeEach, expect, test } from 'vitest'
import { dataOf, idOf, listOf, useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { fallDue } from './fall-due.ts'

const database = useDatabase()
const app = useApp(database)

let key: string
let flow: object

beforeEach(async () => {
  app.now = new Date('2026-11-21T12:00:00Z')
  const account = await buildAccount(database.db)
  key = account.key
  const device = await buildDevice(database.db, account.user_id)
  flow = {
    name: 'Welcome',
    content: 'Hi {{ name }}',
    device_id: device.id,
    sim_subscription_id: 1,
    wait_time: 1,
    wait_time_type: 'days',
  }
})

const call = (method: string, url: string, json?: object) =>
  app.call(method, url, { key, ...(json === undefined ? {} : { json }) })
const contents = async () =>
  listOf(await call('GET', '/api/sms?order_by=id&order_type=ASC')).map(({ content }) => content)

test('a text of a flow has the footer that the account has when it is made, unless the flow says no', async () => {
  const id = idOf(await call('POST', '/api/flows', flow))
  await call('POST', '/api/flows', { ...flow, footer: 0 })
  await call('POST', '/api/account', { opt_out_footer: 'Reply STOP', smart_encoding: 1 })
  await call('POST', '/api/contacts', { phone_number: '+447700900142', name: 'D’Arcy' })

  expect(await contents()).toEqual(["Hi D'Arcy\nReply STOP", "Hi D'Arcy"])

  await call('POST', '/api/account', { opt_out_footer: 'Write NO' })
  app.now = new Date('2026-11-22T12:00:00Z')
  while (await fallDue(app.context));
  await call('POST', '/api/account', { opt_out_footer: null })

  expect(await contents()).toEqual(["Hi D'Arcy\nWrite NO", "Hi D'Arcy"])
  expect(dataOf(await call('GET', `/api/flows/${id}`))).toMatchObject({ footer: true })
  await call('POST', `/api/flows/${id}`, { footer: 0 })
  expect(dataOf(await call('GET', `/api/flows/${id}`))).toMatchObject({ footer: false })
})
