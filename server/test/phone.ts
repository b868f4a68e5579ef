import { expect } from 'vitest'
import type { TestApp } from './app.ts'

/** One entry of a listing, as far as tests look at it. */
export type Listed = {
  id: string
  message: string
  phoneNumbers: string[]
  simNumber?: number
  validUntil?: string
  createdAt: string
  state: string
}

export type TestPhone = {
  readonly token: string
  /** What a fetch is given. */
  fetch: () => Promise<Listed[]>
  /** One report for each of these messages. */
  report: (state: string, messages: readonly { id: string }[], more?: object) => Promise<void>
  call: (method: string, path: string, json?: unknown) => Promise<{ status: number; body: unknown }>
}

const base = '/api/mobile/v1'

/** An installation of the app that has just enrolled with this token. It does nothing by itself. */
export async function enrolTestPhone(
  app: TestApp,
  enrolmentToken: string,
  { version = '1.70.4', simCards }: { version?: string | null; simCards?: object[] } = {},
): Promise<TestPhone> {
  const agent: Record<string, string> =
    version === null ? {} : { 'user-agent': `me.capcom.smsgateway/${version}` }
  const enrolled = await app.call('POST', `${base}/device`, {
    key: enrolmentToken,
    json: { name: 'samsung/dm3qxeea', ...(simCards ? { simCards } : {}) },
    headers: agent,
  })
  expect(enrolled.status).toBe(201)
  const { token } = enrolled.body as { token: string }

  const call: TestPhone['call'] = (method, path, json) =>
    app.call(method, `${base}${path}`, {
      key: token,
      headers: agent,
      ...(json === undefined ? {} : { json }),
    })
  return {
    token,
    call,
    fetch: async () => {
      const { status, body } = await call('GET', '/message')
      expect(status).toBe(200)
      return body as Listed[]
    },
    report: async (state, messages, more = {}) => {
      const reports = messages.map(({ id }) => ({ id, state, recipients: [{ state, ...more }] }))
      expect((await call('PATCH', '/message', reports)).status).toBe(204)
    },
  }
}
