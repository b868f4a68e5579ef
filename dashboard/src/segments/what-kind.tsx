import { useId } from 'react'
import { Card } from '../ui/card.tsx'
import { segmentWords } from '../words/segments.ts'
import type { Draft, Kind } from './draft.ts'
import css from './segments.module.css'

type WhatKindProps = {
  draft: Draft
  problem: string | undefined
  change: (part: Partial<Draft>) => void
}

const kinds: { kind: Kind; label: string; note: string }[] = [
  { kind: 'filter', label: segmentWords.kindFilter, note: segmentWords.kindFilterNote },
  { kind: 'custom', label: segmentWords.kindCustom, note: segmentWords.kindCustomNote },
  { kind: 'bulk', label: segmentWords.kindBulk, note: segmentWords.kindBulkNote },
]

/** The name, and how it is said who is in it. */
export function WhatKind({ draft, problem, change }: WhatKindProps) {
  const id = useId()
  return (
    <Card>
      <div className={css['what']}>
        <div>
          <label htmlFor={id} className={css['label']}>
            {segmentWords.name}
          </label>
          <input
            id={id}
            className={css['input']}
            maxLength={255}
            autoComplete="off"
            placeholder={segmentWords.namePlaceholder}
            value={draft.name}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : `${id}-problem`}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {problem !== undefined && (
            <p id={`${id}-problem`} className={css['problem']} role="alert">
              {problem}
            </p>
          )}
        </div>
        <fieldset>
          <legend className={css['label']}>{segmentWords.whatKind}</legend>
          <div className={css['kinds']}>
            {kinds.map(({ kind, label, note }) => (
              <label key={kind} className={css['kind']} data-on={draft.kind === kind}>
                <input
                  type="radio"
                  name={`${id}-kind`}
                  checked={draft.kind === kind}
                  onChange={() => change({ kind })}
                />
                <span>
                  {label}
                  <span className={css['kindNote']}>{note}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </Card>
  )
}
