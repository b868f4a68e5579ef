import { expect, test } from 'vitest'
import { namedPlaces, roundTop } from './axis.ts'

test.each([
  [0, 1],
  [3, 3],
  [17, 20],
  [50, 50],
  [51, 80],
  [2950, 3000],
  [8240, 10_000],
])('an axis up to %d ends at %d', (largest, top) => expect(roundTop(largest)).toBe(top))

test('few places of an axis are named, the first and the last among them', () => {
  expect(namedPlaces(3, 5)).toEqual([0, 1, 2])
  expect(namedPlaces(31, 4)).toEqual([0, 10, 20, 30])
})
