import { receivedMessageId } from './java-hash.ts'

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
  all: () => readonly ReceivedText[]
  count: () => number
}

/** Old ones are let go: what a phone received long ago no test asks for. */
const keptMax = 20_000

export function createInboundTexts(options: {
  clock: () => number
  received: (text: ReceivedText) => void
}): InboundTexts {
  const kept: ReceivedText[] = []
  const known = new Set<string>()
  let count = 0

  function receive(sender: string, text: string, sim: number): string | undefined {
    // The network stamps texts to the second, so the same words twice in one second are one text to the app.
    const at = Math.floor(options.clock() / 1000) * 1000
    const message_id = receivedMessageId({ sender, text, at, subscriptionId: sim })
    if (known.has(message_id)) return undefined
    if (kept.length >= keptMax) {
      kept.splice(0, keptMax / 2)
      known.clear()
    }
    const received = { message_id, sender, text, sim, at }
    known.add(message_id)
    kept.push(received)
    count += 1
    options.received(received)
    return message_id
  }

  return { receive, all: () => kept, count: () => count }
}
