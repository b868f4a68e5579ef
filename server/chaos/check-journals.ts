import { readWireId } from '../src/messages/wire-id.ts'
import type { Evidence, Sent } from './evidence.ts'
import type { Findings } from './findings.ts'

/** What left the phones against what Simcast says of it. */
export function checkJournals(evidence: Evidence, { add }: Findings): void {
  const all = evidence.phones.flatMap(({ journal }) => journal)
  checkOnce(all, add)
  checkTruth(all, evidence, add)
  checkReported(evidence, add)
}

/** Nobody gets the same text twice. Each text names its campaign or request, so the same words are the same text. */
function checkOnce(all: readonly Sent[], add: Findings['add']): void {
  const byText = Map.groupBy(all, ({ phone_number, text }) => `${phone_number} ${text}`)
  for (const [what, copies] of byText) {
    if (copies.length > 1) add('twice', `${what}: ${JSON.stringify(copies)}`)
  }
}

/** What Simcast calls sent has left a phone, and what it calls failed for sure has not: else a retry would send it twice. */
function checkTruth(all: readonly Sent[], { messages }: Evidence, add: Findings['add']): void {
  const left = new Set(all.map(({ message_id }) => message_id))
  for (const message of messages.values()) {
    const { id, status, error, may_have_gone_out } = message
    const isSurelySent = (status === 'sent' || status === 'delivered') && error === null
    if (isSurelySent && !left.has(id)) add('truth', `is not sent: ${JSON.stringify(message)}`)
    if (status === 'failed' && !may_have_gone_out && left.has(id)) {
      add('truth', `has left and counts as failed for sure: ${JSON.stringify(message)}`)
    }
  }
}

/** What a phone reported as sent and Simcast took note of counts as sent, withdrawn or deleted meanwhile or not. */
function checkReported({ phones, messages, removed }: Evidence, add: Findings['add']): void {
  for (const { place, seen } of phones) {
    for (const one of seen) {
      if (one.about !== 'reported' || !['Sent', 'Delivered'].includes(one.state)) continue
      const id = readWireId(one.wire_id)?.id ?? 0
      const { status = 'unknown' } = messages.get(id) ?? removed.get(id) ?? {}
      if (status === 'sent' || status === 'delivered') continue
      add('truth', `phone ${place} reported ${one.wire_id} as ${one.state}, and it is ${status}`)
    }
  }
}
