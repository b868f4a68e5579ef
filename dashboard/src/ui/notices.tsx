import { Button } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { uiWords } from '../words/ui.ts'
import { Icon } from './icon.tsx'
import css from './notices.module.css'

type Undo = {
  act: () => unknown
  /** What the button says in place of *Undo*, such as *Resume*; then nothing is counted down. */
  label?: string
  /** How long it may still be undone; as long as it is shown. */
  seconds?: number
}

type Notice = { id: number; text: string; tone: 'good' | 'bad'; until: number; undo?: Undo }

const goodSeconds = 6
const undoSeconds = 10

let notices: readonly Notice[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Notice[]): void {
  notices = next
  for (const listener of listeners) listener()
}

function add(text: string, tone: Notice['tone'], undo?: Undo): void {
  lastId += 1
  const seconds = undo ? (undo.seconds ?? undoSeconds) : goodSeconds
  // What went wrong stays until it is closed.
  const until = tone === 'bad' ? Infinity : Date.now() + seconds * 1000
  const notice = { id: lastId, text, tone, until, ...(undo ? { undo } : {}) }
  change([...notices.slice(-2), notice])
}

function drop(id: number): void {
  change(notices.filter((notice) => notice.id !== id))
}

export type NoticesUse = {
  say: (text: string, options?: { undo?: Undo }) => void
  warn: (text: string) => void
}

const use: NoticesUse = {
  say: (text, { undo } = {}) => add(text, 'good', undo),
  warn: (text) => add(text, 'bad'),
}

/** What was done, said in a corner: good news goes by itself, bad news stays; what can be undone counts down. */
export function useNotices(): NoticesUse {
  return use
}

/** The corner, once for the page. */
export function Notices() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => notices,
  )
  return (
    <section className={css['notices']} aria-label={uiWords.notices}>
      <div role="status" aria-live="polite">
        {shown
          .filter(({ tone }) => tone === 'good')
          .map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
      </div>
      <div role="alert">
        {shown
          .filter(({ tone }) => tone === 'bad')
          .map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
      </div>
    </section>
  )
}

function Line({ notice }: { notice: Notice }) {
  const { id, text, undo, tone } = notice
  const left = useSecondsLeft(notice)
  return (
    <div className={css['notice']} data-tone={tone}>
      <span className={css['text']}>{text}</span>
      {undo && (
        <Button
          variant="subtle"
          className={css['undo']}
          // The countdown is for the eye; a screen reader would read each second.
          aria-label={undo.label ?? uiWords.undoNow}
          onClick={() => {
            drop(id)
            void undo.act()
          }}
        >
          {undo.label ?? uiWords.undo({ seconds: left })}
        </Button>
      )}
      <button
        type="button"
        className={css['close']}
        aria-label={uiWords.closeNotice}
        onClick={() => drop(id)}
      >
        <Icon name="cross" size={16} />
      </button>
    </div>
  )
}

function useSecondsLeft({ id, until }: Notice): number {
  const [left, setLeft] = useState(() => secondsTo(until))
  // The clock is outside of React.
  useEffect(() => {
    if (until === Infinity) return undefined
    const timer = setInterval(() => {
      setLeft(secondsTo(until))
      if (Date.now() >= until) drop(id)
    }, 250)
    return () => clearInterval(timer)
  }, [id, until])
  return left
}

function secondsTo(until: number): number {
  return until === Infinity ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000))
}
