import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { fastify, type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBodyBudget, mebibyte } from './body.ts'
import { readFormBodies } from './register-bodies.ts'

let app: FastifyInstance
let handled: { end: () => void }[]

beforeEach(async () => {
  handled = []
  app = fastify({ connectionTimeout: 1000 })
  await app.register(async (scope) => {
    readFormBodies(scope, createBodyBudget(128 * mebibyte))
    scope.post('/', async () => {
      await new Promise<void>((resolve) => handled.push({ end: resolve }))
      return { done: true }
    })
    scope.post('/quick', async () => ({ done: true }))
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
})

afterEach(async () => {
  for (const { end } of handled) end()
  await app.close()
})

const port = () => (app.server.address() as AddressInfo).port
const post = (path: string, bytes: number) =>
  fetch(`http://127.0.0.1:${port()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `text=${'x'.repeat(bytes)}`,
  })
const untilHandled = (count: number) => expect.poll(() => handled.length).toBe(count)

test('heavy requests are handled one after the other, and light ones beside them', async () => {
  const first = post('/', 2 * mebibyte)
  await untilHandled(1)
  const second = post('/', 2 * mebibyte)
  const light = post('/', 10)
  await untilHandled(2)
  expect((await post('/quick', 10)).status).toBe(200)
  expect(handled).toHaveLength(2)

  handled[0]?.end()

  expect((await first).status).toBe(200)
  await untilHandled(3)
  for (const { end } of handled) end()
  expect((await second).status).toBe(200)
  expect((await light).status).toBe(200)
})

test('one that takes longer than a connection may be silent is answered all the same', async () => {
  const answer = post('/', 2 * mebibyte)
  await untilHandled(1)
  // Node looks at silent connections with a margin; the limit of this server is one second.
  setTimeout(() => handled[0]?.end(), 3000)

  expect((await answer).status).toBe(200)
})

test('one whose client hangs up while it waits does not keep the turn', async () => {
  const first = post('/', 2 * mebibyte)
  await untilHandled(1)
  const client = connect(port(), '127.0.0.1')
  client.on('error', () => undefined)
  const body = `text=${'x'.repeat(2 * mebibyte)}`
  client.write(
    `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  await new Promise((resolve) => client.write(body, resolve))
  client.destroy()
  await once(client, 'close')

  // It is handled all the same when the server has not seen yet that its client is gone.
  const ending = setInterval(() => handled.forEach(({ end }) => end()), 10)
  expect((await first).status).toBe(200)
  const third = await post('/quick', 2 * mebibyte)
  clearInterval(ending)

  expect(third.status).toBe(200)
})

test('a heavy body that cannot be read gives its turn back', async () => {
  const broken = await fetch(`http://127.0.0.1:${port()}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"text": "${'x'.repeat(2 * mebibyte)}`,
  })
  expect(broken.status).not.toBe(200)

  expect((await post('/quick', 2 * mebibyte)).status).toBe(200)
})
