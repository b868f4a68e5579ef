// Starts one of our programs under the Node that the project brings along, whatever Node runs this.
// Plain JavaScript for Node 18 and later: it has to work before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installBrowser } from './browser.js'
import { buildDashboard } from './build-dashboard.js'
import { installMissing } from './install.js'
import { bundledNode, refusePlatform } from './platform.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const programs = {
  start: ['server/src/main.ts'],
  simcast: ['server/src/cli.ts'],
  phone: ['server/src/pretend-phone/cli.ts'],
  generate: ['server/src/generate.ts'],
  bench: ['server/bench/main.ts'],
  chaos: ['server/chaos/main.ts'],
  test: ['node_modules/vitest/vitest.mjs', 'run'],
  screenshots: ['dashboard/test/screenshots.ts'],
  check: ['scripts/check.js'],
  format: ['node_modules/oxfmt/bin/oxfmt', '.'],
}

/** Programs that serve the dashboard, so it is built first. */
const servers = ['start', 'test', 'screenshots']

// Of a machine with much memory V8 takes much, and lets garbage lie: a server that needs 200 MB held 570 under load. With
// a bound in sight its heap grows in smaller steps. Three lists of a million numbers at once need 1 GB of it.
const flags = { start: readJson('server-flags.json') }

// npm passes a signal on that the terminal has already sent to all of us. What comes again within
// this time is the same wish, and the program hears it once.
const echoMilliseconds = 500
const lookMilliseconds = 250

await main()

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined
  if (!program && name !== 'build') {
    fail(`Unknown program “${name}”. There are: ${Object.keys(programs).join(', ')}, build.`)
  }

  const refusal = refusePlatform()
  if (refusal) fail(refusal)

  try {
    await installMissing(root)
  } catch (error) {
    fail(error.message)
  }
  try {
    if (name === 'build' || servers.includes(name)) await buildDashboard(root)
    if (name === 'build') return
    if (name === 'test' || name === 'screenshots') installBrowser()
  } catch (error) {
    // Phones are to be served, whatever is wrong with the pages.
    if (name !== 'start') fail(error.message)
    process.stderr.write(`${error.message}\n`)
  }

  const [entry, ...fixed] = program
  if (!existsSync(join(root, entry))) fail(`${entry} is missing from this checkout.`)
  run(flags[name] ?? [], join(root, entry), [...fixed, ...args])
}

function run(nodeFlags, entry, args) {
  const node = bundledNode(root)
  // A session of its own, so that Ctrl-C reaches the program through us and only once. It holds
  // the other end of a channel: when we die without a word (kill -9), it stops as after SIGTERM.
  const leash = pathToFileURL(join(root, 'scripts', 'leash.js')).href
  const child = spawn(node, [...nodeFlags, '--import', leash, entry, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
      SIMCAST_LEASH: String(process.pid),
    },
  })

  const heardAt = new Map()
  const passOn = (signal) => {
    const now = Date.now()
    if (now - (heardAt.get(signal) ?? 0) > echoMilliseconds) child.kill(signal)
    heardAt.set(signal, now)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  watchNpm(() => passOn('SIGTERM'))

  child.on('error', (error) => fail(`${node} does not start: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}

// An npm that was killed cannot pass anything on: without it nobody could end the program by name.
function watchNpm(whenGone) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    whenGone()
  }, lookMilliseconds)
}

function readJson(name) {
  return JSON.parse(readFileSync(join(root, 'scripts', name), 'utf8'))
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
