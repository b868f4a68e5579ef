import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { PostgresError } from './error.ts'
import {
  clusterName,
  findServerProcesses,
  isForeignServer,
  signalAll,
  waitUntilGone,
} from './processes.ts'

const stopMilliseconds = 10_000
const quitMilliseconds = 5000
const killMilliseconds = 5000

/**
 * Clears the way for a new server on the files: stops one that a killed Simcast left running,
 * waits for the children of one that was killed itself, and removes a pid file that is true no more.
 * Only for the holder of the folder's lock.
 */
export async function clearLeftovers(files: string, log: Logger): Promise<void> {
  if (!existsSync(files)) return
  const cluster = clusterName(files)
  const postmasters = findServerProcesses(cluster).filter(({ isPostmaster }) => isPostmaster)
  if (postmasters.length > 0) {
    log.info({ pid: postmasters[0]?.pid }, 'stopping the database server that was left running')
    signalAll(postmasters, 'SIGINT')
    if (!(await waitUntilGone(cluster, stopMilliseconds))) signalAll(postmasters, 'SIGQUIT')
  }
  // Without their postmaster they notice and end by themselves, in the middle of a query later.
  if (!(await waitUntilGone(cluster, quitMilliseconds))) {
    signalAll(findServerProcesses(cluster), 'SIGKILL')
    if (!(await waitUntilGone(cluster, killMilliseconds))) {
      const pids = findServerProcesses(cluster).map(({ pid }) => pid)
      throw new PostgresError(
        `The database server of ${files} (process ${pids.join(', ')}) cannot be stopped. ` +
          'Its disk may hang. End it, then start Simcast again.',
      )
    }
  }
  removeStalePidFile(files)
}

// Nothing serves the files now, so the file can only name a process that is gone, or another
// program that was given the same number; PostgreSQL would refuse to start beside that one.
function removeStalePidFile(files: string): void {
  const path = join(files, 'postmaster.pid')
  if (!existsSync(path)) return
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  if (isForeignServer(pid, files)) {
    throw new PostgresError(
      `A PostgreSQL server that Simcast did not start (process ${pid}) is running on ${files}. Stop it first.`,
    )
  }
  rmSync(path, { force: true })
}
