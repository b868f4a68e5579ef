import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDialog } from '../ui/dialog-state.ts'
import { contactWords } from '../words/contacts.ts'
import { BulkConfirm } from './bulk-confirm.tsx'
import { editWords } from './bulk-words.ts'
import css from './contacts.module.css'
import { fieldsQuery, type Who } from './queries.ts'
import { typedValue } from './values.ts'

type SetFieldProps = { who: Who; total: number; onStarted: () => void }

/** Which field and which value, and then the question with what it would come to. */
export function SetField({ who, total, onStarted }: SetFieldProps) {
  const asking = useDialog('set-field')
  const [given, setGiven] = useState({ key: '', value: '' })
  const { key, value } = given
  return (
    <>
      {asking.isOpen && <Ask total={total} given={given} onGiven={setGiven} />}
      {key !== '' && (
        <BulkConfirm
          name="set-field-sure"
          change={{
            ...who,
            action: 'edit',
            custom_parameters: { [key]: value === '' ? null : typedValue(value) },
          }}
          words={editWords(key, value)}
          onStarted={onStarted}
        />
      )}
    </>
  )
}

type Given = { key: string; value: string }
type AskProps = { total: number; given: Given; onGiven: (given: Given) => void }

function Ask({ total, given, onGiven }: AskProps) {
  const [key, setKey] = useState(given.key)
  const [value, setValue] = useState(given.value)
  const [isMissing, setMissing] = useState(false)
  const { data } = useQuery(fieldsQuery(key.trim()))
  const sure = useDialog('set-field-sure')
  const go = () => {
    if (key.trim() === '') {
      setMissing(true)
      return
    }
    onGiven({ key: key.trim(), value: value.trim() })
    sure.open()
  }
  return (
    <Dialog
      name="set-field"
      title={contactWords.editQuestion({ total })}
      foot={<Button onClick={go}>{contactWords.editNext}</Button>}
    >
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <ComboBox
          label={contactWords.editKey}
          text={key}
          onText={(text) => {
            setKey(text)
            setMissing(false)
          }}
          options={(data?.data ?? []).map((field) => ({
            value: field.key,
            label: field.key,
            note: contactWords.fieldTotal({
              total: field.total,
              isEstimate: data?.is_estimate ?? false,
            }),
          }))}
          problem={isMissing ? contactWords.editNeedsKey : undefined}
        />
        <label className={css['asked']}>
          <span className={css['label']}>{contactWords.editValue}</span>
          <span className={css['note']}>{contactWords.editValueNote}</span>
          <input
            className={css['input']}
            value={value}
            maxLength={1000}
            autoComplete="off"
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </label>
      </form>
    </Dialog>
  )
}
