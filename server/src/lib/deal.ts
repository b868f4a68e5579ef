/** Deals places out by shares, evenly mixed: with shares 2 and 1 the places come as 0, 1, 0, 0, 1, 0, … */
export function createDealer(shares: readonly number[]): {
  next: () => number
  /** A place that was given out without asking, and counts all the same. */
  charge: (place: number) => void
} {
  const sum = shares.reduce((total, share) => total + share, 0)
  const weights = sum > 0 ? shares.map((share) => share / sum) : shares.map(() => 1 / shares.length)
  const owed = weights.map(() => 0)
  const charge = (place: number) => {
    weights.forEach((weight, other) => {
      owed[other] = (owed[other] ?? 0) + weight - (other === place ? 1 : 0)
    })
  }
  return {
    charge,
    next: () => {
      let best = 0
      for (const [place, weight] of weights.entries()) {
        const claim = (owed[place] ?? 0) + weight
        if (claim > (owed[best] ?? 0) + (weights[best] ?? 0) + 1e-9) best = place
      }
      charge(best)
      return best
    },
  }
}
