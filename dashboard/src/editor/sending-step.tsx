import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { Card } from '../ui/card.tsx'
import { describedBy, FieldFrame } from '../ui/fields.tsx'
import fieldCss from '../ui/fields.module.css'
import { editorWords } from '../words/editor.ts'
import { problemOf, type EditorProps } from './editor-context.ts'
import css from './editor.module.css'
import { localOf, wireOfLocal, zoneName } from './local-time.ts'
import { accountQuery } from './queries.ts'
import { Runway } from './runway.tsx'
import { SimList } from './sim-list.tsx'

/** When, from which SIMs, in which hours, until when; and how long that takes. */
export function SendingStep(props: EditorProps) {
  const { preview, draft, devices } = props
  return (
    <>
      {preview && <Runway preview={preview} />}
      <When {...props} />
      <Card title={editorWords.from} isFlush>
        <SimList
          devices={devices}
          chosen={draft.state.values.sims}
          onChange={(sims) => draft.set({ sims })}
        />
      </Card>
      <Quiet {...props} />
      <GiveUp {...props} />
    </>
  )
}

function When(props: EditorProps) {
  const { draft } = props
  const { is_scheduled, scheduled_datetime } = draft.state.values
  const isPast = scheduled_datetime !== null && scheduled_datetime < nowOnWire()
  const problem =
    problemOf(props, 'scheduled_datetime') ??
    (is_scheduled && scheduled_datetime === null ? editorWords.timeMissing : undefined)
  return (
    <Group legend={editorWords.when}>
      <Choice
        label={editorWords.sendNow}
        isChosen={!is_scheduled}
        onChoose={() => draft.set({ is_scheduled: false })}
      />
      <Choice
        label={editorWords.sendAt}
        isChosen={is_scheduled}
        onChoose={() => draft.set({ is_scheduled: true })}
      />
      {is_scheduled && (
        <div className={css['under']}>
          <Instant
            label={editorWords.time}
            note={isPast ? editorWords.timePast : editorWords.timeNote({ zone: zoneName() })}
            value={scheduled_datetime}
            problem={problem}
            onChange={(next) => draft.set({ scheduled_datetime: next })}
          />
        </div>
      )}
    </Group>
  )
}

function Quiet(props: EditorProps) {
  const { draft } = props
  const { data } = useQuery(accountQuery)
  const { quiet_hours, quiet_hours_start, quiet_hours_end } = draft.state.values
  const start = data?.data.quiet_hours_start ?? null
  const end = data?.data.quiet_hours_end ?? null
  const ofAccount =
    start === null || end === null
      ? editorWords.quietAccountNone
      : editorWords.quietAccount({ start, end })
  const choose = (next: 'account' | 'own' | 'off') =>
    draft.set({
      quiet_hours: next,
      quiet_hours_start: next === 'own' ? (quiet_hours_start ?? start ?? '20:00') : null,
      quiet_hours_end: next === 'own' ? (quiet_hours_end ?? end ?? '09:00') : null,
    })
  return (
    <Group legend={editorWords.quiet}>
      <Choice
        label={ofAccount}
        isChosen={quiet_hours === 'account'}
        onChoose={() => choose('account')}
      />
      <Choice
        label={editorWords.quietOwn}
        isChosen={quiet_hours === 'own'}
        onChoose={() => choose('own')}
      />
      {quiet_hours === 'own' && (
        <div className={css['under']}>
          <TimeOfDay
            label={editorWords.quietFrom}
            value={quiet_hours_start}
            problem={problemOf(props, 'quiet_hours_start')}
            onChange={(next) => draft.set({ quiet_hours_start: next })}
          />
          <TimeOfDay
            label={editorWords.quietUntil}
            value={quiet_hours_end}
            problem={problemOf(props, 'quiet_hours_end')}
            onChange={(next) => draft.set({ quiet_hours_end: next })}
          />
        </div>
      )}
      <Choice
        label={editorWords.quietOff}
        isChosen={quiet_hours === 'off'}
        onChoose={() => choose('off')}
      />
    </Group>
  )
}

const dayMs = 24 * 3_600_000

function GiveUp(props: EditorProps) {
  const { draft } = props
  const id = useId()
  const { expires_datetime } = draft.state.values
  return (
    <div>
      <span className={fieldCss['check']}>
        <input
          id={id}
          type="checkbox"
          className={fieldCss['box']}
          checked={expires_datetime !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) =>
            draft.set({
              expires_datetime: event.currentTarget.checked ? nowOnWire(2 * dayMs) : null,
            })
          }
        />
        <label htmlFor={id}>{editorWords.giveUp}</label>
      </span>
      <p id={`${id}-note`} className={fieldCss['noteUnder']}>
        {editorWords.giveUpNote}
      </p>
      {expires_datetime !== null && (
        <div className={css['under']}>
          <Instant
            label={editorWords.giveUpAt}
            value={expires_datetime}
            problem={problemOf(props, 'expires_datetime')}
            onChange={(next) => next !== null && draft.set({ expires_datetime: next })}
          />
        </div>
      )}
    </div>
  )
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={css['group']}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

type ChoiceProps = { label: string; isChosen: boolean; onChoose: () => void }

function Choice({ label, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className={fieldCss['radio']}>
      <input type="radio" className={fieldCss['box']} checked={isChosen} onChange={onChoose} />
      <span>{label}</span>
    </label>
  )
}

type TimeProps = {
  label: string
  note?: string
  value: string | null
  problem: string | undefined
  onChange: (value: string | null) => void
}

/** A date and a time by the clock of the person; the platform's own field, which is a wheel on a phone. */
function Instant({ label, note, value, problem, onChange }: TimeProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} note={note} problem={problem}>
      <input
        {...describedBy(id, note, problem)}
        type="datetime-local"
        className={fieldCss['input']}
        value={value === null ? '' : localOf(value)}
        onChange={(event) => onChange(wireOfLocal(event.currentTarget.value))}
      />
    </FieldFrame>
  )
}

function TimeOfDay({ label, value, problem, onChange }: TimeProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} problem={problem}>
      <input
        {...describedBy(id, undefined, problem)}
        type="time"
        className={fieldCss['input']}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </FieldFrame>
  )
}

function nowOnWire(afterMs = 0): string {
  return new Date(Date.now() + afterMs).toISOString().slice(0, 16).replace('T', ' ') + ':00'
}
