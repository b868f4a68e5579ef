import { amount } from './formats.ts'
import { plural } from './sentences.ts'

export type JobKind = 'opt_out' | 'opt_in' | 'delete' | 'edit' | 'contacts' | 'opt-outs' | 'sms'

type Total = { total: number }

const contacts = (total: number) => plural(total, { one: '# contact', other: '# contacts' })

const titles: Record<JobKind, (total: number) => string> = {
  opt_out: (total) => `Opt out ${contacts(total)}`,
  opt_in: (total) => `Allow texts to ${contacts(total)} again`,
  delete: (total) => `Delete ${contacts(total)}`,
  edit: (total) => `Change fields of ${contacts(total)}`,
  contacts: (total) => `Export ${contacts(total)}`,
  'opt-outs': (total) => `Export ${plural(total, { one: '# opt-out', other: '# opt-outs' })}`,
  sms: (total) => `Export ${plural(total, { one: '# text', other: '# texts' })}`,
}

export const jobWords = {
  title: ({ kind, total }: { kind: JobKind; total: number }) => titles[kind](total),
  back: 'Contacts',
  backToOptOuts: 'Opt-outs',
  starts: ({ seconds }: { seconds: number }) =>
    seconds > 0
      ? `Starts in ${amount(seconds)} s. Until then nothing is changed.`
      : 'It is about to start.',
  running: ({ done, total }: { done: number; total: number }) =>
    `${amount(done)} of ${amount(total)} done. It goes on without this page.`,
  finished: ({ duration }: { duration: string }) => `Done in ${duration}.`,
  cancelledBefore: 'Undone before it began. Nothing was changed.',
  cancelledMidway: ({ done, total }: { done: number; total: number }) =>
    `Stopped after ${amount(done)} of ${amount(total)}. What was done stays.`,
  failed: ({ done, total }: { done: number; total: number }) =>
    `It failed after ${amount(done)} of ${amount(total)}. What was done stays.`,
  exportReady: 'The file is made while it is downloaded, so it holds what is there at that moment.',
  download: 'Download the file',
  undo: 'Undo',
  stop: 'Stop',
  howFar: 'How far it is',
  progress: 'Done',
  results: 'What became of them',
  changed: {
    opt_out: 'Opted out',
    opt_in: 'Allowed again',
    delete: 'Deleted',
    edit: 'Changed',
  } as Record<string, string>,
  unchanged: 'Nothing to change',
  unchangedHint: 'They were so already, or were gone meanwhile',
  failedRows: 'Not possible',
  left: 'Not done',
  about: 'What it is about',
  person: 'Asked for by',
  asked: 'Asked for',
  started: 'Started',
  ended: 'Ended',
  sets: 'Fields',
  setTo: ({ key, value }: { key: string; value: string }) => `${key} is set to “${value}”`,
  removed: ({ key }: { key: string }) => `${key} is removed`,
  note: 'Note',
  columns: 'Columns',
  column: {
    phone_number: 'Number',
    name: 'Name',
    has_opted_out: 'Opted out',
    datetime: 'Added',
  } as Record<string, string>,
  one: 'Job',

  /** In the rail, while something runs. */
  line: {
    opt_out: ({ total }: Total) => `Opting out ${contacts(total)}`,
    opt_in: ({ total }: Total) => `Allowing ${contacts(total)} again`,
    delete: ({ total }: Total) => `Deleting ${contacts(total)}`,
    edit: ({ total }: Total) => `Changing ${contacts(total)}`,
  } as Record<string, (value: Total) => string>,
  lineWaiting: 'About to start',
  lineDone: ({ done, total }: { done: number; total: number }) =>
    `${amount(done)} of ${amount(total)}`,
  runningJobs: 'Under way',
}
