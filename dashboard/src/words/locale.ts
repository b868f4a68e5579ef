// Two questions, two answers: figures and clocks are written as the person is used to, words are English.

const preferred = globalThis.navigator?.language ?? 'en-GB'

/** How the person writes figures, and whether their clock has 12 or 24 hours. */
export const personLocale = preferred

/** The language of the catalogue, with the habits of the person's country where they speak it. */
export const wordsLocale = preferred.startsWith('en') ? preferred : 'en-GB'
