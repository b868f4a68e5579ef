import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useApp } from '../../test/app.ts'
import { useDatabase } from '../../test/database.ts'
import { serveDashboard } from './serve.ts'

const script = `console.log(${JSON.stringify('x'.repeat(900))})`
let folder = ''
let app: FastifyInstance

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simcast-dashboard-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Simcast</title>')
  writeFileSync(join(folder, 'scheme.js'), '0')
  writeFileSync(join(folder, '.made-from'), 'secret')
  writeFileSync(join(folder, 'assets/main-abc.js'), script)
  writeFileSync(join(folder, 'assets/main-abc.js.br'), brotliCompressSync(script))
  app = await serve(folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(directory: string): Promise<FastifyInstance> {
  const made = fastify()
  const sendPage = await serveDashboard(made, directory)
  made.setNotFoundHandler(
    (request, reply) => sendPage(request, reply) ?? reply.code(404).send({ errors: [] }),
  )
  return made
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each(['/', '/campaigns/12/edit/message?dialog=send', '/setup/abc', '/nowhere'])(
  'the address %s is answered with the page, which is asked for anew each time',
  async (url) => {
    const { statusCode, headers, body } = await app.inject({ url, headers: browser })
    expect(statusCode).toBe(200)
    expect(body).toContain('<title>Simcast</title>')
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    expect((await app.inject({ method: 'HEAD', url, headers: browser })).statusCode).toBe(200)
    const headersAgain = { ...browser, 'if-none-match': String(headers.etag) }
    expect((await app.inject({ url, headers: headersAgain })).statusCode).toBe(304)
  },
)

test('a file with a hash in its name is kept for ever, and sent as small as the browser takes it', async () => {
  const url = '/assets/main-abc.js'
  const plain = await app.inject({ url })
  expect(plain.body).toBe(script)
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  expect(plain.headers['content-type']).toMatch(/javascript/)

  const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  expect(small.headers['content-encoding']).toBe('br')
  expect(small.headers['content-type']).toMatch(/javascript/)
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe(script)
})

test.each([
  ['a file that is not there', 'GET', '/assets/old-def.js', browser],
  ['a path out of the folder', 'GET', '/assets/..%2findex.html', {}],
  ['a hidden file', 'GET', '/.made-from', {}],
  ['an address of the API', 'GET', '/api/nowhere', browser],
  ['an address of the phones', 'GET', '/mobile/v1/nowhere', browser],
  ['a program that asks for no page', 'GET', '/campaigns', { accept: '*/*' }],
  ['a form that is posted to a page', 'POST', '/campaigns', browser],
] as const)('%s is no page: 404', async (_what, method, url, headers) => {
  expect((await app.inject({ method, url, headers })).statusCode).toBe(404)
})

test('without a build the address says what to run', async () => {
  const bare = await serve(join(folder, 'nothing'))
  const { statusCode, body, headers } = await bare.inject({ url: '/', headers: browser })
  expect(statusCode).toBe(503)
  expect(headers['cache-control']).toBe('no-store')
  expect(body).toContain('npm run build')
  expect((await bare.inject({ url: '/assets/main-abc.js' })).statusCode).toBe(404)
  await bare.close()
})

describe('in the whole app', () => {
  const simcast = useApp(useDatabase())

  test('an address of a page is the page or says what to run, and the API stays as it is', async () => {
    const page = await simcast.app.inject({ url: '/campaigns', headers: browser })
    expect([200, 503]).toContain(page.statusCode)
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    const manual = await simcast.app.inject({ url: '/api/docs', headers: browser })
    expect(manual.statusCode).toBe(200)
    expect((await simcast.call('GET', '/api/nowhere', { headers: browser })).status).toBe(401)
    expect((await simcast.call('GET', '/nowhere')).status).toBe(404)
  })
})
