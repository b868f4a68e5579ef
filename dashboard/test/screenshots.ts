// Pictures of every page and state, at both widths, in both schemes. Fewer of them: npm run screenshots -- 390 dark contact
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createAccount, createKey } from '../../server/src/accounts/service.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { openDatabase, type OpenDatabase } from '../../server/src/db/pool.ts'
import { inTransaction } from '../../server/src/db/transaction.ts'
import { signInCookie } from '../../server/src/http/cookies.ts'
import { hashPassword } from '../../server/src/people/passwords.ts'
import { createPerson } from '../../server/src/people/service.ts'
import { createSetupLink } from '../../server/src/people/setup-links.ts'
import { createSignIn } from '../../server/src/people/sign-ins.ts'
import { startPostgres } from '../../server/src/postgres/server.ts'
import { startRuntime } from '../../server/src/runtime.ts'
import { fillAccount, type Believable, type BelievableIds } from './believable-data.ts'
import { keepOnline } from './believable-phones.ts'
import { launchBrowser } from './browser.ts'
import { pictures, type Picture } from './pictures.ts'

const folder = join(import.meta.dirname, '../screenshots')
const chosen = process.argv.slice(2)
const windows = narrowed([
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 },
])
const schemes = narrowed([{ name: 'light' }, { name: 'dark' }] as const).map(({ name }) => name)
const log = pino({ level: 'error' }, process.stderr)

await main()

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'simcast-screenshots-'))
  const postgres = await startPostgres({ dataDir, log })
  try {
    await migrate(postgres.connection, { log })
    const runtime = await startRuntime({
      connection: postgres.connection,
      log,
      publicUrl: null,
      trustProxy: false,
    })
    const database = openDatabase(postgres.connection, { log })
    try {
      await runtime.app.listen({ port: 0, host: '127.0.0.1' })
      const address = runtime.app.server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      await takeAll(database, `http://127.0.0.1:${port}`)
    } finally {
      await database.close()
      await runtime.close()
    }
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Those that are named on the command line, or all. */
function narrowed<T extends { name: string }>(all: readonly T[]): readonly T[] {
  const some = all.filter(({ name }) => chosen.includes(name))
  return some.length === 0 ? all : some
}

type Account = Believable & { cookie: string; setup: string }

async function takeAll(database: OpenDatabase, url: string): Promise<void> {
  const full = await openAccount(database, url, 'Trail & Trek')
  const empty = await openAccount(database, url, 'New here')
  process.stdout.write('Filling the account…\n')
  const ids = await fillAccount(full)
  // Filling took longer than a phone may be silent.
  await keepOnline(full, ids.phones)
  const beat = setInterval(() => void keepOnline(full, ids.phones).catch(() => undefined), 10_000)
  const browser = await launchBrowser()
  mkdirSync(folder, { recursive: true })
  const names = chosen.filter((word) => !['1440', '390', 'light', 'dark'].includes(word))
  const wanted = pictures.filter(
    ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
  )
  const failed: string[] = []
  const open = contextsOf(browser, url)
  try {
    for (const picture of wanted) {
      const account = picture.account === 'empty' ? empty : full
      failed.push(...(await take(open, { picture, account, ids })))
    }
  } finally {
    clearInterval(beat)
    await browser.close()
  }
  process.stdout.write(`${wanted.length} pages and states are in ${folder}\n`)
  if (failed.length > 0) {
    process.stderr.write(`${failed.join('\n')}\n`)
    process.exitCode = 1
  }
}

type Take = { picture: Picture; account: Account; ids: BelievableIds }

async function take(open: OpenContext, { picture, account, ids }: Take): Promise<string[]> {
  const failed: string[] = []
  for (const window of windows) {
    for (const scheme of schemes) {
      const context = await open({ window, scheme, who: picture.account ?? 'full', account })
      const page = await context.newPage()
      const name = `${picture.name}-${window.width}${scheme === 'dark' ? '-dark' : ''}`
      try {
        await page.goto(picture.path({ ...ids, setup: account.setup }))
        await settle(page)
        await picture.before?.({ page, isNarrow: window.width < 760 })
        if (picture.before) await settle(page)
        const isWhole = picture.isWhole === true
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: isWhole })
        process.stdout.write(`${name}\n`)
      } catch (error) {
        const [why] = error instanceof Error ? error.message.split('\n') : [String(error)]
        failed.push(`${name}: ${why}`)
      } finally {
        await context.setOffline(false)
        await page.close()
      }
    }
  }
  return failed
}

type Eyes = {
  window: { width: number; height: number }
  scheme: 'light' | 'dark'
  who: 'full' | 'empty' | 'nobody'
  account: Account
}
type OpenContext = (eyes: Eyes) => Promise<BrowserContext>

/** One window for each size, scheme and person, so that files are loaded once. */
function contextsOf(browser: Browser, url: string): OpenContext {
  const opened = new Map<string, BrowserContext>()
  return async ({ window, scheme, who, account }) => {
    const key = `${window.width} ${scheme} ${who}`
    const known = opened.get(key)
    if (known) return known
    const context = await browser.newContext({
      baseURL: url,
      viewport: window,
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
      hasTouch: window.width < 760,
    })
    const { cookie: value } = account
    if (who !== 'nobody')
      await context.addCookies([{ name: signInCookie, value, url, httpOnly: true }])
    opened.set(key, context)
    return context
  }
}

/** Fonts are there, and nothing is being asked for any more. The event stream never ends, so the network is never idle. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
}

async function openAccount(database: OpenDatabase, url: string, name: string): Promise<Account> {
  const { db } = database
  const password_hash = await hashPassword('a long password of nobody')
  const opened = await inTransaction(db, async (tx) => {
    const user_id = await createAccount(tx, { name })
    const { key } = await createKey(tx, user_id, 'Shop till')
    const email = `jo@${name.toLowerCase().replaceAll(/\W/g, '')}.example.com`
    const person_id = await createPerson(tx, user_id, { name: 'Jo Sample', email, password_hash })
    const browser = {
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
      ip: '192.0.2.10',
      is_secure: false,
    }
    const now = new Date()
    const cookie = await createSignIn(tx, { user_id, person_id }, browser, now)
    const setup = await createSetupLink(tx, { user_id, person_id: null }, now)
    return { user_id, key, cookie, setup }
  })
  const ask: Believable['ask'] = async (method, path, json) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${opened.key}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return { ...opened, db, url, ask }
}
