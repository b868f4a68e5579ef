import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { lockOwners } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import { queuedOrWaiting } from './status.ts'

/**
 * Keeps back all texts that belong to no campaign and that no phone has taken, of every account, until a person releases
 * or cancels them.
 */
export async function holdSingleTexts(tx: Tx, error: string): Promise<number> {
  // Waiting, queued and held are all pending, so no other total moves.
  const { numAffectedRows } = await sql`
    update messages set status = 'held', error = ${error}
     where status in ('waiting', 'queued') and campaign_id is null`.execute(tx)
  await sql`update flows set total_waiting = 0 where total_waiting <> 0`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Queues held texts again, or lets them wait for their time, at most `limit`; how many. `which` speaks of `m`. */
export async function releaseMessages(
  tx: Tx,
  user_id: number,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<number> {
  const held = sql`
        from messages m
       where m.user_id = ${user_id} and m.status = 'held' and ${which}
       order by m.id limit ${limit}`
  await lockOwners(tx, user_id, {
    messages: sql`select m.campaign_id, m.flow_id, m.device_id ${held}`,
  })
  const moved = await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key ${held} for update of m`,
    set: sql`status = ${queuedOrWaiting}, error = null`,
  })
  return moved.length
}
