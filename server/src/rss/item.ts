/** One item of a feed, all of it plain text of a bounded length. A text that the feed does not have is ''. */
export type FeedItem = {
  guid: string
  title: string
  url: string
  summary: string
  content: string
  author: string
  category: string
  /** `YYYY-MM-DD`, in UTC. */
  date: string
  published_at: number | null
}

/** In the order of the feed. */
export type Feed = { title: string; items: FeedItem[] }

/** What a text may name, as `{{ item.title }}`. */
export const itemFields = [
  'title',
  'url',
  'summary',
  'content',
  'author',
  'category',
  'date',
] as const

export const identifiers = ['guid', 'link', 'title'] as const
export type Identifier = (typeof identifiers)[number]

/** What an item is known again by: the chosen one, else the first that it has. Undefined for one that has none. */
export function identifierOf(item: FeedItem, chosen: Identifier): string | undefined {
  const values = { guid: item.guid, link: item.url, title: item.title }
  const kind = [chosen, ...identifiers].find((one) => values[one] !== '')
  return kind === undefined ? undefined : `${kind} ${values[kind]}`
}

/** Oldest first: by their dates where all have one, else from the end of the feed, where feeds have their oldest. */
export function oldestFirst(items: readonly FeedItem[]): FeedItem[] {
  const reversed = items.toReversed()
  if (reversed.some(({ published_at }) => published_at === null)) return reversed
  // No item is without a date here.
  return reversed.sort((one, other) => one.published_at! - other.published_at!)
}
