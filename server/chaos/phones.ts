import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { readJournals, type JournalEntry } from '../src/pretend-phone/journal.ts'
import { readLinesFile } from '../src/pretend-phone/lines-file.ts'
import type { Dice } from './dice.ts'
import type { Findings } from './findings.ts'
import type { PhonePlan } from './plan.ts'
import type { PhoneOrder, PhoneProgramOptions, PhoneWord, Seen } from './phone-words.ts'
import { startProgram, type Program } from './program.ts'

const program = join(import.meta.dirname, 'phone-program.ts')
const answerMs = 5000

export type HandsetOptions = {
  place: number
  plan: PhonePlan
  device: { id: number; token: string }
  folder: string
  url: string
  dice: Dice
  findings: Findings
}

/** One handset: the process of its app, killed and started again, and the folder that outlives it. */
export class Handset {
  readonly place: number
  readonly plan: PhonePlan
  readonly device_id: number
  /** Every text that came in. */
  readonly received: string[] = []
  /** It was lost, or its device deleted: nobody expects anything of it any more. */
  isGone = false
  readonly #options: HandsetOptions
  readonly #folder: string
  #running: Program | undefined
  #token: string
  #run = 0
  #clockOffsetMs: number
  /** What is done to it is done in turn. */
  #last: Promise<void> = Promise.resolve()

  constructor(options: HandsetOptions) {
    this.#options = options
    this.place = options.place
    this.plan = options.plan
    this.device_id = options.device.id
    this.#token = options.device.token
    this.#clockOffsetMs = options.plan.clock_offset_ms
    this.#folder = join(options.folder, `phone-${options.place}`)
    mkdirSync(this.#folder, { recursive: true })
  }

  start(): Promise<void> {
    return this.#inTurn(async () => this.#launch(false))
  }

  kill(downMs: number, { reinstall = false } = {}): Promise<void> {
    return this.#inTurn(() => this.#restart(downMs, reinstall))
  }

  /** It dies and is never seen again. */
  lose(): Promise<void> {
    return this.#inTurn(async () => {
      this.isGone = true
      await this.#running?.kill()
    })
  }

  freeze(forMs: number): Promise<void> {
    return this.#inTurn(async () => {
      this.#running?.freeze()
      await rest(forMs)
      this.#running?.thaw()
    })
  }

  /** Its person types another token into the app. */
  renew(token: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#token = token
      await this.#restart(300, false)
    })
  }

  order(order: PhoneOrder): void {
    this.#running?.send(order)
  }

  setClock(offsetMs: number): void {
    this.#clockOffsetMs = offsetMs
    this.order({ do: 'set clock', offset_ms: offsetMs })
  }

  receive(texts: { sender: string; text: string }[]): void {
    this.received.push(...texts.map(({ text }) => text))
    this.order({ do: 'receive', texts })
  }

  counts() {
    return askForCounts(this.#running)
  }

  async stop(): Promise<void> {
    await this.#last
    if (!this.#running?.isAlive()) return
    this.#running.thaw()
    this.order({ do: 'stop' })
    await Promise.race([this.#running.ended, rest(4000)])
    await this.#running.kill()
  }

  journal(): JournalEntry[] {
    return [...readJournals(this.#folder)]
  }

  seen(): Seen[] {
    // Written by the phone's process alone.
    return readLinesFile(join(this.#folder, 'seen.jsonl')) as Seen[]
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(() => (this.isGone ? undefined : work()))
    return this.#last
  }

  async #restart(downMs: number, reinstall: boolean): Promise<void> {
    await this.#running?.kill()
    await rest(downMs)
    this.#launch(reinstall)
  }

  #launch(reinstall: boolean): void {
    const { url, dice, findings } = this.#options
    const { clock_offset_ms: _clock, pace: _pace, ...ofPhone } = this.plan
    this.#run += 1
    const given: PhoneProgramOptions = {
      ...ofPhone,
      clockOffsetMs: this.#clockOffsetMs,
      url,
      token: this.#token,
      folder: this.#folder,
      reinstall,
      run: this.#run,
      seed: dice.whole(0, 2 ** 31 - 1),
    }
    const started = startProgram(program, { args: [JSON.stringify(given)] })
    this.#running = started
    void started.ended.then(({ code, signal }) => {
      if (signal === 'SIGKILL' || code === 0) return
      const how = signal ?? code
      findings.add('phone', `Phone ${this.place} ended by itself (${how}):\n${started.output()}`)
    })
  }
}

async function askForCounts(running: Program | undefined) {
  if (!running?.isAlive()) return undefined
  const { promise, resolve } = Promise.withResolvers<Extract<PhoneWord, { about: 'counts' }>>()
  running.onMessage((message) => {
    // The words of phone-program.ts.
    const word = message as PhoneWord
    if (word.about === 'counts') resolve(word)
  })
  running.send({ do: 'count' } satisfies PhoneOrder)
  return Promise.race([promise, rest(answerMs, undefined)])
}
