import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { identifierOf, oldestFirst, type Feed, type FeedItem, type Identifier } from './item.ts'

export type KnownItem = { item: FeedItem; identifier_hash: Buffer }

type Of = { user_id: number; rss_automation_id: number }

/** The items of a feed with what they are known by, oldest first; each once. */
export function identify(feed: Feed, chosen: Identifier): KnownItem[] {
  const known = new Map<string, FeedItem>()
  for (const item of oldestFirst(feed.items)) {
    const identifier = identifierOf(item, chosen)
    if (identifier !== undefined) known.set(identifier, item)
  }
  return [...known].map(([identifier, item]) => ({
    item,
    identifier_hash: hash('sha256', identifier, 'buffer'),
  }))
}

/** Those that the automation has not met before. */
export async function findNew(
  db: Db,
  { user_id, rss_automation_id }: Of,
  items: readonly KnownItem[],
): Promise<KnownItem[]> {
  const hashes = items.map(({ identifier_hash }) => identifier_hash)
  const { rows } = await sql<{ identifier_hash: Buffer }>`
    select identifier_hash from rss_items
     where user_id = ${user_id} and rss_automation_id = ${rss_automation_id}
       and identifier_hash = any(${hashes}::bytea[])`.execute(db)
  const met = new Set(rows.map((row) => row.identifier_hash.toString('hex')))
  return items.filter(({ identifier_hash }) => !met.has(identifier_hash.toString('hex')))
}

/** Notes what the feed holds without sending it. */
export async function notePresent(
  tx: Tx,
  { user_id, rss_automation_id }: Of,
  items: readonly KnownItem[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return
  await sql`
    insert into rss_items (user_id, rss_automation_id, identifier_hash, state, title, url, met_at)
    select ${user_id}, ${rss_automation_id}, g.identifier_hash, 'present', g.title, g.url, ${now}
      from unnest(${items.map((one) => one.identifier_hash)}::bytea[],
                  ${items.map((one) => one.item.title)}::text[],
                  ${items.map((one) => one.item.url)}::text[]) as g (identifier_hash, title, url)
    on conflict do nothing`.execute(tx)
}
