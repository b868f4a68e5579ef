import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { tooLarge } from '../errors.ts'
import { ErrorAnswer } from './error-handler.ts'
import { readFields, type FieldSet, type Values } from './fields.ts'
import { emptyFields, type Fields } from './form.ts'
import { refuseForeignPage } from './origin.ts'
import { baseUrl, bodyTypes, type Api } from './routing.ts'

/** Nobody is known yet, so nothing larger is held in memory. */
const bodyBytesMax = 16_384

type OpenRoute<F extends FieldSet> = {
  method: 'GET' | 'POST'
  url: string
  tag: string
  summary: string
  description?: string
  body?: F
  response: TSchema
  handle: (call: OpenCall<Values<F>>) => Promise<unknown>
}

export type OpenCall<Body> = {
  fields: Body
  base_url: string
  request: FastifyRequest
  reply: FastifyReply
}

/** A route for who cannot say yet who they are. A page of another site is refused. */
export function openRoute<F extends FieldSet>(api: Api, route: OpenRoute<F>): void {
  const { app, callers, context, routes } = api
  const { method, url, body, handle } = route
  const known = routes.get(url) ?? { methods: new Set(), guard: async () => undefined }
  known.methods.add(method)
  routes.set(url, known)
  app.route({
    method,
    url,
    schema: {
      tags: [route.tag],
      summary: route.summary,
      ...(route.description === undefined ? {} : { description: route.description }),
      ...(body ? { body: body.schema, consumes: bodyTypes } : {}),
      security: [],
      response: { 200: route.response, '4xx': ErrorAnswer, '5xx': ErrorAnswer },
    },
    onRequest: async (request) => {
      if (method === 'GET') return
      refuseForeignPage(request, callers.publicHost)
      refuseLongBody(request)
    },
    handler: async (request, reply) => {
      // The content type parser leaves the fields of the body, if there was one.
      const given = (request.body as Fields | undefined) ?? emptyFields()
      // Without a body there are no fields, which is then what `handle` is given.
      const fields = body ? readFields(body, given) : ({} as Values<F>)
      return handle({ fields, base_url: baseUrl(context, request), request, reply })
    },
  })
}

function refuseLongBody({ headers }: FastifyRequest): void {
  const isChunked = headers['transfer-encoding'] !== undefined
  if (isChunked || Number(headers['content-length'] ?? 0) > bodyBytesMax)
    throw tooLarge('The body has at most 16 KiB here, and says its length.')
}
