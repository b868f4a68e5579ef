import type { Refused, Waiting } from '../messages/claim.ts'
import { timezoneOf, type AccountClock } from '../messages/recipient-clock.ts'
import { isQuiet, quietFrom, readQuietHours } from '../lib/quiet-hours.ts'
import { neverFits, type SimPace } from './pace.ts'

/** One that may leave now, and must not be sent later than `valid_until`. */
export type Wanted = { id: number; contact_id: number; parts: number; valid_until: Date | null }

export type SortedOut = {
  wanted: Wanted[]
  /** Must not leave at all. */
  refused: Refused[]
  /** Must not leave in these hours. */
  quiet: Waiting[]
}

/** What of the front of a queue may leave at this hour, by the clock of each recipient. */
export function sortOut(
  sim: SimPace & AccountClock,
  waiting: readonly Waiting[],
  now: Date,
): SortedOut {
  const sorted: SortedOut = { wanted: [], refused: [], quiet: [] }
  for (const one of waiting) {
    const refused = refusalOf(sim, one)
    if (refused) {
      sorted.refused.push(refused)
      continue
    }
    const until = openUntil(sim, one, now)
    if (until === 'quiet') {
      sorted.quiet.push(one)
      continue
    }
    const { id, contact_id, parts, expires_at } = one
    sorted.wanted.push({ id, contact_id, parts, valid_until: earlier(until, expires_at) })
  }
  return sorted
}

function refusalOf(sim: SimPace, { id, parts, refusal }: Waiting): Refused | undefined {
  if (refusal !== null) return { id, refusal, status: 'cancelled' }
  const period = neverFits(sim, parts)
  if (period === undefined) return undefined
  const limit = { hour: sim.max_per_hour, day: sim.max_per_day, month: sim.max_per_month }[period]
  const title = `The text has ${parts} parts, and its SIM may send no more than ${limit} in a ${period}`
  return { id, refusal: title, status: 'failed' }
}

/** When it becomes quiet where the recipient is; `quiet` while it is, null where it never does. */
function openUntil(
  clock: AccountClock,
  { quiet_hours, phone_number, timezone }: Waiting,
  now: Date,
): Date | 'quiet' | null {
  if (quiet_hours === null) return null
  const [start = null, end = null] = quiet_hours.split('-')
  const hours = readQuietHours(start, end)
  const zone = timezoneOf({ phone_number: phone_number ?? '', timezone }, clock)
  return hours && isQuiet(hours, zone, now.getTime()) ? 'quiet' : quietFrom(hours, zone, now)
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
