import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { allowedLookup, NotAllowed, notAllowedTitle } from './allowed-lookup.ts'
import { isPublicAddress } from './public-address.ts'

/** From the first byte to the last: a receiver that hangs holds nobody up. */
const timeoutMs = 10_000

export type Post = {
  url: string
  body: string
  headers: Record<string, string>
  /** Only where the operator says so. */
  allowsPrivate: boolean
}

/**
 * Posts a document and throws, with a sentence for people, unless it is answered with a status from 200 to 299. A
 * redirect is not followed.
 */
export async function post({ url, body, headers, allowsPrivate }: Post): Promise<void> {
  const address = new URL(url)
  const problem = hostProblem(address, { allowsPrivate })
  if (problem !== undefined) throw new NotAllowed(problem)
  const send = address.protocol === 'https:' ? requestSecure : requestPlain
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const signal = AbortSignal.timeout(timeoutMs)
  const sent = send(
    address,
    {
      method: 'POST',
      signal,
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(allowsPrivate ? {} : { lookup: allowedLookup({ isAllowed: isPublicAddress }) }),
    },
    (response) => {
      const { statusCode = 0 } = response
      // The status says it all; what else it sends is not waited for.
      response.destroy()
      if (statusCode >= 200 && statusCode < 300) resolve()
      else reject(new Error(`It was answered with status ${statusCode}.`))
    },
  )
  sent.on('error', (error) =>
    reject(signal.aborted ? new Error(`No answer within ${timeoutMs / 1000} seconds.`) : error),
  )
  sent.end(body)
  return promise
}

/** Why a host that is an address, which nobody would look up, may not be reached; undefined when it may. */
export function hostProblem(
  { hostname }: URL,
  { allowsPrivate }: { allowsPrivate: boolean },
): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  const isRefused = !allowsPrivate && isIP(host) > 0 && !isPublicAddress(host)
  return isRefused ? `${host} ${notAllowedTitle}.` : undefined
}
