import { useNavigate, type LinkProps } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { place } from './hints.tsx'
import { Icon, type IconName } from './icon.tsx'
import css from './menu.module.css'

export type MenuItem = {
  label: string
  icon?: IconName
  onAct?: () => void
  to?: LinkProps
  isDangerous?: boolean
  /** Why it cannot be done now; it stays reachable and says so. */
  reason?: string | null | undefined
}

type MenuProps = {
  /** What the menu is of: `More for Winter sale`. */
  label: string
  items: readonly MenuItem[]
  /** In place of the three dots. */
  children?: ReactNode
}

/** A button with a menu. Only the button is there until it is pressed, so that a list may have one in each row. */
export function Menu({ label, items, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  if (items.length === 0) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className={children === undefined ? css['dots'] : css['button']}
        aria-label={children === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {children ?? <Icon name="more" />}
      </button>
      {isOpen && (
        <Items id={id} label={label} items={items} button={button} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

type ItemsProps = {
  id: string
  label: string
  items: readonly MenuItem[]
  button: React.RefObject<HTMLButtonElement | null>
  onClose: () => void
}

function Items({ id, label, items, button, onClose }: ItemsProps) {
  const menu = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  // The browser shows it above everything, and closes it when one presses elsewhere.
  useEffect(() => {
    const element = menu.current
    if (!element) return
    element.showPopover()
    if (button.current) place(element, button.current, 'end')
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [button])
  const act = (item: MenuItem) => {
    if (item.reason != null) return
    onClose()
    button.current?.focus()
    item.onAct?.()
    if (item.to) void navigate(item.to as Parameters<typeof navigate>[0])
  }
  return (
    <div
      ref={menu}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={css['menu']}
      onKeyDown={(event) => move(event, menu.current)}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={css['item']}
          data-dangerous={item.isDangerous === true}
          aria-disabled={item.reason != null}
          onClick={() => act(item)}
        >
          {item.icon && <Icon name={item.icon} size={18} />}
          <span>
            {item.label}
            {item.reason != null && <span className={css['reason']}>{item.reason}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

function move(event: KeyboardEvent, menu: HTMLElement | null): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const at = items.findIndex((item) => item === document.activeElement)
  const next = nextOf(event.key, at, items)
  if (next === undefined) {
    // A menu is left by Tab as it is by Escape.
    if (event.key === 'Tab') menu?.hidePopover()
    return
  }
  event.preventDefault()
  items[next]?.focus()
}

function nextOf(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
  const { length } = items
  if (key === 'ArrowDown') return (at + 1) % length
  if (key === 'ArrowUp') return (at - 1 + length) % length
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  if (key.length !== 1 || key === ' ') return undefined
  const order = [...items.keys()].map((step) => (at + 1 + step) % length)
  return order.find((place) =>
    items[place]?.textContent.trim().toLowerCase().startsWith(key.toLowerCase()),
  )
}
