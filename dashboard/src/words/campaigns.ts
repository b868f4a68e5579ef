import { amount, duration } from './formats.ts'
import { listed, plural } from './sentences.ts'

const texts = (total: number) => plural(total, { one: '# text', other: '# texts' })

/** Why nothing leaves, by the API's word. */
const holds: Record<string, (hold: { device: string; sim: number | null }) => string> = {
  restored: () => 'Back from a backup',
  sending_held: () => 'All sending is held',
  phone_missing: ({ device }) => `No phone is connected to ${device}`,
  phone_offline: ({ device }) => `${device} is offline`,
  phone_paused: ({ device }) => `${device} is paused`,
  quiet_hours: () => 'Quiet hours',
  month_limit: ({ device, sim }) => `${device}, SIM ${sim} has used its month`,
  day_limit: ({ device, sim }) => `${device}, SIM ${sim} has used its day`,
  hour_limit: ({ device, sim }) => `${device}, SIM ${sim} has used its hour`,
  slowed_down: ({ device, sim }) => `The network asked ${device}, SIM ${sim} to rest`,
}

/** Kinds of failure and cancellation as parts of a sentence: `171 found no service`. */
const didWhat: Record<string, { one: string; other: string }> = {
  no_service: { one: '# found no service', other: '# found no service' },
  radio_off: { one: '# met flight mode', other: '# met flight mode' },
  too_fast: { one: '# came too fast', other: '# came too fast' },
  refused: { one: '# was refused', other: '# were refused' },
  no_sim: { one: '# found no SIM', other: '# found no SIM' },
  no_permission: { one: '# lacked a permission', other: '# lacked a permission' },
  phone_clock: { one: '# came too late', other: '# came too late' },
  phone_fault: { one: '# failed on the phone', other: '# failed on the phone' },
  phone_removed: { one: '# lost its phone', other: '# lost their phone' },
  too_long_for_sim: { one: '# was too long', other: '# were too long' },
  other: { one: '# failed for another reason', other: '# failed for other reasons' },
}

const leftOut: Record<string, { one: string; other: string }> = {
  number_not_allowed: {
    one: '# is to a number that the SIM may not write to and is left.',
    other: '# are to numbers that the SIM may not write to and are left.',
  },
  undeliverable: {
    one: '# is to a number not in use and is left.',
    other: '# are to numbers not in use and are left.',
  },
  not_made: {
    one: '# has no text that could be sent and is left.',
    other: '# have no text that could be sent and are left.',
  },
  unknown: {
    one: '# may have gone out and is left: look at it by itself.',
    other: '# may have gone out and are left: look at each by itself.',
  },
}

