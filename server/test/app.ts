import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import type { Context } from '../src/context.ts'
import type { Outside } from '../src/notices/outside.ts'
import { startRuntime, type Runtime } from '../src/runtime.ts'
import type { TestDatabase } from './database.ts'

type Problem = { title: string; status: number; code: string; field?: string }

/** What an answer says: `body` is its JSON, or undefined where there is none. */
export type Answer = { status: number; body: unknown; headers: Record<string, unknown> }

export type Call = {
  key?: string
  /** Sent as JSON. */
  json?: unknown
  /** Sent as an urlencoded form. */
  form?: Record<string, string> | [string, string][]
  /** Sent as it stands, with the headers that it needs. */
  payload?: string | Buffer
  headers?: Record<string, string>
}

/** The whole API on the test file's database, without its background work, with a clock that stands still. */
export type TestApp = {
  readonly app: FastifyInstance
  readonly context: Context
  /** What time it is for the app. */
  now: Date
  call: (method: string, url: string, call?: Call) => Promise<Answer>
}

export function useApp(
  database: TestDatabase,
  { allowsPrivateFeeds = false, outside }: { allowsPrivateFeeds?: boolean; outside?: Outside } = {},
): TestApp {
  let runtime: Runtime | undefined

  const testApp: TestApp = {
    get app() {
      return started().app
    },
    get context() {
      return started().context
    },
    now: new Date('2026-11-21T12:00:00Z'),
    call: async (method, url, { key, json, form, payload, headers } = {}) => {
      const response = await started().app.inject({
        // Some tests send methods that no route takes.
        method: method as 'GET',
        url,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
        ...(json === undefined ? {} : { payload: JSON.stringify(json) }),
        ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
      })
      const body = response.body === '' ? undefined : JSON.parse(response.body)
      return { status: response.statusCode, body, headers: response.headers }
    },
  }

  beforeAll(async () => {
    runtime = await startRuntime({
      connection: database.connection,
      log: pino({ level: 'silent' }),
      publicUrl: 'https://sms.example.org',
      trustProxy: false,
      allowsPrivateFeeds,
      now: () => testApp.now,
      withEngine: false,
      ...(outside ? { outside } : {}),
    })
  })
  afterAll(() => runtime?.close())

  function started(): Runtime {
    if (!runtime) throw new Error('the app is there in tests and hooks only')
    return runtime
  }
  return testApp
}

/** The object of an answer with one. */
export function dataOf({ body }: Answer): Record<string, unknown> {
  // Tests look at its keys one by one.
  return (body as { data: Record<string, unknown> }).data
}

/** The objects of a list. */
export function listOf({ body }: Answer): Record<string, unknown>[] {
  return (body as { data: Record<string, unknown>[] }).data
}

/** The id that a write answered; an answer without one fails the test with what it says. */
export function idOf(answer: Answer): number {
  const id = answer.status === 200 ? dataOf(answer)['id'] : undefined
  if (typeof id === 'number') return id
  throw new Error(`no id in ${JSON.stringify(answer)}`)
}

/** The fields and the titles of a refusal; an empty list for what is none. */
export function problemsOf({ body }: Answer): Problem[] {
  return (body as { errors?: Problem[] } | undefined)?.errors ?? []
}
