import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { welcomeWords as words } from '../words/welcome.ts'
import css from './welcome.module.css'

export type StepState = 'done' | 'open' | 'later'
export type Values = Record<string, string | number | boolean | null>
export type StepProps = { number: number; state: StepState; values: Values }

type FrameProps = {
  number: number
  state: StepState
  title: string
  /** What came about. */
  fact?: ReactNode
  /** What is to be done, while it is this step's turn. */
  children: ReactNode
}

/** One step: ticked by its fact, open when its turn has come. */
export function Step({ number, state, title, fact, children }: FrameProps) {
  return (
    <li
      className={css['step']}
      data-state={state}
      aria-current={state === 'open' ? 'step' : undefined}
    >
      <span className={css['number']} aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={16} /> : number}
      </span>
      <div className={css['body']}>
        <h2 className={css['title']}>
          {title}
          <span className={css['unseen']}> {words[state]}</span>
        </h2>
        {state === 'done' && <p className={css['fact']}>{fact}</p>}
        {state === 'open' && <div className={css['open']}>{children}</div>}
      </div>
    </li>
  )
}

export function textOf(values: Values, key: string): string {
  return String(values[key] ?? '')
}
