import type { FastifyRequest } from 'fastify'

/** What a browser that is signed in shows. */
export const signInCookie = 'simcast_sign_in'

/** The first cookie of this name, or undefined where there is none or an empty one. */
export function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const mark = pair.indexOf('=')
    if (mark > 0 && pair.slice(0, mark).trim() === name)
      return pair.slice(mark + 1).trim() || undefined
  }
  return undefined
}
