import { amount } from './formats.ts'
import { plural } from './sentences.ts'

/** What a column holds, for the words of its order. */
export type SortKind = 'number' | 'text' | 'time'
type Order = { column: string; kind: SortKind; isDescending: boolean }

const orders: Record<SortKind, { ascending: string; descending: string }> = {
  number: { ascending: 'smallest first', descending: 'largest first' },
  text: { ascending: 'A to Z', descending: 'Z to A' },
  time: { ascending: 'oldest first', descending: 'newest first' },
}

function inOrder({ column, kind, isDescending }: Order): string {
  const { ascending, descending } = orders[kind]
  return `${column}, ${isDescending ? descending : ascending}`
}

export const uiWords = {
  titleOf: ({ page }: { page: string }) => `${page}, Simcast`,
  tryAgain: 'Try again',
  showAll: 'Show all',
  close: 'Close',

  wentWrong: 'This could not be shown',
  partFailed: ({ name }: { name: string }) => `${name} could not be shown`,
  waitingFor: ({ name }: { name: string }) => `${name}: loading`,
  couldNotSave: 'This could not be done',
  offline: 'The server cannot be reached. What is shown elsewhere is what was last known.',
  noConnection: 'There is no connection. What you typed stays; try again when it is back.',
  offlineWrite:
    'The server could not be reached, so it is not known whether this was done: look before you try again.',
  late: 'The server did not answer in time. Nothing was changed.',
  lateWrite:
    'The server did not answer in time. It may have done it all the same: look before you try again.',
  broken: 'The server failed at this. Nothing was changed.',
  signedOut: 'You have been signed out. Sign in again to go on.',
  unexpected: 'The page failed at this. Load it again; nothing was changed.',
  quote: ({ request }: { request: string }) =>
    `If it stays, give this to whoever runs the server: request ${request}`,
  /** In place of the field's name: `This must be a whole number.` */
  atField: ({ rest }: { rest: string }) => `This ${rest}`,
  problems: ({ total }: { total: number }) =>
    plural(total, { one: 'One thing has to be changed', other: '# things have to be changed' }),

  range: ({ first, last, total }: { first: number; last: number; total: number }) =>
    `${amount(first)} to ${amount(last)} of ${amount(total)}`,
  none: 'None',
  pages: ({ name }: { name: string }) => `Pages of ${name}`,
  first: 'First page',
  previous: 'Previous',
  next: 'Next',
  last: 'Last page',
  goToPage: 'Go to page',
  pageOf: ({ pages }: { pages: number }) => `of ${amount(pages)}`,
  rowsPerPage: 'Rows a page',
  beyondEnd: 'There is nothing on this page any more.',
  sortBy: (order: Order) => `Sort by ${inOrder(order)}`,
  order: 'Order',
  usualOrder: 'Newest first',
  inOrder,

  choose: ({ name }: { name: string }) => `Choose ${name}`,
  choosePage: 'Choose all on this page',
  chooseAll: ({ total }: { total: number }) => `Choose all ${amount(total)}`,
  chosen: ({ total }: { total: number }) => `${amount(total)} chosen`,
  chosenAll: ({ total }: { total: number }) =>
    plural(total, { one: 'The only one is chosen', other: 'All # are chosen' }),
  chooseNone: 'Choose none',

  clearSearch: 'Clear the search',

  asTable: 'As a table',
  asChart: 'As a chart',

  typeNumber: ({ number }: { number: number }) => `Type ${amount(number)} to go on`,
  numberDiffers: ({ number }: { number: number }) => `This has to be ${amount(number)}.`,
  working: 'On its way…',
  needed: ({ label }: { label: string }) => `${label}: this is needed.`,

  saving: 'Saving…',
  saved: ({ time }: { time: string }) => `Saved ${time}`,
  leaveQuestion: 'Leave without saving?',
  leaveUnsaved: 'What you changed on this page is lost.',
  stay: 'Stay here',
  leave: 'Leave without saving',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',

  undo: ({ seconds }: { seconds: number }) => `Undo (${amount(seconds)})`,
  undoNow: 'Undo',
  closeNotice: 'Close this notice',
  notices: 'Notices',

  copy: 'Copy',
  copied: 'Copied',
  simAlone: ({ sim }: { sim: number }) => `SIM ${amount(sim)}`,
  sim: ({ device, sim }: { device: string; sim: number }) => `${device}, SIM ${sim}`,

  delivered: 'delivered',
  sentNoReport: 'sent, no report yet',
  failed: 'failed',
  cancelled: 'cancelled',
  waiting: 'waiting',
}
