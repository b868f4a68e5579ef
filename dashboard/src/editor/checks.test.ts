import { describe, expect, test } from 'vitest'
import { editorWords } from '../words/editor.ts'
import { checksOf, fieldsIn, partsRange, wrongSteps, type Facts } from './checks.ts'
import type { Draft } from './draft.ts'
import type { Device, Previewed } from './queries.ts'

const draft: Draft = {
  name: 'Winter sale',
  content: 'Hi {{ name }}, sale. Reply STOP to leave.',
  footer: true,
  segment: 'all',
  sims: ['1:1'],
  is_scheduled: false,
  scheduled_datetime: null,
  expires_datetime: null,
  quiet_hours: 'account',
  quiet_hours_start: null,
  quiet_hours_end: null,
}
const preview: Previewed = {
  total_matched: 4324,
  total_recipients: 4120,
  excluded: { opted_out: 181, unusable_number: 23 },
  is_estimate: false,
  sample: [],
  rendered: [],
  odd_characters: [],
  parts: { 1: 4120 },
  total_parts: 4120,
  missing: [],
  problems: [],
  runway: [],
  timeline: [],
  sims: [],
  finish_datetime: null,
  opt_out_word: 'stop',
}
// The checks read these keys of a phone only.
const device = { id: 1, name: 'Front desk', status: 'online', is_pretend: false } as Device
const facts: Facts = {
  draft,
  preview,
  devices: [device],
  test: { kind: 'sent', number: '+44 7700 900001', at: '14:33' },
  isHeld: false,
  refused: [],
  optOutWord: 'stop',
  now: new Date('2026-11-20T14:31:00Z'),
}
const see = (change: Partial<Facts>) => checksOf({ ...facts, ...change })
const titles = (change: Partial<Facts>, tone: string) =>
  see(change)
    .filter((check) => check.tone === tone)
    .map(({ title }) => title)

describe('the checks', () => {
  test('have nothing to say where all is well', () => {
    expect(see({}).every(({ tone }) => tone === 'fine')).toBe(true)
    expect(wrongSteps(see({})).size).toBe(0)
  })

  test('keep a campaign back that nobody would get, or that has no text of its own', () => {
    const nobody = { ...preview, total_matched: 3, total_recipients: 0 }
    expect(wrongSteps(see({ preview: nobody }))).toEqual(new Set(['audience']))
    const starter = { ...draft, content: editorWords.starterText }
    expect(wrongSteps(see({ draft: starter }))).toEqual(new Set(['message']))
    expect(wrongSteps(see({ draft: { ...draft, sims: [] } }))).toEqual(new Set(['sending']))
    const timeless = { ...draft, is_scheduled: true }
    expect(wrongSteps(see({ draft: timeless }))).toEqual(new Set(['sending']))
  })

  test('say what costs, what waits and what is missing', () => {
    const costly: Previewed = {
      ...preview,
      parts: { 2: 4120 },
      problems: [{ title: 'x', field: 'content', code: 'large_alphabet', severity: 'warning' }],
      odd_characters: [{ character: '’', positions: [3], replacement: "'" }],
      missing: [{ key: 'name', total: 212 }],
      opt_out_word: null,
      timeline: [
        { start: '2026-11-20 17:00:00', end: '2026-11-20 20:00:00', parts: 6480, reason: null },
        {
          start: '2026-11-20 20:00:00',
          end: '2026-11-21 09:00:00',
          parts: 0,
          reason: 'quiet_hours',
        },
        { start: '2026-11-21 09:00:00', end: '2026-11-21 09:49:00', parts: 1760, reason: null },
      ],
    }
    const found = titles({ preview: costly }, 'should')
    expect(found).toEqual([
      '2 parts each',
      '212 contacts lack name',
      'Runs into quiet hours',
      'Does not say how to leave',
    ])
    const quiet = see({ preview: costly }).find(({ title }) => title === 'Runs into quiet hours')
    expect(quiet?.note).toMatch(/^1.?760 parts wait from /)
  })

  test('do not mind a field that somebody lacks where there is a default', () => {
    const lacking = { ...preview, missing: [{ key: 'name', total: 212 }] }
    const withDefault = { ...draft, content: 'Hi {{ name | default: "you" }}. Reply STOP.' }
    expect(titles({ preview: lacking, draft: withDefault }, 'should')).toEqual([])
  })

  test('name a phone that does not answer, and one that is not real', () => {
    const phone = { ...device, status: 'offline', is_pretend: true } as Device
    expect(titles({ devices: [phone] }, 'should')).toEqual([
      'Nobody gets this',
      'Front desk does not answer',
    ])
  })

  test('say when somebody holds all sending', () => {
    expect(titles({ isHeld: true }, 'should')).toEqual(['All sending is held'])
  })

  test('hold back a text that has a mistake', () => {
    const refused = [{ title: 'The text has a mistake.', field: 'content' }]
    expect(wrongSteps(see({ refused }))).toEqual(new Set(['message']))
  })

  test('the worst comes first', () => {
    const bad = see({ draft: { ...draft, name: '' }, test: { kind: 'none' } })
    expect(bad.map(({ tone }) => tone).filter((tone) => tone !== 'fine')).toEqual(['must', 'open'])
  })
})

test('the fields of a text are read as a person names them', () => {
  expect(
    fieldsIn(
      '{{ name }} {{custom_parameters.city | upcase}} {{ custom_parameters["first name"] }}',
    ),
  ).toEqual(['name', 'city', 'first name'])
  expect(fieldsIn('my name is here')).toEqual([])
})

test('parts vary by contact', () => {
  const parts = { 1: 3908, 2: 212 } as unknown as Previewed['parts']
  expect(partsRange({ parts })).toEqual({ least: 1, most: 2 })
  expect(partsRange({ parts: {} })).toEqual({ least: 0, most: 0 })
})
