import { useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import css from './fields.module.css'
import { Icon } from './icon.tsx'
import type { FormState, FormValues } from './use-form.ts'

type NamesOf<Values, Kind> = {
  [Name in keyof Values & string]: Values[Name] extends Kind ? Name : never
}[keyof Values & string]

type FieldProps<Values extends FormValues, Kind> = {
  form: FormState<Values>
  name: NamesOf<Values, Kind>
  label: ReactNode
  /** Under the label: what it is for. */
  note?: ReactNode
}

export function fieldId(form: string, name: string): string {
  return `${form}-${name}`
}

type FrameProps = {
  id: string
  label: ReactNode
  note?: ReactNode
  problem?: string | undefined
  children: ReactNode
}

/** A label, a note, a control and what is wrong with it, for controls that are no plain fields too. */
export function FieldFrame({ id, label, note, problem, children }: FrameProps) {
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      {note !== undefined && (
        <p id={`${id}-note`} className={css['note']}>
          {note}
        </p>
      )}
      {children}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css['problem']}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** What ties a control to its note and its problem. */
export function describedBy(id: string, note: ReactNode, problem: string | undefined) {
  const ids = [
    ...(note === undefined ? [] : [`${id}-note`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ]
  return {
    id,
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
}

type TextFieldProps<Values extends FormValues> = FieldProps<Values, string> & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'time' | 'date' | 'datetime-local'
  placeholder?: string
  suffix?: ReactNode
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'inputMode' | 'size' | 'maxLength' | 'autoCapitalize' | 'spellCheck'
  >

export function TextField<Values extends FormValues>(props: TextFieldProps<Values>) {
  const { form, name, label, note, suffix, type = 'text', ...rest } = props
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <FieldFrame {...{ id, label, note, problem }}>
      <span className={css['line']}>
        <input
          {...rest}
          {...describedBy(id, note, problem)}
          type={type}
          className={css['input']}
          value={textIn(form, name)}
          onChange={(event) => setText(form, name, event.currentTarget.value)}
        />
        {suffix !== undefined && <span className={css['suffix']}>{suffix}</span>}
      </span>
    </FieldFrame>
  )
}

/** A whole number, typed: no arrows that the keyboard cannot reach, and no wheel that changes it by accident. */
export function NumberField<Values extends FormValues>(props: TextFieldProps<Values>) {
  return <TextField inputMode="numeric" autoComplete="off" size={8} {...props} />
}

export function PasswordField<Values extends FormValues>(
  props: FieldProps<Values, string> & { autoComplete: 'current-password' | 'new-password' },
) {
  const { form, name, label, note, autoComplete } = props
  const [isShown, setShown] = useState(false)
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <FieldFrame {...{ id, label, note, problem }}>
      <span className={css['line']}>
        <input
          {...describedBy(id, note, problem)}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          className={css['input']}
          value={textIn(form, name)}
          onChange={(event) => setText(form, name, event.currentTarget.value)}
        />
        <button
          type="button"
          className={css['eye']}
          aria-label={isShown ? uiWords.hidePassword : uiWords.showPassword}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon name="eye" />
        </button>
      </span>
    </FieldFrame>
  )
}

export function TextAreaField<Values extends FormValues>(
  props: FieldProps<Values, string> & { rows?: number; placeholder?: string },
) {
  const { form, name, label, note, rows = 4, placeholder } = props
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <FieldFrame {...{ id, label, note, problem }}>
      <textarea
        {...describedBy(id, note, problem)}
        rows={rows}
        placeholder={placeholder}
        className={css['area']}
        value={textIn(form, name)}
        onChange={(event) => setText(form, name, event.currentTarget.value)}
      />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string; isOff?: boolean }

/** The platform's own select: reachable by everybody, and a wheel on a phone. */
export function SelectField<Values extends FormValues>(
  props: FieldProps<Values, string> & { options: readonly Option[] },
) {
  const { form, name, label, note, options } = props
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <FieldFrame {...{ id, label, note, problem }}>
      <select
        {...describedBy(id, note, problem)}
        className={css['select']}
        value={textIn(form, name)}
        onChange={(event) => setText(form, name, event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isOff === true}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** A box to tick, or a switch: what is on holds at once, what is ticked holds when it is saved. */
export function CheckField<Values extends FormValues>(
  props: FieldProps<Values, boolean> & { isSwitch?: boolean },
) {
  const { form, name, label, note, isSwitch = false } = props
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <div className={css['field']}>
      <span className={css['check']}>
        <input
          {...describedBy(id, note, problem)}
          type="checkbox"
          {...(isSwitch ? { role: 'switch' } : {})}
          className={isSwitch ? css['switch'] : css['box']}
          checked={form.values[name] === true}
          // The name is that of a boolean.
          onChange={(event) => form.set(name, event.currentTarget.checked as Values[typeof name])}
        />
        <label htmlFor={id}>{label}</label>
      </span>
      {note !== undefined && (
        <p id={`${id}-note`} className={css[isSwitch ? 'noteUnderSwitch' : 'noteUnder']}>
          {note}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css['problem']}>
          {problem}
        </p>
      )}
    </div>
  )
}

type RadioFieldProps<Values extends FormValues> = Omit<FieldProps<Values, string>, 'label'> & {
  label: string
  options: readonly { value: string; label: string; note?: ReactNode; isOff?: boolean }[]
}

/** One of a few, each with its own words. */
export function RadioField<Values extends FormValues>(props: RadioFieldProps<Values>) {
  const { form, name, label, note, options } = props
  const id = fieldId(form.id, name)
  const problem = form.problemOf(name)
  return (
    <fieldset className={css['field']}>
      <legend className={css['label']}>{label}</legend>
      {note !== undefined && <p className={css['note']}>{note}</p>}
      {options.map((option, place) => (
        <label key={option.value} className={css['radio']}>
          <input
            type="radio"
            id={place === 0 ? id : undefined}
            name={id}
            className={css['box']}
            disabled={option.isOff === true}
            checked={form.values[name] === option.value}
            onChange={() => setText(form, name, option.value)}
          />
          <span>
            {option.label}
            {option.note !== undefined && <span className={css['radioNote']}>{option.note}</span>}
          </span>
        </label>
      ))}
      {problem !== undefined && <p className={css['problem']}>{problem}</p>}
    </fieldset>
  )
}

function textIn<Values extends FormValues>({ values }: FormState<Values>, name: string): string {
  return String(values[name] ?? '')
}

function setText<Values extends FormValues>(
  form: FormState<Values>,
  name: keyof Values & string,
  text: string,
): void {
  // The name is that of a text.
  form.set(name, text as Values[typeof name])
}
