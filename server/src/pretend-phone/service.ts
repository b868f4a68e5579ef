import type { AppData, PhoneFolder } from './app-data.ts'
import type { Release } from './app-release.ts'
import { EnrolmentRefused } from './enrolment.ts'
import type { StreamEvent } from './event-parser.ts'
import { openEventStream, type EventStream } from './event-stream.ts'
import type { MobileApi } from './mobile-api.ts'
import type { Network } from './network.ts'
import type { SettledOptions } from './phone-options.ts'
import { applySettings, needRestart } from './settings.ts'
import { backoffMs, createJob, type Job, type Wait } from './waiting.ts'
import { readWebhooks } from './webhooks.ts'

export type ServiceOptions = {
  folder: PhoneFolder
  options: SettledOptions
  api: MobileApi
  network: Network
  release: Release
  wait: Wait
  makeKnown: () => Promise<void>
  takeMessages: (body: string) => void
  cancelMessage: (id: string) => void
  exportInbox: (asked: ExportRequest) => void
  settingsChanged: () => void
  started: () => void
  ping: () => void
  trouble: (error: unknown) => void
  changed: () => void
}

/** What the server wants to hear of the inbox, from when to when. */
export type ExportRequest = { since: number; until: number; isBatch: boolean }

/** A phone whose first try failed opens one more stream when a later one succeeds; never more than this. */
const streamsMax = 4
const dayMs = 24 * 3600 * 1000

/** The app's foreground service: it keeps the phone known, listens for wake-ups and fetches. */
export class Service {
  readonly #given: ServiceOptions
  readonly #data: AppData
  readonly #pull: Job
  readonly #syncWebhooks: Job
  readonly #syncSettings: Job
  #streams: EventStream[] = []
  #timers: NodeJS.Timeout[] = []
  #stopped = new AbortController()

  constructor(given: ServiceOptions) {
    this.#given = given
    this.#data = given.folder.data
    const { api } = given
    this.#pull = this.#registeredJob(async (token, signal) => {
      given.takeMessages(await api.list(token, this.#data.settings.processing_order, signal))
    })
    this.#syncWebhooks = this.#registeredJob((token, signal) => this.#fetchWebhooks(token, signal))
    this.#syncSettings = this.#registeredJob((token, signal) => this.#fetchSettings(token, signal))
  }

  /** Settles when the phone is registered and listens. Rejects when the server refuses the token. */
  start(): Promise<void> {
    return this.#run(true)
  }

  stop(): void {
    this.#stopped.abort()
    for (const timer of this.#timers) clearInterval(timer)
    for (const stream of this.#streams) stream.close()
    for (const job of [this.#pull, this.#syncWebhooks, this.#syncSettings]) job.cancel()
    this.#timers = []
    this.#streams = []
  }

  /** Stops and starts it, as its person does in the app. */
  async restart(): Promise<void> {
    if (this.#stopped.signal.aborted) return
    this.stop()
    await this.#run(false)
  }

  pull(): void {
    this.#pull.trigger()
  }

  isConnected(): boolean {
    return this.#streams.some((stream) => stream.isOpen())
  }

  async #run(isRefusalFinal: boolean): Promise<void> {
    this.#stopped = new AbortController()
    const { signal } = this.#stopped
    // Of a stranger these find nothing to do, and the app counts that as done for a day.
    this.#syncWebhooks.trigger()
    this.#syncSettings.trigger()
    this.#startTimers()
    this.#given.started()
    const { promise: goesOn, resolve } = Promise.withResolvers<void>()
    // A phone that is known already goes on with what it has.
    const failed = () => {
      if (!this.#data.registration) return
      this.#listen()
      resolve()
    }
    const registered = this.#register(signal, { isRefusalFinal, failed }).then(() => {
      if (!signal.aborted) this.#listen()
    })
    await Promise.race([registered, goesOn])
  }

  /** Tries until the server knows the phone. `isRefusalFinal` is about the first try alone. */
  async #register(
    signal: AbortSignal,
    { isRefusalFinal, failed }: { isRefusalFinal: boolean; failed: () => void },
  ): Promise<void> {
    const { network, makeKnown, trouble, wait } = this.#given
    for (let failures = 0; !signal.aborted;) {
      try {
        await network.whenOnline()
        if (!signal.aborted) await makeKnown()
        return
      } catch (error) {
        if (error instanceof EnrolmentRefused && isRefusalFinal && failures === 0) throw error
        if (signal.aborted) return
        trouble(error)
        failures += 1
        if (failures === 1) failed()
        await wait(backoffMs(failures), signal)
      }
    }
  }

  #listen(): void {
    this.#openStreams(this.#given.options.streams)
    this.#pull.trigger()
  }

  #openStreams(count: number): void {
    const { options, release, api, network, wait, trouble, changed } = this.#given
    if (options.pollOnly || !release.can('events')) return
    for (let i = 0; i < count && this.#streams.length < streamsMax; i += 1) {
      const stream = openEventStream({
        network,
        wait,
        take: (event) => this.#take(event),
        request: () => api.events(this.#data.registration?.token ?? ''),
        opened: () => {
          options.onEvent({ about: 'connection', is_open: true })
          changed()
          if (release.can('pull_on_connect')) this.#pull.trigger()
        },
        ended: (error) => {
          options.onEvent({ about: 'connection', is_open: false })
          if (error) trouble(error)
          changed()
        },
      })
      this.#streams.push(stream)
    }
  }

  #take({ event = 'MessageEnqueued', data: text }: StreamEvent): void {
    const { release, cancelMessage, exportInbox, trouble } = this.#given
    if (event === 'MessageEnqueued') this.#pull.trigger()
    else if (event === 'WebhooksUpdated') this.#syncWebhooks.trigger()
    else if (event === 'SettingsUpdated') this.#syncSettings.trigger()
    else if (event === 'MessageCancelled' && release.can('cancelling')) {
      cancelMessage(readMessageId(text))
    } else if (event === 'MessagesExportRequested' && release.can('inbox_export')) {
      const asked = readExportRequest(text)
      if (asked) exportInbox(asked)
      else trouble(new Error(`The app cannot read the export request ${text}.`))
    } else trouble(new Error(`The app does not know the event ${event}.`))
  }

