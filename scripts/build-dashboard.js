// Builds the dashboard when its sources have changed since. Plain JavaScript for Node 18 and later, as all that run.js needs.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { withInstallLock } from './install-lock.js'
import { bundledNode } from './platform.js'

const outputMax = 64 * 1024
const keptMilliseconds = 3_600_000

/** What a build is made from. */
const files = [
  'package-lock.json',
  'dashboard/index.html',
  'dashboard/package.json',
  'dashboard/vite.config.ts',
]
const folders = ['dashboard/src', 'dashboard/public']

/**
 * Makes dashboard/dist fit its sources; throws an Error whose message a person can act on. The build before stays until the
 * new one is whole.
 */
export async function buildDashboard(root) {
  // Who took the dashboard out of the checkout wants none.
  if (!existsSync(join(root, 'dashboard', 'index.html'))) return
  if (isFresh(root, hashSources(root))) return
  await withInstallLock(join(root, '.dashboard.lock'), async (lock) => {
    const hash = hashSources(root)
    // The one that we waited for has built it.
    if (isFresh(root, hash)) return
    await build(root, lock, hash)
  })
}

function stampPath(root) {
  return join(root, 'dashboard', 'dist', '.made-from')
}

function isFresh(root, hash) {
  try {
    return readFileSync(stampPath(root), 'utf8') === hash
  } catch {
    return false
  }
}

function hashSources(root) {
  const hash = createHash('sha256')
  const found = folders.flatMap((folder) => filesIn(join(root, folder)))
  for (const path of [...files.map((name) => join(root, name)), ...found].sort(byName)) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** All files of a folder but the tests; Node 18 does not look into folders by itself. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() && !/[.]test[.]tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Always the same order, whatever the folder and the language of the machine. */
function byName(one, other) {
  return one < other ? -1 : 1
}

async function build(root, lock, hash) {
  const startedAt = Date.now()
  process.stderr.write('Building the dashboard…\n')
  const dist = join(root, 'dashboard', 'dist')
  const made = `${dist}.new`
  const { code, output } = await vite(root, lock, made)
  if (lock.signal.aborted) {
    rmSync(made, { recursive: true, force: true })
    throw new Error('The build of the dashboard was stopped; the next start begins it again.')
  }
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true })
    throw new Error(
      `${output.trim()}\n\nThe dashboard could not be built (vite ended with ${code}). ` +
        'Above is what it said. Is the disk full, or was a file in dashboard/ changed? ' +
        'The one that was built before is left as it is; the next start tries again.',
    )
  }
  keepOpenPages(join(dist, 'assets'), join(made, 'assets'))
  writeFileSync(join(made, '.made-from'), hash)
  const old = `${dist}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(made, dist)
  rmSync(old, { recursive: true, force: true })
  process.stderr.write(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`)
}

/** Pages that are open go on loading what they were built with; so the files before are kept for a while. */
function keepOpenPages(before, now) {
  if (!existsSync(before)) return
  for (const name of readdirSync(before)) {
    const path = join(before, name)
    const { atime, mtime } = statSync(path)
    const isOld = Date.now() - mtime.getTime() > keptMilliseconds
    if (isOld || existsSync(join(now, name))) continue
    copyFileSync(path, join(now, name))
    utimesSync(join(now, name), atime, mtime)
  }
}

function vite(root, lock, out) {
  return new Promise((resolve, reject) => {
    const entry = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(
      bundledNode(root),
      [entry, 'build', join(root, 'dashboard'), '--configLoader', 'native'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', SIMCAST_DASHBOARD_OUT: out },
      },
    )
    if (child.pid) lock.holdFor(child.pid)
    lock.signal.addEventListener('abort', () => child.kill('SIGTERM'))
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-outputMax)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => reject(new Error(`vite does not start: ${error.message}`)))
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}
