import type { Release } from './app-release.ts'
import type { Answer, HttpRequest } from './http-client.ts'
import { writeJson } from './gson.ts'
import type { CallName, Network } from './network.ts'

/** The calls of the app, as it makes them (the protocol, section 1). */
export type MobileApi = {
  enrol: (token: string, phone: object) => Promise<{ id: string; token: string }>
  /** Tells of the phone at each start. */
  update: (token: string, phone: object) => Promise<void>
  list: (token: string, order: 'LIFO' | 'FIFO', signal: AbortSignal) => Promise<string>
  report: (token: string, body: string) => Promise<void>
  webhooks: (token: string, signal: AbortSignal) => Promise<string>
  settings: (token: string, signal: AbortSignal) => Promise<unknown>
  events: (token: string) => HttpRequest
  /** Posts one event to a webhook. */
  post: (url: string, body: string, headers: Record<string, string>) => Promise<void>
}

const callSilenceMs = 10_000
const hookSilenceMs = 5000
const hookTotalMs = 30_000
const streamSilenceMs = 3_600_000

/** The address that a person types into the app; the bare address of a Simcast stands for its mobile API. */
export function toBaseUrl(typed: string): string {
  const url = URL.parse(typed)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`The address looks like http://localhost:3000, not “${typed}”.`)
  }
  return url.pathname === '/' ? `${url.origin}/api/mobile/v1` : typed
}

export function createMobileApi(base: string, network: Network, release: Release): MobileApi {
  const agent = { 'User-Agent': `me.capcom.smsgateway/${release.version}` }
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
  const json = { 'Content-Type': 'application/json' }

  /** The app puts the path behind whatever was typed. */
  function call(
    name: CallName,
    [method, path]: [string, string],
    given: { token: string; body?: string; signal?: AbortSignal },
  ): Promise<Answer> {
    const { token, body, signal } = given
    const headers = {
      ...agent,
      ...bearer(token),
      Accept: 'application/json',
      ...(body === undefined ? {} : json),
    }
    const request = { method, url: base + path, headers, silenceMs: callSilenceMs }
    return network.call(name, body === undefined ? request : { ...request, body }, signal)
  }

  return {
    enrol: async (token, phone) => {
      const answer = await call('device', ['POST', '/device'], { token, body: writeJson(phone) })
      return readRegistration(readJson(answer))
    },
    update: async (token, phone) => {
      await call('device', ['PATCH', '/device'], { token, body: writeJson(phone) })
    },
    list: async (token, order, signal) => {
      const query = release.can('order') ? `?order=${order.toLowerCase()}` : ''
      const answer = await call('list', ['GET', `/message${query}`], { token, signal })
      return expectJson(answer).body
    },
    report: async (token, body) => {
      await call('report', ['PATCH', '/message'], { token, body })
    },
    webhooks: async (token, signal) => {
      return expectJson(await call('webhooks', ['GET', '/webhooks'], { token, signal })).body
    },
    settings: async (token, signal) => {
      return readJson(await call('settings', ['GET', '/settings'], { token, signal }))
    },
    events: (token) => ({
      method: 'GET',
      url: `${base}/events`,
      headers: { 'User-Agent': 'okhttp/4.10.0', Accept: 'text/event-stream', ...bearer(token) },
      silenceMs: streamSilenceMs,
    }),
    post: async (url, body, signed) => {
      const headers = { ...agent, ...json, ...signed }
      const limits = { silenceMs: hookSilenceMs, totalMs: hookTotalMs }
      await network.call('hook', { method: 'POST', url, headers, body, ...limits })
    },
  }
}

function expectJson(answer: Answer): Answer {
  if (/^application\/json\s*(;|$)/i.test(answer.type)) return answer
  throw new Error(`The app expects application/json, not ${answer.type || 'nothing'}.`)
}

function readJson(answer: Answer): unknown {
  return JSON.parse(expectJson(answer).body)
}

function readRegistration(value: unknown): { id: string; token: string } {
  // Looked at one by one below.
  const { id, token, login } = (value ?? {}) as Record<string, unknown>
  if (typeof id === 'string' && typeof token === 'string' && typeof login === 'string') {
    return { id, token }
  }
  throw new Error('The app expects id, token and login when it enrols.')
}
