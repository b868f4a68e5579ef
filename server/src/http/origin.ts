import type { FastifyRequest } from 'fastify'
import { forbidden } from '../errors.ts'

// A page of another site can make a browser post to us, and the browser sends its cookie along. What it cannot do is
// lie about where the page came from.

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that a browser sends with its cookie from any page but ours, or without saying from where. */
export function refuseForeignWrite(request: FastifyRequest, publicHost: string | null): void {
  if (reading.has(request.method)) return
  const origin = originOf(request, publicHost)
  if (origin === 'ours') return
  throw forbidden(
    origin === 'foreign'
      ? 'This came from a page of another site, so nothing was done.'
      : 'A browser that is signed in says which page a write comes from (Origin), and this one did not. Programs use an API key.',
  )
}

/** The same where nobody is signed in yet: what says nothing of an origin is no browser, and may. */
export function refuseForeignPage(request: FastifyRequest, publicHost: string | null): void {
  if (originOf(request, publicHost) === 'foreign')
    throw forbidden('This came from a page of another site, so nothing was done.')
}

/**
 * Browsers add Sec-Fetch-Site on https and localhost, and Origin to every write. Only the host of the origin counts: a
 * proxy may speak https to the world and http to us.
 */
function originOf(
  request: FastifyRequest,
  publicHost: string | null,
): 'ours' | 'foreign' | 'unsaid' {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'foreign'
  const { origin } = request.headers
  if (origin === undefined) return 'unsaid'
  const host = URL.parse(origin)?.host
  return host && (host === hostOf(request) || host === publicHost) ? 'ours' : 'foreign'
}

/** As browsers write it: in small letters, without the port of the scheme. */
function hostOf({ host }: FastifyRequest): string {
  return host.toLowerCase().replace(/:(80|443)$/, '')
}

/** The host of PUBLIC_URL, for proxies that tell us another than the browser asked for. */
export function hostOfUrl(publicUrl: string | null): string | null {
  return publicUrl === null ? null : (URL.parse(publicUrl)?.host ?? null)
}

/** Whether the page that the request comes from was reached over TLS, as the browser says; else as we see it ourselves. */
export function isOverTls(request: FastifyRequest, base_url: string): boolean {
  const { origin } = request.headers
  return (origin ?? base_url).startsWith('https:')
}
