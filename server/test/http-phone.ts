import type { Listed } from './phone.ts'

/**
 * A phone with one installation of the app that speaks over real HTTP to whichever process listens, and sends each id
 * once. What it cannot say now, because the process is gone, it says later.
 */
export class HttpPhone {
  /** What it has sent, by the ids on the wire. */
  readonly journal = new Map<string, { text: string; number: string }>()
  readonly #unreported = new Set<string>()
  readonly #url: () => string
  #token = ''

  constructor(url: () => string) {
    this.#url = url
  }

  async enrol(enrolmentToken: string): Promise<void> {
    const answer = await this.#ask('POST', '/device', enrolmentToken, { name: 'test/phone' })
    const { token } = (await answer.json()) as { token: string }
    this.#token = token
  }

  /** Fetches, sends and reports, once. */
  async work(): Promise<void> {
    const listed = await this.#fetch()
    for (const { id, message, phoneNumbers } of listed) {
      this.#unreported.add(id)
      if (!this.journal.has(id))
        this.journal.set(id, { text: message, number: phoneNumbers[0] ?? '' })
    }
    const ids = [...this.#unreported]
    if (ids.length === 0) return
    const reports = ids.map((id) => ({ id, state: 'Sent', recipients: [{ state: 'Sent' }] }))
    const isTold = await this.#ask('PATCH', '/message', this.#token, reports)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (isTold) for (const id of ids) this.#unreported.delete(id)
  }

  hasReportedAll(): boolean {
    return this.#unreported.size === 0
  }

  /** How often each text went out; each says to which number it belongs. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { text, number } of this.journal.values()) {
      const seen = text.endsWith(number) ? text : `${text} to ${number}`
      counts.set(seen, (counts.get(seen) ?? 0) + 1)
    }
    return counts
  }

  /** What may be sent; a question about what it knows has a time that is over. */
  async #fetch(): Promise<Listed[]> {
    const answer = await this.#ask('GET', '/message', this.#token).catch(() => undefined)
    if (answer?.ok !== true) return []
    const listed = (await answer.json()) as Listed[]
    return listed.filter(({ state }) => state === 'Pending')
  }

  #ask(method: string, path: string, token: string, json?: unknown): Promise<Response> {
    return fetch(`${this.#url()}/api/mobile/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
  }
}
