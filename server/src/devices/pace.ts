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
 * Which of the waiting messages may leave now. Parts are spaced evenly over the minute, each message with a random gap on
 * top; a SIM that has been quiet may catch up on no more than falls between two wake-ups of its phone (`burstSeconds`).
 * A message longer than what is left of a budget waits for the next hour, day or month; one longer than a whole budget
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
  const isSpaced = partMs > 0 || sim.gap_max_seconds > 0
  let cursor = Math.max(
    sim.next_release_at?.getTime() ?? -Infinity,
    now.getTime() - burstSeconds * 1000,
  )
  let count = 0
  let released = 0
  for (const parts of waiting) {
    if (isSpaced && cursor > now.getTime()) break
    const full = fullBudget(sim, ends, released, parts)
    if (full)
      return { count, parts: released, next_release_at: toDate(cursor, isSpaced), next_at: full }
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
