// Counts what the network bills. A part carries 140 octets: 160 septets or 70 UTF-16 units, and
// 153 or 67 when a text needs several, because each then begins with a header.

export type PartCount = { encoding: 'gsm7' | 'ucs2'; units: number; parts: number }

export type OddCharacter = { character: string; positions: number[] }

// An empty text is 0 units and still 1 part: the network bills the message.
export function countParts(text: string): PartCount {
  const length = text.length
  let units = length

  for (let i = 0; i < length; i++) {
    const septets = septetsOf(text.charCodeAt(i))
    if (septets === 0) return { encoding: 'ucs2', units: length, parts: ucs2Parts(text) }
    if (septets === 2) units += 1
  }
  return { encoding: 'gsm7', units, parts: gsm7Parts(text, units) }
}

// The distinct characters that make the network use UCS-2, each with where it stands (UTF-16).
export function oddCharacters(text: string): OddCharacter[] {
  const found = new Map<string, number[]>()
  let position = 0

  for (const character of text) {
    if (character.length > 1 || septetsOf(character.charCodeAt(0)) === 0) {
      const positions = found.get(character)
      if (positions === undefined) found.set(character, [position])
      else positions.push(position)
    }
    position += character.length
  }
  return Array.from(found, ([character, positions]) => ({ character, positions }))
}

// Where each part after the first begins (UTF-16).
export function partBreaks(text: string): number[] {
  const { encoding, parts } = countParts(text)
  if (parts === 1) return []
  return encoding === 'gsm7' ? gsm7Breaks(text) : ucs2Breaks(text)
}

const gsm7Single = 160
const gsm7Joined = 153
const ucs2Single = 70
const ucs2Joined = 67

// 0x09 is the capital Ç: so the standard prints it and so Android encodes it. The Unicode mapping
// file names the small ç there, but a phone sends a text with ç as UCS-2, and that is what costs.
const basicCharacters =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

// Each costs two septets: the escape and its own.
const extensionCharacters = '\f^{}\\[~]|€'

const septets = septetTable()

function septetTable(): Uint8Array {
  const table = new Uint8Array('€'.charCodeAt(0) + 1)
  for (const character of basicCharacters) table[character.charCodeAt(0)] = 1
  for (const character of extensionCharacters) table[character.charCodeAt(0)] = 2
  return table
}

// 0 for what the alphabet lacks, also for either half of a surrogate pair.
function septetsOf(unit: number): number {
  return septets[unit] ?? 0
}

function gsm7Parts(text: string, units: number): number {
  if (units <= gsm7Single) return 1
  // Nothing can be split in two, so a part is filled to the last septet.
  return units === text.length ? Math.ceil(units / gsm7Joined) : gsm7Breaks(text).length + 1
}

// What costs two septets is never split.
function gsm7Breaks(text: string): number[] {
  const breaks: number[] = []
  let used = 0
  for (let i = 0; i < text.length; i++) {
    const needed = septetsOf(text.charCodeAt(i))
    if (used + needed > gsm7Joined) {
      breaks.push(i)
      used = 0
    }
    used += needed
  }
  return breaks
}

function ucs2Parts(text: string): number {
  return text.length <= ucs2Single ? 1 : ucs2Breaks(text).length + 1
}

function ucs2Breaks(text: string): number[] {
  const breaks: number[] = []
  for (let start = ucs2Joined; start < text.length; start += ucs2Joined) {
    if (isPairSplitAt(text, start)) start -= 1
    breaks.push(start)
  }
  return breaks
}

function isPairSplitAt(text: string, position: number): boolean {
  const before = text.charCodeAt(position - 1)
  const after = text.charCodeAt(position)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
