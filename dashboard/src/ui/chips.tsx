import { amount } from '../words/formats.ts'
import css from './chips.module.css'
import { textOf, useChangeSearch, useSearchValues } from './search-state.ts'

type ChipsProps = {
  /** What they filter, for the screen reader. */
  name: string
  /** The first is the usual one and is left out of the URL. */
  options: readonly { value: string; label: string; count?: number | undefined }[]
  /** The key of the URL's search. */
  search: string
  /** Other keys that begin anew with another filter; the page always does. */
  clears?: readonly string[]
}

/** Filters that sit in the URL; one of them is pressed. */
export function Chips({ name, options, search, clears = [] }: ChipsProps) {
  const values = useSearchValues()
  const change = useChangeSearch()
  const usual = options[0]?.value
  const current = textOf(values[search]) ?? usual
  const choose = (value: string) => {
    const others = Object.fromEntries(clears.map((key) => [key, undefined]))
    void change({ ...others, page: undefined, [search]: value === usual ? undefined : value })
  }
  return (
    <div className={css['chips']} role="group" aria-label={name}>
      {options.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          className={css['chip']}
          aria-pressed={value === current}
          onClick={() => choose(value)}
        >
          {label}
          {count !== undefined && <span className={css['count']}> {amount(count)}</span>}
        </button>
      ))}
    </div>
  )
}
