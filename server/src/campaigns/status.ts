import type { CampaignStatus } from '../db/schema.generated.ts'

/** What the API says for each status inside. */
export const wireStatus = {
  draft: 'draft',
  scheduled: 'scheduled',
  running: 'processing',
  paused: 'paused',
  finished: 'sent',
  cancelled: 'cancelled',
} as const satisfies Record<CampaignStatus, string>

/** What a person may do to a campaign, and when. What is not written here cannot be done. */
export const moves = {
  edit: { from: ['draft', 'scheduled'] },
  change_device: { from: ['draft', 'scheduled', 'paused'] },
  change_window: { from: ['draft', 'scheduled', 'paused'] },
  pause: { from: ['scheduled', 'running'] },
  resume: { from: ['paused'] },
  release: { from: ['paused'] },
  cancel: { from: ['scheduled', 'running', 'paused'] },
  retry: { from: ['running', 'paused', 'finished'] },
} as const satisfies Record<string, { from: readonly CampaignStatus[] }>

export type Move = keyof typeof moves

const doing: Record<Move, string> = {
  edit: 'changed',
  change_device: 'moved to another device',
  change_window: 'given other hours or another end',
  pause: 'paused',
  resume: 'resumed',
  release: 'released',
  cancel: 'cancelled',
  retry: 'retried',
}

export function allows(move: Move, status: CampaignStatus): boolean {
  const { from }: { from: readonly CampaignStatus[] } = moves[move]
  return from.includes(status)
}

/** Why a move cannot be made: a sentence for the 400. */
export function refusal(move: Move, status: CampaignStatus): string {
  const allowed = moves[move].from.map((from) => `"${wireStatus[from]}"`).join(', ')
  return `A campaign that is "${wireStatus[status]}" cannot be ${doing[move]}; this can be done while it is ${allowed}.`
}
