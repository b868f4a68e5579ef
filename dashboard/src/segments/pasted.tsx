import { useId } from 'react'
import { Card } from '../ui/card.tsx'
import { segmentWords } from '../words/segments.ts'
import type { Draft } from './draft.ts'
import css from './segments.module.css'

type PastedProps = {
  draft: Draft
  /** Whether numbers were pasted before, which stay until others are. */
  isSaved: boolean
  problem: string | undefined
  change: (part: Partial<Draft>) => void
}

/** Numbers as they come out of a sheet or a mail. */
export function PastedNumbers({ draft, isSaved, problem, change }: PastedProps) {
  const id = useId()
  return (
    <Card title={segmentWords.pasteTitle}>
      <label htmlFor={id} className={css['label']}>
        {isSaved ? segmentWords.pasteAgain : segmentWords.pasteLabel}
      </label>
      <textarea
        id={id}
        className={css['area']}
        rows={10}
        spellCheck={false}
        placeholder={segmentWords.pastePlaceholder}
        value={draft.numbers}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => change({ numbers: event.currentTarget.value })}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css['problem']}>
          {problem}
        </p>
      )}
    </Card>
  )
}
