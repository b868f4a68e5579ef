import { sql } from 'kysely'
import { deleteCredentials } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import { startSweep } from '../messages/sweep.ts'
import { lockOwnersOf, moveOwners } from './owners.ts'
import { newWorkProblems } from './new-work.ts'
import { endPretendPhone } from './pretend.ts'
import { lockDevice, shutOut, type SimChoice } from './service.ts'

const deletedError = 'The device was deleted'
const deletedHeldError =
  'The device was deleted while its phone held the message; it may have gone out'

/**
 * Deletes a device and shuts its phone out. Its pending messages fail with that reason, or go to `move_to`, which also
 * takes over what names the device (campaigns, flows, recurring campaigns, automations); without it, those forbid the deletion.
 */
export async function deleteDevice(
  tx: Tx,
  context: Context,
  { user_id, device_id, move_to }: { user_id: number; device_id: number; move_to?: SimChoice },
): Promise<void> {
  await lockOwnersOf(tx, user_id, device_id)
  // Both, by id, as everybody else locks several.
  if (move_to && move_to.device_id < device_id) await lockHeir(tx, user_id, move_to)
  const device = await lockDevice(tx, user_id, device_id)
  const now = context.now()
  if (move_to) {
    await checkMoveTarget(tx, user_id, device_id, move_to)
    await moveOwners(tx, user_id, { device_id, sims: [1, 2, 3], to: [move_to], now, scope: 'all' })
    await sql`
      update sims set heir_device_id = ${move_to.device_id}, heir_sim_subscription_id = ${move_to.sim_subscription_id}
       where user_id = ${user_id} and heir_device_id = ${device_id}`.execute(tx)
    await startSweep(
      tx,
      user_id,
      {
        action: 'move',
        device_id,
        to_device_id: move_to.device_id,
        to_sim_subscription_id: move_to.sim_subscription_id,
      },
      now,
    )
  } else {
    await refuseWhileNamed(tx, user_id, device_id)
  }
  await shutOut(tx, context, {
    user_id,
    device_id,
    installation_id: device.installation_id,
    error: deletedHeldError,
  })
  await deleteCredentials(tx, { user_id, subject_id: device_id, kinds: ['enrolment'] })
  await endPretendPhone(tx, context, user_id, device_id)
  await tx
    .updateTable('devices')
    .set({ deleted_at: now, installation_id: null })
    .where('user_id', '=', user_id)
    .where('id', '=', device_id)
    .execute()
  if (!move_to)
    await startSweep(tx, user_id, { action: 'fail', device_id, error: deletedError }, now)
  if (move_to)
    afterCommit(tx, () =>
      context.wake.tell({ about: 'device', user_id, device_id: move_to.device_id }),
    )
}

async function lockHeir(tx: Tx, user_id: number, { device_id }: SimChoice): Promise<void> {
  await sql`
    select from devices where user_id = ${user_id} and id = ${device_id} for no key update`.execute(
    tx,
  )
}

async function checkMoveTarget(
  tx: Tx,
  user_id: number,
  device_id: number,
  move_to: SimChoice,
): Promise<void> {
  const problems =
    move_to.device_id === device_id
      ? [{ title: 'move_to must name another device than the one that is deleted.' }]
      : await newWorkProblems(tx, user_id, move_to)
  if (problems.length > 0) throw invalid(problems.map(({ title }) => ({ title, field: 'move_to' })))
}

async function refuseWhileNamed(tx: Tx, user_id: number, device_id: number): Promise<void> {
  const { rows } = await sql<{ title: string }>`
    select format('campaign %s "%s"', id, name) as title from campaigns
     where user_id = ${user_id} and deleted_at is null
       and (device_id = ${device_id} or id in (select s.campaign_id from campaign_sims s
                                                where s.user_id = ${user_id} and s.device_id = ${device_id}))
       and status in ('draft', 'scheduled', 'running', 'paused')
    union all
    select format('flow %s "%s"', id, name) from flows
     where user_id = ${user_id} and device_id = ${device_id} and deleted_at is null and is_enabled
    union all
    select format('recurring campaign %s "%s"', id, name) from recurring_campaigns
     where user_id = ${user_id} and device_id = ${device_id} and deleted_at is null and is_enabled
    union all
    select format('RSS automation %s "%s"', id, name) from rss_automations
     where user_id = ${user_id} and device_id = ${device_id} and deleted_at is null and is_enabled
    union all
    select format('SIM %s of device %s, which is being drained', s.subscription_id, s.device_id)
      from sims s join devices d on d.user_id = s.user_id and d.id = s.device_id and d.deleted_at is null
     where s.user_id = ${user_id} and s.heir_device_id = ${device_id} and s.device_id <> ${device_id}
     limit 1001`.execute(tx)
  if (rows.length === 0) return
  throw invalid(
    rows.map(({ title }) => ({
      title: `The device is still named by ${title}. Delete or move it first, or give move_to.`,
      code: 'conflict',
    })),
  )
}
