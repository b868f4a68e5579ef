// The start script in a small checkout of its own, with an npm that only notes that it was called.
import { spawn, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

type Ended = { code: number | null; output: string; errors: string }

let root = ''
const children: ChildProcess[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'simcast-scripts-'))
  cpSync(import.meta.dirname, join(root, 'scripts'), { recursive: true })
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }')
  write('npm-cli.js', npm)
  write('server/src/main.ts', server)
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

test('what is missing is installed once, also when two start at the same time', async () => {
  const [first, second] = await Promise.all([
    run('start', 'leave', '7'),
    run('start', 'leave', '8'),
  ])

  expect([first.code, second.code]).toEqual([7, 8])
  expect(first.output + second.output).toBe('started v24\nstarted v24\n')
  expect(installations()).toBe(1)

  const third = await run('start', 'leave', '0')
  expect(third).toEqual({ code: 0, output: 'started v24\n', errors: '' })
  expect(installations()).toBe(1)
})

test('what changed is installed', async () => {
  await run('start', 'leave', '0')
  write('package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.1" } } }')

  expect((await run('start', 'leave', '0')).errors).toMatch(
    /^Installing .*\nInstalled in .* s\.\n$/,
  )
  expect(installations()).toBe(2)
})

test('what somebody installed with npm is taken as it is', async () => {
  await run('start', 'leave', '0')
  rmSync(join(root, 'node_modules/.simcast-installed'))
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  write('node_modules/.package-lock.json', lock)

  expect(await run('start', 'leave', '0')).toMatchObject({ code: 0, errors: '' })
  expect(installations()).toBe(1)
})

test('a failed installation says why, starts nothing, and is tried again', async () => {
  write('fail', '')
  const failed = await run('start', 'leave', '0')

  expect(failed).toMatchObject({ code: 1, output: '' })
  expect(failed.errors).toContain('npm error: no network')
  expect(failed.errors).toContain('Is the npm registry reachable')

  rmSync(join(root, 'fail'))
  expect((await run('start', 'leave', '0')).code).toBe(0)
})

test('a signal reaches the program once, however often it is echoed, and its exit code comes back', async () => {
  const child = launch('start', 'wait')
  const ended = untilEnded(child)
  await untilSaid(child, 'started')

  child.kill('SIGTERM')
  child.kill('SIGTERM')

  expect(await ended).toMatchObject({ code: 5, output: 'started v24\nSIGTERM\nstopped after 1\n' })
})

test('a program whose starter was killed ends in good order', async () => {
  const child = launch('start', 'wait')
  const ended = untilEnded(child)
  await untilSaid(child, 'started')

  child.kill('SIGKILL')

  expect((await ended).output).toBe('started v24\nSIGTERM\nstopped after 1\n')
})

test('npm passes a signal on, and when it is killed the program ends in good order', async () => {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  ) as {
    scripts: Record<string, string>
  }
  write('package.json', JSON.stringify({ type: 'module', scripts: manifest.scripts }))
  await run('start', 'leave', '0')

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const npmItself = spawn('npm', ['start', '--silent', '--', 'wait'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_update_notifier: 'false' },
    })
    children.push(npmItself)
    const ended = untilEnded(npmItself)
    await untilSaid(npmItself, 'started v')
    npmItself.kill(signal)
    expect(await ended).toMatchObject({ output: 'started v24\nSIGTERM\nstopped after 1\n' })
  }
})

test('a program that is killed is told of with the code that shells use', async () => {
  expect((await run('start', 'die')).code).toBe(128 + 9)
})

test('an unknown program is refused with the names of those that there are', async () => {
  const { code, errors } = await run('begin')

  expect(code).toBe(1)
  expect(errors).toMatch(/^Unknown program “begin”\. There are: start, simcast, /)
  expect(existsSync(join(root, 'node_modules'))).toBe(false)
})

// Makes the Node that is asked for out of the one that runs this test.
const npm = `
import { appendFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
appendFileSync('installations', process.argv.slice(2).join(' ') + '\\n')
await rest(300)
if (existsSync('fail')) {
  console.error('npm error: no network')
  process.exit(1)
}
const folder = 'node_modules/node-linux-' + process.arch + '/bin'
mkdirSync(folder, { recursive: true })
if (!existsSync(folder + '/node')) symlinkSync(process.execPath, folder + '/node')
`

const server = `
const [what, code]: string[] = process.argv.slice(2)
let signals = 0
const say = () => process.stdout.write('started ' + process.version.split('.')[0] + '\\n')
if (what !== 'wait') say()
if (what === 'leave') process.exitCode = Number(code)
if (what === 'die') process.kill(process.pid, 'SIGKILL')
if (what === 'wait') {
  const waiting = setInterval(() => undefined, 1000)
  process.on('SIGTERM', () => {
    signals += 1
    process.stdout.write('SIGTERM\\n')
    if (signals === 1) setTimeout(stop, 300)
  })
  const stop = () => {
    clearInterval(waiting)
    process.stdout.write('stopped after ' + signals + '\\n')
    process.exitCode = 5
  }
  say()
}
`

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

function installations(): number {
  return readFileSync(join(root, 'installations'), 'utf8').trim().split('\n').length
}

function launch(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'scripts/run.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', npm_execpath: join(root, 'npm-cli.js') },
  })
  children.push(child)
  return child
}

function run(...args: string[]): Promise<Ended> {
  return untilEnded(launch(...args))
}

// The program shares our pipes with its starter, so these end with the last of the two.
function untilEnded(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    let output = ''
    let errors = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}

function untilSaid(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the program ended without “${text}”`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(text)) resolve()
    })
  })
}
