import { useEffect, useRef, useState } from 'react'
import { uiWords } from '../words/ui.ts'
import { Icon } from './icon.tsx'
import { areSingleKeysOn, isForPage } from './keys.ts'
import css from './search-field.module.css'
import { textOf, useChangeSearch, useSearchValues } from './search-state.ts'

type SearchFieldProps = {
  /** What is looked through, as placeholder and name: `Name or number`. */
  name: string
  /** The key of the URL's search. */
  search?: string
}

const restMs = 250

/** The search of a list: in the URL a quarter of a second after the last key, at once with Enter. `/` goes there. */
export function SearchField({ name, search = 'search' }: SearchFieldProps) {
  const inUrl = textOf(useSearchValues()[search]) ?? ''
  const change = useChangeSearch()
  const [typed, setTyped] = useState(inUrl)
  const [known, setKnown] = useState(inUrl)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Another address (back, a link) is shown; what is being typed is not overwritten by its own arrival.
  if (known !== inUrl) {
    setKnown(inUrl)
    if (typed.trim() !== inUrl) setTyped(inUrl)
  }
  const apply = (text: string) => {
    clearTimeout(timer.current)
    void change({ [search]: text.trim() || undefined, page: undefined })
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => apply(text), restMs)
  }
  useSlash(field)
  // A search that is still at rest is nobody's once the page is left.
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <form
      className={css['search']}
      role="search"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        apply(typed)
      }}
    >
      <Icon name="search" size={18} />
      <input
        ref={field}
        type="search"
        className={css['input']}
        aria-label={name}
        placeholder={name}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {typed === '' ? (
        <kbd className={css['key']} aria-hidden="true">
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={css['clear']}
          aria-label={uiWords.clearSearch}
          onClick={() => {
            setTyped('')
            apply('')
            field.current?.focus()
          }}
        >
          <Icon name="cross" size={16} />
        </button>
      )}
    </form>
  )
}

function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  // Keys are pressed on the document, which is outside of React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isForPage(event) || !areSingleKeysOn()) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [field])
}
