import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../config.ts'
import { createPretendDevices } from '../devices/local-pretend.ts'
import { pathOf } from '../lib/path-of.ts'
import { CommandError, helpText, readCommand, type Command } from './command-line.ts'
import { createFleet, type FleetCounts, type FleetOptions } from './fleet.ts'
import { makeDevicesByKey, type MakeDevices } from './own-device.ts'
import { parseReplies } from './replies.ts'
import { createScreen, type Screen } from './screen.ts'

/** How often the line that says how it stands is written anew: on a terminal, and into a log. */
const liveMs = 500
const logMs = 5000

await main()

async function main(): Promise<void> {
  try {
    const command = readCommand(process.argv.slice(2), process.env)
    if (command === 'help') process.stdout.write(helpText)
    else await run(command)
  } catch (error) {
    // Whatever stops the phones is something that a person has to see to.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    const isExpected = error instanceof CommandError || error instanceof ConfigError
    process.exitCode = isExpected ? 2 : 1
  }
}

async function run(command: Command): Promise<void> {
  const stopped = nextStopSignal()
  const screen = createScreen(process.stdout, {
    isQuiet: command.quiet,
    showsTexts: command.count === 1,
    now: Date.now,
  })
  const fleet = createFleet(fleetOptions(command, screen))
  await refuseSilence(command.url)
  const startedAt = Date.now()
  const show = () => screen.update(fleet.counts())
  const timer = setInterval(show, process.stdout.isTTY ? liveMs : logMs)
  try {
    const started = fleet.start().then(() => greet(command, screen))
    await Promise.race([stopped, started.then(() => stopped)])
  } finally {
    clearInterval(timer)
    await fleet.stop()
    screen.close()
  }
  screen.say(summary(fleet.counts(), Date.now() - startedAt))
}

function fleetOptions(command: Command, screen: Screen): FleetOptions {
  const { url, count, name, token, seed } = command
  return {
    url,
    count,
    name,
    token,
    seed,
    folder:
      command.journal === undefined ? defaultFolder(command) : pathOf(command.journal, process.env),
    makeDevices: deviceMaker(command),
    phone: {
      reinstall: command.reinstall,
      version: command.version,
      sims: command.sims,
      rate: command.rate,
      fail: command.fail,
      noReport: command.no_report,
      replies: command.replies === undefined ? [] : readReplies(command.replies),
      pollOnly: command.poll_only,
      pollSeconds: command.poll_seconds,
      timeScale: command.time_scale,
    },
    onEvent: screen.show,
  }
}

/** The same words find the same phones again. */
function defaultFolder({ name, token, url }: Command): string {
  const { dataDir } = readConfig(process.env)
  const named = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const hash = createHash('sha256').update(`${url} ${token}`).digest('hex').slice(0, 8)
  return join(dataDir, 'pretend-phones', token === undefined ? named : hash)
}

function deviceMaker({ url, key }: Command): MakeDevices {
  if (key !== undefined) return makeDevicesByKey(url, key)
  return async (names) => {
    const devices = await createPretendDevices(readConfig(process.env), names)
    return devices.map(({ token }) => token)
  }
}

async function refuseSilence(url: string): Promise<void> {
  try {
    await fetch(new URL('/health', url), { signal: AbortSignal.timeout(10_000) })
  } catch (error) {
    throw new Error(`Nothing answers at ${url}. Start Simcast first (npm start), or give --url.`, {
      cause: error,
    })
  }
}

function readReplies(path: string) {
  try {
    return parseReplies(readFileSync(pathOf(path, process.env), 'utf8'))
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function greet({ url, count, quiet }: Command, screen: Screen): void {
  if (quiet) return
  const who = count === 1 ? 'A pretend phone is' : `${count} pretend phones are`
  screen.say(`${who} enrolled at ${url}. Ctrl-C ends it.`)
}

function summary(counts: FleetCounts, milliseconds: number): string {
  const { phones, sent, failed, waiting, received } = counts
  const seconds = Math.round(milliseconds / 1000)
  const who = phones === 1 ? '1 phone' : `${phones} phones`
  return `${who}, ${seconds} s: ${sent} sent, ${failed} failed, ${waiting} waiting, ${received} received.`
}

/** The second signal ends the process at once. */
function nextStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}
