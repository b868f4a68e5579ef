import { sql } from 'kysely'
import { createCampaign } from '../campaigns/edit.ts'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { localAt } from '../lib/local-time.ts'
import { nextRun, runsFrom } from './calendar.ts'
import type { Settings } from './settings.ts'

/** A run that is later than this is not made up for: nobody wants the morning's offer at night. */
const lateMaxMs = 3_600_000
/** Of a longer time than this nobody reads which runs were missed. */
const recordedMs = 400 * 86_400_000
const nameMax = 255

const missedReason = 'It was missed by more than an hour: Simcast was not running at its time'
const emptyReason = 'There was nobody to write to: its audience was empty'

type Due = {
  user_id: number
  id: number
  name: string
  content: string
  has_footer: boolean
  device_id: number
  sim_subscription_id: number
  segment_id: number | null
  settings: Settings
  held_reason: string | null
  next_run_at: Date
}

type Run = { state: 'launched'; campaign_id: number } | { state: 'failed'; reason: string }

/**
 * Runs one recurring campaign whose time has come. The campaign of the run, its record and the next time are one
 * transaction: neither a crash nor a second process runs it twice. False when none is due.
 */
export async function startDueRun(context: Context): Promise<boolean> {
  const { db, now } = context
  // Any of them: one that cannot run just now holds up no other.
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id from recurring_campaigns where next_run_at <= ${now()} order by random() limit 1`.execute(
    db,
  )
  const [due] = rows
  if (!due) return false
  return inTransaction(db, async (tx) => {
    const row = await lockDue(tx, due, now())
    if (!row) return false
    await settle(tx, context, row)
    return true
  })
}

async function lockDue(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    select user_id, id, name, content, has_footer, device_id, sim_subscription_id, segment_id, settings, held_reason, next_run_at
      from recurring_campaigns
     where user_id = ${user_id} and id = ${id} and next_run_at <= ${now}
       for update skip locked`.execute(tx)
  return rows[0]
}

/** The newest time that has come runs, if it is not too late; those before it are noted as missed. */
async function settle(tx: Tx, context: Context, row: Due): Promise<void> {
  const now = context.now()
  const times = timesCome(row, now)
  const newest = times.at(-1)
  const isInTime = newest !== undefined && now.getTime() - newest.getTime() <= lateMaxMs
  const isRun = isInTime && row.held_reason === null && !(await isNoted(tx, row, newest))
  const skipped = isRun ? times.slice(0, -1) : times
  await noteSkipped(tx, row, { times: skipped, reason: row.held_reason ?? missedReason, now })
  const run = isRun ? await launchRun(tx, context, row, newest) : undefined
  if (run && newest) await noteRun(tx, row, { run, due_at: newest, now })
  await tx
    .updateTable('recurring_campaigns')
    .set({
      next_run_at: nextRun(row.settings, now),
      ...(run?.state === 'launched' ? { last_run_at: now } : {}),
    })
    .where('user_id', '=', row.user_id)
    .where('id', '=', row.id)
    .execute()
}

/** Whether this time has been run before, by a clock that was ahead. */
async function isNoted(tx: Tx, { user_id, id }: Due, due_at: Date): Promise<boolean> {
  const noted = await tx
    .selectFrom('recurring_runs')
    .select('id')
    .where('user_id', '=', user_id)
    .where('recurring_campaign_id', '=', id)
    .where('due_at', '=', due_at)
    .executeTakeFirst()
  return noted !== undefined
}

function timesCome({ settings, next_run_at }: Due, now: Date): Date[] {
  const times: Date[] = []
  const from = new Date(Math.max(next_run_at.getTime(), now.getTime() - recordedMs))
  for (const time of runsFrom(settings, from)) {
    if (time > now) break
    times.push(time)
  }
  return times
}

/** The campaign of one run, launched at once. What forbids it is the reason of the record. */
async function launchRun(tx: Tx, context: Context, row: Due, due_at: Date): Promise<Run> {
  const { user_id, content, has_footer: footer, device_id, sim_subscription_id, segment_id } = row
  const campaign = {
    name: nameOf(row, due_at),
    content,
    footer,
    device_id,
    sim_subscription_id,
    segment: segment_id ?? ('all' as const),
    send: true,
  }
  await sql`savepoint run`.execute(tx)
  try {
    const origin = { recurring_campaign_id: row.id }
    const campaign_id = await createCampaign(tx, context, user_id, campaign, origin)
    if (!(await isEmpty(tx, user_id, campaign_id))) return { state: 'launched', campaign_id }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await sql`rollback to savepoint run`.execute(tx)
    return { state: 'failed', reason: error.problems.map(({ title }) => title).join(' ') }
  }
  await sql`rollback to savepoint run`.execute(tx)
  return { state: 'failed', reason: emptyReason }
}

async function isEmpty(tx: Tx, user_id: number, campaign_id: number): Promise<boolean> {
  const { total_recipients } = await tx
    .selectFrom('campaigns')
    .select('total_recipients')
    .where('user_id', '=', user_id)
    .where('id', '=', campaign_id)
    .executeTakeFirstOrThrow()
  return total_recipients === 0
}

/** Its own name and the day of the run, on the calendar of its zone. */
function nameOf({ name, settings }: Due, due_at: Date): string {
  const local = new Date(localAt(settings.timezone, due_at.getTime()))
  const date = ` (${local.toISOString().slice(0, 10)})`
  return [...name].slice(0, nameMax - date.length).join('') + date
}

async function noteSkipped(
  tx: Tx,
  { user_id, id }: Due,
  { times, reason, now }: { times: Date[]; reason: string; now: Date },
): Promise<void> {
  if (times.length === 0) return
  await sql`
    insert into recurring_runs (user_id, recurring_campaign_id, due_at, state, reason, recorded_at)
    select ${user_id}, ${id}, due_at, 'skipped', ${reason}, ${now}
      from unnest(${times.map((time) => time.toISOString())}::timestamptz[]) as missed (due_at)
     order by due_at
    on conflict do nothing`.execute(tx)
}

async function noteRun(
  tx: Tx,
  { user_id, id }: Due,
  { run, due_at, now }: { run: Run; due_at: Date; now: Date },
): Promise<void> {
  await tx
    .insertInto('recurring_runs')
    .values({
      user_id,
      recurring_campaign_id: id,
      due_at,
      state: run.state,
      campaign_id: run.state === 'launched' ? run.campaign_id : null,
      reason: run.state === 'launched' ? null : run.reason,
      recorded_at: now,
    })
    .execute()
}
