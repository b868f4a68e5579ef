import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { methodNotAllowed, notFound } from '../errors.ts'
import { authenticate, type Callers } from './authentication.ts'

/** Refuses who may not know that a path is there. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** The methods of each path, and its guard. */
export type KnownRoutes = Map<string, { methods: Set<HTTPMethods>; guard: Guard }>

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
      onRequest: async (request, reply) => {
        await guard(request, reply)
        throw methodNotAllowed(`This address takes ${allow.join(', ')}.`, allow)
      },
      handler: async () => undefined,
    })
  }
}

/** 404 for what no route takes, if it is no page either; under `/api` only who may ask is told. */
export function answerUnknownPaths(
  app: FastifyInstance,
  callers: Callers,
  sendPage: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined,
): void {
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    const page = sendPage(request, reply)
    if (page) return page
    if (/^\/api(\/|$|\?)/.test(request.url)) await authenticate(request, reply, callers)
    throw notFound('There is nothing at this address.')
  })
}
