import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNow } from '../ui/formats.tsx'
import { Note } from '../ui/note.tsx'
import { instantOf, momentInWords } from '../words/formats.ts'
import { draftWords } from '../words/editor-draft.ts'
import type { Draft, DraftField } from './draft.ts'
import css from './editor.module.css'
import type { DraftUse } from './use-draft.ts'

/** Two changed the same: what differs, and the choice between the two. */
export function ConflictPanel({ draft }: { draft: DraftUse }) {
  const { conflict, values } = draft.state
  const [isShown, setShown] = useState(false)
  const now = useNow()
  if (!conflict) return null
  const { theirs, merged } = conflict
  const at = theirs.changed === null ? '' : momentInWords(instantOf(theirs.changed), { now })
  return (
    <div role="alert">
      <Note
        tone="warn"
        title={draftWords.conflict({ at })}
        action={
          <>
            <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? draftWords.hideDifference : draftWords.seeDifference}
            </Button>
            <Button variant="default" onClick={draft.keepMine}>
              {draftWords.keepMine}
            </Button>
            <Button variant="default" onClick={draft.takeTheirs}>
              {draftWords.takeTheirs}
            </Button>
          </>
        }
      >
        {draftWords.conflictNote}
      </Note>
      {isShown && <Difference fields={merged.both} mine={values} theirs={theirs.draft} />}
    </div>
  )
}

type DifferenceProps = { fields: readonly DraftField[]; mine: Draft; theirs: Draft }

function Difference({ fields, mine, theirs }: DifferenceProps) {
  return (
    <table className={css['difference']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{draftWords.mine}</th>
          <th scope="col">{draftWords.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{draftWords.fieldNames[field]}</th>
            <td>{shown(mine[field])}</td>
            <td>{shown(theirs[field])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(value: Draft[DraftField]): string {
  if (typeof value === 'boolean') return value ? draftWords.yes : draftWords.no
  if (value === null || value.length === 0) return draftWords.nothing
  return typeof value === 'string' ? value : value.join(', ')
}
