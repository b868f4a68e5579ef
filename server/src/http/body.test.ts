import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount, buildDevice } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { enrolTestPhone } from '../../test/phone.ts'

const mebibyte = 1024 * 1024

const database = useDatabase()
const testApp = useApp(database)

let key: string
let phoneToken: string
let port: number

beforeAll(async () => {
  await testApp.app.listen({ port: 0, host: '127.0.0.1' })
  port = (testApp.app.server.address() as AddressInfo).port
})

beforeEach(async () => {
  const account = await buildAccount(database.db)
  key = account.key
  const device = await buildDevice(database.db, account.user_id)
  phoneToken = (await enrolTestPhone(testApp, device.token)).token
})

/** Begins a request, sends so many bytes of its body and hangs up. */
async function breakOff(path: string, token: string, bytes: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${30 * mebibyte}\r\n\r\n`,
  )
  const sent = new Promise((resolve) => socket.write(Buffer.alloc(bytes, 0x20), resolve))
  await sent
  socket.destroy()
  await once(socket, 'close')
}

const post = async (path: string, token: string, body: string | Buffer) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  })
  return { status: response.status, body: await response.text() }
}
const large = (bytes: number) => `{"name": "${'x'.repeat(bytes)}"}`

describe('a body', () => {
  test('of almost 32 MiB is read', async () => {
    const answer = await post('/api/contacts', key, large(31 * mebibyte))

    // Too long for a name: it has been read.
    expect(answer.status).toBe(400)
  })

  test.for([
    { path: '/api/contacts', bytes: 33 },
    { path: '/api/mobile/v1/device', bytes: 21 },
  ])('of $bytes MiB is too large for $path', async ({ path, bytes }) => {
    const device = await buildDevice(database.db, (await buildAccount(database.db)).user_id)
    const token = path.includes('mobile') ? device.token : key

    expect(await post(path, token, large(bytes * mebibyte))).toMatchObject({
      status: 413,
      body: expect.stringMatching(/larger than (32|20) MiB/),
    })
  })

  test('that a stranger sends is not read', async () => {
    for (const path of ['/api/contacts', '/api/mobile/v1/device', '/api/mobile/v1/hooks/x'])
      expect((await post(path, 'unknown', large(5 * mebibyte))).status).toBe(401)
  })
})

describe('the budget of the process', () => {
  test('is given back when clients hang up in the middle', async () => {
    for (let count = 0; count < 30; count += 1) {
      await breakOff('/api/contacts', key, 10 * mebibyte)
      await breakOff('/api/mobile/v1/message', phoneToken, 5 * mebibyte)
    }

    expect((await post('/api/contacts', key, large(31 * mebibyte))).status).toBe(400)
  })

  test('once used up is a 503 that says so, and is free again afterwards', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/api/contacts', key, large(31 * mebibyte))),
    )

    const refused = answers.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.body).toContain('Too many large requests')
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(0)
    expect((await post('/api/contacts', key, large(31 * mebibyte))).status).toBe(400)
  })
})
