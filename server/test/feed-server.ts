import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real HTTP server on 127.0.0.1 that answers as the test says, and remembers what it was asked. */
export type FeedServer = {
  readonly url: string
  /** By path; anything else is a 404. */
  answers: Map<string, Answer>
  requests: { path: string; headers: IncomingMessage['headers'] }[]
}

export function useFeedServer(): FeedServer {
  const feeds: FeedServer = { url: '', answers: new Map(), requests: [] }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    feeds.requests.push({ path, headers: request.headers })
    const answer = feeds.answers.get(path)
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A server that listens on TCP has such an address.
    const { port } = server.address() as AddressInfo
    Object.assign(feeds, { url: `http://127.0.0.1:${port}` })
  })
  beforeEach(() => {
    feeds.answers.clear()
    feeds.requests.length = 0
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return feeds
}

export type ItemToServe = { guid?: string; title: string; link?: string; summary?: string }

/** An RSS feed of these items, the newest first as feeds have them. */
export function rssOf(items: readonly ItemToServe[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const one = ({ guid, title, link = 'https://e.org/', summary = '' }: ItemToServe) =>
    `<item>${guid === undefined ? '' : `<guid>${escape(guid)}</guid>`}<title>${escape(title)}</title>` +
    `<link>${escape(link)}</link><description>${escape(summary)}</description></item>`
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.map(one).join('')}</channel></rss>`
}

/** Answers with this text. */
export function answerWith(
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/rss+xml' },
  status = 200,
): Answer {
  return (_, response) => {
    response.writeHead(status, headers).end(body)
  }
}
