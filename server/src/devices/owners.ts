import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { lockCampaignsOf } from '../messages/lock-owners.ts'
import { pendingStatuses } from '../messages/status.ts'
import type { SimChoice } from './service.ts'
import { findSimsOf, saveSims, settleShares } from './sims-of-campaign.ts'

// What names a device follows it: campaigns, flows, and what makes campaigns by itself. Their own folders could not be
// asked for it without a cycle.

/** What makes campaigns by itself: locked before the campaigns, as its runs do. */
const makers = ['recurring_campaigns', 'rss_automations'] as const

/** Locks what names the device or has something pending on it, in the order of everybody, before the device itself. */
export async function lockOwnersOf(tx: Tx, user_id: number, device_id: number): Promise<void> {
  for (const table of makers) {
    await sql`
      select from ${sql.table(table)} where user_id = ${user_id} and device_id = ${device_id}
       order by id for update`.execute(tx)
  }
  await lockCampaignsOf(
    tx,
    user_id,
    sql`
      select m.campaign_id, m.flow_id, m.device_id from messages m
       where m.user_id = ${user_id} and m.device_id = ${device_id} and m.status in ${pendingStatuses}
      union all
      select c.id, null, null from campaigns c where c.user_id = ${user_id} and c.device_id = ${device_id}
      union all
      select s.campaign_id, null, null from campaign_sims s
       where s.user_id = ${user_id} and s.device_id = ${device_id}
      union all
      select null, f.id, null from flows f where f.user_id = ${user_id} and f.device_id = ${device_id}`,
  )
}

type Move = {
  device_id: number
  /** Those of its SIMs that are left. */
  sims: readonly number[]
  to: readonly SimChoice[]
  now: Date
}

/**
 * Lets what names some SIMs of a device name others instead: everything, or only the campaigns whose messages may wait
 * there. A campaign takes all of the others; what can name one SIM only takes the first.
 */
export async function moveOwners(
  tx: Tx,
  user_id: number,
  { scope, ...move }: Move & { scope: 'all' | 'under way' },
): Promise<void> {
  const statuses =
    scope === 'all' ? sql`('draft', 'scheduled', 'running', 'paused')` : sql`('running', 'paused')`
  await moveCampaigns(tx, user_id, move, statuses)
  if (scope !== 'all') return
  const [first] = move.to
  if (!first) return
  const { device_id, sim_subscription_id } = first
  for (const table of [...makers, 'flows'] as const) {
    await tx
      .updateTable(table)
      .set({ device_id, sim_subscription_id, revision: sql<number>`revision + 1` })
      .where('user_id', '=', user_id)
      .where('device_id', '=', move.device_id)
      .where('sim_subscription_id', 'in', move.sims)
      .where('deleted_at', 'is', null)
      .execute()
  }
}

type Named = SimChoice & { id: number; total_pending: number }

async function moveCampaigns(
  tx: Tx,
  user_id: number,
  { device_id, sims, to, now }: Move,
  statuses: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<Named>`
    select c.id, c.device_id, c.sim_subscription_id, c.total_pending from campaigns c
     where c.user_id = ${user_id} and c.deleted_at is null and c.status in ${statuses}
       and (c.device_id = ${device_id} and c.sim_subscription_id = any(${sims}::smallint[])
            or c.id in (select s.campaign_id from campaign_sims s
                         where s.user_id = ${user_id} and s.device_id = ${device_id}
                           and s.sim_subscription_id = any(${sims}::smallint[])))
     order by c.id`.execute(tx)
  const isLeft = (sim: SimChoice) =>
    sim.device_id === device_id && sims.includes(sim.sim_subscription_id)
  for (const campaign of rows) {
    const named = await findSimsOf(tx, user_id, campaign)
    const kept = named.filter((sim) => !isLeft(sim))
    const others = to.filter((sim) => !kept.some((one) => isSame(one, sim)))
    const [main, ...rest] = [...kept, ...others].map(plain)
    if (!main) continue
    await saveSims(tx, user_id, campaign.id, [main, ...rest])
    await settleShares(tx, user_id, campaign.id, { messages: campaign.total_pending, now })
    await tx
      .updateTable('campaigns')
      .set({ ...main, revision: sql<number>`revision + 1` })
      .where('user_id', '=', user_id)
      .where('id', '=', campaign.id)
      .execute()
  }
}

function plain({ device_id, sim_subscription_id }: SimChoice): SimChoice {
  return { device_id, sim_subscription_id }
}

function isSame(one: SimChoice, other: SimChoice): boolean {
  return one.device_id === other.device_id && one.sim_subscription_id === other.sim_subscription_id
}
