import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { classes } from './classes.ts'
import css from './combo-box.module.css'
import { place } from './hints.tsx'

export type ComboOption = { value: string; label: string; note?: string | undefined }

export type ComboBoxProps = {
  label: string
  /** The label is for the screen reader only, as in a row that reads by itself. */
  isLabelHidden?: boolean
  /** What stands in the field. */
  text: string
  onText: (text: string) => void
  /** What is offered for it, already narrowed down. */
  options: readonly ComboOption[]
  /** What a pressed option does; else its label becomes the text. */
  onPick?: (option: ComboOption) => void
  placeholder?: string | undefined
  /** What is wrong with it. */
  problem?: string | undefined
  onFocus?: () => void
  onBlur?: () => void
}

/** A field that offers what is known while one types. Any text may stand in it; who wants less looks at it on leaving. */
export function ComboBox(props: ComboBoxProps) {
  const { label, isLabelHidden = false, text, onText, options, placeholder, problem } = props
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const isShown = isOpen && options.length > 0
  const pick = (option: ComboOption) => {
    if (props.onPick) props.onPick(option)
    else onText(option.label)
    setOpen(false)
    setAt(-1)
  }
  return (
    <div className={css['box']}>
      <label htmlFor={id} className={isLabelHidden ? css['hidden'] : css['label']}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className={css['input']}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${id}-${at}` : undefined}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value)
          setOpen(true)
          setAt(-1)
        }}
        onFocus={props.onFocus}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false)
          props.onBlur?.()
        }}
        onKeyDown={(event) => {
          const next = keyOf(event, { isShown, at, total: options.length })
          if (next === 'close') setOpen(false)
          else if (next === 'pick') pickAt(options, at, pick)
          else if (next !== undefined) {
            setOpen(true)
            setAt(next)
          }
        }}
      />
      {isShown && <Options {...{ id, label, options, at, field, pick }} />}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css['problem']}>
          {problem}
        </p>
      )}
    </div>
  )
}

type OptionsProps = {
  id: string
  label: string
  options: readonly ComboOption[]
  at: number
  field: React.RefObject<HTMLInputElement | null>
  pick: (option: ComboOption) => void
}

function Options({ id, label, options, at, field, pick }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null)
  // The browser shows it above everything; where it stands depends on the field and on its own size.
  useEffect(() => {
    const element = list.current
    const owner = field.current
    if (!element || !owner) return
    element.style.minInlineSize = `${owner.offsetWidth}px`
    if (!element.matches(':popover-open')) element.showPopover()
    place(element, owner)
  }, [field, options])
  // Scrolling is an order to the browser.
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      ref={list}
      id={`${id}-list`}
      popover="manual"
      role="listbox"
      aria-label={label}
      className={css['list']}
    >
      {options.map((option, place) => (
        <div
          key={option.value}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          className={classes(css['option'], place === at && css['at'])}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(option)}
          onKeyDown={undefined}
        >
          <span className={css['name']}>{option.label}</span>
          {option.note !== undefined && <span className={css['note']}>{option.note}</span>}
        </div>
      ))}
    </div>
  )
}

type State = { isShown: boolean; at: number; total: number }

function keyOf(event: KeyboardEvent, state: State): number | 'close' | 'pick' | undefined {
  const { isShown, at, total } = state
  switch (event.key) {
    case 'ArrowDown':
      event.preventDefault()
      return total === 0 ? -1 : (at + 1) % total
    case 'ArrowUp':
      event.preventDefault()
      return at <= 0 ? total - 1 : at - 1
    case 'Enter':
      if (!isShown || at < 0) return undefined
      event.preventDefault()
      return 'pick'
    case 'Escape':
      if (!isShown) return undefined
      // Only the list is closed, and not what is around it.
      event.stopPropagation()
      return 'close'
    default:
      return undefined
  }
}

function pickAt(
  options: readonly ComboOption[],
  at: number,
  pick: (option: ComboOption) => void,
): void {
  const option = options[at]
  if (option) pick(option)
}
