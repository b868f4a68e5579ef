import { describe, expect, test } from 'vitest'
import { pageForSize, pageWithin, rangeOf } from './paging.ts'

const paging = { page: 1, results_per_page: 25, total: 48_210, total_pages: 1929 }

describe('the pages of a list', () => {
  test('say which rows they show', () => {
    expect(rangeOf(paging)).toEqual({ first: 1, last: 25 })
    expect(rangeOf({ ...paging, page: 1929 })).toEqual({ first: 48_201, last: 48_210 })
    expect(rangeOf({ ...paging, page: 1930 })).toBeUndefined()
    expect(rangeOf({ ...paging, total: 0 })).toBeUndefined()
  })

  test('take a number as it is written, and stay within what there is', () => {
    expect(pageWithin('1,200', paging)).toBe(1200)
    expect(pageWithin('999999', paging)).toBe(1929)
    expect(pageWithin('0', paging)).toBeUndefined()
    expect(pageWithin('x', paging)).toBeUndefined()
  })

  test('keep the first row in sight when more rows are shown', () => {
    expect(pageForSize({ ...paging, page: 5 }, 100)).toBe(2)
    expect(pageForSize({ ...paging, page: 2, results_per_page: 100 }, 10)).toBe(11)
  })
})
