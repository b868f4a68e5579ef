import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupedNumber } from '../words/phone-number.ts'
import { editorWords } from '../words/editor.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { Icon } from '../ui/icon.tsx'
import { Problem } from '../ui/problem.tsx'
import { useRested } from '../ui/use-rested.ts'
import type { EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { findContactsQuery } from './queries.ts'
import { useAudienceWrite } from './use-audience-write.ts'

type Picked = { id: number; label: string }

/** A few contacts, one by one. They are stored at once, as a campaign keeps who is chosen. */
export function ChosenContacts({ campaign, draft, preview }: EditorProps) {
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const [typed, setTyped] = useState('')
  const term = useRested(typed, 250)
  const { data: found } = useQuery(findContactsQuery(term))
  const { write, isPending, error } = useAudienceWrite(campaign.id, draft)
  const isStored = draft.state.values.segment === 'custom'
  const options = (typed === '' ? [] : (found?.data ?? []))
    .filter(({ id }) => !picked.some((one) => one.id === id))
    .map(({ id, name, phone_number }) => ({
      value: String(id),
      label: name ?? groupedNumber(phone_number),
      note: name === null ? undefined : groupedNumber(phone_number),
    }))
  return (
    <div className={css['choosing']}>
      {isStored && (
        <p className={css['none']}>
          {editorWords.usedChosen({ total: preview?.total_matched ?? 0 })}
        </p>
      )}
      <ComboBox
        label={editorWords.findContact}
        text={typed}
        onText={setTyped}
        options={options}
        onPick={({ value, label }) => {
          setPicked([...picked, { id: Number(value), label }])
          setTyped('')
        }}
      />
      {picked.length > 0 && (
        <ul className={css['picked']}>
          {picked.map(({ id, label }) => (
            <li key={id}>
              {label}
              <button
                type="button"
                aria-label={editorWords.remove({ name: label })}
                onClick={() => setPicked(picked.filter((one) => one.id !== id))}
              >
                <Icon name="cross" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <Problem error={error} isWrite />}
      {picked.length > 0 && (
        <Button
          variant="default"
          aria-disabled={isPending}
          onClick={() =>
            write({ segment: 'custom', contacts_ids: picked.map(({ id }) => id).join(',') })
          }
        >
          {editorWords.useChosen({ total: picked.length })}
        </Button>
      )}
    </div>
  )
}
