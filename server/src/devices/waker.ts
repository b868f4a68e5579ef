import type { ServerResponse } from 'node:http'
import type { Context } from '../context.ts'
import type { Signal } from '../db/wake.ts'
import { RecentCount } from '../lib/recent-count.ts'
import { CatchUp } from './catch-up.ts'
import { findDuePhones, horizonSeconds, noteStreams } from './due-phones.ts'
import { deviceKey, PhoneStreams, type DeviceKey } from './streams.ts'
import type { Batch, Phone } from './hand-over.ts'

/** Wake-ups are at least this far apart: one that comes while the app still fetches makes it start over. */
const spacingMs = 2000
/** A wake-up that no fetch has followed for this long is sent again if there is still work. */
const unansweredMs = 5000
/** When a phone's supply falls to this, it is woken for the next batch before it runs dry. */
const refillBelow = 50
/** A phone that holds many messages and reports nothing is woken again after this long all the same. */
const fullPhoneMs = 30_000
/** We wake a phone no sooner after an answer than `spacingMs`: one that fetches before that has dropped the answer. */
const startOverMs = 1500

/** Fetches in the last second or two; paced SIMs do not come near it. */
const busyFetches = 20

type DeviceState = {
  lastWakeAt: number
  /** A wake-up was sent and no fetch has come since. */
  isAwaited: boolean
  /** Work is known to wait, from this time on. */
  dueAt: number | null
  inHand: number
  /** The phone has reported since it was last woken, so no fetch of it is under way. */
  hasProgress: boolean
  /** Fetches of the phone that are being answered. */
  fetching: number
  /** When it was last given messages. */
  handedAt: number
  /** When work is due that was heard of while the phone fetched, and that may be missing in what it is given. */
  newsAt: number | null
  timer: NodeJS.Timeout | undefined
}

/**
 * Decides when a phone with a stream on this process is told to fetch: at once when there is new work, when the pace of
 * its SIMs lets the next message go, and before its supply runs out.
 */
export class Waker {
  readonly streams: PhoneStreams
  readonly #context: Context
  readonly #states = new Map<DeviceKey, DeviceState>()
  readonly #catchUp: CatchUp
  readonly #fetches = new RecentCount()
  readonly #unlisten: () => void

  constructor(context: Context) {
    this.#context = context
    this.streams = new PhoneStreams((key) => {
      clearTimeout(this.#states.get(key)?.timer)
      this.#states.delete(key)
      this.#catchUp.forget(key)
    })
    this.#catchUp = new CatchUp(context, this.streams)
    this.#unlisten = context.wake.listen((signal) => this.#heard(signal))
  }

  /** A phone listens. It fetches by itself on connecting, or is told to, and must not be told again meanwhile. */
  open(phone: Phone, response: ServerResponse): void {
    this.streams.open(phone, response, this.#context.now())
    const state = this.#stateOf(deviceKey(phone))
    state.lastWakeAt = Date.now()
    state.isAwaited = true
    noteStreams(this.#context, [phone]).catch((error: unknown) =>
      this.#context.log.debug({ error }, 'a stream was not noted; the next look does it'),
    )
  }

  /**
   * A phone begins to fetch. `isOver` is to be called when it has its answer, or went away without it. `hasLostAnswer`:
   * it starts over so soon after it was given something that it cannot have read it.
   */
  fetches(phone: Phone): { isOver: () => void; hasLostAnswer: boolean } {
    const key = deviceKey(phone)
    const state = this.#states.get(key)
    if (!state) return { isOver: () => undefined, hasLostAnswer: false }
    const hasLostAnswer = !state.hasProgress && Date.now() - state.handedAt < startOverMs
    state.newsAt = null
    state.fetching += 1
    let isDone = false
    const isOver = () => {
      if (isDone) return
      isDone = true
      state.fetching -= 1
      this.#plan(key)
    }
    return { isOver, hasLostAnswer }
  }

  /** True while phones fetch as fast as they can: what is not urgent leaves the processor to them. */
  isBusy(): boolean {
    return this.#fetches.lately() >= busyFetches
  }

  /** A phone has fetched and was given this. */
  fetched(phone: Phone, batch: Batch): void {
    this.#fetches.count()
    const { user_id, device_id } = phone
    const key = deviceKey(phone)
    const handed = batch.messages.filter(({ is_probe }) => !is_probe).length
    if (!this.streams.has(key)) {
      const next_at = batch.next_at?.toISOString() ?? null
      this.#context.wake.tell({ about: 'fetched', user_id, device_id, handed, next_at })
      return
    }
    this.#noteFetch(key, handed, batch.next_at)
    const { newsAt } = this.#stateOf(key)
    if (newsAt !== null) this.#hasWork(key, newsAt)
  }

  /** A phone has finished so many messages. */
  finished(device: { user_id: number; device_id: number }, count: number): void {
    const key = deviceKey(device)
    if (this.streams.has(key)) this.#noteProgress(key, count)
    else this.#context.wake.tell({ about: 'finished', ...device, count })
  }

  /** Asks the database which connected phones have work now or soon: the safety net under the signals. */
  async look(): Promise<void> {
    const { db, now } = this.#context
    const phones = this.streams.connected()
    if (phones.length === 0) return
    await noteStreams(this.#context, phones)
    await this.#catchUp.look()
    for (const due of await findDuePhones(db, phones, now())) {
      this.#hasWork(deviceKey(due), this.#onOwnClock(due.due_at))
    }
  }

  close(): void {
    this.#unlisten()
    for (const { timer } of this.#states.values()) clearTimeout(timer)
    this.streams.close()
  }

  #heard(signal: Signal): void {
    if (!('device_id' in signal)) return
    const key = deviceKey(signal)
    if (!this.streams.has(key)) return
    switch (signal.about) {
      case 'device':
        this.#hearOfWork(key, Math.max(Date.now(), signal.due_at ?? 0))
        return
      case 'settings':
        this.streams.send(key, { event: 'SettingsUpdated' })
        return
      case 'shut_out':
        this.streams.shutOut(key, signal.installation_id)
        return
      case 'withdrawal':
        this.streams.send(key, { event: 'MessageCancelled', messageId: signal.wire_id })
        return
      case 'fetched':
        this.#noteFetch(
          key,
          signal.handed,
          signal.next_at === null ? null : new Date(signal.next_at),
        )
        return
      case 'finished':
        this.#noteProgress(key, signal.count)
    }
  }

  #hearOfWork(key: DeviceKey, at: number): void {
    const state = this.#stateOf(key)
    state.newsAt = Math.min(state.newsAt ?? Infinity, at)
    this.#hasWork(key, at)
  }

  #noteFetch(key: DeviceKey, handed: number, next_at: Date | null): void {
    const state = this.#stateOf(key)
    state.isAwaited = false
    state.inHand += handed
    if (handed > 0) {
      // It has to read what it was given first: a wake-up makes it drop the answer that is just arriving.
      state.lastWakeAt = Date.now()
      state.handedAt = Date.now()
      state.hasProgress = false
    } else {
      // It has nothing to read that a wake-up could make it drop.
      state.lastWakeAt = 0
    }
    state.dueAt = next_at === null ? null : this.#onOwnClock(next_at)
    this.#plan(key)
  }

