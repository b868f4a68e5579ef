import { isAscii, isUtf8 } from 'node:buffer'

export type Encoding = 'utf-8' | 'windows-1252'

/**
 * Finds out the encoding of a file that goes by in pieces. UTF-8 it is when more of what is not ASCII reads as UTF-8 than
 * does not: one broken name in a list should cost its row, and not turn all the others into gibberish.
 */
export class EncodingTally {
  #rest: Buffer = Buffer.alloc(0)
  #sequences = 0
  #broken = 0

  add(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    this.#rest = Buffer.alloc(0)
    if (!isAscii(bytes)) this.#count(bytes)
  }

  get encoding(): Encoding {
    const broken = this.#broken + (this.#rest.length > 0 ? 1 : 0)
    return broken === 0 || this.#sequences > broken ? 'utf-8' : 'windows-1252'
  }

  #count(bytes: Buffer): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0
      if (byte < 0x80) continue
      const more = continuationBytes(byte)
      if (more > 0 && i + more >= bytes.length) {
        // Its end comes with the next piece.
        this.#rest = bytes.subarray(i)
        return
      }
      if (more > 0 && isUtf8(bytes.subarray(i, i + more + 1))) {
        this.#sequences += 1
        i += more
      } else this.#broken += 1
    }
  }
}

/** The text of bytes that stand as characters 0 to 255 (latin1); undefined where they are not of the encoding. */
export function decodeText(raw: string, encoding: Encoding): string | undefined {
  if (!beyondAscii.test(raw)) return raw
  const bytes = Buffer.from(raw, 'latin1')
  if (encoding === 'windows-1252') return windows1252.decode(bytes)
  return isUtf8(bytes) ? bytes.toString() : undefined
}

/** The same for showing: what cannot be read stands as a mark. NUL is one too, since no text can hold it. */
export function showText(raw: string, encoding: Encoding): string {
  const text = decodeText(raw, encoding) ?? Buffer.from(raw, 'latin1').toString()
  return text.replaceAll('\0', '\ufffd')
}

// oxlint-disable-next-line no-control-regex -- the control characters are ASCII as well
const beyondAscii = /[^\x00-\x7f]/
const windows1252 = new TextDecoder('windows-1252')

function continuationBytes(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 1
  if (first >= 0xe0 && first <= 0xef) return 2
  return first >= 0xf0 && first <= 0xf4 ? 3 : 0
}
