import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'

export type ServerProcess = { pid: number; isPostmaster: boolean; isStartUp: boolean }

const lookMilliseconds = 20

/**
 * The name that all processes of one data folder carry on their command line. It is made from the
 * folder's inode: a folder that was moved keeps it, a copy has another.
 */
export function clusterName(files: string): string {
  const { dev, ino } = statSync(files, { bigint: true })
  return `simcast-${dev.toString(16)}-${ino.toString(16)}`
}

/** The living processes that serve a data folder, whoever started them. */
export function findServerProcesses(cluster: string): ServerProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandLine(Number(name)) }))
    .map(({ pid, command }) => ({
      pid,
      isPostmaster: command.includes(`\0cluster_name=${cluster}\0`),
      isBackend: command.startsWith(`postgres: ${cluster}: `),
      // It reads the log after an unclean end.
      isStartUp: command.startsWith(`postgres: ${cluster}: startup`),
    }))
    .filter(({ isPostmaster, isBackend }) => isPostmaster || isBackend)
}

/** Whether a PostgreSQL that we did not start runs in the folder. */
export function isForeignServer(pid: number, files: string): boolean {
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === files
  } catch {
    return false
  }
}

/** Waits until nothing serves the folder any more; false when something still does after the time. */
export async function waitUntilGone(cluster: string, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (findServerProcesses(cluster).length > 0) {
    if (performance.now() > deadline) return false
    await rest(lookMilliseconds)
  }
  return true
}

/** Sends a signal to processes that may have ended meanwhile. */
export function signalAll(processes: ServerProcess[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself.
    }
  }
}

// Empty for a process that has ended and only waits to be collected.
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
