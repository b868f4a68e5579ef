import { Button } from '@mantine/core'
import { ApiError } from '../api/errors.ts'
import { Note } from '../ui/note.tsx'
import { Problem } from '../ui/problem.tsx'
import { segmentWords } from '../words/segments.ts'
import { uiWords } from '../words/ui.ts'
import { ruleOf } from './draft.ts'
import type { Segment } from '../api/shared-queries.ts'

type TroubleProps = {
  saving: { error: Error | null; reset: () => void }
  /** Somebody else has saved it since it was opened here. */
  isNewer: boolean
  theirs: Segment | undefined
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Why it is not saved: somebody was quicker, or what stands there cannot be taken. */
export function Trouble({ saving, isNewer, theirs, onKeepMine, onTakeTheirs }: TroubleProps) {
  const { error, reset } = saving
  const isChanged = error instanceof ApiError && error.problem('changed') !== undefined
  if ((isNewer || isChanged) && theirs) {
    return (
      <Note
        tone="warn"
        title={segmentWords.changedTitle}
        action={
          <>
            <Button
              variant="default"
              onClick={() => {
                reset()
                onTakeTheirs()
              }}
            >
              {segmentWords.takeTheirs}
            </Button>
            <Button variant="default" onClick={onKeepMine}>
              {segmentWords.keepMine}
            </Button>
          </>
        }
      >
        {segmentWords.changedText}{' '}
        {segmentWords.theirs({ name: theirs.name, rule: ruleOf(theirs) })}
      </Note>
    )
  }
  return error ? <Problem error={error} title={uiWords.couldNotSave} isWrite /> : null
}
