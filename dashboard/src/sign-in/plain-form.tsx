import { Button } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { fieldId } from '../ui/fields.tsx'
import { Icon } from '../ui/icon.tsx'
import { Problem } from '../ui/problem.tsx'
import type { FormState, FormValues } from '../ui/use-form.ts'
import { uiWords } from '../words/ui.ts'
import css from './column.module.css'

type PlainFormProps<Values extends FormValues> = {
  form: FormState<Values>
  act: string
  /** The field that the focus begins on. */
  first: keyof Values & string
  /** The field that is to be mended where no field is named. */
  again?: keyof Values & string
  children: ReactNode
}

/** A form of few fields: a refusal is one sentence above them, or stands at the first field that is wrong. */
export function PlainForm<Values extends FormValues>(props: PlainFormProps<Values>) {
  const { form, act, first, again, children } = props
  const { id, problems, error, refusals } = form
  const refusal = useRef<HTMLDivElement>(null)
  const general = problems.filter(({ field }) => field == null || !(field in form.values))
  const wrong = problems.find(({ field }) => field != null && field in form.values)?.field
  // The focus belongs to the browser: it begins on the first field, and goes to what was wrong.
  useEffect(() => {
    document.getElementById(fieldId(id, first))?.focus()
  }, [id, first])
  // Once for each refusal, and not when a field is mended.
  const told = useRef(0)
  useEffect(() => {
    if (refusals === told.current) return
    told.current = refusals
    const field = document.getElementById(fieldId(id, wrong ?? again ?? ''))
    if (field instanceof HTMLInputElement) {
      field.focus()
      field.select()
    } else refusal.current?.focus()
  }, [id, refusals, wrong, again])
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {general.length > 0 && (
        <div ref={refusal} tabIndex={-1} role="alert" className={css['refusal']}>
          <Icon name="warning" />
          <div>
            {general.map(({ title }) => (
              <p key={title}>{title}</p>
            ))}
          </div>
        </div>
      )}
      {error !== undefined && <Problem error={error} isWrite />}
      {children}
      <Button type="submit" fullWidth aria-disabled={form.isSaving}>
        {form.isSaving ? uiWords.working : act}
      </Button>
    </form>
  )
}
