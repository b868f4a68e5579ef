import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import { Shell } from './dialog.tsx'
import { fieldId } from './fields.tsx'
import css from './form.module.css'
import { useOfflineReason } from './offline.ts'
import { Problem } from './problem.tsx'
import { Saved } from './saved.tsx'
import type { FormState, FormValues } from './use-form.ts'

type FormProps<Values extends FormValues> = {
  form: FormState<Values>
  /** What the button says; without it the form has none of its own. */
  act?: string
  /** Buttons beside it. */
  others?: ReactNode
  /** Asks before what was changed is left; not for what is in a dialog. */
  warnsOnLeaving?: boolean
  children: ReactNode
}

/** A form with the summary of what is wrong on top, its button at its end, and a question when it is left unsaved. */
export function Form<Values extends FormValues>(props: FormProps<Values>) {
  const { form, act, others, warnsOnLeaving = false, children } = props
  const offline = useOfflineReason()
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (offline === null) form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
        if (offline === null) form.submit()
      }}
    >
      <Summary form={form} />
      {children}
      {(act !== undefined || others !== undefined) && (
        <div className={css['foot']}>
          {act !== undefined && (
            <Button
              type="submit"
              aria-disabled={form.isSaving || offline !== null}
              data-hint={offline ?? undefined}
            >
              {form.isSaving ? uiWords.working : act}
            </Button>
          )}
          {others}
          {!form.isChanged && form.savedAt && <Saved state={{ kind: 'saved', at: form.savedAt }} />}
        </div>
      )}
      {warnsOnLeaving && <LeavingGuard isChanged={form.isChanged && !form.isSaving} />}
    </form>
  )
}

/** All that is wrong, with the way to each field. It takes the focus when a form was refused. */
function Summary<Values extends FormValues>({ form }: { form: FormState<Values> }) {
  const summary = useRef<HTMLDivElement>(null)
  const { problems, error, refusals } = form
  // The focus belongs to the browser.
  useEffect(() => {
    if (refusals > 0) summary.current?.focus()
  }, [refusals])
  if (error !== undefined) {
    return (
      <div ref={summary} tabIndex={-1}>
        <Problem error={error} title={uiWords.couldNotSave} isWrite />
      </div>
    )
  }
  if (problems.length === 0) return null
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={css['summary']}>
      <p>{uiWords.problems({ total: problems.length })}</p>
      <ul>
        {problems.map(({ title, field }) => (
          <li key={`${field} ${title}`}>
            {field != null && hasField(form, field) ? (
              <button type="button" onClick={() => focusField(form, field)}>
                {title}
              </button>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function hasField<Values extends FormValues>(
  { values }: FormState<Values>,
  field: string,
): boolean {
  return field in values
}

function focusField<Values extends FormValues>(form: FormState<Values>, field: string): void {
  document.getElementById(fieldId(form.id, field))?.focus()
}

/** Asks before what is unsaved is left, by a link, by *back*, or by closing the tab. */
export function LeavingGuard({ isChanged }: { isChanged: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Shell
      kind="dialog"
      title={uiWords.leaveQuestion}
      hasCross={false}
      onClose={blocker.reset}
      foot={
        <>
          <Button variant="default" data-first-focus="" onClick={blocker.reset}>
            {uiWords.stay}
          </Button>
          <Button color="brick" onClick={blocker.proceed}>
            {uiWords.leave}
          </Button>
        </>
      }
    >
      <p>{uiWords.leaveUnsaved}</p>
    </Shell>
  )
}
