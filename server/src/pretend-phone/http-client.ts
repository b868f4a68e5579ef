import http from 'node:http'
import https from 'node:https'

export type HttpRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body?: string
  /** Gives up when nothing moves for this long. */
  silenceMs: number
  /** Gives up after this long whatever moves. */
  totalMs?: number
}

export type Answer = { status: number; type: string; body: string }

/** Something under way: `done` rejects once it is cancelled. */
export type Underway<T> = { done: Promise<T>; cancel: () => void }

export type HttpClient = {
  call: (request: HttpRequest) => Underway<Answer>
  /** An answer that is read as it comes. `done` settles when it ends. */
  stream: (
    request: HttpRequest,
    take: { opened: (status: number, type: string) => void; piece: (piece: string) => void },
  ) => Underway<void>
  close: () => void
}

/** The connections of many phones: calls share `socketsMax` of them, each stream has its own. */
export function createHttpClient({ socketsMax = 256 } = {}): HttpClient {
  const shared = { keepAlive: true, maxSockets: socketsMax, maxFreeSockets: socketsMax }
  const agents = { http: new http.Agent(shared), https: new https.Agent(shared) }
  const streamAgents = { http: new http.Agent(), https: new https.Agent() }

  function start(request: HttpRequest, from: typeof agents): http.ClientRequest {
    const isSecure = request.url.startsWith('https:')
    const { method, headers, silenceMs: timeout } = request
    const sent = (isSecure ? https : http).request(request.url, {
      method,
      headers,
      timeout,
      agent: isSecure ? from.https : from.http,
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.end(request.body)
    return sent
  }

  return {
    call: (request) => {
      let sent = start(request, agents)
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      const timer =
        request.totalMs === undefined
          ? undefined
          : setTimeout(() => sent.destroy(new Error('no answer in time')), request.totalMs)
      let isCancelled = false

      function listen(isFirst: boolean): void {
        sent.on('response', (response) => readWhole(response, resolve, reject))
        sent.on('error', (error) => {
          // A kept connection that the server closed just then: as the app's library, try a fresh one.
          if (isFirst && sent.reusedSocket && isReset(error) && !isCancelled) {
            sent = start(request, agents)
            return listen(false)
          }
          reject(error)
        })
      }
      listen(true)
      const cancel = () => {
        isCancelled = true
        sent.destroy(new Error('cancelled'))
      }
      return { done: promise.finally(() => clearTimeout(timer)), cancel }
    },
    stream: (request, take) => {
      const sent = start(request, streamAgents)
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      sent.on('error', reject)
      sent.on('response', (response) => {
        response.setEncoding('utf8')
        take.opened(response.statusCode ?? 0, response.headers['content-type'] ?? '')
        response.on('data', take.piece)
        response.on('end', resolve)
        response.on('error', reject)
        response.on('close', () => reject(new Error('the stream broke off')))
      })
      return { done: promise, cancel: () => sent.destroy(new Error('cancelled')) }
    },
    close: () => {
      for (const agent of Object.values({ ...agents })) agent.destroy()
      for (const agent of Object.values(streamAgents)) agent.destroy()
    },
  }
}

function readWhole(
  response: http.IncomingMessage,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (piece: string) => (body += piece))
  response.on('error', reject)
  // A broken answer closes without an end.
  response.on('close', () => reject(new Error('the answer broke off')))
  response.on('end', () => {
    const { statusCode: status = 0, headers } = response
    resolve({ status, type: headers['content-type'] ?? '', body })
  })
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
