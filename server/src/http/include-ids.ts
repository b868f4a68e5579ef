import { Type } from 'typebox'
import { invalidField } from '../errors.ts'

/** The query parameter that leaves long arrays of ids out of an answer. */
export const includeIdsParameter = Type.Optional(
  Type.String({ enum: ['0', '1'], default: '1', description: '0 leaves every array of ids out' }),
)

const words: Record<string, boolean> = {
  0: false,
  false: false,
  off: false,
  no: false,
  1: true,
  true: true,
  on: true,
  yes: true,
}

/** Whether an answer is to hold its arrays of ids. */
export function readIncludeIds(query: URLSearchParams): boolean {
  const word = query.get('include_ids')?.trim().toLowerCase() ?? ''
  if (word === '') return true
  const isIncluded = Object.hasOwn(words, word) ? words[word] : undefined
  if (isIncluded !== undefined) return isIncluded
  throw invalidField(
    'include_ids',
    'include_ids must be one of 1, 0, true, false, on, off, yes, no.',
  )
}
