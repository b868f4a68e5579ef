import { sql } from 'kysely'
import { deleteCredentials } from '../accounts/credentials.ts'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { invalid } from '../errors.ts'
import { lockCampaignsOf } from '../messages/lock-owners.ts'
import { pendingStatuses } from '../messages/status.ts'
import { startSweep } from '../messages/sweep.ts'
import { deviceProblems, lockDevice, shutOut, type SimChoice } from './service.ts'

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
  await lockMakers(tx, user_id, device_id)
  await lockNamedAndPending(tx, user_id, device_id)
  // Both, by id, as everybody else locks several.
  if (move_to && move_to.device_id < device_id) await lockHeir(tx, user_id, move_to)
  const device = await lockDevice(tx, user_id, device_id)
  const now = context.now()
  if (move_to) {
    await checkMoveTarget(tx, user_id, device_id, move_to)
    await moveOwners(tx, user_id, device_id, move_to)
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

/** What makes campaigns by itself: locked before the campaigns, as its runs do. */
const makers = ['recurring_campaigns', 'rss_automations'] as const

async function lockMakers(tx: Tx, user_id: number, device_id: number): Promise<void> {
  for (const table of makers) {
    await sql`
      select from ${sql.table(table)} where user_id = ${user_id} and device_id = ${device_id}
       order by id for update`.execute(tx)
  }
}

/** The campaigns and flows that name the device or have something pending on it, before the device itself. */
async function lockNamedAndPending(tx: Tx, user_id: number, device_id: number): Promise<void> {
  await lockCampaignsOf(
    tx,
    user_id,
    sql`
      select m.campaign_id, m.flow_id, m.device_id from messages m
       where m.user_id = ${user_id} and m.device_id = ${device_id} and m.status in ${pendingStatuses}
      union all
      select c.id, null, null from campaigns c where c.user_id = ${user_id} and c.device_id = ${device_id}
      union all
      select null, f.id, null from flows f where f.user_id = ${user_id} and f.device_id = ${device_id}`,
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
      : await deviceProblems(tx, user_id, move_to)
  if (problems.length > 0) throw invalid(problems.map(({ title }) => ({ title, field: 'move_to' })))
}

/** What names the device follows it; their own folders could not ask for it without a cycle. */
async function moveOwners(
  tx: Tx,
  user_id: number,
  device_id: number,
  to: SimChoice,
): Promise<void> {
  for (const table of [...makers, 'campaigns', 'flows'] as const) {
    await tx
      .updateTable(table)
      .set({
        device_id: to.device_id,
        sim_subscription_id: to.sim_subscription_id,
        revision: sql<number>`revision + 1`,
      })
      .where('user_id', '=', user_id)
      .where('device_id', '=', device_id)
      .where('deleted_at', 'is', null)
      .$if(table === 'campaigns', (query) =>
        query.where(sql<boolean>`status in ('draft', 'scheduled', 'running', 'paused')`),
      )
      .execute()
  }
}

async function refuseWhileNamed(tx: Tx, user_id: number, device_id: number): Promise<void> {
  const { rows } = await sql<{ title: string }>`
    select format('campaign %s "%s"', id, name) as title from campaigns
     where user_id = ${user_id} and device_id = ${device_id} and deleted_at is null
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
     limit 1001`.execute(tx)
  if (rows.length === 0) return
  throw invalid(
    rows.map(({ title }) => ({
      title: `The device is still named by ${title}. Delete or move it first, or give move_to.`,
      code: 'conflict',
    })),
  )
}
