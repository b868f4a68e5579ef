import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { inOrder } from '../http/list.ts'
import { findSms, presentSms } from '../sms/present.ts'

const textsAtOnce = 50

/** The texts to and from a contact, newest first, and before which to go on; null when there are no more. */
export async function findTexts(
  db: Db,
  user_id: number,
  contact_id: number,
  before_sms_id = Number.MAX_SAFE_INTEGER,
): Promise<{ data: ReturnType<typeof presentSms>[]; next_before_sms_id: number | null }> {
  const { rows } = await sql<{ id: number }>`
    select m.id from messages m
     where m.user_id = ${user_id} and m.contact_id = ${contact_id} and m.id < ${before_sms_id}
     order by m.user_id desc, m.contact_id desc, m.id desc limit ${textsAtOnce + 1}`.execute(db)
  const ids = rows.slice(0, textsAtOnce).map(({ id }) => id)
  const texts = inOrder(ids, await findSms(db, user_id, ids))
  const next_before_sms_id = rows.length > textsAtOnce ? (ids.at(-1) ?? null) : null
  return { data: texts.map(presentSms), next_before_sms_id }
}
