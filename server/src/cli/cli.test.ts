import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataOf, useApp } from '../../test/app.ts'
import { cookieIn } from '../../test/browser.ts'
import { buildAccount, buildContact } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'

// The real program, on a real database, beside real Simcast processes.

const database = useDatabase()
const app = useApp(database)
const folder = mkdtempSync(join(tmpdir(), 'simcast-cli-'))
let server: ChildProcess
let port = 0

beforeAll(async () => {
  server = fork(join(import.meta.dirname, '../../test/import-program.ts'), [database.url])
  const [message] = (await once(server, 'message')) as [{ port: number }]
  port = message.port
})
afterAll(async () => {
  const exit = once(server, 'exit')
  server.kill('SIGKILL')
  await exit
  rmSync(folder, { recursive: true })
})

type Result = { code: number | null; out: string; err: string }

async function simcast(words: string[], env: Record<string, string> = {}): Promise<Result> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../cli.ts'), ...words], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number | null, out, err }
}

function fileOf(content: string): string {
  const path = join(folder, `contacts-${Math.random().toString(36).slice(2)}.csv`)
  writeFileSync(path, content)
  return path
}

const keyIn = (out: string) => /^sk_\S+/.exec(out)?.[0] ?? ''

describe('people', () => {
  const tokenIn = (out: string) => /^https?:\S+\/setup\/(\S+)/.exec(out)?.[1] ?? ''
  const setUp = (json: object) => app.call('POST', '/api/setup', { json })

  test('are made by a link, get a new password by another, and are shut out at once', async () => {
    const { user_id } = await buildAccount(database.db)
    const made = await simcast(['person', 'create', '--account', String(user_id)])
    expect(made.code).toBe(0)
    const person = { name: 'Jo', email: 'jo@example.com', password: 'correct horse' }
    const first = await setUp({ token: tokenIn(made.out), ...person })
    expect(dataOf(first)).toMatchObject({ account: { id: user_id }, person: { name: 'Jo' } })
    const listed = await simcast(['person', 'list', '--account', String(user_id)])
    expect(listed.out).toMatch(/^ *\d+ {2}Jo +jo@example\.com {2}\d{4}-/m)

    const reset = await simcast(['person', 'reset', 'JO@example.com'])
    const second = await setUp({ token: tokenIn(reset.out), password: 'battery staple' })
    expect(second.status).toBe(200)
    const cookie = cookieIn(second) ?? ''
    const me = () => app.call('GET', '/api/me', { headers: { cookie } })
    expect(await me()).toMatchObject({ status: 200 })

    expect((await simcast(['person', 'delete', 'jo@example.com'])).code).toBe(0)
    await expect.poll(async () => (await me()).status).toBe(401)
    const again = await simcast(['person', 'reset', 'jo@example.com'])
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('Nobody signs in as') })
  })
})

describe('accounts and keys', () => {
  test('a new account has a key that works, and knows nothing of others', async () => {
    await buildAccount(database.db)
    const { code, out } = await simcast([
      'account',
      'create',
      'Shop',
      '--email',
      'shop@example.org',
    ])
    expect(code).toBe(0)
    const account = await app.call('GET', '/api/account', { key: keyIn(out) })
    expect(account.body).toMatchObject({ data: { name: 'Shop', email: 'shop@example.org' } })
    const listed = await simcast(['account', 'list'])
    expect(listed.out).toMatch(/^ *\d+ {2}Shop +shop@example\.org +\d{4}-/m)
  })

  test('a key is shown once, and refused at once when it is revoked, by processes that remember it', async () => {
    const { user_id } = await buildAccount(database.db)
    const made = await simcast(['key', 'create', '--account', String(user_id), '--name', 'Till'])
    const key = keyIn(made.out)
    expect(await app.call('GET', '/api/account', { key })).toMatchObject({ status: 200 })

    const { out } = await simcast(['key', 'list', '--account', String(user_id)])
    expect(out).not.toContain(key)
    const id = /^ *(\d+) .* Till /m.exec(out)?.[1] ?? ''
    expect(await simcast(['key', 'revoke', id])).toMatchObject({
      code: 0,
      out: `The API key ${id}, “Till”, is revoked.\n`,
    })
    await expect.poll(async () => (await app.call('GET', '/api/account', { key })).status).toBe(401)
    expect((await simcast(['key', 'list', '--account', String(user_id)])).out).toMatch(
      /Till +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d$/m,
    )
    expect((await simcast(['key', 'revoke', id])).out).toContain('had been revoked before')
  })

  test.each([
    [['key', 'create', '--account', '999'], 1, 'There is no account 999.'],
    [['key', 'revoke', '999'], 1, 'There is no API key 999.'],
    [['key', 'make'], 2, 'There is no command “key make”.'],
  ])('%j says what is wrong', async (words, code, sentence) => {
    const result = await simcast(words)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.err).toContain(sentence)
    expect(result.err).not.toContain('    at ')
  })
})

