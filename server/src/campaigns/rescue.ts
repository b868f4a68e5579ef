import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../context.ts'
import { afterCommit, inTransaction } from '../db/transaction.ts'
import { isAlive } from '../devices/sim-room.ts'
import { spreadChunk } from '../messages/spread-chunk.ts'
import { settleShares } from '../devices/sims-of-campaign.ts'

const chunkSize = 5000

type Stuck = {
  user_id: number
  id: number
  device_id: number
  sim_subscription_id: number
  waiting: number
}

/**
 * Moves a chunk of what a dead phone never took to the other SIMs of its campaign. False when nothing is stuck. What a
 * phone has taken stays with it: nobody knows whether it went out.
 */
export async function rescueFromDeadPhone(context: Context): Promise<boolean> {
  const stuck = await findStuck(context)
  if (!stuck) return false
  const { user_id, id, device_id, sim_subscription_id } = stuck
  return inTransaction(context.db, async (tx) => {
    const campaign = await tx
      .selectFrom('campaigns')
      .select('id')
      .where('user_id', '=', user_id)
      .where('id', '=', id)
      .where('status', '=', 'running')
      .where('deleted_at', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!campaign) return false
    const sims = await settleShares(tx, user_id, id, {
      messages: stuck.waiting,
      now: context.now(),
    })
    const to = sims.filter(({ share }) => share > 0)
    const isHopeless = to.some(
      (sim) => sim.device_id === device_id && sim.sim_subscription_id === sim_subscription_id,
    )
    if (to.length === 0 || isHopeless) return false
    const which = sql`m.campaign_id = ${id} and m.device_id = ${device_id} and m.sim_subscription_id = ${sim_subscription_id}`
    const moved = await spreadChunk(tx, user_id, { which, to, limit: chunkSize })
    afterCommit(tx, () => {
      for (const sim of to)
        context.wake.tell({ about: 'device', user_id, device_id: sim.device_id })
    })
    return moved > 0
  })
}

/** A queue of a running campaign with several SIMs on a phone that is dead, while another one of them can go on. */
async function findStuck({ db, now }: Context): Promise<Stuck | undefined> {
  const alive = (device: RawBuilder<unknown>, also: RawBuilder<unknown>) => sql`
    (select ${also} and ${isAlive(now())}
       from devices d
       left join installations i on i.user_id = d.user_id and i.id = d.installation_id
      where d.user_id = s.user_id and d.id = ${device} and d.deleted_at is null)`
  const { rows } = await sql<Stuck>`
    select c.user_id, c.id, s.device_id, s.sim_subscription_id, c.total_pending as waiting
      from campaigns c
      join campaign_sims s on s.user_id = c.user_id and s.campaign_id = c.id
     cross join lateral (
       select from messages m
        where m.user_id = s.user_id and m.device_id = s.device_id and m.sim_subscription_id = s.sim_subscription_id
          and m.campaign_id = c.id and m.status = 'queued'
        order by m.user_id, m.device_id, m.sim_subscription_id, m.campaign_id, m.send_at limit 1) f
     where c.status = 'running' and c.deleted_at is null
       and not coalesce(${alive(sql`s.device_id`, sql`true`)}, false)
       and exists (select 1 from campaign_sims o
                    where o.user_id = s.user_id and o.campaign_id = s.campaign_id and o.device_id <> s.device_id
                      and coalesce(${alive(sql`o.device_id`, sql`not d.is_paused`)}, false))
     order by random() limit 1`.execute(db)
  return rows[0]
}
