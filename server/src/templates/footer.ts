import { fold } from '../lib/fold.ts'
import { toPlain } from './smart-encoding.ts'

/** In characters: one part has room for it, and for a text beside it. */
export const footerMax = 100

/** A text with the footer on a line of its own, unless it says so at its end already. */
export function withFooter(text: string, footer: string | null): string {
  if (footer === null || endsWith(text, footer)) return text
  return `${text}${text.endsWith('\n') ? '' : '\n'}${footer}`
}

// Whatever its case and whichever quotes it is written with: to the reader it says the same.
function endsWith(text: string, footer: string): boolean {
  const written = text.trimEnd()
  if (written.endsWith(footer)) return true
  // A character comes to four at most, so what is before these cannot matter.
  const end = written.slice(-5 * footer.length)
  return comparable(end).endsWith(comparable(footer))
}

function comparable(text: string): string {
  return fold(toPlain(text)).trim()
}
