import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { afterCommit, inTransaction, type Tx } from '../db/transaction.ts'
import type { AudienceType } from '../db/schema.generated.ts'
import { findSegmentAudience, matches, type Audience } from '../segments/audience.ts'
import type { Filter } from '../segments/filter.ts'
import { settleShares } from '../devices/sims-of-campaign.ts'
import { freezeText } from './frozen-text.ts'

/** How many contacts one step of the expansion makes messages for, and so the rows of its transaction. */
export const chunkSize = 10_000

export type CampaignAudience = {
  id: number
  audience_type: AudienceType
  segment_id: number | null
  filter: unknown
}

const nobody: Audience = {
  type: 'filter',
  filter: { filters_custom_parameters: [], filters_countries: [], filters_continents: [] },
}

/** The audience of a campaign in terms of contacts; of a segment that has been deleted since, nobody. */
export async function audienceOf(
  db: Db,
  user_id: number,
  campaign: CampaignAudience,
): Promise<Audience> {
  switch (campaign.audience_type) {
    case 'all':
      return { type: 'all' }
    case 'segment':
      // The table's check: a campaign to a segment names it.
      return (await findSegmentAudience(db, user_id, campaign.segment_id as number)) ?? nobody
    case 'filter':
      return { type: 'filter', filter: campaign.filter as Filter }
    case 'bulk':
    case 'custom':
      return { type: 'chosen', campaign_id: campaign.id }
  }
}

/**
 * Launches a draft, scheduled or paused campaign: freezes who gets it, in one statement and so at one moment. Messages
 * are made from the frozen chunks afterwards. An empty audience is finished at once.
 */
export async function launchCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  campaign: CampaignAudience & { device_id: number },
): Promise<void> {
  const now = context.now()
  const audience = await audienceOf(tx, user_id, campaign)
  const { rows } = await sql<{ recipients: number; opted_out: number; unusable: number }>`
    with members as materialized (
      select c.id, c.opted_out_at is not null as is_opted_out, c.can_be_sent_to
        from contacts c where c.user_id = ${user_id} and ${matches(user_id, audience)}
    ),
    frozen as (
      insert into campaign_audiences (user_id, campaign_id, kind, chunk, contact_ids)
      select ${user_id}, ${campaign.id}, 'frozen', chunk, array_agg(id order by id)
        from (select id, (row_number() over (order by id) - 1) / ${chunkSize} as chunk
                from members where can_be_sent_to and not is_opted_out) numbered
       group by chunk
    )
    select count(*) filter (where can_be_sent_to and not is_opted_out) as recipients,
           count(*) filter (where can_be_sent_to and is_opted_out) as opted_out,
           count(*) filter (where not can_be_sent_to) as unusable
      from members`.execute(tx)
  const { recipients, opted_out, unusable } = rows[0] ?? {
    recipients: 0,
    opted_out: 0,
    unusable: 0,
  }
  const isEmpty = recipients === 0
  await settleShares(tx, user_id, campaign.id, { messages: recipients, now })
  await tx
    .updateTable('campaigns')
    .set({
      status: isEmpty ? 'finished' : 'running',
      paused_from: null,
      frozen_at: now,
      started_at: now,
      expanded_at: isEmpty ? now : null,
      finished_at: isEmpty ? now : null,
      total_recipients: recipients,
      excluded_opted_out: opted_out,
      excluded_unusable: unusable,
      ...(await freezeText(tx, user_id, campaign.id)),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', campaign.id)
    .execute()
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
}

/** Launches a campaign that the caller holds locked. */
export async function launchById(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await tx
    .selectFrom('campaigns')
    .select(['id', 'audience_type', 'segment_id', 'filter', 'device_id'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await launchCampaign(tx, context, user_id, campaign)
}

/** Launches one campaign whose time has come. False when there is none. */
export async function startDueCampaign(context: Context): Promise<boolean> {
  const { db, now } = context
  // Any of them: one that cannot be launched just now holds up no other.
  const due = await db
    .selectFrom('campaigns')
    .select(['user_id', 'id'])
    .where('status', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .where('scheduled_at', '<=', now())
    .orderBy(sql`random()`)
    .limit(1)
    .executeTakeFirst()
  if (!due) return false

  return inTransaction(db, async (tx) => {
    const campaign = await tx
      .selectFrom('campaigns')
      .select(['id', 'audience_type', 'segment_id', 'filter', 'device_id'])
      .where('user_id', '=', due.user_id)
      .where('id', '=', due.id)
      .where('status', '=', 'scheduled')
      .where('deleted_at', 'is', null)
      .where('scheduled_at', '<=', now())
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!campaign) return false
    await launchCampaign(tx, context, due.user_id, campaign)
    return true
  })
}

/** Ends the campaigns that have nothing pending any more. */
export async function finishCampaigns({ db, now }: Context): Promise<boolean> {
  const { rows } = await sql<{ user_id: number; id: number }>`
    select user_id, id from campaigns
     where status = 'running' and expanded_at is not null and total_pending = 0`.execute(db)
  // One by one: a statement over several would lock them in an order of its own.
  for (const { user_id, id } of rows) {
    await sql`
      update campaigns set status = 'finished', finished_at = ${now()}
       where user_id = ${user_id} and id = ${id}
         and status = 'running' and expanded_at is not null and total_pending = 0`.execute(db)
  }
  return false
}
