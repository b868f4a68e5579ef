import { sql } from 'kysely'
import { nextNight, type Chore, type ChoreState } from '../chores/chores.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { writeNotices } from '../notices/write.ts'
import { checkContacts, checkOwners, type Difference } from './wrong-totals.ts'

/** Of those that are wrong, the first ones are kept for a person to look at. */
const keptMax = 50

type Progress = {
  started_at: string
  checked: number
  total: number
  kept: Difference[]
  /** The contact up to which it has come; null: devices, campaigns and flows come first. */
  last: number | null
}

/** Proves an account's totals against its rows, a short statement at each step. It reports, and changes nothing. */
export const checkTotals =
  (context: Context): Chore =>
  async (tx, { user_id, state }) => {
    const now = context.now()
    const before = readProgress(state, now)
    const step: Awaited<ReturnType<typeof checkContacts>> =
      before.last === null
        ? { ...(await checkOwners(tx, user_id)), last: 0 }
        : await checkContacts(tx, user_id, before.last)
    const progress = {
      ...before,
      checked: before.checked + step.checked,
      total: before.total + step.differences.length,
      kept: [...before.kept, ...step.differences].slice(0, keptMax),
      last: step.last,
    }
    if (step.last !== null) return { state: { progress }, next_at: now }
    await noteResult(tx, context, user_id, progress)
    return { state: {}, next_at: await findNextNight(tx, user_id, now) }
  }

function readProgress({ progress }: ChoreState, now: Date): Progress {
  // Written above.
  if (progress) return progress as unknown as Progress
  return { started_at: now.toISOString(), checked: 0, total: 0, kept: [], last: null }
}

async function noteResult(
  tx: Tx,
  { now, log }: Context,
  user_id: number,
  { started_at, checked, total, kept }: Progress,
): Promise<void> {
  await tx
    .insertInto('checks')
    .values({
      user_id,
      started_at: new Date(started_at),
      finished_at: now(),
      total_checked: checked,
      total_differences: total,
      differences: JSON.stringify(kept),
    })
    .execute()
  const [first] = kept
  if (!first) return
  log.warn({ user_id, total, differences: kept }, 'totals differ from what was counted')
  const details = { total_differences: total, first: sentenceOf(first) }
  const subject = { subject_type: 'account', subject_id: user_id, subject_name: null } as const
  await writeNotices(tx, user_id, [{ kind: 'totals_differ', ...subject, details }], now())
}

/** `campaigns 12: told sent 5, pending 1; counted sent 6, pending 0` */
export function sentenceOf({ table, id, told, counted }: Difference): string {
  const keys = Object.keys(told).filter((key) => told[key] !== counted[key])
  const list = (of: Record<string, number>) => keys.map((key) => `${key} ${of[key]}`).join(', ')
  return `${table} ${id}: told ${list(told)}; counted ${list(counted)}`
}

async function findNextNight(tx: Tx, user_id: number, now: Date): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select ${nextNight(now)} as at from accounts a where a.user_id = ${user_id}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The account of a chore is there')
  return row.at
}
