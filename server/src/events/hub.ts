import { setTimeout as rest } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { lookAtAttention, lookAtFleetFigures } from './account.ts'
import { lookAtInboxes } from './inbox.ts'
import { keptMs, Recent } from './recent.ts'
import { lookAtFleets, lookAtRows } from './rows.ts'
import type { Change, Subject } from './subject.ts'
import { lookAtTexts } from './texts.ts'
import { wordOf, type Topic } from './topics.ts'

/** Nothing is told of more often than twice a second. */
const tickMs = 500
/** What costs more is looked at every so many ticks. */
const everyTicks = { rows: 1, campaigns: 2, fleet: 4, attention: 10 }
const keepaliveMs = 20_000
/** Unread bytes after which a listener counts as gone. */
const backlogMax = 256 * 1024
/** Each account, and all of them together. */
export const streamsMax = { account: 50, process: 2000 }

export type Listener = {
  user_id: number
  topics: readonly Topic[]
  response: ServerResponse
  /** Rejects when whoever listens may no longer. */
  check: () => Promise<void>
  /** The id of the last event that a stream before this one was told; null for a new one. */
  last_event_id: string | null
}

type Stream = Listener & {
  subjects: readonly Subject[]
  /** What it is still to be told the present state of. */
  awaited: Set<Subject>
}

type Look = {
  subjects: Subject[]
  /** Whether it looks at the whole of each subject, and not at something that belongs to it. */
  isWhole: boolean
  find: () => Promise<Change[]>
}

/**
 * Tells browsers and programs what changes. It looks at the database, so it does not matter which process changed
 * something, and only at what somebody listens to: when nobody does, it rests.
 */
export class EventHub {
  readonly #context: Context
  readonly #streams = new Set<Stream>()
  readonly #subjects = new Map<string, Subject>()
  readonly #recent = new Recent()
  readonly #stop = new AbortController()
  readonly #unlisten: () => void
  readonly #keepalive: NodeJS.Timeout
  #isLooking = false

