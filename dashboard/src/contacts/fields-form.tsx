import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client.ts'
import { ApiError } from '../api/errors.ts'
import { useWrite } from '../api/use-write.ts'
import { TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { useForm } from '../ui/use-form.ts'
import { contactWords } from '../words/contacts.ts'
import css from './contact-page.module.css'
import { changesOf, rowProblems, rowsOf, type FieldRow } from './field-rows.ts'
import { contactQuery, type Contact } from './queries.ts'
import type { FieldValue } from './values.ts'
import { fieldsOf } from './values.ts'

type Change = {
  name?: string
  phone_number?: string
  custom_parameters?: Record<string, FieldValue | null>
  expected_revision: number
}

type FieldsFormProps = { contact: Contact; onDone: () => void }

/** Name, number and fields of a contact. What somebody else has changed meanwhile is never overwritten unseen. */
export function FieldsForm({ contact, onDone }: FieldsFormProps) {
  const client = useQueryClient()
  // What the form began from; the page may have newer values by now. What was not touched is not sent.
  const [base] = useState(contact)
  const [revision, setRevision] = useState(contact.revision)
  const [rows, setRows] = useState(() => rowsOf(fieldsOf(contact)))
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map())
  const [isOvertaken, setOvertaken] = useState(false)
  const saving = useWrite({
    mutationFn: (body: Change, once) =>
      answer(
        api.POST('/api/contacts/{id}', { params: { path: { id: base.id } }, body, headers: once }),
      ),
    changes: [['contacts'], ['custom-parameters'], ['segments']],
  })
  const form = useForm({
    initial: { name: base.name ?? '', phone_number: base.phone_number },
    save: async ({ name, phone_number }) => {
      const found = rowProblems(rows)
      setProblems(found)
      if (found.size > 0) return
      const change = changeOf(base, { name: name.trim(), phone_number: phone_number.trim() }, rows)
      try {
        if (change) await saving.writeNow({ ...change, expected_revision: revision })
        onDone()
      } catch (error) {
        if (!(error instanceof ApiError) || !error.problem('changed')) throw error
        setOvertaken(true)
      }
    },
  })
  const fetchTheirs = async () => (await client.fetchQuery(contactQuery(base.id))).data
  const keepMine = async () => {
    setRevision((await fetchTheirs()).revision)
    setOvertaken(false)
  }
  const takeTheirs = async () => {
    await fetchTheirs()
    onDone()
  }
  return (
    <Form
      form={form}
      act={contactWords.save}
      others={
        <Button variant="default" onClick={onDone}>
          {contactWords.cancel}
        </Button>
      }
      warnsOnLeaving
    >
      {isOvertaken && <Overtaken onKeep={() => void keepMine()} onTake={() => void takeTheirs()} />}
      <TextField form={form} name="name" label={contactWords.name} autoComplete="off" />
      <TextField
        form={form}
        name="phone_number"
        label={contactWords.number}
        type="tel"
        autoComplete="off"
      />
      <Rows rows={rows} problems={problems} onChange={setRows} />
    </Form>
  )
}

function Overtaken({ onKeep, onTake }: { onKeep: () => void; onTake: () => void }) {
  return (
    <Note
      tone="warn"
      title={contactWords.changedTitle}
      action={
        <>
          <Button variant="default" onClick={onTake}>
            {contactWords.takeTheirs}
          </Button>
          <Button variant="default" onClick={onKeep}>
            {contactWords.keepMine}
          </Button>
        </>
      }
    >
      {contactWords.changedText}
    </Note>
  )
}

type RowsProps = {
  rows: readonly FieldRow[]
  problems: ReadonlyMap<number, string>
  onChange: (rows: FieldRow[]) => void
}

function Rows({ rows, problems, onChange }: RowsProps) {
  const change = (id: number, values: Partial<FieldRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...values } : row)))
  const nextId = Math.max(-1, ...rows.map(({ id }) => id)) + 1
  return (
    <div className={css['rowsForm']}>
      {rows.map((row, place) => {
        const called = row.key.trim() || contactWords.newField
        return (
          <div key={row.id}>
            <div className={css['rowForm']}>
              <input
                className={css['input']}
                aria-label={contactWords.keyOf({ row: place + 1 })}
                maxLength={64}
                value={row.key}
                autoComplete="off"
                onChange={(event) => change(row.id, { key: event.currentTarget.value })}
              />
              <input
                className={css['input']}
                aria-label={contactWords.valueOf({ key: called })}
                maxLength={1000}
                value={row.text}
                autoComplete="off"
                onChange={(event) => change(row.id, { text: event.currentTarget.value })}
              />
              <button
                type="button"
                className={css['remove']}
                aria-label={contactWords.removeField({ key: called })}
                onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
              >
                <Icon name="cross" size={16} />
              </button>
            </div>
            {problems.has(row.id) && (
              <p className={css['problem']} role="alert">
                {problems.get(row.id)}
              </p>
            )}
          </div>
        )
      })}
      <div>
        <Button
          variant="subtle"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange([...rows, { id: nextId, key: '', text: '', was: undefined }])}
        >
          {contactWords.addField}
        </Button>
      </div>
    </div>
  )
}

/** Only what differs from what the form began from; undefined when that is nothing. */
function changeOf(
  base: Contact,
  { name, phone_number }: { name: string; phone_number: string },
  rows: readonly FieldRow[],
): Omit<Change, 'expected_revision'> | undefined {
  const custom_parameters = changesOf(rows, fieldsOf(base))
  const change = {
    ...(name === (base.name ?? '') ? {} : { name }),
    ...(phone_number === base.phone_number ? {} : { phone_number }),
    ...(custom_parameters === undefined ? {} : { custom_parameters }),
  }
  return Object.keys(change).length === 0 ? undefined : change
}
