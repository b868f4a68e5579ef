import { useState } from 'react'

/** Which rows are chosen: some by their keys, or all that the filter gives. */
export type Choice = {
  keys: ReadonlySet<string>
  isAll: boolean
  /** How many, of so many that the filter gives. */
  totalOf: (total: number) => number
  has: (key: string) => boolean
  toggle: (key: string) => void
  choosePage: (keys: readonly string[]) => void
  chooseAll: () => void
  clear: () => void
}

/** Give it what the list is filtered by: another filter is another set, and nothing of it is chosen. */
export function useChoice(filter: string): Choice {
  const [state, setState] = useState<State>({ filter, keys: none, isAll: false })
  const { keys, isAll } = state.filter === filter ? state : { keys: none, isAll: false }
  const set = (next: Omit<State, 'filter'>) => setState({ filter, ...next })
  return {
    keys,
    isAll,
    totalOf: (total) => (isAll ? total : keys.size),
    has: (key) => isAll || keys.has(key),
    // To leave one out of all, one would have to name all others: the choice begins anew with this one.
    toggle: (key) => set({ keys: isAll ? new Set([key]) : toggled(keys, key), isAll: false }),
    choosePage: (page) => set({ keys: new Set([...keys, ...page]), isAll: false }),
    chooseAll: () => set({ keys: none, isAll: true }),
    clear: () => set({ keys: none, isAll: false }),
  }
}

type State = { filter: string; keys: ReadonlySet<string>; isAll: boolean }

const none: ReadonlySet<string> = new Set()

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
