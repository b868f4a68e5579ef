import { Type } from 'typebox'
import { readInteger, readText } from './field-readers.ts'
import type { Reader } from './fields.ts'

/** One of some words, or an id: `all`, or `12`. */
export function choiceOrId<const Word extends string>(
  words: readonly Word[],
  options: { noun: string; description?: string },
): Reader<Word | number> {
  const { noun, ...described } = options
  return {
    schema: Type.String({ examples: [words[0], '12'], ...described }),
    read: (given) => {
      const text = readText(given)?.trim()
      if (text === undefined) return undefined
      const word = words.find((one) => one === text)
      if (word !== undefined) return word
      const id = readInteger(text)
      if (id !== undefined && id >= 1) return id
      return given.refuse(`must be one of ${words.join(', ')}, or the id of a ${noun}`)
    },
  }
}
