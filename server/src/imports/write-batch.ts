import { sql } from 'kysely'
import {
  findByNumber,
  findKeys,
  insertContacts,
  lockPendingOf,
  mergeContacts,
  optOutContacts,
  type KnownContact,
} from '../contacts/upsert.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { parametersMax } from '../http/parameters-reader.ts'
import { noOwners, type Owners } from '../messages/lock-owners.ts'
import { addMembers } from '../segments/members.ts'
import { shownRow, type Batch } from './batch.ts'
import { keyOf, targetsOf } from './mapping.ts'
import { resolveRows, type Outcome } from './resolve.ts'
import { findOptedOut, findSeen, rememberSeen } from './seen-numbers.ts'
import type { Refusal } from './rows.ts'
import type { FileRecord } from './records.ts'
import type { Counts, OpenImport } from './work.ts'

/** Writes what a batch of rows says, or for a dry run only what it would come to. */
export async function writeBatch(
  tx: Tx,
  context: Context,
  open: OpenImport,
  batch: Batch,
): Promise<{ counts: Counts; reasons: OpenImport['refused_reasons'] }> {
  const { user_id, dry_run, on_known } = open
  const numbers = [...new Set(batch.rows.map(({ phone_number }) => phone_number))]
  const optingOut = batch.rows.filter((row) => row.has_opted_out)
  const known = await findByNumber(tx, user_id, numbers)
  if (!dry_run)
    await lockPendingOf(
      tx,
      user_id,
      optingOut.map(({ phone_number }) => phone_number),
      await ownersOf(tx, context, open, { isNewOnly: known.size + optingOut.length === 0 }),
    )
  const keys_max = mostKeys(open)
  const remembers = dry_run || on_known === 'skip'
  const { outcomes, refused, counts } = resolveRows(batch.rows, {
    known,
    seen: remembers ? await findSeen(tx, open, numbers) : new Map(),
    keys: await findKeys(tx, user_id, mayGetTooMany(known, keys_max)),
    on_known,
    dry_run,
    opted_out: dry_run ? await findOptedOut(tx, user_id, numbers) : new Set(),
    keys_max,
  })
  if (!dry_run) await writeOutcomes(tx, context, open, outcomes)
  if (remembers) {
    const met = outcomes.filter(({ contact }) => dry_run || !contact)
    await rememberSeen(
      tx,
      open,
      met.map(({ values, keys }) => ({ phone_number: values.phone_number, keys })),
    )
  }
  // Each of these rows is one of the batch.
  const late = refused.map(({ line, refusal }) => ({ record: batch.records.get(line)!, refusal }))
  const allRefused = [...batch.refused, ...late]
  await insertRefused(tx, open, allRefused)
  return {
    counts: { ...counts, refused: allRefused.length },
    reasons: addReasons(open.refused_reasons, allRefused),
  }
}

async function writeOutcomes(
  tx: Tx,
  context: Context,
  { user_id, id: import_id, segment_id }: OpenImport,
  outcomes: readonly Outcome[],
): Promise<void> {
  const isNew = ({ contact }: Outcome) => contact === undefined
  const fresh = outcomes.filter(isNew).map(({ values }) => values)
  const made = await insertContacts(tx, context, { user_id, import_id }, fresh)
  if (made.size < fresh.length) throw new TakenMeanwhile()
  const changed = outcomes.filter(
    ({ contact, is_changed, values }) => contact && (is_changed || values.has_opted_out),
  )
  await mergeContacts(
    tx,
    context,
    { user_id, import_id },
    // Those that are changed are known.
    changed.map(({ values, contact }) => ({ ...values, id: contact!.id })),
  )

  const ids = new Map(made)
  for (const { contact } of outcomes) if (contact) ids.set(contact.phone_number, contact.id)
  const optedOut = outcomes.filter(({ values }) => values.has_opted_out)
  await optOutContacts(
    tx,
    context,
    user_id,
    optedOut.map(({ values: { phone_number }, opted_out_line: line }) => {
      // Every number of the batch has its contact by now.
      const id = ids.get(phone_number)!
      return line === undefined ? { phone_number, id } : { phone_number, id, line }
    }),
    { how: 'import', import_id },
  )
  if (segment_id !== null) await addMembers(tx, context, user_id, segment_id, [...ids.values()])
}

/** What the batch may make messages for. Where nothing else is locked, that is early enough at its end. */
async function ownersOf(
  tx: Tx,
  { contactWatcher }: Context,
  { user_id, segment_id }: OpenImport,
  { isNewOnly }: { isNewOnly: boolean },
): Promise<Owners> {
  const ofSegment =
    segment_id === null ? noOwners : await contactWatcher.ownersOf(tx, user_id, { segment_id })
  const isLate = isNewOnly && ofSegment.flows.length === 0
  return isLate ? noOwners : contactWatcher.ownersOf(tx, user_id, 'make')
}

/** Somebody made one of the contacts at the same moment: the batch runs again and finds it known. */
class TakenMeanwhile extends Error {
  /** The code of a serialization failure, which is what it is. */
  readonly code = '40001'
}

function mostKeys({ dialect, columns, mapping }: OpenImport): number {
  // Its rows may have any keys.
  if (dialect.format === 'jsonl') return parametersMax + 1
  const targets = targetsOf(
    columns.map(({ name }) => name),
    mapping,
  )
  return targets.filter((target) => keyOf(target) !== undefined).length
}

function mayGetTooMany(known: ReadonlyMap<string, KnownContact>, keys_max: number): number[] {
  return [...known.values()]
    .filter(({ total_keys }) => total_keys + keys_max > parametersMax)
    .map(({ id }) => id)
}

async function insertRefused(
  tx: Tx,
  open: OpenImport,
  refused: readonly { record: FileRecord; refusal: Refusal }[],
): Promise<void> {
  if (refused.length === 0) return
  const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd')
  await sql`
    insert into import_refused_rows (user_id, import_id, line, reason, row)
    select ${open.user_id}, ${open.id}, line, reason, row
      from unnest(${refused.map(({ record }) => record.line)}::bigint[],
                  ${refused.map(({ refusal }) => storable(refusal.title))}::text[],
                  ${refused.map(({ record }) => shownRow(record, open))}::text[]) as g (line, reason, row)`.execute(
    tx,
  )
}

function addReasons(
  reasons: OpenImport['refused_reasons'],
  refused: readonly { refusal: Refusal }[],
): OpenImport['refused_reasons'] {
  const sums = { ...reasons }
  for (const {
    refusal: { reason },
  } of refused)
    sums[reason] = (sums[reason] ?? 0) + 1
  return sums
}
