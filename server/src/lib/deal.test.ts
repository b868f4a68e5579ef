import { expect, test } from 'vitest'
import { createDealer } from './deal.ts'

const deal = (shares: number[], times: number) => {
  const dealer = createDealer(shares)
  return Array.from({ length: times }, () => dealer.next())
}
const counts = (dealt: number[], places: number) =>
  Array.from({ length: places }, (_, place) => dealt.filter((one) => one === place).length)

test.for([
  { shares: [1], times: 3, expected: [3] },
  { shares: [1, 1], times: 10, expected: [5, 5] },
  { shares: [2, 1], times: 9, expected: [6, 3] },
  { shares: [0, 1], times: 5, expected: [0, 5] },
  { shares: [0, 0], times: 4, expected: [2, 2] },
  { shares: [0.1, 0.2, 0.7], times: 100, expected: [10, 20, 70] },
])('shares $shares of $times come to $expected', ({ shares, times, expected }) => {
  expect(counts(deal(shares, times), shares.length)).toEqual(expected)
})

test('they are mixed and not in blocks', () => {
  expect(deal([2, 1], 6)).toEqual([0, 1, 0, 0, 1, 0])
})

test('a place that was taken without asking is not given out as often', () => {
  const dealer = createDealer([1, 1])
  for (let times = 0; times < 4; times += 1) dealer.charge(0)

  expect(Array.from({ length: 4 }, () => dealer.next())).toEqual([1, 1, 1, 1])
})
