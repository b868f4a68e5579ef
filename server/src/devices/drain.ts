import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { moveTo } from '../messages/spread-chunk.ts'
import { startSweep } from '../messages/sweep.ts'
import { lockOwnersOf, moveOwners } from './owners.ts'
import { newWorkProblems } from './new-work.ts'
import type { SimChoice } from './service.ts'
import { writeSim } from './sim-choice.ts'
import { shareOfSims } from './spread.ts'

const allSims = 3

/**
 * Moves what waits on some SIMs of a device to others, in one step: at once for the first thousands, and then chunk by
 * chunk. Draining goes further: everything that names the SIMs names the others from now on, and nothing new comes to them.
 */
export async function moveDevice(
  tx: Tx,
  context: Context,
  options: {
    user_id: number
    device_id: number
    sims: readonly number[]
    to: readonly SimChoice[]
    isDraining: boolean
  },
): Promise<void> {
  const { user_id, device_id, sims, to, isDraining } = options
  const now = context.now()
  await lockOwnersOf(tx, user_id, device_id)
  const messages = await lockDevices(
    tx,
    user_id,
    [device_id, ...to.map((sim) => sim.device_id)],
    device_id,
  )
  await checkTargets(tx, options)
  await moveOwners(tx, user_id, {
    device_id,
    sims,
    to,
    now,
    scope: isDraining ? 'all' : 'under way',
  })
  if (isDraining) await setHeir(tx, user_id, options)
  const shares = to.length > 1 ? await shareOfSims(tx, user_id, to, { messages, now }) : []
  const target = moveTo(to, shares)
  for (const from of sims.length === allSims ? [null] : sims)
    await startSweep(
      tx,
      user_id,
      { action: 'move', device_id, ...target, from_sim_subscription_id: from },
      now,
    )
  afterCommit(tx, () => {
    context.wake.tell({ about: 'engine' })
    for (const sim of to) context.wake.tell({ about: 'device', user_id, device_id: sim.device_id })
  })
}

/** All of them, by id, as everybody else locks several. How much is pending on the one that is left. */
async function lockDevices(
  tx: Tx,
  user_id: number,
  ids: readonly number[],
  device_id: number,
): Promise<number> {
  const { rows } = await sql<{ id: number; total_pending: number }>`
    select id, total_pending from devices
     where user_id = ${user_id} and id = any(${ids}::bigint[]) and deleted_at is null
     order by id for no key update`.execute(tx)
  const device = rows.find(({ id }) => id === device_id)
  if (!device) throw notFound(`There is no device ${device_id}.`)
  return device.total_pending
}

async function checkTargets(
  tx: Tx,
  options: {
    user_id: number
    device_id: number
    sims: readonly number[]
    to: readonly SimChoice[]
  },
): Promise<void> {
  const { user_id, device_id, sims, to } = options
  const problems = new ProblemList()
  for (const sim of to) {
    const isLeft = sim.device_id === device_id && sims.includes(sim.sim_subscription_id)
    const titles = isLeft
      ? [`${writeSim(sim)} is what is being left. Name another SIM.`]
      : (await newWorkProblems(tx, user_id, sim)).map(({ title }) => title)
    for (const title of titles) problems.add({ title, field: 'to' })
  }
  problems.throwIfAny()
}

/** From now on the first of the others stands for the SIMs, and for those whose heirs they were. */
async function setHeir(
  tx: Tx,
  user_id: number,
  { device_id, sims, to }: { device_id: number; sims: readonly number[]; to: readonly SimChoice[] },
): Promise<void> {
  const [heir] = to
  if (!heir) return
  await sql`
    update sims s
       set is_draining = true, heir_device_id = ${heir.device_id}, heir_sim_subscription_id = ${heir.sim_subscription_id}
     where s.user_id = ${user_id}
       and (s.device_id = ${device_id} and s.subscription_id = any(${sims}::smallint[])
            or s.heir_device_id = ${device_id} and s.heir_sim_subscription_id = any(${sims}::smallint[]))`.execute(
    tx,
  )
}
