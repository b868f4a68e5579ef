import { Button } from '@mantine/core'
import { useState } from 'react'
import { segmentWords } from '../words/segments.ts'
import { bodyOf, draftOf, emptyDraft, problemsOf, type Draft, type SegmentBody } from './draft.ts'
import type { Segment } from '../api/shared-queries.ts'
import { Rules } from './rules.tsx'

export type FilterBuilderProps = {
  /** The filter that there is already; what is not one begins empty. */
  settings: Segment['settings']
  isPending: boolean
  onUse: (filter: Omit<SegmentBody, 'type'>) => void
}

/** A filter that is written for one use and gets no name; it is taken by its button. */
export function FilterBuilder({ settings, isPending, onUse }: FilterBuilderProps) {
  const [draft, setDraft] = useState<Draft>(() => begin(settings))
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const use = () => {
    // It has no name, and needs none.
    const found = problemsOf({ ...draft, name: '-' })
    setProblems(found)
    if (found.size > 0 || isPending) return
    const { type: _, ...filter } = bodyOf(draft)
    onUse(filter)
  }
  return (
    <>
      <Rules
        draft={draft}
        problems={problems}
        change={(part) => {
          setDraft((before) => ({ ...before, ...part }))
          setProblems(new Map())
        }}
      />
      <div>
        <Button variant="default" aria-disabled={isPending} onClick={use}>
          {segmentWords.useFilter}
        </Button>
      </div>
    </>
  )
}

function begin(settings: Segment['settings']): Draft {
  const isFilter =
    settings.filters_custom_parameters !== undefined ||
    settings.filters_countries !== undefined ||
    settings.filters_continents !== undefined
  return isFilter ? draftOf({ name: '', type: 'filter', settings } as Segment) : emptyDraft()
}
