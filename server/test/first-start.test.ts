import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSimcast, type SimcastProcess } from './simcast-process.ts'

// What the terminal shows of a real process, from the first start to the first person.

let folder = ''
let simcast: SimcastProcess

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-first-start-'))
})
afterEach(async () => {
  await simcast.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (env: Record<string, string> = {}) => {
  simcast = await startSimcast({ DATA_DIR: join(folder, 'data'), ...env })
}
const linkShown = () => /\/setup\/(\S+)/.exec(simcast.output())?.[1]
const post = (path: string, body: object) =>
  fetch(`${simcast.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test(
  'each start shows a new link until the first person is there',
  { timeout: 120_000 },
  async () => {
    await start()
    const old = linkShown()
    await simcast.stop()
    await start()
    const token = linkShown()

    expect(old).toMatch(/^\w{40,}$/)
    expect(token).not.toBe(old)
    const person = { name: 'Jo', email: 'jo@example.com', password: 'correct horse' }
    expect((await post('/api/setup', { token: old, ...person })).status).toBe(400)
    expect((await post('/api/setup', { token, ...person })).status).toBe(200)

    await simcast.stop()
    await start()
    expect(linkShown()).toBeUndefined()
    const { email, password } = person
    expect((await post('/api/login', { email, password })).status).toBe(200)
  },
)

test('a person who is configured needs no link', { timeout: 120_000 }, async () => {
  const [ADMIN_EMAIL, ADMIN_PASSWORD] = ['ana@example.com', 'correct horse']
  await start({ ADMIN_EMAIL, ADMIN_PASSWORD })

  expect(linkShown()).toBeUndefined()
  const signedIn = await post('/api/login', { email: ADMIN_EMAIL, password: ADMIN_PASSWORD })
  expect(await signedIn.json()).toMatchObject({ data: { person: { name: 'ana' } } })
})
