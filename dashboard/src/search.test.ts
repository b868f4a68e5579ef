import { expect, test } from 'vitest'
import { listSearch, oneOf, parseSearch, searchOf, stringifySearch, yes } from './search.ts'

const read = searchOf({ ...listSearch, status: oneOf('draft', 'paused'), connect: yes() })

test('an address is read as it was written, and plainly', () => {
  const search = { page: 3, status: 'paused', search: '07700 900142', connect: true }
  const text = stringifySearch(search)

  expect(text).toBe('?page=3&status=paused&search=07700+900142&connect=1')
  expect(read(parseSearch(text))).toEqual(search)
})

test.each([
  ['page=0', 'page'],
  ['page=-1', 'page'],
  ['page=2.5', 'page'],
  ['page=many', 'page'],
  ['results_per_page=100000', 'results_per_page'],
  ['status=sent', 'status'],
  ['connect=no', 'connect'],
])('%s falls back to what is the default', (text, key) => {
  expect(read(parseSearch(text))).toEqual({ [key]: undefined })
})

test('what is the default is left out of the address', () => {
  expect(stringifySearch({ page: undefined, search: '', connect: false, status: null })).toBe('')
})
