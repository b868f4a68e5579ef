import { amount, duration, percent } from './formats.ts'
import { beginning, inWords, plural } from './sentences.ts'

const texts = (total: number) => plural(total, { one: '# text', other: '# texts' })
const textsWait = (total: number) =>
  plural(total, { one: '# text waits for it.', other: '# texts wait for it.' })

export const homeWords = {
  title: ({ things, sending }: { things: number; sending: number }) => {
    if (things === 1) return 'One thing needs you'
    if (things > 1) return `${beginning(inWords(things))} things need you`
    if (sending === 0) return 'All is well'
    return `All is well. ${beginning(
      plural(sending, { one: '# campaign is sending.', other: '# campaigns are sending.' }),
    )}`
  },
  waitingTitle: 'Home',
  documentTitle: ({ things }: { things: number }) => (things > 0 ? `(${things}) Home` : 'Home'),
  when: ({ day, time }: { day: string; time: string }) => `${day}, ${time}`,
  whenIn: ({ day, time, place }: { day: string; time: string; place: string }) =>
    `${day}, ${time} in ${place}`,
  newCampaign: 'New campaign',

  attention: 'What needs you',
  more: ({ total }: { total: number }) => `${amount(total)} more`,
  fewer: 'Show fewer',
  dismiss: ({ fact }: { fact: string }) => `Dismiss until it is worse: ${fact}`,
  dismissHint: 'Dismiss until it is worse',
  dismissed: 'Dismissed. It is shown again when it is worse.',
  bad: 'Wrong:',
  warn: 'Look:',

  running: 'Running now',
  allCampaigns: 'All campaigns',
  started: ({ total }: { total: number }) =>
    plural(total, { one: '# more is sending', other: '# more are sending' }),
  nothingRuns: 'No campaign is sending.',
  ofTotal: ({ total }: { total: number }) => `of ${amount(total)}`,
  failed: ({ failed }: { failed: number }) => `${amount(failed)} failed`,
  left: ({ time }: { time: string }) => `${time} left`,
  about: 'about',
  until: 'until',
  noForecast: 'Nobody can say when',
  /** Of one that was sending when the page was opened. */
  over: {
    paused: 'Until you resume it',
    sent: 'Nothing waits any more',
    cancelled: 'Nothing more leaves',
  } as Record<string, string>,
  pause: ({ name }: { name: string }) => `Pause ${name}`,
  resume: ({ name }: { name: string }) => `Resume ${name}`,
  nowPaused: ({ name }: { name: string }) =>
    `${name} is paused. What a phone already holds may still leave.`,
  goesOn: ({ name }: { name: string }) => `${name} goes on.`,
  delivered: 'delivered',
  sent: 'sent, no report',
  failedPart: 'failed',
  cancelled: 'cancelled',
  waiting: 'waiting',
  holds: {
    restored: 'Back from a backup',
    sending_held: 'Held by a person',
    phone_missing: 'No phone is connected',
    phone_offline: 'The phone is offline',
    phone_paused: 'The phone is paused',
    quiet_hours: 'Quiet hours',
    month_limit: 'The SIM has used its month',
    day_limit: 'The SIM has used its day',
    hour_limit: 'The SIM has used its hour',
    slowed_down: 'The network asked the SIM to rest',
  } as Record<string, string>,

  week: 'Last 7 days',
  against: 'against the 7 before',
  figures: {
    sent: 'Sent',
    delivered: 'Delivered',
    failed: 'Failed',
    received: 'Received',
    opted_out: 'Opted out',
  },
  formulas: {
    sent: 'Texts that left a phone, without those that failed.',
    delivered: 'Of the texts that were sent, those that the network says arrived.',
    failed: 'Of the texts that were sent or failed, those that failed.',
    received: 'Texts that people wrote to you.',
    opted_out: 'People who opted out by writing, for each text that was sent.',
  },
  worse: 'worse',
  better: 'better',
  same: 'as before',
  noneBefore: 'none before',
  up: 'Up',
  down: 'Down',
  chart: ({ figure }: { figure: string }) =>
    `${figure} on each of the last 7 days, and on the 7 days before`,
  thisWeek: ({ total }: { total: string }) => `Last 7 days: ${total}`,
  weekBefore: ({ total }: { total: string }) => `The 7 before: ${total}`,
  day: 'Day',
  today: 'Today',
  choose: 'Figure of the chart',

  phones: 'Phones',
  allPhones: ({ total }: { total: number }) => `All ${amount(total)}`,
  battery: ({ percent: charge }: { percent: number }) => `${amount(charge)}%`,
  batteryHint: 'Battery',
  usedOf: ({ used, limit }: { used: number; limit: number }) => `${amount(used)}/${amount(limit)}`,
  used: ({ used }: { used: number }) => plural(used, { one: '# part', other: '# parts' }),
  ofToday: 'Parts used today of each SIM’s day.',
  sim: ({ sim }: { sim: number }) => `SIM ${amount(sim)}`,
  noPhones: 'No phone is connected yet.',
  connect: 'Connect a phone',

  coming: 'Coming up',
  nothingComes: 'Nothing is scheduled for the next 7 days.',
  notCounted: 'Counted when it starts',

  stepsTitle: ({ done }: { done: number }) =>
    done === 0 ? 'Send your first campaign' : `First steps: ${done} of 4 done`,
  stepsText: 'A phone, a contact, a test, and it is on its way: about five minutes.',
  begin: 'Begin',
  goOn: 'Go on',
  emptyWeek: 'Nothing was sent or received in these two weeks. Figures appear here by themselves.',
}

