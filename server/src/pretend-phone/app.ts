import { createAppEvents, type AppEvents } from './app-events.ts'
import type { PhoneFolder } from './app-data.ts'
import { releaseOf, type Release } from './app-release.ts'
import { createChanges, type Changes } from './changes.ts'
import { makeKnown } from './enrolment.ts'
import type { HttpClient } from './http-client.ts'
import { cancel, takeListing, type InboxOptions } from './inbox.ts'
import { createInboundTexts, type InboundTexts, type ReceivedText } from './inbound-texts.ts'
import { hashOfText } from './java-hash.ts'
import { readJournal } from './journal.ts'
import { openLinesFile, type LinesFile } from './lines-file.ts'
import { readListing } from './listing.ts'
import { stateOf, type Message } from './message.ts'
import { openMessageStore, type Change, type MessageStore } from './message-store.ts'
import { createMobileApi, toBaseUrl, type MobileApi } from './mobile-api.ts'
import { createNetwork, type Network } from './network.ts'
import { decideByLot } from './outcome.ts'
import type { SettledOptions } from './phone-options.ts'
import { Radio, type SentText } from './radio.ts'
import { seededRandom, type Random } from './random.ts'
import { findReply } from './replies.ts'
import { Reports } from './reports.ts'
import { Service, type ExportRequest } from './service.ts'
import { makeSimCards, type SimCard } from './sim-cards.ts'
import { createWait, type Wait } from './waiting.ts'
import { sign, WebhookQueue } from './webhooks.ts'

/** The app on a pretend phone: its parts, and how each hears of the others. */
export class App {
  readonly changes: Changes = createChanges()
  readonly network: Network
  readonly messages: MessageStore
  readonly journal: LinesFile
  readonly webhooks: WebhookQueue
  readonly inbound: InboundTexts
  readonly reports: Reports
  readonly service: Service
  /** Texts handed to the radio since the start. */
  sentCount = 0
  clockOffsetMs: number
  readonly #options: SettledOptions
  readonly #folder: PhoneFolder
  readonly #release: Release
  readonly #simCards: readonly SimCard[]
  readonly #random: Random
  readonly #wait: Wait
  readonly #api: MobileApi
  readonly #events: AppEvents
  readonly #radio: Radio
  #isHalted = false

