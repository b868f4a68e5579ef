import { amount } from '../words/formats.ts'
import css from './stacked-bar.module.css'

/** In this order, always. */
const kinds = ['delivered', 'sent', 'failed', 'cancelled', 'waiting'] as const
export type BarKind = (typeof kinds)[number]
export type BarPart = { kind: BarKind; value: number; label: string }

type StackedBarProps = {
  parts: readonly BarPart[]
  total: number
  /** The numbers beside their colours, under the bar. */
  hasLegend?: boolean
  /** Numbers that stand beside it already say all: the bar is for the eye. */
  isDecoration?: boolean
}

/** What became of a whole. A failure of one in ten thousand still gets two pixels. */
export function StackedBar({ parts, total, hasLegend, isDecoration }: StackedBarProps) {
  const ordered = kinds.flatMap((kind) => parts.filter((part) => part.kind === kind))
  const shown = ordered.filter(({ value }) => value > 0)
  const label = ordered.map(({ value, label: word }) => `${amount(value)} ${word}`).join(', ')
  return (
    <div>
      <div
        className={css['bar']}
        {...(isDecoration === true || hasLegend === true
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': label })}
      >
        {shown
          .filter(({ kind }) => kind !== 'waiting')
          .map(({ kind, value }) => (
            <span
              key={kind}
              data-kind={kind}
              style={{ flexGrow: 0, flexShrink: 1, flexBasis: `${shareOf(value, total)}%` }}
            />
          ))}
      </div>
      {hasLegend === true && <Legend parts={ordered} />}
    </div>
  )
}

function Legend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul className={css['legend']}>
      {parts.map(({ kind, value, label }) => (
        <li key={kind}>
          <span className={css['swatch']} data-kind={kind} aria-hidden="true" />
          <strong>{amount(value)}</strong> {label}
        </li>
      ))}
    </ul>
  )
}

export function shareOf(value: number, total: number): number {
  return total <= 0 ? 0 : Math.min(100, (value / total) * 100)
}
