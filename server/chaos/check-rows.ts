import type { CampaignRow, Evidence, MessageRow } from './evidence.ts'
import type { Findings } from './findings.ts'

/** What the rows alone must say: an end or a reason for each message, true totals, campaigns that ended, nobody left out. */
export function checkRows(evidence: Evidence, { add }: Findings): void {
  for (const message of evidence.messages.values()) {
    const problem = problemOf(message, evidence)
    if (problem !== undefined) add('end', `${problem}: ${JSON.stringify(message)}`)
  }
  for (const wrong of evidence.wrongTotals) add('totals', JSON.stringify(wrong))
  for (const campaign of evidence.campaigns.values()) {
    if (!['draft', 'finished', 'cancelled'].includes(campaign.status)) {
      add('campaign', `has not ended: ${JSON.stringify(campaign)}`)
    }
    checkAudience(campaign, evidence, add)
  }
}

const ends = ['sent', 'delivered', 'failed', 'cancelled', 'received']

function problemOf(
  message: MessageRow,
  { campaigns, pausedDevices }: Evidence,
): string | undefined {
  const { status, error, campaign_id, device_id, send_at } = message
  if (ends.includes(status)) {
    const wantsReason = status === 'failed' || status === 'cancelled'
    return wantsReason && !error ? 'ended without a reason' : undefined
  }
  if (status === 'queued') {
    const isPaused = campaigns.get(campaign_id ?? 0)?.status === 'paused'
    if (isPaused || pausedDevices.has(device_id) || send_at > new Date()) return undefined
  }
  return 'has no end and no reason to wait'
}

/** Whoever a campaign was frozen to, and is still a contact, has exactly one message of it. */
function checkAudience(
  { id, status, deleted_at }: CampaignRow,
  evidence: Evidence,
  add: Findings['add'],
) {
  if (status !== 'finished' || deleted_at) return
  const { messages, removed, contacts, audiences } = evidence
  const reached = new Set<number>()
  for (const row of [...messages.values(), ...removed.values()]) {
    if (row.campaign_id !== id) continue
    if (reached.has(row.contact_id)) add('campaign', `${id} has two messages to ${row.contact_id}`)
    reached.add(row.contact_id)
  }
  for (const contact_id of audiences.get(id) ?? []) {
    if (contacts.has(contact_id) && !reached.has(contact_id)) {
      add('campaign', `${id} has forgotten contact ${contact_id}`)
    }
  }
}
