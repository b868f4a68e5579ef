/** A round figure at or above the largest value, for the top of an axis: 1, 1.5, 2, 3, 4, 5 or 8 times a power of ten. */
export function roundTop(largest: number): number {
  if (largest <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const factor = [1, 1.5, 2, 3, 4, 5, 8, 10].find((step) => step * power >= largest) ?? 10
  return factor * power
}

/** Which of so many places along an axis are named, at most so many, the first and the last among them. */
export function namedPlaces(total: number, most: number): number[] {
  if (total <= most) return Array.from({ length: total }, (_, place) => place)
  const step = (total - 1) / (most - 1)
  return Array.from({ length: most }, (_, place) => Math.round(place * step))
}
