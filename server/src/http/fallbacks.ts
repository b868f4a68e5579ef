import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify'
import { methodNotAllowed, notFound } from '../errors.ts'
import { authenticate, type FindKey } from './authentication.ts'

/** The methods of each path, and who may know that the path is there. */
export type KnownRoutes = Map<
  string,
  { methods: Set<HTTPMethods>; guard: (request: FastifyRequest) => Promise<void> }
>

const allMethods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers 405 with `Allow` for the methods that a path does not have, after its 401 and 404 and before the body. */
export function refuseOtherMethods(app: FastifyInstance, routes: KnownRoutes): void {
  for (const [url, { methods, guard }] of routes) {
    if (methods.has('GET')) methods.add('HEAD')
    const allow = allMethods.filter((method) => methods.has(method))
    app.route({
      method: allMethods.filter((method) => !methods.has(method)),
      url,
      schema: { hide: true },
      onRequest: async (request) => {
        await guard(request)
        throw methodNotAllowed(`This address takes ${allow.join(', ')}.`, allow)
      },
      handler: async () => undefined,
    })
  }
}

/** 404 for what no route takes; under `/api` only who has a key is told. */
export function answerUnknownPaths(app: FastifyInstance, findKey: FindKey): void {
  app.setNotFoundHandler(async (request: FastifyRequest) => {
    if (/^\/api(\/|$|\?)/.test(request.url)) await authenticate(request, findKey)
    throw notFound('There is nothing at this address.')
  })
}
