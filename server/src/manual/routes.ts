import type { FastifyInstance } from 'fastify'
import { describeApi } from './describe-api.ts'
import { makePage, type Page } from './page.ts'
import type { ApiDocument } from './read-routes.ts'

/** The documents of the API, open to all: the OpenAPI description made from the routes, and the manual for people. */
export function manualRoutes(app: FastifyInstance): void {
  let page: Page | undefined
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  app.get('/api/docs', { schema: { hide: true } }, async (request, reply) => {
    // Made once, when all routes are there and somebody asks.
    page ??= makePage(describeApi(readDocument(app)))
    reply.headers({
      'cache-control': 'no-cache',
      etag: page.etag,
      'content-security-policy': page.contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
    return reply.type('text/html; charset=utf-8').send(page.html)
  })
}

/** The document of an app that is ready. */
export function readDocument(app: FastifyInstance): ApiDocument {
  // The plugin's type allows for every OpenAPI there is; ours is made by http/openapi.ts and our own schemas.
  return app.swagger() as unknown as ApiDocument
}
