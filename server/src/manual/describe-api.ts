import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeRoute } from './describe-route.ts'
import { readRoutes, type ApiDocument } from './read-routes.ts'
import { slugOf } from './slug.ts'

const before = [
  'getting-started',
  'conventions',
  'lists',
  'phone-numbers',
  'texts',
  'statuses',
] as const
const after = ['refusals', 'without-a-key'] as const

/** The manual in Markdown: chapters of prose, and with each resource's chapter the routes of it. */
export function describeApi(document: ApiDocument): string {
  const routes = readRoutes(document)
  const resources = (document.tags ?? []).map(({ name }) => {
    const ofTag = routes.filter(({ tag }) => tag === name)
    return [chapter(name), ...ofTag.map((route) => describeRoute(route, routes))].join('\n\n')
  })
  const body = [...before.map(chapter), ...resources, ...after.map(chapter)].join('\n\n')
  return `# The API of Simcast\n\n${contentsOf(body)}\n\n${body}\n`
}

export type Heading = { level: number; title: string; slug: string }

/** The headings of the second and third level, in order. Lines within blocks of code are none. */
export function headingsOf(markdown: string): Heading[] {
  const prose = markdown.replaceAll(/^```[^]*?^```$/gm, '')
  return [...prose.matchAll(/^(##|###) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
    slug: slugOf(title),
  }))
}

function contentsOf(markdown: string): string {
  return headingsOf(markdown)
    .map(({ level, title, slug }) => `${'  '.repeat(level - 2)}- [${title}](#${slug})`)
    .join('\n')
}

function chapter(name: string): string {
  return readFileSync(join(import.meta.dirname, 'chapters', `${name}.md`), 'utf8').trim()
}
