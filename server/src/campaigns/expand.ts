import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import { noteFailed } from '../messages/figures.ts'
import { quietHoursOf, type AccountClock } from '../messages/recipient-clock.ts'
import { isComposed, nobody } from '../templates/compose.ts'
import { composerOf } from './frozen-text.ts'
import { copyPersonalised, insertPlain, type Expanding, type Made } from './make-messages.ts'
import { findSimsOf, type SimOfCampaign } from '../devices/sims-of-campaign.ts'

/**
 * One step of expansion: the messages of one chunk of one launched campaign. Messages, totals and the chunk's mark are
 * one transaction, so that a crash repeats the step and texts nobody twice. False when there is nothing to do.
 */
export async function expandNextChunk(context: Context): Promise<boolean> {
  const { db, now } = context
  // Any of them: a small campaign does not wait for a large one to be through.
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id from campaigns
     where status in ('running', 'paused') and expanded_at is null and frozen_at is not null and deleted_at is null
     order by random() limit 1`.execute(db)
  const [open] = rows
  if (!open) return false

  return inTransaction(db, async (tx) => {
    const chunk = await tx
      .selectFrom('campaign_audiences')
      .select('chunk')
      .where('user_id', '=', open.user_id)
      .where('campaign_id', '=', open.id)
      .where('kind', '=', 'frozen')
      .where('expanded_at', 'is', null)
      .orderBy('chunk')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!chunk) return finishExpansion(tx, open, now())

    const campaign = await findExpanding(tx, open)
    if (!campaign) return false
    const composer = composerOf(campaign)
    const forAll = composer.hasVariables ? undefined : composer.compose(nobody)
    const made =
      forAll && isComposed(forAll)
        ? await insertPlain(tx, campaign, chunk.chunk, forAll, now())
        : await copyPersonalised(tx, campaign, chunk.chunk, composer, now())
    if (!(await saveTotals(tx, campaign, made))) throw new Changed()
    await noteFailed(tx, open.user_id, sum(made.failed), now())
    await tx
      .updateTable('campaign_audiences')
      .set({ expanded_at: now() })
      .where('user_id', '=', open.user_id)
      .where('campaign_id', '=', open.id)
      .where('kind', '=', 'frozen')
      .where('chunk', '=', chunk.chunk)
      .execute()
    afterCommit(tx, () => {
      for (const device_id of made.queued.keys())
        context.wake.tell({ about: 'device', user_id: open.user_id, device_id })
    })
    return true
  }).catch((error: unknown) => {
    // Cancelled or moved to another SIM while its chunk was made: the chunk is undone, and made anew where it is wanted.
    if (error instanceof Changed) return true
    throw error
  })
}

class Changed extends Error {}

type Row = Omit<Expanding, 'sims' | 'clock' | 'quietHours' | 'started_at'> &
  AccountClock & {
    device_id: number
    sim_subscription_id: number
    started_at: Date | null
    quiet_hours: string
    own_start: string | null
    own_end: string | null
  }

async function findExpanding(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
): Promise<Expanding | undefined> {
  const { rows } = await sql<Row>`
    select k.user_id, k.id, k.device_id, k.sim_subscription_id, k.started_at, k.content, k.frozen_content, k.frozen_footer,
           k.frozen_smart_encoding, k.recurring_campaign_id, k.rss_automation_id, k.quiet_hours,
           k.quiet_hours_start as own_start, k.quiet_hours_end as own_end, a.timezone, a.timezone_parameter,
           a.quiet_hours_start, a.quiet_hours_end
      from campaigns k
      join accounts a on a.user_id = k.user_id
     where k.user_id = ${user_id} and k.id = ${id} and k.status in ('running', 'paused')`.execute(
    tx,
  )
  const [row] = rows
  if (!row?.started_at) return undefined
  const { started_at, quiet_hours, own_start, own_end } = row
  const own = { quiet_hours, quiet_hours_start: own_start, quiet_hours_end: own_end }
  const sims = await findSimsOf(tx, user_id, row)
  return { ...row, started_at, sims, clock: row, quietHours: quietHoursOf(row, own) }
}

/** Moves the totals, last of all because reports wait for these rows. False when the campaign was changed meanwhile. */
async function saveTotals(
  tx: Tx,
  campaign: Expanding,
  { queued, failed, failed_contacts, cancelled }: Made,
): Promise<boolean> {
  const { user_id, id, sims } = campaign
  const [main] = sims
  const { rows } = await sql<{ id: number; device_id: number; sim_subscription_id: number }>`
    update campaigns
       set total_pending = total_pending + ${sum(queued)}, total_failed = total_failed + ${sum(failed)},
           total_cancelled = total_cancelled + ${cancelled}
     where user_id = ${user_id} and id = ${id} and status in ('running', 'paused') and deleted_at is null
       and device_id = ${main?.device_id} and sim_subscription_id = ${main?.sim_subscription_id}
    returning id, device_id, sim_subscription_id`.execute(tx)
  const [row] = rows
  if (!row) return false
  const isSpread = sims.length > 1
  if (isSpread && !isSame(sims, await findSimsOf(tx, user_id, row))) return false
  const device_ids = [...new Set([...queued.keys(), ...failed.keys()])].toSorted((a, b) => a - b)
  // Several are locked by id, as by everybody.
  if (isSpread)
    await sql`
      select id from devices where user_id = ${user_id} and id = any(${device_ids}::bigint[])
       order by id for no key update`.execute(tx)
  await sql`
    update devices d set total_pending = d.total_pending + made.queued, total_failed = d.total_failed + made.failed
      from unnest(${device_ids}::bigint[], ${device_ids.map((one) => queued.get(one) ?? 0)}::bigint[],
                  ${device_ids.map((one) => failed.get(one) ?? 0)}::bigint[]) as made (device_id, queued, failed)
     where d.user_id = ${user_id} and d.id = made.device_id`.execute(tx)
  if (failed_contacts.length > 0) {
    await sql`
      update contacts c set total_failed = c.total_failed + 1
        from (select id from contacts where user_id = ${user_id} and id = any(${failed_contacts}::bigint[])
               order by id for no key update) f
       where c.user_id = ${user_id} and c.id = f.id`.execute(tx)
  }
  return true
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function isSame(some: readonly SimOfCampaign[], others: readonly SimOfCampaign[]): boolean {
  const written = (sims: readonly SimOfCampaign[]) =>
    sims.map((sim) => `${sim.device_id}:${sim.sim_subscription_id}`).join(',')
  return written(some) === written(others)
}

/** All chunks are done, or in the hands of another process, which then finishes. */
async function finishExpansion(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update campaigns c set expanded_at = ${now}
     where c.user_id = ${user_id} and c.id = ${id} and c.expanded_at is null
       and not exists (select 1 from campaign_audiences a
                        where a.user_id = ${user_id} and a.campaign_id = ${id} and a.kind = 'frozen' and a.expanded_at is null)
    returning c.id`.execute(tx)
  return rows.length > 0
}
