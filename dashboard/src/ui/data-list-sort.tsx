import { uiWords, type SortKind } from '../words/ui.ts'
import { classes } from './classes.ts'
import type { Column } from './column.ts'
import css from './data-list.module.css'
import { Icon } from './icon.tsx'
import { textOf, useChangeSearch, useSearchValues } from './search-state.ts'

/** The API's words: `order_by` and `order_type`. */
export type Sort = {
  order_by: string
  order_type: 'ASC' | 'DESC'
  /** What an order is called that is no column's. */
  label?: string
}

type Heading = Pick<Column<never>, 'label' | 'sort' | 'align' | 'width' | 'isLabelHidden'>

function useSort(usual: Sort): { sort: Sort; setSort: (next: Sort) => void } {
  const search = useSearchValues()
  const change = useChangeSearch()
  const type = textOf(search['order_type'])
  const order_by = textOf(search['order_by']) ?? usual.order_by
  const order_type = type === 'ASC' || type === 'DESC' ? type : typeFor(order_by, usual)
  const setSort = (next: Sort) => {
    const isUsual = next.order_by === usual.order_by && next.order_type === usual.order_type
    void change({
      order_by: isUsual ? undefined : next.order_by,
      order_type: isUsual ? undefined : next.order_type,
      page: undefined,
    })
  }
  return { sort: { order_by, order_type }, setSort }
}

function typeFor(order_by: string, usual: Sort): 'ASC' | 'DESC' {
  return order_by === usual.order_by ? usual.order_type : 'DESC'
}

export function ColumnHead({ column, usual }: { column: Heading; usual: Sort | undefined }) {
  const style = column.width === undefined ? {} : { inlineSize: column.width }
  if (column.sort === undefined || !usual)
    return (
      <th scope="col" data-align={column.align} style={style}>
        <span className={classes(column.isLabelHidden === true && css['hidden'])}>
          {column.label}
        </span>
      </th>
    )
  return <SortHead column={column} by={column.sort} usual={usual} />
}

function SortHead({ column, by, usual }: { column: Heading; by: string; usual: Sort }) {
  const { sort, setSort } = useSort(usual)
  const isBy = sort.order_by === by
  const isDescending = isBy && sort.order_type === 'DESC'
  const next = isDescending ? 'ASC' : 'DESC'
  const order = { column: column.label, kind: kindOf(by), isDescending: next === 'DESC' }
  const style = column.width === undefined ? {} : { inlineSize: column.width }
  return (
    <th
      scope="col"
      data-align={column.align}
      style={style}
      aria-sort={isBy ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={css['sort']}
        title={uiWords.sortBy(order)}
        onClick={() => setSort({ order_by: by, order_type: next })}
      >
        {column.label}
        <span className={css['arrow']} data-on={isBy}>
          <Icon name={isBy ? (isDescending ? 'down' : 'up') : 'sort'} size={14} />
        </span>
      </button>
    </th>
  )
}

/** On a phone there are no heads of columns: the order is chosen. */
export function SortSelect({ columns, usual }: { columns: readonly Heading[]; usual: Sort }) {
  const { sort, setSort } = useSort(usual)
  const sortable = columns.flatMap(({ label, sort: by }) => (by === undefined ? [] : { label, by }))
  if (sortable.length === 0) return null
  const options = sortable.flatMap(({ label, by }) =>
    (['DESC', 'ASC'] as const).map((order_type) => ({ label, order_by: by, order_type })),
  )
  const keyOf = ({ order_by, order_type }: Sort) => `${order_by} ${order_type}`
  const isKnown = options.some((option) => keyOf(option) === keyOf(sort))
  return (
    <label className={css['order']}>
      <span>{uiWords.order}</span>
      <select
        value={isKnown ? keyOf(sort) : ''}
        onChange={(event) => {
          const found = options.find((option) => keyOf(option) === event.currentTarget.value)
          if (found) setSort({ order_by: found.order_by, order_type: found.order_type })
        }}
      >
        {!isKnown && <option value="">{usual.label ?? uiWords.usualOrder}</option>}
        {options.map((option) => (
          <option key={keyOf(option)} value={keyOf(option)}>
            {uiWords.inOrder({
              column: option.label,
              kind: kindOf(option.order_by),
              isDescending: option.order_type === 'DESC',
            })}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The API's names say what they hold. */
function kindOf(order_by: string): SortKind {
  if (order_by.endsWith('datetime')) return 'time'
  return order_by.endsWith('name') ? 'text' : 'number'
}
