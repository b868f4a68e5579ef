import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupedNumber } from '../words/phone-number.ts'
import { editorWords } from '../words/editor.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { useRested } from '../ui/use-rested.ts'
import { findContactsQuery } from './queries.ts'

/** Anybody, to see the text as it reaches them. */
export function ContactDialog({ onFind }: { onFind: (id: number) => void }) {
  return (
    <Dialog name="contact" title={editorWords.findOther}>
      <Finder onFind={onFind} />
    </Dialog>
  )
}

function Finder({ onFind }: { onFind: (id: number) => void }) {
  const { close } = useDialog('contact')
  const [typed, setTyped] = useState('')
  const { data: found } = useQuery(findContactsQuery(useRested(typed, 250)))
  return (
    <ComboBox
      label={editorWords.findContact}
      text={typed}
      onText={setTyped}
      options={(typed === '' ? [] : (found?.data ?? [])).map(({ id, name, phone_number }) => ({
        value: String(id),
        label: name ?? groupedNumber(phone_number),
        note: name === null ? undefined : groupedNumber(phone_number),
      }))}
      onPick={({ value }) => {
        onFind(Number(value))
        close()
      }}
    />
  )
}
