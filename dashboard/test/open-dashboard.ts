import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDashboard } from '../../scripts/build-dashboard.js'
import { inTransaction } from '../../server/src/db/transaction.ts'
import { signInCookie } from '../../server/src/http/cookies.ts'
import { createSignIn } from '../../server/src/people/sign-ins.ts'
import { startRuntime, type Runtime } from '../../server/src/runtime.ts'
import { buildAccount, buildPerson } from '../../server/test/builders.ts'
import { useDatabase, type TestDatabase } from '../../server/test/database.ts'
import { launchBrowser } from './browser.ts'
import { checkAxe } from './check-axe.ts'
import { watchPage } from './watch-page.ts'

/** A desk and a phone. */
export const widths = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 },
] as const
export type Width = (typeof widths)[number]

/** What a journey has: an account of its own, a page that its person looks at, and the API with its key. */
export type Journey = {
  page: Page
  context: BrowserContext
  width: Width
  isNarrow: boolean
  url: string
  user_id: number
  person_id: number
  key: string
  /** Goes to an address and waits until the page says what it is. */
  visit: (path: string) => Promise<void>
  /** Asks the API as a program does; throws where it refuses. */
  ask: (method: 'GET' | 'POST' | 'DELETE', path: string, json?: unknown) => Promise<unknown>
  /** Axe on the page as it stands, in both schemes. */
  expectAccessible: () => Promise<void>
  /** Nothing is wider than the window. */
  expectNoSidewaysScroll: () => Promise<void>
}

export type Dashboard = {
  readonly database: TestDatabase
  readonly runtime: Runtime
  readonly browser: Browser
  readonly url: string
  /** A test at both widths, each with an account of its own; fails on whatever a page may not do. */
  atBothWidths: (name: string, journey: (journey: Journey) => Promise<void>) => void
  /** A page that nobody is signed in on. */
  openPage: (
    width: Width,
  ) => Promise<{ page: Page; context: BrowserContext; complaints: () => string[] }>
  /** A picture of a page as it stands, in dashboard/screenshots: for whoever looks why a journey failed. */
  keepPicture: (page: Page, name: string) => Promise<void>
  /** Stops the server, and starts it again on the same port. */
  restart: (whileAway?: () => Promise<void>) => Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** A whole Simcast over HTTP with the built dashboard, and a Chromium, for one test file. */
export function useDashboard({ withEngine = true } = {}): Dashboard {
  const database = useDatabase()
  let started: { runtime: Runtime; browser: Browser; url: string; paths: string[] } | undefined
  const now = () => {
    if (!started) throw new Error('the dashboard is there in tests and hooks only')
    return started
  }
  const start = async (port: number) => {
    const runtime = await startRuntime({
      connection: database.connection,
      log: pino({ level: 'silent' }),
      publicUrl: null,
      trustProxy: false,
      withEngine,
    })
    await runtime.app.listen({ port, host: '127.0.0.1' })
    return runtime
  }

  beforeAll(async () => {
    await buildDashboard(root)
    const browser = await launchBrowser()
    const runtime = await start(0)
    const address = runtime.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const paths = Object.keys(runtime.app.swagger().paths ?? {})
    started = { runtime, browser, url: `http://127.0.0.1:${port}`, paths }
  })
  afterAll(async () => {
    await started?.browser.close()
    await started?.runtime.close()
  })

  const dashboard: Dashboard = {
    database,
    get runtime() {
      return now().runtime
    },
    get browser() {
      return now().browser
    },
    get url() {
      return now().url
    },
    atBothWidths: (name, journey) => {
      test.each(widths)(`${name}, at $name px`, async (width) => {
        const { page, context, complaints } = await dashboard.openPage(width)
        try {
          await journey(await signedIn(dashboard, { page, context, width }))
          expect(complaints()).toEqual([])
        } catch (error) {
          await dashboard.keepPicture(page, `${name}-${width.name}`)
          throw explained(error, complaints(), page.url())
        } finally {
          await context.close()
        }
      })
    },
    openPage: async (width) => {
      const { browser, url, paths } = now()
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: width.width, height: width.height },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        hasTouch: width.width < 760,
      })
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      return { page, context, complaints: await watchPage(page, paths) }
    },
    keepPicture: async (page, name) => {
      const file = `failed-${name.toLowerCase().replaceAll(/\W+/g, '-').slice(0, 80)}.png`
      await page
        .screenshot({ path: join(root, 'dashboard/screenshots', file) })
        .catch(() => undefined)
    },
    restart: async (whileAway) => {
      const { runtime, url, ...rest } = now()
      await runtime.close()
      await whileAway?.()
      started = { ...rest, url, runtime: await start(Number(new URL(url).port)) }
    },
  }
  return dashboard
}

type Opened = { page: Page; context: BrowserContext; width: Width }

/** An account with a person, whose browser the page is of. */
async function signedIn(dashboard: Dashboard, { page, context, width }: Opened): Promise<Journey> {
  const { db } = dashboard.database
  const { url } = dashboard
  const { user_id, key } = await buildAccount(db, { default_country: 'GB' })
  const person = await buildPerson(db, user_id)
  const browser = { user_agent: 'Test', ip: '127.0.0.1', is_secure: false }
  const secret = await inTransaction(db, (tx) =>
    createSignIn(tx, { user_id, person_id: person.id }, browser, new Date()),
  )
  await context.addCookies([
    { name: signInCookie, value: secret, url, httpOnly: true, sameSite: 'Lax' },
  ])
  return {
    page,
    context,
    width,
    isNarrow: width.width < 760,
    url,
    user_id,
    person_id: person.id,
    key,
    visit: async (path) => {
      await page.goto(path)
      await page.locator('h1').first().waitFor()
    },
    ask: (method, path, json) => askApi(url, key, { method, path, json }),
    expectAccessible: async () => expect(await checkAxe(page)).toEqual([]),
    expectNoSidewaysScroll: async () => {
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider, 'pixels that stand out sideways').toBeLessThanOrEqual(0)
    },
  }
}

async function askApi(
  url: string,
  key: string,
  { method, path, json }: { method: string; path: string; json: unknown },
): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** What a page complained of often says why something was not found on it. */
function explained(error: unknown, complaints: string[], url: string): unknown {
  if (error instanceof Error && complaints.length > 0) {
    error.message += `\nOn ${url} the page complained:\n${complaints.join('\n')}`
  }
  return error
}
