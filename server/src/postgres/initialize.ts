import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { programPath } from './binaries.ts'
import { PostgresError } from './error.ts'
import { giveTo, renameDurably } from './files.ts'
import { namedIdentity, run } from './identity.ts'
import type { Placement } from './placement.ts'

export const superuser = 'simcast'

const major = '18'

/** Refuses files that this PostgreSQL cannot open; changes nothing. */
export function refuseForeignFiles(files: string): void {
  if (!existsSync(files)) return
  const path = join(files, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  if (found === major) return
  if (found === undefined) {
    throw new PostgresError(
      `${files} is no folder of PostgreSQL (it has no PG_VERSION). ` +
        'Move it away, or set DATA_DIR to another folder.',
    )
  }
  throw new PostgresError(
    `The database in ${files} was made by PostgreSQL ${found}, and this Simcast brings PostgreSQL ${major}, ` +
      'which cannot open it. Nothing was changed. Either start the Simcast that made it, ' +
      `or move the data over: run pg_upgrade (it comes with a PostgreSQL ${major} of your system), or ` +
      `start the old files with PostgreSQL ${found}, pg_dump them, and load the dump into a new DATA_DIR. ` +
      'To begin without the old data, set DATA_DIR to an empty folder.',
  )
}

/**
 * Makes the database's files if there are none. They get their name when they are complete, so a
 * start that was cut off leaves nothing behind that the next one would take for a database.
 */
export async function initialize({ identity, binaries, files }: Placement): Promise<void> {
  const home = dirname(files)
  const draftPrefix = `${basename(files)}.new-`
  for (const name of readdirSync(home)) {
    if (name.startsWith(draftPrefix))
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
  if (existsSync(files)) {
    giveTo(files, identity.owner)
    // What came back from a backup is often open to others, and PostgreSQL refuses that.
    chmodSync(files, 0o700)
    return
  }
  const draft = join(home, `${draftPrefix}${process.pid}`)
  mkdirSync(draft, { mode: 0o700 })
  if (process.geteuid?.() === 0) chownSync(draft, identity.owner.uid, identity.owner.gid)

  const named = await namedIdentity(identity, binaries)
  const { code, output } = await run(named, binaries, [
    programPath(binaries, 'initdb'),
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale=C',
    // The same order and the same upper case on every machine, whatever its C library says.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // Only the socket is listened on, and only its owner can enter the folder that it is in.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ])
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new PostgresError(
      `${output.trim()}\n\nThe database could not be made in ${home} (initdb ended with ${code}). ` +
        'Above is what it said. A full disk is the usual reason, or a user without a name in /etc/passwd.',
    )
  }
  renameDurably(draft, files)
}
