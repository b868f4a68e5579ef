import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { lockOwners, messagesOf } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import { withdrawFromPhones } from './withdraw.ts'

/** A phone has this long to say what became of a message that it took. */
const answerHours = 24
/** After that it must have said within this time that the message still waits; it is asked every half hour. */
const silenceHours = 2
const batchSize = 1000

const unconfirmed = 'The phone handed the message to Android and the network never confirmed it'
const unanswered =
  'The phone took the message and never said what became of it; it may have gone out'
/** Why an installation that is no more cannot answer for what it held. */
export const forgottenError =
  'The app was reinstalled while it held the message; it may have gone out'

/**
 * Ends messages that nobody will answer for any more: handed to Android a day ago counts as sent; anything less fails
 * with the reason, for a person to judge. True when there may be more.
 */
export async function endOverdueMessages(db: Db, now: Date): Promise<boolean> {
  const { rows } = await sql<{ user_id: number; ids: number[] }>`
    select user_id, array_agg(id) as ids
      from (select m.user_id, m.id
              from messages m
              join installations i on i.user_id = m.user_id and i.id = m.installation_id
             where m.status = 'dispatched'
               and (m.dispatched_at <= ${now}::timestamptz - make_interval(hours => ${answerHours})
                      and (m.phone_state is distinct from 'accepted'
                           or m.answered_at < ${now}::timestamptz - make_interval(hours => ${silenceHours}))
                    or i.ended_at is not null and m.phone_state is distinct from 'processed')
             limit ${batchSize}) overdue
     group by user_id`.execute(db)
  for (const { user_id, ids } of rows) {
    await inTransaction(db, (tx) =>
      endMessages(tx, user_id, { ids, now, unanswered, forgotten: forgottenError }),
    )
  }
  return rows.reduce((total, { ids }) => total + ids.length, 0) === batchSize
}

async function endMessages(
  tx: Tx,
  user_id: number,
  {
    ids,
    now,
    unanswered,
    forgotten,
  }: { ids: readonly number[]; now: Date; unanswered: string; forgotten: string },
): Promise<void> {
  if (ids.length === 0) return
  await lockOwners(tx, user_id, { messages: messagesOf(user_id, ids) })
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key,
             m.phone_state is not distinct from 'processed' as went_out,
             (select i.ended_at is not null from installations i
               where i.user_id = ${user_id} and i.id = m.installation_id) as is_forgotten
        from messages m
       where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.status = 'dispatched'
       order by m.id for update of m`,
    set: sql`
      status = case when p.went_out then 'sent' else 'failed' end::message_status,
      sent_at = case when p.went_out then coalesce(m.answered_at, m.dispatched_at) end,
      error = case when p.went_out then ${unconfirmed} when p.is_forgotten then ${forgotten} else ${unanswered} end,
      may_have_gone_out = true, finished_at = ${now}`,
  })
  // A phone that comes back must not send what a person may have sent again by then.
  const givenUp = moved.filter(({ status }) => status === 'failed')
  await withdrawFromPhones(tx, user_id, givenUp, now)
}

/** What an installation that is no more had in hand, other than what Android had taken already. */
export async function failHeldBy(
  tx: Tx,
  user_id: number,
  { installation_id, now, error }: { installation_id: number; now: Date; error: string },
): Promise<void> {
  const held = await tx
    .selectFrom('messages')
    .select('id')
    .where('user_id', '=', user_id)
    .where('installation_id', '=', installation_id)
    .where('status', '=', 'dispatched')
    .where((eb) => eb.or([eb('phone_state', 'is', null), eb('phone_state', '=', 'accepted')]))
    .execute()
  await endMessages(tx, user_id, {
    ids: held.map(({ id }) => id),
    now,
    unanswered: error,
    forgotten: error,
  })
}

/** Everything that any phone of the account had in hand, for whatever reason nobody can be asked about it. */
export async function endAllInHand(
  tx: Tx,
  user_id: number,
  { now, error }: { now: Date; error: string },
): Promise<number> {
  const inHand = await tx
    .selectFrom('messages')
    .select('id')
    .where('user_id', '=', user_id)
    .where('status', '=', 'dispatched')
    .execute()
  const ids = inHand.map(({ id }) => id)
  await endMessages(tx, user_id, { ids, now, unanswered: error, forgotten: error })
  return ids.length
}
