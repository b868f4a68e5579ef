// The browser that tests of the dashboard and screenshots drive: one that is there, or Debian's.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Said where there is none. */
export const noBrowser =
  'The tests of the dashboard need Chromium or Chrome, and this machine has none. ' +
  'Install one (on Debian: apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium.'

/** The path of a Chromium; undefined when there is none. */
export function findBrowser() {
  const chosen = process.env.CHROMIUM
  if (chosen) return canRun(chosen) ? chosen : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin']
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(canRun)
}

/** Installs Debian's where that can be done without asking anybody; the tests say what is missing. */
export function installBrowser() {
  if (findBrowser() || process.env.CHROMIUM || process.getuid?.() !== 0) return
  if (!canRun('/usr/bin/apt-get')) return
  process.stderr.write('Installing Chromium for the tests of the dashboard (once, apt-get)…\n')
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 }
  if (spawnSync('apt-get', install, options).status === 0) return
  spawnSync('apt-get', ['update'], options)
  const { status, stderr } = spawnSync('apt-get', install, options)
  if (status !== 0) process.stderr.write(`apt-get could not: ${stderr}\n`)
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
