import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { notFound, type Problem } from '../errors.ts'
import { newWorkProblems } from '../devices/new-work.ts'
import { fold } from '../lib/fold.ts'
import { localAt } from '../lib/local-time.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { checkAudience } from '../segments/check-audience.ts'
import { nextRun, nextRuns } from './calendar.ts'
import { readSettings, type Settings } from './settings.ts'

export type NewRecurring = {
  name: string
  content: string
  footer?: boolean
  device_id: number
  sim_subscription_id: number
  segment?: 'all' | number
  /** As the request has them; they are read here, over those that are stored. */
  settings: unknown
  is_enabled?: boolean
}

export type RecurringChange = Partial<NewRecurring>

const previewedRuns = 10

export async function createRecurring(
  tx: Tx,
  context: Context,
  user_id: number,
  { segment = 'all', footer = true, settings: given, is_enabled = true, ...fields }: NewRecurring,
): Promise<number> {
  const now = context.now()
  const problems = new ProblemList()
  const settings = await checkSettings(tx, { user_id, given, now, problems })
  problems.addAll(await newWorkProblems(tx, user_id, fields))
  problems.addAll((await checkAudience(tx, user_id, segment, {})).problems.problems)
  problems.throwIfAny()
  const { id } = await tx
    .insertInto('recurring_campaigns')
    .values({
      user_id,
      ...fields,
      name_folded: fold(fields.name),
      content_folded: fold(fields.content),
      has_footer: footer,
      segment_id: segment === 'all' ? null : segment,
      settings: JSON.stringify(settings),
      is_enabled,
      // Without a problem there are settings.
      next_run_at: is_enabled ? nextRun(settings!, now) : null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Changes the given fields, and of the settings the given ones. The next run is counted anew when they change and when
 * it is switched on, which also lets one go on that was held after a restore; runs missed meanwhile are not made up.
 */
export async function updateRecurring(
  tx: Tx,
  context: Context,
  options: { user_id: number; id: number; change: RecurringChange; expected_revision?: number },
): Promise<void> {
  const { user_id, id } = options
  const { segment, footer, settings: given, ...fields } = options.change
  const row = await lockRecurring(tx, user_id, id)
  checkRevision(row.revision, options.expected_revision)
  if (Object.keys(options.change).length === 0) return

  const now = context.now()
  const problems = new ProblemList()
  const isEnabled = fields.is_enabled ?? row.is_enabled
  const isSwitchedOn = fields.is_enabled === true && (!row.is_enabled || row.held_reason !== null)
  const isRescheduled = given !== undefined || isSwitchedOn
  const settings = isRescheduled
    ? await checkSettings(tx, { user_id, given: given ?? {}, stored: row.settings, now, problems })
    : undefined
  const hasNewSim = fields.device_id !== undefined || fields.sim_subscription_id !== undefined
  if (isSwitchedOn || hasNewSim)
    problems.addAll(await newWorkProblems(tx, user_id, { ...row, ...fields }))
  if (segment !== undefined)
    problems.addAll((await checkAudience(tx, user_id, segment, {})).problems.problems)
  problems.throwIfAny()
  await tx
    .updateTable('recurring_campaigns')
    .set({
      ...fields,
      ...(fields.name === undefined ? {} : { name_folded: fold(fields.name) }),
      ...(fields.content === undefined ? {} : { content_folded: fold(fields.content) }),
      ...(footer === undefined ? {} : { has_footer: footer }),
      ...(segment === undefined ? {} : { segment_id: segment === 'all' ? null : segment }),
      ...(settings ? { settings: JSON.stringify(settings) } : {}),
      ...(settings && isEnabled ? { next_run_at: nextRun(settings, now) } : {}),
      ...(isEnabled ? {} : { next_run_at: null }),
      ...(isSwitchedOn || !isEnabled ? { held_reason: null } : {}),
      revision: sql<number>`revision + 1`,
      changed_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** Hides a recurring campaign; what its runs have launched goes on. */
export async function deleteRecurring(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  await lockRecurring(tx, user_id, id)
  await tx
    .updateTable('recurring_campaigns')
    .set({ deleted_at: context.now(), is_enabled: false, next_run_at: null, held_reason: null })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
}

/** When settings would run next, and what the clocks of their zone show then. */
export async function previewRuns(
  db: Db,
  { user_id, settings: given, now }: { user_id: number; settings: unknown; now: Date },
): Promise<{ run_at: Date; local_time: number }[]> {
  const problems = new ProblemList()
  const settings = await checkSettings(db, { user_id, given, now, problems })
  problems.throwIfAny()
  // Without a problem there are settings.
  const { timezone } = settings!
  return nextRuns(settings!, now, previewedRuns).map((run_at) => ({
    run_at,
    local_time: localAt(timezone, run_at.getTime()),
  }))
}

type ToCheck = {
  user_id: number
  given: unknown
  stored?: unknown
  now: Date
  problems: ProblemList
}

/** Settings that will run at least once more; else undefined, and why is noted. */
async function checkSettings(
  db: Db,
  { user_id, given, stored, now, problems }: ToCheck,
): Promise<Settings | undefined> {
  const { timezone } = await db
    .selectFrom('accounts')
    .select('timezone')
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
  // Written by this very function.
  const known = stored as Settings | undefined
  const read = readSettings(given, {
    timezone,
    now,
    ...(known ? { stored: known } : {}),
  })
  if ('problems' in read) {
    problems.addAll(read.problems)
    return undefined
  }
  if (nextRun(read.settings, now) !== null) return read.settings
  problems.add(neverRuns(read.settings, now))
  return undefined
}

/** Which of the settings is to blame when no run is left. */
function neverRuns(settings: Settings, now: Date): Problem {
  const { interval, start_date, end_date } = settings
  const isPossible = nextRun({ ...settings, end_date: null }, now) !== null
  if (isPossible && end_date !== null) {
    return {
      title: `settings.end_date leaves no run: the rule comes to no day from now to ${end_date}.`,
      field: 'settings.end_date',
    }
  }
  return {
    title: `settings.month_days never comes: no month counted from ${start_date} by an interval of ${interval} has such a day.`,
    field: 'settings.month_days',
  }
}

async function lockRecurring(tx: Tx, user_id: number, id: number) {
  const row = await tx
    .selectFrom('recurring_campaigns')
    .select([
      'device_id',
      'sim_subscription_id',
      'settings',
      'is_enabled',
      'held_reason',
      'revision',
    ])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(`There is no recurring campaign ${id}.`)
  return row
}
