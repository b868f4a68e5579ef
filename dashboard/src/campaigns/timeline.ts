import { instantOf, wireOf } from '../words/formats.ts'

type Moment = { datetime: string; sent: number; failed: number; delivered: number }

/** More columns than can be told apart. */
const momentsMax = 500

/** The stretches of time in which something left or failed, with those between in which nothing did. */
export function fillTimeline(moments: readonly Moment[], seconds: number): Moment[] {
  const shown = moments.filter(({ sent, failed }) => sent > 0 || failed > 0)
  const first = shown[0]
  const last = shown.at(-1)
  if (!first || !last) return []
  const stepMs = seconds * 1000
  const start = instantOf(first.datetime).getTime()
  const total = Math.round((instantOf(last.datetime).getTime() - start) / stepMs) + 1
  if (total > momentsMax) return shown
  const known = new Map(shown.map((moment) => [moment.datetime, moment]))
  return Array.from({ length: total }, (_, place) => {
    const datetime = wireOf(new Date(start + place * stepMs))
    return known.get(datetime) ?? { datetime, sent: 0, failed: 0, delivered: 0 }
  })
}
