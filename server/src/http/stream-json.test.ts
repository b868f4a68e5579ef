import { fastify, type FastifyInstance } from 'fastify'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { handleErrors } from './error-handler.ts'
import { counting, sendJson, type Writable } from './stream-json.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

function answering(make: () => Writable): FastifyInstance {
  const app = fastify()
  apps.push(app)
  handleErrors(app)
  app.get('/', async (_, reply) => sendJson(reply, make()))
  return app
}

async function* chunksOf(...chunks: number[][]): AsyncGenerator<number[]> {
  yield* chunks
}

/** So many ids, and a failure after them. */
async function* thenFail(chunks: number): AsyncGenerator<number[]> {
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    yield Array.from({ length: 10_000 }, (_, place) => chunk * 10_000 + place)
  }
  throw new Error('the database is gone')
}

describe('what is written', () => {
  const plain = { a: [1, 'two', true, null, { b: [] }, []], 'k"ey': 'ü', c: {} }
  test.each<[string, () => Writable, unknown]>([
    ['plain values', () => plain, plain],
    ['keys without a value', () => ({ a: undefined, b: 1 }), { b: 1 }],
    ['chunks', () => ({ ids: chunksOf([1, 2], [], [3]), after: 1 }), { ids: [1, 2, 3], after: 1 }],
    ['no chunk', () => ({ ids: chunksOf() }), { ids: [] }],
    ['lists in lists', () => [[chunksOf([1]), chunksOf([2])]], [[[1], [2]]]],
    [
      'a total that is known after its list',
      () => {
        const { ids, total } = counting(chunksOf([7, 8], [9]))
        return { ids, total }
      },
      { ids: [7, 8, 9], total: 3 },
    ],
  ])('%s', async (_, make, expected) => {
    const response = await answering(make).inject('/')

    expect(JSON.parse(response.body)).toEqual(expected)
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(response.headers['content-length']).toBe(String(Buffer.byteLength(response.body)))
  })

  test('a long list goes out in pieces', async () => {
    const ids = Array.from({ length: 100_000 }, (_, place) => place)

    const response = await answering(() => ({
      ids: chunksOf(ids.slice(0, 50_000), ids.slice(50_000)),
      end: 1,
    })).inject('/')

    expect(JSON.parse(response.body)).toEqual({ ids, end: 1 })
    expect(response.headers['content-length']).toBeUndefined()
  })
})

describe('a failure', () => {
  test('before anything has left is a 500', async () => {
    const response = await answering(() => ({ ids: thenFail(0) })).inject('/')

    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ errors: [{ status: 500 }] })
  })

  test('midway breaks the connection off, so that half an answer does not look whole', async () => {
    const response = await open(answering(() => ({ ids: thenFail(100) })))

    expect(response.statusCode).toBe(200)
    await expect(readAll(response)).rejects.toThrow('aborted')
  })
})

describe('a reader', () => {
  test('that is slow holds the statements up instead of filling the memory', async () => {
    let made = 0
    async function* endless(): AsyncGenerator<number[]> {
      for (; made < 100_000; made += 1) yield Array.from({ length: 10_000 }, () => 1_000_000)
    }

    const response = await open(answering(() => endless()))
    await stillness(() => made)

    // 80 kB a chunk: some megabytes fill the socket's buffers, and then nothing more is made.
    expect(made).toBeLessThan(1000)
    response.destroy()
  })

  test('that leaves ends the reading', async () => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    async function* endless(): AsyncGenerator<number[]> {
      try {
        for (;;) yield Array.from({ length: 10_000 }, () => 1_000_000)
      } finally {
        end()
      }
    }

    const response = await open(answering(() => endless()))
    response.destroy()

    await ended
  })
})

async function open(app: FastifyInstance): Promise<IncomingMessage> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  // Listening on a port, so it has one.
  const { port } = app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port }, resolve).on('error', reject)
  })
}

async function readAll(response: IncomingMessage): Promise<number> {
  let length = 0
  for await (const chunk of response) length += (chunk as Buffer).length
  return length
}

/** Waits until a figure has not moved for 20 looks in a row. */
async function stillness(figure: () => number): Promise<void> {
  for (let same = 0, last = -1; same < 20;) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    same = figure() === last && last > 0 ? same + 1 : 0
    last = figure()
  }
}
