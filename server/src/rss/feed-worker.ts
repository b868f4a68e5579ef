import { parentPort, workerData } from 'node:worker_threads'
import { decodeFeed } from './decode-feed.ts'
import { readFeed } from './read-feed.ts'
import type { FeedBytes } from './parse-feed.ts'

// Reads one feed in a thread of its own, so that nothing of the process waits for it. See parse-feed.ts.
const { bytes, content_type, address } = workerData as FeedBytes
const text = decodeFeed(bytes, content_type)
parentPort?.postMessage(
  text === undefined ? { problem: 'charset' } : { feed: readFeed(text, address) ?? null },
)
