import { describe, expect, test } from 'vitest'
import { changedFields, changeOf, isStorable, mergeDrafts, type Draft } from './draft.ts'

const base: Draft = {
  name: 'Winter sale',
  content: 'Hi',
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

describe('a draft', () => {
  test('is stored in what was changed, and in nothing else', () => {
    const values = { ...base, name: 'Sale', sims: ['1:1', '2:1'] }
    const fields = changedFields(base, values)
    expect(fields).toEqual(['name', 'sims'])
    expect(changeOf(values, fields)).toEqual({ name: 'Sale', sims: '1:1,2:1' })
  })

  test('says its quiet hours as a whole, and clears its end by an empty one', () => {
    const own = { ...base, quiet_hours: 'own', quiet_hours_start: '20:00' } as const
    expect(isStorable(own, 'quiet_hours')).toBe(false)
    const whole = { ...own, quiet_hours_end: '09:00' }
    expect(changeOf(whole, changedFields(own, whole))).toEqual({
      quiet_hours: 'own',
      quiet_hours_start: '20:00',
      quiet_hours_end: '09:00',
    })
    expect(changeOf(base, ['expires_datetime'])).toEqual({ expires_datetime: '' })
  })

  test('is not stored without a text, a name or a SIM', () => {
    const empty = { ...base, name: ' ', content: '', sims: [] }
    expect((['name', 'content', 'sims'] as const).map((one) => isStorable(empty, one))).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('two who edit the same draft', () => {
  test('do not disturb each other where they change other things', () => {
    const merged = mergeDrafts(base, { ...base, name: 'Mine' }, { ...base, content: 'Theirs' })
    expect(merged).toEqual({ values: { ...base, name: 'Mine', content: 'Theirs' }, both: [] })
  })

  test('have to choose where both changed the same', () => {
    const mine = { ...base, content: 'Mine', footer: false }
    const theirs = { ...base, content: 'Theirs', name: 'Named' }
    const merged = mergeDrafts(base, mine, theirs)
    expect(merged.both).toEqual(['content'])
    expect(merged.values).toMatchObject({ content: 'Mine', name: 'Named', footer: false })
  })

  test('agree where both changed it to the same', () => {
    const same = { ...base, content: 'Same' }
    expect(mergeDrafts(base, same, same)).toEqual({ values: same, both: [] })
  })
})
