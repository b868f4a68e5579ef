/** The limits and the bookkeeping of one SIM. Limits count parts; 0 means no limit. */
export type SimPace = {
  max_per_minute: number
  max_per_hour: number
  max_per_day: number
  max_per_month: number
  gap_min_seconds: number
  gap_max_seconds: number
  /** When the next part may leave; null when none has left yet. */
  next_release_at: Date | null
  /** Parts released in the present clock hour, day and month of the account's zone. */
  hour_parts: number
  day_parts: number
  month_parts: number
  /** How often its rate was halved when the network last refused it for its limits, and when that was. */
  slow_level: number
  slowed_at: Date | null
}

/** When the present clock hour, day and month end. */
export type BudgetEnds = { hour: Date; day: Date; month: Date }

/** One that waits: its parts, and whom it is to. */
export type ToRelease = { parts: number; contact_id: number }

export type Release = {
  /** Which of the waiting messages may leave now, by their places. */
  places: number[]
  parts: number
  /** To be kept with the SIM: the pace's next moment, or the end of a budget that is used up. */
  next_release_at: Date | null
  /** To be kept too: until when a text waits that a budget has no room for, though it may have for shorter ones. */
  held_until: Date | null
  /** When the next waiting message may leave; null when none waits. */
  next_at: Date | null
}

/**
 * Which of the waiting messages may leave now. Parts are spaced evenly over the minute; no more leave at once than falls
 * between two wake-ups of the phone (`burstSeconds`). A gap is a pause between two messages, on top of the spacing, so
 * where one is set they leave one by one. A message longer than what is left of a budget waits for the next hour, day or
 * month; shorter ones behind it go on, save those to the same contact, who is written to in order. (The spacing is the
 * generic cell rate algorithm, ITU-T I.371, with the burst as its tolerance.)
 */
export function decideRelease(options: {
  sim: SimPace
  /** In order; none that `neverFits`. */
  waiting: readonly ToRelease[]
  ends: BudgetEnds
  now: Date
  burstSeconds: number
  /** From 0 to 1. */
  random: () => number
}): Release {
  const { sim, waiting, ends, now, burstSeconds, random } = options
  const perMinute = ratePerMinute(sim, now.getTime())
  const partMs = perMinute === 0 ? 0 : 60_000 / perMinute
  const hasGaps = sim.gap_max_seconds > 0
  const isSpaced = partMs > 0 || hasGaps
  let cursor = startOf(sim, { now, burstMs: hasGaps ? 0 : burstSeconds * 1000, partMs })
  const places: number[] = []
  const passedOver = new Set<number>()
  let released = 0
  let held_until: Date | null = null
  for (const [place, { parts, contact_id }] of waiting.entries()) {
    if (isSpaced && cursor > now.getTime()) break
    if (hasGaps && places.length > 0) break
    if (passedOver.has(contact_id)) continue
    const full = fullBudget(sim, ends, released, parts)
    if (full?.isUsedUp) {
      const { end } = full
      return { places, parts: released, next_release_at: end, held_until: null, next_at: end }
    }
    if (full) {
      passedOver.add(contact_id)
      held_until = earlier(held_until, full.end)
      continue
    }
    const gapSeconds = sim.gap_min_seconds + random() * (sim.gap_max_seconds - sim.gap_min_seconds)
    cursor += parts * partMs + gapSeconds * 1000
    released += parts
    places.push(place)
  }
  const isThrough = !(isSpaced && cursor > now.getTime()) && !(hasGaps && places.length > 0)
  return {
    places,
    parts: released,
    next_release_at: toDate(cursor, isSpaced),
    held_until,
    next_at: nextAt({ left: waiting.length - places.length, isThrough, held_until, cursor }),
  }
}

/** All that could go has gone, and some is held by a budget: its end. Else when the pace lets the next one go. */
function nextAt(was: {
  left: number
  isThrough: boolean
  held_until: Date | null
  cursor: number
}): Date | null {
  if (was.left === 0) return null
  return was.isThrough && was.held_until ? was.held_until : new Date(was.cursor)
}

