import { expect, test } from 'vitest'
import { createUploadSlots } from './upload-slots.ts'

test('one account has its share of the files that arrive, all have theirs, and a place is free again', () => {
  const slots = createUploadSlots()
  const own = Array.from({ length: 4 }, () => slots.take(1))

  expect(() => slots.take(1)).toThrow(expect.objectContaining({ code: 'rate_limited' }))
  for (const user_id of [2, 3, 4]) for (let n = 0; n < 4; n += 1) slots.take(user_id)
  expect(() => slots.take(5)).toThrow(expect.objectContaining({ code: 'unavailable' }))
  own[0]?.()
  expect(slots.take(5)).toBeTypeOf('function')
  own[1]?.()
  expect(slots.take(1)).toBeTypeOf('function')
})
