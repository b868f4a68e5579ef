import { useState } from 'react'
import { amount } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import { Icon, type IconName } from './icon.tsx'
import {
  pageForSize,
  pageSizes,
  pageWithin,
  rangeOf,
  usualPageSize,
  type Paging,
} from './paging.ts'
import css from './page-turner.module.css'
import { useChangeSearch } from './search-state.ts'

/** `1 to 25 of 48,210`, the moves between pages, a page by its number, and how many rows there are on one. */
export function PageTurner({ name, paging }: { name: string; paging: Paging }) {
  const change = useChangeSearch()
  const go = (page: number) => void change({ page: page === 1 ? undefined : page })
  const { page, total, total_pages } = paging
  const range = rangeOf(paging)
  return (
    <nav className={css['turner']} aria-label={uiWords.pages({ name })}>
      <span className={css['range']}>
        {range ? uiWords.range({ ...range, total }) : uiWords.none}
      </span>
      {total > (pageSizes[0] ?? 0) && <PageSize paging={paging} />}
      {total_pages > 1 && (
        <div className={css['moves']}>
          <Turn icon="first" label={uiWords.first} isOff={page <= 1} onTurn={() => go(1)} />
          <Turn
            icon="left"
            label={uiWords.previous}
            isOff={page <= 1}
            onTurn={() => go(page - 1)}
          />
          <GoTo key={page} paging={paging} go={go} />
          <Turn
            icon="right"
            label={uiWords.next}
            isOff={page >= total_pages}
            onTurn={() => go(page + 1)}
          />
          <Turn
            icon="last"
            label={uiWords.last}
            isOff={page >= total_pages}
            onTurn={() => go(total_pages)}
          />
        </div>
      )}
    </nav>
  )
}

type TurnProps = { icon: IconName; label: string; isOff: boolean; onTurn: () => void }

function Turn({ icon, label, isOff, onTurn }: TurnProps) {
  // aria-disabled keeps the focus where it was when the last page is reached.
  return (
    <button
      type="button"
      className={css['turn']}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onTurn()}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}

function GoTo({ paging, go }: { paging: Paging; go: (page: number) => void }) {
  const [typed, setTyped] = useState(String(paging.page))
  return (
    <form
      className={css['goTo']}
      onSubmit={(event) => {
        event.preventDefault()
        const page = pageWithin(typed, paging)
        if (page === undefined) setTyped(String(paging.page))
        else go(page)
      }}
    >
      <input
        className={css['number']}
        aria-label={uiWords.goToPage}
        inputMode="numeric"
        value={typed}
        size={Math.max(2, String(paging.total_pages).length)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span>{uiWords.pageOf({ pages: paging.total_pages })}</span>
    </form>
  )
}

function PageSize({ paging }: { paging: Paging }) {
  const change = useChangeSearch()
  const setSize = (size: number) => {
    const page = pageForSize(paging, size)
    void change({
      results_per_page: size === usualPageSize ? undefined : size,
      page: page === 1 ? undefined : page,
    })
  }
  return (
    <label className={css['size']}>
      <span>{uiWords.rowsPerPage}</span>
      <select
        value={paging.results_per_page}
        onChange={(event) => setSize(Number(event.currentTarget.value))}
      >
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {amount(size)}
          </option>
        ))}
      </select>
    </label>
  )
}
