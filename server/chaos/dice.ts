import { seededRandom } from '../src/pretend-phone/random.ts'

/** Everything that is left to chance, the same for the same seed. */
export type Dice = {
  /** From 0 up to 1. */
  share: () => number
  /** A whole number, both ends included. */
  whole: (min: number, max: number) => number
  isLucky: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** So many different ones, in no order. */
  some: <T>(from: readonly T[], count: number) => T[]
}

export function createDice(seed: number): Dice {
  const share = seededRandom(seed)
  const whole = (min: number, max: number) => min + Math.floor(share() * (max - min + 1))

  function some<T>(from: readonly T[], count: number): T[] {
    const rest = [...from]
    const wanted = Math.min(count, rest.length)
    return Array.from({ length: wanted }).flatMap(() => rest.splice(whole(0, rest.length - 1), 1))
  }

  return {
    share,
    whole,
    isLucky: (wanted) => share() < wanted,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)]
      if (picked === undefined) throw new Error('There is nothing to pick from')
      return picked
    },
    some,
  }
}
