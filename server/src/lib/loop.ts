import { setTimeout as rest } from 'node:timers/promises'

/** One bounded piece of work; true when there may be more. */
export type Step = () => Promise<boolean>

export type Loop = {
  /** Ends the present rest at once, or skips the next one. */
  wake: () => void
  /** Settles when the loop has stopped, after its signal. */
  done: Promise<void>
}

/**
 * Runs a step again and again: at once while there is more to do, else after `restMs` or a wake-up.
 * A failed step is reported and tried again after a rest that doubles up to 10 s.
 */
export function loop(
  step: Step,
  options: { restMs: number; signal: AbortSignal; onError: (error: unknown) => void },
): Loop {
  const { restMs, signal, onError } = options
  let alarm = new AbortController()
  let isWoken = false
  let failures = 0

  async function run(): Promise<void> {
    while (!signal.aborted) {
      let hasMore = false
      isWoken = false
      try {
        hasMore = await step()
        failures = 0
      } catch (error) {
        failures += 1
        onError(error)
      }
      if (hasMore || isWoken || signal.aborted) continue
      alarm = new AbortController()
      const pause = failures === 0 ? restMs : Math.min(10_000, 250 * 2 ** failures)
      await rest(pause, undefined, {
        signal: AbortSignal.any([alarm.signal, signal]),
        ref: false,
      }).catch(() => undefined)
    }
  }

  return {
    wake: () => {
      isWoken = true
      alarm.abort()
    },
    done: run(),
  }
}