describe('import contacts', () => {
  test('works beside a running Simcast without a key, and leaves none behind', async () => {
    const { user_id } = await buildAccount(database.db, { default_country: 'IT' })
    const rows = Array.from({ length: 500 }, (_, i) => `333 ${1_000_000 + i},Anna ${i}\n`).join('')
    const file = fileOf(`cellulare,nome\n${rows}abc,Berta\n`)
    const refused = join(folder, 'refused.csv')
    const { code, out, err } = await simcast([
      'import',
      'contacts',
      file,
      '--account',
      String(user_id),
      '--refused',
      refused,
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('501 of 501 rows')
    expect(out).toMatch(/created +500\n +updated +0\n +skipped +0\n +refused +1\n/)
    expect(readFileSync(refused, 'utf8')).toMatch(/^line,reason,cellulare,nome\r\n502,/)
    const keys = await database.db
      .selectFrom('api_keys')
      .select('revoked_at')
      .where('user_id', '=', user_id)
      .execute()
    expect(keys.map(({ revoked_at }) => revoked_at !== null)).toEqual([false, true])
    const count = database.db
      .selectFrom('contacts')
      .select(({ fn }) => fn.countAll().as('total'))
      .where('user_id', '=', user_id)
    expect(await count.executeTakeFirst()).toEqual({ total: 500 })
  })

  test('goes to the Simcast that the shell is told of, with a file that counts from where the person is', async () => {
    const { key } = await buildAccount(database.db)
    const file = fileOf('phone\n+39333000001\nabc\n')
    const words = ['import', 'contacts', basename(file), '--key', key, '--refused', 'left-out.csv']

    const { code, err } = await simcast(words, {
      PORT: '1',
      SIMCAST_URL: `http://localhost:${port}/`,
      INIT_CWD: folder,
    })

    expect([code, err]).toEqual([0, ''])
    expect(readFileSync(join(folder, 'left-out.csv'), 'utf8')).toMatch(/^line,reason,phone\r\n3,/)
    expect(await simcast(words, { SIMCAST_URL: 'localhost:3000' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('SIMCAST_URL is an address such as http://localhost:3000'),
    })
  })

  test('takes a key, and says of a dry run what would be', async () => {
    const { key } = await buildAccount(database.db)
    const file = fileOf('a;b\n+39333000001;x\nabc;y\n')
    const mapping = '{"a":"phone_number","b":"name"}'
    const { out } = await simcast(['import', 'contacts', file, '--dry-run', '--mapping', mapping], {
      SIMCAST_API_KEY: key,
    })
    expect(out).toMatch(/would be created +1\n/)
    expect(out).toMatch(/Not a usable phone number +1\n/)
    expect(out).toMatch(
      /curl -H "Authorization: Bearer \$KEY" http:\S+\/api\/imports\/\d+\/refused/,
    )
  })

  test('says all that the server finds wrong', async () => {
    const { key } = await buildAccount(database.db)
    const words = [
      'import',
      'contacts',
      fileOf('a,b\n1,2\n'),
      '--key',
      key,
      '--segment',
      '99',
      '--country',
      'Italy',
    ]
    const { code, err } = await simcast(words)
    expect(code).toBe(1)
    expect(err).toContain('No column is called like a phone number')
    expect(err).toContain('There is no segment 99.')
    expect(err).toContain('default_country must be')
  })

  test.each([
    ['an empty file', '', [], 1, 'file is empty'],
    ['an unknown key', 'phone\n', ['--key', 'sk_unknown'], 1, 'does not know this API key'],
    [
      'another server without a key',
      'phone\n',
      ['--url', 'http://0.0.0.0:1'],
      1,
      'Nothing answers at http://0.0.0.0:1',
    ],
  ])('%s is named', async (_name, content, words, code, sentence) => {
    const result = await simcast(['import', 'contacts', fileOf(content), ...words])
    expect(result.code).toBe(code)
    expect(result.err).toContain(sentence)
  })

  test('a file that is not there is named', async () => {
    expect(await simcast(['import', 'contacts', join(folder, 'none.csv')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file'),
    })
  })
})

describe('the check of the totals', () => {
  test('says of each account whether they hold, and fails when they do not', async () => {
    const { user_id } = await buildAccount(database.db)
    const right = await simcast(['check'])
    expect(right.code).toBe(0)
    expect(right.out).toMatch(new RegExp(`^Account ${user_id}, .*: all totals hold\\.$`, 'm'))

    const id = await buildContact(database.db, user_id, { total_sent: 3 })
    const wrong = await simcast(['check', '--account', String(user_id)])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('1 total differs')
    expect(wrong.out).toContain(`contacts ${id}: told sent 3; counted sent 0`)
    expect(wrong.err).toContain('Totals differ')
  })
})
