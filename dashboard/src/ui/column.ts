import type { ReactNode } from 'react'

/** A column of a list. */
export type Column<Row> = {
  label: string
  cell: (row: Row) => ReactNode
  /** The API's `order_by`, where the list can be sorted by it. */
  sort?: string
  /** `end` for figures: they stand under each other, digit by digit. */
  align?: 'start' | 'end'
  /** A width in CSS; the columns without share what is left. */
  width?: string
  /** The label is for the screen reader only, as over a column of buttons. */
  isLabelHidden?: boolean
}
