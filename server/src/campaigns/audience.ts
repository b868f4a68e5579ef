import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { matches } from '../segments/audience.ts'
import { settleAudience, type ChosenAudience } from '../segments/check-audience.ts'
import { audienceOf, chunkSize, type CampaignAudience } from './launch.ts'

/** Stores the contacts that a bulk or custom audience names, in place of those it named before. */
export async function saveChosen(
  tx: Tx,
  context: Context,
  options: { user_id: number; campaign_id: number; audience: ChosenAudience },
): Promise<void> {
  const { user_id, campaign_id, audience } = options
  await tx
    .deleteFrom('campaign_audiences')
    .where('user_id', '=', user_id)
    .where('campaign_id', '=', campaign_id)
    .where('kind', '=', 'chosen')
    .execute()
  const { contact_ids } = await settleAudience(tx, context, user_id, audience)
  if (contact_ids === undefined || contact_ids.length === 0) return
  await sql`
    insert into campaign_audiences (user_id, campaign_id, kind, chunk, contact_ids)
    select ${user_id}, ${campaign_id}, 'chosen', chunk, array_agg(id order by id)
      from (select id, (row_number() over (order by id) - 1) / ${chunkSize} as chunk
              from (select distinct id from unnest(${contact_ids}::bigint[]) as given (id)) once) numbered
     group by chunk`.execute(tx)
}

/** Who gets a campaign, ascending, in chunks: before the launch who would get it now, after it who it is frozen to. */
export async function* recipientIds(
  db: Db,
  user_id: number,
  campaign: CampaignAudience & { frozen_at: Date | null },
): AsyncGenerator<number[]> {
  if (campaign.frozen_at === null) {
    yield* reachableIds(db, user_id, campaign)
    return
  }
  for (let chunk = 0; ; chunk += 1) {
    const row = await db
      .selectFrom('campaign_audiences')
      .select('contact_ids')
      .where('user_id', '=', user_id)
      .where('campaign_id', '=', campaign.id)
      .where('kind', '=', 'frozen')
      .where('chunk', '=', chunk)
      .executeTakeFirst()
    if (!row) return
    yield row.contact_ids
  }
}

async function* reachableIds(
  db: Db,
  user_id: number,
  campaign: CampaignAudience,
): AsyncGenerator<number[]> {
  const audience = await audienceOf(db, user_id, campaign)
  for (let last = 0; ;) {
    const { rows } = await sql<{ id: number }>`
      select c.id from contacts c
       where c.user_id = ${user_id} and c.id > ${last} and c.opted_out_at is null and c.can_be_sent_to
         and ${matches(user_id, audience)}
       order by c.id limit ${chunkSize}`.execute(db)
    if (rows.length > 0) yield rows.map(({ id }) => id)
    const end = rows.at(-1)
    if (!end || rows.length < chunkSize) return
    last = end.id
  }
}

/** Those whose message was sent, ascending, in chunks; also where its row has been deleted since. */
export async function* sentIds(
  db: Db,
  user_id: number,
  campaign_id: number,
): AsyncGenerator<number[]> {
  for (let last = 0; ;) {
    const { rows } = await sql<{ contact_id: number }>`
      (select contact_id from messages
        where user_id = ${user_id} and campaign_id = ${campaign_id} and contact_id > ${last} and status in ('sent', 'delivered')
        order by contact_id limit ${chunkSize})
      union
      (select contact_id from removed_messages
        where user_id = ${user_id} and campaign_id = ${campaign_id} and contact_id > ${last} and status in ('sent', 'delivered')
        order by contact_id limit ${chunkSize})
      order by contact_id limit ${chunkSize}`.execute(db)
    if (rows.length > 0) yield rows.map(({ contact_id }) => contact_id)
    const end = rows.at(-1)
    if (!end || rows.length < chunkSize) return
    last = end.contact_id
  }
}
