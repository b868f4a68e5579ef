import { expect, test } from 'vitest'
import { typedValue } from './values.ts'

test.each([
  ['18', 18],
  ['-2.5', -2.5],
  ['007', '007'],
  ['1e3', '1e3'],
  ['+39 333', '+39 333'],
  ['1.50', '1.50'],
  ['1234567890123456', '1234567890123456'],
  ['Roma', 'Roma'],
  ['', ''],
])('%j that is typed is kept as %j', (text, value) => {
  expect(typedValue(text)).toBe(value)
})
