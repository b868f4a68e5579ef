import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/**
 * What can be written as JSON piece by piece: plain values, lists whose items come in chunks, and values that are made
 * when their turn comes, such as the length of a list before them.
 */
export type Writable =
  | string
  | number
  | boolean
  | null
  | undefined
  | AsyncIterable<readonly (string | number)[]>
  | (() => Writable)
  | readonly Writable[]
  | { readonly [key: string]: Writable }

const pieceLength = 64 * 1024

/**
 * Answers with a value that may be too long to hold in memory. What is short leaves in one piece with its length. The
 * rest goes out as fast as the reader takes it; a failure midway breaks the connection off, so that half an answer never
 * looks whole. To be returned by the handler.
 */
export async function sendJson(reply: FastifyReply, value: Writable): Promise<FastifyReply> {
  const pieces = gatherPieces(write(value))
  const first = await pieces.next()
  const second = first.done === true ? first : await pieces.next()
  void reply.type('application/json; charset=utf-8')
  const start = first.value ?? ''
  if (second.done === true) return reply.send(start)
  return reply.send(Readable.from(resume([start, second.value], pieces), { objectMode: false }))
}

/** Passes chunks on and counts their items; `total` is right once they have all been read. */
export function counting(chunks: AsyncIterable<readonly number[]>): {
  ids: AsyncIterable<readonly number[]>
  total: () => number
} {
  let total = 0
  async function* count(): AsyncGenerator<readonly number[]> {
    for await (const chunk of chunks) {
      total += chunk.length
      yield chunk
    }
  }
  return { ids: count(), total: () => total }
}

async function* write(value: Writable): AsyncGenerator<string> {
  if (typeof value === 'function') yield* write(value())
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value) ?? 'null'
  else if (isChunked(value)) yield* writeChunks(value)
  else if (isList(value)) yield* writeList(value)
  else yield* writeObject(value)
}

async function* writeChunks(
  chunks: AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<string> {
  yield '['
  let separator = ''
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    yield separator + JSON.stringify(chunk).slice(1, -1)
    separator = ','
  }
  yield ']'
}

async function* writeList(list: readonly Writable[]): AsyncGenerator<string> {
  yield '['
  for (const [place, item] of list.entries()) {
    if (place > 0) yield ','
    yield* write(item)
  }
  yield ']'
}

async function* writeObject(object: { readonly [key: string]: Writable }): AsyncGenerator<string> {
  yield '{'
  let separator = ''
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    yield `${separator}${JSON.stringify(key)}:`
    yield* write(value)
    separator = ','
  }
  yield '}'
}

async function* gatherPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

async function* resume(begun: string[], rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield* begun
  yield* rest
}

function isChunked(value: object): value is AsyncIterable<readonly (string | number)[]> {
  return Symbol.asyncIterator in value
}

function isList(value: object): value is readonly Writable[] {
  return Array.isArray(value)
}
