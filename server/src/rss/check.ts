import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { makeCampaign, nameWith } from '../campaigns/make.ts'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { writeNotices } from '../notices/write.ts'
import { loadFeed, type LoadedFeed } from './feed-source.ts'
import { freezeItem } from './freeze-text.ts'
import type { Identifier } from './item.ts'
import { findNew, identify, notePresent, type KnownItem } from './items.ts'

/** Longer than a fetch and a reading of the feed may take: 15 s and 10 s, and the turns that readings take. */
const leaseSeconds = 120
const atOnce = 4
const failuresMax = 20
const retryMaxMs = 12 * 3_600_000
const minuteMs = 60_000

type Leased = {
  user_id: number
  id: number
  lease_key: number
  name: string
  content: string
  has_footer: boolean
  device_id: number
  sim_subscription_id: number
  segment_id: number | null
  rss_url: string
  check_interval_seconds: number
  items_count: number
  campaigns_delay: number
  unique_item_identifier: Identifier
  sends_present_items: boolean
  is_primed: boolean
  etag: string | null
  last_modified: string | null
  failures: number
}

/** Checks the feeds that are due, a few at a time, so that a slow one holds up no other. False when none is. */
export async function checkDueFeeds(context: Context, signal?: AbortSignal): Promise<boolean> {
  const checked = await Promise.all(
    Array.from({ length: atOnce }, () => checkDueFeed(context, signal)),
  )
  return checked.includes(true)
}

/** Checks one feed that is due, which no other process does meanwhile. */
export async function checkDueFeed(context: Context, signal?: AbortSignal): Promise<boolean> {
  const leased = await takeLease(context)
  if (!leased) return false
  const known = leased.is_primed
    ? { etag: leased.etag, last_modified: leased.last_modified }
    : undefined
  let loaded: LoadedFeed | undefined
  try {
    const options = { ...(known ? { known } : {}), ...(signal ? { signal } : {}) }
    loaded = await loadFeed(context, leased.rss_url, options)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Broken off by our own end, or by a crowd of previews, which says nothing of the feed.
    if (signal?.aborted || error.code === 'unavailable') return false
    await noteFailure(context, leased, error.message)
    return true
  }
  const rest = loaded ? await takeItems(context, leased, loaded) : 0
  await noteSuccess(context, leased, { loaded, isAllTaken: rest === 0 })
  return true
}

