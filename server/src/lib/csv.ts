// What we write as CSV.

/** A line of a CSV, without its end. */
export function joinCells(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}

/** What a spreadsheet would calculate, shown as text by an apostrophe before it. Signed numbers are left alone. */
export function disarmFormula(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell
}

/** The cell as it was before `disarmFormula`. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell
}

/** One that has apostrophes before it already counts too, so that what is disarmed can be restored. */
function isFormula(cell: string): boolean {
  const text = cell.replace(/^'+/, '')
  return /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s().,/-]*$/.test(text))
}
