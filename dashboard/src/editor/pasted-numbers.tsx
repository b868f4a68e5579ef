import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { editorWords } from '../words/editor.ts'
import { describedBy, FieldFrame } from '../ui/fields.tsx'
import fieldCss from '../ui/fields.module.css'
import { failureOf, sentencesOf } from '../ui/failure.ts'
import { Problem } from '../ui/problem.tsx'
import type { EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { useAudienceWrite } from './use-audience-write.ts'

const shownProblems = 5

/** Numbers from elsewhere. New ones become contacts, so they are taken by a button and not with each key. */
export function PastedNumbers({ campaign, draft }: EditorProps) {
  const id = useId()
  const [numbers, setNumbers] = useState('')
  const { write, isPending, error } = useAudienceWrite(campaign.id, draft, () => setNumbers(''))
  const isStored = draft.state.values.segment === 'bulk'
  const isRefused = failureOf(error)?.kind === 'refused'
  const problem = isRefused ? sentencesOf(error).slice(0, shownProblems).join(' ') : undefined
  const note = isStored ? editorWords.usedPasted : undefined
  return (
    <div className={css['choosing']}>
      <FieldFrame id={id} label={editorWords.numbers} note={note} problem={problem}>
        <textarea
          {...describedBy(id, note, problem)}
          className={fieldCss['area']}
          rows={5}
          spellCheck={false}
          value={numbers}
          onChange={(event) => setNumbers(event.currentTarget.value)}
        />
      </FieldFrame>
      {error !== null && !isRefused && <Problem error={error} isWrite />}
      <Button
        variant="default"
        aria-disabled={isPending || numbers.trim() === ''}
        onClick={() => numbers.trim() !== '' && write({ segment: 'bulk', phone_numbers: numbers })}
      >
        {editorWords.usePasted}
      </Button>
    </div>
  )
}
