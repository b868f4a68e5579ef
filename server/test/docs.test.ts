import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wireStatus as campaignStatus } from '../src/campaigns/status.ts'
import { headingsOf } from '../src/manual/describe-api.ts'
import { wireStatus as messageStatus } from '../src/messages/status.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

/** Code is not looked at: it may show links that are none. */
const prose = (text: string) => text.replaceAll(/^```[^]*?^```$/gm, '')

describe('the documents', () => {
  test.each(documents)('%s has no link that leads nowhere', (document) => {
    const links = [...prose(read(document)).matchAll(/\]\(([^)\s]+)\)/g)].map(
      ([, link = '']) => link,
    )
    for (const link of links) {
      if (/^https?:/.test(link)) continue
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? document : join(dirname(document), path)
      expect([link, existsSync(join(root, target))]).toEqual([link, true])
      if (anchor === undefined) continue
      expect(headingsOf(read(target)).map(({ slug }) => slug)).toContain(anchor)
    }
  })

  test('the glossary tells every status inside and outside', () => {
    const glossary = read('docs/GLOSSARY.md')
    for (const statuses of [messageStatus, campaignStatus]) {
      for (const [inside, outside] of Object.entries(statuses)) {
        expect(glossary).toContain(`| \`${inside}\` | \`${outside}\` |`)
      }
    }
  })

  test('the glossary says every word once', () => {
    const words = [...read('docs/GLOSSARY.md').matchAll(/^\| \*\*(.+?)\*\* \|/gm)].map(
      ([, word]) => word,
    )
    expect(words.length).toBeGreaterThan(50)
    expect(new Set(words).size).toBe(words.length)
  })

  test('the functions that the architecture names are where it says', () => {
    const named = [...read('docs/ARCHITECTURE.md').matchAll(/`(\w+)` \(`([\w/-]+\.ts)`\)/g)]
    for (const [, name = '', path = ''] of named) {
      const code = read(join('server/src', path))
      const isThere = new RegExp(`(function|class) ${name}\\b`).test(code)
      expect([name, path, isThere]).toEqual([name, path, true])
    }
    expect(named.length).toBeGreaterThan(20)
  })

  test('the architecture has a line for every room', () => {
    const architecture = read('docs/ARCHITECTURE.md')
    const rooms = readdirSync(join(root, 'server/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    for (const room of rooms) expect(architecture).toContain(`\n| \`${room}\` |`)
  })

  test('the decisions are numbered without a gap', () => {
    const numbers = readdirSync(join(root, 'docs/decisions')).map((name) =>
      Number(name.slice(0, 4)),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
  })
})
