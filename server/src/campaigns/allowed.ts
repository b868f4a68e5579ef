import type { CampaignStatus } from '../db/schema.generated.ts'
import { moveUnless, type Move } from '../http/moves.ts'
import type { CampaignRow } from './present.ts'
import { allows } from './status.ts'

/** What may be done with a campaign just now, and why not: for clients that show it. The route decides anew. */
export function movesOf(campaign: CampaignRow, now: Date): Move[] {
  const { status, held_reason, expires_at, total_failed } = campaign
  const hasExpired = expires_at !== null && expires_at <= now
  return [
    moveUnless('edit', !allows('edit', status) && over[status]),
    moveUnless('send', !allows('edit', status) && over[status]),
    moveUnless('test'),
    moveUnless('pause', !allows('pause', status) && notPaused[status]),
    moveUnless(
      'resume',
      !allows('resume', status) && 'It is not paused.',
      held_reason !== null && `${held_reason} Release it or cancel it.`,
    ),
    moveUnless('release', held_reason === null && 'It did not come back from a backup.'),
    moveUnless('cancel', !allows('cancel', status) && notCancelled[status]),
    moveUnless(
      'retry',
      !allows('retry', status) && notRetried[status],
      hasExpired && 'It has expired, so nothing more of it is sent.',
      total_failed === 0 && 'None of its texts failed.',
    ),
    moveUnless('duplicate'),
    moveUnless('delete'),
  ]
}

type Reasons = Record<CampaignStatus, string>

const over: Reasons = {
  draft: '',
  scheduled: '',
  running: 'It is being sent already. Duplicate it to change it.',
  paused: 'It is paused. Resume or cancel it, or duplicate it to change it.',
  finished: 'Already sent. Duplicate it to send again.',
  cancelled: 'It was cancelled. Duplicate it to send again.',
}

const notPaused: Reasons = {
  ...over,
  draft: 'It is a draft: nothing leaves yet.',
  paused: 'It is paused already.',
  finished: 'Already sent: nothing waits any more.',
  cancelled: 'It was cancelled: nothing waits any more.',
}

const notCancelled: Reasons = {
  ...over,
  draft: 'It is a draft: delete it if you do not want it.',
  finished: 'Already sent: nothing waits any more.',
  cancelled: 'It is cancelled already.',
}

const notRetried: Reasons = {
  ...over,
  draft: 'Nothing of it has been sent yet.',
  scheduled: 'Nothing of it has been sent yet.',
}
