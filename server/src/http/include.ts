import { Type } from 'typebox'
import { invalidField } from '../errors.ts'

/** The query parameter that asks for keys which are left out otherwise. */
export function includeParameter(words: readonly string[]) {
  return Type.Optional(
    Type.String({ description: `More keys, between commas: ${words.join(', ')}` }),
  )
}

/** What of the words was asked for: `include=progress,moves`. */
export function readInclude<Word extends string>(
  query: URLSearchParams,
  words: readonly Word[],
): ReadonlySet<Word> {
  const given = query
    .getAll('include')
    .flatMap((text) => text.split(','))
    .map((word) => word.trim())
    .filter(Boolean)
  const known = given.flatMap((word) => words.find((one) => one === word) ?? [])
  if (known.length === given.length) return new Set(known)
  throw invalidField('include', `include takes, between commas, any of: ${words.join(', ')}.`)
}
