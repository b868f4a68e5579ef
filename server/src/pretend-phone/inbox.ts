import type { MessageStore } from './message-store.ts'
import { reactTo, type Listed } from './listing.ts'
import { stateOf, type Message } from './message.ts'

export type InboxOptions = {
  messages: MessageStore
  clock: () => number
  /** What is new goes to the radio. */
  send: (messages: readonly Message[]) => void
  report: (message: Message) => void
  cancelled: (message: Message) => void
}

/** Takes what the server lists: new messages are kept and sent, known ones only reported, and some cancelled. */
export function takeListing(listed: readonly Listed[], options: InboxOptions): void {
  const { messages, clock, report } = options
  const added = new Map<string, Message>()
  for (const entry of listed) {
    const { id } = entry.message
    const known = messages.find(id) ?? added.get(id)
    switch (reactTo(entry, known !== undefined)) {
      case 'store':
        added.set(id, entry.message)
        break
      case 'report':
        if (known) report(known)
        break
      case 'cancel':
        if (known) cancel(known, options)
        break
      case 'answer_cancelled':
        report(asCancelled(entry.message, clock()))
        break
      case 'nothing':
    }
  }
  if (added.size === 0) return
  messages.insert([...added.values()])
  options.send([...added.values()])
}

/** Withdraws a message that still waits. One that has left stays as it is, and nothing is said. */
export function cancel(message: Message, { messages, clock, cancelled }: InboxOptions): void {
  if (stateOf(message) !== 'Pending') return
  messages.move(message, { state: 'Cancelled', at: clock() })
  cancelled(message)
}

/** The answer about a message that the phone never had; it does not keep it. */
function asCancelled(message: Message, now: number): Message {
  const recipients = message.recipients.map(({ phone_number }) => {
    return { phone_number, state: 'Cancelled' as const }
  })
  return { ...message, recipients, states: { Cancelled: now } }
}
