import { Worker } from 'node:worker_threads'
import { invalidField, unavailable, type AppError } from '../errors.ts'
import type { Feed } from './item.ts'

export type FeedBytes = { bytes: Uint8Array; content_type: string; address: string }

/**
 * 5 MB of ordinary items take 1 s to read, 5 MB of tags or attributes up to 2.3 s, for which nothing else of the process
 * would run; and they take up to 300 MB. So each feed is read in a thread with limits of its own.
 */
const parseMs = 10_000
const resourceLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64 }
/** Of all feeds of the process that are read at one moment. */
const workersMax = 2

type Answer = { feed: Feed | null } | { problem: 'charset' }

const waitingMax = 20

let working = 0
const waiting: (() => void)[] = []

/** Reads a feed, or throws why it cannot be read, as a problem of `rss_url`. */
export async function parseFeedBytes(given: FeedBytes): Promise<Feed> {
  const answer = await takingTurns(() => askWorker(given))
  if ('problem' in answer) throw refused('The feed is written in a charset that nobody knows.')
  if (answer.feed) return answer.feed
  throw refused(
    looksLikeHtml(given)
      ? 'This is a web page and no feed. A feed is RSS, Atom or JSON Feed; the page may have a link to it.'
      : 'This is no feed, or a broken one. A feed is RSS, Atom or JSON Feed.',
  )
}

export function refused(title: string): AppError {
  return invalidField('rss_url', title)
}

async function askWorker(workerData: FeedBytes): Promise<Answer> {
  const tooMuch = 'The feed takes too long to read.'
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const worker = new Worker(new URL('feed-worker.ts', import.meta.url), {
    workerData,
    resourceLimits,
  })
  const timer = setTimeout(() => reject(refused(tooMuch)), parseMs)
  worker.once('message', resolve)
  worker.once('error', () => reject(refused(tooMuch)))
  worker.once('exit', () => reject(refused(tooMuch)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

async function takingTurns<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= waitingMax) throw unavailable('Too many feeds are being read.', 5)
  while (working >= workersMax) {
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  working += 1
  try {
    return await work()
  } finally {
    working -= 1
    waiting.shift()?.()
  }
}

function looksLikeHtml({ bytes, content_type }: FeedBytes): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /text\/html/i.test(content_type) || /<(!doctype\s+html|html|head|body)\b/i.test(start)
}
