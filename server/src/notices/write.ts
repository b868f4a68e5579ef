import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

export const noticeKinds = [
  'phone_offline',
  'phone_back',
  'text_received',
  'feed_off',
  'import_failed',
  'totals_differ',
  'test',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What the owner is told: that something happened, to what, with the particulars of its kind (notices/words.ts). */
export type Notice = {
  kind: NoticeKind
  subject_type: 'device' | 'sms' | 'rss_automation' | 'import' | 'account'
  subject_id: number | null
  subject_name: string | null
  details?: Record<string, string | number | null>
}

/**
 * Writes notices with a delivery to each address of the account, in the transaction of what they tell of: they are told
 * exactly when it happened. An account without addresses keeps them all the same. Answers how many deliveries there are.
 */
export async function writeNotices(
  tx: Tx,
  user_id: number,
  notices: readonly Notice[],
  now: Date,
): Promise<number> {
  if (notices.length === 0) return 0
  const { rows } = await sql<{ deliveries: number }>`
    with made as (
      insert into notices (user_id, kind, subject_type, subject_id, subject_name, details, happened_at)
      select ${user_id}, g.kind, g.subject_type, g.subject_id, g.subject_name, g.details, ${now}
        from unnest(${notices.map(({ kind }) => kind)}::text[],
                    ${notices.map(({ subject_type }) => subject_type)}::text[],
                    ${notices.map(({ subject_id }) => subject_id)}::bigint[],
                    ${notices.map(({ subject_name }) => subject_name)}::text[],
                    ${notices.map(({ details }) => JSON.stringify(details ?? {}))}::jsonb[])
             with ordinality as g (kind, subject_type, subject_id, subject_name, details, place)
       order by g.place
      returning id
    ),
    delivered as (
      insert into notice_deliveries (user_id, notice_id, channel, address, next_at)
      select ${user_id}, made.id, t.channel, t.address, ${now}
        from made
        join accounts a on a.user_id = ${user_id}
       cross join lateral (
             select 'email' as channel, unnest(a.notification_emails) as address
             union all
             select 'webhook', a.notification_webhook_url where a.notification_webhook_url is not null) t
      returning 1
    )
    select count(*) as deliveries from delivered`.execute(tx)
  return rows[0]?.deliveries ?? 0
}

/** What a restore brings back was told by the original, or will be. */
export async function endDeliveries(tx: Tx): Promise<void> {
  await sql`
    update notice_deliveries set next_at = null, error = 'It came back from a backup, and may have been sent'
     where next_at is not null`.execute(tx)
}