type Values = Record<string, string | number | boolean | null>
type Subject = { type: string; id: number | null; name: string | null }

/** What a thing that needs somebody is called: the fact, its cause, and its one act. */
export type AttentionSentence = { fact: string; cause: string; act: string | null }

/** What needs somebody, as a fact with its cause. A kind that this catalogue does not know is not shown. */
export function attentionSentence(
  { kind, subject, values }: { kind: string; subject: Subject; values: Values },
  { seconds, time }: { seconds: number; time: (datetime: string) => string },
): AttentionSentence | undefined {
  const make = sentences[kind]
  return make?.({
    name: subject.name ?? '',
    values,
    number: (key) => Number(values[key] ?? 0),
    text: (key) => String(values[key] ?? ''),
    at: (key) => time(String(values[key] ?? '')),
    lasting: duration(seconds),
    isRecurring: subject.type === 'recurring_campaign',
  })
}

type Given = {
  name: string
  values: Values
  number: (key: string) => number
  text: (key: string) => string
  at: (key: string) => string
  lasting: string
  isRecurring: boolean
}

const sentences: Record<string, (given: Given) => AttentionSentence> = {
  phone_offline: ({ name, values, number, lasting }) => ({
    fact: `${name} has been offline for ${lasting}`,
    cause: [textsWait(number('pending')), batteryOf(values)].filter(Boolean).join(' '),
    act: 'Move its texts',
  }),
  sim_limit: ({ name, values, number, text, at }) => {
    const sim = `${name}, SIM ${text('sim_subscription_id')}`
    const limit = `${amount(number('used'))} of ${amount(number('limit'))} parts`
    const waiting =
      values['is_waiting_more'] === true
        ? `More than ${texts(number('waiting'))} wait for it`
        : plural(number('waiting'), { one: '# text waits for it', other: '# texts wait for it' })
    return {
      fact: `${sim} has used its ${text('period')}: ${limit}`,
      cause: `${waiting} until ${at('until_datetime')}.`,
      act: 'Use other SIMs',
    }
  },
  campaign_failing: ({ name, values, number, text }) => {
    const share = percent(number('failed'), number('total'))
    const most =
      values['reason_title'] === null
        ? ''
        : ` ${amount(number('reason_failed'))} of the latest ${amount(number('reason_of'))}: ${text('reason_title')}.`
    return {
      fact:
        values['is_running'] === true ? `${name} is failing: ${share}` : `${name} failed: ${share}`,
      cause: `${amount(number('failed'))} of ${texts(number('total'))}.${most}`,
      act: 'See failures',
    }
  },
  campaign_stuck: ({ name, number, lasting }) => ({
    fact: `${name} has not moved for ${lasting}`,
    cause: `${texts(number('pending'))} to go, and nothing holds them that we know of.`,
    act: 'Open campaign',
  }),
  opt_outs_high: ({ name, number }) => ({
    fact: `Many opt out of ${name}: ${percent(number('opted_out'), number('sent'))}`,
    cause: `${amount(number('opted_out'))} of ${amount(number('sent'))} who got it wrote that they want no more.`,
    act: 'Open campaign',
  }),
  sim_gone: ({ name, text, isRecurring }) => ({
    fact: `${name} has no SIM to leave from`,
    cause: `SIM ${text('sim_subscription_id')} is no longer in ${text('device_name')}.`,
    act: isRecurring ? null : 'Choose another SIM',
  }),
  feed_failing: ({ name, values, number, text, at, lasting }) => ({
    fact:
      values['is_enabled'] === true
        ? `The feed “${name}” has not answered for ${lasting}`
        : `The feed “${name}” was switched off`,
    cause: [
      `It failed ${plural(number('failures'), { one: 'once', other: '# times' })}: ${text('error')}`,
      values['next_check_datetime'] === null ? '' : `The next try is ${at('next_check_datetime')}.`,
    ]
      .filter(Boolean)
      .join(' '),
    act: null,
  }),
  import_failed: ({ name, text }) => ({
    fact: name === '' ? 'An import failed' : `The import of ${name} failed`,
    cause: text('error'),
    act: 'Open import',
  }),
  totals_differ: ({ number }) => ({
    fact: 'Totals differ from what was counted',
    cause: `The nightly check found ${plural(number('total_differences'), { one: '# difference', other: '# differences' })}. Nothing was changed.`,
    act: 'See health',
  }),
  disk_low: ({ number }) => ({
    fact: `The disk is nearly full: ${megabytes(number('free_bytes'))} left`,
    cause: `Of ${megabytes(number('total_bytes'))}. When it is full nothing can be stored, and nothing is sent.`,
    act: 'See health',
  }),
  restored_held: ({ number }) => ({
    fact: 'A restore holds texts back',
    cause: `${heldOf(number('campaigns'), number('sms'), number('automations'))} came back from a backup and may have been sent since.`,
    act: 'Decide',
  }),
}

function batteryOf(values: Values): string {
  const { battery, is_charging } = values
  if (typeof battery !== 'number') return ''
  return is_charging === true
    ? `Battery ${amount(battery)}%, charging.`
    : `Battery ${amount(battery)}%, not charging.`
}

function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${amount(bytes / 1e9)} GB` : `${amount(bytes / 1e6)} MB`
}

function heldOf(campaigns: number, sms: number, automations: number): string {
  const parts = [
    campaigns > 0 ? plural(campaigns, { one: '# campaign', other: '# campaigns' }) : '',
    sms > 0 ? texts(sms) : '',
    automations > 0 ? plural(automations, { one: '# automation', other: '# automations' }) : '',
  ]
  return parts.filter(Boolean).join(', ')
}

export const restoredWords = {
  title: 'What a restore holds back',
  text: 'It came back from a backup. Some of it may have been sent since the backup was made, and would then be sent twice.',
  release: 'Send it all',
  cancel: 'Send none of it',
  released: 'It is on its way.',
  cancelled: 'It was cancelled. None of it is sent.',
  later: 'Not now',
}
