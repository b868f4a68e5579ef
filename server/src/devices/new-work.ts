import type { Db } from '../db/pool.ts'
import type { Problem } from '../errors.ts'
import { deviceProblems, type SimChoice } from './service.ts'

/** What is wrong with a SIM for what is only just being made or moved: nothing new begins on one that is being drained. */
export async function newWorkProblems(
  db: Db,
  user_id: number,
  choice: SimChoice,
): Promise<Problem[]> {
  const problems = await deviceProblems(db, user_id, choice)
  if (problems.length > 0) return problems
  const { device_id, sim_subscription_id } = choice
  const sim = await db
    .selectFrom('sims')
    .select(['heir_device_id', 'heir_sim_subscription_id'])
    .where('user_id', '=', user_id)
    .where('device_id', '=', device_id)
    .where('subscription_id', '=', sim_subscription_id)
    .where('is_draining', '=', true)
    .executeTakeFirst()
  if (!sim) return []
  const title = `SIM ${sim_subscription_id} of device ${device_id} is being drained; ${sim.heir_device_id}:${sim.heir_sim_subscription_id} takes its place.`
  return [{ title, field: 'sim_subscription_id' }]
}
