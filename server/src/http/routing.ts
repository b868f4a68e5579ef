import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { authenticate, type Callers } from './authentication.ts'
import type { Guard, KnownRoutes } from './fallbacks.ts'
import { ErrorAnswer } from './error-handler.ts'
import { noFields, readFields, type FieldSet, type Values } from './fields.ts'
import { emptyFields, type Fields } from './form.ts'
import { onceByKey, readIdempotencyKey } from './idempotency.ts'

/** What routes are given to be registered with. */
export type Api = { app: FastifyInstance; context: Context; callers: Callers; routes: KnownRoutes }

/** Whether the resource of the path is there and the account's own; asked before the body is read. */
export type Exists = (db: Db, user_id: number, id: number) => Promise<boolean>

type RouteDoc = { tag: string; summary: string; description?: string }

export type ReadCall = {
  user_id: number
  id: number
  query: URLSearchParams
  base_url: string
  request: FastifyRequest
  reply: FastifyReply
}

export type WriteCall<Body> = {
  user_id: number
  /** Who asks: the key that was shown, or the person who is signed in. */
  api_key_id: number | null
  person_id: number | null
  id: number
  fields: Body
  base_url: string
  request: FastifyRequest
  reply: FastifyReply
}

type ReadRoute = RouteDoc & {
  url: string
  query?: TSchema
  exists?: { noun: string; check: Exists }
  /** The schema of a 200; left out where the route writes its own stream. */
  response?: TSchema
  handle: (call: ReadCall) => Promise<unknown>
}

/** A GET with a key. */
export function readRoute(api: Api, route: ReadRoute): void {
  const { app, context } = api
  app.get(route.url, {
    schema: schemaOf(route, route.query ? { querystring: route.query } : {}),
    onRequest: guard(api, route, 'GET'),
    handler: (request, reply) =>
      route.handle({
        user_id: request.user_id,
        id: pathId(request),
        query: queryOf(request),
        base_url: baseUrl(context, request),
        request,
        reply,
      }),
  })
}

type WriteRoute<F extends FieldSet, P> = RouteDoc & {
  method: 'POST' | 'DELETE'
  url: string
  body?: F
  exists?: { noun: string; check: Exists }
  response: TSchema
  /** What takes long and writes nothing, such as asking another server: done before the transaction is opened. */
  prepare?: (call: WriteCall<Values<F>>) => Promise<P>
  /** Everything that is written, is written in `tx`; what is thrown undoes it. `prepared` is what `prepare` answered. */
  handle: (tx: Tx, call: WriteCall<Values<F>>, prepared: P) => Promise<unknown>
  /** Takes the place of `handle` for requests without an Idempotency-Key, so that many can share one commit. */
  handleGathered?: (call: WriteCall<Values<F>>) => Promise<unknown>
}

/**
 * A write with a key: one transaction, once per Idempotency-Key. A POST to `/{id}` takes PUT and PATCH as synonyms.
 */
export function writeRoute<F extends FieldSet, P = undefined>(
  api: Api,
  route: WriteRoute<F, P>,
): void {
  const { app, context } = api
  const isUpdate = route.method === 'POST' && route.url.endsWith('/:id')
  const body = route.body ? { body: route.body.schema, consumes: bodyTypes } : {}
  const shared = {
    url: route.url,
    onRequest: guard(api, route, route.method),
    handler: handleWrite(context, route),
  }
  app.route({
    ...shared,
    method: route.method,
    schema: schemaOf(
      route,
      route.method === 'POST' ? { ...body, headers: idempotencyHeader } : body,
    ),
  })
  if (!isUpdate) return
  guard(api, route, 'PUT', 'PATCH')
  app.route({
    ...shared,
    method: ['PUT', 'PATCH'],
    schema: { hide: true, response: { 200: route.response } },
  })
}

function handleWrite<F extends FieldSet, P>(context: Context, route: WriteRoute<F, P>) {
  // A route without a body takes no field of any name.
  const set = route.body ?? (noFields as unknown as F)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // The content type parser leaves the fields of the body, if there was one.
    const fields = readFields(set, (request.body as Fields | undefined) ?? emptyFields())
    const { user_id } = request
    const call = {
      user_id,
      api_key_id: request.api_key_id,
      person_id: request.person_id,
      id: pathId(request),
      fields,
      base_url: baseUrl(context, request),
      request,
      reply,
    }
    const key =
      route.method === 'POST' ? readIdempotencyKey(request.headers['idempotency-key']) : undefined
    if (key === undefined && route.handleGathered) return route.handleGathered(call)

    // Undefined where there is nothing to prepare, which is then P.
    const prepared = (await route.prepare?.(call)) as P
    return inTransaction(context.db, (tx) => {
      const work = () => route.handle(tx, call, prepared)
      if (key === undefined) return work()
      const path = `POST ${request.url.split('?')[0]?.replace(/\/$/, '')}`
      return onceByKey(tx, { user_id, key, route: path, fields }, work)
    })
  }
}

export const bodyTypes = [
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/json',
]

const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'Sends once: the same key answers what the first request answered.',
    }),
  ),
})

type Guarded = { url: string; exists?: { noun: string; check: Exists } }

/** The order of refusals begins here: 401, then 404, before the body is looked at. Notes the route's methods. */
function guard(api: Api, { url, exists }: Guarded, ...methods: HTTPMethods[]): Guard {
  const known = api.routes.get(url) ?? { methods: new Set(), guard: check }
  for (const method of methods) known.methods.add(method)
  api.routes.set(url, known)
  return check

  async function check(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await authenticate(request, reply, api.callers)
    if (!exists) return
    const id = pathId(request)
    if (id > 0 && (await exists.check(api.context.db, request.user_id, id))) return
    throw notFound(`There is no ${exists.noun} with this id.`)
  }
}

/** The id of the path, or 0 for what can be no id. */
function pathId(request: FastifyRequest): number {
  const { id } = request.params as { id?: string }
  return id !== undefined && /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id))
    ? Number(id)
    : 0
}

function schemaOf(route: RouteDoc & { url: string; response?: TSchema }, extra: object) {
  return {
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.url.includes(':') ? { params: paramsOf(route.url) } : {}),
    security: [{ apiKey: [] }, { signIn: [] }],
    ...extra,
    response: {
      ...(route.response ? { 200: route.response } : {}),
      '4xx': ErrorAnswer,
      '5xx': ErrorAnswer,
    },
  }
}

/** Every parameter of a path is an id or a small number, but for a `key`, which is a name. */
function paramsOf(url: string): TSchema {
  const names = [...url.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])
  const schemaOfParam = (name: string) =>
    name === 'key' ? Type.String() : Type.Integer({ minimum: 1 })
  return Type.Object(Object.fromEntries(names.map((name) => [name, schemaOfParam(name)])))
}

function queryOf(request: FastifyRequest): URLSearchParams {
  const mark = request.url.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1))
}

/** Where the caller reaches us, without a slash at the end. Forwarded headers count only with TRUST_PROXY. */
export function baseUrl(context: Context, request: FastifyRequest): string {
  return context.publicUrl ?? `${request.protocol}://${request.host}`
}
