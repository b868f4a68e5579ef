import { describe, expect, test } from 'vitest'
import { ApiError } from '../api/errors.ts'
import { mergeDrafts, type Campaign, type Draft } from './draft.ts'
import { begin, draftReducer, type DraftAct, type DraftState } from './draft-state.ts'

// Of a campaign the draft reads these keys only.
const campaign = {
  id: 1,
  name: 'Winter sale',
  content: 'Hi',
  footer: true,
  segment: 'all',
  sims: ['1:1'],
  settings: { is_scheduled: 0 },
  scheduled_datetime: '2026-11-20 10:00:00',
  datetime: '2026-11-20 10:00:00',
  last_datetime: '2026-11-20 14:20:00',
  expires_datetime: null,
  quiet_hours: 'account',
  quiet_hours_start: null,
  quiet_hours_end: null,
  revision: 3,
} as unknown as Campaign

const after = (state: DraftState, ...acts: DraftAct[]) => acts.reduce(draftReducer, state)
const typed = (change: Partial<Draft>): DraftAct => ({ kind: 'typed', change })
const meet = (state: DraftState, theirs: Partial<Draft>): DraftAct => {
  const draft = { ...state.base, ...theirs }
  return {
    kind: 'met',
    theirs: { draft, revision: 4, changed: '2026-11-20 14:20:00' },
    merged: mergeDrafts(state.base, state.values, draft),
  }
}

describe('a draft in the editor', () => {
  test('has no time while none was chosen', () => {
    expect(begin(campaign, undefined).values).toMatchObject({
      scheduled_datetime: null,
      is_scheduled: false,
    })
  })

  test('keeps what is typed when the connection drops, and waits until it is back', () => {
    const state = after(begin(campaign, undefined), typed({ content: 'Hello' }), {
      kind: 'failed',
      error: new ApiError('offline'),
    })
    expect(state).toMatchObject({
      storage: { kind: 'offline' },
      isHeld: true,
      values: { content: 'Hello' },
    })
  })

  test('says at the field what was refused, and tries again when something is typed', () => {
    const error = new ApiError('refused', { problems: [{ title: 'No.', field: 'content' }] })
    const refused = after(begin(campaign, undefined), typed({ content: '{{ x' }), {
      kind: 'failed',
      error,
    })
    expect(refused.problems).toEqual([{ field: 'content', title: 'No.' }])
    expect(after(refused, typed({ content: '{{ name }}' }))).toMatchObject({
      problems: [],
      isHeld: false,
    })
  })

  test('takes in what somebody else changed, where it is something else', () => {
    const mine = after(begin(campaign, undefined), typed({ content: 'Mine' }))
    const state = after(mine, meet(mine, { name: 'Theirs' }))
    expect(state).toMatchObject({
      conflict: undefined,
      revision: 4,
      values: { content: 'Mine', name: 'Theirs' },
      base: { content: 'Hi', name: 'Theirs' },
    })
  })

  test('has nothing left to store where the very same was stored already', () => {
    const mine = after(begin(campaign, undefined), typed({ content: 'Same' }), { kind: 'storing' })
    expect(after(mine, meet(mine, { content: 'Same' }))).toMatchObject({
      storage: { kind: 'stored', at: new Date('2026-11-20T14:20:00Z') },
      base: { content: 'Same' },
    })
    const { base } = begin(campaign, undefined)
    const kept = { revision: 2, base: { ...base, content: 'Old' }, values: base }
    expect(begin(campaign, kept)).toMatchObject({ isRestored: false })
  })

  test('asks where both changed the same, and stores nothing meanwhile', () => {
    const mine = after(begin(campaign, undefined), typed({ content: 'Mine' }))
    const met = after(mine, meet(mine, { content: 'Theirs' }))
    expect(met.conflict?.merged.both).toEqual(['content'])
    expect(after(met, typed({ content: 'Mine still' })).isHeld).toBe(true)

    const kept = after(met, typed({ content: 'Mine still' }), { kind: 'kept-mine' })
    expect(kept).toMatchObject({ values: { content: 'Mine still' }, revision: 4, isHeld: false })
    const taken = after(met, { kind: 'took-theirs' })
    expect(taken).toMatchObject({ values: { content: 'Theirs' }, base: { content: 'Theirs' } })
  })

  test('brings back what was typed before the page was closed', () => {
    const { base } = begin(campaign, undefined)
    const values = { ...base, content: 'Typed on the train' }
    expect(begin(campaign, { revision: 3, base, values })).toMatchObject({
      isRestored: true,
      values,
      conflict: undefined,
    })
    const older = { ...base, content: 'Old' }
    const state = begin(campaign, { revision: 2, base: older, values })
    expect(state.conflict?.merged.both).toEqual(['content'])
  })
})
