import type { paths } from '../api/schema.generated.ts'

export type Campaign =
  paths['/api/campaigns/{id}']['get']['responses']['200']['content']['application/json']['data']
export type CampaignChange = paths['/api/campaigns/{id}']['post']['requestBody'] extends infer Body
  ? Body extends { content: { 'application/json'?: infer Json } }
    ? NonNullable<Json>
    : never
  : never

/** What the editor edits, as its fields hold it. Who is chosen one by one is stored at once and is not in it. */
export type Draft = {
  name: string
  content: string
  footer: boolean
  /** `all`, `filter`, `custom`, `bulk`, or the id of a segment. */
  segment: string
  /** Devices and SIMs: `1:1`. */
  sims: readonly string[]
  is_scheduled: boolean
  /** As the API writes it; null while no time has been chosen. */
  scheduled_datetime: string | null
  expires_datetime: string | null
  quiet_hours: 'account' | 'own' | 'off'
  quiet_hours_start: string | null
  quiet_hours_end: string | null
}

export type DraftField = keyof Draft

export function draftOf(campaign: Campaign): Draft {
  // Until a time is set the API shows the time of the creation.
  const isTimeSet = campaign.scheduled_datetime !== campaign.datetime
  const { quiet_hours } = campaign
  return {
    name: campaign.name,
    content: campaign.content,
    footer: campaign.footer,
    segment: campaign.segment,
    sims: campaign.sims,
    is_scheduled: Number((campaign.settings as { is_scheduled?: number }).is_scheduled ?? 0) === 1,
    scheduled_datetime: isTimeSet ? campaign.scheduled_datetime : null,
    expires_datetime: campaign.expires_datetime,
    quiet_hours: quiet_hours === 'own' || quiet_hours === 'off' ? quiet_hours : 'account',
    quiet_hours_start: campaign.quiet_hours_start,
    quiet_hours_end: campaign.quiet_hours_end,
  }
}

/** The fields in which one differs from the other. */
export function changedFields(base: Draft, values: Draft): DraftField[] {
  // The keys of a draft are those of its type.
  const fields = Object.keys(base) as DraftField[]
  return fields.filter((field) => !isSame(base[field], values[field]))
}

function isSame(one: Draft[DraftField], other: Draft[DraftField]): boolean {
  return Array.isArray(one) && Array.isArray(other) ? one.join() === other.join() : one === other
}

/** What a request says of some of the fields. Those of the quiet hours go together, as they mean something together. */
export function changeOf(values: Draft, fields: readonly DraftField[]): CampaignChange {
  const change: CampaignChange = {}
  if (fields.includes('name')) change.name = values.name
  if (fields.includes('content')) change.content = values.content
  if (fields.includes('footer')) change.footer = values.footer
  if (fields.includes('segment')) change.segment = values.segment
  if (fields.includes('sims')) change.sims = values.sims.join(',')
  if (fields.includes('is_scheduled')) change.is_scheduled = values.is_scheduled
  if (fields.includes('scheduled_datetime') && values.scheduled_datetime !== null)
    change.scheduled_datetime = values.scheduled_datetime
  if (fields.includes('expires_datetime')) change.expires_datetime = values.expires_datetime ?? ''
  if (fields.some((field) => field.startsWith('quiet_hours'))) {
    change.quiet_hours = values.quiet_hours
    if (values.quiet_hours === 'own') {
      change.quiet_hours_start = values.quiet_hours_start ?? ''
      change.quiet_hours_end = values.quiet_hours_end ?? ''
    }
  }
  return change
}

/** Whether a field can be stored as it stands; it may be typed all the same. */
export function isStorable(values: Draft, field: DraftField): boolean {
  if (field === 'name') return values.name.trim() !== ''
  if (field === 'content') return values.content !== ''
  if (field === 'sims') return values.sims.length > 0
  if (!field.startsWith('quiet_hours') || values.quiet_hours !== 'own') return true
  return values.quiet_hours_start !== null && values.quiet_hours_end !== null
}

export type Merge = {
  /** Mine where only I changed, theirs where only they did, mine where both did. */
  values: Draft
  /** The fields that both changed, and not to the same. */
  both: DraftField[]
}

/** Two who edited the same draft: what each changed since they both read it, put together. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merge {
  const byMe = changedFields(base, mine)
  const both = changedFields(base, theirs).filter(
    (field) => byMe.includes(field) && !isSame(mine[field], theirs[field]),
  )
  return { values: { ...theirs, ...pick(mine, byMe) }, both }
}

export function pick(values: Draft, fields: readonly DraftField[]): Partial<Draft> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]))
}

/** Whom the preview is to count: what is typed where it says all, else what is stored with the draft. */
export function audienceOf(
  values: Draft,
  id: number,
): { segment: string } | { campaign_id: number } {
  const isStored = ['custom', 'bulk', 'filter'].includes(values.segment)
  return isStored ? { campaign_id: id } : { segment: values.segment }
}
