import { sql } from 'kysely'
import type { Chore, Progress } from '../chores/chores.ts'
import type { Tx } from '../db/transaction.ts'
import { removeMessages } from '../messages/remove.ts'
import { pendingStatuses } from '../messages/status.ts'
import { nextPage, pageSize, readPass, toState } from './pass.ts'

const hourMs = 3600 * 1000
const dayMs = 24 * hourMs
/** What was still pending when its turn came is met again after so long. */
const daysBetween = { texts: 7, rows: 1 }
const nothingToDoMs = 24 * hourMs
const restMs = hourMs

const messages = { table: sql`messages`, age: sql`created_at`, id: sql`id` }

/** For a message `m`: when it was over, or when it was made. */
const overAt = sql`greatest(m.created_at, m.sent_at, m.delivered_at, m.finished_at)`

/**
 * Deletes the words of texts that were over so many days ago, received ones too. What a campaign says to all is the
 * campaign's and stays with it.
 */
export const forgetTexts = (now: () => Date): Chore =>
  goThrough(now, 'texts', 'retention_text_days', async (tx, user_id, ids, until) => {
    await sql`
      with old as (
        select m.id from messages m
         where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.status not in ${pendingStatuses}
           and m.content <> '' and ${overAt} < ${until}
         order by m.id for update skip locked
      )
      update messages m set content = '' from old where m.user_id = ${user_id} and m.id = old.id`.execute(
      tx,
    )
  })

/** Deletes all of a text that was over so many days ago; totals count it still. */
export const forgetRows = (now: () => Date): Chore =>
  goThrough(now, 'rows', 'retention_sms_days', async (tx, user_id, ids, until) => {
    const { rows } = await sql<{ id: number }>`
      select m.id from messages m
       where m.user_id = ${user_id} and m.id = any(${ids}::bigint[]) and m.status not in ${pendingStatuses}
         and ${overAt} < ${until}
       order by m.id for update skip locked`.execute(tx)
    const old = rows.map(({ id }) => id)
    if (old.length > 0) await removeMessages(tx, user_id, sql`m.id = any(${old}::bigint[])`)
  })

type Forget = (tx: Tx, user_id: number, ids: number[], until: Date) => Promise<void>

function goThrough(
  clock: () => Date,
  chore: 'texts' | 'rows',
  setting: 'retention_text_days' | 'retention_sms_days',
  forget: Forget,
): Chore {
  return async (tx, { user_id, state }): Promise<Progress> => {
    const now = clock()
    const days = await findDays(tx, user_id, setting)
    if (days === null) return { state: {}, next_at: new Date(now.getTime() + nothingToDoMs) }
    const until = new Date(now.getTime() - days * dayMs)
    const pass = readPass(state, now, daysBetween[chore])
    const { ids, place } = await nextPage(tx, messages, { user_id, place: pass.place, until })
    if (ids.length > 0) await forget(tx, user_id, ids, until)
    const isDone = ids.length < pageSize
    return {
      state: toState({ ...pass, place }),
      next_at: isDone ? new Date(now.getTime() + restMs) : now,
    }
  }
}

async function findDays(
  tx: Tx,
  user_id: number,
  setting: 'retention_text_days' | 'retention_sms_days',
): Promise<number | null> {
  const account = await tx
    .selectFrom('accounts')
    .select(['retention_text_days', 'retention_sms_days'])
    .where('user_id', '=', user_id)
    .executeTakeFirstOrThrow()
  return account[setting]
}
