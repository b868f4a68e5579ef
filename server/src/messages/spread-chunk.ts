import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { createDealer } from '../lib/deal.ts'
import { lockOwners, messagesOf } from './lock-owners.ts'
import { moveMessages } from './move.ts'
import { untakenStatuses } from './status.ts'

type Sim = { device_id: number; sim_subscription_id: number }

/** A SIM that messages go to, and how many of them against the others. */
export type SimShare = Sim & { share: number }

/** What a sweep has of the SIMs that it moves to: the only one, or all of several. */
export type MoveTo = {
  to_device_id: number
  to_sim_subscription_id: number
  /** JSON in the row. */
  to_sims?: SimShare[] | null
  from_sim_subscription_id?: number | null
}

/** The columns of a sweep to these SIMs; with several, `shares` says how they share. */
export function moveTo(to: readonly Sim[], shares: readonly SimShare[]): MoveTo {
  const [main] = to
  if (!main) throw new Error('somewhere to move to')
  const { device_id: to_device_id, sim_subscription_id: to_sim_subscription_id } = main
  const single = { to_device_id, to_sim_subscription_id }
  return shares.length > 1 ? { ...single, to_sims: [...shares] } : single
}

type Row = { id: number; kept_device_id: number | null; kept_sim: number | null }

/**
 * Moves a chunk of what no phone has taken yet to several SIMs, by their shares; a contact keeps the SIM that it was last
 * written to from, if it is one of them. How many were found.
 */
export async function spreadChunk(
  tx: Tx,
  user_id: number,
  { which, to, limit }: { which: RawBuilder<unknown>; to: readonly SimShare[]; limit: number },
): Promise<number> {
  const targets = sql`
    select * from unnest(${to.map(({ device_id }) => device_id)}::bigint[],
                         ${to.map((sim) => sim.sim_subscription_id)}::smallint[])`
  const { rows } = await sql<Row>`
    select m.id, kept.device_id as kept_device_id, kept.sim_subscription_id as kept_sim
      from (select m.id, m.contact_id from messages m
             where m.user_id = ${user_id} and m.status in ${untakenStatuses} and ${which}
               and (m.device_id, m.sim_subscription_id) not in (${targets})
             order by m.id limit ${limit}) m
      left join lateral (
        select p.device_id, p.sim_subscription_id from messages p
         where p.user_id = ${user_id} and p.contact_id = m.contact_id and p.status in ('sent', 'delivered', 'dispatched')
           and (p.device_id, p.sim_subscription_id) in (${targets})
         order by p.user_id desc, p.contact_id desc, p.id desc limit 1) kept on true
     order by m.id`.execute(tx)
  if (rows.length === 0) return 0
  const places = deal(rows, to)
  const ids = rows.map(({ id }) => id)
  const devices = [...new Set(to.map(({ device_id }) => device_id))]
  await lockOwners(tx, user_id, { messages: messagesOf(user_id, ids), devices })
  await moveMessages(tx, user_id, {
    picked: sql`
      select m.id, m.status, m.device_id, m.installation_id, m.handover_key, g.to_device_id, g.to_sim
        from unnest(${ids}::bigint[], ${places.map(({ device_id }) => device_id)}::bigint[],
                    ${places.map((sim) => sim.sim_subscription_id)}::smallint[]) as g (id, to_device_id, to_sim)
        join messages m on m.user_id = ${user_id} and m.id = g.id
       where m.user_id = ${user_id} and m.status in ${untakenStatuses} and ${which}
       order by m.id for update of m`,
    set: sql`device_id = p.to_device_id, sim_subscription_id = p.to_sim`,
  })
  return rows.length
}

function deal(rows: readonly Row[], to: readonly SimShare[]): SimShare[] {
  const dealer = createDealer(to.map(({ share }) => share))
  return rows.map(({ kept_device_id, kept_sim }) => {
    const kept = to.findIndex(
      ({ device_id, sim_subscription_id, share }) =>
        share > 0 && device_id === kept_device_id && sim_subscription_id === kept_sim,
    )
    if (kept >= 0) dealer.charge(kept)
    // A dealer deals the places of this list.
    return to[kept >= 0 ? kept : dealer.next()] as SimShare
  })
}
