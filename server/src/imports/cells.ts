// The cells of one record of a CSV, in text of any decoding: delimiters and quotes are ASCII.

/** The cells as they stand, without their quotes. A quote within a cell that does not begin with one is a character. */
export function splitCells(record: string, delimiter: string): string[] {
  if (!record.includes('"')) return record.split(delimiter)

  const cells: string[] = []
  for (let start = 0; start <= record.length;) {
    const open = skipBlanks(record, start, delimiter)
    const close =
      record[open] === '"' ? findClosing(record, open, { delimiter, isWhole: true }) : -1
    if (close >= 0) {
      cells.push(record.slice(open + 1, close).replaceAll('""', '"'))
      start = skipBlanks(record, close + 1, delimiter) + 1
      continue
    }
    const next = record.indexOf(delimiter, start)
    const end = next < 0 ? record.length : next
    cells.push(record.slice(start, end))
    start = end + 1
  }
  return cells
}

/** The place of the first character from `start` on that is no blank. */
export function skipBlanks(text: string, start: number, delimiter: string): number {
  let at = start
  for (; at < text.length; at++) {
    const character = text[at]
    if (character === delimiter || (character !== ' ' && character !== '\t' && character !== '\r'))
      break
  }
  return at
}

/**
 * The quote that closes the cell whose quote is at `open`: an odd one, since doubled ones stand for a quote each, where a
 * cell can end. -1 when there is none, or when more text may change what is there.
 */
export function findClosing(
  text: string,
  open: number,
  { delimiter, newline, isWhole }: { delimiter: string; newline?: string; isWhole: boolean },
): number {
  for (let quotes = text.indexOf('"', open + 1); quotes >= 0;) {
    let end = quotes
    while (text[end] === '"') end += 1
    const after = skipBlanks(text, end, delimiter)
    const isLast = after === text.length
    if (isLast && !isWhole) return -1
    const canEnd = isLast || text[after] === delimiter || text[after] === newline
    if (canEnd && (end - quotes) % 2 === 1) return end - 1
    quotes = text.indexOf('"', end)
  }
  return -1
}
