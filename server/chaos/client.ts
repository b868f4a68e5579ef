import { setTimeout as rest } from 'node:timers/promises'
import type { Findings } from './findings.ts'
import { key } from './machines.ts'

export type Answer = { status: number; body: unknown }

/** A client of the API on a bad line. */
export type Client = {
  /** Asks once; undefined when no answer came. */
  tryOnce: (method: string, path: string, request?: Request) => Promise<Answer | undefined>
  /** Asks again and again until there is an answer that is no 503, as a careful client does. */
  insist: (method: string, path: string, request?: Request) => Promise<Answer>
}

type Request = { json?: unknown; body?: FormData; idempotency_key?: string }

const answerMs = 10_000
const pauseMs = 200
const patienceMs = 180_000

export function createClient(url: string, findings: Findings): Client {
  async function tryOnce(
    method: string,
    path: string,
    { json, body, idempotency_key }: Request = {},
  ): Promise<Answer | undefined> {
    const headers = new Headers({ authorization: `Bearer ${key}` })
    if (json !== undefined) headers.set('content-type', 'application/json')
    if (idempotency_key !== undefined) headers.set('idempotency-key', idempotency_key)
    try {
      const response = await fetch(url + path, {
        method,
        headers,
        body: json === undefined ? (body ?? null) : JSON.stringify(json),
        signal: AbortSignal.timeout(answerMs),
      })
      const text = await response.text()
      const { status } = response
      if (status >= 500 && status !== 503) {
        findings.add('server error', `${method} ${path}: ${status} ${text.slice(0, 500)}`)
      }
      return { status, body: JSON.parse(text) }
    } catch {
      // No answer, or half of one.
      return undefined
    }
  }

  return {
    tryOnce,
    insist: async (method, path, request) => {
      const deadline = Date.now() + patienceMs
      for (;;) {
        const answer = await tryOnce(method, path, request)
        if (answer && ![429, 500, 503].includes(answer.status)) return answer
        if (Date.now() > deadline) throw new Error(`${method} ${path} was never answered`)
        await rest(pauseMs)
      }
    },
  }
}

/** The object under `data` of an answer. */
export function dataOf({ body }: Answer): Record<string, unknown> {
  // Looked at key by key by whoever asks.
  return (body as { data?: Record<string, unknown> }).data ?? {}
}

/** The id that a write answered. */
export function idOf(answer: Answer): number {
  const { id } = dataOf(answer)
  if (typeof id === 'number') return id
  throw new Error(`no id in ${JSON.stringify(answer)}`)
}
