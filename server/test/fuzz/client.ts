import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export type Attack = {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer
}

/** What came back; `lost` says why nothing did. */
export type Outcome = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  ms: number
  lost?: string
}

/** Nothing may take longer. */
export const hangMs = 10_000

/** Sends over a few connections that are kept, as a program would. */
export function createClient(port: number): {
  send: (attack: Attack) => Promise<Outcome>
  close: () => void
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })

  function send({ method, path, headers, body }: Attack): Promise<Outcome> {
    const began = Date.now()
    const none = { status: 0, headers: {}, text: '' }
    return new Promise((resolve) => {
      const over = (outcome: Omit<Outcome, 'ms'>) => {
        clearTimeout(timer)
        resolve({ ...outcome, ms: Date.now() - began })
      }
      const asked = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method,
          path,
          headers: body.length > 0 ? { ...headers, 'content-length': body.length } : headers,
        },
        (response) => {
          const pieces: Buffer[] = []
          response.on('data', (piece: Buffer) => pieces.push(piece))
          response.on('error', (error) => over({ ...none, lost: error.message }))
          response.on('end', () =>
            over({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(pieces).toString(),
            }),
          )
        },
      )
      const timer = setTimeout(() => {
        asked.destroy()
        over({ ...none, lost: `no answer in ${hangMs} ms` })
      }, hangMs)
      asked.on('error', (error) => over({ ...none, lost: error.message }))
      asked.end(body)
    })
  }

  return { send, close: () => agent.destroy() }
}
