import { useEffect, useId, useRef, type ReactNode } from 'react'
import { uiWords } from '../words/ui.ts'
import { classes } from './classes.ts'
import css from './dialog.module.css'
import { useDialog } from './dialog-state.ts'
import { Icon } from './icon.tsx'

type DialogProps = {
  name: string
  title: ReactNode
  /** Buttons at its foot, the act last. */
  foot?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/** Open while the URL says so. Escape, *back*, the cross and a press beside it close it; the focus goes back where it was. */
export function Dialog({ name, ...rest }: DialogProps) {
  const { isOpen, close } = useDialog(name)
  return isOpen ? <Shell {...rest} onClose={close} kind="dialog" /> : null
}

/** The same from the side, for what is looked at beside a list. */
export function Drawer({ name, ...rest }: DialogProps) {
  const { isOpen, close } = useDialog(name)
  return isOpen ? <Shell {...rest} onClose={close} kind="drawer" /> : null
}

type ShellProps = Omit<DialogProps, 'name'> & {
  kind: 'dialog' | 'drawer'
  onClose: () => void
  /** Where the focus begins; else where the browser puts it. */
  hasCross?: boolean
}

/** The platform's own modal dialog: what is behind it is inert, and it lies above everything. */
export function Shell({
  title,
  foot,
  isWide,
  children,
  kind,
  onClose,
  hasCross = true,
}: ShellProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Opening it is an order to the browser; there is no attribute that makes it modal.
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    firstFocus(element)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes(css['shell'], css[kind], isWide === true && css['wide'])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        // The dialog itself is pressed only beside its content.
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={css['content']}>
        <div className={css['head']}>
          <h2 id={id} className={css['title']}>
            {title}
          </h2>
          {hasCross && (
            <button
              type="button"
              className={css['cross']}
              aria-label={uiWords.close}
              onClick={onClose}
            >
              <Icon name="cross" />
            </button>
          )}
        </div>
        <div className={css['body']}>{children}</div>
        {foot !== undefined && <div className={css['foot']}>{foot}</div>}
      </div>
    </dialog>
  )
}

/** What asks for it, else the first field; else the browser decides. */
function firstFocus(dialog: HTMLDialogElement | null): HTMLElement | null | undefined {
  const fields = 'input:not([type=hidden]), textarea, select'
  return (
    dialog?.querySelector<HTMLElement>('[data-first-focus]') ??
    dialog?.querySelector<HTMLElement>(fields)
  )
}
