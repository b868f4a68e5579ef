import { createServer, type Server } from 'node:net'
import type { ClientConfig } from 'pg'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { awaitDatabase } from './await-database.ts'

const database = useDatabase()
const quiet = { log: pino({ level: 'silent' }), signal: new AbortController().signal }
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A port of loopback that answers nothing, or that nobody listens on. */
async function port({ isOpen }: { isOpen: boolean }): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (isOpen) servers.push(server)
  else await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a database that answers is not waited for', async () => {
  expect(await awaitDatabase(database.connection, { ...quiet, patience: 0 })).toBe(true)
})

test('a database that nobody runs is named without its password, and what to do is said', async () => {
  const url = `postgres://simcast:secret@127.0.0.1:${await port({ isOpen: false })}/simcast`

  const refused = awaitDatabase({ connectionString: url }, { ...quiet, patience: 1000 })

  await expect(refused).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:\d+ has not answered for 1 seconds: .*ECONNREFUSED.*Start it, or correct DATABASE_URL\./,
  )
  await expect(refused).rejects.not.toThrow(/secret/)
})

test.for<[string, ClientConfig, RegExp]>([
  ['a database that is not there', { database: 'nowhere' }, /has no such database: create it/],
  [
    'a user who is not there',
    { user: 'nobody-here' },
    /does not let this user in|refuses the user/,
  ],
])('%s is said at once', async ([, change, sentence]) => {
  const wrong = { ...database.connection, ...change }

  await expect(awaitDatabase(wrong, { ...quiet, patience: 60_000 })).rejects.toThrow(sentence)
})

test('whoever stops Simcast while it waits is obeyed', async () => {
  const stop = new AbortController()
  const url = `postgres://simcast@127.0.0.1:${await port({ isOpen: false })}/simcast`
  setTimeout(() => stop.abort(), 700)

  expect(await awaitDatabase({ connectionString: url }, { ...quiet, signal: stop.signal })).toBe(
    false,
  )
})
