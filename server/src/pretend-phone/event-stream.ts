import { createEventParser, type StreamEvent } from './event-parser.ts'
import type { HttpRequest } from './http-client.ts'
import type { Network } from './network.ts'
import type { Wait } from './waiting.ts'

/** The app's connection for wake-ups: opened again for ever, soon at first. */
export type EventStream = { isOpen: () => boolean; close: () => void }

/** How long the app waits before its next try, by how many have failed. */
function reconnectMs(failures: number): number {
  if (failures <= 5) return 5000
  return failures <= 10 ? 30_000 : 60_000
}

export function openEventStream(options: {
  network: Network
  request: () => HttpRequest
  wait: Wait
  opened: () => void
  /** The stream has ended or could not be opened. */
  ended: (error: unknown) => void
  take: (event: StreamEvent) => void
}): EventStream {
  const { network } = options
  const closed = new AbortController()
  let isOpen = false
  let failures = 0

  /** Settles or rejects when the stream is no more. */
  async function listen(): Promise<void> {
    const { promise: refused, reject } = Promise.withResolvers<never>()
    const parse = createEventParser((event) => {
      if (!closed.signal.aborted) options.take(event)
    })
    const { done, cancel } = network.stream(options.request(), {
      opened: (status, type) => {
        const isStream = type.split(';')[0]?.trim().toLowerCase() === 'text/event-stream'
        if (status < 200 || status > 299 || !isStream) {
          reject(new Error(`GET /events was answered with ${status} ${type}`))
          return
        }
        isOpen = true
        failures = 0
        options.opened()
      },
      piece: (piece) => {
        if (isOpen) parse(piece)
      },
    })
    closed.signal.addEventListener('abort', cancel)
    try {
      await Promise.race([done, refused])
    } finally {
      closed.signal.removeEventListener('abort', cancel)
      cancel()
      isOpen = false
    }
  }

  async function run(): Promise<void> {
    while (!closed.signal.aborted) {
      let reason: unknown
      try {
        await listen()
      } catch (error) {
        reason = error
      }
      if (closed.signal.aborted) return
      failures += 1
      options.ended(reason)
      await options.wait(reconnectMs(failures), closed.signal)
      await network.whenOnline()
    }
  }

  void run()
  return { isOpen: () => isOpen, close: () => closed.abort() }
}
