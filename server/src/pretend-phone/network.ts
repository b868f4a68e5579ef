import type { Answer, HttpClient, HttpRequest, Underway } from './http-client.ts'
import type { Random } from './random.ts'

/** What a call is for, so that a test can lose the answers of one kind. */
export type CallName = 'device' | 'list' | 'report' | 'webhooks' | 'settings' | 'hook'

/** An answer that is no success. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall'
  readonly status: number

  constructor(status: number, what: string) {
    super(`${what} was answered with ${status}`)
    this.status = status
  }
}

/** The radio link of one phone to the internet: it can be lost, and it can lose answers. */
export type Network = {
  /** The answer of a call, or an error for anything but 200 to 299. */
  call: (name: CallName, request: HttpRequest, signal?: AbortSignal) => Promise<Answer>
  stream: (...given: Parameters<HttpClient['stream']>) => Underway<void>
  /** Settles as soon as there is a connection; at once when there is one. */
  whenOnline: () => Promise<void>
  goOffline: () => void
  goOnline: () => void
  /** Loses this share of answers although the server has done the work. */
  dropResponses: (share: number, names?: readonly CallName[]) => void
  /** Ends everything that is under way. */
  cut: () => void
  /** How many calls are under way. */
  underway: () => number
}

/** `settled` hears of the end of each call. */
export function createNetwork(http: HttpClient, random: Random, settled: () => void): Network {
  const open = new Set<() => void>()
  let calls = 0
  let offline: PromiseWithResolvers<void> | undefined
  let lost: { share: number; names: readonly CallName[] | undefined } = {
    share: 0,
    names: undefined,
  }

  function track<T>({ done, cancel }: Underway<T>): Underway<T> {
    open.add(cancel)
    const forget = () => open.delete(cancel)
    done.then(forget, forget)
    return { done, cancel }
  }

  function cut(): void {
    for (const cancel of open) cancel()
  }

  async function call(name: CallName, request: HttpRequest, signal?: AbortSignal): Promise<Answer> {
    if (offline) throw new Error('the phone is offline')
    const { done, cancel } = track(http.call(request))
    signal?.addEventListener('abort', cancel)
    calls += 1
    try {
      const answer = await done
      const isLost = lost.share > 0 && (lost.names?.includes(name) ?? true)
      if (isLost && random() < lost.share) throw new Error('the answer was lost')
      if (answer.status < 200 || answer.status > 299) {
        throw new RefusedCall(answer.status, `${request.method} ${request.url}`)
      }
      return answer
    } finally {
      calls -= 1
      settled()
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    call,
    stream: (request, take) => {
      if (!offline) return track(http.stream(request, take))
      return { done: Promise.reject(new Error('the phone is offline')), cancel: () => undefined }
    },
    whenOnline: async () => {
      while (offline) await offline.promise
    },
    goOffline: () => {
      offline ??= Promise.withResolvers()
      cut()
    },
    goOnline: () => {
      offline?.resolve()
      offline = undefined
    },
    dropResponses: (share, names) => {
      lost = { share, names }
    },
    cut,
    underway: () => calls,
  }
}
