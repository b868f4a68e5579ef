import { foldWords, joinWords } from './fold-words.ts'
import { defaultWords, keywordActions, type KeywordAction } from './words.ts'

export type KeywordMatch = { action: KeywordAction; word: string }

/** The words of an account for each action. */
export type KeywordLists = Record<KeywordAction, string[]>

export type Matcher = (text: string) => KeywordMatch | undefined

export const defaultLists: KeywordLists = {
  opt_out: defaultWords('opt_out'),
  opt_in: defaultWords('opt_in'),
  help: defaultWords('help'),
}

/** Longer texts are never one word and a polite one. */
const textLengthMax = 500

/**
 * Finds the word that a text is, as a whole: case, accents, punctuation and blanks do not count, nor does a polite word
 * before or after it. A text that merely contains a word is none ("don't stop by tomorrow").
 */
export function createMatcher(lists: KeywordLists): Matcher {
  const known = new Map<string, KeywordMatch>()
  for (const action of keywordActions) {
    for (const word of lists[action]) {
      const key = keyOf(word)
      if (key !== '' && !known.has(key)) known.set(key, { action, word })
    }
  }
  return (text) => {
    if (text.length > textLengthMax) return undefined
    const words = foldWords(text)
    return readings(words)
      .map((reading) => known.get(joinWords(reading)))
      .find((match) => match !== undefined)
  }
}

/** What a word is compared by; empty for one that has neither letter nor digit. */
export function keyOf(word: string): string {
  return joinWords(foldWords(word))
}

/**
 * The first of some keywords that a text names in capitals, as in *Reply STOP to leave*. In small letters it is a word
 * like any other: nobody reads *until the end of May* as a way out.
 */
export function findNamedWord(text: string, keywords: readonly string[]): string | undefined {
  const capitals = text.replaceAll(/\S+/g, (word) => (word === word.toUpperCase() ? word : '|'))
  const phrases = capitals.split('|').map((phrase) => ` ${foldWords(phrase).join(' ')} `)
  return keywords.find((keyword) => {
    const words = foldWords(keyword)
    return words.length > 0 && phrases.some((phrase) => phrase.includes(` ${words.join(' ')} `))
  })
}

/** Everything that the words may mean: as they stand, and without what is polite before and after. */
function readings(words: readonly string[]): readonly string[][] {
  const starts = [0, ...polite.filter((phrase) => startsWith(words, phrase)).map(lengthOf)]
  const ends = [0, ...polite.filter((phrase) => endsWith(words, phrase)).map(lengthOf)]
  return starts.flatMap((start) =>
    ends.flatMap((end) =>
      start + end < words.length || start + end === 0
        ? [words.slice(start, words.length - end)]
        : [],
    ),
  )
}

const lengthOf = (phrase: readonly string[]) => phrase.length

function startsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word, place) => words[place] === word)
}

function endsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return startsWith(words.slice(-phrase.length), phrase)
}

/** What people put around a request, and thanks for it. */
export const politeWords: readonly string[] = [
  'please',
  'pls',
  'plz',
  'kindly',
  'thanks',
  'thank you',
  'bitte',
  'danke',
  'por favor',
  'gracias',
  'obrigado',
  'obrigada',
  "s'il vous plaît",
  "s'il te plaît",
  'svp',
  'stp',
  'merci',
  'per favore',
  'per piacere',
  'grazie',
  'alsjeblieft',
  'alstublieft',
  'aub',
  'tack',
  'snälla',
  'vær så snill',
  'takk',
  'kiitos',
  'proszę',
  'prosím',
  'пожалуйста',
  'будь ласка',
  'παρακαλώ',
  'lütfen',
]

const polite: readonly (readonly string[])[] = politeWords.map(foldWords)
