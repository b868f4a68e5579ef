import type { ContactValues, KnownContact } from '../contacts/upsert.ts'
import { parametersMax } from '../http/parameters-reader.ts'
import { Refusal, tooManyParameters, type ContactRow } from './rows.ts'
import type { SeenNumber } from './seen-numbers.ts'
import type { Counts } from './work.ts'

/** What is there before a batch of rows. */
export type Before = {
  known: ReadonlyMap<string, KnownContact>
  seen: ReadonlyMap<string, SeenNumber>
  /** The keys of known contacts, for those that may get too many. */
  keys: ReadonlyMap<number, string[]>
  on_known: 'update' | 'skip'
  dry_run: boolean
  /** Of a dry run, the numbers that have opted out before. */
  opted_out: ReadonlySet<string>
  /** More keys than that no row of the file gives. */
  keys_max: number
}

/** One number of a batch with all that its rows say, one after the other. */
export type Outcome = {
  values: ContactValues
  contact: KnownContact | undefined
  /** False for a known contact that is to be left as it is, save that it may opt out. */
  is_changed: boolean
  keys: string[] | null
  /** The first line that says that it has opted out. */
  opted_out_line?: number
}

export type Resolved = {
  outcomes: Outcome[]
  refused: { line: number; refusal: Refusal }[]
  counts: Omit<Counts, 'refused'>
}

/** Settles row by row what becomes of each: as if every row were written before the next one is looked at. */
export function resolveRows(rows: readonly ContactRow[], before: Before): Resolved {
  const outcomes = new Map<string, Outcome>()
  const refused: Resolved['refused'] = []
  const counts = {
    created: 0,
    updated: 0,
    skipped: 0,
    opted_out: 0,
    duplicates: 0,
    stay_opted_out: 0,
  }

  for (const row of rows) {
    const earlier = outcomes.get(row.phone_number)
    const seen = before.seen.get(row.phone_number)
    const outcome = earlier ?? begin(row, before, seen)
    if (outcome.is_changed) {
      const keys = keysAfter(outcome, row)
      if (keys instanceof Refusal) {
        refused.push({ line: row.line, refusal: keys })
        continue
      }
      outcome.keys = keys
      merge(outcome.values, row)
    }
    outcomes.set(row.phone_number, outcome)
    outcome.values.has_opted_out ||= row.has_opted_out
    if (row.has_opted_out) {
      outcome.opted_out_line ??= row.line
      counts.opted_out += 1
    }
    if (earlier || seen) counts.duplicates += 1
    else if (before.opted_out.has(row.phone_number)) counts.stay_opted_out += 1
    if (!outcome.is_changed) counts.skipped += 1
    else if (earlier || seen || outcome.contact) counts.updated += 1
    else counts.created += 1
  }
  return { outcomes: [...outcomes.values()], refused, counts }
}

function begin(row: ContactRow, before: Before, seen: SeenNumber | undefined): Outcome {
  const { phone_number, country_code, continent_code } = row
  const contact = before.known.get(phone_number)
  // What this very import has made is not meant by `skip`. A dry run makes nothing, so it knows only others' contacts.
  const isOurs = contact !== undefined && seen !== undefined && !before.dry_run
  const is_changed = contact === undefined || before.on_known === 'update' || isOurs
  const isCounted = before.keys_max + (contact?.total_keys ?? 0) > parametersMax
  const known = contact ? (before.keys.get(contact.id) ?? []) : []
  return {
    values: { phone_number, country_code, continent_code, has_opted_out: false, line: row.line },
    contact,
    is_changed,
    keys: isCounted ? (seen?.keys ?? known) : null,
  }
}

function keysAfter({ keys }: Outcome, { parameters }: ContactRow): string[] | null | Refusal {
  if (keys === null || !parameters) return keys
  const all = new Set([...keys, ...Object.keys(parameters)])
  return all.size > parametersMax ? tooManyParameters(all.size) : [...all]
}

function merge(values: ContactValues, { name, parameters }: ContactRow): void {
  if (name !== undefined) values.name = name
  if (!parameters) return
  // Without a prototype, as the row's own, so that `__proto__` is a key like any other.
  values.parameters = Object.assign(Object.create(null), values.parameters, parameters)
}
