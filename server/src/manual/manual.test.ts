import { beforeAll, describe, expect, test } from 'vitest'
import { wireStatus as campaignStatus } from '../campaigns/status.ts'
import { wireStatus as messageStatus } from '../messages/status.ts'
import { problemsOf, useApp } from '../../test/app.ts'
import { buildAccount } from '../../test/builders.ts'
import { useDatabase } from '../../test/database.ts'
import { describeApi } from './describe-api.ts'
import { exampleAnswer, exampleFields, examplePath } from './examples.ts'
import { readRoutes, type Route } from './read-routes.ts'
import { readDocument } from './routes.ts'
import { slugOf } from './slug.ts'

const database = useDatabase()
const api = useApp(database)
beforeAll(async () => {
  await api.app.ready()
})
const document = () => readDocument(api.app)
const manual = () => describeApi(document())

async function readPage() {
  const response = await api.app.inject({ method: 'GET', url: '/api/docs' })
  expect(response.statusCode).toBe(200)
  return response
}

describe('the manual', () => {
  test('tells of every route of the OpenAPI document but those that phones speak', () => {
    const text = manual()
    for (const [path, operations] of Object.entries(document().paths ?? {})) {
      for (const method of Object.keys(operations)) {
        if (/^(\/api)?\/mobile\/v1\//.test(path)) continue
        expect(text).toContain(`\n\`${method.toUpperCase()} ${path}\`\n`)
      }
    }
    expect(readRoutes(document()).length).toBeGreaterThan(30)
  })

  test('names every field, every filter and every key of an answer', () => {
    const text = manual()
    for (const { bodyFields, queryFields, answer } of readRoutes(document())) {
      const data = answer?.properties?.['data']
      const keys = Object.keys((data?.items ?? data)?.properties ?? {})
      for (const { name } of [...bodyFields, ...queryFields]) expect(text).toContain(`\`${name}`)
      for (const key of keys) expect(text).toMatch(new RegExp(`["\`]${key}["\`]`))
    }
  })

  test('gives every heading a link of its own, so that each route can be pointed at', () => {
    const slugs = [...manual().matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => slugOf(title))
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  test('tells what every status inside becomes outside', () => {
    const text = manual()
    for (const [inside, outside] of Object.entries({ ...messageStatus, ...campaignStatus })) {
      expect(text).toContain(`| \`${outside}\` | \`${inside}\` |`)
    }
  })

  test('answers its examples as JSON with the keys of the schema in their order', () => {
    for (const route of readRoutes(document())) {
      const answer = exampleAnswer(route)
      if (answer === undefined) continue
      const parsed: unknown = JSON.parse(answer)
      expect(Object.keys(parsed as object)).toEqual(Object.keys(route.answer?.properties ?? {}))
    }
  })
})

describe('the example requests', () => {
  // In an order in which each finds what it names.
  const inOrder = [
    'devices',
    'contacts',
    'segments',
    'campaigns',
    'sms',
    'conversations',
    'opt-outs',
    'flows',
    'templates',
    'recurring-campaigns',
    'jobs',
    'account',
  ]

  test('are accepted as they stand', async () => {
    const { key } = await buildAccount(database.db)
    const requests = inOrder.flatMap((tag) =>
      readRoutes(document()).filter(
        (route) => route.tag === tag && route.method === 'POST' && isPlain(route),
      ),
    )
    for (const route of requests) {
      const form = exampleFields(route)
      const answer = await api.call('POST', examplePath(route), { key, form })
      expect([route.path, problemsOf(answer), answer.status]).toEqual([route.path, [], 200])
    }
    expect(requests.length).toBeGreaterThan(12)
  })

  /** Verbs without fields have nothing to show, and most of them want a certain state. */
  function isPlain({ bodyFields, path }: Route): boolean {
    // Draining and moving want a second device, and take the first one away from the examples that follow.
    // Only a pretend phone can be written to, and only what has been sent can be sent again.
    return bodyFields.length > 0 && !/\/(drain|move|pretend-texts|retry)$/.test(path)
  }
})

describe('the page', () => {
  test('has no link that leads nowhere', async () => {
    const { body } = await readPage()
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...body.matchAll(/href="#([^"]*)"/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(80)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })

  test('needs nothing else than itself, and its policy allows nothing else', async () => {
    const { body, headers } = await readPage()
    expect(body).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|@import|url\(/i)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(body) ?? []
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString('base64')}'`)
    expect(policy).not.toContain('unsafe')
  })

  test('is open to all, and read again only when it has changed', async () => {
    const { headers } = await readPage()
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const again = await api.app.inject({
      method: 'GET',
      url: '/api/docs/',
      headers: { 'if-none-match': String(headers['etag']) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})
