import { expect, test } from 'vitest'
import { findReply, parseReplies } from './replies.ts'
import { seededRandom } from './random.ts'

test('the first line that fits a text answers it, in any letter case', () => {
  const replies = parseReplies('# comment\n\nsale|offer\tStop\r\n^hi \\d+\tYes please\n')

  const answers = ['The SALE is on', 'Hi 17', 'Hi there'].map((text) =>
    findReply(replies, text, Math.random),
  )

  expect(answers).toEqual(['Stop', 'Yes please', undefined])
})

test('a share of contacts answers, and the others fall to the lines below', () => {
  const replies = parseReplies('.\tStop\t0.25\n.\tThanks')
  const random = seededRandom(1)

  const answers = Array.from({ length: 4000 }, () => findReply(replies, 'Hi', random))

  const stops = answers.filter((answer) => answer === 'Stop').length
  expect(stops / 4000).toBeCloseTo(0.25, 1)
  expect(answers.filter((answer) => answer === 'Thanks')).toHaveLength(4000 - stops)
})

test.each([
  ['only a pattern', 'Line 1 of the replies is not'],
  ['ok\tfine\n(\tno', 'Line 2 of the replies: “(” is no regular expression'],
  ['a\tb\t2', 'Line 1 of the replies: the share is from 0 to 1, not “2”'],
])('%j says which line is wrong', (file, words) => {
  expect(() => parseReplies(file)).toThrow(words)
})
