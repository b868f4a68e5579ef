import { openLinesFile, readLinesFile, rewriteLinesFile } from './lines-file.ts'
import { stateOf, type Message, type State } from './message.ts'
import type { JournalEntry } from './journal.ts'

/** The app's database of messages: what it was given, and what became of it. */
export type MessageStore = {
  find: (id: string) => Message | undefined
  insert: (messages: readonly Message[]) => void
  /** Notes the state of one recipient, or of all. The message keeps when it first came to each state. */
  move: (message: Message, change: Change) => void
  /** The server has taken a report of this state, or nobody will report it any more. */
  markReported: (message: Message, state: State) => void
  all: () => IterableIterator<Message>
  /** How many messages are in each state. */
  tally: () => Readonly<Record<State, number>>
  close: () => void
  /** Forgets what was not written yet, as a kill would. */
  abandon: () => void
}

export type Change = { state: State; at: number; phone_number?: string; error?: string }

type Line = { new: Message } | ({ id: string } & Change) | { id: string; reported: State }

const dayMs = 24 * 3600 * 1000

/**
 * Opens the database. A text that the journal says has left counts as handed over, whatever else was written; finished
 * messages older than the log's lifetime are forgotten.
 */
export function openMessageStore(
  path: string,
  options: { journal: readonly JournalEntry[]; lifetimeDays: number | null; now: number },
): MessageStore {
  const messages = readMessages(path, options)
  rewriteLinesFile(path, linesOf(messages))
  const file = openLinesFile(path)
  const tally = emptyTally()
  for (const message of messages.values()) tally[stateOf(message)] += 1

  return {
    find: (id) => messages.get(id),
    insert: (added) => {
      for (const message of added) {
        messages.set(message.id, message)
        tally[stateOf(message)] += 1
        file.appendSoon({ new: message } satisfies Line)
      }
      // Kept before anything is done with them.
      file.flush()
    },
    move: (message, change) => {
      tally[stateOf(message)] -= 1
      applyChange(message, change)
      tally[stateOf(message)] += 1
      file.appendSoon({ id: message.id, ...change } satisfies Line)
    },
    markReported: (message, reported) => {
      message.reported = reported
      file.appendSoon({ id: message.id, reported } satisfies Line)
    },
    all: () => messages.values(),
    tally: () => tally,
    close: file.close,
    abandon: file.abandon,
  }
}

function readMessages(
  path: string,
  {
    journal,
    lifetimeDays,
    now,
  }: { journal: readonly JournalEntry[]; lifetimeDays: number | null; now: number },
): Map<string, Message> {
  const messages = new Map<string, Message>()
  // Written by this module alone, so each is a Line.
  for (const line of readLinesFile(path) as Line[]) {
    if ('new' in line) {
      messages.set(line.new.id, line.new)
      continue
    }
    const message = messages.get(line.id)
    if (!message) continue
    if ('reported' in line) message.reported = line.reported
    else applyChange(message, line)
  }
  for (const { wire_id, phone_number, at } of journal) {
    const message = messages.get(wire_id)
    const recipient = message?.recipients.find((one) => one.phone_number === phone_number)
    if (!message || recipient?.state !== 'Pending') continue
    applyChange(message, { state: 'Processed', at: Date.parse(at), phone_number })
  }
  const oldest = lifetimeDays === null ? -Infinity : now - lifetimeDays * dayMs
  for (const [id, message] of messages) {
    if (message.created_at < oldest && stateOf(message) !== 'Pending') messages.delete(id)
  }
  return messages
}

function applyChange(message: Message, { state, at, phone_number, error }: Change): void {
  for (const recipient of message.recipients) {
    if (phone_number !== undefined && recipient.phone_number !== phone_number) continue
    recipient.state = state
    if (error !== undefined) recipient.error = error
  }
  const whole = stateOf(message)
  message.states[whole] ??= at
  if (whole !== 'Pending') message.text = ''
}

function* linesOf(messages: ReadonlyMap<string, Message>): Generator<Line> {
  for (const message of messages.values()) yield { new: message }
}

function emptyTally(): Record<State, number> {
  return { Pending: 0, Processed: 0, Sent: 0, Delivered: 0, Failed: 0, Cancelled: 0 }
}
