import { campaignWords } from '../words/campaigns.ts'
import { instantOf } from '../words/formats.ts'
import type { Campaign } from './queries.ts'

// What a row and the page of a campaign say, decided from what the API tells.

/** The status that is shown: one that is sent but held back waits. */
export function markOf({ status, hold }: Campaign): string {
  return status === 'processing' && hold != null ? 'held' : status
}

/** The reason why it waits, in words. */
export function whyHeld(hold: NonNullable<Campaign['hold']>): string {
  const { reason, device_name, sim_subscription_id } = hold
  return campaignWords.hold({ reason, device: device_name, sim: sim_subscription_id })
}

/** Seconds between two moments of the API. */
export function secondsBetween(from: string, to: string | Date): number {
  const end = typeof to === 'string' ? instantOf(to) : to
  return Math.max(0, Math.round((end.getTime() - instantOf(from).getTime()) / 1000))
}

export function secondsUntil(datetime: string, now: Date): number {
  return Math.max(0, Math.round((instantOf(datetime).getTime() - now.getTime()) / 1000))
}

/** Whether something of it has left, or was to leave. */
export function hasStarted({ status, started_datetime }: Campaign): boolean {
  return started_datetime !== null && status !== 'draft' && status !== 'scheduled'
}

/** Whom it is made for, where the name of a segment is not at hand. */
export function madeFor({ segment }: Campaign): string {
  const { all, filter, chosen, segment: saved } = campaignWords.madeFor
  if (segment === 'all') return all
  if (segment === 'filter') return filter
  return segment === 'custom' || segment === 'bulk' ? chosen : saved
}

/** The bar of a campaign and its legend. */
export function partsOf(campaign: Campaign) {
  const delivered = campaign.total_delivered_sms ?? 0
  return {
    delivered,
    sent: Math.max(0, campaign.total_sent_sms - delivered),
    failed: campaign.total_failed_sms,
    cancelled: campaign.total_cancelled_sms ?? 0,
    waiting: campaign.total_pending_sms,
  }
}

/** From so many of a hundred on something is wrong. */
export const badFailed = 0.05
export const badOptedOut = 0.015
