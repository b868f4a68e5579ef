import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBodyBudget, giveBackWhenOver, readBody } from './body.ts'
import { handleErrors } from './error-handler.ts'
import { boundAnswers, refuseWhenBusy } from './overload.ts'

const mebibyte = 1024 * 1024
let app: FastifyInstance

beforeEach(() => {
  app = fastify()
  handleErrors(app)
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
})

test('while too many wait for the database a request is told to come again, and then is taken', async () => {
  let waiting = 250
  refuseWhenBusy(app, () => waiting)
  app.get('/', async () => ({}))

  const refused = await app.inject('/')
  waiting = 249
  const taken = await app.inject('/')

  expect(refused).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } })
  expect(refused.json()).toMatchObject({ errors: [{ status: 503, code: 'unavailable' }] })
  expect(taken.statusCode).toBe(200)
})

test.for([
  // More than the kernel holds between two ends of a connection.
  { kind: 'texts', make: () => 'x'.repeat(16 * mebibyte), bytesMax: 40 * mebibyte },
  { kind: 'streams', make: endless, bytesMax: mebibyte },
])('of long $kind that nobody reads only a share is held', async ({ make, bytesMax }) => {
  boundAnswers(app, bytesMax)
  app.get('/', async (_request, reply) => reply.send(make()))
  app.get('/short', async () => 'x')
  await app.listen({ port: 0, host: '127.0.0.1' })

  const held = [await begin('/'), await begin('/')]
  const refused = await begin('/')

  expect(held.map(({ head }) => head)).toEqual([ok, ok])
  expect(refused.head).toMatch(/^HTTP\/1.1 503 .*\r\nretry-after: 2\r\n.*"errors":\[/s)
  expect((await begin('/short')).head).toEqual(ok)

  for (const { socket } of held) socket.destroy()
  // The other end hears of it in a moment.
  while ((await begin('/')).head.startsWith('HTTP/1.1 503')) continue
})

test('a body that is dripped is refused in the end, and gives back what it kept from others', async () => {
  const bytes = 1000
  const budget = createBodyBudget(bytes)
  app.removeAllContentTypeParsers()
  const begun = Promise.withResolvers<void>()
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    const body = readBody(request, payload, { bytesMax: bytes, budget, patience: 1000 })
    begun.resolve()
    return body
  })
  giveBackWhenOver(app, budget)
  app.post('/', async () => ({}))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const post = () => app.inject({ method: 'POST', url: '/', payload: Buffer.alloc(bytes) })

  const dripped = open()
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: a/b\r\ncontent-length: ${bytes}`
  dripped.write(`${head}\r\n\r\n `)
  const refused = once(dripped, 'data')
  const closed = once(dripped, 'close')
  await begun.promise
  expect((await post()).statusCode).toBe(503)

  expect(String(await refused)).toMatch(/^HTTP\/1.1 400 .*took too long to arrive/s)
  await closed
  expect((await post()).statusCode).toBe(200)
})

const ok = expect.stringMatching(/^HTTP\/1.1 200 /)

function endless(): Readable {
  return new Readable({
    read() {
      this.push('x'.repeat(64 * 1024))
    },
  })
}

const sockets: Socket[] = []

function open(): Socket {
  // It is listening.
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  sockets.push(socket)
  return socket
}

/** Asks, and reads no more than the beginning of the answer. */
async function begin(path: string): Promise<{ socket: Socket; head: string }> {
  const socket = open()
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`)
  // Once's type does not know which event it waited for.
  const [piece] = (await once(socket, 'data')) as [Buffer]
  socket.pause()
  return { socket, head: piece.toString('latin1') }
}