/** The budget that a text of so many parts can never keep to, however long it waits. */
export function neverFits(sim: SimPace, parts: number): 'hour' | 'day' | 'month' | undefined {
  const limits = { hour: sim.max_per_hour, day: sim.max_per_day, month: sim.max_per_month }
  const periods = ['hour', 'day', 'month'] as const
  return periods.find((period) => limits[period] > 0 && parts > limits[period])
}

/** How long a SIM that was refused for its limits keeps each halving of its rate. */
const recoveryMs = 30 * 60_000
/** What is halved where no pace is set: what Android itself lets an app send in a minute. */
const usualPerMinute = 30
const slowLevelMax = 6
/** Refusals of one burst halve the rate once. */
const burstMs = 60_000
const pauseMsMax = 30 * 60_000

export type Slowness = Pick<SimPace, 'slow_level' | 'slowed_at'>

/** How often the rate of a SIM is halved at a moment: one less for each half hour without a refusal. */
export function slowLevelAt({ slow_level, slowed_at }: Slowness, at: number): number {
  if (slow_level === 0 || slowed_at === null) return 0
  const recovered = Math.floor((at - slowed_at.getTime()) / recoveryMs)
  return Math.max(0, slow_level - Math.max(0, recovered))
}

/** When a SIM will be as fast as before; null when it is. */
export function slowedUntil(sim: Slowness, now: Date): Date | null {
  if (slowLevelAt(sim, now.getTime()) === 0 || sim.slowed_at === null) return null
  return new Date(sim.slowed_at.getTime() + sim.slow_level * recoveryMs)
}

/** What becomes of a SIM that the network has just refused for its limits: half its rate, after a pause that doubles. */
export function slowDown(sim: Slowness, now: Date): Slowness & { pause_until: Date } {
  const level = slowLevelAt(sim, now.getTime())
  const isSameBurst =
    level > 0 && sim.slowed_at !== null && now.getTime() - sim.slowed_at.getTime() < burstMs
  const slow_level = isSameBurst ? level : Math.min(slowLevelMax, level + 1)
  const pauseMs = Math.min(pauseMsMax, 60_000 * 2 ** (slow_level - 1))
  return {
    slow_level,
    slowed_at: isSameBurst ? sim.slowed_at : now,
    pause_until: new Date(now.getTime() + pauseMs),
  }
}

/** Parts a minute at a moment; 0 is no limit. */
export function ratePerMinute(sim: SimPace, at: number): number {
  const level = slowLevelAt(sim, at)
  return level === 0 ? sim.max_per_minute : (sim.max_per_minute || usualPerMinute) / 2 ** level
}

/** When the first part could have left: a phone that is late catches up, one that rested has what one wake-up brings. */
function startOf(
  { next_release_at }: SimPace,
  { now, burstMs, partMs }: { now: Date; burstMs: number; partMs: number },
): number {
  const earliest = now.getTime() - burstMs
  if (next_release_at && next_release_at.getTime() >= earliest) return next_release_at.getTime()
  // The part that leaves now is one of those that fall between two wake-ups.
  return Math.min(now.getTime(), earliest + partMs)
}

type FullBudget = { end: Date; isUsedUp: boolean }

/** The budget without room for the message that ends last, or undefined when it fits all. */
function fullBudget(
  sim: SimPace,
  ends: BudgetEnds,
  released: number,
  parts: number,
): FullBudget | undefined {
  const budgets = [
    { max: sim.max_per_month, used: sim.month_parts, end: ends.month },
    { max: sim.max_per_day, used: sim.day_parts, end: ends.day },
    { max: sim.max_per_hour, used: sim.hour_parts, end: ends.hour },
  ]
  const full = budgets.find(({ max, used }) => max > 0 && used + released + parts > max)
  if (!full) return undefined
  const usedUp = budgets.find(({ max, used }) => max > 0 && used + released >= max)
  return usedUp ? { end: usedUp.end, isUsedUp: true } : { end: full.end, isUsedUp: false }
}

function earlier(one: Date | null, other: Date): Date {
  return one !== null && one < other ? one : other
}

function toDate(cursor: number, isSpaced: boolean): Date | null {
  return isSpaced && Number.isFinite(cursor) ? new Date(cursor) : null
}
