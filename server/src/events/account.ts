import type { Context } from '../context.ts'
import { findAttention } from '../overview/attention.ts'
import { findFleet } from '../overview/fleet.ts'
import { presentAttention, presentFleet } from '../overview/present.ts'
import { changedKeys, type Change, type Shown, type Subject } from './subject.ts'

// What is made of much of an account, and so is looked at less often.

export function lookAtFleetFigures(
  { db, now }: Context,
  subjects: readonly Subject[],
): Promise<Change[]> {
  return lookAtAccounts(subjects, 'fleet.changed', async (user_id) =>
    presentFleet(await findFleet(db, user_id, now())),
  )
}

export function lookAtAttention(context: Context, subjects: readonly Subject[]): Promise<Change[]> {
  return lookAtAccounts(subjects, 'attention.changed', async (user_id) => ({
    attention: (await findAttention(context, user_id)).map(presentAttention),
  }))
}

async function lookAtAccounts(
  subjects: readonly Subject[],
  event: 'fleet.changed' | 'attention.changed',
  load: (user_id: number) => Promise<Shown>,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const subject of subjects) {
    const { user_id, own } = subject
    const data = changedKeys(own, await load(user_id))
    if (data) changes.push({ subject, event, data: { ...data, id: user_id } })
  }
  return changes
}
