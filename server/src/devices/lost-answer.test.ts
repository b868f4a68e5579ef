import { once } from 'node:events'
import { request, type ClientRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { untilWaiting } from '../../test/locks.ts'
import { enrolTestPhone, type TestPhone } from '../../test/phone.ts'

// What a phone does not get to read it is offered again, without waiting for the lease to run out. On real sockets, since
// it is their end that tells.

const database = useDatabase()
const app = useApp(database)
let port = 0

beforeAll(async () => {
  await app.app.listen({ port: 0, host: '127.0.0.1' })
  // A TCP server that listens has such an address.
  port = (app.app.server.address() as AddressInfo).port
})

test('a phone that comes back is offered again what it took and never answered', async () => {
  const { phone } = await phoneWithText()
  const [taken] = await phone.fetch()
  expect(await phone.fetch()).toEqual([])

  const stream = get(phone, '/events')
  await once(stream, 'response')

  expect(await phone.fetch()).toEqual([{ ...taken, createdAt: expect.any(String) }])
  stream.destroy()
})

test('what a phone has answered is not offered again when it comes back', async () => {
  const { phone } = await phoneWithText()
  await phone.report('Pending', await phone.fetch())

  const stream = get(phone, '/events')
  await once(stream, 'response')

  expect(await phone.fetch()).toEqual([])
  stream.destroy()
})

test('a listing that its phone did not wait for may be given again at once', async () => {
  const { phone, user_id, device_id } = await phoneWithText()
  const dropped = await database.db.transaction().execute(async (tx) => {
    // The hand-over waits for the SIMs, and meanwhile the phone starts over.
    await tx
      .selectFrom('sims')
      .select('subscription_id')
      .where('user_id', '=', user_id)
      .where('device_id', '=', device_id)
      .forUpdate()
      .execute()
    const fetching = get(phone, '/message')
    const ended = new Promise((resolve) => fetching.once('close', resolve))
    await untilWaiting(database.db, ended)
    fetching.destroy()
    await ended
    return fetching
  })
  expect(dropped.destroyed).toBe(true)

  await expect.poll(async () => (await phone.fetch()).length, { timeout: 30_000 }).toBe(1)
})

async function phoneWithText(): Promise<{ phone: TestPhone; user_id: number; device_id: number }> {
  const { user_id, key } = await buildAccount(database.db)
  const { id: device_id, token } = await buildDevice(database.db, user_id)
  const phone = await enrolTestPhone(app, token)
  const json = {
    content: 'Hello',
    device_id,
    sim_subscription_id: 1,
    phone_numbers: '+447700900142',
  }
  expect((await app.call('POST', '/api/sms', { key, json })).status).toBe(200)
  return { phone, user_id, device_id }
}

function get(phone: TestPhone, path: string): ClientRequest {
  const headers = { authorization: `Bearer ${phone.token}` }
  const asked = request({
    host: '127.0.0.1',
    port,
    path: `/api/mobile/v1${path}`,
    headers,
    agent: false,
  })
  // It is ended by the test.
  asked.on('error', () => undefined)
  asked.end()
  return asked
}
