import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as rest } from 'node:timers/promises'
import { PostgresError } from './error.ts'
import { giveToFolderOwner, writeWhole } from './files.ts'

/** Another Simcast has the folder; `pid` where it is known. */
export class FolderInUse extends PostgresError {}

export type FolderLock = { release: () => void }

const lookMilliseconds = 50

const sqliteBusy = 5
const sqliteCannotOpen = 14

// Nobody else refers to an open lock, and a collected one would be let go of.
const held = new Set<DatabaseSync>()

/**
 * Takes the data folder for this process alone, until it lets go or dies in whatever way; waits for
 * it a while. The lock is one of the kernel's on a file, and SQLite the one part of Node that can
 * take such a lock.
 */
export async function lockFolder(dataDir: string, waitMilliseconds: number): Promise<FolderLock> {
  const deadline = performance.now() + waitMilliseconds
  for (;;) {
    const lock = tryLock(dataDir)
    if (lock) return lock
    if (performance.now() > deadline) throw new FolderInUse(inUse(dataDir))
    await rest(lookMilliseconds)
  }
}

function tryLock(dataDir: string): FolderLock | undefined {
  const path = join(dataDir, 'simcast.lock')
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { timeout: 0 })
    file.exec('pragma locking_mode = exclusive')
    file.exec('begin exclusive')
    chmodSync(path, 0o600)
    giveToFolderOwner(path)
  } catch (error) {
    file?.close()
    if (hasCode(error, sqliteBusy)) return undefined
    throw new PostgresError(cannotLock(path, error), { cause: error })
  }
  const lock = file
  held.add(lock)
  const holder = { pid: process.pid, since: new Date().toISOString() }
  writeWhole(join(dataDir, 'simcast.json'), JSON.stringify(holder))
  return {
    release: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}

function inUse(dataDir: string): string {
  return (
    `Another Simcast${describeHolder(dataDir)} is running on ${dataDir}. ` +
    'Stop it first, or give this one a folder of its own with DATA_DIR.'
  )
}

function describeHolder(dataDir: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(join(dataDir, 'simcast.json'), 'utf8'))
    if (typeof holder !== 'object' || holder === null) return ''
    if (!('pid' in holder) || !('since' in holder)) return ''
    return ` (process ${String(holder.pid)}, since ${String(holder.since)})`
  } catch {
    return ''
  }
}

function cannotLock(path: string, error: unknown): string {
  if (hasCode(error, sqliteCannotOpen)) {
    return `This user may not write ${path}. Start Simcast as the user who owns that folder, or set DATA_DIR.`
  }
  const reason = error instanceof Error ? error.message : String(error)
  return `${path} cannot be locked (${reason}). DATA_DIR has to lie on a disk that can lock files.`
}

function hasCode(error: unknown, code: number): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false
  // The lowest byte is the kind; what is above it tells kinds of it apart.
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === code
}
