import { Button } from '@mantine/core'
import { useDialog } from '../ui/dialog-state.ts'
import { Menu } from '../ui/menu.tsx'
import { useIsNarrow } from '../ui/narrow.ts'
import { contactWords } from '../words/contacts.ts'
import { BulkConfirm } from './bulk-confirm.tsx'
import { deleteWords, optInWords, optOutWords } from './bulk-words.ts'
import { ExportDialog } from './export-dialog.tsx'
import type { Who } from './queries.ts'
import { SetField } from './set-field.tsx'

/** What can be done with who is chosen. */
export function BulkActs() {
  const optOut = useDialog('opt-out')
  const optIn = useDialog('opt-in')
  const setField = useDialog('set-field')
  const exporting = useDialog('export')
  const remove = useDialog('delete')
  const isNarrow = useIsNarrow()
  const often = [
    { label: contactWords.setField, onAct: () => setField.open() },
    { label: contactWords.export, onAct: () => exporting.open() },
    { label: contactWords.optOut, onAct: () => optOut.open() },
  ]
  const seldom = [
    { label: contactWords.optIn, onAct: () => optIn.open() },
    {
      label: contactWords.remove,
      icon: 'trash' as const,
      isDangerous: true,
      onAct: () => remove.open(),
    },
  ]
  return (
    <>
      {!isNarrow &&
        often.map(({ label, onAct }) => (
          <Button key={label} variant="default" onClick={onAct}>
            {label}
          </Button>
        ))}
      <Menu label={contactWords.moreChosen} items={isNarrow ? [...often, ...seldom] : seldom}>
        {isNarrow ? contactWords.changeChosen : undefined}
      </Menu>
    </>
  )
}

type BulkDialogsProps = {
  who: Who
  total: number
  /** After a reload nobody is chosen any more, so there is nothing to ask about. */
  isChosen: boolean
  fields: readonly string[]
  onStarted: () => void
}

/** The questions that stand behind those buttons. */
export function BulkDialogs({ who, total, isChosen, fields, onStarted }: BulkDialogsProps) {
  if (!isChosen) return null
  return (
    <>
      <BulkConfirm
        name="opt-out"
        change={{ ...who, action: 'opt_out' }}
        words={optOutWords}
        onStarted={onStarted}
      />
      <BulkConfirm
        name="opt-in"
        change={{ ...who, action: 'opt_in' }}
        words={optInWords}
        onStarted={onStarted}
      />
      <BulkConfirm
        name="delete"
        change={{ ...who, action: 'delete' }}
        words={deleteWords}
        onStarted={onStarted}
      />
      <SetField who={who} total={total} onStarted={onStarted} />
      <ExportDialog who={who} total={total} fields={fields} />
    </>
  )
}
