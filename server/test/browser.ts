import { expect } from 'vitest'
import type { Answer, Call, TestApp } from './app.ts'

/** A person's browser: it keeps the cookie that it is given, and says which page a write comes from. */
export type Browser = {
  call: (method: string, url: string, call?: Call) => Promise<Answer>
  cookie: string | undefined
}

export const ownOrigin = 'https://sms.example.org'

export function openBrowser(app: TestApp, cookie?: string): Browser {
  const browser: Browser = {
    cookie,
    call: async (method, url, { headers, ...call } = {}) => {
      const answer = await app.call(method, url, {
        ...call,
        headers: {
          'user-agent': 'Test browser',
          ...(method === 'GET' ? {} : { origin: ownOrigin }),
          ...(browser.cookie === undefined ? {} : { cookie: browser.cookie }),
          ...headers,
        },
      })
      const given = cookieIn(answer)
      if (given !== undefined) browser.cookie = given.endsWith('=') ? undefined : given
      return answer
    },
  }
  return browser
}

/** `name=value` of the cookie that an answer sets; undefined where it sets none. */
export function cookieIn({ headers }: Answer): string | undefined {
  const line = headers['set-cookie']
  return typeof line === 'string' ? line.split(';')[0] : undefined
}

/** Signs in, and fails the test where that is refused. */
export async function signIn(
  app: TestApp,
  { email, password }: { email: string; password: string },
): Promise<Browser> {
  const browser = openBrowser(app)
  const answer = await browser.call('POST', '/api/login', { json: { email, password } })
  expect(answer).toMatchObject({ status: 200 })
  return browser
}
