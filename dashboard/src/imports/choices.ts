import { useSyncExternalStore } from 'react'
import type { Settings } from './mapping-card.tsx'

/** What somebody has chosen for a file, before it is tried that way. */
export type Choice = Settings & { segment_id: number | undefined }

/**
 * Each try of a file is an import of its own, with an id and an address of its own. What was chosen belongs to the file
 * and goes along from one to the next, also what is chosen while one is still on its way.
 */
class Choices {
  #first = new Map<number, number>()
  #choices = new Map<number, Choice>()
  #listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  of(id: number): Choice | undefined {
    return this.#choices.get(this.#first.get(id) ?? id)
  }

  set(id: number, choice: Choice): void {
    this.#choices.set(this.#first.get(id) ?? id, choice)
    for (const listener of this.#listeners) listener()
  }

  /** The file has gone over from one import to the next. */
  carry(from: number, to: number): void {
    this.#first.set(to, this.#first.get(from) ?? from)
  }
}

export const choices = new Choices()

/** What was chosen for the file of an import; undefined while that is what the import says itself. */
export function useChoice(id: number): Choice | undefined {
  return useSyncExternalStore(choices.subscribe, () => choices.of(id))
}
