import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../db/pool.ts'

export const ContactCounts = Type.Object({
  total: Type.Integer(),
  may_be_texted: Type.Integer(),
  opted_out: Type.Integer(),
  cannot_be_sent_to: Type.Integer({
    description: 'Of those who have not opted out: senders that are no number',
  }),
})

/** How many contacts `c` there are, and why some are left out. The latter have an index of their own. */
export async function countContacts(db: Db, user_id: number, where: RawBuilder<SqlBool>) {
  const { rows } = await sql<{ total: number; opted_out: number; cannot_be_sent_to: number }>`
    select (select count(*) from contacts c where c.user_id = ${user_id} and ${where}) as total,
           count(*) filter (where c.opted_out_at is not null) as opted_out,
           count(*) filter (where c.opted_out_at is null) as cannot_be_sent_to
      from contacts c
     where c.user_id = ${user_id} and (c.opted_out_at is not null or not c.can_be_sent_to) and ${where}`.execute(
    db,
  )
  // An aggregate always has its row.
  const { total, opted_out, cannot_be_sent_to } = rows[0]!
  return {
    total,
    may_be_texted: total - opted_out - cannot_be_sent_to,
    opted_out,
    cannot_be_sent_to,
  }
}
