import { backoffMs, type Wait } from './waiting.ts'
import { writeDate, writeJson } from './gson.ts'
import type { Release } from './app-release.ts'
import { stateOf, type Message, type State } from './message.ts'
import type { Random } from './random.ts'

/** Reports that a bad day plays with; shares are from 0 to 1. */
export type ReportFaults = {
  /** Reports that are written and then held back, so that newer ones overtake them. */
  late: number
  lateMs: number
  /** Reports that are sent twice at the same time. */
  doubled: number
}

export type ReportOptions = {
  release: Release
  offsetMinutes: number
  /** Jobs that run side by side. */
  inFlightMax: number
  faults: ReportFaults
  random: Random
  wait: Wait
  whenOnline: () => Promise<void>
  send: (body: string) => Promise<void>
  delivered: (message: Message, state: State) => void
  onFailure: (error: unknown) => void
  changed: () => void
}

/** The app's own number: the first try and ten more, then a report is lost. */
const triesMax = 11
/** Jobs taken from the front before the list is cut: cutting it for each would cost the square of its length. */
const takenMax = 1000

type Job = { message: Message; failures: number }

/** The reports of an app: each change of state has a job of its own, which reads the state when it runs. */
export class Reports {
  readonly #options: ReportOptions
  readonly #stopped = new AbortController()
  readonly #ready: Job[] = []
  /** What stands before it in `#ready` has been taken. */
  #first = 0
  #running = 0
  #waiting = 0

  constructor(options: ReportOptions) {
    this.#options = options
  }

  /** Jobs that are not done yet. */
  get waiting(): number {
    return this.#waiting
  }

  queue(message: Message): void {
    this.#waiting += 1
    this.#ready.push({ message, failures: 0 })
    this.#pump()
  }

  stop(): void {
    this.#stopped.abort()
  }

  #pump(): void {
    const { inFlightMax } = this.#options
    while (this.#running < inFlightMax && !this.#stopped.signal.aborted) {
      const job = this.#ready[this.#first]
      if (!job) return
      this.#first += 1
      if (this.#first === this.#ready.length || this.#first > takenMax) {
        this.#ready.splice(0, this.#first)
        this.#first = 0
      }
      void this.#run(job)
    }
  }

  async #run(job: Job): Promise<void> {
    this.#running += 1
    try {
      await this.#options.whenOnline()
      await this.#send(job.message)
      this.#waiting -= 1
    } catch (error) {
      if (!this.#stopped.signal.aborted) this.#retryLater(job, error)
    } finally {
      this.#running -= 1
      this.#pump()
      this.#options.changed()
    }
  }

  async #send(message: Message): Promise<void> {
    const { faults, random, wait } = this.#options
    const { signal } = this.#stopped
    const state = stateOf(message)
    const body = writeReport(message, this.#options)
    if (random() < faults.late) await wait(faults.lateMs * random(), signal)
    if (signal.aborted) return
    const copies = random() < faults.doubled ? [body, body] : [body]
    await Promise.all(copies.map((copy) => this.#options.send(copy)))
    this.#options.delivered(message, state)
  }

  #retryLater(job: Job, error: unknown): void {
    this.#options.onFailure(error)
    job.failures += 1
    if (job.failures >= triesMax) {
      this.#waiting -= 1
      return
    }
    void this.#options.wait(backoffMs(job.failures), this.#stopped.signal).then(() => {
      this.#ready.push(job)
      this.#pump()
    })
  }
}

/** The body of `PATCH /message`: always one message. */
export function writeReport(
  message: Message,
  { release, offsetMinutes }: { release: Release; offsetMinutes: number },
): string {
  const states = Object.entries(message.states).map(([state, at]) => [
    state,
    writeDate(at, offsetMinutes),
  ])
  return writeJson([
    {
      id: message.id,
      state: stateOf(message),
      recipients: message.recipients.map(({ phone_number, state, error }) => ({
        phoneNumber: phone_number,
        state,
        error,
      })),
      ...(release.can('states') ? { states: Object.fromEntries(states) } : {}),
    },
  ])
}
