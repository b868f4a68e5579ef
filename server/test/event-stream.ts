import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'

export type StreamEvent = { event: string; data: string; at: number; id: string | undefined }

/** An event stream on a real socket. */
export type EventStream = {
  readonly headers: IncomingMessage['headers']
  /** All that has arrived so far, as it was sent. */
  readonly raw: string
  /** The next event that nobody has taken yet; fails after `withinMs`. */
  next: (withinMs?: number) => Promise<StreamEvent>
  /** The next event of this name; others are passed over. */
  nextOf: (event: string, withinMs?: number) => Promise<StreamEvent>
  /** Events that have arrived and that nobody has taken. */
  waiting: () => StreamEvent[]
  /** Settles when the server has ended the stream. */
  ended: Promise<void>
  close: () => void
}

const patienceMs = 10_000

/** That of a phone, or what stands at another path. */
export async function openEventStream(
  url: string,
  token: string,
  { path = '/api/mobile/v1/events', headers = {} }: { path?: string; headers?: object } = {},
): Promise<EventStream> {
  const asked: ClientRequest = request(`${url}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      'user-agent': 'okhttp/4.10.0',
      ...headers,
    },
    agent: false,
  })
  asked.on('error', () => undefined)
  asked.end()
  // Once's type does not know which event it waited for.
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`the stream answered ${response.statusCode}`)

  let raw = ''
  let unread = ''
  const events: StreamEvent[] = []
  let wake = () => {}
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    raw += chunk
    unread += chunk
    for (let end = unread.indexOf('\n\n'); end >= 0; end = unread.indexOf('\n\n')) {
      const frame = unread.slice(0, end)
      unread = unread.slice(end + 2)
      const event = /^event: (.*)$/m.exec(frame)?.[1]
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      const id = /^id: (.*)$/m.exec(frame)?.[1]
      // The app drops what has no data line, and takes a comment for a sign of life.
      if (event !== undefined && data !== undefined)
        events.push({ event, data, at: Date.now(), id })
    }
    wake()
  })
  const ended = new Promise<void>((resolve) => {
    response.on('end', () => resolve())
    response.on('close', () => resolve())
    response.on('error', () => resolve())
  })

  async function next(withinMs = patienceMs): Promise<StreamEvent> {
    const late = new AbortController()
    const timeout = rest(withinMs, 'late' as const, { signal: late.signal }).catch(
      () => 'late' as const,
    )
    try {
      for (;;) {
        const event = events.shift()
        if (event) return event
        const arrived = new Promise<'arrived'>((resolve) => {
          wake = () => resolve('arrived')
        })
        if ((await Promise.race([arrived, timeout])) === 'late')
          throw new Error(`no event within ${withinMs} ms`)
      }
    } finally {
      late.abort()
    }
  }

  return {
    headers: response.headers,
    get raw() {
      return raw
    },
    next,
    nextOf: async (name, withinMs) => {
      for (;;) {
        const event = await next(withinMs)
        if (event.event === name) return event
      }
    },
    waiting: () => [...events],
    ended,
    close: () => {
      asked.destroy()
    },
  }
}
