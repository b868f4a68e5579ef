import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'
import { fastify } from 'fastify'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { uploadBody, uploadHeaders, type Upload } from '../../test/upload.ts'
import { handleErrors } from '../http/error-handler.ts'
import { importRoutes } from './routes.ts'

// Real processes on a real database, killed and measured.

const database = useDatabase()
const app = useApp(database)
const started = new Set<ChildProcess>()

afterEach(async () => {
  await Promise.all(Array.from(started, kill))
})

type Program = { child: ChildProcess; url: string }

async function startProgram(execArgv: string[] = []): Promise<Program> {
  const program = join(import.meta.dirname, '../../test/import-program.ts')
  const child = fork(program, [database.url], { execArgv })
  started.add(child)
  const [message] = (await once(child, 'message')) as [{ port: number }]
  return { child, url: `http://127.0.0.1:${message.port}` }
}

async function kill(child: ChildProcess): Promise<void> {
  if (!started.delete(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

async function memoryOf({ child }: Program): Promise<number> {
  child.send('memory')
  const [message] = (await once(child, 'message')) as [{ memory: number }]
  return message.memory
}

async function send(url: string, { key, ...form }: Upload): Promise<number> {
  const response = await fetch(`${url}/api/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...uploadHeaders },
    body: new Uint8Array(uploadBody(form)),
  })
  const body = (await response.json()) as { data: { id: number } }
  return body.data.id
}

/** Waits until an import has made so many contacts, or is over. Fails when it takes too long. */
async function reached(user_id: number, created = Infinity) {
  const deadline = Date.now() + 100_000
  for (;;) {
    const found = await database.db
      .selectFrom('imports')
      .select([
        'status',
        'total_rows',
        'created_rows',
        'updated_rows',
        'refused_rows',
        'finished_at',
      ])
      .where('user_id', '=', user_id)
      .executeTakeFirstOrThrow()
    if (found.finished_at || found.created_rows >= created) return found
    if (Date.now() > deadline) throw new Error(`the import stands at ${JSON.stringify(found)}`)
    await rest(20)
  }
}

async function countContacts(user_id: number) {
  const { rows } = await sql<{ total: number; numbers: number; latest: number }>`
    select count(*) as total, count(distinct phone_number) as numbers,
           count(*) filter (where custom_parameters @> '{"round": 2}') as latest
      from contacts where user_id = ${user_id}`.execute(database.db)
  return rows[0]
}

test(
  'killed again and again, an import loses nothing and doubles nothing',
  { timeout: 120_000 },
  async () => {
    const { key, user_id } = await buildAccount(database.db)
    const rows = 30_000
    // Every number twice, far apart, and a row that is refused every now and then.
    const half = (round: number) =>
      Array.from(
        { length: rows },
        (_, i) => `+39333${1_000_000 + i},Anna ${i},${round}\n${i % 100 === 0 ? 'bad,,\n' : ''}`,
      ).join('')
    const file = `phone,name,round\n${half(1)}${half(2)}`

    let program = await startProgram()
    await send(program.url, { key, file })
    for (const written of [1, 12_000, 25_000]) {
      await reached(user_id, written)
      // Somewhere within the next batches.
      await rest(Math.random() * 150)
      await kill(program.child)
      program = await startProgram()
    }
    expect(await reached(user_id)).toMatchObject({
      status: 'finished',
      total_rows: 60_600,
      created_rows: rows,
      updated_rows: rows,
      refused_rows: 600,
    })
    expect(await countContacts(user_id)).toEqual({ total: rows, numbers: rows, latest: rows })
    const refused = await database.db
      .selectFrom('import_refused_rows')
      .select('line')
      .where('user_id', '=', user_id)
      .execute()
    expect(refused).toHaveLength(600)
  },
)

test('two processes share the work of two accounts', { timeout: 120_000 }, async () => {
  const accounts = [await buildAccount(database.db), await buildAccount(database.db)]
  const programs = [await startProgram(), await startProgram()]
  const rows = 20_000
  const file = `phone\n${Array.from({ length: rows }, (_, i) => `+39333${1_000_000 + i}\n`).join('')}`
  for (const { key } of accounts) await send(programs[0]?.url ?? '', { key, file })
  for (const { user_id } of accounts) {
    expect(await reached(user_id)).toMatchObject({
      status: 'finished',
      created_rows: rows,
      updated_rows: 0,
    })
    expect(await countContacts(user_id)).toMatchObject({ total: rows, numbers: rows })
  }
})

test('memory does not grow with the file', { timeout: 120_000 }, async () => {
  const small = await buildAccount(database.db)
  const large = await buildAccount(database.db)
  // With little room garbage is collected soon, so that what is measured is what is held.
  const program = await startProgram(['--max-old-space-size=96', '--max-semi-space-size=4'])
  const header = 'phone,name,city,note\n'
  const row = (i: number) => `+39333${1_000_000 + i},Anna ${i},Roma,${'x'.repeat(450)}\n`
  const fileOf = (rows: number) => header + Array.from({ length: rows }, (_, i) => row(i)).join('')
  const fields = {
    mapping: '{"phone":"phone_number","name":"name","city":"custom_parameters.city"}',
  }

  await send(program.url, { key: small.key, file: fileOf(20_000), fields })
  await reached(small.user_id)
  const before = await memoryOf(program)
  await send(program.url, { key: large.key, file: fileOf(200_000), fields })
  expect(await reached(large.user_id)).toMatchObject({ status: 'finished', created_rows: 200_000 })
  // The file has 95 MB.
  expect((await memoryOf(program)) - before).toBeLessThan(40 * 1024 * 1024)
})

test('an upload whose connection breaks off leaves nothing', async () => {
  const { key, user_id } = await buildAccount(database.db)
  const url = new URL(await app.app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(url.port), '127.0.0.1')
  await once(socket, 'connect')
  const body = uploadBody({ file: `phone\n${'+39333000001\n'.repeat(300_000)}` })
  socket.write(
    `POST /api/imports HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${key}\r\n` +
      `content-type: ${uploadHeaders['content-type']}\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  socket.write(body.subarray(0, 2_500_000))
  const stored = () =>
    database.db
      .selectFrom('imports')
      .select(['id', 'file_bytes'])
      .where('user_id', '=', user_id)
      .executeTakeFirst()
  await expect
    .poll(async () => (await stored())?.file_bytes, { timeout: 10_000 })
    .toBe(2 * 1024 * 1024)
  socket.destroy()
  await expect.poll(stored, { timeout: 10_000 }).toBeUndefined()
  expect(
    await database.db
      .selectFrom('import_chunks')
      .selectAll()
      .where('user_id', '=', user_id)
      .execute(),
  ).toEqual([])
})

test('a file that is too large is refused, whether its length was said or not, and nothing is kept', async () => {
  const { key, user_id } = await buildAccount(database.db)
  const server = fastify()
  server.decorateRequest('user_id', 0)
  server.setValidatorCompiler(() => () => true)
  handleErrors(server)
  const caller = { user_id, api_key_id: 1, person_id: null, sign_in_id: null }
  const callers = { publicHost: null, byKey: async () => caller, bySignIn: async () => undefined }
  importRoutes(
    { app: server, context: app.context, callers, routes: new Map() },
    { fileBytesMax: 1_500_000 },
  )
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${key}`, ...uploadHeaders }
  const bodyOf = (bytes: number) =>
    uploadBody({ file: `phone\n${'+39333000001\n'.repeat(bytes / 13)}` })
  const post = (body: Uint8Array<ArrayBuffer> | ReadableStream) =>
    fetch(`${url}/api/imports`, { method: 'POST', headers, body, duplex: 'half' })
  const stream = (bytes: number) => Readable.toWeb(Readable.from([bodyOf(bytes)])) as ReadableStream

  const answers = [await post(new Uint8Array(bodyOf(3_000_000))), await post(stream(1_600_000))]
  for (const answer of answers) expect(answer.status).toBe(413)
  expect(
    await database.db.selectFrom('imports').selectAll().where('user_id', '=', user_id).execute(),
  ).toEqual([])
  expect((await post(stream(1_400_000))).status).toBe(200)
  await server.close()
})
