import { Link, type LinkProps } from '@tanstack/react-router'
import { useRef, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import type { Choice } from './choice.ts'
import { ChoiceBar, ChoiceBox } from './data-list-choice.tsx'
import css from './data-list.module.css'
import { ColumnHead, SortSelect, type Sort } from './data-list-sort.tsx'
import type { Column } from './column.ts'
import { useSingleKeys } from './keys.ts'
import { useIsNarrow } from './narrow.ts'
import { PageTurner } from './page-turner.tsx'
import type { Paging } from './paging.ts'

export type { Column }

/** A row on a phone: name and status above, what else is known below. */
export type NarrowRow = {
  title: ReactNode
  status?: ReactNode
  below?: ReactNode
  end?: ReactNode
  act?: ReactNode
}

export type DataListProps<Row> = {
  /** What is listed, in the plural: `Campaigns`. */
  name: string
  /** Undefined while they are on their way. */
  rows: readonly Row[] | undefined
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  /** What a row is called, for its box. */
  nameOf: (row: Row) => string
  /** Where a row leads; its first cell becomes the link, its whole surface the target. */
  to?: (row: Row) => LinkProps
  narrow: (row: Row) => NarrowRow
  paging?: Paging | undefined
  /** How it is sorted when the URL says nothing. */
  sort?: Sort
  choice?: Choice
  /** What can be done with what is chosen. */
  bulk?: ReactNode
  /** The line above the list. What is chosen stands in its place, so that no row moves under the pointer. */
  filter?: ReactNode
  /** Stands in place of rows where there are none. */
  empty?: ReactNode
  /** Above the rows: the quiet line `3 new`. */
  news?: ReactNode
}

/** A plain table on a desk, two-line rows on a phone. `J` and `K` go from row to row, `Enter` opens, `X` chooses. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { name, rows, columns, sort, paging, choice, bulk, filter, empty, news } = props
  const list = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow()
  useSingleKeys({
    j: () => step(list.current, 1),
    k: () => step(list.current, -1),
    x: () => chosenBox(list.current)?.click(),
  })
  const isEmpty = rows !== undefined && rows.length === 0
  const total = paging?.total ?? 0
  const isChosen = choice !== undefined && choice.totalOf(total) > 0
  const bar = isChosen && <ChoiceBar choice={choice} total={total} bulk={bulk} />
  const rest = (
    <div className={css['list']} ref={list}>
      {filter === undefined && bar}
      {news}
      {isEmpty ? (
        (empty ?? <p className={css['none']}>{uiWords.beyondEnd}</p>)
      ) : (
        <>
          {sort && isNarrow && <SortSelect columns={columns} usual={sort} />}
          {isNarrow ? <NarrowRows {...props} /> : <Table {...props} />}
        </>
      )}
      {paging && (!isEmpty || paging.page > 1) && <PageTurner name={name} paging={paging} />}
    </div>
  )
  if (filter === undefined) return rest
  return (
    <div>
      {isChosen ? <div className={css['instead']}>{bar}</div> : filter}
      {rest}
    </div>
  )
}

function Table<Row>(props: DataListProps<Row>) {
  const { name, rows, columns, keyOf, sort, choice, nameOf, to } = props
  return (
    <table className={css['table']} aria-busy={rows === undefined}>
      <caption className={css['hidden']}>{name}</caption>
      <thead>
        <tr>
          {choice && (
            <th className={css['box']} scope="col">
              <ChoiceBox
                label={uiWords.choosePage}
                isChosen={choice.isAll || isWhole(rows, keyOf, choice)}
                onToggle={() => togglePage(rows, keyOf, choice)}
              />
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead key={column.label} column={column} usual={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows === undefined && <PaleRows total={columns.length + (choice ? 1 : 0)} />}
        {rows?.map((row) => (
          <tr key={keyOf(row)} data-chosen={choice?.has(keyOf(row))}>
            {choice && (
              <td className={css['box']}>
                <ChoiceBox
                  label={uiWords.choose({ name: nameOf(row) })}
                  isChosen={choice.has(keyOf(row))}
                  onToggle={() => choice.toggle(keyOf(row))}
                />
              </td>
            )}
            {columns.map(({ label, cell, align }, place) => (
              <td key={label} data-align={align}>
                <Opening link={place === 0 ? to?.(row) : undefined}>{cell(row)}</Opening>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NarrowRows<Row>(props: DataListProps<Row>) {
  const { name, rows, keyOf, narrow, choice, nameOf, to } = props
  return (
    <ul className={css['narrow']} aria-label={name} aria-busy={rows === undefined}>
      {rows === undefined &&
        paleRows.map((place) => <li key={place} className={css['paleRow']} aria-hidden="true" />)}
      {rows?.map((row) => {
        const { title, status, below, end, act } = narrow(row)
        return (
          <li key={keyOf(row)} data-chosen={choice?.has(keyOf(row))}>
            {choice && (
              <ChoiceBox
                label={uiWords.choose({ name: nameOf(row) })}
                isChosen={choice.has(keyOf(row))}
                onToggle={() => choice.toggle(keyOf(row))}
              />
            )}
            <div className={css['lines']}>
              <div className={css['line']}>
                <span className={css['name']}>
                  <Opening link={to?.(row)}>{title}</Opening>
                </span>
                {status}
              </div>
              {(below !== undefined || end !== undefined) && (
                <div className={css['below']}>
                  <span>{below}</span>
                  {end !== undefined && <span className={css['end']}>{end}</span>}
                </div>
              )}
            </div>
            {act !== undefined && <span className={css['act']}>{act}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function Opening({ link, children }: { link: LinkProps | undefined; children: ReactNode }) {
  if (!link) return <>{children}</>
  return (
    <Link {...link} className={css['open']} data-row-link="">
      {children}
    </Link>
  )
}

const paleRows = [1, 2, 3, 4, 5, 6]

function PaleRows({ total }: { total: number }) {
  return paleRows.map((place) => (
    <tr key={place} className={css['pale']} aria-hidden="true">
      {Array.from({ length: total }, (_, column) => (
        <td key={column}>
          <span />
        </td>
      ))}
    </tr>
  ))
}

function isWhole<Row>(
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  choice: Choice,
) {
  return rows !== undefined && rows.length > 0 && rows.every((row) => choice.has(keyOf(row)))
}

function togglePage<Row>(
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  choice: Choice,
): void {
  if (isWhole(rows, keyOf, choice)) choice.clear()
  else choice.choosePage((rows ?? []).map(keyOf))
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const row = document.activeElement?.closest('tr, li')
  const at = links.findIndex((link) => row?.contains(link))
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by
  links[Math.min(links.length - 1, Math.max(0, next))]?.focus()
}

function chosenBox(list: HTMLElement | null): HTMLInputElement | null {
  const row = document.activeElement?.closest('tbody tr, li')
  if (!row || !list?.contains(row)) return null
  return row.querySelector<HTMLInputElement>('input[type=checkbox]')
}