  constructor(options: SettledOptions, folder: PhoneFolder, http: HttpClient) {
    this.#options = options
    this.#folder = folder
    this.clockOffsetMs = options.clockOffsetMs
    this.#release = releaseOf(options.version)
    this.#simCards = makeSimCards(options.sims, hashOfText(options.token) >>> 0)
    this.#random = seededRandom(options.seed)
    this.#wait = createWait(options.timeScale)
    this.messages = openMessageStore(folder.messagesPath, {
      journal: readJournal(folder.sentPath),
      lifetimeDays: folder.data.settings.log_lifetime_days,
      now: this.#now(),
    })
    this.journal = openLinesFile(folder.sentPath)
    this.network = createNetwork(http, this.#random, this.changes.tell)
    this.#api = createMobileApi(toBaseUrl(options.url), this.network, this.#release)
    this.webhooks = this.#openWebhooks()
    this.#events = createAppEvents({
      ...options,
      emit: (event, payload) => this.webhooks.emit(event, payload),
      simCards: this.#simCards,
    })
    this.inbound = createInboundTexts({
      folder: folder.path,
      recordedPath: folder.recordedPath,
      clock: () => this.#now(),
      received: (text) => this.#received(text),
    })
    this.reports = this.#createReports()
    this.#radio = this.#createRadio()
    this.service = this.#createService()
  }

  /** Goes on where the app left off. */
  async start(): Promise<void> {
    const waiting: Message[] = []
    for (const message of this.messages.all()) {
      const state = stateOf(message)
      if (state === 'Pending') waiting.push(message)
      else if (state !== message.reported) this.reports.queue(message)
    }
    this.#radio.add(waiting)
    await this.service.start()
  }

  /** Takes up nothing any more. */
  halt(): void {
    this.#isHalted = true
    this.service.stop()
    this.#radio.stop()
  }

  #now(): number {
    return Date.now() + this.clockOffsetMs
  }

  #trouble(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error)
    this.#options.onEvent({ about: 'trouble', error: words })
  }

  #openWebhooks(): WebhookQueue {
    const { data, eventsPath } = this.#folder
    return new WebhookQueue(eventsPath, {
      webhooks: () => data.webhooks,
      deviceId: () => data.registration?.id ?? '',
      retriesMax: () => data.settings.retry_count,
      wait: this.#wait,
      whenOnline: this.network.whenOnline,
      post: ({ url, body }) => {
        const isSigned = this.#release.can('signature')
        const signed = isSigned ? sign(body, data.settings.signing_key, this.#now()) : {}
        return this.#api.post(this.#options.reach(url), body, signed)
      },
      onFailure: (error) => this.#trouble(error),
      changed: this.changes.tell,
    })
  }

  #createReports(): Reports {
    const { data } = this.#folder
    return new Reports({
      ...this.#options,
      release: this.#release,
      inFlightMax: this.#options.reportsInFlight,
      random: this.#random,
      wait: this.#wait,
      whenOnline: this.network.whenOnline,
      send: (body) => this.#api.report(data.registration?.token ?? '', body),
      delivered: (message, state) => this.messages.markReported(message, state),
      onFailure: (error) => this.#trouble(error),
      changed: this.changes.tell,
    })
  }

  #createRadio(): Radio {
    const { data } = this.#folder
    return new Radio({
      ...this.#options,
      installation: data.installation,
      random: this.#random,
      decide: this.#options.decide ?? decideByLot(this.#random, this.#options),
      settings: () => data.settings,
      clock: () => this.#now(),
      journal: (entry) => {
        this.journal.append(entry)
        this.sentCount += 1
      },
      move: (message, change, isReported) => this.#move(message, change, isReported),
      sent: (text) => this.#sent(text),
    })
  }

  #createService(): Service {
    const inbox = this.#inbox()
    return new Service({
      folder: this.#folder,
      options: this.#options,
      api: this.#api,
      network: this.network,
      release: this.#release,
      wait: this.#wait,
      makeKnown: () => this.#makeKnown(),
      takeMessages: (body) => takeListing(readListing(body, this.#release, this.#now()), inbox),
      cancelMessage: (id) => {
        const message = this.messages.find(id)
        if (message) cancel(message, inbox)
      },
      exportInbox: (asked) => this.#exportInbox(asked),
      settingsChanged: () => this.#radio.reorder(),
      started: () => this.#events.started(),
      ping: () => this.#events.ping(this.messages.tally().Failed),
      trouble: (error) => this.#trouble(error),
      changed: this.changes.tell,
    })
  }

  #inbox(): InboxOptions {
    return {
      messages: this.messages,
      clock: () => this.#now(),
      send: (added) => {
        this.#radio.add(added)
        this.changes.tell()
      },
      report: (message) => this.reports.queue(message),
      cancelled: (message) => {
        this.reports.queue(message)
        this.#events.moved(message, { state: 'Cancelled', at: this.#now() })
        this.changes.tell()
      },
    }
  }

  #makeKnown(): Promise<void> {
    const { pollOnly, token, model } = this.#options
    const { data, save } = this.#folder
    return makeKnown({
      api: this.#api,
      release: this.#release,
      data,
      save,
      enrolmentToken: token,
      deviceName: `pretend/${model}`,
      simCards: this.#simCards,
      // A phone that counts on Google's push has a token for it.
      pushToken: pollOnly ? `pretend-push-${data.installation}` : undefined,
    })
  }

  #move(message: Message, change: Change, isReported: boolean): void {
    this.messages.move(message, change)
    if (isReported) this.reports.queue(message)
    else this.messages.markReported(message, stateOf(message))
    this.#events.moved(message, change)
    this.changes.tell()
  }

  #sent(sent: SentText): void {
    const { phone_number, text, sim } = sent
    this.#events.sent(sent, this.#now())
    this.#options.onEvent({ about: 'sent', phone_number, text, sim })
    const reply = findReply(this.#options.replies, text, this.#random)
    if (reply === undefined) return
    setTimeout(() => {
      if (!this.#isHalted) this.inbound.receive(phone_number, reply, sim)
    }, this.#options.replyMs * this.#random()).unref()
  }

  /** Older releases tell of everything once more; later ones only of what they had not recorded. */
  #exportInbox({ since, until, isBatch }: ExportRequest): void {
    const skipsRecorded = this.#release.can('export_skips_recorded')
    const texts = this.inbound.fromInbox({ since, until, skipsRecorded })
    if (isBatch && this.#release.can('batch_webhooks')) this.#events.batchReceived(texts)
    else for (const text of texts) this.#events.received(text)
    this.changes.tell()
  }

  #received(received: ReceivedText): void {
    const { sender, text, sim } = received
    const isWanted = this.#events.received(received)
    if (!isWanted) this.#trouble(new Error('A text came in, and no webhook is listed for it.'))
    this.#options.onEvent({ about: 'received', phone_number: sender, text, sim })
    this.changes.tell()
  }
}
