import { Button } from '@mantine/core'
import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { editorWords } from '../words/editor.ts'
import { describedBy, FieldFrame } from '../ui/fields.tsx'
import { Icon } from '../ui/icon.tsx'
import {
  begunAt,
  endOfBegun,
  insertionOf,
  offered,
  type Begun,
  type Field,
  type Insertion,
} from './completion.ts'
import { FieldList } from './field-list.tsx'
import { marksOf } from './marks.ts'
import css from './text-editor.module.css'

type TextEditorProps = {
  value: string
  onChange: (value: string) => void
  fields: readonly Field[]
  costly: readonly string[]
  problem: string | undefined
  note: ReactNode
  /** Beside the buttons under the text. */
  counter: ReactNode
  /** Buttons beside *Field*. */
  others: ReactNode
}

const id = 'campaign-text'

/** The text of a campaign: `{{` offers the fields of contacts; variables are tinted, costly characters underlined. */
export function TextEditor(props: TextEditorProps) {
  const { value, onChange, fields, costly, note, counter, others } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const mark = useRef<HTMLSpanElement>(null)
  const { begun, found, at, isOpen, look, close, pick, begin, onKeyDown } = useCompletion(
    area,
    fields,
  )
  // What is only half written is no mistake yet.
  const problem = isOpen ? undefined : props.problem
  return (
    <FieldFrame id={id} label={editorWords.text} problem={problem}>
      <div className={css['frame']} data-invalid={problem !== undefined}>
        <div className={css['sheet']}>
          <Overlay value={value} costly={costly} caretAt={begun?.start} mark={mark} />
          <textarea
            ref={area}
            {...describedBy(id, undefined, problem)}
            className={css['area']}
            value={value}
            spellCheck
            aria-autocomplete="list"
            aria-controls={isOpen ? `${id}-fields` : undefined}
            aria-activedescendant={isOpen ? `${id}-field-${at}` : undefined}
            onChange={(event) => {
              onChange(event.currentTarget.value)
              look()
            }}
            onSelect={look}
            onBlur={close}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className={css['foot']}>
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={begin}>
            {editorWords.addField}
          </Button>
          {others}
          <span className={css['counter']}>{counter}</span>
        </div>
      </div>
      <p className={css['note']}>{note}</p>
      {isOpen && <FieldList id={id} fields={found} at={at} owner={mark} onPick={pick} />}
    </FieldFrame>
  )
}

type Completion = {
  begun: Begun | undefined
  found: Field[]
  at: number
  isOpen: boolean
  look: () => void
  close: () => void
  pick: (field: Field | undefined) => void
  /** Begins a variable at the caret, as the button does. */
  begin: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** What is offered for the variable that is being begun at the caret. */
function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  fields: readonly Field[],
): Completion {
  const [begun, setBegun] = useState<Begun>()
  const [at, setAt] = useState(0)
  const found = begun ? offered(fields, begun.typed) : []
  const isOpen = begun !== undefined && found.length > 0
  const look = () => {
    const { selectionStart = 0, value = '' } = area.current ?? {}
    setBegun(begunAt(value, selectionStart))
    setAt(0)
  }
  const close = () => setBegun(undefined)
  const pick = (field: Field | undefined) => {
    if (!field || !begun || !area.current) return
    const { selectionStart, value } = area.current
    // Everybody has a number; how many of an audience have the rest is known when the text is there.
    const isLacking = field.isParameter || field.key === 'name'
    const end = endOfBegun(value, selectionStart)
    insert(area.current, insertionOf(field, { start: begun.start, end, isLacking }))
    close()
  }
  const begin = () => {
    if (!area.current) return
    const { selectionStart: start, selectionEnd: end } = area.current
    insert(area.current, { start, end, text: '{{ ', caret: 3 })
    look()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = isOpen ? keyOf(event.key, at, found.length) : undefined
    if (next === undefined) return
    event.preventDefault()
    // ⌘Enter of the page is not meant.
    event.stopPropagation()
    if (next === 'close') close()
    else if (next === 'pick') pick(found[at])
    else setAt(next)
  }
  return { begun, found, at, isOpen, look, close, pick, begin, onKeyDown }
}

type OverlayProps = {
  value: string
  costly: readonly string[]
  caretAt: number | undefined
  mark: RefObject<HTMLSpanElement | null>
}

/** What lies under the glass of the text area: the same letters, unseen, with the tints that belong to them. */
function Overlay({ value, costly, caretAt, mark }: OverlayProps) {
  const marks = marksOf(value, new Set(costly))
  // Where a list of fields is to hang has to be known before it is drawn.
  useLayoutEffect(() => {
    if (mark.current)
      mark.current.textContent = caretAt === undefined ? '' : value.slice(0, caretAt)
  })
  return (
    <>
      <div className={css['overlay']} aria-hidden="true">
        {marks.map(({ kind, text }, place) => (
          <span key={place} data-kind={kind}>
            {text}
          </span>
        ))}
        {'\u200b'}
      </div>
      <div className={css['overlay']} aria-hidden="true">
        <span ref={mark} />
      </div>
    </>
  )
}

/** Put in by the browser as if it were typed, so that it can be undone as what is typed can. */
function insert(area: HTMLTextAreaElement, { start, end, text, caret }: Insertion): void {
  area.focus()
  area.setSelectionRange(start, end)
  // Old and without a successor: nothing else keeps the history of a field.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, start, end)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start + caret, start + caret)
}

function keyOf(key: string, at: number, total: number): number | 'close' | 'pick' | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % total
    case 'ArrowUp':
      return (at - 1 + total) % total
    case 'Enter':
    case 'Tab':
      return 'pick'
    case 'Escape':
      return 'close'
    default:
      return undefined
  }
}
