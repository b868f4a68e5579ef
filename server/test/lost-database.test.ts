import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../src/postgres/server.ts'
import { startSimcast, type SimcastProcess } from './simcast-process.ts'

// Simcast on a database that another process keeps, which goes away and comes back.

const folder = mkdtempSync(join(tmpdir(), 'simcast-lost-'))
const key = 'lost-database-key-1234567'
let postgres: Postgres
let simcast: SimcastProcess

beforeAll(async () => {
  postgres = await serve()
  const { host = '', user = '', password, database = '' } = postgres.connection
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  const url = `postgresql://${user}${secret}@/${database}?host=${encodeURIComponent(host)}`
  simcast = await startSimcast({ DATABASE_URL: url, ADMIN_API_KEY: key, LOG_LEVEL: 'fatal' })
})

afterAll(async () => {
  await simcast?.stop()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a lost database is a 503 with a sentence, and everything goes on by itself when it is back', async () => {
  expect(await ask('/ready')).toMatchObject({ status: 200 })
  expect(await ask('/api/contacts')).toMatchObject({ status: 200 })

  await postgres.stop()

  const lost = await ask('/api/contacts')
  expect(lost.status).toBe(503)
  expect(lost.retryAfter).toMatch(/^\d+$/)
  expect(lost.body).toEqual({
    errors: [{ title: expect.stringContaining('database'), status: 503, code: 'unavailable' }],
    request_id: expect.any(String),
  })
  expect(await ask('/ready')).toMatchObject({ status: 503 })
  // It serves, if only to say so.
  expect(await ask('/health')).toMatchObject({ status: 200 })

  postgres = await serve()

  await until(async () => (await ask('/ready')).status === 200)
  expect(await ask('/api/contacts')).toMatchObject({ status: 200 })
})

function serve(): Promise<Postgres> {
  return startPostgres({ dataDir: folder, log: pino({ level: 'silent' }) })
}

async function ask(
  path: string,
): Promise<{ status: number; retryAfter: string | null; body: unknown }> {
  const response = await fetch(`${simcast.url}${path}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: await response.json(),
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await rest(50)
}
