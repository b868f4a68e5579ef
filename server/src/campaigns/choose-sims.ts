import { newWorkProblems } from '../devices/new-work.ts'
import type { SimChoice } from '../devices/service.ts'
import { writeSim } from '../devices/sim-choice.ts'
import type { Tx } from '../db/transaction.ts'
import type { Problem } from '../errors.ts'

export type SimFields = { device_id?: number; sim_subscription_id?: number; sims?: SimChoice[] }

/** The SIMs that a request names for a new campaign, the main one first; or what is missing. */
export function simsOfNew(fields: SimFields): SimChoice[] | Problem[] {
  const { device_id, sim_subscription_id, sims } = fields
  if (sims === undefined) {
    if (device_id !== undefined && sim_subscription_id !== undefined)
      return [{ device_id, sim_subscription_id }]
    const missing = [
      ...(device_id === undefined ? ['device_id'] : []),
      ...(sim_subscription_id === undefined ? ['sim_subscription_id'] : []),
    ]
    return missing.map((field) => ({ title: `${field} is required.`, field }))
  }
  const isOther = sims.every(
    (sim) =>
      (device_id !== undefined && sim.device_id !== device_id) ||
      (sim_subscription_id !== undefined && sim.sim_subscription_id !== sim_subscription_id),
  )
  const title = 'sims must have device_id and sim_subscription_id among them, or be given alone.'
  return isOther ? [{ title, field: 'sims' }] : sims
}

/**
 * The SIMs of a campaign after a request; undefined when they stay as they are. Naming the main one again, as a client
 * does that knows of one SIM, changes nothing.
 */
export function simsOfChange(
  fields: SimFields,
  stored: readonly SimChoice[],
): SimChoice[] | Problem[] | undefined {
  const [main] = stored
  if (!main) throw new Error('a campaign has a SIM')
  if (fields.sims === undefined) {
    const { device_id = main.device_id, sim_subscription_id = main.sim_subscription_id } = fields
    const isSame = device_id === main.device_id && sim_subscription_id === main.sim_subscription_id
    return isSame ? undefined : [{ device_id, sim_subscription_id }]
  }
  const named = simsOfNew(fields)
  if (areProblems(named)) return named
  const written = (sims: readonly SimChoice[]) => sims.map(writeSim).join(',')
  return written(named) === written(stored) ? undefined : named
}

export function areProblems(list: SimChoice[] | Problem[]): list is Problem[] {
  const [first] = list
  return first !== undefined && 'title' in first
}

/** What is wrong with the SIMs; where several are named, they are the field `sims`. */
export async function simsProblems(
  tx: Tx,
  user_id: number,
  sims: readonly SimChoice[],
): Promise<Problem[]> {
  const [only] = sims
  if (only && sims.length === 1) return newWorkProblems(tx, user_id, only)
  const problems: Problem[] = []
  for (const sim of sims) problems.push(...(await newWorkProblems(tx, user_id, sim)))
  return problems.map(({ title }) => ({ title, field: 'sims' }))
}
