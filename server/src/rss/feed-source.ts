import type { Context } from '../context.ts'
import { AppError, type Problem } from '../errors.ts'
import { fetchFeed, type FeedVersion } from './fetch-feed.ts'
import type { Feed } from './item.ts'
import { isPublicAddress } from '../outgoing/public-address.ts'
import { parseFeedBytes } from './parse-feed.ts'

export type LoadedFeed = { feed: Feed; version: FeedVersion }

/** The feed at an address; undefined if it is as it was. Throws why it cannot be had, as a problem of `rss_url`. */
export async function loadFeed(
  context: Context,
  url: string,
  { known, signal }: { known?: FeedVersion; signal?: AbortSignal } = {},
): Promise<LoadedFeed | undefined> {
  const fetched = await fetchFeed({
    url,
    isAllowed: context.allowsPrivateFeeds ? () => true : isPublicAddress,
    ...(known ? { known } : {}),
    ...(signal ? { signal } : {}),
  })
  if (!fetched.isChanged) return undefined
  const { etag, last_modified, ...given } = fetched
  return { feed: await parseFeedBytes(given), version: { etag, last_modified } }
}

/** The same for a request, which names what is wrong with it together with everything else. */
export async function tryFeed(
  context: Context,
  url: string,
): Promise<LoadedFeed | { problems: Problem[] }> {
  try {
    const loaded = await loadFeed(context, url)
    // Nothing is known of it, so it cannot be as it was.
    return loaded!
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { problems: error.problems }
    throw error
  }
}
