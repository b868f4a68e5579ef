import { Button } from '@mantine/core'
import { createContext, use, useId, useRef, useState, type ReactNode } from 'react'
import { amount } from '../words/formats.ts'
import { uiWords } from '../words/ui.ts'
import css from './confirm.module.css'
import { Shell } from './dialog.tsx'
import { useDialog } from './dialog-state.ts'
import { useOfflineReason } from './offline.ts'
import { Problem } from './problem.tsx'

/** Above so many the number has to be typed; the frame gives it from the settings. */
export const ConfirmAbove = createContext(1000)

type ConfirmProps = {
  /** The name of the dialog in the URL. */
  name: string
  /** The act as a question, with its name or number. */
  question: string
  /** Exactly what will happen. */
  will: ReactNode
  /** What cannot be undone. */
  cannot?: ReactNode
  /** The way out: what goes on when it is not done. */
  wayOut: string
  /** The act again, with its number. */
  act: string
  /** How many it is about. Above the threshold it has to be typed. */
  number?: number | undefined
  /** A text that has to be given, such as how somebody agreed. */
  field?: { label: string; note?: string } | undefined
  isDangerous?: boolean
  /** What has to be chosen with it, under the sentences. */
  children?: ReactNode
  /** It closes when this is done; when it throws, it stays and says why. */
  onAct: (text: string) => Promise<unknown> | void
}

export function Confirm(props: ConfirmProps) {
  const { isOpen, close } = useDialog(props.name)
  return isOpen ? <Question key={props.name} {...props} onClose={close} /> : null
}

function Question(props: ConfirmProps & { onClose: () => void }) {
  const { question, will, cannot, wayOut, act, number, field, children, onAct, onClose } = props
  const offline = useOfflineReason()
  const isDangerous = props.isDangerous === true
  const isTyped = number !== undefined && number > use(ConfirmAbove)
  const [text, setText] = useState('')
  const [typed, setTyped] = useState('')
  const [complaint, setComplaint] = useState<Complaint>()
  const [state, setState] = useState<{ isWorking: boolean; error?: unknown }>({ isWorking: false })
  // A second press may come before the first was drawn.
  const isUnderWay = useRef(false)

  const confirm = async () => {
    if (isUnderWay.current || offline !== null) return
    const missing = complaintOf(isTyped ? number : undefined, typed, field, text)
    setComplaint(missing)
    if (missing !== undefined) return
    isUnderWay.current = true
    setState({ isWorking: true })
    try {
      await onAct(text.trim())
      onClose()
    } catch (error) {
      isUnderWay.current = false
      setState({ isWorking: false, error })
    }
  }
  return (
    <Shell
      kind="dialog"
      title={question}
      hasCross={false}
      onClose={onClose}
      foot={
        <Answers
          {...{ wayOut, act, isDangerous, onClose }}
          isFirst={!isTyped && !field}
          isWorking={state.isWorking}
          offline={offline}
          onAct={() => void confirm()}
        />
      }
    >
      <form
        className={css['question']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        <p>{will}</p>
        {cannot !== undefined && <p className={css['cannot']}>{cannot}</p>}
        {children}
        {field && <Asked {...field} value={text} onChange={setText} complaint={complaint?.field} />}
        {isTyped && (
          <Asked
            label={uiWords.typeNumber({ number })}
            value={typed}
            onChange={setTyped}
            complaint={complaint?.number}
            isNumber
          />
        )}
        {state.error !== undefined && <Problem error={state.error} isWrite />}
      </form>
    </Shell>
  )
}

type AnswersProps = Pick<ConfirmProps, 'wayOut' | 'act'> & {
  isDangerous: boolean
  isFirst: boolean
  isWorking: boolean
  offline: string | null
  onClose: () => void
  onAct: () => void
}

/** The focus begins on the way out, where there is no field. */
function Answers(props: AnswersProps) {
  const { wayOut, act, isDangerous, isFirst, isWorking, offline, onClose, onAct } = props
  return (
    <>
      <Button variant="default" onClick={onClose} {...(isFirst ? { 'data-first-focus': '' } : {})}>
        {wayOut}
      </Button>
      <Button
        color={isDangerous ? 'brick' : 'petrol'}
        aria-disabled={isWorking || offline !== null}
        data-hint={offline ?? undefined}
        onClick={onAct}
      >
        {isWorking ? uiWords.working : act}
      </Button>
    </>
  )
}

type AskedProps = {
  label: string
  note?: string
  value: string
  onChange: (value: string) => void
  complaint: string | undefined
  isNumber?: boolean
}

function Asked({ label, note, value, onChange, complaint, isNumber = false }: AskedProps) {
  const id = useId()
  return (
    <div className={css['asked']}>
      <label htmlFor={id}>{label}</label>
      {note !== undefined && <p className={css['note']}>{note}</p>}
      <input
        id={id}
        data-first-focus=""
        className={css['input']}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete="off"
        value={value}
        aria-invalid={complaint !== undefined}
        aria-describedby={`${id}-complaint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-complaint`} role="alert" className={css['complaint']}>
        {complaint}
      </p>
    </div>
  )
}

type Complaint = { field?: string; number?: string }

/** What is still missing, at the field that it is missing from. */
function complaintOf(
  number: number | undefined,
  typed: string,
  field: { label: string } | undefined,
  text: string,
): Complaint | undefined {
  if (field && text.trim() === '') return { field: uiWords.needed({ label: field.label }) }
  if (number === undefined) return undefined
  const digits = typed.replaceAll(/\D/g, '')
  return digits === String(number) || typed.trim() === amount(number)
    ? undefined
    : { number: uiWords.numberDiffers({ number }) }
}
