import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import type { Context } from '../context.ts'
import { clientOf } from '../db/pool.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import { countParts } from '../lib/parts.ts'
import { optedOutError } from '../messages/status.ts'
import { isComposed, nobody, type Composed, type Composer } from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import { tooCostly, type Unrendered } from '../templates/template.ts'
import { composerOf, type FrozenText } from './frozen-text.ts'

type Expanding = FrozenText & {
  user_id: number
  id: number
  frozen_content: string | null
  device_id: number
  sim_subscription_id: number
  recurring_campaign_id: number | null
  rss_automation_id: number | null
  started_at: Date
}

type Made = { queued: number; failed_contacts: number[] }

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
    await tx
      .updateTable('campaign_audiences')
      .set({ expanded_at: now() })
      .where('user_id', '=', open.user_id)
      .where('campaign_id', '=', open.id)
      .where('kind', '=', 'frozen')
      .where('chunk', '=', chunk.chunk)
      .execute()
    afterCommit(tx, () =>
      context.wake.tell({ about: 'device', user_id: open.user_id, device_id: campaign.device_id }),
    )
    return true
  }).catch((error: unknown) => {
    // Cancelled or moved to another SIM while its chunk was made: the chunk is undone, and made anew where it is wanted.
    if (error instanceof Changed) return true
    throw error
  })
}

class Changed extends Error {}

