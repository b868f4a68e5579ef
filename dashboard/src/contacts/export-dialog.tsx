import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Problem } from '../ui/problem.tsx'
import { uiWords } from '../words/ui.ts'
import { contactWords } from '../words/contacts.ts'
import css from './contacts.module.css'
import type { Who } from './queries.ts'
import { useExport } from './writes.ts'

type ExportDialogProps = { who: Who; total: number; fields: readonly string[] }

/** What is to be in the file; it comes at once. */
export function ExportDialog({ who, total, fields }: ExportDialogProps) {
  const { close } = useDialog('export')
  const [isShownOnly, setShownOnly] = useState(false)
  const exporting = useExport()
  const columns = ['phone_number', 'name', 'has_opted_out', ...fields.map(prefixed), 'datetime']
  const send = () =>
    exporting
      .writeNow({ ...who, ...(isShownOnly ? { columns } : {}) })
      .then(close)
      // It is shown below.
      .catch(() => undefined)
  return (
    <Dialog
      name="export"
      title={contactWords.exportTitle({ total })}
      foot={
        <Button aria-disabled={exporting.isPending} onClick={() => void send()}>
          {exporting.isPending ? uiWords.working : contactWords.exportAct({ total })}
        </Button>
      }
    >
      <div className={css['stack']}>
        <p>{contactWords.exportText}</p>
        <fieldset className={css['choices']}>
          <legend className={css['label']}>{contactWords.exportColumns}</legend>
          <label>
            <input
              type="radio"
              name="columns"
              checked={!isShownOnly}
              onChange={() => setShownOnly(false)}
            />
            {contactWords.exportAll}
          </label>
          <label>
            <input
              type="radio"
              name="columns"
              checked={isShownOnly}
              onChange={() => setShownOnly(true)}
            />
            {contactWords.exportShown}
          </label>
        </fieldset>
        {exporting.error && <Problem error={exporting.error} isWrite />}
      </div>
    </Dialog>
  )
}

function prefixed(key: string): string {
  return `custom_parameters.${key}`
}
