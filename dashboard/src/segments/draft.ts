import type { ComboOption } from '../ui/combo-box.tsx'
import { continentNames, countryName, type ContinentCode } from '../words/countries.ts'
import { segmentWords, type Condition } from '../words/segments.ts'
import type { Segment } from '../api/shared-queries.ts'

// What a person is writing down of who is meant, before it is a segment of the API.

export type Kind = 'filter' | 'custom' | 'bulk'
export type Row = { id: number; key: string; condition: Condition; value: string }
export type Chosen = { id: number; name: string; note?: string | undefined }

export type Draft = {
  name: string
  kind: Kind
  rows: Row[]
  countries: string[]
  continents: ContinentCode[]
  /** Undefined while the members stay as they are. */
  chosen: Chosen[] | undefined
  numbers: string
}

/** As the API takes it. */
export type SegmentBody = {
  type: Kind
  filters_custom_parameters?: { key: string; condition: Condition; value: string }[]
  filters_countries?: string[]
  filters_continents?: string[]
  contacts_ids?: number[]
  phone_numbers?: string
}

let lastRow = 0

export function newRow(key = ''): Row {
  lastRow += 1
  return { id: lastRow, key, condition: 'exact', value: '' }
}

export function emptyDraft(): Draft {
  return {
    name: '',
    kind: 'filter',
    rows: [newRow()],
    countries: [],
    continents: [],
    chosen: [],
    numbers: '',
  }
}

export function draftOf({ name, type, settings }: Segment): Draft {
  const rows = (settings.filters_custom_parameters ?? []).map((row) => ({ ...newRow(), ...row }))
  return {
    name,
    kind: type,
    rows: rows.length > 0 ? rows : [newRow()],
    countries: settings.filters_countries ?? [],
    // Checked when they were written.
    continents: (settings.filters_continents ?? []) as ContinentCode[],
    chosen: undefined,
    numbers: '',
  }
}

/** Rows that say something; one that was begun and has no field yet is left out while it is counted. */
function writtenRows({ rows }: Draft): Row[] {
  return rows.filter(({ key }) => key.trim() !== '')
}

export function mayBeEmpty(condition: Condition): boolean {
  return condition === 'exact' || condition === 'not_exact'
}

/** What can be counted by now; undefined where nothing says who is meant. */
export function bodyToCount(draft: Draft): SegmentBody | undefined {
  if (draft.kind === 'custom') {
    return draft.chosen && draft.chosen.length > 0 ? bodyOf(draft) : undefined
  }
  if (draft.kind === 'bulk') return draft.numbers.trim() === '' ? undefined : bodyOf(draft)
  const rows = writtenRows(draft).filter(
    ({ condition, value }) => value !== '' || mayBeEmpty(condition),
  )
  const isEmpty = rows.length + draft.countries.length + draft.continents.length === 0
  return isEmpty ? undefined : bodyOf({ ...draft, rows })
}

/** What is to be saved of who is meant; members that nobody touched are not named. */
export function bodyOf(draft: Draft): SegmentBody {
  const type = draft.kind
  if (type === 'filter') {
    return {
      type,
      filters_custom_parameters: writtenRows(draft).map(({ key, condition, value }) => ({
        key: key.trim(),
        condition,
        value,
      })),
      filters_countries: draft.countries,
      filters_continents: draft.continents,
    }
  }
  if (type === 'custom') {
    return draft.chosen ? { type, contacts_ids: draft.chosen.map(({ id }) => id) } : { type }
  }
  return draft.numbers.trim() === '' ? { type } : { type, phone_numbers: draft.numbers }
}

/** What keeps it from being saved, by the fields of the page. */
export function problemsOf(draft: Draft): Map<string, string> {
  const problems = new Map<string, string>()
  if (draft.name.trim() === '') problems.set('name', segmentWords.needsName)
  if (draft.kind !== 'filter') return problems
  for (const [place, row] of draft.rows.entries()) {
    const isBegun = row.key.trim() !== '' || row.value !== ''
    if (!isBegun) continue
    if (row.key.trim() === '') {
      problems.set(`key-${row.id}`, segmentWords.needsKey({ row: place + 1 }))
    } else if (row.value === '' && !mayBeEmpty(row.condition)) {
      problems.set(`value-${row.id}`, segmentWords.needsValue({ row: place + 1 }))
    }
  }
  const isEmpty = writtenRows(draft).length + draft.countries.length + draft.continents.length === 0
  if (problems.size === 0 && isEmpty) problems.set('rules', segmentWords.needsRule)
  return problems
}

/** Whether anything is otherwise than it is saved. */
export function isChanged(draft: Draft, saved: Draft): boolean {
  return JSON.stringify(whatCounts(draft)) !== JSON.stringify(whatCounts(saved))
}

function whatCounts(draft: Draft) {
  return { name: draft.name.trim(), ...bodyOf(draft) }
}

/** Who is meant, as a sentence. */
export function ruleOf({ type, settings }: Pick<Segment, 'type' | 'settings'>): string {
  if (type === 'custom') return segmentWords.chosenContacts
  if (type === 'bulk') return segmentWords.pastedNumbers
  const rows = (settings.filters_custom_parameters ?? []).map((row) => segmentWords.row(row))
  const places = [
    (settings.filters_countries ?? []).map(countryName),
    // Checked when they were written.
    (settings.filters_continents ?? []).map((code) => continentNames[code as ContinentCode]),
  ]
    .filter((names) => names.length > 0)
    .map((names) => segmentWords.countriesIn({ names }))
  const parts = [...rows, ...places]
  return segmentWords.rule({ parts })
}

/** Those whose label or value holds what was typed. */
export function narrowed(options: readonly ComboOption[], text: string): ComboOption[] {
  const term = text.trim().toLowerCase()
  return options
    .filter(
      ({ label, value }) => label.toLowerCase().includes(term) || value.toLowerCase() === term,
    )
    .slice(0, 50)
}