async function findExpanding(
  tx: Tx,
  { user_id, id }: { user_id: number; id: number },
): Promise<Expanding | undefined> {
  const row = await tx
    .selectFrom('campaigns')
    .select(['user_id', 'id', 'device_id', 'sim_subscription_id', 'started_at'])
    .select(['content', 'frozen_content', 'frozen_footer', 'frozen_smart_encoding'])
    .select(['recurring_campaign_id', 'rss_automation_id'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('status', 'in', ['running', 'paused'])
    .executeTakeFirst()
  return row && row.started_at ? { ...row, started_at: row.started_at } : undefined
}

/** A text that is the same for all stays with the campaign: rows without it, made by the database alone. */
async function insertPlain(
  tx: Tx,
  campaign: Expanding,
  chunk: number,
  { content, parts }: Composed,
  now: Date,
): Promise<Made> {
  const { user_id, id, device_id, sim_subscription_id, started_at } = campaign
  // One that was launched before its text was frozen may still have braces to take out.
  const stored = content === (campaign.frozen_content ?? campaign.content) ? null : content
  const { rows } = await sql<Made>`
    with made as (
      insert into messages (user_id, contact_id, device_id, campaign_id, recurring_campaign_id, rss_automation_id, send_at,
                            created_at, sim_subscription_id, parts, phone_number, content, status, error, finished_at)
      select ${user_id}, c.id, ${device_id}, ${id}, ${campaign.recurring_campaign_id}, ${campaign.rss_automation_id}, ${started_at}, ${now}, ${sim_subscription_id}, ${parts}, c.phone_number,
             ${stored}, case when c.opted_out_at is null then 'queued' else 'cancelled' end::message_status,
             case when c.opted_out_at is not null then ${optedOutError} end,
             case when c.opted_out_at is not null then ${now}::timestamptz end
        from campaign_audiences a
       cross join lateral unnest(a.contact_ids) as member (id)
        join contacts c on c.user_id = ${user_id} and c.id = member.id
       where a.user_id = ${user_id} and a.campaign_id = ${id} and a.kind = 'frozen' and a.chunk = ${chunk}
      returning status
    )
    select count(*) filter (where status = 'queued') as queued, '{}'::bigint[] as failed_contacts from made`.execute(
    tx,
  )
  return rows[0] ?? { queued: 0, failed_contacts: [] }
}

type Member = {
  id: number
  phone_number: string
  name: string | null
  country_code: string | null
  custom_parameters: Record<string, string | number | boolean>
  is_opted_out: boolean
}

/** A personal text is rendered here, by the one renderer there is, and copied in. */
async function copyPersonalised(
  tx: Tx,
  campaign: Expanding,
  chunk: number,
  composer: Composer,
  now: Date,
): Promise<Made> {
  const { user_id, id } = campaign
  const { rows } = await sql<Member>`
    select c.id, c.phone_number, c.name, c.country_code, c.custom_parameters, c.opted_out_at is not null as is_opted_out
      from campaign_audiences a
     cross join lateral unnest(a.contact_ids) as member (id)
      join contacts c on c.user_id = ${user_id} and c.id = member.id
     where a.user_id = ${user_id} and a.campaign_id = ${id} and a.kind = 'frozen' and a.chunk = ${chunk}
     order by c.id`.execute(tx)
  // What a message shows whose text could not be made.
  const template = { content: campaign.content, parts: countParts(campaign.content).parts }
  const failed: number[] = []
  let queued = 0
  const columns =
    'user_id, contact_id, device_id, campaign_id, recurring_campaign_id, rss_automation_id, send_at, created_at, sim_subscription_id, parts, phone_number, content, status, error, finished_at'
  const client = await clientOf(tx)
  const at = now.toISOString()
  const shared = [
    campaign.device_id,
    id,
    campaign.recurring_campaign_id ?? '\\N',
    campaign.rss_automation_id ?? '\\N',
    campaign.started_at.toISOString(),
    at,
    campaign.sim_subscription_id,
  ].join('\t')

  async function* lines(): AsyncGenerator<string> {
    const steps = {
      make: (member: Member) => lineOf(member, composer.compose(member)),
      giveUp: (member: Member) => lineOf(member, tooCostly),
      atOnce: linesAtOnce,
    }
    for await (const some of inStretches(rows, steps)) yield some.join('')
  }

  function lineOf(member: Member, composed: Composed | Unrendered): string {
    const isMade = isComposed(composed)
    const { content, parts } = isMade ? composed : template
    const error = member.is_opted_out ? optedOutError : isMade ? null : composed.error
    const status = member.is_opted_out ? 'cancelled' : isMade ? 'queued' : 'failed'
    if (status === 'queued') queued += 1
    if (status === 'failed') failed.push(member.id)
    const end = error === null ? '\\N\t\\N' : `${escapeCopy(error)}\t${at}`
    return `${user_id}\t${member.id}\t${shared}\t${parts}\t${member.phone_number}\t${escapeCopy(content)}\t${status}\t${end}\n`
  }

  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy messages (${columns}) from stdin`)),
  )
  return { queued, failed_contacts: failed }
}

/** Rendered in about 0.2 ms, for which nothing else of the process runs. */
const linesAtOnce = 20

/** The text format of COPY: backslash, tab, newline and carriage return are escaped. */
function escapeCopy(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => copyEscapes[character] ?? character)
}
const copyEscapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Moves the totals, last of all because reports wait for these rows. False when the campaign was changed meanwhile. */
async function saveTotals(
  tx: Tx,
  { user_id, id, device_id, sim_subscription_id }: Expanding,
  { queued, failed_contacts }: Made,
): Promise<boolean> {
  const failed = failed_contacts.length
  const { rows } = await sql<{ id: number }>`
    update campaigns set total_pending = total_pending + ${queued}, total_failed = total_failed + ${failed}
     where user_id = ${user_id} and id = ${id} and status in ('running', 'paused') and deleted_at is null
       and device_id = ${device_id} and sim_subscription_id = ${sim_subscription_id}
    returning id`.execute(tx)
  if (rows.length === 0) return false
  await sql`
    update devices set total_pending = total_pending + ${queued}, total_failed = total_failed + ${failed}
     where user_id = ${user_id} and id = ${device_id}`.execute(tx)
  if (failed > 0) {
    await sql`
      update contacts c set total_failed = c.total_failed + 1
        from (select id from contacts where user_id = ${user_id} and id = any(${failed_contacts}::bigint[])
               order by id for no key update) f
       where c.user_id = ${user_id} and c.id = f.id`.execute(tx)
  }
  return true
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
