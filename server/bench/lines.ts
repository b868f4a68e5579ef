import type { Shares } from './processes.ts'
import type { World } from './world.ts'

export type Unit = 'per second' | 'ms' | '% of a core' | 'MB'

/** What the project wants of a figure. A bound counts in the unit of the line. */
export type Reach = { ratio?: number; atLeast?: number; atMost?: number }

/** One figure, beside the limit that was measured in the same run. */
export type Line = {
  work: string
  unit: Unit
  measured: number
  /** What the machine can do without us, in the same unit. */
  limit?: number
  reach?: Reach
  shares?: Shares
  note?: string
  /** Drawn in the picture of the growth, under this name. */
  drawn?: string
}

/** A part of the benchmark that can be run by its name. */
export type Bench = {
  name: string
  summary: string
  run: (world: World, say: (line: Line) => void) => Promise<void>
}

/** How near the limit we are: 1 is as fast as it, more is faster. */
export function ratioOf({ unit, measured, limit }: Line): number | undefined {
  if (limit === undefined || limit === 0 || measured === 0) return undefined
  return unit === 'per second' ? measured / limit : limit / measured
}

/** Whether the reach was reached; undefined where none was set. */
export function isReached(line: Line): boolean | undefined {
  const { reach, measured } = line
  if (!reach) return undefined
  const ratio = ratioOf(line)
  return (
    (reach.ratio === undefined || (ratio ?? 0) >= reach.ratio) &&
    (reach.atLeast === undefined || measured >= reach.atLeast) &&
    (reach.atMost === undefined || measured <= reach.atMost)
  )
}
