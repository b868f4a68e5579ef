import type { Problem } from '../errors.ts'
import { keyOf, type KeywordLists } from './match.ts'
import { keywordActions, type KeywordAction } from './words.ts'

export const wordMax = 100
export const wordsMax = 100

const names: Record<KeywordAction, string> = {
  opt_out: 'an opt-out word',
  opt_in: 'an opt-in word',
  help: 'a help word',
}

/** The field of an account that holds the words for an action. */
export const wordsField = {
  opt_out: 'opt_out_words',
  opt_in: 'opt_in_words',
  help: 'help_words',
} as const satisfies Record<KeywordAction, string>

/** What is wrong with the words of an account, taken together: each must mean one thing. */
export function wordProblems(lists: KeywordLists): Problem[] {
  const taken = new Map<string, KeywordAction>()
  const problems: Problem[] = []
  if (lists.opt_out.length === 0) {
    problems.push({
      title: 'opt_out_words cannot be empty: people must be able to opt out.',
      field: wordsField.opt_out,
    })
  }
  for (const action of keywordActions) {
    for (const [place, word] of lists[action].entries()) {
      const field = `${wordsField[action]}[${place}]`
      const key = keyOf(word)
      const other = taken.get(key)
      if (key === '') {
        problems.push({ title: `"${word}" has neither a letter nor a digit.`, field })
      } else if (other !== undefined && other !== action) {
        const title = `"${word}" is ${names[other]} already; a word can mean one thing only.`
        problems.push({ title, field })
      } else taken.set(key, action)
    }
  }
  return problems
}

/** Words as they are kept: each once, in their order, without blanks around them. */
export function tidyWords(words: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const word of words) {
    const key = keyOf(word)
    // One without a letter is kept for the check to name.
    if (!kept.has(key) || key === '') kept.set(key, word.trim())
  }
  return [...kept.values()]
}
