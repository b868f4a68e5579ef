import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import type { Problem } from '../errors.ts'
import { deviceProblems, type SimChoice } from '../devices/service.ts'
import { fold } from '../lib/fold.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { startSweep } from '../messages/sweep.ts'
import { areGiven, type AudienceFields, type AudienceType } from '../segments/audience-fields.ts'
import { checkAudience, type ChosenAudience } from '../segments/check-audience.ts'
import { checkTemplate } from '../templates/template.ts'
import { saveChosen } from './audience.ts'
import { launchById } from './launch.ts'
import { lockCampaign, requireMove } from './lock.ts'
import { decideStart, type Start, type StartFields, type StoredStart } from './start.ts'

export type CampaignFields = StartFields &
  AudienceFields & {
    name?: string
    content?: string
    footer?: boolean
    device_id?: number
    sim_subscription_id?: number
    segment?: AudienceType | number
  }

/** What makes a campaign by itself, and is named by it. */
export type CampaignOrigin = { recurring_campaign_id?: number; rss_automation_id?: number }

export type NewCampaign = CampaignFields & { name: string; content: string } & SimChoice

export async function createCampaign(
  tx: Tx,
  context: Context,
  user_id: number,
  fields: NewCampaign,
  origin: CampaignOrigin = {},
): Promise<number> {
  const now = context.now()
  const problems = new ProblemList()
  problems.addAll(contentProblems(fields))
  problems.addAll(await deviceProblems(tx, user_id, fields))
  const start = decideStart(fields, null, now)
  problems.addAll(problemsOf(start))
  const checked = await checkAudience(tx, user_id, fields.segment ?? 'all', fields)
  problems.addAll(checked.problems.problems, checked.problems.uncounted)
  problems.throwIfAny()

  const { name, content, footer = true, device_id, sim_subscription_id } = fields
  const { id } = await tx
    .insertInto('campaigns')
    .values({
      user_id,
      ...origin,
      name,
      name_folded: fold(name),
      content,
      content_folded: fold(content),
      has_footer: footer,
      device_id,
      sim_subscription_id,
      created_at: now,
      ...startColumns(start as Start, now),
      ...audienceColumns(checked.audience),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveChosen(tx, context, { user_id, campaign_id: id, audience: checked.audience })
  if ((start as Start).outcome === 'launch') await launchById(tx, context, user_id, id)
  return id
}

/** Changes what may be changed in the present state, and schedules, launches or takes back to a draft as asked. */
export async function updateCampaign(
  tx: Tx,
  context: Context,
  options: { user_id: number; id: number; fields: CampaignFields; expected_revision?: number },
): Promise<void> {
  const { user_id, id, fields, expected_revision } = options
  const campaign = await lockCampaign(tx, user_id, id)
  checkRevision(campaign.revision, expected_revision)
  const change = changeOf(campaign, fields)
  if (change.isEdited) requireMove('edit', campaign.status)
  if (change.isMoved) requireMove('change_device', campaign.status)
  if (!change.isEdited && !change.isMoved) return

  const now = context.now()
  const problems = new ProblemList()
  problems.addAll(contentProblems(fields))
  const start = change.isEdited ? decideStart(fields, storedStart(campaign), now) : undefined
  if (start) problems.addAll(problemsOf(start))
  // A copy of an old campaign may name a device or a segment that is gone; so it can be kept, and not sent.
  const isToBeSent = start !== undefined && !Array.isArray(start) && start.outcome !== 'draft'
  if (change.isMoved || isToBeSent) problems.addAll(await deviceProblems(tx, user_id, change.sim))
  const segment = fields.segment ?? segmentOf(campaign)
  const isChecked = change.hasAudience || (isToBeSent && typeof segment === 'number')
  const checked = isChecked ? await checkAudience(tx, user_id, segment, fields) : undefined
  if (checked) problems.addAll(checked.problems.problems, checked.problems.uncounted)
  problems.throwIfAny()

  const decided = start as Start | undefined
  await tx
    .updateTable('campaigns')
    .set({
      ...change.sim,
      ...textColumns(fields),
      ...(decided ? startColumns(decided, campaign.scheduled_at) : {}),
      ...(checked ? audienceColumns(checked.audience) : {}),
      revision: sql<number>`revision + 1`,
      changed_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  if (checked)
    await saveChosen(tx, context, { user_id, campaign_id: id, audience: checked.audience })
  if (change.isMoved) await moveQueued(tx, context, { user_id, id, to: change.sim })
  if (decided?.outcome === 'launch') await launchById(tx, context, user_id, id)
}

type Locked = Awaited<ReturnType<typeof lockCampaign>>

/** What of a campaign a request changes. A segment that is named again as it is brings its ids or filters anew. */
function changeOf(campaign: Locked, fields: CampaignFields) {
  const { device_id = campaign.device_id, sim_subscription_id = campaign.sim_subscription_id } =
    fields
  const isMoved =
    device_id !== campaign.device_id || sim_subscription_id !== campaign.sim_subscription_id
  const segment = fields.segment ?? segmentOf(campaign)
  const hasAudience =
    segment !== segmentOf(campaign) || (typeof segment === 'string' && areGiven(fields, segment))
  const { name, content, footer, send, save, is_scheduled, scheduled_datetime } = fields
  const others = [name, content, footer, send, save, is_scheduled, scheduled_datetime]
  return {
    sim: { device_id, sim_subscription_id },
    isMoved,
    hasAudience,
    isEdited: hasAudience || others.some((one) => one !== undefined),
  }
}

function segmentOf({ audience_type, segment_id }: Locked): AudienceType | number {
  // The table's check: a campaign to a segment names it.
  return audience_type === 'segment' ? (segment_id as number) : audience_type
}

/** No time has been set yet while the creation stands for it. */
function storedStart(campaign: Locked): StoredStart {
  const isUnset = campaign.scheduled_at.getTime() === campaign.created_at.getTime()
  return { ...campaign, scheduled_at: isUnset ? null : campaign.scheduled_at }
}

function contentProblems({ content }: CampaignFields): Problem[] {
  return content === undefined
    ? []
    : checkTemplate(content).map((one) => ({ ...one, field: 'content' }))
}

function problemsOf(start: Start | Problem[]): Problem[] {
  return Array.isArray(start) ? start : []
}

function textColumns({ name, content, footer }: CampaignFields) {
  return {
    ...(name === undefined ? {} : { name, name_folded: fold(name) }),
    ...(content === undefined ? {} : { content, content_folded: fold(content) }),
    ...(footer === undefined ? {} : { has_footer: footer }),
  }
}

/** A campaign that is to be launched is a draft until it is. */
function startColumns({ outcome, is_scheduled, scheduled_at }: Start, otherwise: Date) {
  const status = outcome === 'scheduled' ? ('scheduled' as const) : ('draft' as const)
  return { is_scheduled, scheduled_at: scheduled_at ?? otherwise, status }
}

function audienceColumns(audience: ChosenAudience) {
  return {
    audience_type: audience.type,
    segment_id: audience.type === 'segment' ? audience.segment_id : null,
    filter: audience.type === 'filter' ? JSON.stringify(audience.filter) : null,
  }
}

async function moveQueued(
  tx: Tx,
  context: Context,
  { user_id, id, to }: { user_id: number; id: number; to: SimChoice },
): Promise<void> {
  await startSweep(
    tx,
    user_id,
    {
      action: 'move',
      campaign_id: id,
      to_device_id: to.device_id,
      to_sim_subscription_id: to.sim_subscription_id,
    },
    context.now(),
  )
}
