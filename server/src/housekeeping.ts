import { sql } from 'kysely'
import type { Chore, ChoreName } from './chores/chores.ts'
import type { Context } from './context.ts'
import type { Db } from './db/pool.ts'
import { deleteAbandonedUploads } from './imports/receive.ts'
import { signInDays } from './http/authentication.ts'
import { deleteOldSignIns } from './people/sign-ins.ts'
import { deleteOldTries } from './people/tries.ts'
import { foldRemoved } from './retention/fold-removed.ts'
import { forgetRows, forgetTexts } from './retention/keep.ts'
import { checkTotals } from './totals/check.ts'

/** What is done for every account again and again. */
export function choresOf(context: Context): Record<ChoreName, Chore> {
  const { now } = context
  return {
    texts: forgetTexts(now),
    rows: forgetRows(now),
    removed: foldRemoved(now),
    check: checkTotals(context),
  }
}

/**
 * Deletes what is remembered for a time only: keys of requests for a day, de-duplication for three months, what
 * the owner was told, checks found and jobs did for as long, changes of contacts for a year, sign-ins that nobody
 * uses, and uploads that broke off with their process.
 */
export async function forgetOldEntries(db: Db, now: Date): Promise<boolean> {
  await sql`delete from idempotency_keys where created_at < ${now}::timestamptz - interval '25 hours'`.execute(
    db,
  )
  await sql`delete from withdrawals where expires_at < ${now}::timestamptz - interval '1 day'`.execute(
    db,
  )
  await sql`delete from inbound_receipts where received_at < ${now}::timestamptz - interval '90 days'`.execute(
    db,
  )
  await sql`delete from notices where happened_at < ${now}::timestamptz - interval '90 days'`.execute(
    db,
  )
  await sql`delete from checks where finished_at < ${now}::timestamptz - interval '90 days'`.execute(
    db,
  )
  await deleteOldTries(db, now)
  await sql`delete from jobs where finished_at < ${now}::timestamptz - interval '90 days'`.execute(
    db,
  )
  await sql`delete from contact_changes where changed_at < ${now}::timestamptz - interval '1 year'`.execute(
    db,
  )
  await deleteAbandonedUploads(db, now)
  return deleteOldSignIns(db, new Date(now.getTime() - signInDays * 86_400_000))
}
