import { expect, test } from 'vitest'
import { RecentCount } from './recent-count.ts'

test('what happened counts in its own second and in the one after, and then no more', () => {
  let now = 5000
  const count = new RecentCount(() => now)
  count.count()
  count.count()
  expect(count.lately()).toBe(2)

  now = 5999
  count.count()
  expect(count.lately()).toBe(3)

  now = 6000
  count.count()
  expect(count.lately()).toBe(4)

  now = 7000
  expect(count.lately()).toBe(1)

  now = 8000
  expect(count.lately()).toBe(0)
})

test('after a silence of some seconds nothing of before counts', () => {
  let now = 1000
  const count = new RecentCount(() => now)
  count.count()

  now = 3000

  expect(count.lately()).toBe(0)
  count.count()
  expect(count.lately()).toBe(1)
})
