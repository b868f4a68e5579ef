import {
  chownSync,
  closeSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a small note so that it is there whole or not at all, whenever the power fails. Everyone
 * may read it: after root, an ordinary user may be the next to start.
 */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`
  writeFileSync(draft, text, { mode: 0o644, flush: true })
  renameDurably(draft, path)
}

/** Renames, and makes sure that the new name survives a power failure. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  const folder = openSync(dirname(to), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Gives a folder and all in it to a user. The folder itself comes last: when it fits, all fits. */
export function giveTo(path: string, owner: { uid: number; gid: number }): void {
  const { uid, gid } = lstatSync(path)
  if (uid === owner.uid && gid === owner.gid) return
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) giveTo(join(path, name), owner)
  }
  lchownSync(path, owner.uid, owner.gid)
}

/** Gives a file of root's to whoever owns the folder that it is in. */
export function giveToFolderOwner(path: string): void {
  if (process.geteuid?.() !== 0) return
  const { uid, gid } = statSync(dirname(path))
  chownSync(path, uid, gid)
}

/** The owner of what lies at a path, or undefined when nothing does. */
export function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats && { uid: stats.uid, gid: stats.gid }
}
