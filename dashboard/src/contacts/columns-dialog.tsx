import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Bars } from '../ui/bars.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { Problem } from '../ui/problem.tsx'
import { contactWords } from '../words/contacts.ts'
import css from './contacts.module.css'
import { fieldsQuery } from './queries.ts'

type ColumnsDialogProps = { shown: readonly string[]; onChoose: (keys: string[]) => void }

/** Which fields are columns. They stand in the address, so a link shows the same list. */
export function ColumnsDialog(props: ColumnsDialogProps) {
  const { isOpen } = useDialog('columns')
  return isOpen ? <Choosing {...props} /> : null
}

function Choosing({ shown, onChoose }: ColumnsDialogProps) {
  const { data, error, refetch } = useQuery(fieldsQuery())
  // Until something is changed it is what the list shows, which may come a moment later.
  const [changed, setChosen] = useState<ReadonlySet<string>>()
  const chosen = changed ?? new Set(shown)
  const known = data?.data ?? []
  // One that stands in the address stays on the list, be it rare.
  const keys = [...new Set([...known.map(({ key }) => key), ...shown])]
  const totals = new Map(known.map(({ key, total }) => [key, total]))
  return (
    <Dialog
      name="columns"
      title={contactWords.columnsTitle}
      foot={
        <Button onClick={() => onChoose(keys.filter((key) => chosen.has(key)))}>
          {contactWords.columnsDone}
        </Button>
      }
    >
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Bars name={contactWords.columnsTitle} total={4} />
      ) : (
        <fieldset className={css['choices']}>
          <legend className={css['note']}>
            {keys.length === 0 ? contactWords.columnsNone : contactWords.columnsText}
          </legend>
          {keys.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={chosen.has(key)}
                onChange={() => setChosen(toggled(chosen, key))}
              />
              <span className={css['key']}>{key}</span>
              <span className={css['total']}>
                {contactWords.fieldTotal({
                  total: totals.get(key) ?? 0,
                  isEstimate: data.is_estimate,
                })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  )
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
