import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import serverFlags from '../../scripts/server-flags.json' with { type: 'json' }

/** A process that is measured, or that answers what others are measured against. */
export type Child = { port: number; pid: number; stop: () => Promise<void> }

const startMilliseconds = 40_000
const root = join(import.meta.dirname, '../..')

/** Simcast as people run it, on a free port. `profileDir` is where it leaves a CPU profile when it ends. */
export async function startSimcast(options: {
  dataDir: string
  apiKey: string
  profileDir: string | undefined
}): Promise<Child> {
  const { dataDir, apiKey, profileDir } = options
  const profiling = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`]
  const leash = join(root, 'scripts/leash.js')
  const child = spawn(
    process.execPath,
    [...serverFlags, '--import', leash, ...profiling, join(root, 'server/src/main.ts')],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '',
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'warn',
        DATA_DIR: dataDir,
        ADMIN_API_KEY: apiKey,
        // It stops as after SIGTERM when this process is no more.
        SIMCAST_LEASH: String(process.pid),
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const port = await within(child, async (signal) => {
    for (;;) {
      const [, found] = /Simcast listens on http:\S+:(\d+)/.exec(output) ?? []
      if (found !== undefined) return Number(found)
      // Just asked for as a pipe.
      await once(child.stdout!, 'data', { signal })
    }
  })
  return toChild(child, port)
}

/** The bare routes, on the database that Simcast uses. */
export async function startBareRoutes(connection: ClientConfig): Promise<Child> {
  const child = fork(join(import.meta.dirname, 'bare-routes.ts'), {
    env: { PATH: process.env['PATH'], BENCH_CONNECTION: JSON.stringify(connection) },
    execArgv: [],
  })
  const port = await within(child, async (signal) => {
    const [message] = await once(child, 'message', { signal })
    return Number(message)
  })
  return toChild(child, port)
}

function toChild(child: ChildProcess, port: number): Child {
  if (child.pid === undefined) throw new Error('A process that listens has a number.')
  return {
    port,
    pid: child.pid,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function within<T>(
  child: ChildProcess,
  wait: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController()
  const end = () => ended.abort(new Error('A process ended at its start.'))
  child.once('exit', end)
  try {
    return await wait(AbortSignal.any([ended.signal, AbortSignal.timeout(startMilliseconds)]))
  } catch (error) {
    child.kill('SIGKILL')
    throw ended.signal.aborted ? ended.signal.reason : error
  } finally {
    child.off('exit', end)
  }
}
