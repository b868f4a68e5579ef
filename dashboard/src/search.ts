// What stands behind the `?` of an address: plain texts there, checked values in the pages.

/** Reads one value; undefined falls back to what is the default. */
export type SearchReader<T> = (text: string) => T | undefined

/** One of these words. */
export function oneOf<const T extends string>(...words: T[]): SearchReader<T> {
  return (text) => words.find((word) => word === text)
}

export function wholeNumber({ min = 1, max = 1_000_000_000 } = {}): SearchReader<number> {
  return (text) => {
    if (!/^\d{1,10}$/.test(text)) return undefined
    const number = Number(text)
    return number >= min && number <= max ? number : undefined
  }
}

/** How many rows a page has; what the API does not know falls back. */
export function pageSize(): SearchReader<10 | 25 | 50 | 100> {
  return (text) => ([10, 25, 50, 100] as const).find((size) => String(size) === text)
}

export function words(longest = 200): SearchReader<string> {
  return (text) => (text === '' ? undefined : text.slice(0, longest))
}

export function yes(): SearchReader<true> {
  return (text) => (text === '1' || text === 'true' ? true : undefined)
}

type Readers = Record<string, SearchReader<unknown>>
type Read<R extends Readers> = { [K in keyof R]?: NonNullable<ReturnType<R[K]>> }

/** For `validateSearch` of a route: each value by its reader, and what is wrong or unknown left out. */
export function searchOf<R extends Readers>(
  readers: R,
): (search: Record<string, unknown>) => Read<R> {
  return (search) => {
    const found: Record<string, unknown> = {}
    for (const [name, read] of Object.entries(readers)) {
      const given = search[name]
      // Named even where it is wrong: the router would else fall back to what stands in the address.
      if (given !== undefined) found[name] = isPlain(given) ? read(String(given)) : undefined
    }
    // Each value came from the reader of its name.
    return found as Read<R>
  }
}

/** What every list has in its address, by the names that the API has for it. */
export const listSearch = {
  page: wholeNumber({ min: 1 }),
  results_per_page: pageSize(),
  order_by: words(60),
  order_type: oneOf('ASC', 'DESC'),
  search: words(),
}

/** What any page may have in its address: the dialog that is open, and what it is about. */
export const anySearch = searchOf({ dialog: words(40), about: words() })

/** Addresses that a person can read: `?status=paused&page=2`, without quotes and brackets. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (!isPlain(value) || value === '' || value === false) continue
    written.set(name, value === true ? '1' : String(value))
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
