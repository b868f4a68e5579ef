import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { unavailable } from '../errors.ts'
import { mebibyte } from './body.ts'

// What a process refuses so that it keeps serving phones, and comes back by itself.

/**
 * Requests that may wait for a connection to the database. Phones wait in the same line and are never refused, so it is
 * what bounds their wait: at ten connections and 20 ms each, half a second.
 */
const waitingMax = 250

/** Bytes of answers that their readers have not taken yet, over all requests of these routes. */
const unreadBytesMax = 32 * mebibyte
/** What leaves in one write and is forgotten. */
const smallAnswerBytes = 16 * 1024
/** What a streamed answer holds between us and a reader that does not read. */
const streamBytes = mebibyte / 2

/** Answers 503 before anything is looked at while too many requests wait for the database. */
export function refuseWhenBusy(app: FastifyInstance, waiting: () => number): void {
  app.addHook('onRequest', (_request, _reply, done) => {
    if (waiting() < waitingMax) done()
    else done(unavailable('Too many requests are waiting just now. Try again in a moment.', 1))
  })
}

/** Answers 503 in place of a long answer while too much of others lies unread. */
export function boundAnswers(app: FastifyInstance, bytesMax = unreadBytesMax): void {
  let unread = 0
  app.addHook('onSend', (_request, reply, payload, done) => {
    const bytes = heldBytes(payload)
    // Who is gone already takes nothing, and would give nothing back.
    if (bytes <= smallAnswerBytes || reply.raw.destroyed) return done(null, payload)
    if (unread + bytes > bytesMax) {
      if (payload instanceof Readable) payload.destroy()
      done(unavailable('Too many long answers are being read just now. Try again in a moment.', 2))
      return undefined
    }
    unread += bytes
    reply.raw.once('close', () => {
      unread -= bytes
    })
    return done(null, payload)
  })
}

function heldBytes(payload: unknown): number {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return payload.length
  return payload instanceof Readable ? streamBytes : 0
}
