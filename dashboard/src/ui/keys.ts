import { useEffect } from 'react'

const place = 'simcast.single-keys'

/** Single keys can be switched off, for who speaks to the computer or types by accident. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(place) !== 'off'
}

export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(place)
  else localStorage.setItem(place, 'off')
}

/** Whether a key that was pressed is meant for the page and not for a field or a dialog. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return false
  return !isField(event.target)
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  )
}

/** Single keys while the component is there; off in fields and dialogs, and when switched off in the settings. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  // Keys are pressed on the document, which is outside of React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys[event.key] ?? keys[event.key.toLowerCase()]
      if (!act || !isForPage(event) || !areSingleKeysOn()) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
