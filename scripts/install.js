// Installs what package-lock.json names, once. `npm ci` deletes node_modules under whatever runs
// from it, so it never runs again while the stamp in there fits the lock file.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withInstallLock } from './install-lock.js'
import { bundledNode } from './platform.js'

const outputMax = 64 * 1024

/** Makes node_modules fit package-lock.json; throws an Error whose message a person can act on. */
export async function installMissing(root) {
  if (isStamped(root)) return
  // Where the folder is not ours to write, looking is enough.
  if (isInstalledByHand(root) && existsSync(bundledNode(root))) return tryStamp(root)
  await withInstallLock(join(root, '.install.lock'), async (lock) => {
    if (isStamped(root)) return
    await install(root, lock)
    if (!existsSync(bundledNode(root))) {
      throw new Error(
        `npm left out ${bundledNode(root)}. Optional packages are needed here: ` +
          'look for omit=optional in your npm configuration, then try again.',
      )
    }
    tryStamp(root)
  })
}

function stampPath(root) {
  return join(root, 'node_modules', '.simcast-installed')
}

function stamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.arch}\n`
}

function tryStamp(root) {
  try {
    writeFileSync(stampPath(root), stamp(root))
  } catch {
    // Without it the next start has to look again.
  }
}

function isStamped(root) {
  try {
    return readFileSync(stampPath(root), 'utf8') === stamp(root) && existsSync(bundledNode(root))
  } catch {
    return false
  }
}

// Whoever ran npm on their own has the right packages already. npm writes its own list of what
// it installed last of all, so a list that fits the lock file tells of a finished installation.
function isInstalledByHand(root) {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'))
    const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
    return Object.entries(wanted).every(([path, entry]) => {
      if (!path.includes('node_modules/')) return true
      const found = present[path]
      if (!found) return entry.optional === true || entry.devOptional === true
      return found.integrity === entry.integrity && found.version === entry.version
    })
  } catch {
    return false
  }
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

async function install(root, lock) {
  const startedAt = Date.now()
  process.stderr.write('Installing what Simcast needs (once, npm ci)…\n')
  const { code, output } = await npm(root, lock, ['ci', '--include=dev', '--include=optional'])
  if (lock.signal.aborted)
    throw new Error('The installation was stopped; the next start begins it again.')
  if (code !== 0) {
    throw new Error(
      `${output.trim()}\n\nThe installation failed (npm ci ended with ${code}). ` +
        'Above is what npm said. Is the npm registry reachable from here, and is the disk full? ' +
        'Nothing was started; the next start tries again.',
    )
  }
  process.stderr.write(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`)
}

function npm(root, lock, args) {
  const [command, ...before] = npmCommand()
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (child.pid) lock.holdFor(child.pid)
    lock.signal.addEventListener('abort', () => child.kill('SIGTERM'))
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-outputMax)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      reject(
        new Error(`npm does not start (${error.message}). It comes with Node: is it installed?`),
      )
    })
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}

// The npm that started us, by the Node that runs us; otherwise the one on the path, or the one
// that lies beside this Node.
function npmCommand() {
  const starter = process.env.npm_execpath
  if (starter && starter.endsWith('npm-cli.js') && existsSync(starter)) {
    return [process.execPath, starter]
  }
  const beside = join(dirname(process.execPath), 'npm')
  return [existsSync(beside) ? beside : 'npm']
}
