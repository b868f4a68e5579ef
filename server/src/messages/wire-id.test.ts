import { expect, test } from 'vitest'
import { newHandoverKey, readWireId, toWireId } from './wire-id.ts'

test.for([
  { id: 1, key: 0, wire: '1-0' },
  { id: 35, key: 36, wire: 'z-10' },
  { id: Number.MAX_SAFE_INTEGER, key: 2 ** 48 - 1, wire: '2gosa7pa2gv-2rrvthnxtr' },
])('message $id under key $key is $wire, there and back', ({ id, key, wire }) => {
  expect(toWireId(id, key)).toBe(wire)
  expect(readWireId(wire)).toEqual({ id, handover_key: key })
})

test('fits into what the app takes as an id', () => {
  expect(toWireId(Number.MAX_SAFE_INTEGER, 2 ** 48 - 1)).toMatch(/^[A-Za-z0-9_-]{1,36}$/)
})

test.for([
  '',
  '-',
  '1',
  '1-',
  '-1',
  '1-2-3',
  '01-1',
  '1-01',
  'A-1',
  '1-1 ',
  ' 1-1',
  '1-1\n',
  '1.5-1',
  '1-zzzzzzzzzzz',
  'zzzzzzzzzzz-1',
  '2gosa7pa2gw-1',
  '1e3-1e3-',
  '__proto__',
  'bP0ZdK6rC6hCYZSjzmqhQ',
])('%j is no id of ours', (text) => {
  expect(readWireId(text)).toBeUndefined()
})

test('keys are safe integers that differ', () => {
  const keys = Array.from({ length: 1000 }, newHandoverKey)

  expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0 && key < 2 ** 48)).toBe(true)
  expect(new Set(keys).size).toBe(1000)
})
