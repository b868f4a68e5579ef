import { fold } from '../lib/fold.ts'
import { toPlain } from './smart-encoding.ts'

/** In characters: one part has room for it, and for a text beside it. */
export const footerMax = 100

/** What is wrong with a footer, each as a sentence. */
export function footerProblems(footer: string): string[] {
  const problems = []
  if (footer !== footer.trim() || footer === '')
    problems.push('opt_out_footer must not begin or end with blanks or empty lines.')
  if (footer.includes('{{') || footer.includes('{%'))
    problems.push('opt_out_footer takes no variables: it is the same for everybody.')
  return problems
}

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
