import { useSyncExternalStore } from 'react'
import css from './announce.module.css'

/** At most one sentence in this time, the latest: a screen reader is not to talk without end while texts leave. */
const restMs = 10_000

let said = ''
let saidAt = -Infinity
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Tells those who listen instead of look what has changed by itself: `3,450 of 12,418 sent`. */
export function announce(sentence: string): void {
  if (sentence === said) return
  clearTimeout(timer)
  const rest = Math.max(0, saidAt + restMs - Date.now())
  timer = setTimeout(() => {
    said = sentence
    saidAt = Date.now()
    for (const listener of listeners) listener()
  }, rest)
}

/** The one place from which such sentences are read. */
export function Announcer() {
  const sentence = useSyncExternalStore(subscribe, () => said)
  return (
    <p className={css['announcer']} role="status">
      {sentence}
    </p>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