export const campaignWords = {
  title: 'Campaigns',
  answer: ({ sending, waiting }: { sending: number; waiting: number }) => {
    if (sending === 0) return waiting === 0 ? undefined : plural(waiting, startWords)
    const now = plural(sending, {
      one: '# campaign is being sent',
      other: '# campaigns are being sent',
    })
    return waiting === 0
      ? `${now}.`
      : `${now}, ${plural(waiting, { one: '# is scheduled.', other: '# are scheduled.' })}`
  },
  newOne: 'New campaign',
  search: 'Name or text',
  filters: 'Campaigns by status',
  chips: {
    all: 'All',
    processing: 'Sending',
    paused: 'Paused',
    scheduled: 'Scheduled',
    draft: 'Drafts',
    sent: 'Sent',
    cancelled: 'Cancelled',
  },
  emptyTitle: 'No campaigns yet',
  emptyText:
    'A campaign sends one text to many contacts, at the pace of your SIMs. You see whom it reaches, what it costs and when it is through before anything leaves.',
  emptyBy: {
    processing: 'No campaign is being sent.',
    paused: 'No campaign is paused.',
    scheduled: 'No campaign is scheduled.',
    draft: 'There are no drafts.',
    sent: 'No campaign has been sent.',
    cancelled: 'No campaign was cancelled.',
  } as Record<string, string>,
  emptyByFilter: 'No campaign is like that.',
  emptySearch: ({ text }: { text: string }) => `No campaign has “${text}” in its name or text.`,

  usualOrder: 'Under way first',
  columnCampaign: 'Campaign',
  columnStatus: 'Status',
  columnSent: 'Sent',
  columnFailed: 'Failed',
  columnOptedOut: 'Opted out',
  columnRate: 'Rate',
  columnTime: 'Time',
  columnActs: 'Pause, resume and more',
  sentOf: ({ sent, total }: { sent: number; total: number }) =>
    `${amount(sent)} of ${amount(total)}`,
  sentOfTotal: ({ sent, total }: { sent: number; total: number }) => ({
    sent: amount(sent),
    of: `of ${amount(total)}`,
  }),
  failedShare: ({ share }: { share: string }) => `${share} failed`,
  madeFor: {
    all: 'to everybody',
    segment: 'to a segment',
    filter: 'to who matches a filter',
    chosen: 'to chosen contacts',
  },
  left: ({ seconds }: { seconds: number }) => `${duration(seconds)} left`,
  aboutEnd: ({ time }: { time: string }) => `about ${time}`,
  untilTime: ({ time }: { time: string }) => `until ${time}`,
  untilSomebody: 'until somebody acts',
  startsIn: ({ seconds }: { seconds: number }) => `in ${duration(seconds)}`,
  startsNow: 'starts now',
  edited: 'edited',
  took: ({ seconds }: { seconds: number }) => `took ${duration(seconds)}`,
  pausedAt: 'paused',
  cancelledAt: 'cancelled',
  nobody: 'nobody matched',
  beingMade: 'Texts are being made',
  lastOnPhones: 'The last are on the phones',
  endUnknown: 'End not known',
  hold: ({ reason, device, sim }: { reason: string; device: string | null; sim: number | null }) =>
    holds[reason]?.({ device: device ?? '', sim }) ?? 'Waiting',

  pause: 'Pause',
  resume: 'Resume',
  release: 'Release',
  pauseOf: ({ name }: { name: string }) => `Pause ${name}`,
  resumeOf: ({ name }: { name: string }) => `Resume ${name}`,
  moreOf: ({ name }: { name: string }) => `More for ${name}`,
  edit: 'Edit',
  duplicate: 'Duplicate',
  sendTest: 'Send a test…',
  retryFailed: 'Send failed texts again…',
  cancel: 'Cancel…',
  remove: 'Delete…',
  paused: ({ name }: { name: string }) => `${name} is paused.`,
  resumed: ({ name }: { name: string }) => `${name} goes on.`,
  released: ({ name }: { name: string }) => `${name} is released and goes on.`,
  cancelled: ({ name, total }: { name: string; total: number }) =>
    total === 0 ? `${name} is cancelled.` : `${name} is cancelled. ${texts(total)} are withdrawn.`,
  retried: ({ total }: { total: number }) =>
    plural(total, { one: '# text is sent again.', other: '# texts are sent again.' }),
  removed: ({ name }: { name: string }) => `${name} is deleted.`,
  duplicated: ({ name }: { name: string }) => `A copy of ${name} is a new draft.`,
  couldNot: ({ name }: { name: string }) => `Nothing was changed on ${name}.`,

  pauseQuestion: ({ name }: { name: string }) => `Pause ${name}?`,
  pauseWill: ({ pending }: { pending: number }) =>
    plural(pending, {
      one: '# text stays where it is until you resume.',
      other: '# texts stay where they are until you resume.',
    }),
  pauseScheduled: 'It does not start at its time, until you resume it.',
  pauseHeld: ({ held }: { held: number }) =>
    held === 0
      ? undefined
      : plural(held, {
          one: 'Up to # that a phone already holds may still leave.',
          other: 'Up to # that a phone already holds may still leave.',
        }),
  goOn: 'Go on sending',
  keepTime: 'Keep its time',

  cancelQuestion: ({ name }: { name: string }) => `Cancel ${name}?`,
  cancelWill: ({ pending, sent }: { pending: number; sent: number }) =>
    `${plural(pending, {
      one: '# text is withdrawn and never sent.',
      other: '# texts are withdrawn and never sent.',
    })} ${plural(sent, {
      one: '# has left and stays sent.',
      other: '# have left and stay sent.',
    })}`,
  cancelScheduled: 'It does not start, and nobody gets it.',
  cancelCannot: 'This cannot be undone; you can duplicate it.',
  keepPaused: 'Keep it paused',
  cancelAct: ({ pending }: { pending: number }) =>
    pending === 0
      ? 'Cancel it'
      : plural(pending, { one: 'Cancel # text', other: 'Cancel # texts' }),

  retryQuestion: ({ total }: { total: number }) =>
    plural(total, { one: 'Send # failed text again?', other: 'Send # failed texts again?' }),
  retryWill: ({ again }: { again: readonly { code: string; total: number }[] }) =>
    `${listed(again.map(({ code, total }) => plural(total, didWhat[code] ?? didWhat['other'] ?? { other: '#' })))}.`,
  retryLeft: ({ code, total }: { code: string; total: number }) =>
    plural(total, leftOut[code] ?? { one: '# is left.', other: '# are left.' }),
  retryOptedOut: ({ total }: { total: number }) =>
    plural(total, {
      one: '# is to a contact who has opted out since and is left.',
      other: '# are to contacts who have opted out since and are left.',
    }),
  retryAct: ({ total }: { total: number }) =>
    plural(total, { one: 'Send # text again', other: 'Send # texts again' }),
  retryNot: 'Leave them',
  retryNone: 'None of its failed texts can be sent again.',

  removeQuestion: ({ name }: { name: string }) => `Delete ${name}?`,
  removeWill: ({ pending }: { pending: number }) =>
    pending === 0
      ? 'It goes from this list. The texts that it sent stay with their contacts.'
      : plural(pending, {
          one: '# waiting text is withdrawn. The texts that it sent stay with their contacts.',
          other: '# waiting texts are withdrawn. The texts that it sent stay with their contacts.',
        }),
  removeCannot: 'This cannot be undone.',
  removeNot: 'Keep it',
  removeAct: 'Delete it',
  removeActOf: ({ pending }: { pending: number }) =>
    plural(pending, {
      one: 'Delete it and withdraw # text',
      other: 'Delete it and withdraw # texts',
    }),

  releaseQuestion: ({ name }: { name: string }) => `Release ${name}?`,
  releaseWill: ({ pending }: { pending: number }) =>
    pending === 0
      ? 'It goes on where it was.'
      : plural(pending, { one: '# text leaves now.', other: '# texts leave now.' }),
  releaseCannot:
    'Some of them may have been sent since the backup was made: these contacts get it twice.',
  releaseNot: 'Keep it back',
  releaseAct: ({ pending }: { pending: number }) =>
    pending === 0 ? 'Release it' : plural(pending, { one: 'Send # text', other: 'Send # texts' }),

  testTitle: ({ name }: { name: string }) => `Send ${name} to one number`,
  testNumber: 'To which number',
  testNote: 'A single text with the fields of that contact, counted nowhere in the campaign.',
  testAct: 'Send the test',
  testSent: 'The test is on its way.',
}

const startWords = {
  one: '# campaign waits for its time.',
  other: '# campaigns wait for their time.',
}
