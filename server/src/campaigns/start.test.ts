import { describe, expect, test } from 'vitest'
import { decideStart, type StartFields, type StoredStart } from './start.ts'

const now = new Date('2026-11-21T12:00:00Z')
const future = new Date('2026-11-22T09:00:00Z')
const past = new Date('2026-11-20T09:00:00Z')

const draft: StoredStart = { status: 'draft', is_scheduled: false, scheduled_at: null }
const draftWithTime: StoredStart = { ...draft, is_scheduled: true, scheduled_at: future }
const scheduled: StoredStart = { status: 'scheduled', is_scheduled: true, scheduled_at: future }

const start = (given: StartFields, stored: StoredStart | null = null) =>
  decideStart(given, stored, now)
const outcome = (given: StartFields, stored: StoredStart | null = null) => {
  const decided = start(given, stored)
  return Array.isArray(decided) ? `refused: ${decided[0]?.field}` : decided.outcome
}

describe('a new campaign', () => {
  test.for<{ given: StartFields; is: string }>([
    { given: {}, is: 'draft' },
    { given: { save: true }, is: 'draft' },
    { given: { send: false }, is: 'draft' },
    { given: { send: false, save: false }, is: 'draft' },
    { given: { send: true }, is: 'launch' },
    { given: { send: true, save: false }, is: 'launch' },
    { given: { send: true, save: true }, is: 'refused: save' },
    { given: { send: true, is_scheduled: true, scheduled_datetime: future }, is: 'scheduled' },
    { given: { send: true, is_scheduled: true, scheduled_datetime: past }, is: 'launch' },
    { given: { send: true, is_scheduled: true, scheduled_datetime: now }, is: 'launch' },
    { given: { send: true, is_scheduled: true }, is: 'refused: scheduled_datetime' },
    { given: { send: true, scheduled_datetime: future }, is: 'refused: is_scheduled' },
    { given: { send: true, scheduled_datetime: past }, is: 'refused: is_scheduled' },
    { given: { send: true, is_scheduled: false, scheduled_datetime: future }, is: 'launch' },
    { given: { send: true, is_scheduled: false }, is: 'launch' },
    { given: { scheduled_datetime: future }, is: 'draft' },
    { given: { is_scheduled: true }, is: 'draft' },
    { given: { save: true, is_scheduled: true, scheduled_datetime: future }, is: 'draft' },
  ])('$given: $is', ({ given, is }) => {
    expect(outcome(given)).toBe(is)
  })

  test('keeps what was said of its time', () => {
    expect(start({ is_scheduled: true, scheduled_datetime: future })).toEqual({
      outcome: 'draft',
      is_scheduled: true,
      scheduled_at: future,
    })
    expect(start({ send: true })).toEqual({
      outcome: 'launch',
      is_scheduled: false,
      scheduled_at: null,
    })
  })
})

describe('a draft', () => {
  test.for<{ given: StartFields; stored: StoredStart; is: string }>([
    { given: {}, stored: draftWithTime, is: 'draft' },
    { given: { send: true }, stored: draft, is: 'launch' },
    { given: { send: true }, stored: draftWithTime, is: 'scheduled' },
    { given: { send: true, is_scheduled: false }, stored: draftWithTime, is: 'launch' },
    { given: { send: true, scheduled_datetime: past }, stored: draftWithTime, is: 'launch' },
    { given: { send: true, is_scheduled: true }, stored: draft, is: 'refused: scheduled_datetime' },
    {
      given: { send: true },
      stored: { ...draft, scheduled_at: future },
      is: 'refused: is_scheduled',
    },
    {
      given: { send: true, is_scheduled: true },
      stored: { ...draft, scheduled_at: future },
      is: 'scheduled',
    },
    {
      given: { send: true },
      stored: { ...draft, is_scheduled: true },
      is: 'refused: scheduled_datetime',
    },
  ])('$given of $stored: $is', ({ given, stored, is }) => {
    expect(outcome(given, stored)).toBe(is)
  })
})

describe('a scheduled campaign', () => {
  test.for<{ given: StartFields; is: string }>([
    { given: {}, is: 'scheduled' },
    { given: { send: true }, is: 'scheduled' },
    { given: { save: true }, is: 'draft' },
    { given: { is_scheduled: false }, is: 'draft' },
    { given: { is_scheduled: false, send: true }, is: 'launch' },
    { given: { scheduled_datetime: past }, is: 'launch' },
    { given: { scheduled_datetime: new Date('2027-01-01T00:00:00Z') }, is: 'scheduled' },
    { given: { send: true, save: true }, is: 'refused: save' },
  ])('$given: $is', ({ given, is }) => {
    expect(outcome(given, scheduled)).toBe(is)
  })
})
