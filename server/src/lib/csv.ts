// What we write as CSV.

/** A line of a CSV, without its end. */
export function joinCells(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}

/** What a spreadsheet would calculate, shown as text by an apostrophe before it. Signed numbers are left alone. */
export function disarmFormula(cell: string): string {
  const isFormula =
    /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s().,/-]*$/.test(cell))
  return isFormula ? `'${cell}` : cell
}
