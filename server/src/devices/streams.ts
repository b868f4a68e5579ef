import type { ServerResponse } from 'node:http'
import { knows, type Feature } from './app-version.ts'
import type { Phone } from './hand-over.ts'

const keepaliveMs = 20_000
/** The app opens a second stream now and then and must not lose the first one to it (the protocol, section 7.4). */
const streamsPerDeviceMax = 8
/** Unread bytes after which a stream counts as dead. */
const backlogMax = 64 * 1024

export type PhoneEvent =
  | { event: 'MessageEnqueued' | 'WebhooksUpdated' | 'SettingsUpdated' }
  | { event: 'MessageCancelled'; messageId: string }
  /** Tell once more of what the phone received in this time. */
  | {
      event: 'MessagesExportRequested'
      since: string
      until: string
      messageTypes: 'SMS'
      triggerWebhooks: true
      webhookDelivery: 'Individual' | 'Batch'
    }

export type DeviceKey = string
export const deviceKey = ({
  user_id,
  device_id,
}: {
  user_id: number
  device_id: number
}): DeviceKey => `${user_id}:${device_id}`

/** What an app must be able to do to be told; the others know all the rest. */
const featureOf: Partial<Record<PhoneEvent['event'], Feature>> = {
  MessageCancelled: 'cancelling',
  MessagesExportRequested: 'inbox_export',
}

type Stream = { phone: Phone; response: ServerResponse; openedAt: Date }

/** The open event streams of phones on this process. */
export class PhoneStreams {
  readonly #streams = new Map<DeviceKey, Set<Stream>>()
  readonly #onLost: (key: DeviceKey) => void
  readonly #keepalive: NodeJS.Timeout

  /** `onLost` is told when the last stream of a device has ended. */
  constructor(onLost: (key: DeviceKey) => void) {
    this.#onLost = onLost
    this.#keepalive = setInterval(() => this.#keepAlive(), keepaliveMs)
    this.#keepalive.unref()
  }

  open(phone: Phone, response: ServerResponse, openedAt: Date): void {
    // It may have gone while we looked up who it is.
    if (response.destroyed) return
    const key = deviceKey(phone)
    const ofDevice = this.#streams.get(key) ?? new Set<Stream>()
    const stream = { phone, response, openedAt }
    const [oldest] = ofDevice
    if (oldest && ofDevice.size >= streamsPerDeviceMax) oldest.response.end()
    ofDevice.add(stream)
    this.#streams.set(key, ofDevice)
    response.on('close', () => this.#drop(key, stream))
    response.on('error', () => this.#drop(key, stream))
    response.socket?.setNoDelay(true)
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    response.flushHeaders()
    // A newly enrolled app has not read its webhooks and settings, and would not for a day.
    write(stream, frame({ event: 'WebhooksUpdated' }) + frame({ event: 'SettingsUpdated' }))
    if (!knows(phone.app_version, 'pull_on_connect'))
      write(stream, frame({ event: 'MessageEnqueued' }))
  }

  send(key: DeviceKey, event: PhoneEvent, to: 'all' | 'newest' = 'all'): void {
    const streams = [...(this.#streams.get(key) ?? [])]
    for (const stream of to === 'all' ? streams : streams.slice(-1)) {
      const feature = featureOf[event.event]
      if (feature === undefined || knows(stream.phone.app_version, feature))
        write(stream, frame(event))
    }
  }

  /** Ends the streams of an installation that was shut out. */
  shutOut(key: DeviceKey, installation_id: number): void {
    for (const { phone, response } of this.#streams.get(key) ?? []) {
      if (phone.installation_id === installation_id) response.end()
    }
  }

  has(key: DeviceKey): boolean {
    return this.#streams.has(key)
  }

  /** The phones that have a stream here; with `since`, one that was open by then. */
  connected(since?: Date): Phone[] {
    const phones = [...this.#streams.values()].flatMap((ofDevice) =>
      [...ofDevice].flatMap(({ phone, openedAt }) =>
        since === undefined || openedAt <= since ? [phone] : [],
      ),
    )
    return [...new Map(phones.map((phone) => [phone.installation_id, phone])).values()]
  }

  close(): void {
    clearInterval(this.#keepalive)
    for (const ofDevice of this.#streams.values()) {
      for (const { response } of ofDevice) response.end()
    }
  }

  #drop(key: DeviceKey, stream: Stream): void {
    const ofDevice = this.#streams.get(key)
    if (!ofDevice?.delete(stream) || ofDevice.size > 0) return
    this.#streams.delete(key)
    this.#onLost(key)
  }

  #keepAlive(): void {
    for (const ofDevice of this.#streams.values()) {
      for (const stream of ofDevice) write(stream, ':\n\n')
    }
  }
}

function write({ response }: Stream, text: string): void {
  // A phone that reads nothing is as good as gone; it comes back and fetches.
  if (response.writableLength > backlogMax) response.destroy()
  else response.write(text)
}

/** The app drops an event without a data line. */
function frame({ event, ...data }: PhoneEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
