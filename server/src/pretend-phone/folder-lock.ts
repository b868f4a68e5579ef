import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type FolderLock = {
  release: () => void
  /** Leaves the file as a kill would; it says who is dead. */
  abandon: () => void
}

const heldHere = new Set<string>()

/** Keeps a phone's folder to one phone at a time, also over processes. Answers how to let it go. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock')
  const holder = readHolder(path)
  const isMine = holder === identityOf(process.pid)
  if (heldHere.has(path) || (holder !== undefined && !isMine && isAlive(holder))) {
    throw new Error(`Another pretend phone runs on ${folder}. Give this one another folder.`)
  }
  writeFileSync(path, identityOf(process.pid), { mode: 0o600 })
  heldHere.add(path)
  return {
    release: () => {
      heldHere.delete(path)
      rmSync(path, { force: true })
    },
    // As after a kill: the file stays and says who it was.
    abandon: () => heldHere.delete(path),
  }
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10)
  return identityOf(pid) === holder
}

/** A number of a process is given out again and again; with the time that it started it is one of a kind. */
function identityOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const startedAt = stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''
    return `${pid} ${startedAt}`
  } catch {
    return `${pid} gone`
  }
}
