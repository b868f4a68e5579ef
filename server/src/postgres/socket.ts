import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PostgresError } from './error.ts'
import { writeWhole } from './files.ts'
import type { Identity } from './identity.ts'

export const port = 5432

// What the kernel takes for the name of a socket, without the zero at its end.
const pathBytesMax = 107

/**
 * A private folder for the server's socket: beside the data, or, when that path is too long or its
 * disk has no sockets, a short one for temporary files. `note` remembers which.
 */
export async function prepareSocketFolder(
  home: string,
  note: string,
  identity: Identity,
): Promise<string> {
  const beside = join(home, 'run')
  const folder = (await canListenIn(beside)) ? beside : temporaryFolder(note, identity)
  if (process.geteuid?.() === 0) chownSync(folder, identity.owner.uid, identity.owner.gid)
  chmodSync(folder, 0o700)
  writeWhole(note, JSON.stringify({ folder }))
  return folder
}

/** Where the socket of a running server is, or undefined when none was ever made. */
export function readSocketFolder(note: string): string | undefined {
  if (!existsSync(note)) return undefined
  // We wrote it ourselves, whole.
  return (JSON.parse(readFileSync(note, 'utf8')) as { folder: string }).folder
}

/** Leaves nothing in the system's folder for temporary files. */
export function removeTemporaryFolder(home: string, folder: string): void {
  if (folder !== join(home, 'run')) rmSync(folder, { recursive: true, force: true })
}

async function canListenIn(folder: string): Promise<boolean> {
  const longest = join(folder, `.s.PGSQL.${port}`)
  if (Buffer.byteLength(longest) > pathBytesMax) return false
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PostgresError(`No folder for the database's socket can be made: ${reason}.`)
  }
  const trial = join(folder, `.trial`)
  rmSync(trial, { force: true })
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(trial, () => server.close(() => resolve(true)))
  })
}

function temporaryFolder(note: string, identity: Identity): string {
  const known = readSocketFolder(note)
  return known !== undefined && isOurs(known, identity) ? known : mkdtempSync('/tmp/simcast-')
}

// Anybody may make folders there, so the name alone proves nothing.
function isOurs(folder: string, identity: Identity): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (!stats?.isDirectory() || (stats.mode & 0o077) !== 0) return false
  return stats.uid === process.geteuid?.() || stats.uid === identity.owner.uid
}