  #noteProgress(key: DeviceKey, count: number): void {
    const state = this.#stateOf(key)
    state.inHand = Math.max(0, state.inHand - count)
    state.hasProgress = true
    this.#plan(key)
  }

  #hasWork(key: DeviceKey, at: number): void {
    if (!this.streams.has(key)) return
    const state = this.#stateOf(key)
    state.dueAt = Math.min(state.dueAt ?? Infinity, at)
    this.#plan(key)
  }

  /** Sets the alarm for the moment at which the phone should be woken, as far as is known now. */
  #plan(key: DeviceKey): void {
    const state = this.#stateOf(key)
    clearTimeout(state.timer)
    // Planned again when the answer is out.
    if (state.dueAt === null || state.fetching > 0 || !this.streams.has(key)) return
    const at = Math.max(state.dueAt, state.lastWakeAt + spacingOf(state))
    const pause = Math.max(0, Math.min(at - Date.now(), horizonSeconds * 1000))
    state.timer = setTimeout(() => this.#wakeUp(key), pause)
    state.timer.unref()
  }

  #wakeUp(key: DeviceKey): void {
    const state = this.#stateOf(key)
    if (state.dueAt === null) return
    const isSoon = Math.max(state.dueAt, state.lastWakeAt + spacingOf(state)) > Date.now()
    if (isSoon || state.fetching > 0) return this.#plan(key)
    // Told on two streams, the app starts over at once: the others are for when the newest turns out to be dead.
    this.streams.send(key, { event: 'MessageEnqueued' }, state.isAwaited ? 'all' : 'newest')
    state.lastWakeAt = Date.now()
    state.isAwaited = true
    state.hasProgress = false
    state.inHand = Math.min(state.inHand, refillBelow)
    this.#plan(key)
  }

  #stateOf(key: DeviceKey): DeviceState {
    const known = this.#states.get(key)
    if (known) return known
    const state = {
      lastWakeAt: 0,
      isAwaited: false,
      dueAt: null,
      inHand: 0,
      hasProgress: false,
      fetching: 0,
      handedAt: 0,
      newsAt: null,
      timer: undefined,
    }
    // Phones that only poll are not kept in mind.
    if (this.streams.has(key)) this.#states.set(key, state)
    return state
  }

  /** A moment of the context's clock on the clock of the timers. */
  #onOwnClock(moment: Date): number {
    return Date.now() + Math.max(0, moment.getTime() - this.#context.now().getTime())
  }
}

function spacingOf({ isAwaited, inHand, hasProgress }: DeviceState): number {
  if (isAwaited) return unansweredMs
  // Reports may be lost, so a full phone is looked at again all the same.
  if (inHand > refillBelow) return fullPhoneMs
  return hasProgress ? 0 : spacingMs
}
