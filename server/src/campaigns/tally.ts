import { isComposed, type Composer } from '../templates/compose.ts'
import { inStretches } from '../templates/stretches.ts'
import { tooCostly } from '../templates/template.ts'
import type { TemplateContact } from '../templates/template-contact.ts'

/** What the texts of some recipients come to. */
export type Tally = {
  /** Whose texts were made; fewer than asked for where that took too long. */
  total: number
  /** How many texts have so many parts. */
  parts: Map<number, number>
  /** Those for whom there is no text, by the reason. */
  failed: Map<string, number>
  /** Those who lack what the text speaks of. */
  missing: Map<string, number>
  /** Texts and parts by the time zone of their recipients. */
  zones: Map<string, { messages: number; parts: number }>
  /** The place of the longest text. */
  longest: number | null
}

type Options = {
  composer: Composer
  /** The fields that the text speaks of: `name`, `custom_parameters.city`. */
  fields: readonly string[]
  zoneOf: (contact: TemplateContact) => string
}

/** Far more than two thousand ordinary texts take; a preview waits no longer for costly ones. */
const patienceMs = 250

/** Makes the texts of some recipients, as they would be sent, and keeps their figures only. */
export async function tally(
  contacts: readonly TemplateContact[],
  { composer, fields, zoneOf }: Options,
): Promise<Tally> {
  const found: Tally = { ...emptyTally() }
  let most = 0
  const count = (contact: TemplateContact, make: Composer['compose']): void => {
    for (const field of fields) if (lacks(contact, field)) add(found.missing, field, 1)
    const composed = make(contact)
    const place = found.total
    found.total += 1
    if (!isComposed(composed)) {
      add(found.failed, composed.error, 1)
      return
    }
    const { parts, units } = composed
    add(found.parts, parts, 1)
    const zone = zoneOf(contact)
    const waiting = found.zones.get(zone) ?? { messages: 0, parts: 0 }
    found.zones.set(zone, { messages: waiting.messages + 1, parts: waiting.parts + parts })
    if (parts * 1000 + units <= most) return
    most = parts * 1000 + units
    found.longest = place
  }
  const steps = {
    make: (contact: TemplateContact) => count(contact, composer.compose),
    giveUp: (contact: TemplateContact) => count(contact, () => tooCostly),
    atOnce: 100,
  }
  const until = performance.now() + patienceMs
  for await (const _ of inStretches(contacts, steps)) if (performance.now() > until) break
  return found
}

/** The figures of a sample as those of a whole of which it is a part; they add up to the whole. */
export function scale(sample: Tally, total: number): Tally {
  if (sample.total === total || sample.total === 0) return sample
  const by = total / sample.total
  const outcomes = scaleCounts([...sample.parts, ...sample.failed], total)
  return {
    ...sample,
    total,
    parts: new Map([...sample.parts.keys()].map((key, place) => [key, outcomes[place] ?? 0])),
    failed: new Map(
      [...sample.failed.keys()].map((key, place) => [
        key,
        outcomes[sample.parts.size + place] ?? 0,
      ]),
    ),
    missing: new Map(
      Array.from(sample.missing, ([field, count]) => [field, Math.round(count * by)]),
    ),
    zones: new Map(
      Array.from(sample.zones, ([zone, { messages, parts }]) => [
        zone,
        { messages: messages * by, parts: parts * by },
      ]),
    ),
  }
}

/** Two of them as one. */
export function together(one: Tally, other: Tally): Tally {
  const zones = new Map(one.zones)
  for (const [zone, { messages, parts }] of other.zones) {
    const known = zones.get(zone) ?? { messages: 0, parts: 0 }
    zones.set(zone, { messages: known.messages + messages, parts: known.parts + parts })
  }
  return {
    total: one.total + other.total,
    parts: sum(one.parts, other.parts),
    failed: sum(one.failed, other.failed),
    missing: sum(one.missing, other.missing),
    zones,
    longest: one.longest,
  }
}

export function emptyTally(): Tally {
  return {
    total: 0,
    parts: new Map(),
    failed: new Map(),
    missing: new Map(),
    zones: new Map(),
    longest: null,
  }
}

/** Rounds down, and gives what is left to those who lost most by it. */
function scaleCounts(counts: readonly (readonly [unknown, number])[], total: number): number[] {
  const whole = counts.reduce((sum, [, count]) => sum + count, 0)
  const exact = counts.map(([, count]) => (count * total) / whole)
  const scaled = exact.map(Math.floor)
  const rest = total - scaled.reduce((sum, count) => sum + count, 0)
  const byLoss = exact
    .map((value, place) => ({ place, loss: value - Math.floor(value) }))
    .toSorted((one, other) => other.loss - one.loss || one.place - other.place)
  for (const { place } of byLoss.slice(0, rest)) scaled[place] = (scaled[place] ?? 0) + 1
  return scaled
}

function sum<K>(one: Map<K, number>, other: Map<K, number>): Map<K, number> {
  const both = new Map(one)
  for (const [key, count] of other) add(both, key, count)
  return both
}

function add<K>(map: Map<K, number>, key: K, count: number): void {
  map.set(key, (map.get(key) ?? 0) + count)
}

/** True for a contact that has nothing where the text speaks of it. */
export function lacks(contact: TemplateContact, field: string): boolean {
  const value = valueOf(contact, field)
  return value === null || value === undefined || value === ''
}

function valueOf(contact: TemplateContact, field: string): unknown {
  if (field === 'name') return contact.name
  if (field === 'country_code') return contact.country_code
  const key = field.slice('custom_parameters.'.length)
  const { custom_parameters } = contact
  return Object.hasOwn(custom_parameters, key) ? custom_parameters[key] : undefined
}
