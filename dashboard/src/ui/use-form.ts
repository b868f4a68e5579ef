import { useId, useRef, useState } from 'react'
import { failureOf, sentenceAtField, type FailureProblem } from './failure.ts'

export type FormValues = Readonly<Record<string, string | boolean>>

export type FormSettings<Values extends FormValues> = {
  initial: Values
  /** Sends what is in the form; what it throws is shown at the fields that the API names. */
  save: (values: Values) => Promise<unknown>
  /** The API's names where they differ from those of the fields. */
  fieldOf?: (apiField: string) => keyof Values & string
}

export type FormState<Values extends FormValues = FormValues> = {
  id: string
  values: Values
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void
  isChanged: boolean
  isSaving: boolean
  /** When it was saved last, for *Saved 14:31*. */
  savedAt: Date | undefined
  /** What was wrong, of all fields. */
  problems: readonly FailureProblem[]
  problemOf: (name: string) => string | undefined
  /** What failed but is no field's fault. */
  error: unknown
  /** Grows with each refusal: the summary takes the focus then. */
  refusals: number
  /** Sends what is in the form, or what it is to be from now on. */
  submit: (values?: Values) => void
  /** Begins anew, as when the server has other values. */
  reset: (values: Values) => void
}

/** The state of a form: what is typed, what is wrong with it, whether it is on its way. */
export function useForm<Values extends FormValues>(
  settings: FormSettings<Values>,
): FormState<Values> {
  const { initial, save, fieldOf = (name: string) => name } = settings
  const id = useId()
  const [saved, setSaved] = useState({ values: initial, at: undefined as Date | undefined })
  const [values, setValues] = useState(initial)
  const [trouble, setTrouble] = useState<Trouble>(noTrouble)
  const [isSaving, setSaving] = useState(false)
  // Two presses at once: the second comes before anything was drawn.
  const isUnderWay = useRef(false)
  const problemOf = (name: string) => {
    const found = trouble.problems.find(({ field }) => field != null && fieldOf(field) === name)
    return found && sentenceAtField(found)
  }

  const send = async (sent: Values) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setSaving(true)
    try {
      await save(sent)
      setSaved({ values: sent, at: new Date() })
      setTrouble(noTrouble)
    } catch (error) {
      setTrouble((before) => troubleOf(error, before.refusals + 1))
    } finally {
      isUnderWay.current = false
      setSaving(false)
    }
  }
  return {
    id,
    values,
    isSaving,
    isChanged: Object.keys(values).some((name) => values[name] !== saved.values[name]),
    savedAt: saved.at,
    problems: trouble.problems,
    error: trouble.error,
    refusals: trouble.refusals,
    problemOf,
    set: (name, value) => {
      setValues((before) => ({ ...before, [name]: value }))
      // What was wrong with a field is not said of what stands in it now.
      setTrouble((before) => ({
        ...before,
        problems: before.problems.filter(({ field }) => field == null || fieldOf(field) !== name),
      }))
    },
    submit: (next = values) => {
      setValues(next)
      void send(next)
    },
    reset: (next) => {
      setSaved({ values: next, at: undefined })
      setValues(next)
      setTrouble(noTrouble)
    },
  }
}

type Trouble = { problems: readonly FailureProblem[]; error?: unknown; refusals: number }

const noTrouble: Trouble = { problems: [], refusals: 0 }

function troubleOf(error: unknown, refusals: number): Trouble {
  const failure = failureOf(error)
  const isRefusal = failure?.kind === 'refused' && failure.problems.length > 0
  return isRefusal ? { problems: failure.problems, refusals } : { problems: [], error, refusals }
}
