import { TextField } from '../ui/fields.tsx'
import { sentencesOf } from '../ui/failure.ts'
import { Saved } from '../ui/saved.tsx'
import { useForm } from '../ui/use-form.ts'
import { settingsWords } from '../words/settings.ts'
import css from './setting.module.css'

type Times = { start: string; end: string }

const fields: Record<string, keyof Times> = {
  quiet_hours_start: 'start',
  quiet_hours_end: 'end',
}

/** Two times that count together: saved when one leaves them and both are there. */
export function TimesSetting({
  start,
  end,
  save,
}: Times & { save: (times: Times) => Promise<unknown> }) {
  const form = useForm({
    initial: { start, end },
    fieldOf: (name) => fields[name] ?? 'start',
    save: (times) => save(times),
  })
  const { values, isChanged, isSaving, error, savedAt } = form
  const isWhole = values.start !== '' && values.end !== ''
  return (
    <form
      className={css['setting']}
      noValidate
      onKeyDown={(event) => {
        // A form of two fields without a button is not submitted by the browser.
        if (event.key === 'Enter' && isChanged && isWhole) form.submit()
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        if (isChanged && isWhole && !isSaving) form.submit()
      }}
    >
      <div className={css['row']}>
        <TextField form={form} name="start" label={settingsWords.quietStart} type="time" />
        <TextField form={form} name="end" label={settingsWords.quietEnd} type="time" />
      </div>
      {isSaving && <Saved state={{ kind: 'saving' }} />}
      {error !== undefined && (
        <Saved
          state={{ kind: 'not-saved', reason: sentencesOf(error, { isWrite: true }).join(' ') }}
        />
      )}
      {!isWhole && <Saved state={{ kind: 'not-saved', reason: settingsWords.bothTimes }} />}
      {!isChanged && !isSaving && savedAt && <Saved state={{ kind: 'saved', at: savedAt }} />}
    </form>
  )
}
