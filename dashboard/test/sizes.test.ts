// What a person has to load before Home is there, from the manifest of the build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildDashboard } from '../../scripts/build-dashboard.js'

type Chunk = { file: string; src?: string; imports?: string[]; css?: string[]; isEntry?: boolean }
type Manifest = Record<string, Chunk>

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dashboard/dist')
/** In thousands of bytes, by gzip. The issue allows 170; what is left is room for the second half. */
const scriptMax = 170
const styleMax = 30

let manifest: Manifest = {}
beforeAll(async () => {
  await buildDashboard(root)
  manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
})

test('the first view is small: the frame and Home', () => {
  const chunks = withImports(['index.html', homePage()])
  const scripts = sizeOf(chunks.map(({ file }) => file))
  const styles = sizeOf(new Set(chunks.flatMap(({ css }) => css ?? [])))
  process.stdout.write(
    `first view: ${scripts.toFixed(1)} kB script, ${styles.toFixed(1)} kB style\n`,
  )
  expect(scripts).toBeLessThan(scriptMax)
  expect(styles).toBeLessThan(styleMax)
})

test('every page is a file of its own, so that none pays for another', () => {
  const entry = new Set(withImports(['index.html']).map(({ file }) => file))
  const pages = Object.entries(manifest).filter(([name]) => /-page[.]tsx$/.test(name))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter(([, { file }]) => entry.has(file)).map(([name]) => name)).toEqual([])
})

/** The chunks and all that they import at once, without what is loaded later. */
function withImports(names: string[]): Chunk[] {
  const found = new Set<string>()
  const add = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const other of manifest[name]?.imports ?? []) add(other)
  }
  for (const name of names) add(name)
  return [...found].flatMap((name) => manifest[name] ?? [])
}

function homePage(): string {
  const name = Object.keys(manifest).find((one) => /src\/home\/[^/]*-page[.]tsx$/.test(one))
  if (name === undefined) throw new Error('The build has no page of Home.')
  return name
}

function sizeOf(files: Iterable<string>): number {
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }))
  return sizes.reduce((sum, { length }) => sum + length, 0) / 1000
}
