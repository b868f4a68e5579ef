import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { isRefusedForLimits, type PhoneReport } from '../messages/status.ts'
import type { SimChoice } from './service.ts'
import { slowDown, type Slowness } from './pace.ts'

/** Slows down the SIMs that were refused for their limits, by the reports of phones about what they hold. */
export async function slowSimsDown(
  db: Db,
  user_id: number,
  reports: readonly PhoneReport[],
  now: Date,
): Promise<void> {
  const refused = reports.filter(isRefusedForLimits)
  if (refused.length === 0) return
  const { rows: sims } = await sql<SimChoice>`
    select distinct m.device_id, m.sim_subscription_id
      from unnest(${refused.map(({ id }) => id)}::bigint[], ${refused.map((report) => report.handover_key)}::bigint[],
                  ${refused.map(({ device_id }) => device_id)}::bigint[]) as g (id, handover_key, device_id)
      join messages m on m.user_id = ${user_id} and m.id = g.id and m.handover_key = g.handover_key
                     and m.device_id = g.device_id and m.status = 'dispatched'
     order by m.device_id, m.sim_subscription_id`.execute(db)
  for (const sim of sims) await inTransaction(db, (tx) => slowOneDown(tx, user_id, sim, now))
}

async function slowOneDown(tx: Tx, user_id: number, sim: SimChoice, now: Date): Promise<void> {
  const { rows } = await sql<Slowness>`
    select slow_level, slowed_at from sims
     where user_id = ${user_id} and device_id = ${sim.device_id} and subscription_id = ${sim.sim_subscription_id}
       for update`.execute(tx)
  const [known] = rows
  if (!known) return
  const { slow_level, slowed_at, pause_until } = slowDown(known, now)
  await sql`
    update sims set slow_level = ${slow_level}, slowed_at = ${slowed_at},
                    next_release_at = greatest(next_release_at, ${pause_until}::timestamptz)
     where user_id = ${user_id} and device_id = ${sim.device_id} and subscription_id = ${sim.sim_subscription_id}`.execute(
    tx,
  )
}
