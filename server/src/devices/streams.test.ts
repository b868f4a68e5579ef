import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deviceKey, PhoneStreams } from './streams.ts'

const phone = { user_id: 1, device_id: 2, installation_id: 3, app_version: '1.70.4' }
const key = deviceKey(phone)

const now = new Date('2026-11-21T12:00:00Z')

let streams: PhoneStreams
let lost: string[]
let server: Server

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  // Of this test alone: streams of the one before may still be closing.
  const ours: string[] = []
  lost = ours
  streams = new PhoneStreams((one) => ours.push(one))
  server = createServer((_request, response) => streams.open(phone, response, now))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  vi.useRealTimers()
  streams.close()
  server.closeAllConnections()
  server.close()
})

async function connect(): Promise<{ response: IncomingMessage; text: () => string }> {
  const { port } = server.address() as AddressInfo
  const asked = get({ port, host: '127.0.0.1', agent: false })
  asked.on('error', () => undefined)
  // Once's type does not know which event it waited for.
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  response.setEncoding('utf8')
  response.on('error', () => undefined)
  response.on('data', (chunk: string) => (text += chunk))
  return { response, text: () => text }
}

test('says a comment every twenty seconds, which no app takes for an event', async () => {
  const { text } = await connect()
  await expect.poll(text).toContain('SettingsUpdated')

  vi.advanceTimersByTime(60_000)

  await expect.poll(() => text().match(/^:$/gm)?.length).toBe(3)
  expect(text()).not.toMatch(/event: (?!WebhooksUpdated|SettingsUpdated)/)
})

test('every event has a data line, and ends with an empty one', async () => {
  const { text } = await connect()
  streams.send(key, { event: 'MessageEnqueued' })
  streams.send(key, { event: 'MessageCancelled', messageId: '1-a' })

  await expect
    .poll(text)
    .toBe(
      'event: WebhooksUpdated\ndata: {}\n\nevent: SettingsUpdated\ndata: {}\n\n' +
        'event: MessageEnqueued\ndata: {}\n\nevent: MessageCancelled\ndata: {"messageId":"1-a"}\n\n',
    )
})

test('a device is lost when the last of its streams has ended', async () => {
  const first = await connect()
  const second = await connect()
  expect(streams.has(key)).toBe(true)
  expect(streams.connected()).toEqual([phone])

  first.response.destroy()
  second.response.destroy()

  await expect.poll(() => lost).toEqual([key])
  expect(streams.has(key)).toBe(false)
  expect(streams.connected()).toEqual([])
})

test('a phone that reads nothing is given up', async () => {
  const { response } = await connect()
  response.pause()

  const long = 'x'.repeat(60_000)
  for (let count = 0; count < 2000 && streams.has(key); count += 1) {
    streams.send(key, { event: 'MessageCancelled', messageId: long })
    await new Promise((resolve) => setImmediate(resolve))
  }

  await expect.poll(() => lost).toEqual([key])
})

test('a phone that has gone before its stream opens is not kept', async () => {
  const gone = await new Promise<boolean>((resolve) => {
    const late = createServer((_request, response) => {
      response.on('close', () => {
        streams.open({ ...phone, device_id: 9 }, response, now)
        late.close()
        resolve(streams.has(deviceKey({ ...phone, device_id: 9 })))
      })
    })
    late.listen(0, '127.0.0.1', () => {
      const { port } = late.address() as AddressInfo
      const asked = get({ port, host: '127.0.0.1', agent: false })
      asked.on('error', () => undefined)
      late.once('request', () => asked.destroy())
    })
  })

  expect(gone).toBe(false)
})
