import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useDialog } from '../ui/dialog-state.ts'
import { useSingleKeys } from '../ui/keys.ts'
import { places } from './places.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** How the keys that open the search are written here. */
export const searchKeys = isMac ? '⌘K' : 'Ctrl K'

/** After `G` the next key is waited for so long. */
const goMs = 1500

/** The keys that work on every page: `⌘K`, `?`, and `G` with the first letter of a place. */
export function useFrameKeys(): void {
  const navigate = useNavigate()
  const search = useDialog('search')
  const sheet = useDialog('keys')
  const goingSince = useRef(-Infinity)
  const go = (key: string) => {
    const place = places.find((one) => one.key === key)
    if (place && Date.now() - goingSince.current < goMs) void navigate(place.link)
    goingSince.current = -Infinity
  }
  useSingleKeys({
    '?': () => sheet.open(),
    g: () => {
      goingSince.current = Date.now()
    },
    ...Object.fromEntries(places.flatMap(({ key }) => (key ? [[key, () => go(key)]] : []))),
  })
  // Keys are pressed on the document, which is outside of React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(isMac ? event.metaKey : event.ctrlKey)) return
      event.preventDefault()
      if (search.isOpen) search.close()
      else if (!document.querySelector('dialog[open]')) search.open()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
