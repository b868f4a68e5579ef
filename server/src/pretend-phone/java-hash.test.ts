import { expect, test } from 'vitest'
import { hashOfText, receivedMessageId } from './java-hash.ts'

test.each([
  ['', 0],
  ['a', 97],
  ['hello', 99_162_322],
  // A known pair with the hash of the smallest integer.
  ['polygenelubricants', -2_147_483_648],
])('the hash of “%s” is that of Java', (text, hash) => {
  expect(hashOfText(text)).toBe(hash)
})

test('the id of a received text is an unsigned number in hex that depends on each of its parts', () => {
  const text = { sender: '+15551234567', text: 'Yes', at: 1_767_225_600_000, subscriptionId: 1 }
  const ids = [
    text,
    { ...text, sender: '+15551234568' },
    { ...text, text: 'No' },
    { ...text, at: text.at + 1000 },
    { ...text, subscriptionId: 2 },
  ].map(receivedMessageId)

  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{1,8}$/)
  expect(receivedMessageId({ ...text })).toBe(ids[0])
})
