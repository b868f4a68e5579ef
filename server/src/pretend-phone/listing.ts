import type { Release } from './app-release.ts'
import { readDate } from './gson.ts'
import type { Message } from './message.ts'

/** One entry of `GET /message`, as this release of the app understands it. */
export type Listed = { message: Message; state: string | null }

/** What the app does about an entry. */
export type Reaction = 'store' | 'report' | 'cancel' | 'answer_cancelled' | 'nothing'

/** Reads the answer of `GET /message`. What the app cannot read makes it refuse the whole of it. */
export function readListing(body: string, release: Release, now: number): Listed[] {
  const entries: unknown = JSON.parse(body)
  if (!Array.isArray(entries)) throw new Error('The app expects a list of messages.')
  return entries.map((entry: unknown) => readEntry(entry, release, now))
}

/** Decides by what is listed and whether the phone knows the id (the protocol, sections 5.4 and 6.3). */
export function reactTo({ message, state }: Listed, isKnown: boolean): Reaction {
  if (state === 'Cancelling') return isKnown ? 'cancel' : 'answer_cancelled'
  if (state !== null && laterStates.has(state)) return 'nothing'
  if (isKnown) return 'report'
  const numbers = new Set(message.recipients.map(({ phone_number }) => phone_number))
  // The same number twice breaks a unique key on the phone: the message is dropped without a word.
  return numbers.size === message.recipients.length ? 'store' : 'nothing'
}

const laterStates: ReadonlySet<string> = new Set([
  'Cancelled',
  'Processed',
  'Sent',
  'Delivered',
  'Failed',
])

function readEntry(value: unknown, release: Release, now: number): Listed {
  const entry = toObject(value)
  const { id, phoneNumbers, simNumber, priority, withDeliveryReport } = entry
  if (typeof id !== 'string') throw new Error('The app expects an id with each message.')
  if (!Array.isArray(phoneNumbers) || !phoneNumbers.every((it) => typeof it === 'string')) {
    throw new Error(`The app expects the phone numbers of message ${id}.`)
  }
  const date = (name: string) => (entry[name] == null ? null : readDate(entry[name]))
  const message: Message = {
    id,
    text: readText(entry, release),
    recipients: phoneNumbers.map((phone_number: string) => ({ phone_number, state: 'Pending' })),
    sim_number: typeof simNumber === 'number' ? simNumber : null,
    with_delivery_report: withDeliveryReport !== false,
    priority: typeof priority === 'number' ? priority : 0,
    created_at: date('createdAt') ?? now,
    valid_until: release.can('expiry') ? date('validUntil') : null,
    schedule_at: date('scheduleAt'),
    states: { Pending: now },
    reported: null,
  }
  // A release that does not know the field sends what it was told not to.
  const state = release.can('cancelling') ? entry['state'] : null
  return { message, state: typeof state === 'string' ? state : null }
}

function readText(entry: Record<string, unknown>, release: Release): string {
  const text = release.can('text_message') ? toObject(entry['textMessage'] ?? {})['text'] : null
  const words = text ?? entry['message']
  if (typeof words !== 'string') throw new Error('The app expects a text in each message.')
  return words
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // An object of JSON, whose values are looked at one by one.
    return value as Record<string, unknown>
  }
  throw new Error(`The app expects an object, not ${JSON.stringify(value)}.`)
}
