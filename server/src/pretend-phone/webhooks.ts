import { createHmac, randomBytes } from 'node:crypto'
import type { Webhook } from './app-data.ts'
import type { Release } from './app-release.ts'
import { writeJson } from './gson.ts'
import { openLinesFile, readLinesFile, rewriteLinesFile, type LinesFile } from './lines-file.ts'
import { backoffMs, type Wait } from './waiting.ts'

/** One event for one webhook. The id stays the same however often it is posted. */
type Delivery = { id: string; url: string; body: string; failures: number; is_due: boolean }
type Line = { add: Delivery } | { done: string }

const firstRetryMs = 5000

export type WebhookOptions = {
  webhooks: () => readonly Webhook[]
  deviceId: () => string
  retriesMax: () => number
  wait: Wait
  whenOnline: () => Promise<void>
  post: (delivery: { url: string; body: string }) => Promise<void>
  onFailure: (error: unknown) => void
  changed: () => void
}

/** The app's queue of webhooks: kept on the phone, sent one after the other, tried again ever later. */
export class WebhookQueue {
  readonly #options: WebhookOptions
  readonly #deliveries: Map<string, Delivery>
  readonly #file: LinesFile
  readonly #stopped = new AbortController()
  #isSending = false
  #isAsked = false

  constructor(path: string, options: WebhookOptions) {
    this.#options = options
    this.#deliveries = readDeliveries(path)
    const lines = [...this.#deliveries.values()].map((add): Line => ({ add }))
    rewriteLinesFile(path, lines)
    this.#file = openLinesFile(path)
    if (lines.length > 0) setImmediate(() => void this.#send())
  }

  /** Tells every listed webhook of this event. False: nobody wants to hear of it. */
  emit(event: string, payload: object): boolean {
    const wanted = this.#options.webhooks().filter((webhook) => webhook.event === event)
    for (const webhook of wanted) {
      const id = randomBytes(16).toString('base64url').slice(0, 21)
      const deviceId = this.#options.deviceId()
      const body = writeJson({ id, webhookId: webhook.id, event, deviceId, payload })
      const delivery = { id, url: webhook.url, body, failures: 0, is_due: true }
      this.#deliveries.set(id, delivery)
      this.#file.appendSoon({ add: delivery } satisfies Line)
    }
    if (wanted.length > 0) void this.#send()
    return wanted.length > 0
  }

  /** Events that are not delivered yet. */
  get waiting(): number {
    return this.#deliveries.size
  }

  close(): void {
    this.#stopped.abort()
    this.#file.close()
  }

  /** Forgets what was not written yet, as a kill would. */
  abandon(): void {
    this.#stopped.abort()
    this.#file.abandon()
  }

  /** One after the other: whatever is due. What failed waits for its time and holds nothing up. */
  async #send(): Promise<void> {
    this.#isAsked = true
    if (this.#isSending) return
    this.#isSending = true
    while (this.#isAsked) {
      this.#isAsked = false
      for (const delivery of this.#deliveries.values()) {
        if (!delivery.is_due) continue
        await this.#options.whenOnline()
        if (this.#stopped.signal.aborted) return
        await this.#attempt(delivery)
        this.#options.changed()
      }
    }
    this.#isSending = false
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { post, onFailure, retriesMax } = this.#options
    try {
      await post(delivery)
      this.#finish(delivery)
    } catch (error) {
      if (this.#stopped.signal.aborted) return
      onFailure(error)
      delivery.failures += 1
      delivery.is_due = false
      if (delivery.failures > retriesMax()) this.#finish(delivery)
      else void this.#retryLater(delivery)
    }
  }

  async #retryLater(delivery: Delivery): Promise<void> {
    await this.#options.wait(backoffMs(delivery.failures, firstRetryMs), this.#stopped.signal)
    delivery.is_due = true
    await this.#send()
  }

  #finish(delivery: Delivery): void {
    this.#deliveries.delete(delivery.id)
    this.#file.appendSoon({ done: delivery.id } satisfies Line)
  }
}

/** The list of `GET /webhooks`. One event that this release does not know spoils all of it, as in the app. */
export function readWebhooks(body: string, release: Release): Webhook[] {
  const list: unknown = JSON.parse(body)
  if (!Array.isArray(list)) throw new Error('The app expects a list of webhooks.')
  return list.map((item: unknown) => {
    // Looked at one by one below.
    const { id, url, event } = (item ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || typeof url !== 'string' || typeof event !== 'string') {
      throw new Error(`The app cannot read the webhook ${JSON.stringify(item)}.`)
    }
    if (!release.knowsEvent(event)) {
      throw new Error(`Release ${release.version} of the app does not know the event ${event}.`)
    }
    return { id, url, event }
  })
}

/** The headers that prove a post: HMAC-SHA256 over the raw body and the timestamp. */
export function sign(
  body: string,
  key: string,
  now: number,
): { 'X-Timestamp': string; 'X-Signature': string } {
  const timestamp = String(Math.floor(now / 1000))
  const signature = createHmac('sha256', key).update(body).update(timestamp).digest('hex')
  return { 'X-Timestamp': timestamp, 'X-Signature': signature }
}

function readDeliveries(path: string): Map<string, Delivery> {
  const deliveries = new Map<string, Delivery>()
  // Written by this module alone, so each is a Line.
  for (const line of readLinesFile(path) as Line[]) {
    if ('add' in line) deliveries.set(line.add.id, { ...line.add, is_due: true })
    else deliveries.delete(line.done)
  }
  return deliveries
}
