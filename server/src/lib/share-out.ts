/** Shares a number of places out evenly among those who want some; what one does not need goes to the others. */
export function shareOut(wanted: readonly number[], places: number): number[] {
  const shares = wanted.map(() => 0)
  let left = places
  for (let open = indexesOf(wanted, shares); left > 0 && open.length > 0;) {
    const each = Math.max(1, Math.floor(left / open.length))
    for (const index of open) {
      const share = shares[index] ?? 0
      const more = Math.min(each, (wanted[index] ?? 0) - share, left)
      shares[index] = share + more
      left -= more
    }
    open = indexesOf(wanted, shares)
  }
  return shares
}

function indexesOf(wanted: readonly number[], shares: readonly number[]): number[] {
  return wanted.flatMap((want, index) => (want > (shares[index] ?? 0) ? index : []))
}
