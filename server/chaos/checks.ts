import { checkAnswers } from './check-answers.ts'
import { checkJournals } from './check-journals.ts'
import { checkRows } from './check-rows.ts'
import { checkWithheld } from './check-withheld.ts'
import { gatherEvidence } from './evidence.ts'
import type { Stage } from './storm.ts'

/** The external view: holds the phones' journals, the answers of the API and the rows against each other. */
export async function checkAll(stage: Stage): Promise<{ messages: number; sent: number }> {
  const evidence = await gatherEvidence(stage)
  const { findings, ledger, handsets } = stage
  checkRows(evidence, findings)
  checkJournals(evidence, findings)
  checkAnswers(evidence, { findings, ledger, handsets })
  checkWithheld(evidence, { findings, ledger })
  const sent = evidence.phones.reduce((sum, { journal }) => sum + journal.length, 0)
  if (process.env['CHAOS_DEBUG']) {
    const groups = Map.groupBy(evidence.messages.values(), (m) => `${m.status} ${m.error}`)
    for (const [what, list] of groups) console.log(list.length, what)
  }
  return { messages: evidence.messages.size + evidence.removed.size, sent }
}
