import { useEffect, useRef, type ReactNode } from 'react'
import {
  CheckField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  type Option,
} from '../ui/fields.tsx'
import { sentencesOf } from '../ui/failure.ts'
import { Saved } from '../ui/saved.tsx'
import { useForm, type FormState } from '../ui/use-form.ts'
import css from './setting.module.css'

// One field that saves itself: a text when one leaves it or presses Enter, a switch at once. Escape brings back what it was.

type Setting<Value> = {
  label: string
  note?: ReactNode
  /** What the server has. */
  value: Value
  save: (value: Value) => Promise<unknown>
}

type One<Value extends string | boolean> = { value: Value }

/** A form of one field, which follows the server as long as nobody has changed it. */
function useSetting<Value extends string | boolean>({
  value,
  save,
}: Setting<Value>): FormState<One<Value>> {
  const form = useForm<One<Value>>({
    initial: { value },
    fieldOf: () => 'value',
    save: (values) => save(values.value),
  })
  const followed = useRef(value)
  // What another browser changed comes from outside of React.
  useEffect(() => {
    if (followed.current === value) return
    followed.current = value
    if (!form.isChanged && form.values.value !== value) form.reset({ value })
  }, [form, value])
  return form
}

export function TextSetting(
  props: Setting<string> & { isNumber?: boolean; type?: 'text' | 'url' | 'email'; suffix?: string },
) {
  const form = useSetting(props)
  const { label, note, isNumber = false, type = 'text', suffix } = props
  const rest = {
    ...(note === undefined ? {} : { note }),
    ...(suffix === undefined ? {} : { suffix }),
  }
  return (
    <Typed form={form} value={props.value}>
      {isNumber ? (
        <NumberField form={form} name="value" label={label} {...rest} />
      ) : (
        <TextField
          form={form}
          name="value"
          label={label}
          type={type}
          autoComplete="off"
          {...rest}
        />
      )}
    </Typed>
  )
}

export function AreaSetting(props: Setting<string> & { rows?: number }) {
  const form = useSetting(props)
  const { label, note, rows = 3 } = props
  return (
    <Typed form={form} value={props.value}>
      <TextAreaField
        form={form}
        name="value"
        label={label}
        rows={rows}
        {...(note === undefined ? {} : { note })}
      />
    </Typed>
  )
}

export function SelectSetting(props: Setting<string> & { options: readonly Option[] }) {
  const form = useSetting(props)
  const { label, note, options } = props
  return (
    <Chosen form={form}>
      {(chosen) => (
        <SelectField
          form={chosen}
          name="value"
          label={label}
          options={options}
          {...(note === undefined ? {} : { note })}
        />
      )}
    </Chosen>
  )
}

export function RadioSetting(
  props: Setting<string> & {
    options: readonly { value: string; label: string; note?: ReactNode }[]
  },
) {
  const form = useSetting(props)
  const { label, note, options } = props
  return (
    <Chosen form={form}>
      {(chosen) => (
        <RadioField
          form={chosen}
          name="value"
          label={label}
          options={options}
          {...(note === undefined ? {} : { note })}
        />
      )}
    </Chosen>
  )
}

export function SwitchSetting(props: Setting<boolean>) {
  const form = useSetting(props)
  const { label, note } = props
  return (
    <Chosen form={form}>
      {(chosen) => (
        <CheckField
          form={chosen}
          name="value"
          label={label}
          isSwitch
          {...(note === undefined ? {} : { note })}
        />
      )}
    </Chosen>
  )
}

type TypedProps = { form: FormState<One<string>>; value: string; children: ReactNode }

/** Saves what was typed when one leaves it. */
function Typed({ form, value, children }: TypedProps) {
  const saveChanged = () => {
    if (form.isChanged && !form.isSaving) form.submit()
  }
  return (
    <form
      className={css['setting']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saveChanged()
      }}
      onBlur={saveChanged}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && form.isChanged) {
          event.stopPropagation()
          form.reset({ value })
        }
      }}
    >
      {children}
      <State form={form} />
    </form>
  )
}

/** Saves what was chosen at once. */
function Chosen<Value extends string | boolean>({
  form,
  children,
}: {
  form: FormState<One<Value>>
  children: (form: FormState<One<Value>>) => ReactNode
}) {
  const saving: FormState<One<Value>> = {
    ...form,
    set: (_name, value) => form.submit({ value }),
  }
  return (
    <div className={css['setting']}>
      {children(saving)}
      <State form={form} />
    </div>
  )
}

/** *Saved 14:31*, or why not. What is wrong with the value itself stands at the field. */
function State<Value extends string | boolean>({ form }: { form: FormState<One<Value>> }) {
  const { isSaving, isChanged, savedAt, error } = form
  if (isSaving) return <Saved state={{ kind: 'saving' }} />
  if (error !== undefined) {
    const reason = sentencesOf(error, { isWrite: true }).join(' ')
    return <Saved state={{ kind: 'not-saved', reason }} />
  }
  if (isChanged || !savedAt) return null
  return <Saved state={{ kind: 'saved', at: savedAt }} />
}
