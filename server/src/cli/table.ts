const widthMax = 80

type Column = { title: string; isNumber?: boolean }

/** Rows under their titles, in no more than 80 columns: the widest column gives way. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  )
  const gaps = 2 * (columns.length - 1)
  const excess = widths.reduce((sum, width) => sum + width, gaps) - widthMax
  const widest = widths.indexOf(Math.max(...widths))
  if (excess > 0) widths[widest] = Math.max(8, (widths[widest] ?? 0) - excess)
  return lines
    .map((line) =>
      columns
        .map(({ isNumber }, index) => fit(line[index] ?? '', widths[index] ?? 0, isNumber ?? false))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function fit(text: string, width: number, isNumber: boolean): string {
  const short = text.length > width ? `${text.slice(0, width - 1)}…` : text
  return isNumber ? short.padStart(width) : short.padEnd(width)
}
