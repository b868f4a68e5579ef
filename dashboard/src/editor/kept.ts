import type { Draft } from './draft.ts'

/** What was typed and not stored yet, with what it was typed over. */
export type Kept = { revision: number; base: Draft; values: Draft }

const nameOf = (id: number) => `simcast.draft.${id}`

/** It survives a connection that drops, a reload and a closed browser, on this device. */
export function keep(id: number, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(id), JSON.stringify(kept))
  } catch {
    // The store is full or forbidden: what is typed is still in the page, and is stored with the next answer.
  }
}

export function forget(id: number): void {
  localStorage.removeItem(nameOf(id))
}

/** What was kept for a draft; undefined where there is nothing, or nothing that can be read. */
export function findKept(id: number): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(id)) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  if (!('revision' in value) || !('base' in value) || !('values' in value)) return false
  return typeof value.revision === 'number' && isDraft(value.base) && isDraft(value.values)
}

/** By another version of this page it may have been another thing. */
function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    fields.every((field) => Object.hasOwn(value, field))
  )
}

const fields: readonly (keyof Draft)[] = [
  'name',
  'content',
  'footer',
  'segment',
  'sims',
  'is_scheduled',
  'scheduled_datetime',
  'expires_datetime',
  'quiet_hours',
  'quiet_hours_start',
  'quiet_hours_end',
]
