// Kills, freezes and cuts everything while messages go out, by seed, and counts from outside what became of them.
import { parseArgs } from 'node:util'
import { describePlan } from './plan.ts'
import { runSeed, type Verdict } from './run-seed.ts'

const help = `Real processes, real pretend phones, and bad luck by seed; afterwards the
phones' journals, the answers of the API and the rows are held against each other.

  npm run chaos                       seeds 1 to 100
  npm run chaos -- --seed 7           one seed, with its plan
  npm run chaos -- --seeds 1..20

  --size N       contacts (240)
  --seconds N    how long things happen (10)
  --minutes N    what is frozen stays so for N minutes, not for seconds
  --jobs N       seeds side by side (1)
  --plan         show the plan also of a seed that is clean
`

const shownFindings = 20

await main()

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '1..100' },
      size: { type: 'string', default: '240' },
      seconds: { type: 'string', default: '10' },
      minutes: { type: 'string' },
      jobs: { type: 'string', default: '1' },
      plan: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(help)
  const seeds = values.seed === undefined ? readSeeds(values.seeds) : [Number(values.seed)]
  const size = {
    contacts: Number(values.size),
    storm_ms: Number(values.seconds) * 1000,
    freeze_ms: values.minutes === undefined ? null : Number(values.minutes) * 60_000,
  }
  const showsPlan = values.plan || values.seed !== undefined
  const failed: number[] = []
  const waiting = [...seeds]
  const work = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const verdict = await runSeed(seed, size)
      process.stdout.write(describe(verdict, showsPlan))
      if (verdict.findings.length > 0) failed.push(seed)
    }
  }
  await Promise.all(Array.from({ length: Number(values.jobs) }, work))
  const clean = seeds.length - failed.length
  process.stdout.write(`${clean} of ${seeds.length} seeds clean.\n`)
  if (failed.length === 0) return
  process.stdout.write(`Failed: ${failed.toSorted((a, b) => a - b).join(', ')}\n`)
  process.exitCode = 1
}

function readSeeds(text: string): number[] {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(text) ?? []
  if (first === undefined) throw new Error('--seeds takes a range such as 1..100.')
  const count = Number(last) - Number(first) + 1
  return Array.from({ length: Math.max(0, count) }, (_, place) => Number(first) + place)
}

function describe(
  { seed, plan, seconds, messages, sent, findings, folder, output }: Verdict,
  showsPlan: boolean,
): string {
  const isClean = findings.length === 0
  const figures = `${seconds.toFixed(0)} s, ${messages} messages, ${sent} sent, ${plan.events.length} events`
  const line = `seed ${seed}: ${figures}, ${isClean ? 'clean' : `${findings.length} FINDINGS`}\n`
  if (isClean) return showsPlan ? `${describePlan(plan)}\n${line}` : line
  const shown = findings
    .slice(0, shownFindings)
    .map(({ about, sentence }) => `  ${about}: ${sentence}`)
  const words = output.split('\n').slice(-60).join('\n')
  return `${line}${describePlan(plan)}\n${shown.join('\n')}\n  Journals: ${folder}\n  Simcast said:\n${words}\n`
}
