import { useId } from 'react'
import { Card } from '../ui/card.tsx'
import { segmentWords } from '../words/segments.ts'
import type { Draft } from './draft.ts'
import css from './segments.module.css'

type PastedProps = {
  draft: Draft
  /** Whether numbers were pasted before, which stay until others are. */
  isSaved: boolean
  /** What cannot be read of them. */
  problems: readonly { title: string }[]
  change: (part: Partial<Draft>) => void
}

const shownMax = 10

/** Numbers as they come out of a sheet or a mail. */
export function PastedNumbers({ draft, isSaved, problems, change }: PastedProps) {
  const id = useId()
  const isWrong = problems.length > 0
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
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onChange={(event) => change({ numbers: event.currentTarget.value })}
      />
      {isWrong && (
        <ul id={`${id}-problem`} className={css['problem']}>
          {problems.slice(0, shownMax).map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
          {problems.length > shownMax && (
            <li>{segmentWords.moreProblems({ total: problems.length - shownMax })}</li>
          )}
        </ul>
      )}
    </Card>
  )
}
