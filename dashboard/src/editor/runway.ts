import type { Previewed } from './queries.ts'
import { instantOf } from '../words/formats.ts'

export type Stretch = {
  kind: 'sending' | 'quiet_hours' | 'budget' | 'others_first' | 'before'
  from: Date
  to: Date
  parts: number
  /** How much of the band it takes, of 100. */
  share: number
}

/** The time from now to the end, as a band: filled when texts leave, hatched when none does. */
export function stretchesOf(preview: Pick<Previewed, 'timeline'>, now: Date): Stretch[] {
  const spans = preview.timeline.map(({ start, end, parts, reason }) => ({
    kind: kindOf(reason),
    from: instantOf(start),
    to: instantOf(end),
    parts,
  }))
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return []
  const isLater = first.from.getTime() - now.getTime() > soonMs
  const before = { kind: 'before' as const, from: now, to: first.from, parts: 0 }
  const all = isLater ? [before, ...spans] : spans
  const begin = all[0]?.from.getTime() ?? 0
  const whole = Math.max(1, last.to.getTime() - begin)
  return all.map((one) => ({
    ...one,
    share: ((one.to.getTime() - one.from.getTime()) / whole) * 100,
  }))
}

const soonMs = 60_000

function kindOf(reason: Previewed['timeline'][number]['reason']): Stretch['kind'] {
  return reason ?? 'sending'
}

/** Where the band is named: its edges, where there is room between them. */
export function namedEdges(stretches: readonly Stretch[]): { at: Date; place: number }[] {
  const edges: { at: Date; place: number }[] = []
  let place = 0
  for (const { from, share } of stretches) {
    const last = edges.at(-1)
    if (!last || place - last.place >= roomOfName) edges.push({ at: from, place })
    place += share
  }
  const end = stretches.at(-1)?.to
  const last = edges.at(-1)
  if (end && last && 100 - last.place >= roomOfName) edges.push({ at: end, place: 100 })
  return edges
}

const roomOfName = 14

/** How many parts wait for a reason: those that leave after the first time that it holds them up. */
export function heldBy(
  stretches: readonly Stretch[],
  kind: Stretch['kind'],
): { parts: number; from: Date; until: Date } | undefined {
  const place = stretches.findIndex((one) => one.kind === kind)
  const stretch = stretches[place]
  if (!stretch) return undefined
  const after = stretches.slice(place + 1)
  const parts = after.reduce((sum, one) => sum + one.parts, 0)
  return parts === 0 ? undefined : { parts, from: stretch.from, until: stretch.to }
}
