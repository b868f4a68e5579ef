import type { Topic } from './topics.ts'

/** Keys of a resource as they are now. */
export type Shown = Record<string, unknown>

/** What was told last of something, to tell only what has changed since. */
export type Memory = {
  /** What the database said of its version. */
  version?: string
  shown?: Shown
  /** When it was read, by the clock of this process. */
  read_at?: number
}

/** One topic of one account that somebody listens to, or did a moment ago. */
export type Subject = {
  user_id: number
  topic: Topic
  /** Streams that listen. */
  listeners: number
  /** When the last of them went; null while there are some. */
  left_at: number | null
  /** The number of the last event when it began to be watched. */
  known_since: number
  /** Of the topic itself, and of what belongs to it, by kind and id. */
  own: Memory
  parts: Map<string, Memory>
}

/** Something to tell those who listen to a subject. */
export type Change = { subject: Subject; event: EventName; data: Shown & { id: number } }

export const eventNames = [
  'campaign.progress',
  'sms.changed',
  'sms.received',
  'conversation.read',
  'device.changed',
  'import.progress',
  'job.progress',
  'attention.changed',
  'fleet.changed',
] as const
export type EventName = (typeof eventNames)[number]

/** The keys whose values are others now, and notes what they are; undefined when none is. */
export function changedKeys(memory: Memory, shown: Shown): Shown | undefined {
  const before = memory.shown
  memory.shown = shown
  if (before === undefined) return shown
  const changed = Object.entries(shown).filter(([key, value]) => !isSame(before[key], value))
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  return (
    typeof one === 'object' &&
    typeof other === 'object' &&
    JSON.stringify(one) === JSON.stringify(other)
  )
}

/** What is watched of one account. */
export function byUser(subjects: readonly Subject[]): Map<number, Subject[]> {
  return Map.groupBy(subjects, ({ user_id }) => user_id)
}

export function partOf(subject: Subject, key: string): Memory {
  const known = subject.parts.get(key)
  if (known) return known
  const made: Memory = {}
  subject.parts.set(key, made)
  return made
}
