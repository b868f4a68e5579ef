import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'

// Every line of the README's walk, run as it stands there by a shell, in a folder that looks like the checkout. Only the
// port and the folder of the data are others, and the key is the one that was printed.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'simcast-readme-'))
const running: ChildProcess[] = []
const walkMilliseconds = 300_000

afterAll(async () => {
  // Each leads a group of its own: npm, the start script and the program.
  for (const { pid } of running) if (pid !== undefined) killGroup(pid, 'SIGTERM')
  await Promise.all(
    running.map(async (child) => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }),
  )
  rmSync(folder, { recursive: true, force: true })
})

test('the walk of the README works line by line', { timeout: walkMilliseconds }, async () => {
  for (const name of ['package.json', 'node_modules', 'scripts', 'server'])
    symlinkSync(join(root, name), join(folder, name))
  const env: Record<string, string> = {
    HOME: folder,
    PATH: `${ensureCurl()}${process.env['PATH']}`,
    PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'warn',
  }
  const blocks = readBlocks()
  const next = (start: string) => {
    const block = blocks.shift() ?? ''
    expect(block).toContain(start)
    return block
  }

  const simcast = background(next('npm start'), env)
  await until(() => simcast.output().includes('Your API key'))
  const [, url = ''] = /listens on (\S+)/.exec(simcast.output()) ?? []
  const [, key = ''] = /Your API key\s+(\S+)/.exec(simcast.output()) ?? []
  expect(url).toBe(`http://localhost:${env['PORT']}`)

  const exported = next('export SIMCAST_URL').split('\n')
  expect(exported.map((line) => line.split('=')[0])).toEqual([
    'export SIMCAST_URL',
    'export SIMCAST_API_KEY',
  ])
  Object.assign(env, { SIMCAST_URL: url, SIMCAST_API_KEY: key })

  await foreground(next('contacts.csv'), env)
  expect(await foreground(next('npm run simcast -- import contacts'), env)).toMatch(/created +3/)
  await foreground(next('replies.tsv'), env)
  const phone = background(next('npm run phone'), env)
  await until(() => phone.output().includes('enrolled'))

  expect(JSON.parse(await foreground(next('/api/campaigns"'), env))).toEqual({ data: { id: 1 } })
  const watch = next('/api/campaigns/1"')
  await until(async () => (await foreground(watch, env)).includes('"status":"sent"'))
  expect(JSON.parse(await foreground(watch, env))).toMatchObject({
    data: { total_sent_sms: 3, total_pending_sms: 0 },
  })

  const inbox = next('/api/sms?type=received')
  await until(async () => (await foreground(inbox, env)).includes('"total":3'))
  expect(await foreground(inbox, env)).toContain('"content":"Thanks"')
  expect(blocks).toEqual([])
})

/** The shell blocks of the walk, in their order. */
function readBlocks(): string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const walk = readme.slice(readme.indexOf('## Five minutes'), readme.indexOf('## Then'))
  return [...walk.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].flatMap(([, block]) => block ?? [])
}

function background(command: string, env: Record<string, string>) {
  const child = spawn('bash', ['-c', command], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { output: () => output }
}

async function foreground(command: string, env: Record<string, string>): Promise<string> {
  const child = spawn('bash', ['-c', command], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  await once(child, 'close')
  expect([command, child.exitCode, errors]).toEqual([command, 0, expect.anything()])
  return output
}

/** Where to find a curl, if the machine has none. */
function ensureCurl(): string {
  if (spawnSync('curl', ['--version']).status === 0) return ''
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'curl'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'server/test/curl.ts')}" "$@"\n`,
  )
  chmodSync(join(bin, 'curl'), 0o755)
  return `${bin}${delimiter}`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server that listens has such an address.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // It has ended by itself.
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await rest(100)
}
