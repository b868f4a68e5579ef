import type { FastifyReply, FastifyRequest } from 'fastify'
import { unauthenticated } from '../errors.ts'
import { cookieOf, signInCookie } from './cookies.ts'
import { refuseForeignWrite } from './origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The account that asks; set by the authentication hook on every route that needs a caller. */
    user_id: number
    /** The key that it asks with; null for a person who is signed in. */
    api_key_id: number | null
    /** The person who asks, and the sign-in of the browser; null for a key. */
    person_id: number | null
    sign_in_id: number | null
  }
}

/** Whose account it is, and who asks: a program with a key, or a person with a browser. */
export type Caller = {
  user_id: number
  api_key_id: number | null
  person_id: number | null
  sign_in_id: number | null
}

/** A person's browser. `renew` says that its cookie is to be set again, as it was. */
export type SignedIn = Caller & { is_secure: boolean; renew: boolean }

export type Callers = {
  /** The host of PUBLIC_URL, as browsers write it; null: it is not set. */
  publicHost: string | null
  /** Undefined when the key is unknown or revoked. */
  byKey: (key: string) => Promise<Caller | undefined>
  /** Undefined when the sign-in is unknown, ended, or has not been used for too long. */
  bySignIn: (token: string) => Promise<SignedIn | undefined>
}

/**
 * Reads `Authorization: Bearer {api_key}`, or else the cookie of a browser that is signed in, and puts the account on
 * the request, or throws the 401. A write by cookie that comes from another site's page is a 403.
 */
export async function authenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  callers: Callers,
): Promise<void> {
  const { authorization } = request.headers
  const token = authorization === undefined ? cookieOf(request, signInCookie) : undefined
  const caller =
    token === undefined
      ? await findByKey(authorization, callers)
      : await findBySignIn(request, reply, { token, callers })
  request.user_id = caller.user_id
  request.api_key_id = caller.api_key_id
  request.person_id = caller.person_id
  request.sign_in_id = caller.sign_in_id
}

async function findByKey(authorization: string | undefined, callers: Callers): Promise<Caller> {
  const key = bearerToken(authorization)
  if (key === undefined)
    throw unauthenticated(
      'Send your API key in the header: Authorization: Bearer {api_key}. A browser signs in at /login.',
    )
  const caller = await callers.byKey(key)
  if (caller) return caller
  throw unauthenticated('This API key is not known, or it has been revoked.')
}

async function findBySignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, callers }: { token: string; callers: Callers },
): Promise<Caller> {
  const caller = await callers.bySignIn(token)
  if (!caller) throw unauthenticated('You are not signed in any more. Sign in again.')
  refuseForeignWrite(request, callers.publicHost)
  // What a person was shown does not stay in the browser after signing out.
  reply.header('cache-control', 'no-store')
  if (caller.renew) setSignInCookie(reply, token, caller.is_secure)
  return caller
}

/** How long a sign-in lasts that is not used. */
export const signInDays = 30

export function setSignInCookie(reply: FastifyReply, token: string, isSecure: boolean): void {
  const seconds = signInDays * 86_400
  reply.header('set-cookie', cookieLine(token, seconds, isSecure))
}

export function clearSignInCookie(reply: FastifyReply): void {
  reply.header('set-cookie', cookieLine('', 0, false))
}

function cookieLine(value: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : ''
  return `${signInCookie}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

/** The token of a Bearer header, whatever the case of the scheme. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1]
}
