import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { flowsBench } from './bench-flows.ts'
import { importBench } from './bench-import.ts'
import { inboundBench } from './bench-inbound.ts'
import { launchBench } from './bench-launch.ts'
import { listsBench } from './bench-lists.ts'
import { phonesBench } from './bench-phones.ts'
import { smsBench } from './bench-sms.ts'
import { wakeBench } from './bench-wake.ts'
import { readCommandLine, usage, UsageError, type Options } from './command-line.ts'
import { drawGrowth } from './growth.ts'
import type { Bench, Line } from './lines.ts'
import { describeMachine, machineText } from './machine.ts'
import { openWorld } from './open-world.ts'
import { peakMemory, resetPeakMemory } from './processes.ts'
import { describeProfile } from './profile.ts'
import { lineText, markdownOf, tableHead, type Part, type Result } from './report.ts'

const benches: readonly Bench[] = [
  importBench,
  launchBench,
  flowsBench,
  smsBench,
  phonesBench,
  inboundBench,
  wakeBench,
  listsBench,
]
const memoryMax = 350

await main()

// Falling short is a figure like any other, so the exit code says only whether the benchmark ran.
async function main(): Promise<void> {
  try {
    const names = benches.map(({ name }) => name)
    const options = readCommandLine(process.argv.slice(2), names)
    await run(options)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n\n${usage(benches)}`)
    process.exitCode = 2
  }
}

async function run(options: Options): Promise<void> {
  const { isJson, isMarkdown, profileDir } = options
  const print = (text: string) => {
    if (!isJson && !isMarkdown) process.stdout.write(`${text}\n`)
  }
  const results: Result[] = []
  for (const size of options.sizes) results.push(await runAt(size, options, print))
  if (options.isGrowth) print(`The picture is in ${drawGrowth(results)}.`)
  if (isJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  if (isMarkdown) process.stdout.write(`${results.map(markdownOf).join('\n\n')}\n`)
  if (profileDir !== undefined) print(describeProfile(resolve(profileDir)))
}

async function runAt(
  size: number,
  options: Options,
  print: (text: string) => void,
): Promise<Result> {
  const { names, seconds, idleSeconds } = options
  const profileDir = options.profileDir === undefined ? undefined : resolve(options.profileDir)
  if (profileDir !== undefined) mkdirSync(profileDir, { recursive: true })
  const { world, close } = await openWorld({ size, seconds, idleSeconds, profileDir })
  const stop = () => void close().finally(() => process.exit(130))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const machine = await describeMachine(world)
    print(`${machineText(machine)}\n${size.toLocaleString('en')} contacts\n\n${tableHead}`)
    const parts: Part[] = []
    for (const bench of benches.filter(({ name }) => names.includes(name))) {
      const { name, summary } = bench
      const lines: Line[] = []
      print(`${name}: ${summary}`)
      resetPeakMemory(world.simcast.pid)
      await bench.run(world, (line) => {
        lines.push(line)
        print(lineText(line))
      })
      const part = { name, summary, lines, peakMemory: peakMemory(world.simcast.pid) }
      print(`    the server's memory was ${part.peakMemory.toFixed(0)} MB at most`)
      parts.push(part)
    }
    parts.push(memoryOf(parts))
    print(`memory: ${parts.at(-1)?.summary}`)
    for (const line of parts.at(-1)?.lines ?? []) print(lineText(line))
    return { size, machine, parts }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await close()
  }
}

function memoryOf(parts: readonly Part[]): Part {
  const peak = Math.max(...parts.map((part) => part.peakMemory))
  const line: Line = {
    work: 'the Node process at its peak',
    unit: 'MB',
    measured: peak,
    reach: { atMost: memoryMax },
    drawn: 'Memory of the process, MB',
  }
  return {
    name: 'memory',
    summary: 'of one process through all of it',
    peakMemory: peak,
    lines: [line],
  }
}
