import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from './figures.module.css'

export type Figure = {
  label: string
  value: ReactNode
  note?: ReactNode
  /** The rows behind it. */
  to?: LinkProps
  tone?: 'plain' | 'ok' | 'warn' | 'bad'
  /** How it is worked out. */
  hint?: string
}

/** Figures side by side, each leading to its rows. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className={css['figures']}>
      {items.map(({ label, value, note, to, tone = 'plain', hint }) => (
        <div key={label} className={css['figure']}>
          <dt data-hint={hint}>{label}</dt>
          <dd className={css['value']} data-tone={tone}>
            {to ? <Link {...to}>{value}</Link> : value}
          </dd>
          {note !== undefined && <dd className={css['note']}>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
