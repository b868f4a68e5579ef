import { countParts, type PartCount } from '../lib/parts.ts'

/**
 * A text whose curly quotes, dashes and the like are written plainly, where that lets the network use its small
 * alphabet. Else, and where it would take more parts, the text is left as it is.
 */
export function encodeSmartly(text: string, counted = countParts(text)): Encoded {
  if (counted.encoding === 'gsm7') return { text, counted }
  const plain = toPlain(text)
  const after = countParts(plain)
  const isBetter = after.encoding === 'gsm7' && after.parts <= counted.parts
  return isBetter ? { text: plain, counted: after } : { text, counted }
}

export type Encoded = { text: string; counted: PartCount }

/** What smart encoding writes for a character; null where it knows nothing that means the same. */
export function plainOf(character: string): string | null {
  return plain.get(character) ?? null
}

/** A text with every character replaced that there is something plain for. */
export function toPlain(text: string): string {
  return text.normalize('NFC').replaceAll(replaceable, (character) => plain.get(character) ?? '')
}

// The equivalents that the Unicode code charts themselves name (Latin-1 Supplement, Spacing Modifier Letters, General
// Punctuation, Mathematical Operators, CJK Symbols, Alphabetic Presentation Forms): by a compatibility decomposition,
// by a cross-reference to the plain character, or by "zero width". Left out is what turns the direction of writing
// around, and every letter and sign that says something of its own.
const table: Record<string, string> = {
  "'": '\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02bc\u00b4`',
  '"': '\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043',
  '/': '\u2044\u2215',
  '..': '\u2025',
  '...': '\u2026',
  ' ': '\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  '\n': '\u0085\u2028\u2029',
  // Zero width: soft hyphen, joiners, marks and isolates from left to right, byte order mark.
  '': '\u00ad\u200b\u200c\u200d\u200e\u202a\u202c\u2060\u2066\u2068\u2069\ufeff',
  ff: '\ufb00',
  fi: '\ufb01',
  fl: '\ufb02',
  ffi: '\ufb03',
  ffl: '\ufb04',
}

const plain = new Map(
  Object.entries(table).flatMap(([to, characters]) =>
    Array.from(characters, (character): [string, string] => [character, to]),
  ),
)

const replaceable = new RegExp(`[${[...plain.keys()].join('')}]`, 'g')
