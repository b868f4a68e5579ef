import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import type { SimChoice } from './service.ts'
import { shareOfSims } from './spread.ts'

/** A SIM of a campaign, and how much of the campaign it takes against the others. */
export type SimOfCampaign = SimChoice & { share: number }

/** The SIMs that a campaign is sent from: its own one, or the several that it names, in their order. */
export async function findSimsOf(
  db: Db,
  user_id: number,
  campaign: SimChoice & { id: number },
): Promise<SimOfCampaign[]> {
  const rows = await db
    .selectFrom('campaign_sims')
    .select(['device_id', 'sim_subscription_id', 'share'])
    .where('user_id', '=', user_id)
    .where('campaign_id', '=', campaign.id)
    .orderBy('place')
    .execute()
  const { device_id, sim_subscription_id } = campaign
  return rows.length > 0 ? rows : [{ device_id, sim_subscription_id, share: 1 }]
}

/** Notes the SIMs of a campaign in place of those that it had. Of a single one the campaign itself is note enough. */
export async function saveSims(
  tx: Tx,
  user_id: number,
  campaign_id: number,
  sims: readonly SimChoice[],
): Promise<void> {
  await tx
    .deleteFrom('campaign_sims')
    .where('user_id', '=', user_id)
    .where('campaign_id', '=', campaign_id)
    .execute()
  if (sims.length < 2) return
  await tx
    .insertInto('campaign_sims')
    .values(sims.map((sim, place) => ({ user_id, campaign_id, ...sim, place })))
    .execute()
}

/** Settles how a number of messages is shared among the SIMs of a campaign, by what each of them can take. */
export async function settleShares(
  tx: Tx,
  user_id: number,
  campaign_id: number,
  { messages, now }: { messages: number; now: Date },
): Promise<SimOfCampaign[]> {
  const named = await tx
    .selectFrom('campaign_sims')
    .select(['device_id', 'sim_subscription_id'])
    .where('user_id', '=', user_id)
    .where('campaign_id', '=', campaign_id)
    .orderBy('place')
    .execute()
  if (named.length === 0) return []
  const sims = await shareOfSims(tx, user_id, named, { messages, now })
  await sql`
    update campaign_sims s set share = g.share
      from unnest(${sims.map(({ device_id }) => device_id)}::bigint[],
                  ${sims.map((sim) => sim.sim_subscription_id)}::smallint[],
                  ${sims.map(({ share }) => share)}::real[]) as g (device_id, sim, share)
     where s.user_id = ${user_id} and s.campaign_id = ${campaign_id} and s.device_id = g.device_id
       and s.sim_subscription_id = g.sim`.execute(tx)
  return sims
}