  #startTimers(): void {
    const every = (milliseconds: number, action: () => void) => {
      this.#timers.push(setInterval(action, Math.min(milliseconds, dayMs)))
    }
    every(this.#given.options.pollSeconds * 1000, () => this.#pull.trigger())
    every(dayMs, () => this.#syncWebhooks.trigger())
    every(dayMs, () => this.#syncSettings.trigger())
    const { ping_seconds } = this.#data.settings
    if (ping_seconds === null) return
    every(ping_seconds * 1000, () => {
      this.#given.ping()
      this.#pull.trigger()
    })
  }

  async #fetchWebhooks(token: string, signal: AbortSignal): Promise<void> {
    const { release, api, folder, changed } = this.#given
    if (!release.can('webhooks')) return
    this.#data.webhooks = readWebhooks(await api.webhooks(token, signal), release)
    folder.save()
    changed()
  }

  async #fetchSettings(token: string, signal: AbortSignal): Promise<void> {
    const { release, api, folder, options, settingsChanged } = this.#given
    if (!release.can('settings')) return
    const before = this.#data.settings
    this.#data.settings = applySettings(before, await api.settings(token, signal))
    folder.save()
    settingsChanged()
    const isAsked = needRestart(before, this.#data.settings) && options.restartsWhenAsked
    if (isAsked) setImmediate(() => void this.restart())
  }

  /** A job that calls the server, and does nothing as long as the phone is a stranger to it. */
  #registeredJob(work: (token: string, signal: AbortSignal) => Promise<void>): Job {
    const { network, wait, trouble } = this.#given
    const ifRegistered = async (signal: AbortSignal) => {
      await network.whenOnline()
      if (this.#data.registration && !signal.aborted) {
        await work(this.#data.registration.token, signal)
      }
    }
    return createJob(ifRegistered, { wait, onFailure: trouble })
  }
}

/** Undefined when a time is missing, or the server wants no webhooks. */
function readExportRequest(text: string): ExportRequest | undefined {
  try {
    // Looked at one by one below.
    const asked = (JSON.parse(text) ?? {}) as Record<string, unknown>
    const [since, until] = [Date.parse(String(asked['since'])), Date.parse(String(asked['until']))]
    // The reference server sends a text.
    const isWanted = [undefined, true, 'true'].some((yes) => yes === asked['triggerWebhooks'])
    if (Number.isNaN(since) || Number.isNaN(until) || !isWanted) return undefined
    return { since, until, isBatch: asked['webhookDelivery'] === 'Batch' }
  } catch {
    return undefined
  }
}

function readMessageId(text: string): string {
  try {
    // Looked at right here.
    const { messageId } = (JSON.parse(text) ?? {}) as Record<string, unknown>
    return typeof messageId === 'string' ? messageId : ''
  } catch {
    return ''
  }
}
