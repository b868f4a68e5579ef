import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPhoneFolder, type PhoneFolder } from './app-data.ts'
import { App } from './app.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { putIntoInbox, type ReceivedText } from './inbound-texts.ts'
import { readJournal, type JournalEntry } from './journal.ts'
import { stateOf, type State } from './message.ts'
import { toBaseUrl } from './mobile-api.ts'
import type { CallName } from './network.ts'
import { settleOptions, type PhoneOptions, type SettledOptions } from './phone-options.ts'
import type { ReportFaults } from './reports.ts'

export type Counts = {
  /** Taken and not handed to the radio yet. */
  waiting: number
  /** Handed to the radio since the phone was started. */
  sent: number
  failed: number
  /** Received since the phone was started. */
  received: number
  reports_waiting: number
  events_waiting: number
  calls_underway: number
  /** Listed by the server. */
  webhooks: number
}

/** How long `stop` lets calls finish that are under way. */
const stopMs = 2000

/** Starts a phone. Settles when the server knows it; rejects with EnrolmentRefused when the token is refused. */
export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const phone = new Phone(settleOptions(options))
  try {
    await phone.start()
    return phone
  } catch (error) {
    await phone.stop()
    throw error
  }
}

/** A pretend phone: what a person sees of it, and what a test may do to it. */
export class Phone {
  /** Where it keeps what it knows. */
  readonly folder: string
  /** What happens to its reports; may be changed at any time. */
  readonly faults: ReportFaults
  readonly #options: SettledOptions
  readonly #lock: FolderLock
  readonly #files: PhoneFolder
  readonly #http: HttpClient
  readonly #app: App
  #isStopped = false

  constructor(options: SettledOptions) {
    toBaseUrl(options.url)
    this.#options = options
    this.faults = options.faults
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'simcast-phone-'))
    this.#lock = lockFolder(this.folder)
    this.#files = openPhoneFolder(this.folder, options)
    this.#http = options.http ?? createHttpClient()
    this.#app = new App(options, this.#files, this.#http)
  }

  async start(): Promise<void> {
    await this.#app.start()
  }

  /** What tells this installation of the app from others on the same folder. */
  get installation(): string {
    return this.#files.data.installation
  }

  /** Every text that this installation has handed to the radio, also before the last start. */
  sent(): JournalEntry[] {
    return readJournal(this.#files.sentPath)
  }

  /** The texts that it received since it was started. */
  received(): readonly ReceivedText[] {
    return this.#app.inbound.all()
  }

  /** What its own database says of a message; undefined when it does not know the id. */
  stateOf(wireId: string): State | undefined {
    const message = this.#app.messages.find(wireId)
    return message && stateOf(message)
  }

  counts(): Counts {
    const { Pending, Failed } = this.#app.messages.tally()
    return {
      waiting: Pending,
      sent: this.#app.sentCount,
      failed: Failed,
      received: this.#app.inbound.count(),
      reports_waiting: this.#app.reports.waiting,
      events_waiting: this.#app.webhooks.waiting,
      calls_underway: this.#app.network.underway(),
      webhooks: this.#files.data.webhooks.length,
    }
  }

  isConnected(): boolean {
    return this.#app.service.isConnected()
  }

  /** Settles once the condition holds; it is looked at whenever something changes on the phone. */
  until(condition: () => boolean, options?: { timeoutMs?: number }): Promise<void> {
    return this.#app.changes.until(condition, options)
  }

  /**
   * Somebody sends a text to the phone. Answers the app's id of it, or undefined when the app drops it. While the app is
   * not running the text lies in the phone's inbox, as long as there is a phone.
   */
  receive(sender: string, text: string, { sim = 1 } = {}): string | undefined {
    if (!this.#isStopped) return this.#app.inbound.receive(sender, text, sim)
    if (existsSync(this.folder))
      putIntoInbox(this.folder, { sender, text, sim, at: Date.now() + this.#app.clockOffsetMs })
    return undefined
  }

  goOffline(): void {
    this.#app.network.goOffline()
  }

  goOnline(): void {
    this.#app.network.goOnline()
  }

  /** Loses this share of the server's answers, after it has done the work; of all calls or of those named. */
  dropResponses(share: number, calls?: readonly CallName[]): void {
    this.#app.network.dropResponses(share, calls)
  }

  /** Sets the phone's clock so far off. */
  setClockOffset(milliseconds: number): void {
    this.#app.clockOffsetMs = milliseconds
  }

  /** Fetches at once, as when its person opens the app. */
  pull(): void {
    this.#app.service.pull()
  }

  /** Stops the app's service and starts it again, as its person does. */
  async restart(): Promise<void> {
    await this.#app.service.restart()
  }

  /** Dies as by kill -9; another phone may start on the same folder, with the same memory. */
  kill(): void {
    if (this.#isStopped) return
    this.#isStopped = true
    this.#app.halt()
    this.#app.reports.stop()
    this.#app.network.cut()
    this.#app.messages.abandon()
    this.#app.inbound.abandon()
    this.#app.webhooks.abandon()
    this.#app.journal.abandon()
    this.#lock.abandon()
    if (!this.#options.http) this.#http.close()
  }

  /** Finishes the calls that are under way and closes. */
  async stop(): Promise<void> {
    if (this.#isStopped) return
    this.#isStopped = true
    this.#app.halt()
    const isQuiet = () => this.#app.network.underway() === 0
    await this.#app.changes.until(isQuiet, { timeoutMs: stopMs }).catch(() => undefined)
    this.#app.reports.stop()
    this.#app.webhooks.close()
    this.#app.network.cut()
    this.#app.messages.close()
    this.#app.inbound.close()
    this.#app.journal.close()
    this.#lock.release()
    if (!this.#options.http) this.#http.close()
    if (this.#options.folder === undefined) rmSync(this.folder, { recursive: true, force: true })
  }
}
