import { listed } from '../words/sentences.ts'
import { momentInWords } from '../words/formats.ts'
import { checkWords } from '../words/editor-checks.ts'
import { editorWords } from '../words/editor.ts'
import type { Draft } from './draft.ts'
import type { Device, Previewed } from './queries.ts'
import { heldBy, stretchesOf } from './runway.ts'

export type Step = 'audience' | 'message' | 'sending' | 'review'

/** `must`: it cannot be sent. `should`: worth a look. `open`: nothing wrong, but not done. */
export type CheckTone = 'must' | 'should' | 'open' | 'fine'
export type Check = {
  tone: CheckTone
  title: string
  note?: string
  /** Where it is changed. */
  step: Step
  isTest?: boolean
}

export type TestState =
  | { kind: 'none' }
  | { kind: 'old' }
  | { kind: 'waits' }
  | { kind: 'failed'; error: string }
  | { kind: 'sent'; number: string; at: string }

export type Facts = {
  draft: Draft
  preview: Previewed
  devices: readonly Device[]
  test: TestState
  /** Somebody holds all sending of the account. */
  isHeld: boolean
  optOutWord: string
  /** What the API refuses to preview as it stands. */
  refused: readonly { field?: string; title: string }[]
  now: Date
}

const words = checkWords
const tones: readonly CheckTone[] = ['must', 'should', 'open', 'fine']

/** What is to be known before it is sent, the worst first. */
export function checksOf(facts: Facts): Check[] {
  const checks = [
    ...ofText(facts),
    ...ofAudience(facts),
    ...ofParts(facts),
    ...ofFields(facts),
    ...ofSims(facts),
    ...ofTime(facts),
    ofWayOut(facts),
    ofTest(facts),
  ]
  return tones.flatMap((tone) => checks.filter((check) => check.tone === tone))
}

/** The steps that keep it from being sent. */
export function wrongSteps(checks: readonly Check[]): ReadonlySet<Step> {
  return new Set(checks.filter(({ tone }) => tone === 'must').map(({ step }) => step))
}

function ofText({ draft, preview, refused }: Facts): Check[] {
  const checks = refused.map(({ title, field }): Check => ({
    tone: 'must',
    title,
    step: stepOfField(field),
  }))
  if (draft.name.trim() === '') checks.push({ tone: 'must', title: words.noName, step: 'message' })
  if (draft.content.trim() === '')
    checks.push({ tone: 'must', title: words.noText, step: 'message' })
  else if (draft.content.trim() === editorWords.starterText.trim())
    checks.push({
      tone: 'must',
      title: words.starter,
      note: words.starterNote,
      step: 'message',
    })
  for (const { title, severity } of problemsOf(preview, 'no_text'))
    checks.push({ tone: toneOf(severity), title: words.textFails, note: title, step: 'message' })
  return checks
}

function ofAudience({ preview }: Facts): Check[] {
  if (preview.total_recipients > 0) return []
  const note = preview.total_matched === 0 ? words.nobodyMatches : words.allLeftOut
  return [{ tone: 'must', title: words.nobody, note, step: 'audience' }]
}

function ofParts({ preview }: Facts): Check[] {
  const { least, most } = partsRange(preview)
  if (most <= 1) return []
  const named = costlyOf(preview)
  const note = named.length > 0 ? unicodeNote(named) : words.longText
  const each =
    least === most
      ? editorWords.eachSameMany({ count: most })
      : editorWords.eachVaries({ least, most })
  return [{ tone: 'should', title: words.partsEach({ each }), note, step: 'message' }]
}

/** So many letters that are not in the small alphabet are another script, and no slip. */
export const slipsMax = 5

function unicodeNote(named: readonly string[]): string {
  if (named.length > slipsMax) return words.script
  return words.unicode({ named: named.join(' '), total: named.length })
}

function ofFields({ draft, preview }: Facts): Check[] {
  const used = fieldsIn(draft.content)
  const { missing, total_recipients: whole } = preview
  if (used.length === 0 || whole === 0) return []
  const lacking = missing.map(({ key, total }): Check => {
    const field = shortField(key)
    if (total >= whole) {
      const title = words.nobodyHas({ field })
      return { tone: 'should', title, note: words.nobodyHasNote, step: 'message' }
    }
    if (hasDefault(draft.content, key))
      return { tone: 'fine', title: words.hasDefault({ field, total }), step: 'message' }
    const title = words.somebodyLacks({ field, total })
    return { tone: 'should', title, note: words.somebodyLacksNote, step: 'message' }
  })
  const known = used.filter((field) => !missing.some(({ key }) => shortField(key) === field))
  if (known.length === 0) return lacking
  return [
    ...lacking,
    { tone: 'fine', title: words.fieldsFine({ fields: listed(known) }), step: 'message' },
  ]
}