  constructor(context: Context) {
    this.#context = context
    this.#unlisten = context.wake.listen(({ about }) => {
      if (about === 'keys') void this.#checkAll()
    })
    this.#keepalive = setInterval(() => this.#keepAlive(), keepaliveMs)
    this.#keepalive.unref()
  }

  /** Whether an account may open one more stream here. */
  hasRoom(user_id: number): boolean {
    if (this.#streams.size >= streamsMax.process) return false
    const own = [...this.#streams].filter((stream) => stream.user_id === user_id)
    return own.length < streamsMax.account
  }

  /** Takes over a response whose head has been written, to the end. */
  open(listener: Listener): void {
    const { user_id, topics, response, last_event_id } = listener
    if (response.destroyed || this.#stop.signal.aborted) return void response.end()
    const missed = this.#recent.after(last_event_id, user_id, topics)
    const isNew = last_event_id === null
    const subjects = topics.map((topic) => this.#subjectOf(user_id, topic, isNew))
    const wasKnown =
      missed !== undefined && subjects.every((one) => one.known_since <= missed.since)
    const told = subjects.filter(({ topic, own }) => firstEvents[topic.kind] && own.shown)
    const stream = { ...listener, subjects, awaited: new Set(isNew ? told : []) }
    this.#streams.add(stream)
    response.on('close', () => this.#drop(stream))
    response.on('error', () => this.#drop(stream))
    write(stream, this.#recent.beginning())
    if (!isNew && wasKnown) for (const text of missed.texts) write(stream, text)
    if (!isNew && !wasKnown) write(stream, this.#recent.frame('resync', {}))
    if (this.#isLooking) return
    this.#isLooking = true
    void this.#look()
  }

  close(): void {
    this.#stop.abort()
    this.#unlisten()
    clearInterval(this.#keepalive)
    for (const { response } of this.#streams) response.end()
  }

  /** What is known of old is for streams that come back; a new one has read everything just now. */
  #subjectOf(user_id: number, topic: Topic, isNew: boolean): Subject {
    this.#forgetOld()
    const key = `${user_id}/${wordOf(topic)}`
    const kept = this.#subjects.get(key)
    const known = isNew && kept?.listeners === 0 ? undefined : kept
    const subject = known ?? {
      user_id,
      topic,
      listeners: 0,
      left_at: null,
      known_since: this.#recent.next(),
      own: {},
      parts: new Map(),
    }
    subject.listeners += 1
    subject.left_at = null
    this.#subjects.set(key, subject)
    return subject
  }

  #drop(stream: Stream): void {
    if (!this.#streams.delete(stream)) return
    for (const subject of stream.subjects) {
      subject.listeners -= 1
      if (subject.listeners === 0) subject.left_at = Date.now()
    }
  }

  #forgetOld(): void {
    const before = Date.now() - keptMs
    for (const [key, { left_at }] of this.#subjects) {
      if (left_at !== null && left_at < before) this.#subjects.delete(key)
    }
  }

  /**
   * A page reads first and listens then: what changed between is in what it is told first. It is looked at for that, since
   * what others were told last may be older than what the page has read.
   */
  async #lookAndTell({ subjects, isWhole, find }: Look): Promise<void> {
    const waiting = isWhole
      ? [...this.#streams].flatMap((stream) =>
          subjects
            .filter((one) => stream.awaited.delete(one))
            .map((subject) => ({ stream, subject })),
        )
      : []
    for (const { subject } of waiting) subject.own.read_at = 0
    for (const change of await find()) this.#tell(change)
    for (const { stream, subject } of waiting) {
      const { topic, own } = subject
      const event = firstEvents[topic.kind]
      const id = topic.id ?? stream.user_id
      if (event && own.shown) write(stream, this.#recent.frame(event, { ...own.shown, id }))
    }
  }

  async #look(): Promise<void> {
    for (let tick = 0; this.#streams.size > 0 && !this.#stop.signal.aborted; tick += 1) {
      const startedAt = Date.now()
      for (const look of this.#looks(tick)) {
        try {
          await this.#lookAndTell(look)
        } catch (error) {
          this.#context.log.debug({ error }, 'a look for changes failed; the next one comes soon')
        }
      }
      // A busy database is not asked twice as often for it.
      const pause = Math.max(tickMs - (Date.now() - startedAt), tickMs / 2)
      await rest(pause, undefined, { signal: this.#stop.signal }).catch(() => undefined)
    }
    this.#isLooking = false
  }

  #looks(tick: number): Look[] {
    const context = this.#context
    const heard = [...this.#subjects.values()].filter(({ listeners }) => listeners > 0)
    const awaited = new Set([...this.#streams].flatMap((stream) => [...stream.awaited]))
    const looks: Look[] = []
    const at = (
      kinds: Topic['kind'][],
      { every, isWhole = true }: { every: number; isWhole?: boolean },
      find: (subjects: Subject[]) => Promise<Change[]>,
    ) => {
      const subjects = heard.filter(({ topic }) => kinds.includes(topic.kind))
      const isNews = subjects.some((one) => one.own.shown === undefined || awaited.has(one))
      if (subjects.length > 0 && (tick % every === 0 || isNews))
        looks.push({ subjects, isWhole, find: () => find(subjects) })
    }
    for (const kind of ['import', 'job', 'device', 'campaign'] as const) {
      const every = kind === 'campaign' ? everyTicks.campaigns : everyTicks.rows
      at([kind], { every }, (some) => lookAtRows(context, kind, some))
    }
    const parts = { every: everyTicks.rows, isWhole: false }
    at(['fleet'], { every: everyTicks.fleet }, (some) => lookAtFleetFigures(context, some))
    at(['fleet'], parts, (some) => lookAtFleets(context, some))
    at(['inbox'], parts, (some) => lookAtInboxes(context, some))
    at(['inbox', 'campaign'], parts, (some) => lookAtTexts(context, some))
    at(['attention'], { every: everyTicks.attention }, (some) => lookAtAttention(context, some))
    return looks
  }

  #tell({ subject, event, data }: Change): void {
    const { user_id, topic } = subject
    const text = this.#recent.keep({ user_id, topic: wordOf(topic), event, data })
    for (const stream of this.#streams) if (stream.subjects.includes(subject)) write(stream, text)
  }

  async #checkAll(): Promise<void> {
    for (const stream of this.#streams) {
      await stream.check().catch((error: unknown) => {
        if (error instanceof AppError) stream.response.end()
      })
    }
  }

  #keepAlive(): void {
    for (const stream of this.#streams) write(stream, ':\n\n')
    // Those that were signed in for a time only.
    void this.#checkAll()
  }
}

const firstEvents: Partial<Record<Topic['kind'], string>> = {
  campaign: 'campaign.progress',
  import: 'import.progress',
  job: 'job.progress',
  device: 'device.changed',
  fleet: 'fleet.changed',
  attention: 'attention.changed',
}

function write({ response }: Stream, text: string): void {
  if (response.writableLength > backlogMax) response.destroy()
  else response.write(text)
}
