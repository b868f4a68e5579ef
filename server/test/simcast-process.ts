import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A Simcast in a process of its own, which a test may kill. */
export type SimcastProcess = {
  url: string
  /** What it has written so far. */
  output: () => string
  /** Asks it to stop and answers its exit code. */
  stop: () => Promise<number | null>
  /** Kills it without a word (SIGKILL) and waits until it is gone. */
  kill: () => Promise<void>
  pause: () => void
  resume: () => void
}

const startMilliseconds = 40_000
const root = join(import.meta.dirname, '../..')

/** Starts `server/src/main.ts` with these variables, on a free port if none is given, and waits until it serves. */
export async function startSimcast(env: Record<string, string>): Promise<SimcastProcess> {
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const url = await listening(child, () => output)
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      await gone(child)
      return child.exitCode
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone(child)
    },
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function listening(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = AbortSignal.timeout(startMilliseconds)
  for (;;) {
    const [, url] = /Simcast listens on (http:\S+)/.exec(output()) ?? []
    if (url !== undefined) return url
    if (child.exitCode !== null) throw new Error(`Simcast ended at its start:\n${output()}`)
    const said = [
      once(child.stdout ?? child, 'data', { signal: deadline }),
      once(child, 'exit', { signal: deadline }),
    ]
    await Promise.race(said).catch(() => {
      child.kill('SIGKILL')
      throw new Error(`Simcast was not ready in time:\n${output()}`)
    })
  }
}
