// In a small checkout of its own, with a vite that notes that it was called.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildDashboard } from './build-dashboard.js'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'simcast-build-'))
  const bin = join(root, `node_modules/node-linux-${process.arch}/bin`)
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, join(bin, 'node'))
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{}')
  write('node_modules/vite/bin/vite.js', vite)
  for (const name of ['index.html', 'package.json', 'vite.config.ts', 'public/scheme.js'])
    write(`dashboard/${name}`, '{}')
  write('dashboard/src/main.tsx', 'one')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('it is built once, also when two start at the same time, and then not again', async () => {
  await Promise.all([buildDashboard(root), buildDashboard(root)])
  await buildDashboard(root)

  expect(builds()).toBe(1)
  expect(page()).toBe('built from one')
})

test('what has changed is built; a test beside it is no source', async () => {
  await buildDashboard(root)
  write('dashboard/src/ui/list.test.ts', 'a test')
  await buildDashboard(root)
  expect(builds()).toBe(1)

  write('dashboard/src/main.tsx', 'two')
  await buildDashboard(root)
  expect(page()).toBe('built from two')

  write('package-lock.json', '{ "packages": {} }')
  await buildDashboard(root)
  expect(builds()).toBe(3)
})

test('a build that fails says why, and leaves the one before', async () => {
  await buildDashboard(root)
  write('dashboard/src/main.tsx', 'broken')

  await expect(buildDashboard(root)).rejects.toThrow(
    /^no such export\n\nThe dashboard could not be built/,
  )
  expect(page()).toBe('built from one')

  write('dashboard/src/main.tsx', 'mended')
  await buildDashboard(root)
  expect(page()).toBe('built from mended')
})

test('a page that is open while another is built finds its files', async () => {
  await buildDashboard(root)
  write('dashboard/src/main.tsx', 'two')
  await buildDashboard(root)

  const file = (name: string) => readFileSync(join(root, 'dashboard/dist/assets', name), 'utf8')
  expect([file('main-one.js'), file('main-two.js')]).toEqual(['one', 'two'])
})

test('a checkout without a dashboard builds none', async () => {
  rmSync(join(root, 'dashboard'), { recursive: true })
  await buildDashboard(root)
  expect(existsSync(join(root, 'dashboard'))).toBe(false)
})

const vite = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
appendFileSync('builds', 'one\\n')
const source = readFileSync('dashboard/src/main.tsx', 'utf8')
if (source === 'broken') {
  console.error('no such export')
  process.exit(1)
}
const out = process.env.SIMCAST_DASHBOARD_OUT
mkdirSync(out + '/assets', { recursive: true })
writeFileSync(out + '/assets/main-' + source + '.js', source)
writeFileSync(out + '/index.html', 'built from ' + source)
`

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

function builds(): number {
  return readFileSync(join(root, 'builds'), 'utf8').trim().split('\n').length
}

function page(): string {
  return readFileSync(join(root, 'dashboard/dist/index.html'), 'utf8')
}
