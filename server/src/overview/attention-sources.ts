import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { findHeld } from '../holds/release.ts'
import { wireDatetime } from '../http/wire.ts'
import { attention, doublings, type Attention } from './attention-kinds.ts'

/** A feed that fails now and then is no news. */
const failuresMin = 3
/** A failed import is told of for so long. */
const importDays = 7

/** Where contacts and texts come from: imports and feeds. */
export async function attentionOfSources(db: Db, user_id: number, now: Date): Promise<Attention[]> {
  const [feeds, imports] = await Promise.all([
    findFeeds(db, user_id),
    findImports(db, user_id, now),
  ])
  return [...feeds, ...imports]
}

async function findFeeds(db: Db, user_id: number): Promise<Attention[]> {
  const feeds = await db
    .selectFrom('rss_automations')
    .select([
      'id',
      'name',
      'failures',
      'failing_since',
      'last_error',
      'next_check_at',
      'is_enabled',
    ])
    .where('user_id', '=', user_id)
    .where('deleted_at', 'is', null)
    .where('failing_since', 'is not', null)
    .where('failures', '>=', failuresMin)
    .execute()
  return feeds.flatMap(({ id, name, failures, failing_since, ...feed }) =>
    failing_since === null
      ? []
      : [
          attention('feed_failing', {
            level: feed.is_enabled ? 0 : 1,
            subject: { type: 'rss_automation', id, name },
            values: {
              failures,
              error: feed.last_error,
              is_enabled: feed.is_enabled,
              next_check_datetime: wireDatetime(feed.next_check_at),
            },
            since: failing_since,
            action: { verb: 'open', path: `/api/rss-automations/${id}` },
          }),
        ],
  )
}

async function findImports(db: Db, user_id: number, now: Date): Promise<Attention[]> {
  const imports = await db
    .selectFrom('imports')
    .select(['id', 'file_name', 'error', 'finished_at'])
    .where('user_id', '=', user_id)
    .where('status', '=', 'failed')
    .where('dry_run', '=', false)
    .where('finished_at', '>', new Date(now.getTime() - importDays * 86_400_000))
    .execute()
  return imports.map(({ id, file_name, error, finished_at }) =>
    attention('import_failed', {
      level: 0,
      subject: { type: 'import', id, name: file_name },
      values: { error },
      since: finished_at ?? now,
      action: { verb: 'open', path: `/api/imports/${id}` },
    }),
  )
}

const lowBytes = 2 * 1024 ** 3
/** What has no beginning that is known. */
const always = new Date(0)

/** How the installation itself is. */
export async function attentionOfInstallation(
  { db, outside }: Context,
  user_id: number,
): Promise<Attention[]> {
  const [held, check, disk] = await Promise.all([
    findHeld(db, user_id),
    findDifferences(db, user_id),
    findFullDisk(outside?.data_dir ?? null),
  ])
  const totals = {
    campaigns: held.campaigns.length,
    sms: held.total_sms,
    automations: held.recurring_campaigns.length + held.rss_automations.length,
  }
  const subject = { type: 'account', id: user_id, name: null }
  const isHeld = totals.campaigns + totals.sms + totals.automations > 0
  return [
    ...(isHeld
      ? [
          attention('restored_held', {
            level: 0,
            subject,
            values: totals,
            since: always,
            action: { verb: 'release', path: '/api/account/held/release' },
          }),
        ]
      : []),
    ...(check && check.total_differences > 0
      ? [
          attention('totals_differ', {
            level: doublings(check.total_differences),
            subject,
            values: { total_differences: check.total_differences },
            since: check.finished_at,
            action: { verb: 'open', path: '/api/health/details' },
          }),
        ]
      : []),
    ...disk,
  ]
}

async function findDifferences(db: Db, user_id: number) {
  const { rows } = await sql<{ total_differences: number; finished_at: Date }>`
    select total_differences, finished_at from checks where user_id = ${user_id} order by id desc limit 1`.execute(
    db,
  )
  return rows[0]
}

async function findFullDisk(folder: string | null): Promise<Attention[]> {
  if (folder === null) return []
  const { bsize, blocks, bavail } = await statfs(folder)
  const [free_bytes, total_bytes] = [bsize * bavail, bsize * blocks]
  if (free_bytes >= lowBytes) return []
  return [
    attention('disk_low', {
      // Worse each time that half of what is left is gone.
      level: doublings(lowBytes / Math.max(1, free_bytes)),
      subject: { type: 'server', id: null, name: null },
      values: { free_bytes, total_bytes },
      since: always,
      action: { verb: 'open', path: '/api/health/details' },
    }),
  ]
}
