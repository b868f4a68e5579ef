/** Lets a test wait for a state of things instead of for a time. */
export type Changes = {
  /** Something has changed. */
  tell: () => void
  /** Settles once the condition holds; looks again at every change. Rejects after `timeoutMs`. */
  until: (condition: () => boolean, options?: { timeoutMs?: number }) => Promise<void>
}

type Waiter = { condition: () => boolean; resolve: () => void; reject: (error: unknown) => void }

export function createChanges(): Changes {
  const waiters = new Set<Waiter>()
  let isPlanned = false

  function look(): void {
    isPlanned = false
    for (const waiter of waiters) {
      try {
        if (waiter.condition()) waiter.resolve()
      } catch (error) {
        waiter.reject(error)
      }
    }
  }

  return {
    tell: () => {
      if (isPlanned || waiters.size === 0) return
      isPlanned = true
      setImmediate(look)
    },
    until: async (condition, { timeoutMs = 20_000 } = {}) => {
      if (condition()) return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const waiter = { condition, resolve, reject }
      waiters.add(waiter)
      const late = () => reject(new Error(`The phone did not come to it in ${timeoutMs} ms.`))
      const timer = setTimeout(late, timeoutMs)
      try {
        await promise
      } finally {
        clearTimeout(timer)
        waiters.delete(waiter)
      }
    },
  }
}
