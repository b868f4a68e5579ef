export type Paging = { page: number; results_per_page: number; total: number; total_pages: number }

export const pageSizes = [10, 25, 50, 100] as const
export const usualPageSize = 25

/** Which rows of all a page shows, from 1; undefined where it shows none. */
export function rangeOf({
  page,
  results_per_page,
  total,
}: Paging): { first: number; last: number } | undefined {
  const first = (page - 1) * results_per_page + 1
  if (first > total) return undefined
  return { first, last: Math.min(total, first + results_per_page - 1) }
}

/** A page that was typed, within what there is. */
export function pageWithin(typed: string, { total_pages }: Paging): number | undefined {
  const page = Number(typed.replaceAll(/[\s.,']/g, ''))
  if (!Number.isInteger(page) || page < 1) return undefined
  return Math.min(page, total_pages)
}

/** The page that keeps the first row in sight when another number of rows is shown. */
export function pageForSize({ page, results_per_page }: Paging, size: number): number {
  return Math.floor(((page - 1) * results_per_page) / size) + 1
}
