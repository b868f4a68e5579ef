import { spawn, type Serializable } from 'node:child_process'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

/** A process of ours that may be killed, frozen and thawed. */
export type Program = {
  pid: number
  output: () => string
  ended: Promise<Exit>
  isAlive: () => boolean
  /** SIGKILL; settles when it is gone. */
  kill: () => Promise<void>
  freeze: () => void
  thaw: () => void
  /** SIGTERM; settles when it is gone. */
  stop: () => Promise<Exit>
  send: (message: Serializable) => void
  onMessage: (listener: (message: unknown) => void) => void
  /** Settles with the first part of the output that fits, or rejects when the program ends before. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>
}

const keptOutput = 200_000

/** Starts a file of TypeScript in a process of its own. */
export function startProgram(
  file: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Program {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const readers = new Set<() => void>()
  const listeners = new Set<(message: unknown) => void>()
  const read = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-keptOutput)
    for (const reader of readers) reader()
  }
  // Both are pipes, as said above.
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  child.on('message', (message) => {
    for (const listener of listeners) listener(message)
  })
  // A message to one that has just died has nobody to go to.
  child.on('error', () => undefined)
  const ended = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const isAlive = () => child.exitCode === null && child.signalCode === null

  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    isAlive,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      return ended
    },
    send: (message) => {
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) => listeners.add(listener),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output)
          if (!match) return
          readers.delete(look)
          resolve(match)
        }
        readers.add(look)
        look()
        void ended.then(() => {
          readers.delete(look)
          reject(new Error(`${file} ended:\n${output}`))
        })
      }),
  }
}
