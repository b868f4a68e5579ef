import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Tx } from '../db/transaction.ts'
import type { Db } from '../db/pool.ts'
import { attentionOfCampaigns } from './attention-campaigns.ts'
import { attentionOfDevices } from './attention-devices.ts'
import { attentionOfInstallation, attentionOfSources } from './attention-sources.ts'
import { kinds, type Attention } from './attention-kinds.ts'

/** What needs a person, worst first, without what was dismissed and is no worse since. */
export async function findAttention(context: Context, user_id: number): Promise<Attention[]> {
  const [found, dismissed] = await Promise.all([
    findAll(context, user_id),
    findDismissals(context.db, user_id),
  ])
  return withoutDismissed(found, dismissed)
}

export type Dismissal = { key: string; level: number; since: Date }

/** Shown again are those that are worse than when they were dismissed, and those that ended and came again. */
export function withoutDismissed(
  found: readonly Attention[],
  dismissed: readonly Dismissal[],
): Attention[] {
  const byKey = new Map(dismissed.map((one) => [one.key, one]))
  return found.filter(({ key, level, since }) => {
    const known = byKey.get(key)
    return !known || level > known.level || since > known.since
  })
}

/** Keeps one from being shown until it is worse. */
export async function dismissAttention(
  tx: Tx,
  context: Context,
  user_id: number,
  key: string,
): Promise<void> {
  const found = await findAttention({ ...context, db: tx }, user_id)
  const one = found.find((known) => known.key === key)
  if (!one) throw notFound('Nothing of this name needs attention just now.')
  const { level, since } = one
  await sql`
    insert into attention_dismissals (user_id, key, level, since, dismissed_at)
    values (${user_id}, ${key}, ${level}, ${since}, ${context.now()})
        on conflict (user_id, key) do update
           set level = excluded.level, since = excluded.since, dismissed_at = excluded.dismissed_at`.execute(
    tx,
  )
}

async function findAll(context: Context, user_id: number): Promise<Attention[]> {
  const groups = await Promise.all([
    attentionOfDevices(context.db, user_id, context.now()),
    attentionOfCampaigns(context.db, user_id, context.now()),
    attentionOfSources(context.db, user_id, context.now()),
    attentionOfInstallation(context, user_id),
  ])
  return groups.flat().toSorted(byWeight)
}

function byWeight(one: Attention, other: Attention): number {
  const rank = ({ kind }: Attention) => Object.keys(kinds).indexOf(kind)
  return (
    rank(one) - rank(other) ||
    other.level - one.level ||
    one.since.getTime() - other.since.getTime() ||
    one.key.localeCompare(other.key)
  )
}

async function findDismissals(db: Db, user_id: number): Promise<Dismissal[]> {
  const { rows } = await sql<Dismissal>`
    select key, level, since from attention_dismissals where user_id = ${user_id}`.execute(db)
  return rows
}
