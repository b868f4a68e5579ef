import type { Answer, HttpClient, HttpRequest } from '../src/pretend-phone/http-client.ts'
import type { ListedAs, Sight } from './phone-words.ts'

/** Writes down what the phone is answered before the phone hears of it; some answers it never hears of. */
export function watch(
  http: HttpClient,
  { see, isLost }: { see: (sight: Sight) => void; isLost: () => boolean },
): HttpClient {
  return {
    ...http,
    call: (request) => {
      const asked_at = Date.now()
      const { done, cancel } = http.call(request)
      const heard = done.then((answer) => {
        if (isLost()) throw new Error('the answer was lost')
        note(request, answer, asked_at)
        return answer
      })
      return { done: heard, cancel }
    },
  }

  function note({ method, url, body }: HttpRequest, answer: Answer, asked_at: number): void {
    const { status } = answer
    const { pathname } = new URL(url)
    if (status >= 500 && status !== 503) {
      const what = `${method} ${pathname}`
      see({ about: 'server error', at: Date.now(), what, status, body: answer.body.slice(0, 500) })
    }
    if (status === 204 && method === 'PATCH' && pathname.endsWith('/message')) {
      for (const report of readReports(body ?? '')) see({ about: 'reported', ...report })
    }
    if (status !== 200) return
    if (method === 'GET' && pathname.endsWith('/message')) {
      const listed = readListing(answer.body)
      if (listed) see({ about: 'listing', asked_at, at: Date.now(), listed })
    } else if (pathname.includes('/hooks/')) {
      const text = readReceived(body ?? '')
      if (text !== undefined) see({ about: 'taken', text })
    }
  }
}

/** Undefined for half an answer, which the phone refuses as well. */
function readListing(body: string): [string, ListedAs][] | undefined {
  try {
    // Simcast's own answer: a list of messages.
    const entries = JSON.parse(body) as { id: string; state: string; validUntil?: string }[]
    return entries.map(({ id, state, validUntil }) => {
      if (state === 'Cancelling') return [id, 'cancelling']
      return [id, validUntil === undefined ? 'to send' : 'probe']
    })
  } catch {
    return undefined
  }
}

function readReports(body: string): { wire_id: string; state: string }[] {
  // Written by the phone itself.
  const reports = JSON.parse(body) as { id: string; state: string }[]
  return reports.map(({ id, state }) => ({ wire_id: id, state }))
}

function readReceived(body: string): string | undefined {
  // Written by the phone itself.
  const { event, payload } = JSON.parse(body) as { event: string; payload: { message: string } }
  return event === 'sms:received' ? payload.message : undefined
}
