import { useSyncExternalStore } from 'react'

/** Whether the server can be reached, as the last request found it. */
export type ConnectionState =
  | { isLost: false }
  | {
      isLost: true
      since: Date
      /** When it is looked for again; null while that is under way. */
      nextTryAt: Date | null
    }

const firstRestMs = 2000
const longestRestMs = 20_000

/** One for the page: requests tell it, the strip shows it, queries and the event stream wait for it. */
class Connection {
  #state: ConnectionState = { isLost: false }
  #listeners = new Set<() => void>()
  #whenBack = new Set<() => void>()
  #restMs = firstRestMs
  #timer: ReturnType<typeof setTimeout> | undefined
  #isDoubting = false

  get state(): ConnectionState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls when the server is reached again after it was lost. */
  whenBack(listener: () => void): () => void {
    this.#whenBack.add(listener)
    return () => this.#whenBack.delete(listener)
  }

  reached(): void {
    if (!this.#state.isLost) return
    clearTimeout(this.#timer)
    this.#restMs = firstRestMs
    this.#set({ isLost: false })
    for (const listener of this.#whenBack) listener()
  }

  lost(): void {
    if (this.#state.isLost) return
    this.#wait(new Date())
  }

  /** Something broke that is no request, such as the event stream: asks whether the server is there. */
  doubt = (): void => {
    if (this.#state.isLost || this.#isDoubting) return
    this.#isDoubting = true
    void isServerThere().then((isThere) => {
      this.#isDoubting = false
      if (!isThere) this.lost()
    })
  }

  /** Looks at once, because a person or the machine asks. */
  tryNow = (): void => {
    if (!this.#state.isLost) return
    clearTimeout(this.#timer)
    void this.#look(this.#state.since)
  }

  #wait(since: Date): void {
    const rest = this.#restMs
    this.#restMs = Math.min(rest * 2, longestRestMs)
    this.#set({ isLost: true, since, nextTryAt: new Date(Date.now() + rest) })
    this.#timer = setTimeout(() => void this.#look(since), rest)
  }

  async #look(since: Date): Promise<void> {
    this.#set({ isLost: true, since, nextTryAt: null })
    if (await isServerThere()) this.reached()
    else if (this.#state.isLost) this.#wait(since)
  }

  #set(state: ConnectionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

async function isServerThere(): Promise<boolean> {
  try {
    const response = await fetch('/health', { signal: AbortSignal.timeout(5000) })
    return response.ok
  } catch {
    return false
  }
}

export const connection = new Connection()

window.addEventListener('online', connection.tryNow)
window.addEventListener('offline', connection.doubt)

/** Whether the server is reached, in a component. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, () => connection.state)
}
