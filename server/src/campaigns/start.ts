import type { CampaignStatus } from '../db/schema.generated.ts'
import type { Problem } from '../errors.ts'

/** What a request says about when to send; undefined is not said. */
export type StartFields = {
  send?: boolean
  save?: boolean
  is_scheduled?: boolean
  scheduled_datetime?: Date
}

/** What is stored already; of a new campaign nothing is. */
export type StoredStart = {
  status: CampaignStatus
  is_scheduled: boolean
  scheduled_at: Date | null
}

export type Start = {
  /** What the campaign is to be: `draft`, `scheduled` or launched now. */
  outcome: 'draft' | 'scheduled' | 'launch'
  is_scheduled: boolean
  scheduled_at: Date | null
}

/**
 * What becomes of a draft or scheduled campaign by a request. A slip must not send now: a time without `is_scheduled`,
 * and `is_scheduled` without a time, are refused when sending. Looks at the campaign as it would then be.
 */
export function decideStart(
  given: StartFields,
  stored: StoredStart | null,
  now: Date,
): Start | Problem[] {
  const is_scheduled = given.is_scheduled ?? stored?.is_scheduled ?? false
  const scheduled_at = given.scheduled_datetime ?? stored?.scheduled_at ?? null
  if (given.send && given.save) {
    return [
      {
        title: 'send and save cannot both be set: a campaign is either sent or saved as a draft.',
        field: 'save',
      },
    ]
  }
  if (given.send) {
    if (is_scheduled && scheduled_at === null) {
      return [
        {
          title: 'scheduled_datetime is required when is_scheduled is set.',
          field: 'scheduled_datetime',
        },
      ]
    }
    if (!is_scheduled && scheduled_at !== null && given.is_scheduled === undefined) {
      return [
        {
          title:
            'There is a scheduled_datetime, but is_scheduled is not set. Set is_scheduled=1 to send then, or is_scheduled=0 to send now.',
          field: 'is_scheduled',
        },
      ]
    }
  }
  const isDue = !is_scheduled || scheduled_at === null || scheduled_at <= now
  if (given.send) return { outcome: isDue ? 'launch' : 'scheduled', is_scheduled, scheduled_at }
  const staysScheduled = stored?.status === 'scheduled' && !given.save && is_scheduled
  if (staysScheduled) return { outcome: isDue ? 'launch' : 'scheduled', is_scheduled, scheduled_at }
  return { outcome: 'draft', is_scheduled, scheduled_at }
}
