import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { JsonValue } from '../db/schema.generated.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'

export const choreNames = ['texts', 'rows', 'removed', 'check'] as const
export type ChoreName = (typeof choreNames)[number]

export type ChoreState = { [key: string]: JsonValue }

/** How far a chore came in one short step, and when it goes on. */
export type Progress = { state: ChoreState; next_at: Date }

export type Chore = (tx: Tx, account: { user_id: number; state: ChoreState }) => Promise<Progress>

/** One that fails is tried again after this, and holds up none of the others. */
const pauseAfterFailureMs = 10 * 60_000

type Due = { user_id: number; chore: ChoreName; state: ChoreState }

/**
 * One short step of one chore of one account that is due; which one is settled by its row, so any process goes on where
 * the last one was. False when none is due.
 */
export async function doChore(
  { db, now }: Context,
  chores: Record<ChoreName, Chore>,
): Promise<boolean> {
  let due: Due | undefined
  try {
    return await inTransaction(db, async (tx) => {
      due = await takeDue(tx, now())
      if (!due) return false
      const { state, next_at } = await chores[due.chore](tx, due)
      await sql`
        update account_chores set state = ${JSON.stringify(state)}, next_at = ${next_at}
         where user_id = ${due.user_id} and chore = ${due.chore}`.execute(tx)
      return true
    })
  } catch (error) {
    if (due) await putOff(db, due, new Date(now().getTime() + pauseAfterFailureMs))
    throw error
  }
}

async function takeDue(tx: Tx, now: Date): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    select user_id, chore, state from account_chores
     where next_at <= ${now} order by next_at limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

async function putOff(db: Db, { user_id, chore }: Due, next_at: Date): Promise<void> {
  await sql`
    update account_chores set next_at = ${next_at} where user_id = ${user_id} and chore = ${chore}`.execute(
    db,
  )
}

/** Gives accounts that are new their chores; the check waits for its first night. */
export async function giveChores({ db, now }: Context): Promise<boolean> {
  await sql`
    insert into account_chores (user_id, chore, next_at)
    select a.user_id, c.chore, case when c.chore = 'check' then ${nextNight(now())} else ${now()}::timestamptz end
      from accounts a
     cross join unnest(${[...choreNames]}::text[]) as c (chore)
     where not exists (select from account_chores k where k.user_id = a.user_id and k.chore = c.chore)
        on conflict do nothing`.execute(db)
  return false
}

/** In SQL, for an account `a`: a moment between three and half past four of its next night, for each account its own. */
export const nextNight = (now: Date) => sql<Date>`
  (((${now}::timestamptz at time zone a.timezone) - interval '3 hours')::date + 1
    + time '03:00' + make_interval(mins => (a.user_id % 90)::integer)) at time zone a.timezone`
