import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound, type Problem } from '../errors.ts'
import { deviceProblems } from '../devices/service.ts'
import { fold } from '../lib/fold.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { checkAudience } from '../segments/check-audience.ts'
import type { LoadedFeed } from './feed-source.ts'
import type { Identifier } from './item.ts'
import { identify, notePresent } from './items.ts'
import { defaults, type GivenSettings } from './settings.ts'

export type NewAutomation = {
  rss_url: string
  name: string
  content: string
  footer?: boolean
  device_id: number
  sim_subscription_id: number
  segment?: 'all' | number
  settings?: GivenSettings
  is_enabled?: boolean
}

export type AutomationChange = Partial<NewAutomation>

/** The feed at the address of a request, or what is wrong with it. */
export type TriedFeed = LoadedFeed | { problems: Problem[] }

/** What the feed holds now is noted, and not sent unless that is asked for. */
export async function createAutomation(
  tx: Tx,
  context: Context,
  user_id: number,
  {
    segment = 'all',
    footer = true,
    settings,
    is_enabled = true,
    feed,
    ...fields
  }: NewAutomation & { feed: TriedFeed },
): Promise<number> {
  const now = context.now()
  const problems = new ProblemList()
  if ('problems' in feed) problems.addAll(feed.problems)
  problems.addAll(await deviceProblems(tx, user_id, fields))
  problems.addAll((await checkAudience(tx, user_id, segment, {})).problems.problems)
  problems.throwIfAny()
  const chosen = { ...defaults, ...settings }
  const { send_present_items, ...columns } = chosen
  const { id } = await tx
    .insertInto('rss_automations')
    .values({
      user_id,
      ...fields,
      ...columns,
      sends_present_items: send_present_items,
      name_folded: fold(fields.name),
      content_folded: fold(fields.content),
      has_footer: footer,
      segment_id: segment === 'all' ? null : segment,
      is_enabled,
      is_primed: true,
      // What is to be sent at once is what the first check finds.
      next_check_at: is_enabled
        ? nextCheck(now, send_present_items ? 0 : chosen.check_interval_seconds)
        : null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (!send_present_items)
    await prime(tx, { user_id, id, chosen: chosen.unique_item_identifier, feed, now })
  return id
}

/**
 * Changes the given fields, and of the settings the given ones. Another feed, another identifier and being switched on
 * again note anew what is there, so that nobody gets the news of the time between.
 */
export async function updateAutomation(
  tx: Tx,
  context: Context,
  options: {
    user_id: number
    id: number
    change: AutomationChange
    /** The feed at the new address, where one is given. */
    feed?: TriedFeed
    expected_revision?: number
  },
): Promise<void> {
  const { user_id, id, feed } = options
  const { segment, footer, settings, ...fields } = options.change
  const row = await lockAutomation(tx, user_id, id)
  checkRevision(row.revision, options.expected_revision)
  if (Object.keys(options.change).length === 0) return

  const now = context.now()
  const problems = new ProblemList()
  if (feed && 'problems' in feed) problems.addAll(feed.problems)
  const isEnabled = fields.is_enabled ?? row.is_enabled
  const isSwitchedOn = fields.is_enabled === true && (!row.is_enabled || row.held_reason !== null)
  const hasNewSim = fields.device_id !== undefined || fields.sim_subscription_id !== undefined
  if (isSwitchedOn || hasNewSim)
    problems.addAll(await deviceProblems(tx, user_id, { ...row, ...fields }))
  if (segment !== undefined)
    problems.addAll((await checkAudience(tx, user_id, segment, {})).problems.problems)
  problems.throwIfAny()

  const { send_present_items, ...columns } = settings ?? {}
  const isOther =
    (fields.rss_url !== undefined && fields.rss_url !== row.rss_url) ||
    (columns.unique_item_identifier ?? row.unique_item_identifier) !== row.unique_item_identifier
  const isBegunAnew = isOther || isSwitchedOn
  await tx
    .updateTable('rss_automations')
    .set({
      ...fields,
      ...columns,
      ...(send_present_items === undefined ? {} : { sends_present_items: send_present_items }),
      ...(fields.name === undefined ? {} : { name_folded: fold(fields.name) }),
      ...(fields.content === undefined ? {} : { content_folded: fold(fields.content) }),
      ...(footer === undefined ? {} : { has_footer: footer }),
      ...(segment === undefined ? {} : { segment_id: segment === 'all' ? null : segment }),
      ...(isBegunAnew ? anew : {}),
      ...(isSwitchedOn || !isEnabled ? { held_reason: null } : {}),
      ...(isEnabled ? (isBegunAnew ? { next_check_at: now } : {}) : { next_check_at: null }),
      // A check that is under way works by what was before.
      lease_until: null,
      lease_key: null,
      revision: sql<number>`revision + 1`,
      changed_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

const anew = {
  is_primed: false,
  etag: null,
  last_modified: null,
  failures: 0,
  failing_since: null,
  last_error: null,
}

/** Hides an automation; the campaigns that it has made go on. */
export async function deleteAutomation(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  await lockAutomation(tx, user_id, id)
  await tx
    .updateTable('rss_automations')
    .set({
      deleted_at: context.now(),
      is_enabled: false,
      next_check_at: null,
      held_reason: null,
      lease_key: null,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

async function prime(
  tx: Tx,
  {
    user_id,
    id,
    chosen,
    feed,
    now,
  }: { user_id: number; id: number; chosen: Identifier; feed: TriedFeed; now: Date },
): Promise<void> {
  if ('problems' in feed) return
  const of = { user_id, rss_automation_id: id }
  await notePresent(tx, of, identify(feed.feed, chosen), now)
}

function nextCheck(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

async function lockAutomation(tx: Tx, user_id: number, id: number) {
  const row = await tx
    .selectFrom('rss_automations')
    .select(['device_id', 'sim_subscription_id', 'rss_url', 'unique_item_identifier'])
    .select(['is_enabled', 'held_reason', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(`There is no RSS automation ${id}.`)
  return row
}
