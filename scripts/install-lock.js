// Two programs started at once in a fresh checkout: one installs, the other waits for it.
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as rest } from 'node:timers/promises'

const beatMilliseconds = 1000
const silentMillisecondsMax = 30_000
const silentMillisecondsMaxOfTheDead = 3000
const lookMilliseconds = 200

/**
 * Runs `work` while holding the lock file. A holder that was killed does not keep it, but the
 * processes that it names with `holdFor` do, as long as they live. `signal` tells when to give up.
 */
export async function withInstallLock(path, work) {
  await take(path)
  const giveUp = new AbortController()
  const abort = () => giveUp.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, abort)
  const beat = setInterval(() => touch(path), beatMilliseconds)
  try {
    return await work({
      signal: giveUp.signal,
      holdFor: (pid) => writeFileSync(path, holders([process.pid, pid])),
    })
  } finally {
    for (const signal of signals) process.off(signal, abort)
    clearInterval(beat)
    rmSync(path, { force: true })
  }
}

async function take(path) {
  let said = false
  for (;;) {
    try {
      writeFileSync(path, holders([process.pid]), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new Error(
          `Cannot install or build here: ${error.message}. May this user write the checkout?`,
        )
      }
    }
    if (isLeftBehind(path)) {
      removeLeftBehind(path)
      continue
    }
    if (!said) {
      process.stderr.write(
        `Waiting for another start in this folder to install or build (if there is none, delete ${path})…\n`,
      )
    }
    said = true
    await rest(lookMilliseconds)
  }
}

function holders(pids) {
  return JSON.stringify({ host: hostname(), pids })
}

// Its holders are gone: no process of this machine lives on, or another machine's fell silent.
function isLeftBehind(path) {
  try {
    const silent = Date.now() - statSync(path).mtimeMs
    const { host, pids } = JSON.parse(readFileSync(path, 'utf8'))
    if (host !== hostname()) return silent > silentMillisecondsMax
    return silent > silentMillisecondsMaxOfTheDead && !pids.some(isAlive)
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Moved aside first: of two that see the same old lock, only one may take it away.
function removeLeftBehind(path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    rmSync(aside, { force: true })
  } catch {
    // The other one was faster.
  }
}

function touch(path) {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // A lock that cannot be touched is only taken for silent after a while.
  }
}
