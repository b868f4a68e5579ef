import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { copyBinaries, type Binaries } from './binaries.ts'
import { PostgresError } from './error.ts'
import { ownerOf, writeWhole } from './files.ts'
import { possibleIdentities, tryReach, type Identity } from './identity.ts'

/** Who runs the server, with which programs, on which files. */
export type Placement = { identity: Identity; binaries: Binaries; home: string; files: string }

// Where the system keeps data of services; used only when the server's user cannot enter DATA_DIR.
const elsewhere = '/var/lib/simcast'

/** The folder that holds the database's files, `postgres`, and its socket: DATA_DIR, or another one noted in it. */
export function findHome(dataDir: string): string {
  const home = readNote(dataDir)
  if (home === undefined) return dataDir
  try {
    accessSync(home, constants.X_OK)
    return home
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new PostgresError(
      isGone
        ? `The data of ${dataDir} were kept in ${home}, and that folder is gone. ` +
            'Bring it back from a backup, or begin anew with an empty DATA_DIR.'
        : `The data of ${dataDir} are kept in ${home}, which this user may not enter: ` +
            'root started Simcast here first. Start it as root again, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
}

export function filesIn(home: string): string {
  return join(home, 'postgres')
}

/** Refuses files that another user owns; root may take them. */
export function refuseStrangersFiles(files: string): void {
  const owner = ownerOf(files)
  const us = process.geteuid?.() ?? 0
  if (!owner || us === 0 || owner.uid === us) return
  throw new PostgresError(
    `The database in ${files} belongs to user ${owner.uid}, and Simcast was started by user ${us}. ` +
      `Start it as that user, or give the folder away with: chown -R ${us} ${files}`,
  )
}

/** Decides who runs the server and where. Prefers that everything stays in DATA_DIR. */
export async function placeServer(
  dataDir: string,
  found: Binaries,
  log: Logger,
): Promise<Placement> {
  const home = findHome(dataDir)
  const dataOwner = ownerOf(filesIn(home))

  const complaints: string[] = []
  const able: { identity: Identity; binaries: Binaries }[] = []
  for (const identity of possibleIdentities(dataOwner ?? statSync(home))) {
    const reach = await tryReach(identity, found, home)
    const binaries = reach.programs ? found : await reachableCopy(identity, found)
    if (binaries && reach.folder) return { identity, binaries, home, files: filesIn(home) }
    if (binaries) able.push({ identity, binaries })
    complaints.push(`${identity.name}: ${reach.complaint}`)
  }

  const [chosen] = able
  if (!chosen || dataOwner || home !== dataDir) throw new PostgresError(whyNobodyCan(complaints))
  const other = makeHomeElsewhere(dataDir, chosen.identity)
  log.warn(
    { data: other },
    `the database cannot enter ${dataDir}, which only some users may; its files are kept in ${other}`,
  )
  return { ...chosen, home: other, files: filesIn(other) }
}

// Only root can be unable to reach its own programs as the user it turns into.
async function reachableCopy(identity: Identity, found: Binaries): Promise<Binaries | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const works = await tryReach(identity, { ...found, root: '/' }, '/')
  if (!works.folder) return undefined
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  const copy = copyBinaries(found, elsewhere)
  return (await tryReach(identity, copy, '/')).programs ? copy : undefined
}

// A random name: a DATA_DIR that was deleted and made again must not find the old data.
function makeHomeElsewhere(dataDir: string, identity: Identity): string {
  const home = join(elsewhere, randomBytes(6).toString('hex'))
  mkdirSync(home, { recursive: true })
  chmodSync(elsewhere, 0o711)
  chmodSync(home, identity.owner.uid === 0 ? 0o700 : 0o711)
  writeWhole(join(dataDir, 'postgres.json'), JSON.stringify({ home }))
  return home
}

function readNote(dataDir: string): string | undefined {
  const path = join(dataDir, 'postgres.json')
  if (!existsSync(path)) return undefined
  // We wrote it ourselves, whole.
  return (JSON.parse(readFileSync(path, 'utf8')) as { home: string }).home
}

function whyNobodyCan(complaints: string[]): string {
  const advice =
    process.geteuid?.() === 0
      ? 'PostgreSQL does not run as root, and nothing else can be used here. ' +
        'Start Simcast as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.'
      : 'Set DATABASE_URL to a PostgreSQL of your own.'
  return `PostgreSQL cannot be started (${complaints.join('; ')}). ${advice}`
}
