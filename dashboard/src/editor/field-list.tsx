import { useEffect, useRef } from 'react'
import { editorWords } from '../words/editor.ts'
import css from './text-editor.module.css'
import type { Field } from './completion.ts'

type FieldListProps = {
  id: string
  fields: readonly Field[]
  at: number
  /** An unseen text that ends where the variable begins. */
  owner: React.RefObject<HTMLElement | null>
  onPick: (field: Field) => void
}

/** The fields that are offered, under the braces that asked for them. */
export function FieldList({ id, fields, at, owner, onPick }: FieldListProps) {
  const list = useRef<HTMLDivElement>(null)
  // The browser shows it above everything; where it stands depends on the text.
  useEffect(() => {
    const element = list.current
    if (!element) return
    if (!element.matches(':popover-open')) element.showPopover()
    const lines = owner.current?.getClientRects()
    const last = lines?.item(lines.length - 1)
    const edge = last ?? owner.current?.getBoundingClientRect()
    if (!edge) return
    const { width, height } = element.getBoundingClientRect()
    const isBelow = edge.bottom + height + 8 < innerHeight
    element.style.left = `${Math.max(8, Math.min(edge.right, innerWidth - width - 8))}px`
    element.style.top = `${isBelow ? edge.bottom + 4 : Math.max(8, edge.top - height - 4)}px`
  })
  // Scrolling is an order to the browser.
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      ref={list}
      id={`${id}-fields`}
      popover="manual"
      role="listbox"
      aria-label={editorWords.fields}
      className={css['fields']}
    >
      {fields.map((field, place) => (
        <div
          key={`${field.isParameter} ${field.key}`}
          id={`${id}-field-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          className={css['field']}
          // The focus stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(field)}
          onKeyDown={undefined}
        >
          <strong>{field.key}</strong>
          <span>{noteOf(field)}</span>
        </div>
      ))}
    </div>
  )
}

function noteOf({ key, isParameter, example, total }: Field): string {
  if (isParameter) return editorWords.fieldNote({ example, total: total ?? 0 })
  if (key === 'name') return editorWords.fieldName
  return key === 'phone_number' ? editorWords.fieldNumber : editorWords.fieldCountry
}
