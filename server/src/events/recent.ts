import { wordOf, type Topic } from './topics.ts'

/** So long a stream that broke off may go on where it was. */
export const keptMs = 5 * 60_000

type Told = { number: number; at: number; user_id: number; topic: string; text: string }

/** More in five minutes than that is told to nobody twice: who missed it reads everything again. */
const toldMax = 5000

/** What was told of late, for streams that break off and come back. */
export class Recent {
  /** Another process counts for itself. */
  readonly #process = crypto.randomUUID().slice(0, 8)
  readonly #told: Told[] = []
  #last = 0
  /** The number of the last event that is no longer kept. */
  #forgotten = 0

  /** A number that no event has. */
  next(): number {
    this.#last += 1
    return this.#last
  }

  /** What a stream begins with: where it is, and how soon to come back when it breaks off. */
  beginning(): string {
    return `retry: 2000\nid: ${this.#process}-${this.#last}\n\n`
  }

  /** An event as a stream writes it, kept for a while. */
  keep(told: { user_id: number; topic: string; event: string; data: object }): string {
    this.#last += 1
    const { user_id, topic, event, data } = told
    const text = this.frame(event, data)
    this.#told.push({ number: this.#last, at: Date.now(), user_id, topic, text })
    this.#forget()
    return text
  }

  /** An event with the number of the last one. */
  frame(event: string, data: object): string {
    return `id: ${this.#process}-${this.#last}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
  }

  /** What a stream has missed since the event of this id; undefined when nobody knows. */
  after(
    id: string | null,
    user_id: number,
    topics: readonly Topic[],
  ): { since: number; texts: string[] } | undefined {
    this.#forget()
    const [, process, digits] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(id ?? '') ?? []
    const since = Number(digits)
    if (process !== this.#process || since > this.#last || since < this.#forgotten) return undefined
    const words = new Set(topics.map(wordOf))
    const missed = this.#told.filter(
      (told) => told.number > since && told.user_id === user_id && words.has(told.topic),
    )
    return { since, texts: missed.map(({ text }) => text) }
  }

  #forget(): void {
    const before = Date.now() - keptMs
    while (this.#told.length > toldMax || (this.#told[0] && this.#told[0].at < before)) {
      this.#forgotten = this.#told.shift()?.number ?? this.#forgotten
    }
  }
}
