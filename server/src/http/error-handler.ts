import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isInTheWay } from '../db/transaction.ts'
import { AppError, unavailable, type ErrorCode, type Problem } from '../errors.ts'
import { isLostDatabase } from './lost-database.ts'

/** The one place that knows status codes. A conflict is a 400 by the contract. */
const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  conflict: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  unavailable: 503,
}

export const ErrorAnswer = Type.Object({
  errors: Type.Array(
    Type.Object({
      title: Type.String({ description: 'A sentence that says what is wrong and what is allowed' }),
      status: Type.Integer(),
      code: Type.Optional(Type.String()),
      field: Type.Optional(Type.String()),
      actual: Type.Optional(
        Type.Integer({ description: 'The figure that was not as it was expected' }),
      ),
    }),
  ),
  request_id: Type.Optional(
    Type.String({ description: 'What to quote when asking for help; also in X-Request-Id' }),
  ),
})

export function handleErrors(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(request, reply, error))
}

export function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  const known = toAppError(error)
  if (!known) {
    request.log.error({ error }, 'request failed')
    return send(reply, 500, 'internal', [
      { title: 'Something went wrong on our side. It has been logged.' },
    ])
  }
  const status = statusOf[known.code]
  const { retry_after_seconds: retryAfter, allow, closes } = known.details
  if (closes) reply.header('connection', 'close')
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  if (allow) reply.header('allow', allow.join(', '))
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return send(reply, status, known.code, known.problems)
}

function send(
  reply: FastifyReply,
  status: number,
  code: string,
  problems: Problem[],
): FastifyReply {
  const { id } = reply.request
  const errors = problems.map((problem) => ({
    title: problem.title,
    status,
    code: problem.code ?? code,
    ...(problem.field === undefined ? {} : { field: problem.field }),
    ...(problem.actual === undefined ? {} : { actual: problem.actual }),
  }))
  // The body of a refused request may still be arriving: the connection is not to be used again.
  if (status === 413 || status === 429 || status === 503) reply.header('connection', 'close')
  return reply
    .code(status)
    .header('x-request-id', id)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors, request_id: id }))
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (isLostDatabase(error))
    return unavailable('The database cannot be reached just now. Try again in a moment.', 2)
  if (isInTheWay(error)) return unavailable('Others are changing the same just now. Try again.', 1)
  const status = statusCodeOf(error)
  if (status === undefined || status < 400 || status >= 500) return undefined

  const message = error instanceof Error ? error.message : 'The request is not valid.'
  if (status === 413) return new AppError('too_large', 'The body is larger than is taken here.')
  if (status === 415) return new AppError('unsupported_type', message)
  if (status === 404) return new AppError('not_found', 'There is nothing at this address.')
  return new AppError('invalid', message)
}

function statusCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}
