import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { invalid, notFound } from '../errors.ts'
import { sendError } from './error-handler.ts'

/** Answers what is no HTTP, in the shape of every other refusal, and closes the connection. */
export function refuseBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) socket.write(answerTo(error.code))
  socket.destroy(error)
}

/** Answers an address that the router could not read: no route is asked, and no key. */
export function refuseAddress(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const isBroken = error.code === 'FST_ERR_BAD_URL'
  const title = 'The address has a % that is followed by no UTF-8 in two hexadecimal digits each.'
  // Longer than any id or secret can be.
  const refusal = isBroken ? invalid([{ title }]) : notFound('There is nothing at this address.')
  sendError(request, reply, refusal)
}

function answerTo(code: string): string {
  const { status, title } = refusals[code] ?? broken
  const id = crypto.randomUUID()
  const body = JSON.stringify({ errors: [{ title, status, code: 'invalid' }], request_id: id })
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `x-request-id: ${id}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

const broken = { status: 400, title: 'This is not valid HTTP, or it was cut off on the way.' }
const refusals: Record<string, { status: number; title: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, title: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { status: 431, title: 'The headers are longer than 16 KiB.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    title: 'The extensions of the chunks are longer than 16 KiB.',
  },
}
