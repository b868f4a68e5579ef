import { expect, test } from 'vitest'
import { textProblem } from './text-rules.ts'

test.each([
  ['', null],
  ['Hello 😀', null],
  ['a\0b', /NUL/],
  ['\ud83d', /surrogate/],
  ['\ude00\ud83d', /surrogate/],
])('%j may be stored, or the sentence says why not', (text, problem) => {
  if (problem === null) expect(textProblem(text)).toBe(null)
  else expect(textProblem(text)).toMatch(problem)
})
