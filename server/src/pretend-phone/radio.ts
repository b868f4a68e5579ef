import { countParts } from '../lib/parts.ts'
import type { JournalEntry } from './journal.ts'
import { dialled, type Message } from './message.ts'
import type { Change } from './message-store.ts'
import { failureText, type Decide } from './outcome.ts'
import type { Random } from './random.ts'
import type { Settings } from './settings.ts'

export type RadioOptions = {
  sims: number
  /** Parts a minute for each SIM; 0 is as fast as possible. */
  rate: number
  /** How long until the network reports a text as delivered, at most. */
  deliveryMs: number
  /** The share of texts that the network reports as delivered. */
  deliver: number
  installation: string
  random: Random
  decide: Decide
  settings: () => Settings
  clock: () => number
  /** Keeps a text as sent, before anything else is said of it. */
  journal: (entry: JournalEntry) => void
  /** Keeps a new state, and reports it unless nobody is to hear of it. */
  move: (message: Message, change: Change, isReported: boolean) => void
  /** The network has taken a text. */
  sent: (text: SentText) => void
}

export type SentText = {
  message: Message
  phone_number: string
  text: string
  sim: number
  parts: number
}

type Waiting = { message: Message; place: number }
type Sim = { number: number; queue: Waiting[]; freeAt: number; isBusy: boolean }

/** A SIM may be this late before what it missed is lost to it: timers are not exact. */
const catchUpMs = 100
/** At most so many texts are handed over before anything else gets its turn. */
const burstMax = 25

/** The part of a phone that sends: for each SIM a queue, and the time that its texts take in the air. */
export class Radio {
  readonly #options: RadioOptions
  readonly #sims: Sim[]
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #partMs: number
  #isStopped = false
  #turn = 0
  #place = 0

  constructor(options: RadioOptions) {
    this.#options = options
    this.#partMs = options.rate === 0 ? 0 : 60_000 / options.rate
    this.#sims = Array.from({ length: options.sims }, (_, slot): Sim => {
      return { number: slot + 1, queue: [], freeAt: 0, isBusy: false }
    })
  }

  /** Takes messages into the queue of the SIM that each is to leave by. */
  add(messages: readonly Message[]): void {
    const { clock, move } = this.#options
    const touched = new Set<Sim>()
    for (const message of messages) {
      const waitMs = (message.schedule_at ?? 0) - clock()
      if (waitMs > 0) {
        this.#after(waitMs, () => this.add([message]))
        continue
      }
      const sim = this.#simOf(message)
      if (sim) {
        sim.queue.push({ message, place: (this.#place += 1) })
        touched.add(sim)
      } else {
        const error = `Can't send message: SIM ${message.sim_number ?? 1} not found`
        move(message, { state: 'Failed', at: clock(), error }, true)
      }
    }
    for (const sim of touched) {
      this.#sort(sim)
      if (sim.isBusy || this.#isStopped) continue
      sim.isBusy = true
      setImmediate(() => this.#work(sim))
    }
  }

  /** Puts the queues into the order that the settings name now. */
  reorder(): void {
    for (const sim of this.#sims) this.#sort(sim)
  }

  /** Stops handing over. Of what is in the air nothing is heard any more. */
  stop(): void {
    this.#isStopped = true
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** The SIM that a message names, else by the phone's own rule; undefined when there is none. */
  #simOf(message: Message): Sim | undefined {
    if (message.sim_number !== null) return this.#sims[message.sim_number - 1]
    const { settings, random } = this.#options
    const mode = settings().sim_selection_mode
    if (mode === 'OSDefault') return this.#sims[0]
    this.#turn += 1
    const slot = mode === 'RoundRobin' ? this.#turn - 1 : Math.floor(random() * this.#sims.length)
    return this.#sims[slot % this.#sims.length]
  }

  /** The next to leave stands last. */
  #sort({ queue }: Sim): void {
    const isFirstIn = this.#options.settings().processing_order === 'FIFO'
    queue.sort((a, b) => {
      const { priority, created_at } = a.message
      if (priority !== b.message.priority) return priority - b.message.priority
      const age = created_at - b.message.created_at || a.place - b.place
      return isFirstIn ? -age : age
    })
  }

  #work(sim: Sim): void {
    for (let count = 0; count < burstMax && !this.#isStopped; count += 1) {
      const waitMs = sim.freeAt - Date.now()
      if (waitMs > 0) return this.#after(waitMs, () => this.#work(sim))
      const message = sim.queue.pop()?.message
      if (!message) {
        sim.isBusy = false
        return
      }
      // It may have been cancelled while it stood in the queue.
      if (message.recipients.some(({ state }) => state === 'Pending')) this.#takeUp(sim, message)
    }
    if (!this.#isStopped) setImmediate(() => this.#work(sim))
  }

  #takeUp(sim: Sim, message: Message): void {
    const { clock, move } = this.#options
    if (message.valid_until !== null && message.valid_until < clock()) {
      move(message, { state: 'Failed', at: clock(), error: 'TTL expired' }, true)
      return
    }
    const { text } = message
    const { parts } = countParts(text)
    for (const { phone_number, state } of message.recipients) {
      // A recipient whose text had left before the phone died is not Pending any more.
      if (state !== 'Pending') continue
      this.#handOver({ message, phone_number, text, sim: sim.number, parts })
      const airMs = parts * this.#partMs
      sim.freeAt = Math.max(sim.freeAt, Date.now() - catchUpMs) + airMs
    }
  }

  #handOver(leaving: SentText): void {
    const { decide, journal, installation, move, clock, random } = this.#options
    const { message, phone_number, text, sim, parts } = leaving
    const outcome = decide(message)
    if (outcome !== 'failed') {
      const at = new Date().toISOString()
      journal({ at, installation, wire_id: message.id, phone_number, text, sim, parts })
    }
    const isReported = outcome !== 'unreported'
    move(message, { state: 'Processed', at: clock(), phone_number }, isReported)
    if (outcome === 'unconfirmed') return
    this.#after(parts * this.#partMs * (0.5 + random() / 2), () => {
      if (outcome !== 'failed') return this.#confirm(leaving, isReported)
      const error = failureText(random)
      move(message, { state: 'Failed', at: clock(), phone_number, error }, true)
    })
  }

  /** The network says that it has taken a text, and later perhaps that it has delivered it. */
  #confirm(leaving: SentText, isReported: boolean): void {
    const { move, clock, sent, random, deliver, deliveryMs } = this.#options
    const { message, phone_number } = leaving
    move(message, { state: 'Sent', at: clock(), phone_number }, isReported)
    sent({ ...leaving, phone_number: dialled(phone_number) })
    if (!message.with_delivery_report || random() >= deliver) return
    this.#after(random() * deliveryMs, () =>
      move(message, { state: 'Delivered', at: clock(), phone_number }, isReported),
    )
  }

  #after(milliseconds: number, action: () => void): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer)
        action()
      },
      Math.min(milliseconds, 2 ** 31 - 1),
    )
    this.#timers.add(timer)
  }
}