function ofSims({ draft, preview, devices, isHeld }: Facts): Check[] {
  const checks: Check[] = []
  if (draft.sims.length === 0) return [{ tone: 'must', title: words.noSim, step: 'sending' }]
  if (isHeld)
    checks.push({ tone: 'should', title: words.held, note: words.heldNote, step: 'review' })
  const used = usedDevices(draft, devices)
  if (used.some(({ is_pretend }) => is_pretend))
    checks.push({ tone: 'should', title: words.pretend, note: words.pretendNote, step: 'sending' })
  for (const { name, status } of used) {
    if (status === 'offline' || status === 'paused' || status === 'new')
      checks.push({
        tone: 'should',
        title: words.phone({ name }),
        note: words.phoneNote,
        step: 'sending',
      })
  }
  for (const { title } of problemsOf(preview, 'sim_draining'))
    checks.push({ tone: 'should', title, step: 'sending' })
  if (checks.length === 0) checks.push({ tone: 'fine', title: words.simsFine, step: 'sending' })
  return checks
}

function ofTime({ draft, preview, now }: Facts): Check[] {
  const checks: Check[] = []
  if (draft.is_scheduled && draft.scheduled_datetime === null)
    checks.push({ tone: 'must', title: editorWords.timeMissing, step: 'sending' })
  if (problemsOf(preview, 'never_finishes').length > 0)
    checks.push({ tone: 'must', title: words.never, note: words.neverNote, step: 'sending' })
  for (const { title } of problemsOf(preview, 'expires_first'))
    checks.push({ tone: 'should', title: words.expires, note: title, step: 'sending' })
  const stretches = stretchesOf(preview, now)
  const at = (instant: Date) => momentInWords(instant, { now })
  const quiet = heldBy(stretches, 'quiet_hours')
  if (quiet) {
    const note = words.quietNote({
      total: quiet.parts,
      from: at(quiet.from),
      until: at(quiet.until),
    })
    checks.push({ tone: 'should', title: words.quiet, note, step: 'sending' })
  }
  const budget = heldBy(stretches, 'budget')
  if (budget) {
    const note = words.budgetNote({ total: budget.parts, until: at(budget.until) })
    checks.push({ tone: 'should', title: words.budget, note, step: 'sending' })
  }
  return checks
}

function ofWayOut({ preview, optOutWord }: Facts): Check {
  const { opt_out_word: word } = preview
  if (word !== null)
    return { tone: 'fine', title: words.wayOut({ word: word.toUpperCase() }), step: 'message' }
  const note = words.noWayOutNote({ word: optOutWord.toUpperCase() })
  return { tone: 'should', title: words.noWayOut, note, step: 'message' }
}

function ofTest({ test }: Facts): Check {
  const step = 'message'
  switch (test.kind) {
    case 'none':
      return { tone: 'open', title: words.noTest, note: words.noTestNote, step, isTest: true }
    case 'old':
      return { tone: 'open', title: words.testOld, note: words.noTestNote, step, isTest: true }
    case 'waits':
      return { tone: 'open', title: words.testWaits, step }
    case 'failed':
      return { tone: 'should', title: words.testFailed, note: test.error, step, isTest: true }
    case 'sent':
      return { tone: 'fine', title: words.testSent(test), step }
  }
}

function problemsOf({ problems }: Previewed, code: string) {
  return problems.filter((problem) => problem.code === code)
}

function toneOf(severity: 'error' | 'warning'): CheckTone {
  return severity === 'error' ? 'must' : 'should'
}

function stepOfField(field: string | undefined): Step {
  if (field === 'name' || field === 'content') return 'message'
  return field === 'segment' || field === 'campaign_id' ? 'audience' : 'sending'
}

/** The fewest and the most parts that a contact gets. */
export function partsRange({ parts }: Pick<Previewed, 'parts'>): { least: number; most: number } {
  const counts = Object.keys(parts).map(Number)
  return counts.length === 0
    ? { least: 0, most: 0 }
    : { least: Math.min(...counts), most: Math.max(...counts) }
}

/** The characters of the text that make the network use its large alphabet; none where they are replaced anyway. */
export function costlyOf(preview: Pick<Previewed, 'problems' | 'odd_characters'>): string[] {
  const isCostly = preview.problems.some(({ code }) => code === 'large_alphabet')
  return isCostly ? preview.odd_characters.map(({ character }) => character) : []
}

/** The devices of the SIMs that are chosen. */
export function usedDevices<Known extends { id: number }>(
  { sims }: Pick<Draft, 'sims'>,
  devices: readonly Known[],
): Known[] {
  const ids = new Set(sims.map((sim) => Number(sim.split(':')[0])))
  return devices.filter(({ id }) => ids.has(id))
}

/** The fields that a text speaks of, as a person reads them. */
export function fieldsIn(content: string): string[] {
  const pattern =
    /\{[{%][^}]*?\b(name|phone_number|country_code|custom_parameters(?:\.\w+|\[["'][^"']+["']\]))/g
  return [...new Set(Array.from(content.matchAll(pattern), ([, found]) => shortField(found ?? '')))]
}

/** `custom_parameters.city` is `city` to a person. */
export function shortField(key: string): string {
  return key.replace(/^custom_parameters(\.|\[["'])?/, '').replace(/["']\]$/, '')
}

function hasDefault(content: string, key: string): boolean {
  const name = shortField(key)
  return [...content.matchAll(/\{\{.*?\}\}/gs)].some(
    ([variable]) => variable.includes(name) && /\|\s*default\s*:/.test(variable),
  )
}
