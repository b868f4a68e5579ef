import { slowLevelAt } from '../devices/pace.ts'
import type { Lane } from './lanes.ts'

/** Why nothing of a campaign leaves, though nobody has paused it. */
export const holdReasons = [
  'restored',
  'sending_held',
  'phone_missing',
  'phone_offline',
  'phone_paused',
  'quiet_hours',
  'month_limit',
  'day_limit',
  'hour_limit',
  'slowed_down',
] as const
export type HoldReason = (typeof holdReasons)[number]

export type Hold = {
  reason: HoldReason
  /** Null where it ends when somebody does something. */
  until: Date | null
  device_id: number | null
  device_name: string | null
  sim_subscription_id: number | null
}

/** What is over sooner than that is the pace. */
const shortMs = 90_000

/** What holds back one SIM of a campaign; null when it sends. */
export function holdOfLane(lane: Lane, now: Date): Hold | null {
  const { device_id, device_name, sim_subscription_id } = lane
  const at = (reason: HoldReason, until: Date | null) => ({
    reason,
    until,
    device_id,
    device_name,
    sim_subscription_id,
  })
  if (lane.is_held) return hold('sending_held')
  if (!lane.is_connected) return at('phone_missing', null)
  if (lane.is_paused) return at('phone_paused', null)
  if (lane.is_offline) return at('phone_offline', null)
  if (lane.first_at !== null && lane.first_at > now) return hold('quiet_hours', lane.first_at)
  const limit = limitReached(lane)
  if (limit) return at(`${limit}_limit`, lane.ends[limit])
  const next = lane.next_release_at
  const isSlow = slowLevelAt(lane, now.getTime()) > 0
  if (isSlow && next !== null && next.getTime() - now.getTime() > shortMs)
    return at('slowed_down', next)
  return null
}

/**
 * Why a campaign waits, by what holds its SIMs: null while one of them sends. Of several reasons, the one that ends first.
 * Only SIMs count that have something to send; when all is in the hands of phones, only whether these can be reached.
 */
export function holdOf(lanes: readonly Lane[], now: Date): Hold | null {
  const queued = lanes.filter(({ first_at }) => first_at !== null)
  const holds = (queued.length > 0 ? queued : lanes).map((lane) => holdOfLane(lane, now))
  const known = holds.filter((one) => one !== null)
  if (known.length === 0 || known.length < holds.length) return null
  const [first] = known.toSorted((one, other) => endOf(one) - endOf(other))
  if (!first) return null
  const isOfPhones = ['phone_missing', 'phone_offline', 'sending_held'].includes(first.reason)
  return queued.length > 0 || isOfPhones ? first : null
}

/** Of one that came back from a backup: a person has to let it go. */
export const restoredHold = hold('restored')

/** A sentence for those who have no words of their own. */
export function sentenceOfHold({ reason, device_name, sim_subscription_id }: Hold): string {
  const sim = `SIM ${sim_subscription_id} of ${device_name}`
  return {
    restored: 'It came back from a backup and may have been sent since; release or cancel it.',
    sending_held: 'All sending of the account is held.',
    phone_missing: `No phone has been connected to ${device_name} yet.`,
    phone_offline: `The phone ${device_name} is offline.`,
    phone_paused: `The phone ${device_name} is paused.`,
    quiet_hours: 'It is quiet hours where the next recipient lives.',
    month_limit: `${sim} has used its month.`,
    day_limit: `${sim} has used its day.`,
    hour_limit: `${sim} has used its hour.`,
    slowed_down: `The network refused ${sim} for sending too much, so it rests.`,
  }[reason]
}

function hold(reason: HoldReason, until: Date | null = null): Hold {
  return { reason, until, device_id: null, device_name: null, sim_subscription_id: null }
}

/** The budget that has no room for the next text. */
function limitReached(lane: Lane): 'month' | 'day' | 'hour' | undefined {
  const parts = lane.first_parts ?? 1
  const budgets = {
    month: [lane.max_per_month, lane.month_parts],
    day: [lane.max_per_day, lane.day_parts],
    hour: [lane.max_per_hour, lane.hour_parts],
  } as const
  return (['month', 'day', 'hour'] as const).find((period) => {
    const [max, used] = budgets[period]
    return max > 0 && used + parts > max
  })
}

function endOf({ until }: Hold): number {
  return until?.getTime() ?? Infinity
}
