/**
 * The words of a text without case, accents and punctuation, so that they compare as people mean them: `Arrêt!` is
 * `arret`, `Opt-out` is `opt` and `out`.
 */
export function foldWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(accents, '')
    .replace(lettersOfTheirOwn, (letter) => plainLetters.get(letter) ?? letter)
  return folded.match(wordPattern) ?? []
}

/** Words as one: blanks and hyphens within do not matter, so `opt out` is `optout`. */
export function joinWords(words: readonly string[]): string {
  return words.join('')
}

/**
 * The accents of European letters, the points of Hebrew and Arabic with the bar that stretches a word, and joiners that
 * nobody sees. The vowel signs of Indian scripts look alike to Unicode, but make another word.
 */
const accents =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]/g

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** Letters that Unicode does not take apart, as people write them without. */
const plainLetters = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
])
const lettersOfTheirOwn = /[ßæœøłđðþıς]/g
