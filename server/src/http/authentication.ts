import type { FastifyRequest } from 'fastify'
import { unauthenticated } from '../errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The account that asks; set by the authentication hook on every route that needs a key. */
    user_id: number
    /** The key that it asks with. */
    api_key_id: number | null
  }
}

/** Whose key it is, and which. */
export type Caller = { user_id: number; api_key_id: number }

/** Resolves an API key; undefined when it is unknown or revoked. */
export type FindKey = (key: string) => Promise<Caller | undefined>

/** Reads `Authorization: Bearer {api_key}` and puts the account on the request, or throws the 401. */
export async function authenticate(request: FastifyRequest, findKey: FindKey): Promise<void> {
  const token = bearerToken(request.headers.authorization)
  if (token === undefined)
    throw unauthenticated('Send your API key in the header: Authorization: Bearer {api_key}')
  const caller = await findKey(token)
  if (caller === undefined)
    throw unauthenticated('This API key is not known, or it has been revoked.')
  request.user_id = caller.user_id
  request.api_key_id = caller.api_key_id
}

/** The token of a Bearer header, whatever the case of the scheme. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1]
}
