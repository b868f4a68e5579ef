import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { unavailable } from '../errors.ts'
import { mebibyte } from './body.ts'

// A list of a million numbers is 15 MB of body and becomes 500 MB of objects: three at once were the end of a process.

/** Beyond this a body is heavy, and handled when no other heavy one is. */
const heavyBytes = mebibyte
/** How long a connection may be silent while its heavy request waits and is handled. */
const silentMs = 1_800_000
const waitingMax = 20

type Turn = { isHandled: boolean; end: () => void }

export type HeavyRequests = {
  /** Waits for the request's turn, which ends when it has been handled, or when it never will be. */
  enter: (request: FastifyRequest, bytes: number) => Promise<void>
}

/** Heavy requests of this scope take turns, from the parsing of their body until they are handled. */
export function takeTurns(app: FastifyInstance): HeavyRequests {
  const turns = new WeakMap<FastifyRequest, Turn>()
  const waiting: (() => void)[] = []
  let isTaken = false

  app.addHook('onRoute', (route) => {
    const { handler } = route
    route.handler = async function handleInTurn(request, reply) {
      const turn = turns.get(request)
      if (!turn) return handler.call(this, request, reply)
      turn.isHandled = true
      try {
        return await handler.call(this, request, reply)
      } finally {
        turn.end()
      }
    }
  })
  app.addHook('onResponse', async (request) => {
    const turn = turns.get(request)
    if (!turn) return
    // Refused before it was handled. One that is being handled goes on when its client hangs up.
    if (!turn.isHandled) turn.end()
    stayOpen(request, app.server.timeout)
  })

  function pass(): void {
    const next = waiting.shift()
    if (next) next()
    else isTaken = false
  }

  return {
    enter: async (request, bytes) => {
      if (bytes <= heavyBytes) return
      if (isTaken) {
        stayOpen(request, silentMs)
        if (waiting.length >= waitingMax)
          throw unavailable('Too many large requests are waiting just now. Try again later.', 30)
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
      isTaken = true
      stayOpen(request, silentMs)
      let isOver = false
      const end = () => {
        if (isOver) return
        isOver = true
        pass()
      }
      turns.set(request, { isHandled: false, end })
      if (!request.raw.socket.destroyed) return
      end()
      throw unavailable('The connection ended while the request waited for its turn.', 1)
    },
  }
}

/** How long the connection may be silent; a request that is injected by a test has none. */
function stayOpen({ raw: { socket } }: FastifyRequest, milliseconds: number): void {
  if (socket instanceof Socket) socket.setTimeout(milliseconds)
}
