import { expect, test } from 'vitest'
import { gather } from './gather.ts'

/** Batches that end when they are told to. */
function stage(options: {
  batchMax: number
  inFlightMax: number
  sizeOf?: (item: number) => number
}) {
  const batches: { items: number[]; end: (fail?: Error) => void }[] = []
  const call = gather<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        batches.push({
          items,
          end: (fail) => (fail ? reject(fail) : resolve(items.map((item) => `answer ${item}`))),
        })
      }),
    options,
  )
  return { call, batches }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('calls of one moment share a batch, and each gets its own answer', async () => {
  const { call, batches } = stage({ batchMax: 10, inFlightMax: 1 })
  const answers = Promise.all([1, 2, 3].map(call))
  await turn()

  expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3]])
  batches[0]?.end()

  expect(await answers).toEqual(['answer 1', 'answer 2', 'answer 3'])
})

test('no batch is larger than the limit, and no more run than may', async () => {
  const { call, batches } = stage({ batchMax: 2, inFlightMax: 2 })
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map(call))
  await turn()

  expect(batches.map(({ items }) => items)).toEqual([
    [1, 2],
    [3, 4],
  ])
  batches[0]?.end()
  await turn()
  expect(batches[2]?.items).toEqual([5, 6])
  for (let place = 1; place < 4; place += 1) {
    batches[place]?.end()
    await turn()
  }

  expect(await answers).toHaveLength(7)
})

test('calls are counted by what is in them, and a large one goes alone', async () => {
  const { call, batches } = stage({ batchMax: 10, inFlightMax: 9, sizeOf: (item) => item })
  const answers = Promise.all([4, 6, 1, 50, 9, 2].map(call))
  await turn()

  expect(batches.map(({ items }) => items)).toEqual([[4, 6], [1], [50], [9], [2]])
  for (const { end } of batches) end()
  expect(await answers).toHaveLength(6)
})

test('calls that come while a batch runs wait together for the next', async () => {
  const { call, batches } = stage({ batchMax: 10, inFlightMax: 1 })
  const first = call(1)
  await turn()
  const others = Promise.all([call(2), call(3)])
  await turn()
  expect(batches).toHaveLength(1)
  batches[0]?.end()
  await first
  await turn()

  expect(batches[1]?.items).toEqual([2, 3])
  batches[1]?.end()
  await others
})

test('a batch that fails fails its own calls, and the next one goes on', async () => {
  const { call, batches } = stage({ batchMax: 1, inFlightMax: 1 })
  const bad = call(1)
  const good = call(2)
  await turn()
  batches[0]?.end(new Error('broken'))
  await expect(bad).rejects.toThrow('broken')
  await turn()
  batches[1]?.end()

  expect(await good).toBe('answer 2')
})

test('a batch that does not answer each of its calls is a fault', async () => {
  const call = gather<number, number>(async () => [1], { batchMax: 10, inFlightMax: 1 })

  const answers = await Promise.allSettled([call(1), call(2)])

  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
