import { sql } from 'kysely'
import { ensureContacts, type KnownNumber } from '../contacts/ensure.ts'
import { readNumbers } from '../contacts/read-numbers.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../db/transaction.ts'
import { ProblemList } from '../lib/problem-list.ts'
import type { AudienceFields, AudienceType, GivenAudience } from './audience-fields.ts'
import { readFilter } from './filter-fields.ts'
import type { Filter } from './filter.ts'

/** Who a request means, checked: every id is a contact of the account, every number can be read. */
export type ChosenAudience =
  | { type: 'all' }
  | { type: 'bulk'; numbers: KnownNumber[] }
  | { type: 'custom'; contact_ids: number[] }
  | { type: 'filter'; filter: Filter }
  | { type: 'segment'; segment_id: number }

export type CheckedAudience = { audience: ChosenAudience; problems: ProblemList }

/**
 * Checks the fields that apply to the type, or the segment that is named; fields that do not apply are ignored. All
 * problems are noted; with a problem the audience is not to be used. A named segment stays until the transaction ends.
 */
export async function checkAudience(
  tx: Tx,
  user_id: number,
  segment: AudienceType | number,
  fields: AudienceFields,
): Promise<CheckedAudience> {
  switch (segment) {
    case 'all':
      return { audience: { type: 'all' }, problems: new ProblemList() }
    case 'bulk':
      return checkNumbers(tx, user_id, fields)
    case 'custom':
      return checkIds(tx, user_id, fields)
    case 'filter': {
      const { filter, problems } = readFilter(fields)
      return { audience: { type: 'filter', filter }, problems }
    }
    default:
      return checkSegment(tx, user_id, segment)
  }
}

/** A checked audience as it is to be stored: numbers that nobody had become contacts. */
export async function settleAudience(
  tx: Tx,
  context: Context,
  user_id: number,
  audience: ChosenAudience,
): Promise<GivenAudience> {
  const { type } = audience
  if (type === 'custom') return { type, contact_ids: audience.contact_ids.toSorted(ascending) }
  if (type !== 'bulk') return audience
  return { type, contact_ids: await contactsOfNumbers(tx, context, user_id, audience.numbers) }
}

/** Checks and settles at once, where nothing else can be wrong with the request. */
export async function readAudience(
  tx: Tx,
  context: Context,
  options: { user_id: number; segment: AudienceType | number; fields: AudienceFields },
): Promise<GivenAudience> {
  const { user_id, segment, fields } = options
  const { audience, problems } = await checkAudience(tx, user_id, segment, fields)
  problems.throwIfAny()
  return settleAudience(tx, context, user_id, audience)
}

async function contactsOfNumbers(
  tx: Tx,
  context: Context,
  user_id: number,
  numbers: readonly KnownNumber[],
): Promise<number[]> {
  const found: number[] = []
  for (let start = 0; start < numbers.length; start += numbersAtOnce) {
    const some = numbers.slice(start, start + numbersAtOnce)
    const contacts = await ensureContacts(tx, context, user_id, some)
    for (const { id } of contacts.values()) found.push(id)
  }
  return found.sort(ascending)
}

function ascending(one: number, other: number): number {
  return one - other
}

const numbersAtOnce = 10_000
const namedMax = 1000

async function checkNumbers(
  db: Db,
  user_id: number,
  fields: AudienceFields,
): Promise<CheckedAudience> {
  const given = fields.phone_numbers
  const { numbers, problems } = await readNumbers(db, user_id, given?.value ?? [], 'phone_numbers')
  problems.addAll(given?.problems ?? [], given?.uncounted)
  return { audience: { type: 'bulk', numbers }, problems }
}

async function checkIds(db: Db, user_id: number, fields: AudienceFields): Promise<CheckedAudience> {
  const problems = new ProblemList()
  const given = fields.contacts_ids
  problems.addAll(given?.problems ?? [], given?.uncounted)
  const contact_ids = given?.value ?? []
  const unknown = contact_ids.length === 0 ? [] : await findUnknown(db, user_id, contact_ids)
  problems.addAll(
    unknown.map(({ id }) => ({ title: `There is no contact ${id}.`, field: 'contacts_ids' })),
    (unknown[0]?.total ?? 0) - unknown.length,
  )
  return { audience: { type: 'custom', contact_ids }, problems }
}

/** The ids that are no contacts of the account, the first thousand of them, and how many there are. */
async function findUnknown(
  db: Db,
  user_id: number,
  ids: readonly number[],
): Promise<{ id: number; total: number }[]> {
  const { rows } = await sql<{ id: number; total: number }>`
    select g.id, count(*) over () as total
      from unnest(${ids}::bigint[]) as g (id)
     where not exists (select from contacts c where c.user_id = ${user_id} and c.id = g.id)
     order by g.id limit ${namedMax}`.execute(db)
  return rows
}

async function checkSegment(tx: Tx, user_id: number, segment_id: number): Promise<CheckedAudience> {
  const problems = new ProblemList()
  // Shared with others who name it; whoever deletes it waits, and then sees who names it.
  const segment = await tx
    .selectFrom('segments')
    .select('id')
    .where('user_id', '=', user_id)
    .where('id', '=', segment_id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!segment) problems.add({ title: `There is no segment ${segment_id}.`, field: 'segment' })
  return { audience: { type: 'segment', segment_id }, problems }
}
