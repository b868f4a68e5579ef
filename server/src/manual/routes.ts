import type { FastifyInstance } from 'fastify'

/** The documents of the API, open to all: the OpenAPI description made from the routes, and the manual for people. */
export function manualRoutes(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
