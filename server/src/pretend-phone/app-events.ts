import { writeDate } from './gson.ts'
import { dialled, type Message } from './message.ts'
import type { Change } from './message-store.ts'
import type { SentText } from './radio.ts'
import type { SimCard } from './sim-cards.ts'
import type { ReceivedText } from './inbound-texts.ts'

/** What the app tells its webhooks, in its own words (the protocol, section 8.4). */
export type AppEvents = {
  started: () => void
  ping: (failed: number) => void
  received: (text: ReceivedText) => boolean
  /** Many at once, as the export of the inbox tells them where the server wants that. */
  batchReceived: (texts: readonly ReceivedText[]) => void
  /** A text was sent, with its SIM and its parts, which no report names. */
  sent: (sent: SentText, now: number) => void
  /** A message came to a state that is more than a step on the way. */
  moved: (message: Message, change: Change) => void
}

/** So many texts the app puts into one event. */
const batchMax = 100

export function createAppEvents(options: {
  /** False: nobody wants to hear of it. */
  emit: (event: string, payload: object) => boolean
  version: string
  offsetMinutes: number
  simCards: readonly SimCard[]
}): AppEvents {
  const { emit, simCards, version } = options
  const date = (at: number) => writeDate(at, options.offsetMinutes)
  const numberOf = (sim: number) => simCards[sim - 1]?.phoneNumber
  const payloadOf = ({ message_id, sender, text, sim, at }: ReceivedText) => ({
    messageId: message_id,
    message: text,
    sender,
    recipient: numberOf(sim),
    simNumber: sim,
    phoneNumber: sender,
    receivedAt: date(at),
  })

  return {
    started: () => void emit('app:started', { simCards }),
    ping: (failed) => void emit('system:ping', { health: healthOf(version, failed) }),
    received: (text) => emit('sms:received', payloadOf(text)),
    batchReceived: (texts) => {
      for (let start = 0; start < texts.length; start += batchMax) {
        const messages = texts.slice(start, start + batchMax).map(payloadOf)
        emit('sms:batch:received', { messages })
      }
    },
    sent: ({ message, phone_number, sim, parts }, now) =>
      void emit('sms:sent', {
        messageId: message.id,
        sender: numberOf(sim),
        recipient: phone_number,
        simNumber: sim,
        phoneNumber: phone_number,
        sentAt: date(now),
        partsCount: parts,
      }),
    moved: (message, change) => {
      const told = tellOf(change, date(change.at))
      if (!told) return
      for (const { phone_number } of message.recipients) {
        if (change.phone_number !== undefined && change.phone_number !== phone_number) continue
        const phoneNumber = dialled(phone_number)
        const common = { messageId: message.id, recipient: phoneNumber, phoneNumber }
        emit(told.event, { ...common, ...told.fields })
      }
    },
  }
}

function tellOf(change: Change, at: string): { event: string; fields: object } | undefined {
  switch (change.state) {
    case 'Delivered':
      return { event: 'sms:delivered', fields: { deliveredAt: at } }
    case 'Failed':
      return { event: 'sms:failed', fields: { failedAt: at, reason: change.error ?? '' } }
    case 'Cancelled':
      return { event: 'sms:cancelled', fields: { cancelledAt: at } }
    case 'Pending':
    case 'Processed':
    case 'Sent':
      return undefined
  }
}

/** How the phone is: on Wi-Fi, charging, in good health (the protocol, section 8.6). */
function healthOf(version: string, failed: number): object {
  return {
    status: 'pass',
    version,
    releaseId: 1500,
    checks: {
      'messages:failed': check(failed, 'messages', 'Failed messages for the last hour'),
      'connection:status': check(1, 'boolean', 'Internet connection status'),
      'connection:transport': check(4, 'flags', 'Network transport type'),
      'connection:cellular': check(5, 'index', 'Cellular network type'),
      'battery:level': check(87, 'percent', 'Battery level in percent'),
      'battery:charging': check(4, 'flags', 'Is the phone charging'),
    },
  }
}

function check(observedValue: number, observedUnit: string, description: string): object {
  return { status: 'pass', observedValue, observedUnit, description }
}
