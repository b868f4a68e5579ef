import { statusWords } from '../words/statuses.ts'

// The one table of statuses: the person's word, a shape, a colour, a sentence. No other badge is made.

export type Shape =
  | 'ring-dashed'
  | 'ring-half'
  | 'ring-slashed'
  | 'clock'
  | 'bars'
  | 'tick'
  | 'ticks'
  | 'cross'
  | 'arrow-in'
  | 'dot'

export type Colour = 'dim' | 'text' | 'ok' | 'warn' | 'bad' | 'ink'

export type Status = { word: string; shape: Shape; colour: Colour; sentence: string }

export const statuses = {
  campaign: {
    draft: status('campaignDraft', 'ring-dashed', 'dim'),
    scheduled: status('campaignScheduled', 'clock', 'text'),
    processing: status('campaignSending', 'ring-half', 'ok'),
    held: status('campaignWaiting', 'clock', 'warn'),
    paused: status('campaignPaused', 'bars', 'warn'),
    sent: status('campaignSent', 'tick', 'text'),
    cancelled: status('campaignCancelled', 'ring-slashed', 'dim'),
  },
  sms: {
    pending: status('smsWaiting', 'ring-dashed', 'dim'),
    'on-phone': status('smsOnPhone', 'ring-dashed', 'dim'),
    sent: status('smsSent', 'tick', 'text'),
    delivered: status('smsDelivered', 'ticks', 'ok'),
    failed: status('smsFailed', 'cross', 'bad'),
    cancelled: status('smsCancelled', 'ring-slashed', 'dim'),
    received: status('smsReceived', 'arrow-in', 'text'),
  },
  contact: {
    'opted-out': status('optedOut', 'ring-slashed', 'ink'),
    'may-be-texted': status('mayBeTexted', 'tick', 'ok'),
    'no-number': status('noNumber', 'ring-slashed', 'dim'),
  },
  import: {
    processing: status('importing', 'ring-half', 'ok'),
    finished: status('importFinished', 'tick', 'text'),
    failed: status('importFailed', 'cross', 'bad'),
    cancelled: status('importCancelled', 'ring-slashed', 'dim'),
  },
  job: {
    waiting: status('jobWaiting', 'clock', 'warn'),
    running: status('jobRunning', 'ring-half', 'ok'),
    finished: status('jobFinished', 'tick', 'text'),
    failed: status('jobFailed', 'cross', 'bad'),
    cancelled: status('jobCancelled', 'ring-slashed', 'dim'),
  },
  switch: {
    on: status('switchedOn', 'dot', 'ok'),
    off: status('switchedOff', 'bars', 'dim'),
  },
  device: {
    online: status('deviceOnline', 'dot', 'ok'),
    offline: status('deviceOffline', 'cross', 'bad'),
    paused: status('devicePaused', 'bars', 'warn'),
    draining: status('deviceDraining', 'ring-half', 'warn'),
    pretend: status('devicePretend', 'ring-dashed', 'dim'),
    new: status('deviceNew', 'ring-dashed', 'dim'),
  },
} satisfies Record<string, Record<string, Status>>

export type StatusOf = keyof typeof statuses

/** A status by the API's word; one that this table does not know is shown by that word and not hidden. */
export function statusOf(of: StatusOf, value: string): Status {
  const known: Record<string, Status> = statuses[of]
  return known[value] ?? { word: value, shape: 'dot', colour: 'dim', sentence: value }
}

function status(name: keyof typeof statusWords, shape: Shape, colour: Colour): Status {
  return { ...statusWords[name], shape, colour }
}
