import { sql } from 'kysely'
import { makeCampaign, nameWith, type Made } from '../campaigns/make.ts'
import type { Context } from '../context.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { localAt } from '../lib/local-time.ts'
import { nextRun, runsFrom } from './calendar.ts'
import type { Settings } from './settings.ts'

/** A run that is later than this is not made up for: nobody wants the morning's offer at night. */
const lateMaxMs = 3_600_000
/** Of a longer time than this nobody reads which runs were missed. */
const recordedMs = 400 * 86_400_000

const missedReason = 'It was missed by more than an hour: Simcast was not running at its time'

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
      ...(run && 'campaign_id' in run ? { last_run_at: now } : {}),
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
async function launchRun(tx: Tx, context: Context, row: Due, due_at: Date): Promise<Made> {
  const { user_id, content, has_footer, device_id, sim_subscription_id, segment_id } = row
  const local = new Date(localAt(row.settings.timezone, due_at.getTime()))
  const campaign = {
    // Its own name and the day of the run, on the calendar of its zone.
    name: nameWith(row.name, local.toISOString().slice(0, 10)),
    content,
    footer: has_footer,
    device_id,
    sim_subscription_id,
    segment: segment_id ?? ('all' as const),
    send: true,
  }
  const origin = { recurring_campaign_id: row.id }
  return makeCampaign(tx, context, user_id, { campaign, origin })
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
  { run, due_at, now }: { run: Made; due_at: Date; now: Date },
): Promise<void> {
  await tx
    .insertInto('recurring_runs')
    .values({
      user_id,
      recurring_campaign_id: id,
      due_at,
      state: 'campaign_id' in run ? 'launched' : 'failed',
      campaign_id: 'campaign_id' in run ? run.campaign_id : null,
      reason: 'reason' in run ? run.reason : null,
      recorded_at: now,
    })
    .execute()
}
