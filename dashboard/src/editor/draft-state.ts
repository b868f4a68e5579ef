import type { Kept } from './kept.ts'
import { ApiError } from '../api/errors.ts'
import { instantOf } from '../words/formats.ts'
import {
  changedFields,
  draftOf,
  mergeDrafts,
  type Campaign,
  type Draft,
  type DraftField,
  type Merge,
} from './draft.ts'

export type FieldProblem = { field: DraftField; title: string }

export type Theirs = { draft: Draft; revision: number; changed: string | null }

/** Somebody else changed the same: one of the two is asked. */
export type Conflict = { theirs: Theirs; merged: Merge; isRestored: boolean }

export type Storage =
  | { kind: 'stored'; at: Date | undefined }
  | { kind: 'storing' }
  | { kind: 'offline' }
  | { kind: 'incomplete' }
  | { kind: 'refused'; error: unknown }

export type DraftState = {
  revision: number
  /** What the server has. */
  base: Draft
  /** What is typed. */
  values: Draft
  storage: Storage
  problems: readonly FieldProblem[]
  conflict: Conflict | undefined
  /** When somebody else changed other things, which are shown now. */
  merged: { at: string | null } | undefined
  /** It was typed before the page was loaded, and comes from this device. */
  isRestored: boolean
  /** It is not tried again by itself until something is typed: what was refused is refused again. */
  isHeld: boolean
}

export type DraftAct =
  | { kind: 'typed'; change: Partial<Draft> }
  | { kind: 'storing' }
  | { kind: 'incomplete' }
  | {
      kind: 'stored'
      values: Draft
      revision: number
      problems: readonly FieldProblem[]
      at: Date
    }
  | { kind: 'failed'; error: unknown }
  | { kind: 'met'; theirs: Theirs; merged: Merge }
  | { kind: 'reloaded'; theirs: Theirs }
  | { kind: 'kept-mine' }
  | { kind: 'took-theirs' }

/** A draft as the server has it, with what was kept on this device and not stored yet. */
export function begin(campaign: Campaign, kept: Kept | undefined): DraftState {
  const base = draftOf(campaign)
  const state: DraftState = {
    revision: campaign.revision,
    base,
    values: base,
    storage: { kind: 'stored', at: undefined },
    problems: [],
    conflict: undefined,
    merged: undefined,
    isRestored: false,
    isHeld: false,
  }
  if (!kept) return state
  const theirs = { draft: base, revision: campaign.revision, changed: campaign.last_datetime }
  const merged = mergeDrafts(kept.base, kept.values, base)
  // It may have been stored on leaving, after all.
  if (changedFields(base, merged.values).length === 0) return state
  const restored = { ...state, values: merged.values, isRestored: true }
  return merged.both.length === 0
    ? restored
    : { ...restored, isHeld: true, conflict: { theirs, merged, isRestored: true } }
}

export function draftReducer(state: DraftState, act: DraftAct): DraftState {
  switch (act.kind) {
    case 'typed': {
      const problems = state.problems.filter(({ field }) => !Object.hasOwn(act.change, field))
      const isHeld = state.conflict !== undefined
      return { ...state, values: { ...state.values, ...act.change }, problems, isHeld }
    }
    case 'storing':
      return { ...state, storage: { kind: 'storing' } }
    case 'incomplete':
      return { ...state, storage: { kind: 'incomplete' }, isHeld: true }
    case 'stored':
      return stored(state, act)
    case 'failed':
      return failed(state, act.error)
    case 'met':
      return met(state, act)
    case 'reloaded':
      return taken(state, act.theirs)
    case 'kept-mine':
      return state.conflict ? mine(state, state.conflict) : state
    case 'took-theirs':
      return state.conflict ? taken(state, state.conflict.theirs) : state
  }
}

function stored(state: DraftState, act: Extract<DraftAct, { kind: 'stored' }>): DraftState {
  const { values: base, revision, problems, at } = act
  const isWhole = problems.length === 0
  const storage: Storage = isWhole ? { kind: 'stored', at } : { kind: 'incomplete' }
  return { ...state, base, revision, problems, storage, isHeld: !isWhole, isRestored: false }
}

function failed(state: DraftState, error: unknown): DraftState {
  const isAway = error instanceof ApiError && (error.kind === 'offline' || error.kind === 'late')
  if (isAway) return { ...state, storage: { kind: 'offline' }, isHeld: true }
  const problems = error instanceof ApiError ? problemsOf(state, error) : []
  const storage: Storage = problems.length > 0 ? { kind: 'incomplete' } : { kind: 'refused', error }
  return { ...state, storage, problems, isHeld: true }
}

function problemsOf({ values }: DraftState, error: ApiError): FieldProblem[] {
  return error.problems.flatMap(({ field, title }) =>
    // A field of the draft by its name.
    field !== undefined && Object.hasOwn(values, field)
      ? [{ field: field as DraftField, title }]
      : [],
  )
}

function met(state: DraftState, act: Extract<DraftAct, { kind: 'met' }>): DraftState {
  const { theirs, merged } = act
  if (merged.both.length > 0)
    return { ...state, conflict: { theirs, merged, isRestored: false }, isHeld: true }
  const { draft: base, revision, changed: at } = theirs
  const { values } = merged
  // They may have stored the very same: then there is nothing left to be stored.
  const isSame = changedFields(base, values).length === 0
  const storage = isSame ? storedAt(at) : state.storage
  return { ...state, base, revision, values, storage, merged: { at }, isHeld: false }
}

function storedAt(datetime: string | null): Storage {
  return { kind: 'stored', at: datetime === null ? undefined : instantOf(datetime) }
}

function mine(state: DraftState, { theirs }: Conflict): DraftState {
  const { draft: base, revision } = theirs
  // What was typed since the two met is mine too.
  const { values } = mergeDrafts(state.base, state.values, base)
  return { ...state, base, revision, values, conflict: undefined, isHeld: false }
}

function taken(state: DraftState, theirs: Theirs): DraftState {
  const { draft, revision } = theirs
  return {
    ...state,
    base: draft,
    values: draft,
    revision,
    conflict: undefined,
    problems: [],
    storage: { kind: 'stored', at: undefined },
    isRestored: false,
    isHeld: false,
  }
}
