import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import type { Choice } from './choice.ts'
import css from './data-list.module.css'

type BoxProps = { label: string; isChosen: boolean; onToggle: () => void }

export function ChoiceBox({ label, isChosen, onToggle }: BoxProps) {
  return (
    <label className={css['choose']}>
      <input type="checkbox" aria-label={label} checked={isChosen} onChange={onToggle} />
    </label>
  )
}

/** How many are chosen, and what can be done with them. *Choose all* means the filter and not the page. */
export function ChoiceBar({
  choice,
  total,
  bulk,
}: {
  choice: Choice
  total: number
  bulk: ReactNode
}) {
  const chosen = choice.totalOf(total)
  return (
    <div className={css['bulk']}>
      <span role="status" className={css['chosen']}>
        {choice.isAll ? uiWords.chosenAll({ total }) : uiWords.chosen({ total: chosen })}
      </span>
      {!choice.isAll && chosen < total && (
        <Button variant="subtle" onClick={choice.chooseAll}>
          {uiWords.chooseAll({ total })}
        </Button>
      )}
      <Button variant="subtle" onClick={choice.clear}>
        {uiWords.chooseNone}
      </Button>
      <div className={css['bulkActs']}>{bulk}</div>
    </div>
  )
}
