import { hash } from 'node:crypto'
import { parseFeed, type AtomFeed } from 'feedsmith'
import type { Feed, FeedItem } from './item.ts'
import { cutTo, onOneLine, textOfHtml } from './plain-text.ts'

/** Feeds have ten to a few hundred items; of a longer one the first are read. */
const itemsMax = 2000
const lengths = { guid: 2000, title: 300, url: 1500, summary: 600, content: 2000, name: 100 }

type Raw = {
  guid?: string | undefined
  title?: string | undefined
  url?: string | undefined
  summary?: string | undefined
  content?: string | undefined
  author?: string | undefined
  category?: string | undefined
  date?: string | undefined
}

/** Reads RSS 0.9 to 2.0, Atom and JSON Feed. Undefined for what is none of them. */
export function readFeed(text: string, address: string): Feed | undefined {
  const read = parse(text)
  if (read === undefined) return undefined
  const { title, items } = rawOf(read)
  return {
    title: cutTo(onOneLine(textOfHtml(title ?? '')), lengths.title),
    items: items.slice(0, itemsMax).map((raw) => itemOf(raw, address)),
  }
}

type Parsed = ReturnType<typeof parseFeed<string>>

function parse(text: string): Parsed | undefined {
  try {
    return parseFeed<string>(text, { maxItems: itemsMax })
  } catch {
    // What it throws says that this is no feed, or a broken one, in words of its own.
    return undefined
  }
}

function rawOf(parsed: Parsed): { title: string | undefined; items: Raw[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          guid: item.guid?.value,
          title: item.title,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          summary: item.description,
          content: item.content?.encoded ?? item.description,
          author: item.dc?.creators?.[0] ?? textOf(item.authors?.[0]),
          category: item.categories?.[0]?.name,
          date: item.pubDate ?? item.dc?.dates?.[0],
        })),
      }
    case 'rdf':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          guid: item.rdf?.about,
          title: item.title,
          url: item.link ?? item.rdf?.about,
          summary: item.description,
          content: item.content?.encoded ?? item.description,
          author: item.dc?.creators?.[0],
          category: item.dc?.subjects?.[0],
          date: item.dc?.dates?.[0],
        })),
      }
    case 'atom':
      return {
        title: htmlOf(parsed.feed.title),
        items: (parsed.feed.entries ?? []).map((entry) => ({
          guid: entry.id,
          title: htmlOf(entry.title),
          url: linkOf(entry.links),
          summary: htmlOf(entry.summary) ?? htmlOf(entry.content),
          content: htmlOf(entry.content) ?? htmlOf(entry.summary),
          author: entry.authors?.[0]?.name,
          category: entry.categories?.[0]?.label ?? entry.categories?.[0]?.term,
          date: entry.published ?? entry.updated,
        })),
      }
    case 'json':
      return {
        title: escaped(parsed.feed.title),
        items: (parsed.feed.items ?? []).map((item) => ({
          guid: item.id,
          title: escaped(item.title),
          url: item.url ?? item.external_url,
          summary: escaped(item.summary) ?? item.content_html ?? escaped(item.content_text),
          content: item.content_html ?? escaped(item.content_text),
          author: escaped(item.authors?.[0]?.name),
          category: escaped(item.tags?.[0]),
          date: item.date_published,
        })),
      }
  }
}

function itemOf(raw: Raw, address: string): FeedItem {
  const summary = textOfHtml(raw.summary ?? '')
  const content = textOfHtml(raw.content ?? '')
  const published = Date.parse(raw.date ?? '')
  const published_at = Number.isNaN(published) ? null : published
  return {
    guid: readGuid((raw.guid ?? '').trim()),
    title: cutTo(onOneLine(textOfHtml(raw.title ?? '')), lengths.title),
    url: readUrl(raw.url, address),
    summary: cutTo(summary === '' ? content : summary, lengths.summary),
    content: cutTo(content === '' ? summary : content, lengths.content),
    author: cutTo(onOneLine(textOfHtml(raw.author ?? '')), lengths.name),
    category: cutTo(onOneLine(textOfHtml(raw.category ?? '')), lengths.name),
    date: dateOf(published_at),
    published_at,
  }
}

/** One that is longer than any should be stays what it is by its hash. */
function readGuid(guid: string): string {
  return guid.length <= lengths.guid ? guid : hash('sha256', guid)
}

/** Relative ones count from the feed; '' for what cannot be opened by a link in a text. */
function readUrl(text: string | undefined, address: string): string {
  const url = URL.parse((text ?? '').trim(), address)
  if (text === undefined || url === null || !/^https?:$/.test(url.protocol)) return ''
  return url.href.length > lengths.url ? '' : url.href
}

function dateOf(instant: number | null): string {
  const [year] = instant === null ? [] : [new Date(instant).getUTCFullYear()]
  if (instant === null || year === undefined || year < 0 || year > 9999) return ''
  return new Date(instant).toISOString().slice(0, 10)
}

function linkOf(links: AtomFeed.Link<string>[] | undefined): string | undefined {
  const alternate = links?.find(({ rel }) => rel === undefined || rel === 'alternate')
  return (alternate ?? links?.[0])?.href
}

/** The words of Atom say themselves whether they are HTML. */
function htmlOf(text: AtomFeed.Text | AtomFeed.Content | undefined): string | undefined {
  const value = text?.value
  return text?.type === 'html' || text?.type === 'xhtml' ? value : escaped(value)
}

function escaped(text: string | undefined): string | undefined {
  return text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function textOf(author: unknown): string | undefined {
  if (typeof author === 'string') return author
  if (typeof author !== 'object' || author === null) return undefined
  const { name, email } = author as { name?: unknown; email?: unknown }
  const found = name ?? email
  return typeof found === 'string' ? found : undefined
}
