import { expect, test } from 'vitest'
import { inStretches } from './stretches.ts'

async function collect<R>(stretches: AsyncGenerator<R[]>): Promise<R[][]> {
  const found: R[][] = []
  for await (const one of stretches) found.push(one)
  return found
}

/** Of processor time: on a busy machine a clock would count others too. */
function work(ms: number): void {
  const before = process.threadCpuUsage()
  for (;;) {
    const { user, system } = process.threadCpuUsage(before)
    if (user + system >= ms * 1000) return
  }
}

test('texts are made in order, each once, and others run between', async () => {
  const items = Array.from({ length: 95 }, (_, place) => place)
  let turns = 0
  const timer = setInterval(() => (turns += 1))
  const make = (item: number) => {
    work(0.1)
    return item
  }

  const stretches = await collect(inStretches(items, { make, giveUp: () => -1, atOnce: 20 }))
  clearInterval(timer)

  expect(stretches.flat()).toEqual(items)
  expect(stretches.length).toBeGreaterThanOrEqual(5)
  expect(turns).toBeGreaterThan(0)
})

test('one that takes long is a stretch of its own', async () => {
  const make = () => work(3)

  const stretches = await collect(inStretches([1, 2, 3], { make, giveUp: make, atOnce: 20 }))

  expect(stretches).toHaveLength(3)
})

test('what takes far longer than a text may is given up', async () => {
  const items = Array.from({ length: 1000 }, (_, place) => place)
  const make = () => {
    work(20)
    return 'made'
  }

  const made = (await collect(inStretches(items, { make, giveUp: () => 'no', atOnce: 20 }))).flat()

  expect(made).toHaveLength(1000)
  expect(made.filter((one) => one === 'made').length).toBeLessThan(200)
  expect(made.at(-1)).toBe('no')
})
