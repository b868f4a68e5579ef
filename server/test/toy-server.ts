import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// A server of the mobile API that does what a test tells it to, and writes down what it was asked.

export type Call = {
  method: string
  /** As it was asked for, and without what stands before it. */
  url: string
  path: string
  headers: IncomingMessage['headers']
  /** The body as it came. */
  raw: string
}

export type ToyAnswer = { status?: number; type?: string; json?: unknown; lost?: boolean }

export type ToyServer = {
  url: string
  calls: Call[]
  /** The calls of one kind, such as `PATCH /message`. */
  asked: (what: string) => Call[]
  /** The reports so far, one entry for each. */
  reports: () => Report[]
  /** What the next `GET /message` is answered. */
  list: (...messages: object[]) => void
  /** Answers a kind of call in another way, until it answers undefined. */
  answer: (what: string, reply: (call: Call) => ToyAnswer | Promise<ToyAnswer> | undefined) => void
  webhooks: object[]
  settings: object
  /** Sends an event to every open stream. */
  send: (event: string, data?: string) => void
  streams: () => number
  endStreams: () => void
  /** Forgets every phone that enrolled. */
  forget: () => void
  close: () => Promise<void>
}

export type Report = {
  id: string
  state: string
  recipients: { phoneNumber: string; state: string; error?: string }[]
  states?: Record<string, string>
}

export const enrolmentToken = 'enrol-me'

/** Starts it on a free port. On each stream it sends `nudges` first. */
export async function startToyServer({ nudges = [] as string[] } = {}): Promise<ToyServer> {
  const calls: Call[] = []
  const streams = new Set<ServerResponse>()
  const answers = new Map<string, Parameters<ToyServer['answer']>[1]>()
  const tokens = new Set<string>()
  let listed: object[] = []

  const toy = {
    webhooks: [] as object[],
    settings: {} as object,
  }

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.write(':hello\n\n')
    for (const event of nudges) response.write(`event: ${event}\ndata: {}\n\n`)
    streams.add(response)
    response.on('close', () => streams.delete(response))
  }

  function reply(call: Call): ToyAnswer {
    const token = call.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (call.path === '/device' && call.method === 'POST') {
      if (token !== enrolmentToken) return { status: 401 }
      const made = `token-${tokens.size + 1}`
      tokens.add(made)
      return { status: 201, json: { id: `device-${tokens.size}`, token: made, login: 'ABCDEF' } }
    }
    if (call.path.startsWith('/hook')) return { status: 200, json: {} }
    if (!tokens.has(token)) return { status: 401 }
    if (call.path.startsWith('/message') && call.method === 'GET') {
      const json = listed
      listed = []
      return { json }
    }
    if (call.path === '/webhooks') return { json: toy.webhooks }
    if (call.path === '/settings') return { json: toy.settings }
    return { status: 204 }
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let raw = ''
    for await (const piece of request) raw += String(piece)
    const { url = '', method = '' } = request
    const path = url.replace(/^(\/api\/mobile\/v1|\/elsewhere)/, '').replace('//', '/')
    const call = { method, url, path, headers: request.headers, raw }
    calls.push(call)
    const what = kindOf(call)
    const given = (await answers.get(what)?.(call)) ?? undefined
    if (what === 'GET /events' && !given) {
      const isKnown = tokens.has(call.headers.authorization?.replace(/^Bearer /, '') ?? '')
      if (isKnown) return openStream(response)
    }
    const { status = 200, type = 'application/json', json, lost } = given ?? reply(call)
    if (lost) {
      response.destroy()
      return
    }
    response.writeHead(status, { 'content-type': type })
    response.end(json === undefined ? '' : JSON.stringify(json))
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return Object.assign(toy, {
    url: `http://127.0.0.1:${port}`,
    calls,
    asked: (what: string) => calls.filter((call) => kindOf(call) === what),
    reports: () => {
      const reports = calls.filter((call) => kindOf(call) === 'PATCH /message')
      return reports.flatMap(({ raw }) => JSON.parse(raw) as Report[])
    },
    list: (...messages: object[]) => {
      listed = messages
    },
    answer: (what: string, to: Parameters<ToyServer['answer']>[1]) => void answers.set(what, to),
    send: (event: string, data = '{}') => {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${data}\n\n`)
    },
    streams: () => streams.size,
    endStreams: () => {
      for (const stream of streams) stream.end()
    },
    forget: () => tokens.clear(),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function kindOf({ method, path }: Call): string {
  return `${method} ${path.split('?')[0]}`
}
