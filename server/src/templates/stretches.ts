import { setImmediate as breathe } from 'node:timers/promises'

/** For so long nothing else of the process runs, or for one text where that takes longer. */
const stretchMs = 2

/**
 * What the texts of one piece of work may cost, in processor time. An ordinary text takes 0.01 ms; the engine gives up
 * one that takes far more by itself, and this keeps ten thousand of them from holding everything else up.
 */
const costMsAtLeast = 1000
const costMsPerText = 0.2

type Making<T, R> = {
  make: (item: T) => R
  /** In place of `make`, once the texts have cost too much. */
  giveUp: (item: T) => R
  /** How many ordinary texts to make at a stretch, 0.01 ms each. */
  atOnce: number
}

/** Makes texts in order, a few at a stretch, so that everything else goes on beside it. */
export async function* inStretches<T, R>(
  items: readonly T[],
  { make, giveUp, atOnce }: Making<T, R>,
): AsyncGenerator<R[]> {
  const costMsMax = costMsAtLeast + costMsPerText * items.length
  let costMs = 0
  for (let place = 0; place < items.length;) {
    const before = process.threadCpuUsage()
    const until = performance.now() + stretchMs
    const made: R[] = []
    const step = costMs > costMsMax ? giveUp : make
    for (const item of items.slice(place, place + atOnce)) {
      made.push(step(item))
      if (performance.now() > until) break
    }
    place += made.length
    costMs += processorMs(process.threadCpuUsage(before))
    yield made
    if (place < items.length) await breathe()
  }
}

function processorMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
