import type { Evidence, Sent } from './evidence.ts'
import type { Findings } from './findings.ts'
import type { Ledger } from './ledger.ts'
import type { Seen } from './phone-words.ts'
import { readWireId } from '../src/messages/wire-id.ts'

/**
 * What must not leave any more. Once an opt-out, a cancellation or a pause has been answered,
 * 1. no fetch that begins after the answer is given such a message to send;
 * 2. a phone that has completed a fetch since sends no such message, if its release of the app can be told (1.67): the
 *    fetch has told it, unless the app was killed in between and so forgot it; then the next fetch tells it again.
 * What is sent all the same was in the hands of a phone before, and that phone had not been back since. Nothing can
 * call that back: Simcast cannot reach a phone, only be asked by it. The wake-up on its stream makes it ask at once.
 */
export function checkWithheld(
  evidence: Evidence,
  { findings, ledger }: { findings: Findings; ledger: Ledger },
): void {
  const forbiddenSince = findForbidden(evidence, ledger)
  for (const { place, version, journal, seen } of evidence.phones) {
    for (const one of seen) {
      if (one.about !== 'listing') continue
      for (const [wire_id, as] of one.listed) {
        const id = readWireId(wire_id)?.id ?? 0
        if (as !== 'to send' || !forbiddenSince(id, one.asked_at, one.at)) continue
        findings.add('withheld', `phone ${place} was given ${wire_id} at ${one.at}`)
      }
    }
    if (!canBeTold(version)) continue
    for (const sent of journal) {
      const since = endedSince(evidence, ledger, sent)
      if (since !== undefined && wasTold(seen, sent, since)) {
        const what = `${sent.wire_id} to ${sent.phone_number} at ${sent.at}`
        findings.add('withheld', `phone ${place} sent ${what}, withdrawn since ${since}`)
      }
    }
  }
}

type IsForbidden = (id: number, from: number, to: number) => boolean

function findForbidden({ messages, removed, contacts }: Evidence, ledger: Ledger): IsForbidden {
  const campaigns = new Map(ledger.campaigns.map((campaign) => [campaign.id, campaign]))
  return (id, from, to) => {
    const message = messages.get(id)
    const row = message ?? removed.get(id)
    const number = message?.phone_number ?? contacts.get(row?.contact_id ?? 0)?.phone_number
    if (from > (ledger.optOuts.get(number ?? '') ?? Infinity)) return true
    const campaign = campaigns.get(row?.campaign_id ?? 0)
    if (!campaign) return false
    if (campaign.ended_at !== null && from > campaign.ended_at) return true
    return campaign.pauses.some((pause) => from > pause.from && to < pause.to)
  }
}

/** Since when a text that left has been withdrawn for good. */
function endedSince(
  { messages, removed }: Evidence,
  ledger: Ledger,
  sent: Sent,
): number | undefined {
  const row = messages.get(sent.message_id) ?? removed.get(sent.message_id)
  const campaign = ledger.campaigns.find(({ id }) => id === row?.campaign_id)
  const times = [ledger.optOuts.get(sent.phone_number), campaign?.ended_at ?? undefined]
  const known = times.filter((time) => time !== undefined && time < sent.sent_at)
  return known.length === 0 ? undefined : Math.min(...known.map(Number))
}

function wasTold(seen: readonly Seen[], sent: Sent, since: number): boolean {
  const lastStart = Math.max(
    ...seen.map((one) => (one.about === 'start' && one.at <= sent.sent_at ? one.at : 0)),
  )
  return seen.some(
    (one) =>
      one.about === 'listing' && one.asked_at > Math.max(since, lastStart) && one.at < sent.sent_at,
  )
}

function canBeTold(version: string): boolean {
  return version.localeCompare('1.67.0', 'en', { numeric: true }) >= 0
}
