import { localAt } from '../lib/local-time.ts'

const dayMs = 86_400_000
/** No clock is further from UTC. */
const offsetMaxMs = 16 * 3_600_000

/**
 * The instant at which the clocks of a zone show this local time. Of a time that comes twice, the first; for one that is
 * left out, the first that comes after it. Null where the whole day is left out, as 30 December 2011 was in Samoa.
 */
export function instantOf(timezone: string, local: number): number | null {
  const before = local - offsetMaxMs
  const after = local + offsetMaxMs
  const found = [before, after]
    .map((instant) => local - (localAt(timezone, instant) - instant))
    .filter((instant) => localAt(timezone, instant) === local)
  if (found.length > 0) return Math.min(...found)

  const change = findChange(before, after, (instant) => localAt(timezone, instant) >= local)
  const dayOf = (instant: number) => Math.floor(localAt(timezone, instant) / dayMs)
  const wanted = Math.floor(local / dayMs)
  return dayOf(change) > wanted && dayOf(change - 1) < wanted ? null : change
}

/** The first instant for which it is true, of two between which it becomes true once. */
function findChange(before: number, after: number, isAfter: (instant: number) => boolean): number {
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isAfter(middle)) high = middle
    else low = middle
  }
  return high
}
