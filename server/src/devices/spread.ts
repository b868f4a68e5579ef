import type { Db } from '../db/pool.ts'
import { forecast } from './forecast.ts'
import type { SimChoice } from './service.ts'
import { findSimRoom, type SimRoom } from './sim-room.ts'

/**
 * How a number of messages is best shared among SIMs: so that all are through at the same time, by the pace and the
 * budgets of each and what waits for it already. What is drained, paused or has not been heard of lately takes none, as
 * long as another one can.
 */
export async function shareOfSims(
  db: Db,
  user_id: number,
  sims: readonly SimChoice[],
  { messages, now }: { messages: number; now: Date },
): Promise<(SimChoice & { share: number })[]> {
  const rooms = await findSimRoom(db, user_id, sims, now)
  const usable = firstOf([
    rooms.filter(({ is_alive, is_draining }) => is_alive && !is_draining),
    rooms.filter(({ is_draining }) => !is_draining),
    rooms,
  ])
  const parts = Math.max(1, messages)
  const { by_sim } = forecast({
    sims: usable,
    waiting: [{ timezone: 'UTC', messages: parts, parts }],
    quietHours: null,
    timezone: 'UTC',
    now,
  })
  const total = by_sim.reduce((sum, taken) => sum + taken, 0)
  return sims.map((sim) => {
    const place = usable.findIndex((one) => isSame(one, sim))
    const share = place < 0 ? 0 : total > 0 ? (by_sim[place] ?? 0) / total : 1 / usable.length
    return { ...sim, share }
  })
}

function firstOf(lists: readonly SimRoom[][]): SimRoom[] {
  return lists.find((list) => list.length > 0) ?? []
}

function isSame(one: SimChoice, other: SimChoice): boolean {
  return one.device_id === other.device_id && one.sim_subscription_id === other.sim_subscription_id
}
