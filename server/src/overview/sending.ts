import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { awaitHandovers } from '../messages/await-handovers.ts'

// The one switch that holds all sending of an account: campaigns, flows, single texts and answers.

export type Sending = {
  /** Null while it is not held. */
  held_at: Date | null
  held_by: string | null
  /** What phones hold and may send all the same. */
  in_hand: number
}

type By = { api_key_id: number | null; person_id: number | null }

/**
 * Holds all sending of an account, or lets it go on. Once this is committed, no phone is given anything: hand-overs that
 * are under way are waited for, and those that begin meanwhile find it held. Who holds it first is who held it.
 */
export async function setSending(
  tx: Tx,
  { now, wake }: Context,
  { user_id, is_on, by }: { user_id: number; is_on: boolean; by: By },
): Promise<Sending> {
  if (is_on) {
    await sql`
      update accounts set sending_held_at = null, sending_held_by = null
       where user_id = ${user_id} and sending_held_at is not null`.execute(tx)
    for (const device_id of await findWaitingDevices(tx, user_id))
      afterCommit(tx, () => wake.tell({ about: 'device', user_id, device_id }))
  } else {
    await sql`
      update accounts
         set sending_held_at = ${now()},
             sending_held_by = coalesce(
               (select p.name from people p where p.user_id = ${user_id} and p.id = ${by.person_id}),
               (select k.name from api_keys k where k.user_id = ${user_id} and k.id = ${by.api_key_id}))
       where user_id = ${user_id} and sending_held_at is null`.execute(tx)
    await awaitHandovers(tx, user_id)
  }
  return findSending(tx, user_id)
}

export async function findSending(db: Db, user_id: number): Promise<Sending> {
  const { rows } = await sql<Sending>`
    select a.sending_held_at as held_at, a.sending_held_by as held_by,
           (select count(*) from messages m where m.user_id = ${user_id} and m.status = 'dispatched') as in_hand
      from accounts a where a.user_id = ${user_id}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The account of a caller is there')
  return row
}

async function findWaitingDevices(tx: Tx, user_id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from devices where user_id = ${user_id} and deleted_at is null and total_pending > 0`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
