import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A Simcast in a process of its own, which a test may kill, on a clock that the test sets. */
export type ClockProcess = {
  /** Where it listens. */
  url: () => string
  /** What time it is from now on, also for the processes that come after this one. */
  setClock: (now: Date) => void
  /** Lets it look for work at once. */
  nudge: () => void
  /** Kills it without a word (SIGKILL), and starts another one that knows nothing of it. */
  killAndStart: () => Promise<void>
  end: () => Promise<void>
}

export async function startClockProcess(database: string, begin: Date): Promise<ClockProcess> {
  let now = begin
  let running = await start(database, now)
  const end = async () => {
    const { child } = running
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  const nudge = () => {
    if (running.child.connected) running.child.send(now.toISOString())
  }
  return {
    url: () => `http://127.0.0.1:${running.port}`,
    setClock: (time) => {
      now = time
      nudge()
    },
    nudge,
    killAndStart: async () => {
      await end()
      running = await start(database, now)
    },
    end,
  }
}

async function start(database: string, now: Date): Promise<{ child: ChildProcess; port: number }> {
  const program = join(import.meta.dirname, 'clock-program.ts')
  const child = fork(program, [database, now.toISOString()])
  const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (typeof said !== 'object' || said === null) throw new Error('It ended at its start.')
  const { port } = said as { port: number }
  return { child, port }
}
