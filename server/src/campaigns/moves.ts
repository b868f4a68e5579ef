import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { afterCommit, type Tx } from '../db/transaction.ts'
import { conflict, notFound } from '../errors.ts'
import { startSweep } from '../messages/sweep.ts'
import { tellPhones } from '../messages/tell.ts'
import { launchById } from './launch.ts'
import { lockCampaign, requireMove, setStatus } from './lock.ts'
import { allows } from './status.ts'

const cancelledError = 'The campaign was cancelled'
const deletedError = 'The campaign was deleted'

export async function pauseCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await lockCampaign(tx, user_id, id)
  requireMove('pause', campaign.status)
  await setStatus(tx, context, user_id, id, {
    status: 'paused',
    paused_from: campaign.status === 'scheduled' ? 'scheduled' : 'running',
  })
}

/** Back to where it was; a scheduled one whose time has passed meanwhile is launched at once. */
export async function resumeCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await lockCampaign(tx, user_id, id)
  requireMove('resume', campaign.status)
  if (campaign.held_reason !== null) {
    throw conflict(`${campaign.held_reason} Release the campaign or cancel it.`, 'status')
  }
  await goOn(tx, context, user_id, id, campaign)
}

/** Lets a campaign that came back from a backup go on, though some of it may have been sent since. */
export async function releaseCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await lockCampaign(tx, user_id, id)
  requireMove('release', campaign.status)
  if (campaign.held_reason === null) {
    throw conflict('This campaign is not held. Resume it to go on.', 'status')
  }
  await goOn(tx, context, user_id, id, campaign)
}

type Paused = Awaited<ReturnType<typeof lockCampaign>>

async function goOn(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
  campaign: Paused,
): Promise<void> {
  const free = { paused_from: null, held_reason: null }
  if (campaign.paused_from === 'scheduled' && campaign.scheduled_at <= context.now()) {
    await setStatus(tx, context, user_id, id, { status: 'scheduled', ...free })
    return launchById(tx, context, user_id, id)
  }
  await setStatus(tx, context, user_id, id, {
    status: campaign.paused_from ?? 'running',
    ...free,
  })
  afterCommit(tx, () => {
    context.wake.tell({ about: 'engine' })
    context.wake.tell({ about: 'device', user_id, device_id: campaign.device_id })
  })
}

/** What is pending is cancelled, the first thousands at once; nothing more leaves from this moment on. */
export async function cancelCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await lockCampaign(tx, user_id, id)
  requireMove('cancel', campaign.status)
  const now = context.now()
  await setStatus(tx, context, user_id, id, {
    status: 'cancelled',
    paused_from: null,
    held_reason: null,
    finished_at: now,
  })
  await cancelPending(tx, context, { user_id, id, error: cancelledError })
}

/** Hides a campaign. Its pending messages are withdrawn; all of them stay in the list of texts. */
export async function deleteCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  const campaign = await lockCampaign(tx, user_id, id)
  const now = context.now()
  await tx
    .updateTable('campaigns')
    .set({
      deleted_at: now,
      ...(allows('cancel', campaign.status)
        ? {
            status: 'cancelled' as const,
            paused_from: null,
            held_reason: null,
            finished_at: now,
          }
        : {}),
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  await cancelPending(tx, context, { user_id, id, error: deletedError })
  // A chunk whose messages are just being made is left: its maker waits for this campaign, finds it gone and stops.
  await sql`
    delete from campaign_audiences
     where user_id = ${user_id} and campaign_id = ${id} and (kind, chunk) in
           (select kind, chunk from campaign_audiences
             where user_id = ${user_id} and campaign_id = ${id} for update skip locked)`.execute(tx)
}

/** A new draft with the same text, audience, SIMs and quiet hours. It does not expire. */
export async function duplicateCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<number> {
  await lockCampaign(tx, user_id, id)
  const now = context.now()
  const { rows } = await sql<{ id: number }>`
    insert into campaigns (user_id, name, name_folded, content, content_folded, device_id, sim_subscription_id, audience_type,
                           segment_id, filter, has_footer, quiet_hours, quiet_hours_start, quiet_hours_end, created_at,
                           scheduled_at)
    select user_id, left(name, 248) || ' (copy)', left(name_folded, 248) || ' (copy)', content, content_folded, device_id,
           sim_subscription_id, audience_type, segment_id, filter, has_footer, quiet_hours, quiet_hours_start, quiet_hours_end,
           ${now}, ${now}
      from campaigns where user_id = ${user_id} and id = ${id}
    returning id`.execute(tx)
  const copy = rows[0]?.id
  if (copy === undefined) throw notFound(`There is no campaign ${id}.`)
  await sql`
    insert into campaign_audiences (user_id, campaign_id, kind, chunk, contact_ids)
    select user_id, ${copy}, kind, chunk, contact_ids from campaign_audiences
     where user_id = ${user_id} and campaign_id = ${id} and kind = 'chosen'`.execute(tx)
  await sql`
    insert into campaign_sims (user_id, campaign_id, device_id, sim_subscription_id, place)
    select user_id, ${copy}, device_id, sim_subscription_id, place from campaign_sims
     where user_id = ${user_id} and campaign_id = ${id}`.execute(tx)
  return copy
}

async function cancelPending(
  tx: Tx,
  context: Context,
  { user_id, id, error }: { user_id: number; id: number; error: string },
): Promise<void> {
  const { withdrawn } = await startSweep(
    tx,
    user_id,
    { action: 'cancel', campaign_id: id, error },
    context.now(),
  )
  tellPhones(tx, context, user_id, withdrawn)
  afterCommit(tx, () => context.wake.tell({ about: 'engine' }))
}
