import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { AppError } from '../errors.ts'
import { version } from '../http/version.ts'
import { readFeedUrl } from './feed-url.ts'
import { allowedLookup, NotAllowed, type Resolve } from '../outgoing/allowed-lookup.ts'
import { refused } from './parse-feed.ts'

export type FeedVersion = { etag: string | null; last_modified: string | null }

export type FetchedFeed =
  | { isChanged: false }
  | ({
      isChanged: true
      bytes: Uint8Array
      content_type: string
      address: string
    } & FeedVersion)

export type FetchOptions = {
  url: string
  /** What an earlier answer said of itself: asked whether there is anything newer. */
  known?: FeedVersion
  /** Which addresses may be connected to. */
  isAllowed: (address: string) => boolean
  signal?: AbortSignal
  limits?: { bytes: number; milliseconds: number }
  resolve?: Resolve
}

const redirectsMax = 5
const usual = { bytes: 5 * 1024 * 1024, milliseconds: 15_000 }
const redirects = new Set([301, 302, 303, 307, 308])
const accepted =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

/** Fetches a feed, or throws why it could not be had, as a problem of `rss_url`. All of it within one time limit. */
export async function fetchFeed(options: FetchOptions): Promise<FetchedFeed> {
  const { limits = usual, signal } = options
  const timeout = AbortSignal.timeout(limits.milliseconds)
  const stop = signal ? AbortSignal.any([signal, timeout]) : timeout
  try {
    return await follow({ ...options, limits, signal: stop })
  } catch (error) {
    if (timeout.aborted && !(error instanceof AppError)) {
      throw refused(`The feed did not answer whole within ${limits.milliseconds / 1000} seconds.`)
    }
    throw error instanceof AppError ? error : refused(sentenceOf(error, options.url))
  }
}

type Fetching = FetchOptions & { limits: typeof usual; signal: AbortSignal }

async function follow(options: Fetching): Promise<FetchedFeed> {
  let url = options.url
  for (let hops = 0; hops <= redirectsMax; hops += 1) {
    const address = readFeedUrl(url, options)
    if ('problem' in address) throw refused(`${hopNote(hops)}${address.problem}`)
    const response = await ask(address.url, options)
    const { statusCode = 0, headers } = response
    if (!redirects.has(statusCode)) return await take(response, address.url.href, options)
    // What it says beside the new address is of no use.
    response.destroy()
    const { location } = headers
    const next = location ? URL.parse(location, address.url.href) : null
    if (next === null) throw refused(`The feed answered ${statusCode} without a new address.`)
    url = next.href
  }
  throw refused(`The feed leads from one address to another more than ${redirectsMax} times.`)
}

function hopNote(hops: number): string {
  return hops === 0 ? '' : 'The feed leads to another address: '
}

function ask(url: URL, options: Fetching): Promise<IncomingMessage> {
  const { known, signal, isAllowed, resolve } = options
  const { promise, resolve: answer, reject } = Promise.withResolvers<IncomingMessage>()
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const settings: RequestOptions = {
    // A connection of its own: one that is kept open was looked up by somebody else.
    agent: false,
    signal,
    lookup: allowedLookup({ isAllowed, ...(resolve ? { resolve } : {}) }),
    headers: {
      'user-agent': `Simcast/${version}`,
      accept: accepted,
      'accept-encoding': 'gzip, br, deflate',
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.last_modified ? { 'if-modified-since': known.last_modified } : {}),
    },
  }
  send(url, settings, answer).once('error', reject).end()
  return promise
}

async function take(
  response: IncomingMessage,
  address: string,
  { known, limits }: Fetching,
): Promise<FetchedFeed> {
  const { statusCode = 0, headers } = response
  if (statusCode === 304 && (known?.etag || known?.last_modified)) {
    response.destroy()
    return { isChanged: false }
  }
  if (statusCode !== 200) {
    response.destroy()
    throw refused(`The feed answered ${statusCode}.`)
  }
  const bytes = await readBody(response, limits.bytes)
  return {
    isChanged: true,
    bytes,
    content_type: headers['content-type'] ?? '',
    address,
    etag: shortOrNone(headers.etag),
    last_modified: shortOrNone(headers['last-modified']),
  }
}

/** The body after inflating, broken off as soon as it is longer than it may be. */
async function readBody(response: IncomingMessage, bytesMax: number): Promise<Uint8Array> {
  const inflate = inflaterOf(response)
  let length = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length
      if (length <= bytesMax) done(null, chunk)
      else done(refused(`The feed is larger than ${Math.floor(bytesMax / 1024 / 1024)} MB.`))
    },
  })
  const parts: [Readable, ...Transform[]] = [response, ...inflate, counted]
  // The error reaches who reads the last of them.
  pipeline(parts, () => undefined)
  return buffer(counted)
}

function inflaterOf({ headers }: IncomingMessage): Transform[] {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  switch (encoding) {
    case 'identity':
    case '':
      return []
    case 'gzip':
    case 'x-gzip':
      return [createGunzip()]
    case 'br':
      return [createBrotliDecompress()]
    case 'deflate':
      return [createInflate()]
    default:
      throw refused('The feed is packed in a way that nobody asked for.')
  }
}

function shortOrNone(header: string | undefined): string | null {
  return header === undefined || header === '' || header.length > 500 ? null : header
}

function sentenceOf(error: unknown, url: string): string {
  if (error instanceof NotAllowed) return error.message
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const host = URL.parse(url)?.hostname ?? ''
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The server of the feed, ${host}, cannot be found.`
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `The server of the feed, ${host}, cannot be reached.`
    case 'Z_DATA_ERROR':
    case 'Z_BUF_ERROR':
      return 'The feed is packed, and cannot be unpacked.'
    default:
      if (/CERT|SSL|TLS|SELF_SIGNED|ERR_TLS/.test(code))
        return `The certificate of the feed's server is not in order (${code}).`
      return `The feed cannot be fetched: the connection broke off${code === '' ? '' : ` (${code})`}.`
  }
}
