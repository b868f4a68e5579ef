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
}

/** When the present clock hour, day and month end. */
export type BudgetEnds = { hour: Date; day: Date; month: Date }

export type Release = {
  /** How many of the waiting messages may leave now, from the front. */
  count: number
  parts: number
  /** To be kept with the SIM: the pace's next moment, or the end of a budget that is used up. */
  next_release_at: Date | null
  /** When the next waiting message may leave; null when none waits. */
  next_at: Date | null
}

/**
 * Which of the waiting messages may leave now. Parts are spaced evenly over the minute; no more leave at once than falls
 * between two wake-ups of the phone (`burstSeconds`). A gap is a pause between two messages, on top of the spacing, so
 * where one is set they leave one by one. A message longer than what is left of a budget waits for the next hour, day or month; one longer than a whole budget
 * goes when the budget is untouched, or it would wait for ever. (The spacing is the generic cell rate algorithm, ITU-T
 * I.371, with the burst as its tolerance.)
 */
export function decideRelease(options: {
  sim: SimPace
  /** The parts of each waiting message, in order. */
  waiting: readonly number[]
  ends: BudgetEnds
  now: Date
  burstSeconds: number
  /** From 0 to 1. */
  random: () => number
}): Release {
  const { sim, waiting, ends, now, burstSeconds, random } = options
  const partMs = sim.max_per_minute === 0 ? 0 : 60_000 / sim.max_per_minute
  const hasGaps = sim.gap_max_seconds > 0
  const isSpaced = partMs > 0 || hasGaps
  let cursor = startOf(sim, { now, burstMs: hasGaps ? 0 : burstSeconds * 1000, partMs })
  let count = 0
  let released = 0
  for (const parts of waiting) {
    if (isSpaced && cursor > now.getTime()) break
    if (hasGaps && count > 0) break
    const full = fullBudget(sim, ends, released, parts)
    if (full) return { count, parts: released, next_release_at: full, next_at: full }
    const gapSeconds = sim.gap_min_seconds + random() * (sim.gap_max_seconds - sim.gap_min_seconds)
    cursor += parts * partMs + gapSeconds * 1000
    released += parts
    count += 1
  }
  const isEmptied = count === waiting.length
  return {
    count,
    parts: released,
    next_release_at: toDate(cursor, isSpaced),
    next_at: isEmptied ? null : new Date(cursor),
  }
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

/** The end of the first budget that has no room for the message, or undefined when it fits all. */
function fullBudget(
  sim: SimPace,
  ends: BudgetEnds,
  released: number,
  parts: number,
): Date | undefined {
  const budgets = [
    { max: sim.max_per_month, used: sim.month_parts, end: ends.month },
    { max: sim.max_per_day, used: sim.day_parts, end: ends.day },
    { max: sim.max_per_hour, used: sim.hour_parts, end: ends.hour },
  ]
  return budgets.find(({ max, used }) => {
    const spent = used + released
    return max > 0 && spent > 0 && spent + parts > max
  })?.end
}

function toDate(cursor: number, isSpaced: boolean): Date | null {
  return isSpaced && Number.isFinite(cursor) ? new Date(cursor) : null
}