async function takeLease({ db, now }: Context): Promise<Leased | undefined> {
  const at = now()
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id from rss_automations
     where next_check_at <= ${at} and held_reason is null and (lease_until is null or lease_until <= ${at})
     order by random() limit 1`.execute(db)
  const [due] = rows
  if (!due) return undefined
  const { rows: leased } = await sql<Leased>`
    update rss_automations
       set lease_until = ${at}::timestamptz + make_interval(secs => ${leaseSeconds}), lease_key = ${randomInt(2 ** 47)}
     where user_id = ${due.user_id} and id = ${due.id}
       and next_check_at <= ${at} and held_reason is null and (lease_until is null or lease_until <= ${at})
    returning user_id, id, lease_key, name, content, has_footer, device_id, sim_subscription_id, segment_id, rss_url,
              check_interval_seconds, items_count, campaigns_delay, unique_item_identifier, sends_present_items,
              is_primed, etag, last_modified, failures`.execute(db)
  return leased[0]
}

/** Makes the campaigns of new items, or notes what is there at first. How many new items are left for the next check. */
async function takeItems(context: Context, leased: Leased, { feed }: LoadedFeed): Promise<number> {
  const { user_id, id, items_count } = leased
  const of = { user_id, rss_automation_id: id }
  const items = identify(feed, leased.unique_item_identifier)
  if (!leased.is_primed && !leased.sends_present_items) {
    await inTransaction(context.db, async (tx) => {
      if (await lockLeased(tx, leased)) await notePresent(tx, of, items, context.now())
    })
    return 0
  }
  const fresh = await findNew(context.db, of, items)
  // One transaction each: a launch to many contacts takes its time.
  for (const item of fresh.slice(0, items_count)) await takeItem(context, leased, item)
  return Math.max(0, fresh.length - items_count)
}

/** The mark of an item and its campaign are one transaction, so it is sent once, whatever breaks off. */
async function takeItem(
  context: Context,
  leased: Leased,
  { item, identifier_hash }: KnownItem,
): Promise<void> {
  const { user_id, id } = leased
  await inTransaction(context.db, async (tx) => {
    const row = await lockLeased(tx, leased)
    if (!row) return
    const now = context.now()
    const scheduled_at = timeOf(row.last_campaign_at, leased.campaigns_delay, now)
    const isLater = scheduled_at > now
    const campaign = {
      name: nameWith(leased.name, item.title === '' ? now.toISOString().slice(0, 10) : item.title),
      content: freezeItem(leased.content, item),
      footer: leased.has_footer,
      device_id: leased.device_id,
      sim_subscription_id: leased.sim_subscription_id,
      segment: leased.segment_id ?? ('all' as const),
      send: true,
      ...(isLater ? { is_scheduled: true, scheduled_datetime: scheduled_at } : {}),
    }
    const origin = { rss_automation_id: id }
    const made = await makeCampaign(tx, context, user_id, { campaign, origin })
    const isMade = 'campaign_id' in made
    await sql`
      insert into rss_items (user_id, rss_automation_id, identifier_hash, state, campaign_id, reason, title, url, met_at)
      values (${user_id}, ${id}, ${identifier_hash}, ${isMade ? 'launched' : 'failed'}, ${isMade ? made.campaign_id : null},
              ${isMade ? null : made.reason}, ${item.title}, ${item.url}, ${now})`.execute(tx)
    if (!isMade) return
    await sql`
      update rss_automations set last_campaign_at = ${scheduled_at}
       where user_id = ${user_id} and id = ${id}`.execute(tx)
  })
}

/** So many minutes after the last one, or now. */
function timeOf(last: Date | null, delayMinutes: number, now: Date): Date {
  const earliest = last === null ? 0 : last.getTime() + delayMinutes * minuteMs
  return new Date(Math.max(now.getTime(), earliest))
}

/** The row, while it is still ours to work on: not taken over, changed, switched off, held or deleted meanwhile. */
async function lockLeased(
  tx: Tx,
  { user_id, id, lease_key }: Leased,
): Promise<{ last_campaign_at: Date | null } | undefined> {
  return tx
    .selectFrom('rss_automations')
    .select('last_campaign_at')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('lease_key', '=', lease_key)
    .where('next_check_at', 'is not', null)
    .where('held_reason', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function noteSuccess(
  { db, now }: Context,
  { user_id, id, lease_key, check_interval_seconds }: Leased,
  { loaded, isAllTaken }: { loaded: LoadedFeed | undefined; isAllTaken: boolean },
): Promise<void> {
  const at = now()
  // Where items are left, the same feed has to be read again, so nobody asks whether it is newer.
  const version = isAllTaken ? loaded?.version : { etag: null, last_modified: null }
  await db
    .updateTable('rss_automations')
    .set({
      ...(loaded ? { ...version, is_primed: true } : {}),
      last_check_at: at,
      next_check_at: new Date(at.getTime() + check_interval_seconds * 1000),
      failures: 0,
      failing_since: null,
      last_error: null,
      lease_until: null,
      lease_key: null,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('lease_key', '=', lease_key)
    .where('next_check_at', 'is not', null)
    .execute()
}

/** The next try comes later with each failure; after twenty in a row there is none, and the owner is told. */
async function noteFailure(context: Context, leased: Leased, error: string): Promise<void> {
  const { user_id, id, check_interval_seconds } = leased
  const now = context.now()
  const failures = leased.failures + 1
  const isOver = failures >= failuresMax
  const intervalMs = check_interval_seconds * 1000
  const pauseMs = Math.max(intervalMs, Math.min(intervalMs * 2 ** (failures - 1), retryMaxMs))
  await inTransaction(context.db, async (tx) => {
    if (!(await lockLeased(tx, leased))) return
    await tx
      .updateTable('rss_automations')
      .set({
        last_check_at: now,
        failures,
        failing_since: sql<Date>`coalesce(failing_since, ${now}::timestamptz)`,
        last_error: isOver ? `${error} ${offNote}` : error,
        lease_until: null,
        lease_key: null,
        ...(isOver
          ? { is_enabled: false, next_check_at: null }
          : { next_check_at: new Date(now.getTime() + pauseMs) }),
      })
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .execute()
    if (isOver) await tellOwner(tx, leased, { failures, error, now })
  })
}

async function tellOwner(
  tx: Tx,
  { user_id, id, name }: Leased,
  { failures, error, now }: { failures: number; error: string; now: Date },
): Promise<void> {
  const notice = {
    kind: 'feed_off',
    subject_type: 'rss_automation',
    subject_id: id,
    subject_name: name,
    details: { failures, error },
  } as const
  await writeNotices(tx, user_id, [notice], now)
}

const offNote = `It failed ${failuresMax} times in a row, so the automation was switched off.`
