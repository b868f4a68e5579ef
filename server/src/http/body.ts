import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { invalid, tooLarge, unavailable } from '../errors.ts'

export const mebibyte = 1024 * 1024
export const formBytesMax = 32 * mebibyte
export const phoneBytesMax = 20 * mebibyte

/** The bytes of bodies that the process holds in memory at one moment, over all requests. */
export type BodyBudget = {
  take: (request: FastifyRequest, bytes: number) => boolean
  giveBack: (request: FastifyRequest) => void
}

export function createBodyBudget(bytesMax: number): BodyBudget {
  const held = new WeakMap<FastifyRequest, number>()
  let total = 0
  return {
    take: (request, bytes) => {
      if (total + bytes > bytesMax) return false
      total += bytes
      held.set(request, (held.get(request) ?? 0) + bytes)
      return true
    },
    giveBack: (request) => {
      total -= held.get(request) ?? 0
      held.delete(request)
    },
  }
}

/** The whole body, or an AppError: 413 over the limit, 503 when the budget of the process is used up. */
export async function readBody(
  request: FastifyRequest,
  payload: Readable,
  options: { bytesMax: number; budget: BodyBudget },
): Promise<Buffer> {
  const { bytesMax, budget } = options
  const limit = `The body is larger than ${Math.floor(bytesMax / mebibyte)} MiB, the most that is taken here.`
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge(limit)

  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > bytesMax) throw tooLarge(limit)
      if (!budget.take(request, chunk.length)) {
        throw unavailable(
          'Too many large requests are being received just now. Try again in a moment.',
          2,
        )
      }
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
      throw invalid([{ title: 'The connection ended before the whole body had arrived.' }])
    }
    throw error
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
}
