import { amount } from '../words/formats.ts'
import css from './meter.module.css'
import { shareOf } from './stacked-bar.tsx'

type MeterProps = {
  value: number
  limit: number
  /** What is used up: `Day`. */
  label: string
  tone?: 'ok' | 'warn' | 'bad'
  /** Without the words, where they stand beside it already. */
  isBare?: boolean
}

/** How much of a limit is used: `Day 1,718/6,000` over a bar. */
export function Meter({ value, limit, label, tone = 'ok', isBare = false }: MeterProps) {
  return (
    <div className={css['meter']} data-tone={tone}>
      {!isBare && (
        <div className={css['words']}>
          <span>{label}</span>
          <span className={css['figure']}>
            <strong>{amount(value)}</strong>/{amount(limit)}
          </span>
        </div>
      )}
      <div className={css['track']} aria-hidden="true">
        <span style={{ inlineSize: `${shareOf(value, limit)}%` }} />
      </div>
    </div>
  )
}
