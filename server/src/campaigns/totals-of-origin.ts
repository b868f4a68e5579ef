import { sql, type RawBuilder } from 'kysely'

/** What makes campaigns by itself, and is named by them. */
export type Origin = 'recurring_campaign_id' | 'rss_automation_id'

/**
 * The sums over the campaigns that each origin has made, deleted ones too: totals count what happened. Rows `id,
 * total_campaigns, total_sent, total_pending, total_failed, last_sent_at`, none for who has made no campaign.
 */
export function totalsOfOrigin(
  user_id: number,
  origin: Origin,
  ids?: readonly number[],
): RawBuilder<unknown> {
  const column = sql.ref(`k.${origin}`)
  return sql`
    (select ${column} as id, count(*) as total_campaigns, sum(k.total_sent)::bigint as total_sent,
            sum(k.total_pending)::bigint as total_pending, sum(k.total_failed)::bigint as total_failed,
            max(k.last_sent_at) as last_sent_at
       from campaigns k
      where k.user_id = ${user_id} and ${ids ? sql`${column} = any(${ids}::bigint[])` : sql`${column} is not null`}
      group by ${column})`
}
