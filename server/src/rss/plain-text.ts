import { decodeHTML } from 'entities'

/** Longer texts are cut before they are read: of what comes after so much HTML nothing would be sent. */
const readMax = 100_000
const skipped = new Set([
  'script',
  'style',
  'head',
  'iframe',
  'object',
  'template',
  'noscript',
  'svg',
])
const blocks = new Set(
  'p br div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article hr pre dd dt'.split(' '),
)
const tagName = /<\/?([a-z][a-z0-9]*)/iy

/** The words of a piece of HTML, without tags, with its entities as characters, a line for each block. */
export function textOfHtml(html: string): string {
  return tidy(decodeHTML(withoutTags(html.slice(0, readMax))))
}

/** At most so many characters, with an ellipsis where something was cut off. */
export function cutTo(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/[\s\uFFFD]+$/u, '')}…`
}

/** Everything on one line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Looks at each character once, whatever the text is made of. */
function withoutTags(html: string): string {
  const folded = html.toLowerCase()
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return text + html.slice(at)
    text += html.slice(at, open)
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open)
      continue
    }
    tagName.lastIndex = open
    const name = tagName.exec(html)?.[1]?.toLowerCase()
    if (name === undefined && !/[!?]/.test(html[open + 1] ?? '')) {
      text += '<'
      at = open + 1
      continue
    }
    at = endOf(html, '>', open)
    if (name === undefined) continue
    if (blocks.has(name)) text += '\n'
    if (skipped.has(name) && html[open + 1] !== '/') {
      at = endOf(html, '>', endOf(folded, `</${name}`, at))
    }
  }
  return text
}

/** Behind the next such mark; the end of the text where there is none. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      // What no phone shows: control characters, blanks without a width, marks of direction.
      .replaceAll(/(?![\n\t\r])\p{Cc}|[\u200B\u200E\u200F\u2060\uFEFF]/gu, '')
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n[\s]*/g, '\n')
      .trim()
  )
}
