import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import type { SimChoice } from '../devices/service.ts'
import { ProblemList } from '../lib/problem-list.ts'
import { checkAudience } from '../segments/check-audience.ts'
import { checkTemplate } from '../templates/template.ts'
import { areProblems, simsOfNew, simsProblems } from './choose-sims.ts'
import type { CampaignFields } from './edit.ts'
import type { AudienceToPreview } from './preview-audience.ts'
import type { Previewed } from './preview.ts'
import { decideStart } from './start.ts'
import { decideWindow, noWindow } from './window.ts'

const shownMax = 100

export type PreviewFields = CampaignFields & {
  campaign_id?: number
  preview_contacts_ids?: number[]
}

/**
 * What a request wants to see before it creates a campaign. What is given is checked as if it were created, and all that
 * is wrong said at once; what is not given yet is no mistake, but noted.
 */
export async function checkPreview(
  tx: Tx,
  context: Context,
  user_id: number,
  fields: PreviewFields,
): Promise<Previewed> {
  const { content, footer = true, preview_contacts_ids: contact_ids } = fields
  const now = context.now()
  const problems = new ProblemList()
  if (content !== undefined)
    problems.addAll(checkTemplate(content).map((one) => ({ ...one, field: 'content' })))
  const missing = missingOf(fields)
  const named = hasSims(fields) ? simsOfNew(fields) : []
  problems.addAll(areProblems(named) ? named : await simsProblems(tx, user_id, named))
  const start = decideStart(fields, null, now)
  if (Array.isArray(start)) problems.addAll(start)
  const scheduled = Array.isArray(start) ? null : start.scheduled_at
  const starts_at = fields.is_scheduled && scheduled && scheduled > now ? scheduled : now
  const window = decideWindow(fields, noWindow, { now, begins_at: starts_at })
  problems.addAll(window.problems)
  const { audience, problems: ofAudience } = await audienceToPreview(tx, user_id, fields)
  problems.addAll(ofAudience.problems, ofAudience.uncounted)
  if (contact_ids && contact_ids.length > shownMax) {
    const title = `preview_contacts_ids may have at most ${shownMax} ids.`
    problems.add({ title, field: 'preview_contacts_ids' })
  }
  problems.throwIfAny()
  const { expires_at, ...quiet } = window.columns
  return {
    content,
    footer,
    // Without a problem they are SIMs.
    sims: named as SimChoice[],
    audience,
    quiet,
    starts_at,
    expires_at,
    contact_ids,
    missing_fields: missing,
  }
}

/** As it is given; without a `segment`, as it is stored with a campaign that is named. */
async function audienceToPreview(
  tx: Tx,
  user_id: number,
  fields: PreviewFields,
): Promise<{ audience: AudienceToPreview; problems: ProblemList }> {
  const { campaign_id, segment } = fields
  if (campaign_id === undefined || segment !== undefined)
    return checkAudience(tx, user_id, segment ?? 'all', fields)
  const problems = new ProblemList()
  const campaign = await tx
    .selectFrom('campaigns')
    .select(['id', 'audience_type', 'segment_id', 'filter'])
    .where('user_id', '=', user_id)
    .where('id', '=', campaign_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (campaign?.audience_type === 'all') return { audience: { type: 'all' }, problems }
  if (campaign) return { audience: { type: 'stored', campaign }, problems }
  problems.add({ title: `There is no campaign ${campaign_id}.`, field: 'campaign_id' })
  return { audience: { type: 'all' }, problems }
}

function hasSims({ sims, device_id, sim_subscription_id }: PreviewFields): boolean {
  return sims !== undefined || (device_id !== undefined && sim_subscription_id !== undefined)
}

function missingOf(fields: PreviewFields): string[] {
  const needed =
    fields.sims === undefined
      ? (['name', 'content', 'device_id', 'sim_subscription_id'] as const)
      : (['name', 'content'] as const)
  return needed.filter((field) => fields[field] === undefined)
}
