import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import { matches } from '../segments/audience.ts'
import { audienceOf } from './launch.ts'
import type { Start } from './start.ts'

/**
 * Refuses to send a campaign to another number of contacts than the person had before their eyes. What was written for it
 * is undone with the transaction. A draft is not sent, so nothing is expected of it.
 */
export async function checkExpected(
  tx: Tx,
  user_id: number,
  id: number,
  { outcome }: Start,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || outcome === 'draft') return
  const actual = await countRecipients(tx, user_id, id)
  if (actual === expected) return
  const title = `It would go to ${actual} contacts now, not to ${expected}. Look at it again before you send it.`
  throw invalid([{ title, field: 'expected_recipients', code: 'audience_changed', actual }])
}

/** Those that it was frozen to, or who would get it now. */
async function countRecipients(tx: Tx, user_id: number, id: number): Promise<number> {
  const campaign = await tx
    .selectFrom('campaigns')
    .select(['id', 'audience_type', 'segment_id', 'filter', 'frozen_at', 'total_recipients'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (campaign.frozen_at !== null) return campaign.total_recipients
  const audience = await audienceOf(tx, user_id, campaign)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from contacts c
     where c.user_id = ${user_id} and c.opted_out_at is null and c.can_be_sent_to
       and ${matches(user_id, audience)}`.execute(tx)
  return rows[0]?.total ?? 0
}
