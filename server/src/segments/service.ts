import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { invalid, notFound } from '../errors.ts'
import { fold } from '../lib/fold.ts'
import { checkRevision } from '../lib/revision.ts'
import { areGiven, type AudienceFields, type GivenAudience } from './audience-fields.ts'
import { readAudience } from './check-audience.ts'
import { compileFilter, type Filter } from './filter.ts'
import { setMembers } from './members.ts'
import { findUses, type UserType } from './usage.ts'

export const segmentTypes = ['bulk', 'custom', 'filter'] as const
export type SegmentType = (typeof segmentTypes)[number]

export type NewSegment = AudienceFields & { name: string; type?: SegmentType }
export type SegmentChange = AudienceFields & { name?: string; type?: SegmentType }

/** Makes a segment. Without members it is there to be filled later, by an import or an update. */
export async function createSegment(
  tx: Tx,
  context: Context,
  user_id: number,
  fields: NewSegment,
): Promise<number> {
  const type = fields.type ?? 'custom'
  const now = context.now()
  const audience = await readAudience(tx, context, { user_id, segment: type, fields })
  const { id } = await tx
    .insertInto('segments')
    .values({
      user_id,
      name: fields.name,
      name_folded: fold(fields.name),
      type,
      filter: filterColumn(audience),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setMembers(tx, context, user_id, id, audience.contact_ids ?? [])
  return id
}

/** Changes the given fields; filters or ids that are given replace all the old ones. */
export async function updateSegment(
  tx: Tx,
  context: Context,
  options: { user_id: number; id: number; change: SegmentChange; expected_revision?: number },
): Promise<void> {
  const { user_id, id, change } = options
  const segment = await lockSegment(tx, user_id, id)
  checkRevision(segment.revision, options.expected_revision)
  if (Object.keys(change).length === 0) return

  const type = change.type ?? segment.type
  // Between bulk and custom the members stay, unless others are given.
  const isOfOtherKind = (segment.type === 'filter') !== (type === 'filter')
  const now = context.now()
  // What is stored was checked when it was written.
  const wasFilter = isOfOtherKind ? (segment.filter as Filter | null) : null
  const audience =
    isOfOtherKind || areGiven(change, type)
      ? await readAudience(tx, context, { user_id, segment: type, fields: change })
      : undefined
  const ids = audience?.contact_ids ?? []
  const matched = wasFilter ? await filterContacts(tx, user_id, wasFilter, ids) : []
  await tx
    .updateTable('segments')
    .set({
      type,
      ...(change.name === undefined ? {} : { name: change.name, name_folded: fold(change.name) }),
      ...(audience ? { filter: filterColumn(audience), counted_at: null } : {}),
      revision: sql<number>`revision + 1`,
      changed_at: now,
    })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  if (audience) await setMembers(tx, context, user_id, id, ids, matched)
}

/** Hides a segment and forgets its members. One that is still needed is refused, naming who needs it. */
export async function deleteSegment(
  tx: Tx,
  context: Context,
  user_id: number,
  id: number,
): Promise<void> {
  await lockSegment(tx, user_id, id)
  await refuseWhileUsed(tx, user_id, id)
  await tx
    .updateTable('segments')
    .set({ deleted_at: context.now() })
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .execute()
  await setMembers(tx, context, user_id, id, [])
}

async function lockSegment(tx: Tx, user_id: number, id: number) {
  const segment = await tx
    .selectFrom('segments')
    .select(['type', 'filter', 'revision'])
    .where('user_id', '=', user_id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!segment) throw notFound(`There is no segment ${id}.`)
  return segment
}

/** Those of these contacts that match a filter. */
async function filterContacts(
  tx: Tx,
  user_id: number,
  filter: Filter,
  ids: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from contacts c
     where c.user_id = ${user_id} and c.id = any(${ids}::bigint[]) and ${compileFilter(filter)}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

function filterColumn({ filter }: GivenAudience): string | null {
  return filter ? JSON.stringify(filter) : null
}

async function refuseWhileUsed(tx: Tx, user_id: number, id: number): Promise<void> {
  const uses = await findUses(tx, user_id, id)
  if (uses.length === 0) return
  throw invalid(
    uses.map((use) => ({
      title: `The segment is still used by ${nouns[use.type]} ${use.id} "${use.name}". Delete that first, or give it another segment.`,
      code: 'conflict',
    })),
  )
}

const nouns: Record<UserType, string> = {
  campaign: 'campaign',
  flow: 'flow',
  recurring_campaign: 'recurring campaign',
  rss_automation: 'RSS automation',
}
