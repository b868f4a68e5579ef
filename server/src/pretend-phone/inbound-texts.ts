import { join } from 'node:path'
import { receivedMessageId } from './java-hash.ts'
import { openLinesFile, readLinesFile } from './lines-file.ts'

/** A text that the phone received. */
export type ReceivedText = {
  message_id: string
  sender: string
  text: string
  sim: number
  at: number
}

export type InboundTexts = {
  /** A text comes in. Answers its id, or undefined when the phone takes it for one that it has. */
  receive: (sender: string, text: string, sim: number) => string | undefined
  /** What lies in the inbox of the phone of this time; without those that the app has recorded, if it minds them. */
  fromInbox: (range: InboxRange) => ReceivedText[]
  all: () => readonly ReceivedText[]
  count: () => number
  close: () => void
  /** What the app had not written yet is lost, as by a kill; what lies in the inbox is not. */
  abandon: () => void
}

/** Both ends are in it, by the clock of the network. */
export type InboxRange = { since: number; until: number; skipsRecorded: boolean }

/** Old ones are let go: what a phone received long ago no test asks for. */
const keptMax = 20_000

/** Android's own inbox, which a reinstalled app finds as it was. */
const inboxPath = (folder: string) => join(folder, 'inbox.jsonl')

/** A text that comes in while the app is not running: it lies in the phone's inbox, and the app does not hear of it. */
export function putIntoInbox(
  folder: string,
  text: { sender: string; text: string; sim: number; at: number },
): void {
  const file = openLinesFile(inboxPath(folder))
  file.append(stamp(text))
  file.close()
}

export function createInboundTexts(options: {
  folder: string
  /** What the app has recorded of it. */
  recordedPath: string
  clock: () => number
  received: (text: ReceivedText) => void
}): InboundTexts {
  const kept: ReceivedText[] = []
  const inbox = openLinesFile(inboxPath(options.folder))
  const recorded = openLinesFile(options.recordedPath)
  // Written by this module alone.
  const known = new Set(readLinesFile(options.recordedPath) as string[])
  let count = 0

  function record({ message_id }: ReceivedText): void {
    known.add(message_id)
    recorded.appendSoon(message_id)
  }

  function receive(sender: string, text: string, sim: number): string | undefined {
    const received = stamp({ sender, text, sim, at: options.clock() })
    const { message_id } = received
    if (known.has(message_id)) return undefined
    if (kept.length >= keptMax) kept.splice(0, keptMax / 2)
    inbox.appendSoon(received)
    record(received)
    kept.push(received)
    count += 1
    options.received(received)
    return message_id
  }

  function fromInbox({ since, until, skipsRecorded }: InboxRange): ReceivedText[] {
    inbox.flush()
    // As stamp() made them.
    const texts = readLinesFile(inboxPath(options.folder)) as ReceivedText[]
    const found = texts.filter(
      ({ at, message_id }) =>
        at >= since && at <= until && !(skipsRecorded && known.has(message_id)),
    )
    for (const text of found) if (!known.has(text.message_id)) record(text)
    return found
  }

  return {
    receive,
    fromInbox,
    all: () => kept,
    count: () => count,
    close: () => {
      inbox.close()
      recorded.close()
    },
    abandon: () => {
      inbox.close()
      recorded.abandon()
    },
  }
}

/** The network stamps texts to the second, so the same words twice in one second are one text to the app. */
function stamp(text: { sender: string; text: string; sim: number; at: number }): ReceivedText {
  const at = Math.floor(text.at / 1000) * 1000
  return { ...text, at, message_id: receivedMessageId({ ...text, at, subscriptionId: text.sim }) }
}
