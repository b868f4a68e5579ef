/** Waits so many of the app's milliseconds, or until the signal; tests make the app's time run faster. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export function createWait(timeScale: number): Wait {
  return (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const finish = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      const timer = setTimeout(finish, Math.min(milliseconds * timeScale, longestMs))
      signal?.addEventListener('abort', finish)
    })
}

// What a timer can hold.
const longestMs = 2 ** 31 - 1

/** The app's usual pause before another try: 10 s, doubling, 5 hours at most. */
export function backoffMs(failures: number, firstMs = 10_000): number {
  return Math.min(firstMs * 2 ** Math.max(0, failures - 1), 5 * 3600 * 1000)
}

/** A job of which there is one: each trigger starts it anew and cancels the run that is under way. */
export type Job = { trigger: () => void; cancel: () => void }

/** Runs `work` when triggered, and again after a failure, ever later, until it succeeds. */
export function createJob(
  work: (signal: AbortSignal) => Promise<void>,
  { wait, onFailure }: { wait: Wait; onFailure: (error: unknown) => void },
): Job {
  let running: AbortController | undefined

  async function run({ signal }: AbortController): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        await work(signal)
        return
      } catch (error) {
        if (signal.aborted) return
        onFailure(error)
        failures += 1
        await wait(backoffMs(failures), signal)
      }
    }
  }

  return {
    trigger: () => {
      running?.abort()
      running = new AbortController()
      void run(running)
    },
    cancel: () => running?.abort(),
  }
}
