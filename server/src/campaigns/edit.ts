import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import type { Problem } from '../errors.ts'
import type { SimChoice } from '../devices/service.ts'
import { fold } from '../lib/fold.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkRevision } from '../lib/revision.ts'
import { moveTo } from '../messages/spread-chunk.ts'
import { startSweep } from '../messages/sweep.ts'
import { areGiven, type AudienceFields, type AudienceType } from '../segments/audience-fields.ts'
import { checkAudience, type ChosenAudience } from '../segments/check-audience.ts'
import { checkTemplate } from '../templates/template.ts'
import { saveChosen } from './audience.ts'
import {
  areProblems,
  simsOfChange,
  simsOfNew,
  simsProblems,
  type SimFields,
} from './choose-sims.ts'
import { checkExpected } from './expected-recipients.ts'
import { launchById } from './launch.ts'
import { lockCampaign, requireMove } from './lock.ts'
import { findSimsOf, saveSims, settleShares } from '../devices/sims-of-campaign.ts'
import { decideStart, type Start, type StartFields, type StoredStart } from './start.ts'
import { decideWindow, isWindowGiven, noWindow, type WindowFields } from './window.ts'

export type CampaignFields = StartFields &
  AudienceFields &
  SimFields &
  WindowFields & {
    name?: string
    content?: string
    footer?: boolean
    segment?: AudienceType | number
    expected_recipients?: number
  }

/** What makes a campaign by itself, and is named by it. */
export type CampaignOrigin = { recurring_campaign_id?: number; rss_automation_id?: number }

export type NewCampaign = CampaignFields & { name: string; content: string }

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
  const named = simsOfNew(fields)
  problems.addAll(areProblems(named) ? named : await simsProblems(tx, user_id, named))
  const start = decideStart(fields, null, now)
  problems.addAll(problemsOf(start))
  const window = decideWindow(fields, noWindow, { now, begins_at: beginOf(start, now) })
  problems.addAll(window.problems)
  const checked = await checkAudience(tx, user_id, fields.segment ?? 'all', fields)
  problems.addAll(checked.problems.problems, checked.problems.uncounted)
  problems.throwIfAny()

  const sims = named as SimChoice[]
  const { name, content, footer = true } = fields
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
      ...mainOf(sims),
      ...window.columns,
      created_at: now,
      ...startColumns(start as Start, now),
      ...audienceColumns(checked.audience),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveSims(tx, user_id, id, sims)
  await saveChosen(tx, context, { user_id, campaign_id: id, audience: checked.audience })
  if ((start as Start).outcome === 'launch') await launchById(tx, context, user_id, id)
  await checkExpected(tx, user_id, id, start as Start, fields.expected_recipients)
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
  const stored = await findSimsOf(tx, user_id, { id, ...campaign })
  const change = changeOf(campaign, fields)
  const moved = simsOfChange(fields, stored)
  const isWindowed = isWindowGiven(fields)
  if (change.isEdited) requireMove('edit', campaign.status)
  if (moved) requireMove('change_device', campaign.status)
  if (isWindowed) requireMove('change_window', campaign.status)
  if (!change.isEdited && !moved && !isWindowed) return

  const now = context.now()
  const problems = new ProblemList()
  problems.addAll(contentProblems(fields))
  const start = change.isEdited ? decideStart(fields, storedStart(campaign), now) : undefined
  if (start) problems.addAll(problemsOf(start))
  // A copy of an old campaign may name a device or a segment that is gone; so it can be kept, and not sent.
  const isToBeSent = start !== undefined && !Array.isArray(start) && start.outcome !== 'draft'
  const sims = moved ?? stored
  if (areProblems(sims)) problems.addAll(sims)
  else if (moved || isToBeSent) problems.addAll(await simsProblems(tx, user_id, sims))
  const begins_at = isToBeSent ? beginOf(start, now) : null
  const window = decideWindow(fields, campaign, { now, begins_at })
  problems.addAll(window.problems)
  const segment = fields.segment ?? segmentOf(campaign)
  const isChecked = change.hasAudience || (isToBeSent && typeof segment === 'number')
  const checked = isChecked ? await checkAudience(tx, user_id, segment, fields) : undefined
  if (checked) problems.addAll(checked.problems.problems, checked.problems.uncounted)
  problems.throwIfAny()

  const decided = start as Start | undefined
  await tx
    .updateTable('campaigns')
    .set({
      ...(moved ? mainOf(moved as SimChoice[]) : {}),
      ...window.columns,
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
  if (moved) await moveQueued(tx, context, { user_id, id, to: moved as SimChoice[] })
  if (decided?.outcome === 'launch') await launchById(tx, context, user_id, id)
  if (decided) await checkExpected(tx, user_id, id, decided, fields.expected_recipients)
}

type Locked = Awaited<ReturnType<typeof lockCampaign>>

/** What of a campaign a request changes. A segment that is named again as it is brings its ids or filters anew. */
function changeOf(campaign: Locked, fields: CampaignFields) {
  const segment = fields.segment ?? segmentOf(campaign)
  const hasAudience =
    segment !== segmentOf(campaign) || (typeof segment === 'string' && areGiven(fields, segment))
  const { name, content, footer, send, save, is_scheduled, scheduled_datetime } = fields
  const others = [name, content, footer, send, save, is_scheduled, scheduled_datetime]
  return {
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

/** When a campaign is to be sent; null for a draft. */
function beginOf(start: Start | Problem[] | undefined, now: Date): Date | null {
  if (start === undefined || Array.isArray(start) || start.outcome === 'draft') return null
  return start.outcome === 'launch' ? now : start.scheduled_at
}

/** What clients with one SIM read and write. */
function mainOf([main]: readonly SimChoice[]): SimChoice {
  if (!main) throw new Error('a campaign has a SIM')
  const { device_id, sim_subscription_id } = main
  return { device_id, sim_subscription_id }
}

/** What no phone has taken yet goes to the SIMs that the campaign has from now on. */
async function moveQueued(
  tx: Tx,
  context: Context,
  { user_id, id, to }: { user_id: number; id: number; to: SimChoice[] },
): Promise<void> {
  const now = context.now()
  await saveSims(tx, user_id, id, to)
  const { total_pending: messages } = await tx
    .selectFrom('campaigns')
    .select('total_pending')
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const shares = await settleShares(tx, user_id, id, { messages, now })
  await startSweep(tx, user_id, { action: 'move', campaign_id: id, ...moveTo(to, shares) }, now)
}
