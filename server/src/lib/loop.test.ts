import { expect, test } from 'vitest'
import { loop } from './loop.ts'

const hour = 3_600_000

/** A loop whose steps are told apart and waited for. */
function stage(step: (count: number) => boolean | Promise<boolean>, restMs = hour) {
  const stop = new AbortController()
  const errors: unknown[] = []
  const waiters: (() => void)[] = []
  let count = 0
  const running = loop(
    async () => {
      count += 1
      for (const waiter of waiters.splice(0)) waiter()
      return step(count)
    },
    { restMs, signal: stop.signal, onError: (error) => errors.push(error) },
  )
  const reach = async (wanted: number) => {
    while (count < wanted) await new Promise<void>((resolve) => waiters.push(resolve))
  }
  return { running, stop, errors, reach, count: () => count }
}

test('goes on at once while there is more to do, and then rests', async () => {
  const { running, stop, reach, count } = stage((done) => done < 5)
  await reach(5)
  await new Promise((resolve) => setImmediate(resolve))
  expect(count()).toBe(5)

  stop.abort()
  await running.done
  expect(count()).toBe(5)
})

test('comes back after its rest', async () => {
  const { running, stop, reach } = stage(() => false, 1)
  await reach(3)

  stop.abort()
  await running.done
})

test('is woken out of its rest', async () => {
  const { running, stop, reach } = stage(() => false)
  await reach(1)
  await new Promise((resolve) => setImmediate(resolve))
  running.wake()
  await reach(2)

  stop.abort()
  await running.done
})

test('does not miss a wake-up that comes while it works', async () => {
  let finish = () => {}
  const { running, stop, reach } = stage((count) =>
    count > 1
      ? false
      : new Promise((resolve) => {
          finish = () => resolve(false)
        }),
  )
  await reach(1)
  running.wake()
  finish()
  await reach(2)

  stop.abort()
  await running.done
})

test('reports a step that fails, and tries again', async () => {
  const { running, stop, errors, reach } = stage((count) => {
    if (count === 1) throw new Error('broken')
    return false
  })
  await reach(2)
  expect(errors).toEqual([new Error('broken')])

  stop.abort()
  await running.done
})

test('finishes what is in hand before it stops, and begins nothing more', async () => {
  let finish = () => {}
  const { running, stop, reach, count } = stage(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(true)
      }),
  )
  await reach(1)
  stop.abort()
  let isDone = false
  void running.done.then(() => {
    isDone = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isDone).toBe(false)

  finish()
  await running.done
  expect(count()).toBe(1)
})
