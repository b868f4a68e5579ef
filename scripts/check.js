// Everything that a change has to pass besides the tests. All steps run, all failures are shown.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')

const steps = [
  { name: 'format', args: [bin('oxfmt'), '--check', '.'] },
  { name: 'lint', args: [bin('oxlint'), '--type-aware', '--deny-warnings', '.'] },
  { name: 'types', args: [bin('typescript', 'tsc'), '--project', 'tsconfig.json'] },
  {
    name: 'types of the dashboard',
    args: [bin('typescript', 'tsc'), '--project', 'dashboard/tsconfig.json'],
  },
  {
    name: 'types of the journeys',
    args: [bin('typescript', 'tsc'), '--project', 'dashboard/test/tsconfig.json'],
  },
  {
    name: 'architecture',
    args: [
      bin('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      'server/src',
      'server/bench',
      'dashboard/src',
    ],
    // Without a compiler that it can use it reads nothing, and calls that a success.
    refuse: (output) => (/\((?!0 modules)\d+ modules/.test(output) ? '' : 'No module was read.'),
  },
  { name: 'generated', args: ['server/src/generate.ts', '--check'] },
]

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown step ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.\n`,
  )
  process.exit(1)
}

let failed = 0
const wanted = steps.filter((step) => chosen.length === 0 || chosen.includes(step.name))
await Promise.all(wanted.map(runStep))
process.exit(failed === 0 ? 0 : 1)

async function runStep(step) {
  const startedAt = Date.now()
  const { code, output } = await runNode(step.args)
  const complaint = code === 0 ? (step.refuse?.(output) ?? '') : ''
  const passed = code === 0 && complaint === ''
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  if (!passed) failed += 1
  const details = passed ? '' : `${output}${complaint}\n`
  process.stdout.write(`${passed ? '✔' : '✖'} ${step.name} ${seconds} s\n${details}`)
}

function runNode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ code, output }))
  })
}

// The JavaScript file behind a command: the links in .bin depend on npm's version.
function bin(name, command = name) {
  const { bin: bins } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
  return join(modules, name, typeof bins === 'string' ? bins : bins[command])
}
