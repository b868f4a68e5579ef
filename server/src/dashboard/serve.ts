import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageHeaders } from './policy.ts'

/** What `npm run build` makes. */
const built = join(import.meta.dirname, '../../../dashboard/dist')

/** Files of the page that keep their names, so that browsers ask whether they have changed. */
const namedFiles = ['favicon.svg', 'scheme.js']

/** Sends the page where a browser asks for one; undefined for every other request. */
export type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined

/** Serves the built dashboard at `/`. Without one the API works all the same, and `/` says what to run. */
export async function serveDashboard(app: FastifyInstance, directory = built): Promise<SendPage> {
  const assets = join(directory, 'assets')
  await app.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    schemaHide: true,
    cacheControl: false,
    suppressWarning: true,
    setHeaders: (reply, path) => {
      // Each name in there holds the hash of what is in it.
      const isForEver = path.startsWith(`${assets}${sep}`)
      const caching = isForEver ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.headers({ ...pageHeaders, 'cache-control': caching })
    },
  })
  const send = (reply: FastifyReply, name: string) => reply.sendFile(name, directory)
  for (const name of namedFiles) {
    app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) => send(reply, name))
  }
  const sendPage = (reply: FastifyReply) =>
    existsSync(join(directory, 'index.html')) ? send(reply, 'index.html') : sayWhatToRun(reply)

  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply))
  return (request, reply) => (isForPage(request) ? sendPage(reply.code(200)) : undefined)
}

/** The address of any page is answered with the one there is; the browser knows which to show. */
function isForPage({ method, url, headers }: FastifyRequest): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.accept?.includes('text/html') === true &&
    !/^\/(api|mobile|assets)(\/|\?|$)/.test(url)
  )
}

function sayWhatToRun(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .headers({ ...pageHeaders, 'cache-control': 'no-store' })
    .type('text/plain; charset=utf-8')
    .send(
      'The dashboard has not been built here. Run: npm run build\n' +
        'The API works without it; its manual is at /api/docs.\n',
    )
}
