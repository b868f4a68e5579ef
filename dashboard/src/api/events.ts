import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { connection } from './connection.ts'
import { eventNames, type EventName } from './event-names.ts'
import { applyEvent, type Change } from './patch.ts'

/** Pages come and go within a moment: the stream is opened once for them all. */
const settleMs = 80
/** Who looks at another window for longer is told nothing, and looks once on coming back: browsers have few connections. */
const hiddenMs = 15_000
const firstRestMs = 1500
const longestRestMs = 30_000

/** One stream for the page, for the topics of all that is mounted. */
class Live {
  #client: QueryClient | undefined
  #wanted = new Map<string, number>()
  #source: EventSource | undefined
  #openTopics = ''
  #settling: ReturnType<typeof setTimeout> | undefined
  #hiding: ReturnType<typeof setTimeout> | undefined
  #restMs = firstRestMs
  #news = new Map<EventName, number>()
  #listeners = new Set<() => void>()

  start(client: QueryClient): void {
    this.#client = client
    connection.whenBack(() => this.#reopen())
    document.addEventListener('visibilitychange', () => this.#look())
    window.addEventListener('pagehide', () => this.#close())
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.#refresh()
    })
  }

  want(topics: string[]): () => void {
    for (const topic of topics) this.#wanted.set(topic, (this.#wanted.get(topic) ?? 0) + 1)
    this.#settle()
    return () => {
      for (const topic of topics) {
        const left = (this.#wanted.get(topic) ?? 1) - 1
        if (left > 0) this.#wanted.set(topic, left)
        else this.#wanted.delete(topic)
      }
      this.#settle()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  countOf = (name: EventName): number => this.#news.get(name) ?? 0

  forget(name: EventName): void {
    this.#news.delete(name)
    this.#tell()
  }

  #settle(delay = settleMs): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#open(), delay)
  }

  #open(): void {
    const topics = [...this.#wanted.keys()].sort().join(',')
    if (topics === this.#openTopics && this.#source) return
    if (topics === '' || document.hidden) return this.#close()
    const before = this.#source
    const source = new EventSource(`/api/events?${new URLSearchParams({ topics })}`)
    this.#source = source
    this.#openTopics = topics
    source.addEventListener('open', () => {
      this.#restMs = firstRestMs
      connection.reached()
      // Only now, so that nothing is missed between the two.
      before?.close()
    })
    source.addEventListener('error', () => {
      before?.close()
      connection.doubt()
      if (this.#source === source && source.readyState === EventSource.CLOSED) this.#comeAgain()
    })
    source.addEventListener('resync', () => this.#refetch())
    for (const name of eventNames) {
      source.addEventListener(name, (event: MessageEvent<string>) => this.#take(name, event.data))
    }
  }

  /** The browser gives up where it was refused, such as by a server that is just starting. */
  #comeAgain(): void {
    this.#close()
    this.#settle(this.#restMs)
    this.#restMs = Math.min(this.#restMs * 2, longestRestMs)
  }

  #take(name: EventName, text: string): void {
    const change = readChange(text)
    if (change && this.#client) applyEvent(this.#client, name, change)
    this.#news.set(name, this.countOf(name) + 1)
    this.#tell()
  }

  #look(): void {
    clearTimeout(this.#hiding)
    if (document.hidden) {
      this.#hiding = setTimeout(() => this.#close(), hiddenMs)
      return
    }
    if (!this.#source && this.#wanted.size > 0) this.#refresh()
  }

  #refresh(): void {
    this.#reopen()
    this.#refetch()
  }

  #reopen(): void {
    this.#close()
    this.#settle()
  }

  #close(): void {
    this.#source?.close()
    this.#source = undefined
    this.#openTopics = ''
  }

  /** Once, and only what is on the screen. */
  #refetch(): void {
    void this.#client?.invalidateQueries({ refetchType: 'active' })
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const live = new Live()

/** Asks for these topics, such as `campaign:12`, while the component is there. The stream patches the queries itself. */
export function useLive(topics: string[]): void {
  const joined = topics.join(',')
  // The stream is outside of React.
  useEffect(() => (joined === '' ? undefined : live.want(joined.split(','))), [joined])
}

/** How many such events came since `forget`; for lists, that do not grow by themselves. */
export function useNews(name: EventName): { count: number; forget: () => void } {
  const count = useSyncExternalStore(live.subscribe, () => live.countOf(name))
  return { count, forget: () => live.forget(name) }
}

function readChange(text: string): Change | undefined {
  try {
    const change: unknown = JSON.parse(text)
    // Anything but an object is nothing that we could use.
    return typeof change === 'object' && change !== null ? (change as Change) : undefined
  } catch {
    return undefined
  }
}
