import { amount, duration } from './formats.ts'
import { listed, plural } from './sentences.ts'

const rows = (total: number) => plural(total, { one: '# row', other: '# rows' })
const contacts = (total: number) => plural(total, { one: '# contact', other: '# contacts' })

export const importWords = {
  title: 'Imports',
  act: 'Import a file',
  another: 'Another file',
  search: 'Name of a file',
  statuses: 'How far they are',
  all: 'All',
  processing: 'Importing',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
  emptyTitle: 'Bring your contacts along',
  emptyText:
    'Drop a CSV here, or choose one. It is looked through first: you see what each column becomes and what will happen, and nothing is written before you say so.',
  emptyByFilter: 'No import is like that.',
  columnFile: 'File',
  columnStatus: 'Status',
  columnRows: 'Rows',
  columnNew: 'New',
  columnUpdated: 'Updated',
  columnRefused: 'Refused',
  columnWhen: 'When',
  tried: 'Tried, not imported',
  nameless: 'File without a name',
  rowsOf: ({ total }: { total: number }) => rows(total),
  rowLine: ({ total, refused }: { total: number; refused: number }) =>
    refused > 0 ? `${rows(total)}, ${amount(refused)} refused` : rows(total),

  dropHere: 'Drop the file to look through it',
  dropNote: 'CSV or JSON Lines, up to 1 GB. Nothing is written before you say so.',
  dropOrChoose: 'Drop a CSV anywhere on this page, or choose one.',
  choose: 'Choose a file',
  onlyOne: 'One file at a time: bring the others afterwards.',
  sending: ({ name }: { name: string }) => `Bringing ${name}`,
  sentOf: ({ sent, total }: { sent: number; total: number }) => `${bytes(sent)} of ${bytes(total)}`,
  reading: 'All of it is there; counting its rows.',
  stopSending: 'Stop',
  sendFailed: ({ name }: { name: string }) => `${name} could not be taken`,
  dismiss: 'Close',
  fileProblem: ({ title }: { title: string }) => title.replace(/^file /, 'The file '),
  into: 'What you import goes into the segment',
  stayTitle: 'A file is still on its way.',

  readAs: ({
    total,
    size,
    encoding,
    delimiter,
  }: {
    total: number
    size: number
    encoding: string
    delimiter: string | null
  }) =>
    delimiter === null
      ? `${rows(total)}, ${bytes(size)}, read as JSON Lines`
      : `${rows(total)}, ${bytes(size)}, read as ${encodings[encoding] ?? encoding} with ${
          delimiters[delimiter] ?? 'separators'
        }`,

  mappingTitle: 'Which column is what',
  columnOfFile: 'Column of the file',
  firstRow: 'First values',
  becomes: 'Becomes',
  becomesOf: ({ column }: { column: string }) => `What ${column} becomes`,
  noValues: 'Nothing in the first rows',
  kind: { number: 'number', date: 'date', text: 'text' },
  phoneNumber: 'Phone number',
  name: 'Name',
  hasOptedOut: 'Has opted out',
  leaveOut: 'Leave out',
  groupContact: 'Of the contact',
  groupFields: 'Your fields',
  groupNew: 'A new field',
  newField: ({ kind }: { kind: 'number' | 'date' | 'text' | null }) =>
    kind === 'number'
      ? 'new field, of numbers'
      : kind === 'date'
        ? 'new field, of dates'
        : 'new field, of texts',
  hasOptedOutNote: 'a yes or a date opts out; nothing opts in',
  needsNumber: 'Choose the column that holds the phone number.',
  taken: ({ first, second, what }: { first: string; second: string; what: string }) =>
    `${first} and ${second} are both taken for ${what}. Choose another for one of them, or leave it out.`,
  country: 'Numbers without a country are in',
  noCountry: 'They are refused',
  onKnown: 'A number already known',
  update: 'Update its fields',
  skip: 'Leave it as it is',
  segment: 'Put them into a segment',
  noSegment: 'No segment',

  willTitle: 'What will happen',
  wouldTitle: 'What would have happened',
  newContacts: 'New contacts',
  updated: 'Updated',
  skipped: 'Left as they are',
  duplicates: 'Same number twice in the file',
  refused: 'Refused',
  optOuts: 'Opt out by this file',
  triedAll: ({ total }: { total: number }) =>
    plural(total, {
      one: 'Tried on the only row, nothing written yet.',
      other: 'Tried on all # rows, nothing written yet.',
    }),
  stayOptedOut: ({ total }: { total: number }) =>
    plural(total, {
      one: '# of them opted out earlier and stays opted out.',
      other: '# of them opted out earlier and stay opted out.',
    }),
  trying: ({ done, total }: { done: number; total: number }) =>
    `Looking through it: ${amount(done)} of ${rows(total)}. Nothing is written.`,
  tryingAnew: 'Looking through it once more, in this way.',
  nothingTried: 'It is looked through as soon as the columns are settled.',
  keptUntil: 'The file is kept here until',
  importAct: ({ total }: { total: number }) =>
    plural(total, { one: 'Import # row', other: 'Import # rows' }),
  importWait: 'Import',
  nothingToImport: 'No row of the file can be imported.',
  waitForTry: 'It is still being looked through.',

  refusedTitle: ({ total }: { total: number }) =>
    plural(total, { one: '# row refused', other: '# rows refused' }),
  refusedNote: 'Repair them in a spreadsheet and drop the file here again.',
  csv: 'CSV',
  csvName: ({ total }: { total: number }) => `Refused ${rows(total)} as CSV`,
  line: 'Line',
  why: 'Why',
  row: 'Row',
  emptyRow: 'Empty',

  progress: ({ done, total }: { done: number; total: number }) =>
    `${amount(done)} of ${rows(total)}`,
  rate: ({ rate }: { rate: number }) => `${amount(rate)} rows a second`,
  left: ({ seconds }: { seconds: number }) =>
    seconds < 1 ? 'done in a moment' : `about ${duration(seconds)} left`,
  goesOn: 'It goes on without this page.',
  soFar: 'So far',
  cancel: 'Cancel…',
  cancelQuestion: ({ name }: { name: string }) => `Stop importing ${name}?`,
  cancelWill: ({ done, left }: { done: number; left: number }) =>
    `${rows(done)} are in and stay. The other ${rows(left)} are left out.`,
  cancelCannot: 'To go on afterwards, bring the file again: what is in is then updated.',
  cancelWayOut: 'Go on importing',
  cancelAct: ({ left }: { left: number }) =>
    plural(left, { one: 'Leave out # row', other: 'Leave out # rows' }),

  doneAnswer: ({ created, updated }: { created: number; updated: number }) =>
    `${listed([
      plural(created, { one: '# new contact', other: '# new contacts' }),
      plural(updated, { one: '# updated', other: '# updated' }),
    ])}.`,
  took: ({ seconds }: { seconds: number }) => `It took ${duration(seconds)}.`,
  seeContacts: 'See contacts',
  resultTitle: 'What happened',
  allIn: 'Every row of the file is in.',
  cancelledAnswer: ({ done, total }: { done: number; total: number }) =>
    `Stopped after ${amount(done)} of ${rows(total)}. What was read before is in.`,
  failedAnswer: ({ done, total }: { done: number; total: number }) =>
    `Stopped by itself after ${amount(done)} of ${rows(total)}. What was read before is in.`,
  failedTry: 'It could not be looked through. Nothing was written.',
  cancelledTry: 'It was not looked through to its end. Nothing was written.',
  gone: 'The file is not kept here any more. Bring it again to import it.',
  goneTitle: 'This was only tried.',
  segmentIn: 'They are in the segment',
  contactsOf: ({ total }: { total: number }) => contacts(total),
}

const encodings: Record<string, string> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252' }
const delimiters: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

const units = ['bytes', 'kB', 'MB', 'GB'] as const

/** `1.9 MB`, as file managers write it. */
export function bytes(size: number): string {
  let value = size
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const figure = unit === 0 || value >= 100 ? amount(Math.round(value)) : amountOf(value)
  return `${figure} ${units[unit]}`
}

const oneDecimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })

function amountOf(value: number): string {
  return oneDecimal.format(value)
}
