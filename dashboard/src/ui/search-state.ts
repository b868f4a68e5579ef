import { useNavigate, useSearch } from '@tanstack/react-router'

// What stands in the URL, for pieces that serve any page: each reads and writes its own keys and leaves the others.

export type SearchValues = Readonly<Record<string, unknown>>

export function useSearchValues(): SearchValues {
  return useSearch({ strict: false })
}

export type SearchChange = Record<string, string | number | boolean | undefined>

/** Changes keys of the URL's search; undefined leaves one out. Filters replace the entry of the history, dialogs add one. */
export function useChangeSearch(): (
  change: SearchChange,
  how?: { isNewEntry?: boolean },
) => Promise<void> {
  const navigate = useNavigate()
  return (change, { isNewEntry = false } = {}) =>
    navigate({
      to: '.',
      search: (before: SearchValues) => without({ ...before, ...change }),
      replace: !isNewEntry,
      resetScroll: false,
      // The keys are those of whichever page the piece stands on; its route checks their values.
    } as Parameters<typeof navigate>[0])
}

function without(values: SearchValues): SearchValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  )
}

/** A key of the search as text; the router reads `12` as a number. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
