import type { Evidence } from './evidence.ts'
import type { Findings } from './findings.ts'
import type { Ledger, PostedSms } from './ledger.ts'
import type { Handset } from './phones.ts'

/** What clients and phones were answered: what was acknowledged is there, and what was asked twice with a key is there once. */
export function checkAnswers(
  evidence: Evidence,
  options: { findings: Findings; ledger: Ledger; handsets: readonly Handset[] },
): void {
  const { findings, ledger, handsets } = options
  const { add } = findings
  const byContent = Map.groupBy(evidence.messages.values(), ({ content }) => content)
  for (const posted of ledger.sms) checkSms(posted, evidence, byContent.get(posted.content), add)
  for (const { id, name } of ledger.campaigns) {
    if (evidence.campaigns.get(id)?.name !== name) add('lost', `campaign ${id} ${name}`)
  }
  const names = [...evidence.campaigns.values()].map(({ name }) => name)
  for (const name of names) {
    if (names.filter((one) => one === name).length > 1) add('keys', `two campaigns are ${name}`)
  }
  for (const id of ledger.deletedSms) {
    if (evidence.messages.has(id)) add('lost', `sms ${id} was deleted and is there`)
  }
  checkInbound(evidence, handsets, add)
  for (const { seen, place } of evidence.phones) {
    for (const one of seen) {
      if (one.about === 'server error')
        add('server error', `phone ${place}: ${JSON.stringify(one)}`)
    }
  }
}

function checkSms(
  posted: PostedSms,
  { messages, removed }: Evidence,
  rows: readonly { id: number; phone_number: string }[] = [],
  add: Findings['add'],
): void {
  const { content, phone_numbers, answers } = posted
  const [ids = []] = answers
  for (const [place, id] of ids.entries()) {
    const row = messages.get(id)
    const isThere = row?.content === content && row.phone_number === phone_numbers[place]
    if (!isThere && !removed.has(id)) add('lost', `${content}: sms ${id} was acknowledged`)
  }
  if (answers.length > 0 && ids.length !== phone_numbers.length) {
    add('keys', `${content}: ${ids.length} ids for ${phone_numbers.length} numbers`)
  }
  // One that was never answered is there once or not at all, whole or not at all.
  const all = answers.length > 0 ? new Set(ids) : new Set(rows.map(({ id }) => id))
  const others = rows.filter(({ id }) => !all.has(id))
  if (others.length > 0) add('keys', `${content}: made again as ${JSON.stringify(others)}`)
  if (rows.length > phone_numbers.length) add('keys', `${content}: ${rows.length} messages`)
}

/** A text that came in and was taken is stored, and none is stored twice. */
function checkInbound(
  { messages, phones }: Evidence,
  handsets: readonly Handset[],
  add: Findings['add'],
) {
  const stored = [...messages.values()].filter(({ status }) => status === 'received')
  const byContent = Map.groupBy(stored, ({ content }) => content ?? '')
  for (const [content, copies] of byContent) {
    if (copies.length > 1) add('twice', `received: ${content}`)
    if (!handsets.some(({ received }) => received.includes(content)))
      add('truth', `never came in: ${content}`)
  }
  for (const { seen } of phones) {
    for (const one of seen) {
      if (one.about !== 'taken' || byContent.has(one.text)) continue
      add('lost', `received and acknowledged: ${one.text}`)
    }
  }
}
